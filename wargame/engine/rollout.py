"""Many worlds played forward at once by the compiled law, with every playable seat on doctrine.

Blocks of rollouts are shared out to threads; each rollout draws by its own number, so the results
do not depend on how many threads there are, nor on where a run was stopped and taken up again
(MODEL D10).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from copy import copy
from itertools import takewhile
from operator import eq
from pathlib import Path

import numpy as np

from wargame.engine.believed_worlds import BelievedWorlds, believed_memory
from wargame.engine.law.compiled import RecordType
from wargame.engine.law.compiled_rollout import (
    ANNOTATIONS,
    CompiledRollouts,
    Words,
    are_compiled,
    compiled_rollouts,
)
from wargame.engine.law.layout import acts_type, context_type, record_type, world_type
from wargame.engine.law.parameters import parameter_record
from wargame.engine.law.past import LONG_AGO, ONGOING, Past
from wargame.engine.law.playbook import (
    PlaybookRecord,
    past_type,
    playbook_for,
    playbook_record,
    with_what_if,
)
from wargame.engine.law.playbook_what_if import Forced, Held
from wargame.engine.law.what_came import fields_of
from wargame.engine.native.machine import Told
from wargame.engine.rollout_results import AS_IT_STANDS, Records, Rollouts, Sheet, WhatIf
from wargame.engine.seat_memory import memory_of
from wargame.engine.varied_constants import VariedConstants
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.world import World

BLOCK = 16
"""Rollouts that share a draw of the law's constants, or an imagined world."""

LONGEST_STRETCH = 32 * BLOCK
"""Rollouts that a thread plays in one go at the most: some quarter of a second."""

ASKED_EVERY_S = 0.02
"""Seconds between two questions whether to stop."""

ROOM = 32
"""Rows of the table of acts for what systems add."""


class RolloutPlan:
    """Everything that rollouts from one world need, made once; compiles when it is made.

    Attributes:
        turns: Turns of each rollout.
        first_turn: The turn played first.
    """

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        turns: int,
        seed: int,
        *,
        compiled_in: Path,
        what_if: WhatIf = AS_IT_STANDS,
        seen_by: ActorId | None = None,
        told: Told | None = None,
    ) -> None:
        """Make the tables.

        Args:
            scenario: The scenario.
            world: Where to begin: a world whose turn has not been adjudicated yet.
            turns: Turns to play in each rollout, from 1.
            seed: Seed of the draws, 0 to 2**53 - 1.
            compiled_in: Folder that keeps the compiled law from one start to the next.
            what_if: What is different from the scenario as it stands.
            seen_by: The seat from whose knowledge to play; None for the world as it is.
            told: Hears how far compiling is, where it must be.
        """
        self.turns, self.first_turn = turns, max(world.turn, 1)
        self._scenario, self._seed = scenario, seed
        actors = self._actors = len(scenario.actors)
        start = world.settings.start
        self._parameters = parameter_record(scenario, start, what_if.parameters)
        self._playbook: PlaybookRecord = playbook_record(
            scenario, what_if.forced, what_if.forbidden, what_if.held
        )
        self._varied = VariedConstants(scenario, what_if.parameters) if what_if.varied else None
        numbers = np.frombuffer(world.values, dtype="<f8")
        self._world: Records = numbers.view(world_type(scenario.layout))
        self._believed: BelievedWorlds | None = None
        if seen_by is None:
            memory = memory_of(scenario, world, playbook_for(scenario), None)
        else:
            self._believed = BelievedWorlds(scenario, world, seen_by)
            memory = believed_memory(scenario, world, playbook_for(scenario), seen_by)
        self._past = _past_record(self._playbook, memory, actors)
        records = _record_types(scenario, self._parameters.dtype, self._playbook)
        types = dict(records)
        self._acts: Records = np.zeros(1, dtype=types["Acts"])
        self._acts["rows"] = len(self._acts["state"][0])
        self._context: Records = np.zeros(1, dtype=types["Context"])
        self._context["lanes"], self._context["days"] = 1, scenario.turn_days
        self._result_type = types["WhatCame"]
        self._law: CompiledRollouts = (
            compiled_rollouts(records, compiled_in)
            if told is None
            else CompiledRollouts(types, compiled_in, told)
        )
        self._rooms = threading.local()

    def forcing(self, forced: Sequence[Forced], held: Sequence[Held] = ()) -> RolloutPlan:
        """The same plan with another what-if; far quicker than another plan.

        Args:
            forced: Orders in place of those that this plan forces; it then forbids nothing.
            held: Who orders nothing of its own, and in which turn.
        """
        other = copy(self)
        playbook = with_what_if(self._playbook, self._scenario, forced, (), held)
        other._playbook = playbook  # noqa: SLF001 - of its own kind
        return other

    def play(
        self,
        rollouts: int,
        *,
        first: int = 1,
        threads: int = 1,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Rollouts:
        """Play rollouts.

        Args:
            rollouts: How many, from 1.
            first: Number of the first: 1, or one more than have been played by an earlier call.
            threads: Threads that share the work.
            stopped: Asked every few milliseconds; when true, those that follow on one another from
                the first are given.
        """
        last = first + rollouts - 1
        length = self._length(rollouts, threads)
        begins = range(first - (first - 1) % length, last + 1, length)
        wanted = [min(b + length - 1, last) - max(b, first) + 1 for b in begins]
        done = [0] * len(begins)
        sheet = Sheet(rollouts, self._actors, self.turns)
        stop = np.zeros(1, dtype=np.int64)

        def work(at: int) -> None:
            if not stop[0]:
                begin = max(begins[at], first)
                played = self._stretch(begin, wanted[at], stop)
                sheet.fill(begin - first, played)
                done[at] = len(played)

        with ThreadPoolExecutor(threads) as pool:
            left = {pool.submit(work, at) for at in range(len(begins))}
            try:
                while left:
                    if stopped():
                        stop[0] = 1
                    ended, left = wait(left, ASKED_EVERY_S)
                    for stretch in ended:
                        stretch.result()
            finally:
                # Whatever happened, no thread goes on for nobody.
                stop[0] = 1
        whole = sum(1 for _ in takewhile(bool, map(eq, done, wanted)))
        count = sum(done[: whole + 1])
        constants = {}
        if self._varied is not None and count:
            constants = self._varied.draws(self._seed, first, first + count - 1, BLOCK)
        return sheet.results(count, self.first_turn, constants)

    def _length(self, rollouts: int, threads: int) -> int:
        """Rollouts that a thread plays before it comes back to Python.

        Long stretches, because a thread that holds Python's lock may keep the window waiting; yet
        some for each thread, so that all end at nearly the same time.
        """
        if self._varied or self._believed:
            return BLOCK
        share = -(-rollouts // (4 * threads * BLOCK)) * BLOCK
        return min(share, LONGEST_STRETCH)

    def _stretch(self, first: int, count: int, stop: Words) -> Records:
        """Play rollouts that share everything but their luck; fewer when it was stopped."""
        results: Records = np.zeros(count, dtype=self._result_type)
        results["seed"] = self._seed
        results["first_rollout"][:, 0] = np.arange(first, first + count)
        results["first_turn"] = self.first_turn
        results["turns"] = self.turns
        parameters = self._parameters
        if self._varied is not None:
            parameters = self._varied.applied(parameters, self._seed, (first - 1) // BLOCK)
        world = self._world
        if self._believed is not None:
            drawn = self._believed.draw(self._seed, (first - 1) // BLOCK)
            world = drawn.view(world.dtype)
        tables = (parameters, self._playbook)
        played = self._law.play(world, self._past, tables, self._room(), results, stop)
        return results[:played]

    def _room(self) -> tuple[Records, Records, Records, Records]:
        """World, memory, acts and context for this thread to work in."""
        if not hasattr(self._rooms, "room"):
            kept = (self._world, self._past, self._acts, self._context)
            self._rooms.room = tuple(np.copy(record) for record in kept)
        room: tuple[Records, Records, Records, Records] = self._rooms.room
        return room


def roll_out(
    scenario: Scenario,
    world: World,
    rollouts: int,
    turns: int,
    seed: int,
    *,
    compiled_in: Path,
    threads: int = 1,
    what_if: WhatIf = AS_IT_STANDS,
    stopped: Callable[[], bool] = lambda: False,
) -> Rollouts:
    """Play many copies of a world forward, each with its own luck; see :class:`RolloutPlan`."""
    plan = RolloutPlan(scenario, world, turns, seed, compiled_in=compiled_in, what_if=what_if)
    return plan.play(rollouts, threads=threads, stopped=stopped)


def is_compiled(scenario: Scenario, compiled_in: Path) -> bool:
    """Whether the law that a plan for this scenario needs is compiled, so that none waits for it.

    Args:
        scenario: The scenario.
        compiled_in: Folder that keeps the compiled law.
    """
    parameters = parameter_record(scenario, scenario.starts[0].id)
    types = _record_types(scenario, parameters.dtype, playbook_record(scenario))
    return are_compiled(dict(types), compiled_in)


def _record_types(
    scenario: Scenario, parameters: RecordType, playbook: PlaybookRecord
) -> tuple[tuple[str, RecordType], ...]:
    """The types of the records of a rollout by their annotations, as the compiled law has them."""
    actors = len(scenario.actors)
    types = (
        world_type(scenario.layout),
        parameters,
        playbook.dtype,
        past_type(playbook, actors, 1),
        acts_type(scenario.max_orders * actors + ONGOING + ROOM),
        context_type(),
        record_type(fields_of(actors, 1)),
    )
    return tuple(zip(ANNOTATIONS, types, strict=True))


def _past_record(d: PlaybookRecord, memory: Past, actors: int) -> Records:
    """A seat's memory of one world as a record."""
    record: Records = np.zeros(1, dtype=past_type(d, actors, 1))
    record["notice_turn"] = LONG_AGO
    for name in record.dtype.names or ():
        values = np.asarray(getattr(memory, name))
        record[name][0] = np.broadcast_to(values, record[name][0].shape)
    return record
