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
from wargame.engine.law.desired_reply import CHOICE, wants
from wargame.engine.law.ladder import intensity
from wargame.engine.law.noise import most_noise, noise
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import DRAWN, SHORTLIST, TOGETHER, Past
from wargame.engine.law.picking import hold, take_best
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.reach import within_reach
from wargame.engine.law.rng import folded
from wargame.engine.law.signs import NOT_NOW, pressed
from wargame.engine.law.urges import urge
from wargame.engine.law.wish_limits import highest, taboo_line
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

LEAST_FORCE = 6.0
"""Lowest rung of what counts as keeping somebody under fire."""

LEAST_WISH = 5.0
"""Lowest desired rung that is a wish for force."""

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
    h.drawn_count[k] = 0
    if w.collapsed[i, k] > 0.0 or d.playable[i] == 0:
        return
    h.political[k] = w.political[i, k]
    h.material[k] = w.material[i, k]
    weigh_preparations(p, h, k, i, c.turn)
    h.pressed[k] = pressed(w, p, k, i)
    wants(w, p, h, c, k, i)
    # One word for the turn's noise, then one step for each candidate: there are hundreds.
    key = folded(folded(c.key_high[k], CHOICE), c.key_low[k])
    for b in range(d.bundle_from[i], d.bundle_from[i + 1]):
        m = d.bundle_move[b]
        if p.move_political[m] <= h.political[k] and p.move_material[m] <= h.material[k]:
            weigh(w, p, d, h, k, c.turn, i, b, key)
    add_noise(p, h, k)
    take_best(w, p, d, h, c, k, i)
    if h.pick_count[k] == 0:
        hold(p, d, h, k, i)


def weigh_preparations(p: Parameters, h: Past, k: int, i: int, turn: int) -> None:
    """Sum up what the actor is preparing against each other, and whom it keeps under fire."""
    for j in range(p.n_actors):
        h.coming[j, k] = 0.0
        h.burns[j, k] = 0
    row = h.own_first[i, k]
    while row >= 0:
        j, m = h.going_target[row, k], h.going_move[row, k]
        if j >= 0 and p.move_rung[m] >= LEAST_FORCE:
            h.burns[j, k] = 1
        prepared = h.going_ready[row, k] > h.going_since[row, k]
        if prepared and j >= 0 and h.going_ready[row, k] >= turn:
            h.coming[j, k] += p.move_intensity[m]
        row = h.own_next[row, k]


def weigh(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    k: int,
    turn: int,
    i: int,
    b: int,
    key: int,
) -> None:
    """Put the candidates of a bundle on the shortlist that noise lifts there."""
    m = d.bundle_move[b]
    role = d.role[m]
    stale, cost = staleness(p, d, h, k, turn, i, m), cost_of(p, m)
    for at in range(d.bundle_at[b], d.bundle_at[b + 1]):
        n, j = d.weighed[at], d.weighed_target[at]
        pull = pull_less(w, p, d, h, k, turn, i, n, role, j, stale, cost)
        if pull > FAINT:
            u = (folded(key, d.weighed_key[at]) + 0.5) * (1.0 / 4294967296.0)
            # Most draws cannot lift a candidate over the bar: that is seen without a logarithm.
            if pull + p.doctrine_temperature * most_noise(u) > bar(p, h, k):
                at_end = h.drawn_count[k]
                h.drawn_at[at_end, k] = n
                h.drawn_pull[at_end, k] = pull
                h.drawn_u[at_end, k] = u
                h.drawn_count[k] = at_end + 1
                if at_end + 1 == DRAWN:
                    add_noise(p, h, k)


def pull_of(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, turn: int, i: int, n: int
) -> float:
    """The pull of a candidate before noise; ``NOT_NOW`` where there are no means for it."""
    m = d.candidate_move[n]
    if p.move_political[m] > h.political[k] or p.move_material[m] > h.material[k]:
        return NOT_NOW
    stale, cost = staleness(p, d, h, k, turn, i, m), cost_of(p, m)
    role, j = d.role[m], d.candidate_target[n]
    return pull_less(w, p, d, h, k, turn, i, n, role, j, stale, cost)


def pull_less(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    k: int,
    turn: int,
    i: int,
    n: int,
    role: int,
    j: int,
    stale: float,
    cost: float,
) -> float:
    """The pull of a candidate less what its move costs, and less what saying it again takes off."""
    if role == roles.FORCE:
        pull = force_urge(w, p, d, h, k, i, n, j)
    else:
        pull = urge(w, p, d, h, k, turn, i, n, role, j)
        if pull > FAINT:
            pull -= stale
    return pull - cost


def staleness(p: Parameters, d: Playbook, h: Past, k: int, turn: int, i: int, m: int) -> float:
    """What having made a move lately takes off its pull: words of last turn are worth little."""
    if d.stands[m] == 1:
        return 0.0
    return p.doctrine_repetition * max(0.0, 3.0 - (turn - h.done_turn[i, m, k]))


def cost_of(p: Parameters, m: int) -> float:
    """What the price of a move takes off its pull."""
    return p.doctrine_thrift * (p.move_political[m] + p.move_material[m])


def add_noise(p: Parameters, h: Past, k: int) -> None:
    """Work out the noise of the candidates that were drawn, and put them on the shortlist.

    All at once, because a processor does several of them with the same instructions.
    """
    count = h.drawn_count[k]
    full = count + (TOGETHER - count % TOGETHER) % TOGETHER
    for spare in range(count, full):
        h.drawn_u[spare, k] = 0.5
    for n in range(full):
        h.drawn_score[n, k] = h.drawn_pull[n, k] + p.doctrine_temperature * noise(h.drawn_u[n, k])
    for n in range(count):
        shortlist(h, k, h.drawn_at[n, k], h.drawn_score[n, k])
    h.drawn_count[k] = 0


def force_urge(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, i: int, n: int, j: int
) -> float:
    """The pull of a use of force: how near it comes to the desired rung, and how it fits (D7)."""
    want = h.want[j, k]
    if want < LEAST_WISH and h.routine[j, k] < LEAST_WISH:
        return NOT_NOW
    m, code = d.candidate_move[n], h.want_code[j, k]
    rung = p.move_rung[m]
    if d.fires[m]:
        # Fire is kept up day by day; a campaign is begun only by a wish of its own rung.
        want = max(want, h.routine[j, k])
    if rung >= d.forbid_rung[i * p.n_actors + j]:
        return NOT_NOW
    if want < LEAST_WISH or rung > highest(w, p, k, i, j) + 0.5:
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
