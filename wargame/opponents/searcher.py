"""The searcher: level 3 of MODEL D7, which looks several turns deep at what both sides may do.

It tries more sheets than the planner, and each against rivals that may answer otherwise than their
doctrine says, and with itself free to press on or hold back later (``tree``). What the sides may do
later is learned first; then the sheets race on the same runs. Iterations are counted, not seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from wargame.engine.believed_worlds import believed_memory
from wargame.engine.futures import Ends, Futures
from wargame.engine.law.playbook import playbook_for
from wargame.engine.rollout import BLOCK
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, never_stopped
from wargame.opponents.doctrine import Doctrine
from wargame.opponents.foresight import looked_ahead
from wargame.opponents.planner import (
    Choice,
    fits,
    scaled,
    seed_of,
    sheet_key,
    strongest,
)
from wargame.opponents.race import Runner, Track
from wargame.opponents.tree import Line, Side, Tree
from wargame.opponents.worth import Worth

MOVES, AIMS = 14, 3
"""Moves that are tried, and targets of each."""

BEST = 8
"""Orders that are tried beside the first: the best of those tried alone."""

RIVALS = 2
"""Rivals that choose in the tree; the others follow their doctrine."""

REPLIES = 2
"""Sheets that a rival is thought to consider beside what its doctrine says."""

HORIZON = 8
"""Turns of a line, as the planner's."""

LEARNERS, LESSONS = 8, 64
"""Sheets that lines begin with while ways through the tree are tried, and runs for each."""

LESSON = 1 << 20
"""Number of the run before the first of those, out of the way of all others."""

ROUNDS = (32, 96, 256)
BESIDE = (32, 96)
"""Lines of a sheet after each round; those of orders beside the first."""

TEMPERATURE = 0.03
"""Points of utility by which the choice strays where nothing else is asked for; judged."""


class Searcher:
    """The searchers of one session; tables are made once for all seats and turns."""

    def __init__(
        self,
        scenario: Scenario,
        start: str,
        noise: float = 1.0,
        *,
        compiled_in: Path,
        threads: int = 1,
        effort: float = 1.0,
    ) -> None:
        """Make the tables of a scenario at a start point.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: How much it wavers, above 0 (``Settings.noise``).
            compiled_in: Folder that keeps the compiled law.
            threads: Threads that share the lines; what is decided does not depend on it.
            effort: Share of the usual lines, for quick games and tests.
        """
        self._scenario, self._compiled_in = scenario, compiled_in
        self._temperature, self._threads = noise * TEMPERATURE, threads
        self._rounds, self._beside = scaled(ROUNDS, effort), scaled(BESIDE, effort)
        self._lessons = scaled((LESSONS,), effort)[0]
        self._doctrine, self._playbook = Doctrine(scenario, start), playbook_for(scenario)

    def decide(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Order, ...]:
        """What a seat orders this turn, with its reasons; an empty sheet means that it holds.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: Called between blocks of lines; an error that it raises passes through.
        """
        return looked_ahead(self._scenario, self.choices(world, seat, check))

    def choices(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Choice, ...]:
        """How a decision comes about, step by step, as the planner's."""
        check()
        scenario = self._scenario
        options = strongest(self._doctrine, world, seat, MOVES, AIMS)
        usual = self._doctrine.decide(world, seat)
        track = self._track(world, seat, check)
        first = {sheet_key(sheet): sheet for sheet in ((), usual, *((o,) for o in options))}
        track.learn(list(first.values())[:LEARNERS], self._lessons)
        runners = track.run([track.enter(sheet) for sheet in first.values()], self._rounds)
        steps = [Choice((), tuple(runners))]
        # Orders beside the first are sought among those that were no harm alone.
        order_of = {sheet_key((order,)): order for order in options}
        ranked = [order_of[sheet_key(r.sheet)] for r in runners if sheet_key(r.sheet) in order_of]
        while runners[0].sheet:
            given = runners[0].sheet
            more = [
                (*given, order)
                for order in ranked[:BEST]
                if fits(scenario, world, seat, given, order)
            ]
            if not more:
                break
            runners = track.run([track.enter(s) for s in (given, *more)], self._beside)
            if runners[0].sheet == given:
                break
            steps.append(Choice(given, tuple(runners)))
        return tuple(steps)

    def _track(self, world: World, seat: ActorId, check: Check) -> TreeTrack:
        scenario = self._scenario
        seed = seed_of(world, seat)
        futures = Futures(scenario, world, seat, seed, compiled_in=self._compiled_in)
        turns = max(1, min(HORIZON, scenario.turns - world.turn + 1))
        rivals = [
            Side(rival, Worth(scenario, rival), self._replies(futures, world, rival))
            for rival in main_rivals(scenario, world, seat)
        ]
        tree = Tree(
            scenario,
            futures,
            Side(seat, Worth(scenario, seat), ()),
            rivals,
            turns=turns,
            index=world.index_path[-1],
            seed=seed,
        )
        return TreeTrack(
            scenario,
            world,
            seat,
            futures,
            turns=turns,
            temperature=self._temperature,
            threads=self._threads,
            check=check,
            tree=tree,
        )

    def _replies(
        self, futures: Futures, world: World, rival: ActorId
    ) -> tuple[tuple[Order, ...] | None, ...]:
        """What a rival may do now: what its doctrine says, or one thing that it feels drawn to.

        It is seen in a world that the seat imagines and from what the seat has learned, never in
        the true one.
        """
        scenario, seat = self._scenario, futures.seat
        memory = believed_memory(scenario, world, self._playbook, seat)
        drawn = self._doctrine.drawn_to(world, futures.imagined(1), memory, rival, REPLIES)
        return (None, *((order,) for order in drawn))


class TreeTrack(Track):
    """A race in which lines branch: what the sides may do later is learned first, then followed."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        futures: Futures,
        *,
        turns: int,
        temperature: float,
        threads: int,
        check: Check,
        tree: Tree,
    ) -> None:
        """Set up the track; see :class:`Track`."""
        super().__init__(
            scenario,
            world,
            seat,
            futures,
            turns=turns,
            temperature=temperature,
            threads=threads,
            check=check,
        )
        self._tree = tree

    def learn(self, sheets: Sequence[tuple[Order, ...]], runs: int) -> None:
        """Try ways through the tree, with some sheets to begin with.

        The runs are of other numbers than those of the race: what is learned from a run must not
        be tried on it.

        Args:
            sheets: The sheets; two at least, for what is compared is lines of one run.
            runs: Runs for each of them.
        """
        with ThreadPoolExecutor(self.threads) as pool:
            for begin in range(LESSON + 1, LESSON + runs + 1, BLOCK):
                block = range(begin, min(begin + BLOCK, LESSON + runs + 1))
                jobs = [(s, run, n) for run in block for n, s in enumerate(sheets, start=1)]
                lines = list(pool.map(lambda job: self._tree.line(*job), jobs))
                self.check()
                many = len(sheets)
                for at in range(0, len(lines), many):
                    self._tree.learn(lines[at : at + many], self.deaths)

    def extend(self, runners: Sequence[Runner], runs: int) -> None:
        """Let runners, which all have equally many, have so many runs behind them."""
        done = runners[0].runs
        with ThreadPoolExecutor(self.threads) as pool:
            for begin in range(done + 1, runs + 1, BLOCK):
                block = range(begin, min(begin + BLOCK, runs + 1))
                jobs = [(runner.sheet, run) for run in block for runner in runners]
                lines = list(pool.map(lambda job: self._tree.line(*job), jobs))
                self.check()
                self._count(runners, lines)

    def _count(self, runners: Sequence[Runner], lines: Sequence[Line]) -> None:
        many, size = len(runners), len(self.worth.places)
        for at, runner in enumerate(runners):
            mine = lines[at::many]
            ends = Ends(
                np.stack([line.numbers[:size] for line in mine], axis=1),
                np.stack([line.index for line in mine], axis=1),
            )
            self.add(runner, ends)


def main_rivals(scenario: Scenario, world: World, seat: ActorId) -> tuple[ActorId, ...]:
    """The rivals with which a seat has exchanged most lately, as everybody can see."""
    read, values = scenario.layout.read, world.published
    rivals = {
        other
        for relation in scenario.relations
        if relation.kind == "rivals" and seat in (relation.first, relation.second)
        for other in (relation.first, relation.second)
        if other != seat and scenario.actor[other].playable
    }

    def place(other: ActorId) -> tuple[float, str]:
        heat = read(values, "heat", seat, other) + read(values, "heat", other, seat)
        return -heat, other

    return tuple(sorted(rivals, key=place)[:RIVALS])
