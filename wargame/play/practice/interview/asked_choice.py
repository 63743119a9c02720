"""One choice of an opponent, decided again in changed worlds: what is searched, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.model.ids import ActorId, Controller
from wargame.model.interview import Passage, Search
from wargame.model.layout import Address
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Decider
from wargame.opponents.deliberation import Deliberations
from wargame.play.practice.interview.belief_search import (
    ABOUT_OTHERS,
    FRUGAL,
    FULL,
    SPARING,
    facts_in_sight,
    held_numbers,
    nearest_number,
)
from wargame.play.practice.interview.choices import Choice, Progressed
from wargame.play.practice.interview.moments import Moments
from wargame.play.practice.interview.move_search import nearest_sheet
from wargame.play.words.number_words import minus

EFFORTS = {Controller.PLANNER: (SPARING, 40), Controller.SEARCHER: (FRUGAL, 26)}
"""What is tried of opponents that take their time, and how many runs that is about."""

USUAL = (FULL, 220)
"""The same for opponents that decide within milliseconds."""


class Asked:
    """One choice, decided again in changed worlds."""

    def __init__(
        self,
        scenario: Scenario,
        moments: Moments,
        choice: Choice,
        asker: ActorId,
        decider: Decider,
        told: Progressed,
    ) -> None:
        self._scenario, self._moments = scenario, moments
        self._choice, self._asker = choice, asker
        self._decider, self._told = decider, told
        self._effort, self._total = EFFORTS.get(choice.controller, USUAL)
        self._done = 0

    def decide(self, world: World) -> tuple[Order, ...]:
        """The opponent's orders in a world; what happens meanwhile can be stopped."""
        return self._decider.decide(world, self._choice.seat, self._check)

    def is_repeatable(self) -> bool:
        """Whether it decides in its own world as it did then."""
        again = self.decide(self._moments.deciding(self._choice.turn))
        return _aims(again) == _aims(self._choice.sheet)

    @property
    def steps(self) -> str:
        """How closely the range of a number is gone through, in words."""
        return f"in steps of {100 / self._effort.points:.0f} % of its range"

    def nearest_belief(self) -> Search:
        """Among what it held about the asking seat."""
        seat = self._choice.seat
        return self._number([Address(name, seat, self._asker) for name in ABOUT_OTHERS])

    def nearer_number(self, than: Search) -> Search:
        """Among what it held about others concerned and about itself, if nearer than a find."""
        scenario, choice = self._scenario, self._choice
        target = choice.order.target if choice.order else None
        others: list[ActorId] = []
        for other in (target, *_patrons_of(scenario, target)):
            if other is not None and other not in {choice.seat, self._asker, *others}:
                others.append(other)
        return self._number(list(held_numbers(choice.seat, others)), than)

    def nearest_fact(self) -> Search:
        """Among what everybody could see."""
        return self._number(list(facts_in_sight(self._scenario, self._choice.seat, self._asker)))

    def chance(self) -> Iterator[Passage]:
        """Says so where only the chance of the turn lifted a doctrine's move over the bar."""
        choice, settings = self._choice, self._moments.end().settings
        if choice.controller is not Controller.DOCTRINE or choice.order is None:
            return
        told = Deliberations(self._scenario, settings.start, settings.noise)
        weighed = told.of(self._moments.deciding(choice.turn), choice.seat)
        aim = (choice.order.move, choice.order.target)
        mine = next((one for one in weighed.weighed if (one.move, one.target) == aim), None)
        if mine is not None and mine.pull < weighed.threshold <= mine.score:
            yield Passage(
                "What made it was the chance of that turn: by its pull alone, "
                f"{minus(f'{mine.pull:.2f}')}, it lay below the {weighed.threshold:.2f} from which "
                "I act.",
                choice.events,
            )

    def nearest_move(self) -> Search:
        """Among other sheets of the asking seat."""
        choice = self._choice
        return nearest_sheet(
            self._moments,
            self._asker,
            choice.seat,
            choice.turn,
            self.decide,
            choice.is_other,
            effort=self._effort,
            tried=self._count,
        )

    def _number(self, addresses: Sequence[Address], than: Search | None = None) -> Search:
        return nearest_number(
            self._scenario,
            self._moments.deciding(self._choice.turn),
            self._choice.seat,
            addresses,
            self.decide,
            self._choice.is_other,
            effort=self._effort,
            nearer_than=than,
            tried=self._count,
        )

    def _count(self) -> None:
        self._done += 1
        self._check()

    def _check(self) -> None:
        self._told(min(self._done, self._total), self._total)


def _aims(orders: Sequence[Order]) -> list[tuple[str, str | None]]:
    return [(order.move, order.target) for order in orders]


def _patrons_of(scenario: Scenario, group: ActorId | None) -> tuple[ActorId, ...]:
    return tuple(
        tie.first
        for tie in scenario.relations
        if tie.kind == "patron-proxy" and tie.second == group
    )
