"""A block of worlds played forward by doctrine: choose, carry out, settle, remember, again.

The same ``play_turn`` that adjudicates a game plays every turn here, so a forecast cannot drift
from the rules (MODEL D10).
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.context import Context
from wargame.engine.law.doctrine import choose
from wargame.engine.law.game_over import GOES_ON, over
from wargame.engine.law.going_on import carry_on, order_going_on, order_picks
from wargame.engine.law.means import STANDING
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.requirements import forget_old, remember
from wargame.engine.law.rng import turn_key
from wargame.engine.law.signs import look_around
from wargame.engine.law.turn import play_turn
from wargame.engine.law.what_came import LARGE_RUNG, WhatCame
from wargame.engine.law.world_view import WorldNumbers

SOIL_RUNG = 11.0
"""Lowest rung of an open or covert strike on the soil of a direct rival (MODEL D3, threshold B)."""


def play_block(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, a: Acts, c: Context, o: WhatCame
) -> None:
    """Play every world of a block for all turns."""
    for ahead in range(o.turns[0]):
        turn = o.first_turn[0] + ahead
        c.turn = turn
        for k in range(c.lanes):
            rollout = o.first_rollout[0] + k
            c.key_high[k] = turn_key(o.seed[0], rollout, turn, 0)
            c.key_low[k] = turn_key(o.seed[0], rollout, turn, 1)
            give_orders(w, p, d, h, a, c, k)
        play_turn(w, p, a, c)
        for k in range(c.lanes):
            note_what_came(w, p, d, h, a, o, k, turn, ahead)
            carry_on(d, h, a, k, turn)
            for n in range(a.count[k]):
                clear_row(a, n, k)
            a.count[k] = 0


def give_orders(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, a: Acts, c: Context, k: int
) -> None:
    """Let every actor choose, and write everything into the table of acts in order."""
    forget_old(d, h, k, c.turn)
    h.ordered[k] = 0
    if h.over[k] > 0:
        h.going_count[k] = 0
        return
    look_around(w, p, h, k, c.turn)
    for place in range(p.n_actors):
        i = d.in_turn[place]
        if d.held_turn[i] == c.turn:
            h.pick_count[k] = 0
        else:
            choose(w, p, d, h, c, k, i)
        force_orders(d, h, k, c.turn, i)
        order_going_on(w, p, d, h, a, k, c.turn, i)
        order_picks(w, p, d, h, a, k, c.turn, i)
    h.ordered[k] = a.count[k]


def force_orders(d: Playbook, h: Past, k: int, turn: int, i: int) -> None:
    """Put the orders that a what-if forces on the actor before its own."""
    for slot in range(h.pick_count[k]):
        h.pick_forced[slot, k] = 0
    for n in range(d.forced_count[0]):
        if d.forced_turn[n] == turn and d.forced_actor[n] == i:
            last = min(h.pick_count[k], d.max_orders[0] - 1)
            for back in range(last):
                slot = last - back
                h.pick_move[slot, k] = h.pick_move[slot - 1, k]
                h.pick_target[slot, k] = h.pick_target[slot - 1, k]
                h.pick_forced[slot, k] = h.pick_forced[slot - 1, k]
            h.pick_move[0, k] = d.forced_move[n]
            h.pick_target[0, k] = d.forced_target[n]
            h.pick_forced[0, k] = n + 1
            h.pick_count[k] = last + 1


def note_what_came(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    a: Acts,
    o: WhatCame,
    k: int,
    turn: int,
    ahead: int,
) -> None:
    """Write down what the turn brought, and remember its acts."""
    if h.over[k] > 0:
        o.index[ahead, k] = o.index[ahead - 1, k] if ahead > 0 else w.index[k]
        return
    o.index[ahead, k] = w.index[k]
    for n in range(a.count[k]):
        if a.state[n, k] == DONE:
            note_act(p, d, h, a, o, n, k, turn)
    if w.all_out[k] > 0.0:
        o.all_out[k] = turn
    for f in range(p.n_fronts):
        if w.truce[f, k] > 0.0 and o.truce[k] == 0:
            o.truce[k] = turn
    for i in range(p.n_actors):
        if w.collapsed[i, k] > 0.0 and o.collapse[k] == 0:
            o.collapse[k] = turn
    if over(w, p, k) != GOES_ON:
        h.over[k] = turn


def note_act(
    p: Parameters, d: Playbook, h: Past, a: Acts, o: WhatCame, n: int, k: int, turn: int
) -> None:
    """Count an act that was carried out, and remember it for requirements."""
    i, m, j = a.actor[n, k], a.move[n, k], a.target[n, k]
    if a.going_on[n, k] == 1 and p.move_lasting[m] == STANDING:
        return
    remember(d, h, k, turn, 0, i, m, j, a.front[n, k], a.rung[n, k])
    if d.role[m] == roles.NOTICE:
        h.notice_turn[i, k] = turn
    if a.going_on[n, k] == 0:
        h.done_turn[i, m, k] = turn
    if d.role[m] == roles.BREAKOUT and o.nuclear[k] == 0:
        o.nuclear[k] = turn
    o.announced[k] += a.announced[n, k]
    o.held[k] += a.choreographed[n, k]
    for weapon in range(5):
        o.leaked[k] += a.leaked[n, weapon, k]
    if j < 0 or a.rung[n, k] <= 0.0 or p.move_goldstein[m] >= 0.0:
        return
    o.acts[i, j, k] += 1
    if a.rung[n, k] >= LARGE_RUNG:
        o.large[i, j, k] += 1
    on_soil = p.direct[i, j] == 1 and p.move_home_soil[m] == 1 and a.rung[n, k] >= SOIL_RUNG
    if on_soil and o.direct[k] == 0:
        o.direct[k] = turn


def clear_row(a: Acts, n: int, k: int) -> None:
    """Make a row of the table of acts as if it had never been used."""
    a.state[n, k] = 0
    a.actor[n, k] = 0
    a.target[n, k] = 0
    a.move[n, k] = 0
    a.step[n, k] = 0
    a.front[n, k] = 0
    a.place[n, k] = 0
    a.going_on[n, k] = 0
    a.prepared[n, k] = 0
    a.paid[n, k] = 0
    a.overt[n, k] = 0
    a.announced[n, k] = 0
    a.choreographed[n, k] = 0
    a.success[n, k] = 0
    a.killed[n, k] = 0
    a.displaced[n, k] = 0
    a.warning_asked[n, k] = 0.0
    a.warning[n, k] = 0.0
    a.preempted[n, k] = 0.0
    a.rung[n, k] = 0.0
    a.severity[n, k] = 0.0
    a.attribution[n, k] = 0.0
    a.perceived[n, k] = 0.0
    a.meant[n, k] = 0.0
    for weapon in range(5):
        a.salvo[n, weapon, k] = 0
        a.launched[n, weapon, k] = 0
        a.arrived[n, weapon, k] = 0
        a.seen[n, weapon, k] = 0
        a.stopped[n, weapon, k] = 0
        a.leaked[n, weapon, k] = 0
        a.shots[n, weapon, k] = 0
        a.spent[n, weapon, k] = 0
        a.ready[n, weapon, k] = 0.0
