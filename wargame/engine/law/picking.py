"""Which of the moves that a computer seat likes it may make: by the rules, the purse, and sense.

The second half of the doctrine's choice (MODEL D7): ``doctrine.choose`` weighs, this file takes the
best that is left open.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.context import Context
from wargame.engine.law.desired_reply import PREVIEWED_RUNG
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.requirements import requirements_hold
from wargame.engine.law.world_view import WorldNumbers

HELD_BACK_FROM = 3.0
"""S units owed from which doing nothing is a decision, and is ordered as one."""


def take_best(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, k: int, i: int
) -> None:
    """Take the best of the shortlist that the rules allow, until the sheet is full."""
    for at in range(h.list_count[k]):
        if h.list_score[at, k] < p.doctrine_threshold or h.pick_count[k] >= d.max_orders[0]:
            return
        n = h.list_at[at, k]
        if may_pick(w, p, d, h, c, k, i, n):
            pick(p, d, h, k, n)
            if d.role[d.candidate_move[n]] == roles.NOTICE:
                pick_announced(w, p, d, h, c, k, i)


def hold(p: Parameters, d: Playbook, h: Past, k: int, i: int) -> None:
    """Where a reply is owed and nothing is worth doing, say so: the order to hold (D01)."""
    owed = 0.0
    for j in range(p.n_actors):
        owed = max(owed, h.owed[j, k])
    if owed < HELD_BACK_FROM:
        return
    for n in range(d.candidate_from[i], d.candidate_from[i + 1]):
        if d.role[d.candidate_move[n]] == roles.HOLD:
            pick(p, d, h, k, n)
            return


def pick(p: Parameters, d: Playbook, h: Past, k: int, n: int) -> None:
    """Put a candidate on the sheet."""
    slot = h.pick_count[k]
    m = d.candidate_move[n]
    h.pick_move[slot, k] = m
    h.pick_target[slot, k] = d.candidate_target[n]
    h.pick_count[k] = slot + 1
    h.political[k] -= p.move_political[m]
    h.material[k] -= p.move_material[m]


def pick_announced(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, k: int, i: int
) -> None:
    """After a preview, put the strike that it announces on the same sheet."""
    for n in range(d.candidate_from[i], d.candidate_from[i + 1]):
        j = d.candidate_target[n]
        if h.pick_count[k] >= d.max_orders[0]:
            return
        announced = d.telegraphed[d.candidate_move[n]] == 1 and h.telegraphs[j, k] == 1
        if announced and h.want[j, k] >= PREVIEWED_RUNG and may_pick(w, p, d, h, c, k, i, n):
            pick(p, d, h, k, n)
            return


def may_pick(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, k: int, i: int, n: int
) -> bool:
    """Whether a candidate may join those picked: by the rules, by the purse, and by sense."""
    m, j = d.candidate_move[n], d.candidate_target[n]
    role = d.role[m]
    if p.move_political[m] > h.political[k] or p.move_material[m] > h.material[k]:
        return False
    for slot in range(h.pick_count[k]):
        other = h.pick_move[slot, k]
        same_target = h.pick_target[slot, k] == j
        if other == m and (same_target or role != roles.FORCE):
            return False
        if same_target and j >= 0 and not go_together(role, d.role[other]):
            return False
    return is_open(w, p, d, h, k, i, n) and requirements_hold(w, p, d, h, k, c.turn, i, n)


def go_together(one: int, other: int) -> bool:
    """Whether two moves against the same side make sense on one sheet."""
    one = roles.FORCE if roles.is_war(one) else one
    other = roles.FORCE if roles.is_war(other) else other
    if one == roles.FORCE and other == roles.FORCE:
        return False
    soft = (roles.MESSAGE, roles.PLAY_DOWN, roles.STAND_DOWN, roles.RELEASE, roles.TERMS)
    if one == roles.FORCE:
        return other not in soft
    if other == roles.FORCE:
        return one not in soft
    if roles.REJECT in (one, other):
        return one not in (roles.TERMS, roles.RELEASE, roles.TALKS) and other not in (
            roles.TERMS,
            roles.RELEASE,
            roles.TALKS,
        )
    return True


def is_open(w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, i: int, n: int) -> bool:
    """What the rules ask of every move beside its requirements and cost."""
    m, j = d.candidate_move[n], d.candidate_target[n]
    if j >= 0 and w.collapsed[j, k] > 0.0:
        return False
    row = h.own_first[i, k]
    while row >= 0:
        going = h.going_move[row, k]
        same_target = h.going_target[row, k] == j
        if going == m:
            # Being prepared closes the move whatever its target; going on closes it for its own.
            if h.going_ready[row, k] > h.going_since[row, k]:
                return False
            if d.stands[m] and same_target:
                return False
        # Fire of a lower rung would take the place of what burns already.
        replaces = d.fires[going] and d.fires[m] and same_target and going != m
        if replaces and p.move_rung[going] >= p.move_rung[m]:
            return False
        row = h.own_next[row, k]
    return True
