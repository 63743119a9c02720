"""The searcher: level 3 of MODEL D7, which looks several turns deep at what both sides may do.

It tries more sheets than the planner, large strikes announced as well as not, first as the planner
does. The best of them then race on through a tree (``tree``): against rivals that may answer
otherwise than their doctrine says, and with the seat itself free to press on, hold back or insist
in the turns after. What the sides may do later is learned before the race. Iterations are counted,
not seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from wargame.engine.believed_worlds import believed_memory
from wargame.engine.futures import Ends, Futures
from wargame.engine.rollout import BLOCK
from wargame.model.ids import ActorId
from wargame.model.moves import Lasting
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, never_stopped
from wargame.opponents.doctrine import NOTICE_HOURS
from wargame.opponents.looking_ahead import (
    BESIDE,
    Choice,
    LookingAhead,
    fill_up,
    scaled,
    seed_of,
    sheet_key,
    strongest,
)
from wargame.opponents.race import Runner, Track
from wargame.opponents.tree import LARGE, Line, Side, Tree
from wargame.opponents.worth import Worth

MOVES, AIMS = 14, 3
"""Moves that are tried, and targets of each."""

BEST = 8
"""Orders that are tried beside the first: the best of those tried alone."""

RIVALS = 2
"""Rivals that choose in the tree; the others follow their doctrine."""

REPLIES = 2
"""Sheets that a rival is thought to consider beside what its doctrine says."""

HORIZON = 12
"""Turns of a line: to the end of the bundled game, beyond where the planner looks."""

LEARNERS, LESSONS = 8, 64
"""Sheets that lines begin with while ways through the tree are tried, and runs for each."""

LESSON = 1 << 20
"""Number of the run before the first of those, out of the way of all others."""

AGAIN = 4
"""Sheets that the seat may give again in later turns, the best of those that can recur."""

ROUNDS = (32, 96, 192, 320)
"""Runs of a sheet after each round, from the third on along the tree."""


class Searcher(LookingAhead):
    """The searchers of one session."""

    horizon = HORIZON

    def choices(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Choice, ...]:
        """How a decision comes about, step by step; see :meth:`LookingAhead.choices`."""
        check()
        rounds = scaled(ROUNDS, self._effort)
        plain = strongest(self._doctrine, world, seat, MOVES, AIMS)
        options = (*plain, *(self._announced(o) for o in plain if self._is_large(o)))
        track = self._track(world, seat, check)
        runners = track.run(self._entered(track, options), rounds[:1])
        best = runners[:BEST]
        track.extend(best, rounds[1])
        deep = self._deep(track, [runner.sheet for runner in best])
        runners = [*deep.run(best, rounds[2:]), *runners[BEST:]]
        steps = [Choice((), tuple(runners))]
        order_of = {sheet_key((order,)): order for order in options}
        ranked = [order_of[sheet_key(r.sheet)] for r in runners if sheet_key(r.sheet) in order_of]
        # What ran along the tree is no measure for what runs on the flat, so the best starts anew.
        beside = scaled(BESIDE, self._effort)
        fill_up(track, steps, ranked[:BEST], beside, lambda best: track.enter(best.sheet))
        return tuple(steps)

    def _deep(self, track: Track, best: Sequence[tuple[Order, ...]]) -> DeepTrack:
        """A track on which the best sheets race along a tree whose ways have been learned."""
        scenario, world, seat = self._scenario, track.world, track.seat
        again = [sheet for sheet in best if len(sheet) == 1 and self._may_recur(sheet[0])]
        rivals = [
            Side(rival, Worth(scenario, rival), self._replies(track.futures, world, rival))
            for rival in main_rivals(scenario, world, seat)
        ]
        tree = Tree(
            scenario,
            track.futures,
            Side(seat, track.worth, tuple(again[:AGAIN])),
            rivals,
            turns=track.turns,
            index=world.index_path[-1],
            seed=seed_of(world, seat),
        )
        deep = DeepTrack(track, tree)
        deep.learn(best, scaled((LESSONS,), self._effort)[0])
        return deep

    def _is_large(self, order: Order) -> bool:
        """Whether an order is a use of force so large that announcing it is a choice of its own."""
        move = self._scenario.move[order.move]
        return order.target is not None and move.rung >= LARGE and move.goldstein < 0.0

    def _announced(self, order: Order) -> Order:
        """The same order, owned up to and told to its target in time (M7, M16)."""
        told = (order.target,) if order.target else ()
        return replace(order, overt=True, warning_hours=NOTICE_HOURS, told=told)

    def _may_recur(self, order: Order) -> bool:
        """Whether an order can be given turn after turn: done at once, and over with its turn."""
        move = self._scenario.move[order.move]
        return move.preparation == 0 and move.lasting is Lasting.EVENT

    def _replies(
        self, futures: Futures, world: World, rival: ActorId
    ) -> tuple[tuple[Order, ...] | None, ...]:
        """What a rival may do now: what its doctrine says, or one thing that it feels drawn to.

        It is seen in a world that the seat imagines and from what the seat has learned, never in
        the true one.
        """
        scenario, seat = self._scenario, futures.seat
        memory = believed_memory(scenario, world, self._doctrine.playbook, seat)
        drawn = self._doctrine.drawn_to(world, futures.imagined(1), memory, rival, REPLIES)
        return (None, *((order,) for order in drawn))


class DeepTrack(Track):
    """A race along a tree: what the sides may do later is learned first, then followed."""

    def __init__(self, flat: Track, tree: Tree) -> None:
        """Set it up.

        Args:
            flat: The track from the same moment without a tree.
            tree: The tree.
        """
        super().__init__(
            flat.scenario,
            flat.world,
            flat.seat,
            flat.futures,
            turns=flat.turns,
            temperature=flat.temperature,
            hands=flat.hands,
            check=flat.check,
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
        many = len(sheets)
        for begin in range(LESSON + 1, LESSON + runs + 1, BLOCK):
            block = range(begin, min(begin + BLOCK, LESSON + runs + 1))
            lines = self._lines(sheets, block, tries=True)
            for at in range(0, len(lines), many):
                self._tree.learn(lines[at : at + many], self.deaths)

    def extend(self, runners: Sequence[Runner], runs: int) -> None:
        """Let runners, which all have equally many, have so many runs behind them.

        What they ran before, on the flat, keeps its weight beside it.
        """
        sheets = [runner.sheet for runner in runners]
        for begin in range(runners[0].runs + 1, runs + 1, BLOCK):
            block = range(begin, min(begin + BLOCK, runs + 1))
            self._count(runners, self._lines(sheets, block, tries=False))

    def _lines(
        self, sheets: Sequence[tuple[Order, ...]], runs: range, *, tries: bool
    ) -> list[Line]:
        """A line for each sheet in each run, run by run."""

        def play(run: int) -> list[Line]:
            return self._tree.lines(sheets, run, tries=tries)

        found: list[Line] = []
        threads = self.hands()
        if threads > 1:
            with ThreadPoolExecutor(threads) as pool:
                for lines in pool.map(play, runs):
                    found += lines
                    self.check()
        else:
            for run in runs:
                found += play(run)
                self.check()
        return found

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
