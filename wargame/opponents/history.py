"""The historical opponent: level 4 of MODEL D7, which does what its actor did.

It orders the rows of the scenario's chronicle in the turns in which they fall, as long as the rules
leave them open and the world still is the one that they belong to. Otherwise, and once the
chronicle is at its end, the doctrine decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from wargame.engine.legal_moves import refusal_of
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.moves import Move
from wargame.model.orders import Order
from wargame.model.scenario import ChronicleAct, Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, never_stopped
from wargame.opponents.doctrine import NOTICE_HOURS, Doctrine
from wargame.opponents.salvos import offered_salvo

DENIED_FROM = 0.5
"""Deniability from which a use of force is not owned up to."""

OFF_SCRIPT_RUNG = 10.0
OFF_SCRIPT_TURNS = 3
"""A blow of that rung that history does not know puts its own sheet aside for so many turns."""

LATE_TURNS = 2
"""Turns for which a row that the rules refused is tried again."""

DAYS_OFF = 7.0
"""How far from its day an act may lie and still be the one of the chronicle."""


class History:
    """The historical opponents of one session."""

    def __init__(self, scenario: Scenario, start: str, noise: float = 1.0) -> None:
        """Take the chronicle from a start point on; the doctrine stands behind it."""
        self._scenario = scenario
        self._first = scenario.start[start].day
        self._doctrine = Doctrine(scenario, start, noise)

    def decide(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Order, ...]:
        """What a seat orders this turn: what it did then, or what its doctrine says.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: Called before deciding; an error that it raises passes through.
        """
        check()
        if self._is_over(world) or self._is_off_script(world, seat):
            return self._doctrine.decide(world, seat)
        rows = self._due(world, seat)
        kept: list[Order] = []
        for row in rows:
            order = self._order(world, row)
            full = len(kept) >= self._scenario.max_orders
            if not full and refusal_of(self._scenario, world, seat, order, kept) is None:
                kept.append(order)
        if not kept and any(self._turn_of(row) == world.turn for row in rows):
            return self._doctrine.decide(world, seat)
        return tuple(kept)

    def _due(self, world: World, seat: ActorId) -> list[ChronicleAct]:
        """A seat's rows of this turn, and those of the last turns that it could not order then."""
        done = {
            (act.order.move, act.order.target, act.turn)
            for _, act in world.happenings()
            if isinstance(act, ActResolved) and act.actor == seat
        }
        prepared = {(s.order.move, s.order.target) for s in world.standing if s.actor == seat}
        found = []
        for row in self._scenario.chronicle:
            since = self._turn_of(row)
            late = row.actor == seat and since <= world.turn <= since + LATE_TURNS and since > 0
            turns = range(since, world.turn)
            happened = any((row.move, row.target, turn) in done for turn in turns)
            if late and not happened and (row.move, row.target) not in prepared:
                found.append(row)
        return found

    def _turn_of(self, act: ChronicleAct) -> int:
        """The turn in which a row is ordered, early enough for its preparation.

        The first turn at the earliest; 0 for rows from before the game.
        """
        days = (act.day - self._first).days
        if days < 0:
            return 0
        happens = 1 + math.floor(days / self._scenario.turn_days)
        return max(1, happens - self._scenario.move[act.move].preparation)

    def _is_over(self, world: World) -> bool:
        """Whether the chronicle has nothing left for anybody."""
        return all(self._turn_of(act) < world.turn for act in self._scenario.chronicle)

    def _is_off_script(self, world: World, seat: ActorId) -> bool:
        """Whether the seat was struck lately in a way that history does not know."""
        for _, act in world.happenings():
            if (
                isinstance(act, ActResolved)
                and act.order.target == seat
                and not act.goes_on
                and world.turn - OFF_SCRIPT_TURNS <= act.turn < world.turn
                and any(s.seat == seat and s.rung >= OFF_SCRIPT_RUNG for s in act.sightings)
                and not self._happened(act, self._scenario.chronicle)
            ):
                return True
        return False

    def _happened(self, act: ActResolved, rows: Iterable[ChronicleAct]) -> bool:
        """Whether the chronicle has an act like this one, near its day."""
        day = date.fromordinal(self._first.toordinal() + math.floor(act.day))
        reach = DAYS_OFF + self._scenario.turn_days
        return any(
            row.actor == act.actor
            and row.target == act.order.target
            and abs((row.day - day).days) <= reach
            and abs(self._scenario.move[row.move].rung - act.rung) <= 1.0
            for row in rows
        )

    def _order(self, world: World, row: ChronicleAct) -> Order:
        move = self._scenario.move[row.move]
        return Order(
            move=row.move,
            target=row.target,
            salvo=offered_salvo(self._scenario, world, row.actor, move),
            warning_hours=NOTICE_HOURS if "notice" in move.tags else 0.0,
            overt=not _is_denied(move),
            meant=_line_of(self._scenario, world, row) if "warning" in move.tags else None,
            rationale=f"History, {row.day.day} {row.day:%b %Y}: {row.what}",
        )


def _is_denied(move: Move) -> bool:
    return move.goldstein < 0 and move.rung > 0 and move.deniability >= DENIED_FROM


def _line_of(scenario: Scenario, world: World, row: ChronicleAct) -> float:
    """The line that a warning names: the actor's own, or home soil where it has none."""
    line = scenario.layout.read(world.published, "red_line", row.actor, row.target or "")
    return line if line <= 20.0 else 11.0
