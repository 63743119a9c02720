"""Orders, going-on moves and preparations of a rollout's turn: into the table of acts, and out.

The lane form of ``engine/carrying.py`` and of the first half of ``engine/adjudicate.py``. It
differs in one thing: requirements are asked when a move is chosen and when a prepared one is due,
not once more in the middle of the turn.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import ONGOING, Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.requirements import requirements_hold
from wargame.engine.law.world_view import WorldNumbers

FORCE_RUNG = 4.0
"""Lowest rung of what a stand-down ends, as ``carrying.FORCE_RUNG``."""

DENIED_FROM = 0.5
"""Deniability from which a use of force is not owned up to."""

NOTICE_HOURS = 72.0
HIGHEST_LINE = 20.0
HOME_SOIL = 11.0
STAYS, ENDS = -1, -2
"""Instead of a row of the table of acts: still being prepared; over."""


def order_going_on(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, a: Acts, k: int, turn: int, i: int
) -> None:
    """Put what actor ``i`` has going on into the table of acts, or end it."""
    row = h.own_first[i, k]
    while row >= 0:
        order_row(w, p, d, h, a, k, turn, i, row)
        row = h.own_next[row, k]


def order_row(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    a: Acts,
    k: int,
    turn: int,
    i: int,
    row: int,
) -> None:
    """Put one row of what goes on into the table of acts, or end it."""
    m, j = h.going_move[row, k], h.going_target[row, k]
    prepared = h.going_ready[row, k] > h.going_since[row, k]
    if h.going_ready[row, k] > turn:
        h.going_act[row, k] = STAYS
        return
    h.going_act[row, k] = ENDS
    if w.collapsed[i, k] > 0.0 or (j >= 0 and w.collapsed[j, k] > 0.0):
        return
    if is_forbidden(p, d, i, m, j):
        return
    if prepared:
        n = candidate_of(d, i, m, j)
        if n < 0 or not requirements_hold(w, p, d, h, k, turn, i, n):
            return
    elif ended_by_orders(p, d, h, k, m, j):
        return
    at = append_act(p, a, k, i, m, j)
    if at >= 0:
        a.paid[at, k] = 1
        a.going_on[at, k] = 0 if prepared else 1
        announce(p, d, h, a, k, turn, i, at)
        if h.going_forced[row, k] > 0:
            fill_in(d, a, k, at, h.going_forced[row, k] - 1)
        h.going_act[row, k] = at


def order_picks(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, a: Acts, k: int, turn: int, i: int
) -> None:
    """Put what actor ``i`` has picked into the table of acts; begin what needs preparation."""
    for slot in range(h.pick_count[k]):
        m, j = h.pick_move[slot, k], h.pick_target[slot, k]
        if d.role[m] == roles.HOLD:
            continue
        if p.move_preparation[m] > 0:
            row = h.going_count[k]
            if row < ONGOING:
                w.political[i, k] = max(0.0, w.political[i, k] - p.move_political[m])
                w.material[i, k] = max(0.0, w.material[i, k] - p.move_material[m])
                h.going_count[k] = row + 1
                h.going_actor[row, k] = i
                h.going_move[row, k] = m
                h.going_target[row, k] = j
                h.going_since[row, k] = turn
                h.going_ready[row, k] = turn + p.move_preparation[m]
                h.going_act[row, k] = STAYS
                h.going_forced[row, k] = h.pick_forced[slot, k]
            continue
        at = append_act(p, a, k, i, m, j)
        if at >= 0:
            if d.role[m] == roles.WARNING:
                a.meant[at, k] = line_named(w, k, i, j)
            announce(p, d, h, a, k, turn, i, at)
            forced = h.pick_forced[slot, k] - 1
            if forced >= 0:
                a.paid[at, k] = d.forced_paid[forced]
                fill_in(d, a, k, at, forced)


def fill_in(d: Playbook, a: Acts, k: int, at: int, forced: int) -> None:
    """Write into an act what a person's order says of it."""
    if d.forced_overt[forced] < 0:
        return
    a.overt[at, k] = d.forced_overt[forced]
    a.meant[at, k] = d.forced_meant[forced]
    if d.forced_told[forced] == 1:
        a.announced[at, k] = 1
    if d.forced_hours[forced] > 0.0:
        a.warning_asked[at, k] = d.forced_hours[forced]
    if d.forced_own_salvo[forced] == 1:
        for weapon in range(5):
            a.salvo[at, weapon, k] = d.forced_salvo[5 * forced + weapon]


def line_named(w: WorldNumbers, k: int, i: int, j: int) -> float:
    """The line that a warning names: the actor's own, or home soil where it has none."""
    line = w.red_line[i, j, k]
    return line if line <= HIGHEST_LINE else HOME_SOIL


def announce(
    p: Parameters, d: Playbook, h: Past, a: Acts, k: int, turn: int, i: int, at: int
) -> None:
    """Say of an act whether notice was given, and whether its author owns up to it."""
    m = a.move[at, k]
    if d.role[m] == roles.FORCE and p.move_deniability[m] >= DENIED_FROM:
        a.overt[at, k] = 0
    noticed = h.notice_turn[i, k] >= turn - 1
    for slot in range(h.pick_count[k]):
        if d.role[h.pick_move[slot, k]] == roles.NOTICE:
            noticed = True
    if noticed or d.role[m] == roles.NOTICE:
        a.announced[at, k] = 1
        a.warning_asked[at, k] = NOTICE_HOURS


def ended_by_orders(p: Parameters, d: Playbook, h: Past, k: int, m: int, j: int) -> bool:
    """Whether the picks of its actor end what goes on (as ``carrying.going_on``)."""
    for slot in range(h.pick_count[k]):
        new = h.pick_move[slot, k]
        if p.move_preparation[new] > 0:
            continue
        target = h.pick_target[slot, k]
        same = target < 0 or target == j
        if d.role[new] == roles.STAND_DOWN and p.move_rung[m] >= FORCE_RUNG and same:
            return True
        if d.role[m] == roles.STAND_DOWN and d.fires[new]:
            return True
        if d.fires[new] and d.fires[m] and target == j:
            return True
    return False


def is_forbidden(p: Parameters, d: Playbook, i: int, m: int, j: int) -> bool:
    """Whether a what-if forbids this move against this target."""
    return j >= 0 and p.move_rung[m] >= d.forbid_rung[i * p.n_actors + j]


def candidate_of(d: Playbook, i: int, m: int, j: int) -> int:
    """The candidate of an actor, a move and a target; -1 when there is none."""
    for n in range(d.candidate_from[i], d.candidate_from[i + 1]):
        if d.candidate_move[n] == m and d.candidate_target[n] == j:
            return n
    return -1


def carry_on(d: Playbook, h: Past, a: Acts, k: int, turn: int) -> None:
    """After the turn: what was carried out and lasts goes on; what ended is forgotten.

    Args:
        turn: The turn that was played.
    """
    kept = 0
    for row in range(h.going_count[k]):
        act = h.going_act[row, k]
        stays = act == STAYS
        if act >= 0 and a.state[act, k] == DONE and d.stands[a.move[act, k]] == 1:
            stays = True
            if a.going_on[act, k] == 0:
                h.going_since[row, k] = turn
                h.going_ready[row, k] = turn
        if stays:
            h.going_actor[kept, k] = h.going_actor[row, k]
            h.going_move[kept, k] = h.going_move[row, k]
            h.going_target[kept, k] = h.going_target[row, k]
            h.going_since[kept, k] = h.going_since[row, k]
            h.going_ready[kept, k] = h.going_ready[row, k]
            h.going_forced[kept, k] = h.going_forced[row, k]
            kept += 1
    h.going_count[k] = kept
    for at in range(h.ordered[k]):
        if a.going_on[at, k] == 0 and a.state[at, k] == DONE and d.stands[a.move[at, k]] == 1:
            add_standing(h, a, k, turn, at)


def add_standing(h: Past, a: Acts, k: int, turn: int, at: int) -> None:
    """Let a lasting move that began this turn go on, unless it does already."""
    for row in range(h.going_count[k]):
        if (
            h.going_actor[row, k] == a.actor[at, k]
            and h.going_move[row, k] == a.move[at, k]
            and h.going_target[row, k] == a.target[at, k]
            and h.going_ready[row, k] <= turn
        ):
            return
    row = h.going_count[k]
    if row < ONGOING:
        h.going_count[k] = row + 1
        h.going_actor[row, k] = a.actor[at, k]
        h.going_move[row, k] = a.move[at, k]
        h.going_target[row, k] = a.target[at, k]
        h.going_since[row, k] = turn
        h.going_ready[row, k] = turn
        h.going_forced[row, k] = 0
