"""What an actor orders under its doctrine: level 1 of MODEL D7, and everybody in rollouts.

A few moves are picked by softmax over what the rules leave open: each candidate's pull plus noise
drawn at its own address, so that adding a candidate disturbs no other. The rung that is wanted
comes from ``desired_reply``, the pull of what is no force from ``urges``. All-out war and nuclear
use are never chosen. What is read of others is said in those two modules; here nothing is.
"""

from __future__ import annotations

from wargame.engine.law import desired_reply, roles
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context
from wargame.engine.law.desired_reply import CHOICE, highest, taboo_line, wants
from wargame.engine.law.ladder import intensity
from wargame.engine.law.noise import most_noise, noise
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import SHORTLIST, Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.reach import within_reach
from wargame.engine.law.requirements import requirements_hold
from wargame.engine.law.rng import folded
from wargame.engine.law.signs import NOT_NOW, pressed
from wargame.engine.law.urges import urge
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "doctrine.temperature",
        0.3,
        0.1,
        0.6,
        JUDGED,
        "Noise of the choice between moves: 0 always takes the strongest pull.",
        "MODEL D7",
    ),
    Constant(
        "doctrine.threshold",
        0.45,
        0.2,
        0.8,
        JUDGED,
        "Pull below which a move is left undone.",
        "MODEL D7",
    ),
    Constant(
        "doctrine.misfit",
        0.6,
        0.3,
        1.0,
        JUDGED,
        "What each rung of distance to the desired rung takes off the pull of a force move.",
        "MODEL D7",
    ),
    Constant(
        "doctrine.thrift",
        0.06,
        0.0,
        0.2,
        JUDGED,
        "What each point of cost takes off the pull of a move.",
        "MODEL D7",
    ),
    Constant(
        "doctrine.repetition",
        0.35,
        0.0,
        0.6,
        JUDGED,
        "What having done the same thing last turn takes off the pull of words and talks, thirds.",
        "MODEL D7",
    ),
    Constant(
        "doctrine.spares_economy",
        0.8,
        0.0,
        2.0,
        JUDGED,
        "What aiming at the economy or at towns takes off the pull of a strike.",
        "MODEL M15",
        ("002",),
    ),
)

HELD_BACK_FROM = 3.0
"""S units owed from which doing nothing is a decision, and is ordered as one."""

FAINT = -0.3
"""Pull below which noise is not even drawn: it would hardly ever reach the threshold."""


def choose(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, k: int, i: int
) -> None:
    """Pick the orders of actor ``i`` in world ``k`` into ``h.pick_move`` and ``h.pick_target``.

    ``signs.look_around`` comes first, once a turn.
    """
    h.pick_count[k] = 0
    h.list_count[k] = 0
    if w.collapsed[i, k] > 0.0 or d.playable[i] == 0:
        return
    h.political[k] = w.political[i, k]
    h.material[k] = w.material[i, k]
    weigh_preparations(p, h, k, i, c.turn)
    h.pressed[k] = pressed(w, p, k, i)
    wants(w, p, h, c, k, i)
    # One word for the turn's noise, then one step for each candidate: there are hundreds.
    key = folded(folded(c.key_high[k], CHOICE), c.key_low[k])
    for n in range(d.candidate_from[i], d.candidate_from[i + 1]):
        pull = pull_of(w, p, d, h, k, c.turn, i, n)
        if pull > FAINT:
            u = (folded(key, d.candidate_key[n]) + 0.5) * (1.0 / 4294967296.0)
            # Most draws cannot lift a candidate over the bar: that is seen without a logarithm.
            if pull + p.doctrine_temperature * most_noise(u) > bar(p, h, k):
                shortlist(h, k, n, pull + p.doctrine_temperature * noise(u))
    take_best(w, p, d, h, c, k, i)
    if h.pick_count[k] == 0:
        hold(p, d, h, k, i)


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


def weigh_preparations(p: Parameters, h: Past, k: int, i: int, turn: int) -> None:
    """Sum up what the actor is preparing against each other."""
    for j in range(p.n_actors):
        h.coming[j, k] = 0.0
    for row in range(h.going_count[k]):
        j = h.going_target[row, k]
        prepared = h.going_ready[row, k] > h.going_since[row, k]
        if prepared and h.going_actor[row, k] == i and j >= 0 and h.going_ready[row, k] >= turn:
            h.coming[j, k] += intensity(p.move_rung[h.going_move[row, k]])


def pull_of(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, turn: int, i: int, n: int
) -> float:
    """The pull of a candidate before noise, its cost counted."""
    m = d.candidate_move[n]
    if p.move_political[m] > h.political[k] or p.move_material[m] > h.material[k]:
        return NOT_NOW
    if d.role[m] == roles.FORCE:
        pull = force_urge(w, p, d, h, k, i, n)
    else:
        pull = urge(w, p, d, h, k, turn, i, n)
        if pull > FAINT and d.stands[m] == 0:
            # Words that were said last turn are worth little today.
            ago = turn - h.done_turn[i, m, k]
            pull -= p.doctrine_repetition * max(0.0, 3.0 - ago)
    return pull - p.doctrine_thrift * (p.move_political[m] + p.move_material[m])


def force_urge(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, i: int, n: int
) -> float:
    """The pull of a use of force: how near it comes to the desired rung, and how it fits (D7)."""
    m, j = d.candidate_move[n], d.candidate_target[n]
    rung, want, code = p.move_rung[m], h.want[j, k], h.want_code[j, k]
    if d.fires[m]:
        # Fire is kept up day by day; a campaign is begun only by a wish of its own rung.
        want = max(want, h.routine[j, k])
    if rung >= d.forbid_rung[i * p.n_actors + j]:
        return NOT_NOW
    if want < 5.0 or rung > highest(w, p, k, i, j) + 0.5:
        return NOT_NOW
    if rung > want + 1.3 or rung < want - 3.0 or is_barred(w, p, d, h, k, i, n):
        return NOT_NOW
    pull = 1.5 + 0.02 * intensity(want)
    distance = rung - want
    pull -= p.doctrine_misfit * (distance if distance >= 0.0 else -distance)
    if code == desired_reply.FORCED:
        # A show of force must be seen, and must not drown in ambiguity (M18, M19).
        pull += 1.2 - 1.5 * p.move_deniability[m] if rung >= 11.0 else -1.5
    elif code == desired_reply.PRESS and d.opportunity[m]:
        pull += 0.5
    elif code == desired_reply.SOLIDARITY and d.solidarity_move[m] == 0:
        pull -= 0.6
    elif code == desired_reply.REPLY and d.answers[m]:
        pull += 0.3
    if d.civilian[m]:
        pull -= p.doctrine_spares_economy
    if p.direct[i, j] and rung >= 12.0:
        pull += 0.7 if d.telegraphed[m] == h.telegraphs[j, k] else -1.0
    return pull


def is_barred(w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, i: int, n: int) -> bool:
    """Whether the injunction or the map rules out a use of force that the wish would allow."""
    m, j = d.candidate_move[n], d.candidate_target[n]
    if d.fires[m] and p.state[i] and not within_reach(w, p, k, i, j):
        return True
    if not (p.direct[i, j] and p.move_home_soil[m] and p.move_rung[m] >= 11.0):
        return False
    # Whoever was not struck does not open a direct exchange; it strikes where it can deny.
    unasked = h.want_code[j, k] == desired_reply.PRESS and d.opportunity[m] == 0
    return unasked or h.want[j, k] < taboo_line(w, p, k, i, j) - 0.5


def bar(p: Parameters, h: Past, k: int) -> float:
    """The score that a candidate must pass to matter."""
    if h.list_count[k] < SHORTLIST:
        return p.doctrine_threshold
    return max(p.doctrine_threshold, h.list_score[SHORTLIST - 1, k])


def shortlist(h: Past, k: int, n: int, score: float) -> None:
    """Put a candidate in its place among the best so far."""
    at = h.list_count[k]
    if at == SHORTLIST:
        if score <= h.list_score[SHORTLIST - 1, k]:
            return
        at -= 1
    else:
        h.list_count[k] = at + 1
    while at > 0 and h.list_score[at - 1, k] < score:
        h.list_score[at, k] = h.list_score[at - 1, k]
        h.list_at[at, k] = h.list_at[at - 1, k]
        at -= 1
    h.list_score[at, k] = score
    h.list_at[at, k] = n


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
        if announced and h.want[j, k] >= 12.0 and may_pick(w, p, d, h, c, k, i, n):
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
    for row in range(h.going_count[k]):
        if h.going_actor[row, k] != i:
            continue
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
    return True
