"""Whether a move's requirements hold, as the seat that would make it may know.

The compiled twin of ``engine/conditions.py``; a test compares the two over random worlds.
"""

from __future__ import annotations

from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.world_view import WorldNumbers

MEASURE, COUNT, ALL, ANY = 0, 1, 2, 3
THE_ACTOR, THE_TARGET = 1, 2
AT_LEAST, AT_MOST, ABOVE, BELOW = 0, 1, 2, 3
NOBODY = -1


def requirements_hold(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    k: int,
    turn: int,
    i: int,
    candidate: int,
) -> bool:
    """Whether every requirement of a candidate of actor ``i`` holds now.

    What ``i`` has picked for this turn already counts as done, as on a person's sheet.
    """
    m = d.candidate_move[candidate]
    j = d.candidate_target[candidate]
    front = d.candidate_front[candidate]
    # The results stand as bits of one number, the latest lowest: a stack without memory.
    stack = 1
    for row in range(d.program_from[m], d.program_from[m + 1]):
        kind = d.op_kind[row]
        if kind == MEASURE:
            stack = stack * 2 + measured(w, d, k, turn, i, j, front, row)
        elif kind == COUNT:
            stack = stack * 2 + counted(p, d, h, k, i, j, row)
        elif kind == ALL:
            parts = d.op_number[row]
            mask = (1 << parts) - 1
            stack = (stack >> parts) * 2 + (1 if stack & mask == mask else 0)
        elif kind == ANY:
            parts = d.op_number[row]
            mask = (1 << parts) - 1
            stack = (stack >> parts) * 2 + (1 if stack & mask != 0 else 0)
        else:
            stack = stack ^ 1
    return stack & 1 == 1


def measured(
    w: WorldNumbers, d: Playbook, k: int, turn: int, i: int, j: int, front: int, row: int
) -> int:
    """1 when the measure of a row holds; a name that stands for nobody makes it 0."""
    base = d.op_base[row]
    if base < 0:
        value = 1.0 * turn
    else:
        first = named(d.op_first[row], i, j, front)
        second = named(d.op_second[row], i, j, front)
        if first < 0 or second < 0:
            return 0
        value = w.flat[base + first * d.op_first_step[row] + second * d.op_second_step[row], k]
    bound = d.op_value[row]
    compare = d.op_compare[row]
    if compare == AT_LEAST:
        holds = value >= bound
    elif compare == AT_MOST:
        holds = value <= bound
    elif compare == ABOVE:
        holds = value > bound
    elif compare == BELOW:
        holds = value < bound
    else:
        holds = value == bound
    return 1 if holds else 0


def named(word: int, i: int, j: int, front: int) -> int:
    """The place that a word stands for; 0 where there is no word, -1 where it has no meaning."""
    if word == 0:
        return 0
    if word == THE_ACTOR:
        return i
    if word == THE_TARGET:
        return j
    return front


def counted(p: Parameters, d: Playbook, h: Past, k: int, i: int, j: int, row: int) -> int:
    """1 when at least so many acts are on record, those picked for this turn among them."""
    fact = d.op_number[row]
    by = named(d.op_first[row], i, j, NOBODY)
    target = named(d.op_second[row], i, j, NOBODY)
    total = 0
    if (d.op_first[row] == 0 or by >= 0) and (d.op_second[row] == 0 or target >= 0):
        at = d.fact_base[fact] + by * d.fact_by_step[fact] + target * d.fact_target_step[fact]
        for cell in range(max(d.fact_within[fact], 1)):
            total += h.facts[at + cell, k]
    wanted_by = by if d.op_first[row] != 0 else d.fact_by[fact]
    wanted_target = target if d.op_second[row] != 0 else d.fact_target[fact]
    if (wanted_by < 0 or wanted_by == i) and d.fact_front[fact] < 0:
        for slot in range(h.pick_count[k]):
            m = h.pick_move[slot, k]
            if (
                p.move_rung[m] >= d.fact_rung[fact]
                and (d.fact_move[fact] < 0 or d.fact_move[fact] == m)
                and (wanted_target < 0 or wanted_target == h.pick_target[slot, k])
            ):
                total += 1
    return 1 if total >= d.op_value[row] else 0


def forget_old(d: Playbook, h: Past, k: int, turn: int) -> None:
    """Begin a turn: acts that are too old to count are dropped."""
    for fact in range(d.fact_count[0]):
        within = d.fact_within[fact]
        if within > 0:
            at = d.fact_base[fact] + turn % within
            end = d.fact_base[fact + 1] if fact + 1 < d.fact_count[0] else d.fact_places[0]
            while at < end:
                h.facts[at, k] = 0
                at += within


def remember(
    d: Playbook,
    h: Past,
    k: int,
    turn: int,
    ago: int,
    i: int,
    m: int,
    j: int,
    front: int,
    rung: float,
) -> None:
    """Count an act of ``i`` against ``j`` among the facts of turn ``turn``.

    Args:
        ago: How many turns ago it happened; 0 for this turn.
        j: Whom it was aimed at; -1 for nobody.
    """
    for fact in range(d.fact_count[0]):
        within = d.fact_within[fact]
        if (
            rung >= d.fact_rung[fact]
            and (within == 0 or ago < within)
            and (d.fact_front[fact] < 0 or d.fact_front[fact] == front)
            and (d.fact_move[fact] < 0 or d.fact_move[fact] == m)
            and (d.fact_by[fact] < 0 or d.fact_by[fact] == i)
            and (d.fact_target[fact] < 0 or d.fact_target[fact] == j)
            and (j >= 0 or d.fact_target_step[fact] == 0)
        ):
            at = d.fact_base[fact] + i * d.fact_by_step[fact] + j * d.fact_target_step[fact]
            if within > 0:
                at += (turn - ago) % within
            h.facts[at, k] += 1
