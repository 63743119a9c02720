"""A finished or running game to look back on: the world after any event, at once.

The log is folded once, and a world is kept every so many events; any other moment is folded from
the one before it. Worlds share what did not change, so that keeping them costs little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from wargame.engine.apply import fold_line
from wargame.engine.standing_log import standing
from wargame.engine.start import start_values
from wargame.engine.visibility import view_for
from wargame.errors import RuleError
from wargame.model.console_view import ConsoleView
from wargame.model.events import PhaseBegan, Record
from wargame.model.ids import ActorId, Phase
from wargame.model.scenario import Scenario
from wargame.model.seat_view import SeatView
from wargame.model.world import World
from wargame.play.control.observing import marks_in
from wargame.play.library import scenario_of_save
from wargame.play.panels.console import console_view
from wargame.storage.opening import open_save

STRIDE = 32
"""Events between two worlds that are kept."""


class Replay:
    """A game as it was after each event that counts; nothing in it can change.

    Attributes:
        scenario: The scenario, as kept in the save.
        line: The records that count, oldest first; places on it are counted from 0.
        records: The whole log, with what going back left out.
        logged: Records in the whole log.
        marked: What observers marked in the room, whether or not the game went back afterwards.
    """

    def __init__(self, scenario: Scenario, records: Sequence[Record]) -> None:
        self.scenario = scenario
        self.records = tuple(records)
        self.line = standing(records)
        self.logged = len(records)
        self.marked = marks_in(records)
        self._kept: list[tuple[int, World]] = []
        self._keep()
        self._first = start_values(scenario, scenario.start[self._kept[0][1].settings.start])
        self._numbers = [record.number for record in self.line]
        self._turn_places = tuple(
            (record.event.turn, place)
            for place, record in enumerate(self.line)
            if isinstance(record.event, PhaseBegan) and record.event.phase is Phase.BRIEF
        )

    @property
    def last(self) -> int:
        """The last place on the line."""
        return len(self.line) - 1

    def world(self, place: int) -> World:
        """The world after the event at a place.

        Raises:
            RuleError: There is no such place.
        """
        if not 0 <= place <= self.last:
            raise RuleError("replay.place", f"The game has {len(self.line):,} moments.")
        at = bisect_right(self._kept, place, key=lambda kept: kept[0]) - 1
        begun, world = self._kept[at]
        if begun == place:
            return world
        return fold_line(self.scenario, self.line[begun + 1 : place + 1], world)

    def console(self, place: int) -> ConsoleView:
        """What the facilitator's console showed then."""
        lines = self.line[: place + 1]
        return console_view(self.scenario, self.world(place), lines, {}, {}, self._first)

    def view(self, seat: ActorId, place: int) -> SeatView:
        """What a seat knew then."""
        return view_for(self.scenario, self.world(place), seat)

    def place_of(self, number: int) -> int:
        """The place of an event, or of the last one before it that counts; 0 at the least."""
        return max(0, bisect_right(self._numbers, number) - 1)

    def turn_places(self) -> tuple[tuple[int, int], ...]:
        """Each turn with the place at which its briefing began."""
        return self._turn_places

    def turn_at(self, place: int) -> int:
        """The turn that a place lies in; 0 before the first."""
        return bisect_right(self.turn_places(), place, key=lambda turn: turn[1])

    def _keep(self) -> None:
        world: World | None = None
        for begun in range(0, len(self.line), STRIDE):
            end = min(begun + STRIDE, len(self.line))
            # The first event of a piece is kept: a jump to a piece's beginning costs nothing.
            world = fold_line(self.scenario, self.line[begun : begun + 1], world)
            self._kept.append((begun, world))
            if end > begun + 1:
                world = fold_line(self.scenario, self.line[begun + 1 : end], world)
        if world is not None:
            self._kept.append((len(self.line) - 1, world))


def open_replay(path: Path) -> Replay:
    """A saved game to look back on; the file is only read.

    Raises:
        SaveError: The file cannot be read.
        ScenarioError: The scenario in it cannot be read by this version.
    """
    with open_save(path, read_only=True) as save:
        return Replay(scenario_of_save(save), save.record_list())
