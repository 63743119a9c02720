"""What may come of a seat's sheets, in worlds as that seat may imagine them, told by their ends.

Opponents that look ahead ask for little: a few numbers of the world at the end of each run. They
may also stop between two turns and force other sheets from there on, which a tree of moves needs.
The compiled law plays; equal seeds and runs draw equally whatever is forced (MODEL D10).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from wargame.engine.forced_orders import forced_sheets
from wargame.engine.law.playbook import PlaybookRecord, with_what_if
from wargame.engine.law.playbook_what_if import Forbidden, Forced, Held
from wargame.engine.rollout import BLOCK, RolloutPlan
from wargame.engine.rollout_results import Records, WhatIf
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

NO_CONTROL_LOST = {"hazard.all_out_base": -99.0}
"""Constants with which control is never lost, so that its probability is read off the index.

A draw of yes or no in each run would drown what moves do to it; the chance that each run goes
through, turn by turn, has the same mean and a fraction of the noise.
"""

_MAKING = threading.Lock()
"""Held while tables are made: seats that think side by side must not all compile the law."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]
Room = tuple[Records, Records, Records, Records]
Sheets = Mapping[ActorId, Sequence[Order]]


@dataclass(frozen=True, slots=True)
class Ends:
    """How some runs ended.

    Attributes:
        numbers: The numbers of the world that were asked for, (places, runs).
        index: The escalation index after each turn, (turns, runs).
    """

    numbers: Numbers
    index: Numbers


@dataclass(slots=True)
class Walk:
    """One run that goes on some turns at a time, each time with what is forced from there on.

    Two rooms take turns, so that nothing has to be copied from one to the next.

    Attributes:
        run: The number of its run, from 1; it addresses the draws.
        turn: The turn that is played next.
        world: The numbers of its world now.
        past: What its actors remember now.
        room: Where world and past will be next.
        other: Where they will be after that.
    """

    run: int
    turn: int
    world: Records
    past: Records
    room: tuple[Records, Records]
    other: tuple[Records, Records]

    def numbers(self, places: Places) -> Numbers:
        """Some numbers of the world as it is now."""
        found: Numbers = self.world["flat"][0, places, 0]
        return found


class Futures(RolloutPlan):
    """Runs from one moment of a game in the worlds that one seat may imagine.

    Attributes:
        seat: The seat.
    """

    def __init__(
        self, scenario: Scenario, world: World, seat: ActorId, seed: int, *, compiled_in: Path
    ) -> None:
        """Make the tables.

        Args:
            scenario: The scenario.
            world: The game in its planning phase; only what the seat may know is read.
            seat: From whose knowledge to play.
            seed: Seed of the draws.
            compiled_in: Folder that keeps the compiled law.
        """
        calm = WhatIf(NO_CONTROL_LOST)
        with _MAKING:
            super().__init__(
                scenario, world, 1, seed, compiled_in=compiled_in, what_if=calm, seen_by=seat
            )
        self.seat = seat
        self._as_it_stands = self._playbook
        self._worlds: dict[int, Records] = {}
        self._walks = threading.local()

    def book(
        self, sheets: Mapping[int, Sheets], forbidden: Sequence[Forbidden] = ()
    ) -> PlaybookRecord:
        """The playbook in which some seats give certain sheets, and nothing else, by turn.

        A seat that is not named follows its doctrine. Each seat may be named in one turn only.

        Args:
            sheets: The sheets of seats by turn.
            forbidden: Acts that are not done, in whatever turn.
        """
        if not sheets and not forbidden:
            return self._as_it_stands
        forced: list[Forced] = []
        held: list[Held] = []
        for turn, of_turn in sheets.items():
            more = forced_sheets(self._scenario, turn, of_turn)
            forced += more[0]
            held += more[1]
        return with_what_if(self._as_it_stands, self._scenario, forced, forbidden, held)

    def ends(
        self,
        book: PlaybookRecord,
        turns: int,
        places: Places,
        *,
        first: int,
        count: int,
        threads: int = 1,
        check: Callable[[], None] = lambda: None,
    ) -> Ends:
        """How runs end; in none of them control is lost (``NO_CONTROL_LOST``).

        Args:
            book: What is forced, from :meth:`book`.
            turns: Turns of each run, from 1.
            places: Which numbers of the world.
            first: Number of the first run; those of a block of 16 share their imagined world.
            count: How many runs.
            threads: Threads that share the work; the numbers do not depend on it.
            check: Called between blocks by whoever asked; an error that it raises ends it.
        """
        found = Ends(np.zeros((len(places), count)), np.zeros((turns, count)))
        runs = range(first, first + count)
        begins = [run for run in runs if run == first or (run - 1) % BLOCK == 0]

        def work(begin: int) -> None:
            end = min(begin - (begin - 1) % BLOCK + BLOCK, first + count)
            world = self._imagined(begin)
            for run in range(begin, end):
                room = self._room()
                came = self._played(world, self._past, room, book, run, self.first_turn, turns)
                found.numbers[:, run - first] = room[0]["flat"][0, places, 0]
                found.index[:, run - first] = came["index"][0, :turns, 0]

        if threads > 1 and len(begins) > 1:
            with ThreadPoolExecutor(threads) as pool:
                for _ in pool.map(work, begins):
                    check()
        else:
            for begin in begins:
                work(begin)
                check()
        return found

    def imagined(self, run: int) -> bytes:
        """The numbers of the world in which a run begins."""
        return self._imagined(run).tobytes()

    def walk(self, run: int) -> Walk:
        """A run before its first turn, to be played some turns at a time with :meth:`go_on`.

        A thread has one at a time: the one that it had is over when it asks for another.
        """
        kept = self._walks
        if not hasattr(kept, "rooms"):
            world, past, acts, context = self._room()
            kept.rooms = (world, past), (np.copy(world), np.copy(past))
            kept.tools = acts, context
        room, other = kept.rooms
        return Walk(run, self.first_turn, self._imagined(run), self._past, room, other)

    def go_on(self, walk: Walk, book: PlaybookRecord, turns: int) -> Numbers:
        """Play a walk on for some turns, from 1; gives the index after each."""
        room = (*walk.room, *self._walks.tools)
        came = self._played(walk.world, walk.past, room, book, walk.run, walk.turn, turns)
        walk.world, walk.past = walk.room
        walk.room, walk.other = walk.other, walk.room
        walk.turn += turns
        index: Numbers = came["index"][0, :turns, 0]
        return index

    def _imagined(self, run: int) -> Records:
        """The world of a run; it is kept, for many runs begin in it."""
        block = (run - 1) // BLOCK
        if block not in self._worlds:
            assert self._believed is not None  # noqa: S101 - made so above
            self._worlds[block] = self._believed.draw(self._seed, block).view(self._world.dtype)
        return self._worlds[block]

    def _played(
        self,
        world: Records,
        past: Records,
        room: Room,
        book: PlaybookRecord,
        run: int,
        turn: int,
        turns: int,
    ) -> Records:
        """Play one run; what the room holds after it is its end."""
        result: Records = np.zeros(1, dtype=self._result_type)
        result["seed"], result["first_rollout"] = self._seed, run
        result["first_turn"], result["turns"] = turn, turns
        self._law.play(world, past, (self._parameters, book), room, result)
        return result
