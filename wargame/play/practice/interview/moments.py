"""The moments of a game at which its seats decided, and a turn that is played once more.

An answer to "what would have changed your mind" must come from the same law on the same draws. So
the part of the log between two decisions is gone through again: what people did stands as it was,
save for the one change that is asked about, and each turn is adjudicated anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply, fold_line, is_inject
from wargame.errors import RuleError
from wargame.model.events import (
    Event,
    GameEnded,
    OrdersSealed,
    PhaseBegan,
    Record,
    StandingChanged,
)
from wargame.model.happenings import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.rulings import ActRuled, EndOverruled, OrderRuled
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

_RULED = (ActRuled, OrderRuled, EndOverruled)

Sheet = tuple[Order, ...]


class Moments:
    """A game's line, asked for the moments at which seats decided.

    Args:
        scenario: The scenario, as kept with the game.
        line: The records that count, oldest first.
        end: The world after the last of them, where it is known already.
    """

    def __init__(
        self, scenario: Scenario, line: Sequence[Record], end: World | None = None
    ) -> None:
        self.scenario = scenario
        self.line = tuple(line)
        self._seals: dict[tuple[ActorId, int], int] = {}
        self._locks: dict[int, int] = {}
        self._plans: dict[int, int] = {}
        turn = 0
        for place, record in enumerate(self.line):
            event = record.event
            if isinstance(event, PhaseBegan):
                turn = event.turn
                if event.phase is Phase.PLAN:
                    self._plans[turn] = place
                if event.phase is Phase.ADJUDICATE:
                    self._locks[turn] = place
            elif isinstance(event, OrdersSealed):
                self._seals[event.seat, turn] = place
        self._kept: dict[int, World] = {} if end is None else {len(self.line) - 1: end}

    @property
    def turns(self) -> tuple[int, ...]:
        """Turns whose plans were locked."""
        return tuple(sorted(self._locks))

    def end(self) -> World:
        """The world after the last record."""
        return self.world(len(self.line) - 1)

    def world(self, place: int) -> World:
        """The world after the record at a place of the line, from 0."""
        if place not in self._kept:
            before = max((at for at in tuple(self._kept) if at < place), default=-1)
            begun = self._kept.get(before)
            self._kept[place] = fold_line(self.scenario, self.line[before + 1 : place + 1], begun)
        return self._kept[place]

    def sheet(self, seat: ActorId, turn: int) -> Sheet | None:
        """What a seat went into a turn with; None where the turn was not locked."""
        place = self._seals.get((seat, turn))
        if place is None or turn not in self._locks:
            return None
        event = self.line[place].event
        return event.orders if isinstance(event, OrdersSealed) else None

    def seal_number(self, seat: ActorId, turn: int) -> int:
        """The number of the event with which a seat's sheet of a turn was sealed.

        Raises:
            KeyError: It sealed nothing then.
        """
        return self.line[self._seals[seat, turn]].number

    def deciding(self, turn: int) -> World:
        """The world in which a turn was planned.

        Raises:
            RuleError: The turn was never planned.
        """
        if turn not in self._plans:
            raise RuleError("turn.unknown", f"Turn {turn} has not been planned in this game.")
        return self.world(self._plans[turn])

    def refusal_to_repeat(self, first: int, last: int) -> str:
        """Why turns cannot be played once more as they were; empty when they can."""
        begin, end = self._plans[first], self._plans[last]
        if not self.deciding(first).settings.automatic:
            return "The automation was off, so that control wrote every outcome."
        if any(isinstance(record.event, _RULED) for record in self.line[begin:end]):
            return "Control ruled on what happened between; the law alone cannot repeat it."
        return ""

    def repeated(self, first: int, last: int, seat: ActorId, sheet: Sequence[Order]) -> World:
        """The world in which turn ``last`` is planned, had a seat sealed another sheet before.

        Every other sheet, every message and every draw stay as they were.

        Args:
            first: The turn whose sheet is exchanged.
            last: A later turn, whose planning is asked for.
            seat: Whose sheet it is.
            sheet: What it seals instead.

        Raises:
            RuleError: The turns cannot be played once more, or the game would have ended.
        """
        refusal = self.refusal_to_repeat(first, last)
        if refusal:
            raise RuleError("turns.ruled", refusal)
        world = self.deciding(first)
        changed_at = self._seals.get((seat, first))
        for place in range(self._plans[first] + 1, self._plans[last] + 1):
            event = self.line[place].event
            if _is_product(event):
                continue
            if place == changed_at:
                event = OrdersSealed(seat, tuple(sheet))
            if isinstance(event, SystemSettled):
                event = _as_far(self.scenario, world, event)
            world = _after(self.scenario, world, event)
            if isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE:
                for product in adjudicate(self.scenario, world):
                    world = _after(self.scenario, world, product)
                if world.outcome is not None:
                    raise RuleError("game.over", "The game would have ended before.")
        return world


def _is_product(event: Event) -> bool:
    """Whether adjudication makes an event, so that it is not taken from the log."""
    if isinstance(event, SystemSettled):
        return not is_inject(event)
    return isinstance(event, ActResolved | OrderLapsed | StandingChanged | GameEnded)


def _as_far(scenario: Scenario, world: World, settled: SystemSettled) -> SystemSettled:
    """An inject's changes, as far as they went, in a world with other numbers."""
    ledger = []
    numbers: dict[tuple[str, str, str], float] = {}
    for entry in settled.ledger:
        key = (entry.variable, entry.first, entry.second)
        before = numbers.get(key, scenario.layout.read(world.values, *key))
        variable = BY_NAME[entry.variable]
        after = min(variable.high, max(variable.low, before + entry.after - entry.before))
        numbers[key] = after
        ledger.append(replace(entry, before=before, after=after))
    return replace(settled, ledger=tuple(ledger))


def _after(scenario: Scenario, world: World, event: Event) -> World:
    number = world.events + 1
    return replace(apply(scenario, world, event, number), events=number)
