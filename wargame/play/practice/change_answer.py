"""What would have changed an opponent's mind: the nearest change that was run and flips its choice.

Its own decision is made again with one thing changed and everything else equal, draws included. It
says what was tried where nothing within range flips it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.engine.words import actor_name
from wargame.errors import WargameError
from wargame.model.ids import ActorId, Controller
from wargame.model.interview import Flip, NumberChange, Passage, Search, SheetChange
from wargame.model.layout import Address
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Decider
from wargame.play.practice.belief_search import (
    ABOUT_OTHERS,
    FRUGAL,
    FULL,
    SPARING,
    held_numbers,
    nearest_number,
)
from wargame.play.practice.choices import Choice, Progressed, instead_words, listed
from wargame.play.practice.moments import Moments
from wargame.play.practice.move_search import nearest_sheet
from wargame.play.words.number_words import number_text, variable_name

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


def change_passages(
    scenario: Scenario,
    moments: Moments,
    choice: Choice,
    asker: ActorId,
    decider: Decider,
    told: Progressed,
) -> Iterator[Passage]:
    """The nearest change of a move of the asker, and of what the opponent held."""
    asked = Asked(scenario, moments, choice, asker, decider, told)
    try:
        repeatable = asked.is_repeatable()
    except WargameError as error:
        yield Passage(f"My choice cannot be made again here: {error}", choice.events)
        return
    if not repeatable:
        yield Passage(
            "I cannot say: decided again by this version of the program, my choice comes out "
            "otherwise, so that nothing found now would be true of it.",
            choice.events,
        )
        return
    yield _move_passage(scenario, choice, asked.nearest_move())
    yield from _number_passages(scenario, choice, asker, asked)


def _move_passage(scenario: Scenario, choice: Choice, search: Search) -> Passage:
    if search.refusal:
        return Passage(f"What you did before: {search.refusal}", choice.events)
    if search.flip is None:
        if not search.tried:
            return Passage("You had sealed nothing before that could be changed.", choice.events)
        return Passage(
            f"What you did before: I tried {listed(search.tried)}, with orders left out, "
            "announced, denied, made lighter or harder, and words added. None of them changes my "
            "choice.",
            choice.events,
        )
    change = search.flip.change
    assert isinstance(change, SheetChange)  # noqa: S101 - what this search looks for
    return Passage(
        f"The nearest change of a move of yours that I found lies in turn {change.turn}: "
        f"{change.words}. {instead_words(scenario, choice, search.flip.orders)} Every other order "
        "and every draw stayed as it was.",
        (change.number, *choice.events),
    )


def _number_passages(
    scenario: Scenario, choice: Choice, asker: ActorId, asked: Asked
) -> Iterator[Passage]:
    """The nearest number about the asker, and what lies nearer still among all others."""
    belief = asked.nearest_belief()
    other = asked.nearer_number(belief)
    if belief.flip is None and other.flip is None:
        yours = listed([name.removesuffix(f" ({asker})") for name in belief.tried])
        yield Passage(
            f"Nothing that I held changes my choice. I tried one number at a time, {asked.steps}; "
            f"about you: {yours}; about others and myself: {listed(other.tried)}.",
            choice.events,
        )
        return
    if belief.flip is None:
        yield Passage(
            f"Nothing that I held about you changes my choice; I tried each number {asked.steps}.",
            choice.events,
        )
    else:
        yield Passage(
            "Of what I held about you, the nearest change that I found is "
            f"{_change_words(scenario, asker, belief.flip)} "
            f"{instead_words(scenario, choice, belief.flip.orders)}",
            choice.events,
        )
    if other.flip is not None:
        near = belief.flip is not None
        head = "Nearer still lies" if near else "Of what else I held, the nearest that I found is"
        yield Passage(
            f"{head} {_change_words(scenario, asker, other.flip)} "
            f"{instead_words(scenario, choice, other.flip.orders)}",
            choice.events,
        )


def _change_words(scenario: Scenario, asker: ActorId, flip: Flip) -> str:
    change = flip.change
    assert isinstance(change, NumberChange)  # noqa: S101 - what this search looks for
    name = variable_name(change.variable).lower()
    if not change.second:
        name = f"my own {name}"
    elif change.second != asker:
        name = f"{name} towards {actor_name(scenario, change.second)}"
    share = 100 * change.share
    far = f"{share:.0f} %" if share >= 1 else "less than 1 %"
    before = number_text(change.variable, change.before)
    after = number_text(change.variable, change.after)
    return f"{name}: {after} instead of {before}, {far} of its range away."


def _aims(orders: Sequence[Order]) -> list[tuple[str, str | None]]:
    return [(order.move, order.target) for order in orders]


def _patrons_of(scenario: Scenario, group: ActorId | None) -> tuple[ActorId, ...]:
    return tuple(
        tie.first
        for tie in scenario.relations
        if tie.kind == "patron-proxy" and tie.second == group
    )
