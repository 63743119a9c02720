"""What a block of rollouts leaves behind: a few numbers for each world, never the worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.engine.law.world_view import Numbers, Whole

LARGE_RUNG = 9.5
"""Rung from which an act counts as large (MODEL D9.7)."""

MOST_TURNS = 52
"""Rows of the index, whatever the number of turns: another shape would mean compiling again."""

FLAGS = ("all_out", "direct", "truce", "collapse", "nuclear")
"""What may have come about, each with the turn in which it first did; 0 for never."""

SUMS = ("leaked", "held", "announced")
"""Counts over a game: weapons that got through, choreographies that held, acts announced."""


class WhatCame:
    """The results of a block; the last axis is the lane.

    Attributes:
        seed: Seed of the draws.
        first_rollout: Number of the first lane's rollout, from 1.
        first_turn: The turn that is played first.
        turns: How many turns are played.
        index: The index after each turn.
        all_out: Turn in which control was lost; 0 for never, as for the other flags.
        direct: Turn of the first strike on the soil of a direct rival.
        truce: Turn in which the first truce of a front was made.
        collapse: Turn in which the first actor collapsed.
        nuclear: Turn of a decision to break out, or of use.
        leaked: Weapons that got through.
        held: Acts whose choreography held.
        announced: Acts that were announced.
        acts: Acts by actor and target; acts that go on count each turn.
        large: The same from rung 9.5.
    """

    seed: Whole
    first_rollout: Whole
    first_turn: Whole
    turns: Whole
    index: Numbers
    all_out: Whole
    direct: Whole
    truce: Whole
    collapse: Whole
    nuclear: Whole
    leaked: Whole
    held: Whole
    announced: Whole
    acts: Whole
    large: Whole

    def __init__(self, actors: int, lanes: int = 1) -> None:
        """Empty results."""
        for name, code, shape in fields_of(actors, lanes):
            size = 8
            for length in shape:
                size *= length
            memory = memoryview(bytearray(size))
            setattr(self, name, memory.cast("d", shape) if code == "d" else memory.cast("q", shape))


def fields_of(actors: int, lanes: int) -> list[tuple[str, str, list[int]]]:
    """Name, kind (``q`` whole, ``d`` number) and shape of every field."""
    return [
        *((name, "q", [1]) for name in ("seed", "first_rollout", "first_turn", "turns")),
        ("index", "d", [MOST_TURNS, lanes]),
        *((name, "q", [lanes]) for name in (*FLAGS, *SUMS)),
        ("acts", "q", [actors, actors, lanes]),
        ("large", "q", [actors, actors, lanes]),
    ]
