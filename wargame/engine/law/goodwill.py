"""Goodwill and normalisation (S21): who comes to help against the next salvo. Carries M63, M64.

A state under a patron's guarantee that lets a foiled attack go without a direct answer earns its
neighbours' goodwill; its own direct strikes and the harm it does spend it. Whether background
partners join the defence is drawn from goodwill and warning; partners with a seat decide for
themselves, and count only where the defender has hours to bring them in.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp2, held, logistic
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.means import BARRAGE
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.perception import leaked_in_all
from wargame.engine.law.rng import GOODWILL_JOIN, folded, uniform
from wargame.engine.law.tags import PARTNER_DEFENCE
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "goodwill.restraint",
        0.1,
        0.05,
        0.2,
        JUDGED,
        "Goodwill that restraint after a foiled attack earns.",
        "MODEL D5.16, M63",
        ("001",),
    ),
    Constant(
        "goodwill.watched_days",
        14.0,
        7.0,
        28.0,
        JUDGED,
        "Days without a direct answer after which it counts as restraint.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.restraint_rung",
        12.0,
        11.0,
        13.0,
        JUDGED,
        "Rung from which an answer on the attacker's soil ends the restraint.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.foiled",
        0.1,
        0.05,
        0.2,
        JUDGED,
        "Largest share of what arrived that may get through in a foiled attack.",
        "MODEL D5.16, C1",
        ("strikes",),
    ),
    Constant(
        "goodwill.reply",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "Goodwill that an own strike of rung 13 or more on home soil spends.",
        "MODEL D5.16, M64",
        ("001",),
    ),
    Constant(
        "goodwill.reply_rung",
        13.0,
        12.5,
        14.0,
        JUDGED,
        "Rung from which an own strike spends it.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.harm",
        0.02,
        0.005,
        0.05,
        JUDGED,
        "Goodwill that a thousand deaths caused spend.",
        "MODEL D5.16, M65",
        ("003",),
    ),
    Constant(
        "goodwill.normalisation",
        0.01,
        0.002,
        0.03,
        JUDGED,
        "Progress of normalisation that a thousand deaths caused undo.",
        "MODEL M63, M65",
        ("000", "001"),
    ),
    Constant(
        "goodwill.home",
        0.5,
        0.4,
        0.6,
        JUDGED,
        "Goodwill to which things return when nothing happens.",
        "MODEL D1",
    ),
    Constant(
        "goodwill.half_life_days",
        180.0,
        90.0,
        365.0,
        JUDGED,
        "Days in which it goes half of the way back.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.join_base",
        -1.0,
        -2.0,
        0.0,
        JUDGED,
        "Log-odds that a partner joins a defence without goodwill or warning.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.join_goodwill",
        3.0,
        2.0,
        4.0,
        JUDGED,
        "What full goodwill adds to those log-odds.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.join_warning",
        1.0,
        0.5,
        2.0,
        JUDGED,
        "What hours of warning enough to join add.",
        "MODEL D5.16",
    ),
    Constant(
        "goodwill.join_hours",
        6.0,
        3.0,
        12.0,
        JUDGED,
        "Hours of warning that a partner needs to join.",
        "MODEL D5.16, moves M03",
        ("001",),
    ),
    Constant(
        "goodwill.joined",
        0.2,
        0.1,
        0.4,
        JUDGED,
        "Share of a full coalition that a background partner brings.",
        "moves M03",
        ("001",),
    ),
    Constant(
        "goodwill.lent",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Share of a full coalition that an order to join brings; it is lost on a salvo that leaves "
        "too little warning.",
        "moves M03",
    ),
)

LEAST_SALVO_RUNG = 12.0
THOUSAND = 1000.0
LEAST_MEANS = 0.1


def is_guaranteed(p: Parameters, i: int) -> bool:
    """Whether an actor is a state under somebody's guarantee, whose neighbours may join it."""
    patrons = 0
    for q in range(p.n_actors):
        patrons += p.partner_of[q, i]
    return patrons > 0


def join_chance(w: WorldNumbers, p: Parameters, k: int, hours: float) -> float:
    """Probability that a partner joins a defence at the goodwill there is (MODEL D5.16)."""
    warned = p.goodwill_join_warning if hours >= p.goodwill_join_hours else 0.0
    return logistic(p.goodwill_join_base + p.goodwill_join_goodwill * w.goodwill[k] + warned)


def may_join(w: WorldNumbers, p: Parameters, i: int, j: int, o: int, k: int) -> bool:
    """Whether a background state, a friend of its patron, could help to defend ``j``."""
    if p.played[o] or o in (i, j) or p.rivals[o, j] or w.collapsed[o, k] > 0.0:
        return False
    if w.shield[o, k] + w.naval[o, k] < LEAST_MEANS:
        return False
    for q in range(p.n_actors):
        if p.partner_of[q, j] and (p.allies[q, o] or p.partner_of[q, o]):
            return True
    return False


def call_partners(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw which background partners join the defence against a salvo that was seen coming."""
    i, j = a.actor[n, k], a.target[n, k]
    hours = a.warning[n, k]
    if hours < p.goodwill_join_hours or a.rung[n, k] < LEAST_SALVO_RUNG:
        return
    chance = join_chance(w, p, k, hours)
    for o in range(p.n_actors):
        if may_join(w, p, i, j, o, k):
            place = folded(a.place[n, k], p.actor_key[o])
            u = uniform(c.key_high[k], c.key_low[k], GOODWILL_JOIN, place, 0)
            joins = u < chance
            note(c, GOODWILL_JOIN, o, u, 1.0 if joins else 0.0)
            if joins:
                w.partners[j, k] = min(1.0, w.partners[j, k] + p.goodwill_joined)


def partners_in_time(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> float:
    """Partner defences at hand for a salvo, 0 to 1: orders to join lapse without enough warning."""
    j = a.target[n, k]
    here = w.partners[j, k]
    if a.warning[n, k] < p.goodwill_join_hours:
        for other in range(a.count[k]):
            joins = p.move_tag[a.move[other, k], PARTNER_DEFENCE]
            if joins and a.target[other, k] == j and a.state[other, k] == DONE:
                here -= p.goodwill_lent
    return max(0.0, here)


def judge_defence(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Begin to watch a guaranteed state's restraint when a salvo at it was foiled."""
    i, j = a.actor[n, k], a.target[n, k]
    arrived = 0
    for weapon in range(5):
        arrived += a.arrived[n, weapon, k]
    salvo = p.move_resolution[a.move[n, k]] == BARRAGE and arrived > 0
    if not salvo or a.rung[n, k] < LEAST_SALVO_RUNG or not is_guaranteed(p, j):
        return
    if p.rivals[i, j] and leaked_in_all(a, n, k) <= p.goodwill_foiled * arrived:
        w.foiled_days[j, k] = p.goodwill_watched_days


def spend_goodwill(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, share: float) -> None:
    """What a guaranteed state's own strike and the deaths it causes cost in goodwill (M64, M65).

    Args:
        share: The part of a single act that this turn is.
    """
    i, m = a.actor[n, k], a.move[n, k]
    if not is_guaranteed(p, i):
        return
    deaths = a.killed[n, k] / THOUSAND
    spent = p.goodwill_harm * deaths
    if p.move_home_soil[m]:
        if a.rung[n, k] >= p.goodwill_reply_rung:
            spent += p.goodwill_reply * share * a.attribution[n, k]
        if a.rung[n, k] >= p.goodwill_restraint_rung:
            w.foiled_days[i, k] = 0.0
    w.goodwill[k] = held(w.goodwill[k] - spent, 0.0, 1.0)
    undone = p.goodwill_normalisation * deaths
    w.normalisation[k] = held(w.normalisation[k] - undone, 0.0, 1.0)


def fade_goodwill(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Goodwill some days later: back towards its home."""
    moved = 1.0 - exp2(-days / p.goodwill_half_life_days)
    w.goodwill[k] += (p.goodwill_home - w.goodwill[k]) * moved


def reward_restraint(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Goodwill for who let a foiled attack go for long enough (M63)."""
    for i in range(p.n_actors):
        if w.foiled_days[i, k] > 0.0:
            over = days - w.foiled_days[i, k]
            w.foiled_days[i, k] = max(0.0, -over)
            if over >= 0.0:
                # It came during the turn and has faded since, as if turns were shorter.
                faded = exp2(-over / p.goodwill_half_life_days)
                earned = p.goodwill_restraint * faded
                w.goodwill[k] = held(w.goodwill[k] + earned, 0.0, 1.0)
