"""The compiled form of ``rollout_turn.play_block``: many worlds, one after the other.

Each world begins as the same copy of the first one and leaves a record of what came of it. A world
at a time stays within the processor's nearest memory, which lanes of many worlds do not: the law
branches too much for one instruction to serve several worlds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from wargame.engine.law.compiled import Records, RecordType, compiled, is_compiled
from wargame.engine.law.rollout_turn import play_block
from wargame.engine.native.machine import Door, Told, unheard
from wargame.engine.native.module import DOOR

Words = np.ndarray[tuple[int], np.dtype[np.int64]]

NEVER: Words = np.zeros(1, dtype=np.int64)
"""A stop that nobody pulls."""

ANNOTATIONS = (
    "WorldNumbers",
    "Parameters",
    "Playbook",
    "Past",
    "Acts",
    "Context",
    "WhatCame",
)
"""The records of a rollout, in the order in which ``play_block`` takes them."""


class CompiledRollouts:
    """Plays worlds one after the other; it lets other threads of Python run meanwhile."""

    def __init__(self, records: Mapping[str, RecordType], home: Path, told: Told = unheard) -> None:
        """Compile it, unless this state of the law has been compiled for these records before."""
        self._play: Door = compiled(
            play_block, records, home, door=_door(records), arguments=11, told=told
        )

    def play(
        self,
        world: Records,
        past: Records,
        tables: tuple[Records, Records],
        room: tuple[Records, Records, Records, Records],
        results: Records,
        stop: Words = NEVER,
    ) -> int:
        """Play a world for each result; gives how many were played.

        Args:
            world: The first state.
            past: The first memory.
            tables: Parameters and playbook.
            room: World, memory, acts and context to work in; acts are clear, and stay so.
            results: One for each world, which says what to play; filled in place.
            stop: A number of which another thread makes 1 when no further world is to be begun.
        """
        count = np.array([len(results)])
        self._play(world, past, room[0], *tables, *room[1:], results, count, stop)
        return int(count[0])


@cache
def compiled_rollouts(records: tuple[tuple[str, RecordType], ...], home: Path) -> CompiledRollouts:
    """The compiled rollout for records of certain types, kept in memory and on disk.

    Args:
        records: Types of the records by annotation.
        home: The folder that keeps what was compiled, made where it is missing.
    """
    return CompiledRollouts(dict(records), home)


def are_compiled(records: Mapping[str, RecordType], home: Path) -> bool:
    """Whether the rollout for records of these types is on disk already."""
    return is_compiled(play_block.__name__, records, home, _door(records))


def _door(records: Mapping[str, RecordType]) -> str:
    return _DOOR.format(
        door=DOOR,
        world=records["WorldNumbers"].itemsize,
        past=records["Past"].itemsize,
        result=records["WhatCame"].itemsize,
    )


_DOOR = """
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

define void @{door}(ptr noalias %world, ptr noalias %past, ptr noalias %w, ptr noalias %p,
    ptr noalias %d, ptr noalias %h, ptr noalias %a, ptr noalias %c, ptr noalias %o,
    ptr noalias %n, ptr %stop) #0 {{
begin:
  %count = load i64, ptr %n
  %some = icmp sgt i64 %count, 0
  br i1 %some, label %again, label %end
again:
  %at = phi i64 [ 0, %begin ], [ %next, %play ]
  store i64 %at, ptr %n
  %told = load volatile i64, ptr %stop
  %goes = icmp eq i64 %told, 0
  br i1 %goes, label %play, label %end
play:
  %place = mul i64 %at, {result}
  %result = getelementptr i8, ptr %o, i64 %place
  call void @llvm.memcpy.p0.p0.i64(ptr %w, ptr %world, i64 {world}, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr %h, ptr %past, i64 {past}, i1 false)
  call void @"rollout_turn.play_block"(ptr %w, ptr %p, ptr %d, ptr %h, ptr %a, ptr %c, ptr %result)
  %next = add i64 %at, 1
  %more = icmp slt i64 %next, %count
  br i1 %more, label %again, label %done
done:
  store i64 %count, ptr %n
  br label %end
end:
  ret void
}}
"""
