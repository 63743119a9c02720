"""Many worlds played forward at once by the compiled law, with every playable seat on doctrine.

Blocks of lanes are shared out to threads; each rollout draws by its own number, so the results do
not depend on how many threads there are or on the size of a block (MODEL D10).
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from wargame.engine.law.compiled_rollout import CompiledBlock, Records, compiled_block
from wargame.engine.law.layout import acts_type, context_type, world_type
from wargame.engine.law.parameters import ParameterRecord, parameter_record
from wargame.engine.law.past import LONG_AGO, ONGOING, Past
from wargame.engine.law.playbook import (
    PlaybookRecord,
    past_type,
    playbook_for,
    playbook_record,
)
from wargame.engine.law.playbook_what_if import Forbidden, Forced
from wargame.engine.law.what_came import FLAGS, SUMS, fields_of
from wargame.engine.seat_memory import memory_of
from wargame.model.scenario import Scenario
from wargame.model.world import World

LANES = 32
"""Worlds in a block: measured best of 8 to 128 for After Tehran."""

ROOM = 32
"""Rows of the table of acts for what systems add."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Rollouts:
    """What came of many rollouts, one column for each, in the order of their numbers.

    Attributes:
        index: The index after each turn, (turns, rollouts).
        flags: By name (``what_came.FLAGS``) the turn in which it first came about; 0 for never.
        sums: By name (``what_came.SUMS``) counts over the game.
        acts: Hostile acts by actor and target, (actors, actors, rollouts).
        large: The same from rung 9.5.
        first_turn: The turn played first.
    """

    index: Numbers
    flags: Mapping[str, Counts]
    sums: Mapping[str, Counts]
    acts: Counts
    large: Counts
    first_turn: int

    @property
    def count(self) -> int:
        """How many rollouts there are."""
        return int(self.index.shape[1])

    def digest(self) -> str:
        """A hash of the raw results: equal for equal inputs, whatever the number of threads."""
        digest = hashlib.sha256(np.ascontiguousarray(self.index).tobytes())
        for values in (*self.flags.values(), *self.sums.values(), self.acts, self.large):
            digest.update(np.ascontiguousarray(values).tobytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is different from the scenario as it stands.

    Attributes:
        parameters: Constants of the law set to other values, by key.
        forced: Orders that are given whatever doctrine says.
        forbidden: Acts that are not done.
    """

    parameters: Mapping[str, float]
    forced: Sequence[Forced] = ()
    forbidden: Sequence[Forbidden] = ()


AS_IT_STANDS = WhatIf({})


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
    lanes: int = LANES,
    stopped: Callable[[], bool] = lambda: False,
) -> Rollouts:
    """Play many copies of a world forward, each with its own luck.

    Args:
        scenario: The scenario.
        world: Where to begin: a world whose turn has not been adjudicated yet.
        rollouts: How many, from 1.
        turns: Turns to play in each, from 1.
        seed: Seed of the draws, 0 to 2**53 - 1.
        compiled_in: Folder that keeps the compiled law from one start to the next.
        threads: Threads that share the work.
        what_if: What is different.
        lanes: Worlds in a block.
        stopped: Asked between blocks; when true, what is done so far is given.
    """
    first = _First(scenario, world, turns, seed, what_if, lanes)
    play = compiled_block(compiled_in)
    blocks = -(-rollouts // lanes)
    done: list[Records | None] = [None] * blocks
    local = threading.local()

    def work(block: int) -> None:
        if stopped():
            return
        if not hasattr(local, "block"):
            local.block = _Block(first)
        done[block] = local.block.play(play, 1 + block * lanes)

    if threads > 1 and blocks > 1:
        # The first block alone: it compiles, and two compilers at once would only wait.
        work(0)
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, range(1, blocks)))
    else:
        for block in range(blocks):
            work(block)
    return _joined([o for o in done if o is not None], rollouts, first)


class _First:
    """The first state of a block, and the tables: the same for every block."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        turns: int,
        seed: int,
        what_if: WhatIf,
        lanes: int,
    ) -> None:
        self.scenario, self.lanes, self.turns, self.seed = scenario, lanes, turns, seed
        self.first_turn = max(world.turn, 1)
        start = world.settings.start
        self.parameters: ParameterRecord = parameter_record(scenario, start, what_if.parameters)
        self.playbook: PlaybookRecord = playbook_record(scenario, what_if.forced, what_if.forbidden)
        numbers = np.frombuffer(world.values, dtype="<f8")
        self.world = np.repeat(numbers, lanes).tobytes()
        memory = memory_of(scenario, world, playbook_for(scenario), None)
        self.past = _past_record(self.playbook, memory, len(scenario.actors), lanes)
        self.rows = scenario.max_orders * len(scenario.actors) + ONGOING + ROOM


class _Block:
    """The memory of one thread, used again for each of its blocks."""

    def __init__(self, first: _First) -> None:
        layout, lanes = first.scenario.layout, first.lanes
        self._first = first
        self._world: Records = np.zeros(1, dtype=world_type(layout, lanes))
        self._past: Records = np.zeros(1, dtype=first.past.dtype)
        self._acts: Records = np.zeros(1, dtype=acts_type(first.rows, lanes))
        self._acts["rows"][0] = first.rows
        self._context: Records = np.zeros(1, dtype=context_type(lanes))
        self._context["lanes"][0] = lanes
        self._context["days"][0] = first.scenario.turn_days
        self._type = _record_type(fields_of(len(layout.actors), lanes))

    def play(self, play: CompiledBlock, first_rollout: int) -> Records:
        """Play a block; gives its results."""
        first = self._first
        self._world.view(np.uint8)[:] = np.frombuffer(first.world, dtype=np.uint8)
        self._past[:] = first.past
        results: Records = np.zeros(1, dtype=self._type)
        results["seed"][0] = first.seed
        results["first_rollout"][0] = first_rollout
        results["first_turn"][0] = first.first_turn
        results["turns"][0] = first.turns
        play(
            self._world,
            first.parameters,
            first.playbook,
            self._past,
            self._acts,
            self._context,
            results,
        )
        return results


def _record_type(fields: Sequence[tuple[str, str, list[int]]]) -> np.dtype[np.void]:
    kinds = {"q": "<i8", "d": "<f8"}
    return np.dtype([(name, kinds[code], tuple(shape)) for name, code, shape in fields])


def _past_record(d: PlaybookRecord, memory: Past, actors: int, lanes: int) -> Records:
    """A seat's memory of one world, spread over the lanes of a block."""
    record: Records = np.zeros(1, dtype=past_type(d, actors, lanes))
    record["notice_turn"] = LONG_AGO
    for name in record.dtype.names or ():
        values = np.asarray(getattr(memory, name))
        record[name][0] = np.broadcast_to(values, record[name][0].shape)
    return record


def _joined(blocks: Sequence[Records], rollouts: int, first: _First) -> Rollouts:
    """The results of all blocks side by side; lanes beyond the last rollout are dropped."""

    def side_by_side(name: str) -> Counts:
        parts = [block[name][0] for block in blocks]
        joined: Counts = np.concatenate(parts, axis=-1)[..., :rollouts]
        return joined

    return Rollouts(
        index=side_by_side("index").astype(np.float64, copy=False)[: first.turns],
        flags={name: side_by_side(name) for name in FLAGS},
        sums={name: side_by_side(name) for name in SUMS},
        acts=side_by_side("acts"),
        large=side_by_side("large"),
        first_turn=first.first_turn,
    )
