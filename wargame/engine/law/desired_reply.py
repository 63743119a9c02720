"""How far an actor wants to go against each rival: reply, press on, show solidarity, fire on.

MODEL D5.8, D5.10, D5.11 and D7; mechanisms M1, M2, M14, M18 to M23, M29 to M31, M49, M53 to M56,
M61. What holds it within limits stands in ``wish_limits``.

What it reads of others is public (heat of fronts and of pairs, precedents, truces, boldness) or
known to both sides of a tie (``support``, ``leverage``, ``pact``). The rest is its own: what it
owes, believes, fears, and was asked for.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import held, logistic, normal_quantile
from wargame.engine.law.constant import DATA, JUDGED, LITERATURE, Constant
from wargame.engine.law.context import Context
from wargame.engine.law.deferral import force_left, reply_left
from wargame.engine.law.deployments import undeterred
from wargame.engine.law.hardening import floor_shift, patience_of, reply_factor
from wargame.engine.law.hazards import happens, over_days
from wargame.engine.law.ladder import rung_of
from wargame.engine.law.leverage import opportunism_factor, own_restraint
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.politics import risk_factor
from wargame.engine.law.proxies import solidarity_of
from wargame.engine.law.reach import fights_an_ally, left_to_patron, within_reach
from wargame.engine.law.rng import STREAMS, paired, uniform
from wargame.engine.law.talks import linked_truce
from wargame.engine.law.wish_limits import highest, kept_to_taboo, left_by_fear
from wargame.engine.law.world_view import WorldNumbers

NOTHING, REPLY, FORCED, PRESS, SOLIDARITY, HELD_BACK = range(6)
"""Why an actor wants what it wants."""

CHOICE = STREAMS["doctrine.choice"]
DRAW_RUNG, DRAW_FORCED, DRAW_FORCED_RUNG, DRAW_PRESS, DRAW_TIME, DRAW_NOTICE = range(6)
TYPICAL_RATIO = 0.8
"""Reply ratio to which the debt that forces a reply refers: Iran's (MODEL D7)."""

FIRE_RUNG = 6.0
"""Rung of what a group has done lately below which it rests."""

PREVIEWED_RUNG = 12.0
"""Lowest rung that is announced before it is carried out."""

LEAST_REPLY = 0.05
"""S units of a wished reply that no noise lifts to the lowest rung of force."""

DRAW_OPEN = 7

DRAWS = 6
"""Draws of a pair in the stream of the doctrine; the choice itself draws by candidate."""

CONSTANTS = (
    Constant(
        "doctrine.restraint",
        0.7,
        0.5,
        0.9,
        JUDGED,
        "How far heat can restrain what an actor does.",
        "MODEL D5.10",
    ),
    Constant(
        "doctrine.restraint_scale",
        60.0,
        45.0,
        80.0,
        JUDGED,
        "Weighted heat at which restraint reaches 63 % of its most.",
        "MODEL D5.10",
    ),
    Constant(
        "doctrine.restraint_least",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "Share of the wish to act that no restraint takes away.",
        "MODEL D5.10",
    ),
    Constant(
        "doctrine.opportunism",
        12.0,
        8.0,
        16.0,
        JUDGED,
        "S units that full opportunism wants against a rival that nobody expects to reply.",
        "MODEL D5.10, M21",
        ("002",),
    ),
    Constant(
        "doctrine.press_from",
        2.4,
        1.8,
        3.0,
        JUDGED,
        "S units of that wish, after restraint, below which nobody presses on.",
        "MODEL D9.7, M21",
        ("002",),
    ),
    Constant(
        "doctrine.press_chance",
        0.4,
        0.2,
        0.8,
        JUDGED,
        "Probability a week of pressing on that each further S unit adds.",
        "MODEL D9.7, M21",
        ("002",),
    ),
    Constant(
        "doctrine.rung_noise",
        0.7,
        0.3,
        1.2,
        JUDGED,
        "Standard deviation of the rung that is aimed at.",
        "MODEL D5.10",
    ),
    Constant(
        "doctrine.taboo",
        12.5,
        12.0,
        13.0,
        JUDGED,
        "Rung below which home soil is left alone while no precedent has been set.",
        "MODEL D5.10, M2",
        ("001",),
    ),
    Constant(
        "doctrine.taboo_slope",
        0.35,
        0.2,
        0.5,
        JUDGED,
        "How far each rung of precedent above 8 lowers that line.",
        "MODEL D5.10, M5",
        ("001",),
    ),
    Constant(
        "doctrine.face_floor",
        0.5,
        0.4,
        0.6,
        JUDGED,
        "Standing below which a state must answer openly.",
        "MODEL D5.8, M19",
        ("002",),
    ),
    Constant(
        "doctrine.vow_floor",
        0.05,
        0.03,
        0.1,
        LITERATURE,
        "How far each public vow lifts that floor: hands are tied.",
        "MODEL D5.8, B9",
        ("fearon-1997",),
    ),
    Constant(
        "doctrine.face_width",
        0.025,
        0.015,
        0.06,
        JUDGED,
        "How sharp the floor is.",
        "MODEL D5.8",
    ),
    Constant(
        "doctrine.forced_debt",
        6.0,
        4.0,
        8.0,
        JUDGED,
        "S units owed below which nothing forces a reply, at a reply ratio of 0.8.",
        "MODEL D5.9",
    ),
    Constant(
        "doctrine.open_front",
        0.4,
        0.15,
        0.8,
        DATA,
        "Probability a week that a group opens fire of its own for an ally at war: a day went by "
        "on the Lebanese border, ten in Iraq, six weeks in the Red Sea.",
        "MODEL C2, M29, M73",
        ("timeline",),
    ),
    Constant(
        "doctrine.patience",
        0.7,
        0.4,
        0.9,
        DATA,
        "How far full patience keeps an actor from answering in any one week.",
        "MODEL C4",
        ("timeline",),
    ),
    Constant(
        "doctrine.forced_patience",
        0.45,
        0.0,
        0.7,
        DATA,
        "How far full patience keeps an actor that has no choice from answering in any one week.",
        "MODEL C4",
        ("timeline",),
    ),
)


def wants(w: WorldNumbers, p: Parameters, h: Past, c: Context, k: int, i: int) -> None:
    """Set what actor ``i`` wants towards each of its rivals."""
    h.previews[k] = 0
    h.freed[k] = freedom(w, p, k, i)
    h.bound[k] = own_restraint(w, p, i, k)
    for j in range(p.n_actors):
        h.want[j, k] = 0.0
        h.want_code[j, k] = NOTHING
        h.routine[j, k] = 0.0
        h.owed[j, k] = 0.0
        h.telegraphs[j, k] = 0
        if p.rivals[i, j]:
            want_towards(w, p, h, c, k, i, j)
            announces = p.direct[i, j] and h.telegraphs[j, k]
            if announces and h.want[j, k] >= PREVIEWED_RUNG:
                h.previews[k] = 1


def want_towards(
    w: WorldNumbers, p: Parameters, h: Past, c: Context, k: int, i: int, j: int
) -> None:
    """Set the desired rung of ``i`` towards rival ``j``, and why (MODEL D5.8, D5.10)."""
    place = paired(p.actor_key[i], p.actor_key[j])
    truce = quiet(w, p, k, i, j)
    h.routine[j, k] = routine_rung(w, p, k, i, j)
    # What is being prepared already counts as answered.
    owed = max(0.0, w.debt[i, j, k] - h.coming[j, k])
    h.owed[j, k] = owed
    reply = p.reply_ratio[i] * reply_factor(w, p, i, k) * owed * left_to_patron(p, i, j)
    in_touch = w.heat[i, j, k] + w.heat[j, i, k] > 0.5
    shown = 0.0
    if p.state[i] == 0 and (in_touch or may_open_front(w, p, h, c, k, i, j)):
        shown = solidarity_of(w, p, i, k) * (1.0 - w.truce[p.front_of[i, j], k])
    if shown == 0.0 and not in_touch and reply < LEAST_REPLY:
        return
    left = left_by_fear(w, p, k, j, h.fear[k], h.bound[k]) * undeterred(w, p, i, j, k)
    press = left * opportunity(w, p, k, i, j, truce, h.freed[k]) if in_touch else 0.0
    wish = (reply * reply_left(w, p, i, j, k) + shown) * left + press
    if p.state[i] == 0:
        wish *= held(w.strike[i, k], 0.0, 1.0)
    code = SOLIDARITY if shown > reply else REPLY
    if code == REPLY:
        in_time = 1.0 - p.doctrine_patience * patience_of(w, p, i, k)
        if not is_drawn(c, k, place, DRAW_TIME, in_time):
            wish = 0.0
            code = HELD_BACK
    rung = 0.0
    if wish > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], CHOICE, place, DRAW_RUNG)
        rung = rung_of(wish) + p.doctrine_rung_noise * normal_quantile(u) - w.appealed[i, k]
    eager = p.doctrine_press_chance * max(0.0, press - p.doctrine_press_from)
    if eager > 0.0 and is_drawn(c, k, place, DRAW_PRESS, min(eager, 0.8)):
        # Each blow that went unpunished invites a larger one (M21, M41).
        u = uniform(c.key_high[k], c.key_low[k], CHOICE, place, DRAW_RUNG + DRAWS)
        pressing = 9.3 + 0.07 * min(w.heat[i, j, k], 60.0) + 0.9 * normal_quantile(u)
        if pressing > rung:
            rung = pressing
            code = PRESS
    rung = min(kept_to_taboo(w, p, k, i, j, rung), highest(w, p, k, i, j))
    if p.direct[i, j] and reply >= TYPICAL_RATIO * p.doctrine_forced_debt:
        # No choice is no haste: the patient pick their week (MODEL C4).
        ready = 1.0 - p.doctrine_forced_patience * patience_of(w, p, i, k)
        chance = over_days(ready * forced_chance(w, p, k, i), c.days)
        chance *= force_left(w, p, i, j, k) * undeterred(w, p, i, j, k)
        u = uniform(c.key_high[k], c.key_low[k], CHOICE, place, DRAW_FORCED)
        if u < chance:
            u = uniform(c.key_high[k], c.key_low[k], CHOICE, place, DRAW_FORCED_RUNG)
            rung = max(rung, p.doctrine_taboo + 0.5 * normal_quantile(u))
            rung = min(rung, highest(w, p, k, i, j))
            code = FORCED
    if rung < 5.0:
        rung = 0.0
    h.want[j, k] = rung
    h.want_code[j, k] = code
    h.telegraphs[j, k] = tells_before(w, p, c, k, i, j, place)


def tells_before(
    w: WorldNumbers, p: Parameters, c: Context, k: int, i: int, j: int, place: int
) -> int:
    """1 where ``i`` would announce a barrage against ``j`` this turn."""
    tells = p.telegraphs[i, j] * (1.2 - 0.5 * w.hardline[i, k])
    if tells <= 0.0:
        return 0
    return 1 if uniform(c.key_high[k], c.key_low[k], CHOICE, place, DRAW_NOTICE) < tells else 0


def is_drawn(c: Context, k: int, place: int, index: int, weekly: float) -> bool:
    """Whether what has a probability a week comes about in this turn, by a draw of the choice."""
    u = uniform(c.key_high[k], c.key_low[k], CHOICE, place, index)
    return happens(u, weekly, c.days)


def may_open_front(
    w: WorldNumbers, p: Parameters, h: Past, c: Context, k: int, i: int, j: int
) -> bool:
    """Whether group ``i`` may open fire of its own for an ally; at times it does (M29)."""
    if not fights_an_ally(w, p, k, i, j):
        return False
    place = paired(p.actor_key[i], p.actor_key[j])
    if is_drawn(c, k, place, DRAW_OPEN, p.doctrine_open_front):
        h.routine[j, k] = min(p.routine[i], highest(w, p, k, i, j))
    return True


def quiet(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> float:
    """How far a truce stills ``i`` towards ``j``, 0 to 1: their own, or the one it is linked to.

    Allied groups tie their fire to a ceasefire on the linked front (M47); where one of them rests,
    a state's raids have nothing to answer.
    """
    front = p.front_of[i, j]
    truce = w.truce[front, k]
    rests = p.state[i] == 1 and p.state[j] == 0 and w.last_rung[j, i, k] < FIRE_RUNG
    if (p.state[i] == 0 or rests) and p.linked_front[front] == 0:
        truce = max(truce, w.linkage[k] * linked_truce(w, p, k))
    return truce


def routine_rung(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> float:
    """The rung of daily fire that the doctrine keeps up where a front burns and no truce holds."""
    front = p.front_of[i, j]
    burns = w.front_heat[front, k] >= 0.5 and quiet(w, p, k, i, j) < 0.5
    in_touch = w.heat[i, j, k] + w.heat[j, i, k] > 0.5 or w.debt[i, j, k] > 2.0
    if not burns or not in_touch or p.direct[i, j]:
        return 0.0
    if p.state[i] and not within_reach(w, p, k, i, j):
        return 0.0
    return min(p.routine[i], highest(w, p, k, i, j))


def freedom(w: WorldNumbers, p: Parameters, k: int, i: int) -> float:
    """What its patron and a pending reckoning make of an actor's opportunism (M53, M58)."""
    return opportunism_factor(w, p, i, k) * risk_factor(w, p, i, k)


def opportunity(
    w: WorldNumbers, p: Parameters, k: int, i: int, j: int, truce: float, freed: float
) -> float:
    """S units that ``i`` wants because it expects no reply from ``j`` (MODEL D5.10, M21, M53)."""
    if p.direct[i, j] == 0 and p.near[i, j] == 0:
        # Opportunities lie where it stands: at its borders, and with the rival it faces.
        return 0.0
    eager = p.opportunism[i] * (1.0 - 0.8 * truce) * freed
    answered = w.belief[i, j, k]
    for patron in range(p.n_actors):
        if p.proxy[patron, j] and p.direct[i, patron]:
            # Who presses on a group counts on its patron's silence most of all (M21, M36).
            answered = w.belief[i, patron, k] * (0.5 + 0.5 * answered)
    return p.doctrine_opportunism * eager * (1.0 - answered)


def forced_chance(w: WorldNumbers, p: Parameters, k: int, i: int) -> float:
    """Probability a week that standing below the floor forces an open reply (MODEL D5.8)."""
    floor = p.doctrine_face_floor + p.doctrine_vow_floor * w.vows[i, k] + floor_shift(w, p, i, k)
    return logistic((floor - w.face[i, k]) / p.doctrine_face_width)
