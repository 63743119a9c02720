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
from pathlib import Path

import numpy as np

from wargame.engine.believed_worlds import believed_memory
from wargame.engine.futures import Ends, Futures
from wargame.engine.law.playbook import playbook_for
from wargame.engine.rollout import BLOCK
from wargame.model.ids import ActorId
from wargame.model.moves import Lasting
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, Hands, never_stopped, one_hand
from wargame.opponents.doctrine import NOTICE_HOURS, Doctrine
from wargame.opponents.foresight import looked_ahead
from wargame.opponents.planner import (
    Choice,
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
BESIDE = (32, 96)
"""Runs of a sheet after each round, from the third on along the tree; those of orders beside it."""

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
        hands: Hands = one_hand,
        effort: float = 1.0,
    ) -> None:
        """Make the tables of a scenario at a start point.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: How much it wavers, above 0 (``Settings.noise``).
            compiled_in: Folder that keeps the compiled law.
            hands: Threads that share the lines; what is decided does not depend on it.
            effort: Share of the usual lines, for quick games and tests.
        """
        self._scenario, self._compiled_in = scenario, compiled_in
        self._temperature, self._hands = noise * TEMPERATURE, hands
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
        plain = strongest(self._doctrine, world, seat, MOVES, AIMS)
        options = (*plain, *(self._announced(o) for o in plain if self._is_large(o)))
        usual = self._doctrine.decide(world, seat)
        futures = Futures(
            scenario, world, seat, seed_of(world, seat), compiled_in=self._compiled_in
        )
        turns = max(1, min(HORIZON, scenario.turns - world.turn + 1))
        track = Track(
            scenario,
            world,
            seat,
            futures,
            turns=turns,
            temperature=self._temperature,
            hands=self._hands,
            check=check,
        )
        first = {sheet_key(sheet): sheet for sheet in ((), usual, *((o,) for o in options))}
        runners = track.run([track.enter(sheet) for sheet in first.values()], self._rounds[:1])
        best = runners[:BEST]
        track.extend(best, self._rounds[1])
        deep = self._deep(world, seat, track, [runner.sheet for runner in best])
        runners = [*deep.run(best, self._rounds[2:]), *runners[BEST:]]
        steps = [Choice((), tuple(runners))]
        order_of = {sheet_key((order,)): order for order in options}
        ranked = [order_of[sheet_key(r.sheet)] for r in runners if sheet_key(r.sheet) in order_of]
        # What ran along the tree is no measure for what runs on the flat, so the best starts anew.
        fill_up(track, steps, ranked[:BEST], self._beside, lambda best: track.enter(best.sheet))
        return tuple(steps)

    def _deep(
        self, world: World, seat: ActorId, track: Track, best: Sequence[tuple[Order, ...]]
    ) -> DeepTrack:
        """A track on which the best sheets race along a tree whose ways have been learned."""
        scenario, futures = self._scenario, track.futures
        again = [sheet for sheet in best if len(sheet) == 1 and self._may_recur(sheet[0])]
        rivals = [
            Side(rival, Worth(scenario, rival), self._replies(futures, world, rival))
            for rival in main_rivals(scenario, world, seat)
        ]
        tree = Tree(
            scenario,
            futures,
            Side(seat, track.worth, tuple(again[:AGAIN])),
            rivals,
            turns=track.turns,
            index=world.index_path[-1],
            seed=seed_of(world, seat),
        )
        deep = DeepTrack(
            scenario,
            world,
            seat,
            futures,
            turns=track.turns,
            temperature=self._temperature,
            hands=self._hands,
            check=track.check,
            tree=tree,
        )
        deep.learn(best, self._lessons)
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
        memory = believed_memory(scenario, world, self._playbook, seat)
        drawn = self._doctrine.drawn_to(world, futures.imagined(1), memory, rival, REPLIES)
        return (None, *((order,) for order in drawn))


class DeepTrack(Track):
    """A race along a tree: what the sides may do later is learned first, then followed."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        futures: Futures,
        *,
        turns: int,
        temperature: float,
        hands: Hands,
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
            hands=hands,
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

        threads = self.hands()
        if threads > 1:
            with ThreadPoolExecutor(threads) as pool:
                found = list(pool.map(play, runs))
        else:
            found = [play(run) for run in runs]
        self.check()
        return [line for lines in found for line in lines]

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
