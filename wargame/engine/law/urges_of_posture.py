"""How strongly an actor feels drawn to posture, covert work, and the nuclear programme.

Mechanisms M4, M7, M34, M42, M43, M45, M48, M54, M63, M72; GRIT (MODEL B14). What it reads of
others: heat of pairs, vows, truces and notices, which are public; ``alignment`` and ``support`` of
its own ties.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.desired_reply import quiet
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.signs import NOT_NOW
from wargame.engine.law.world_view import WorldNumbers


def urge_of_posture(
    w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int, role: int
) -> float:
    """Deployments, alert, a partner's defence, standing down."""
    fear = h.fear[k]
    if role == roles.DEPLOY:
        return -0.7 + 1.2 * fear + 0.4 * h.active[j, k] if p.rivals[i, j] else NOT_NOW
    if role == roles.MOBILISE:
        if w.alert[i, k] >= 0.6:
            return NOT_NOW
        coming = 0.0
        for rival in range(p.n_actors):
            coming = max(coming, h.want[rival, k])
        engaged = 1.2 * own_campaign(p, h, k, i) + (1.2 if coming >= 11.5 else 0.0)
        return -0.9 + 1.1 * fear * h.struck[i, k] + engaged
    if role == roles.JOIN_DEFENCE:
        threat = h.threat[j, k]
        near = w.support[i, j, k] if p.partner_of[i, j] else w.goodwill[k] * w.trust[i, j, k]
        return -0.8 + 2.4 * threat * near
    if role == roles.STAND_DOWN:
        return urge_to_stand_down(w, p, h, k, i, j)
    return NOT_NOW


def own_campaign(p: Parameters, h: Past, k: int, i: int) -> float:
    """1 when an actor has begun a campaign of its own, which reserves must carry; else 0."""
    row = h.own_first[i, k]
    while row >= 0:
        if h.going_since[row, k] > 0 and p.move_rung[h.going_move[row, k]] >= 14.0:
            return 1.0
        row = h.own_next[row, k]
    return 0.0


def urge_of_covert_work(
    w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int, role: int
) -> float:
    """Intelligence and counter-intelligence, arms for allied groups."""
    fear = h.fear[k]
    if role == roles.COLLECT:
        return -0.5 + 0.9 * (0.8 - w.intel[i, j, k]) if p.rivals[i, j] else NOT_NOW
    if role == roles.SWEEP:
        return -0.7 + 1.4 * w.reckoning[i, k] + 0.3 * h.struck[i, k]
    if role == roles.REVEAL:
        return -0.6 + 0.6 * fear + 0.4 * w.intel[i, j, k] if p.rivals[i, j] else NOT_NOW
    if role == roles.ARM_GROUP:
        return -0.4 + 0.8 * w.alignment[j, i, k] + 0.3 * fear
    return NOT_NOW


def urge_to_stand_down(w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int) -> float:
    """A first step down, kept up (GRIT, MODEL B14): once a truce holds, or in fear."""
    if not p.rivals[i, j]:
        return NOT_NOW
    fires = h.burns[j, k]
    if fires == 0 and w.alert[i, k] < 0.5:
        return NOT_NOW
    truce = quiet(w, p, k, i, j)
    tired = h.fear[k] * w.patience[i, k] - 0.5 * w.hardline[i, k] - 0.06 * h.owed[j, k]
    far_power = p.state[i] == 0 and p.state[j] == 1 and p.near[i, j] == 0
    awed = 0.03 * w.heat[j, i, k] if far_power else 0.0
    return -0.6 + (2.4 * truce if fires else 0.0) + tired + awed - 0.4 * (1.0 - truce) * fires


def urge_of_rest(w: WorldNumbers, h: Past, k: int, i: int, j: int, role: int) -> float:
    """Holding allied groups back, and the nuclear programme."""
    fear, hard = h.fear[k], w.hardline[i, k]
    if role == roles.RESTRAIN_GROUP:
        restless = h.active[j, k]
        return -0.9 + 1.2 * fear * restless + 0.5 * (1.0 - hard) - 0.2 * min(w.vows[i, k], 1.0)
    if role == roles.INSPECTORS:
        return -1.1 + 0.8 * fear + 0.8 * (1.0 - hard) + 0.4 * w.nuclear_resolve[i, k]
    if role == roles.ENRICH:
        return -0.3 + 0.6 * hard
    if role == roles.EXPEL_INSPECTORS:
        if w.inspection[i, k] < 0.3:
            return NOT_NOW
        return -1.3 + 0.8 * hard + 0.9 * w.nuclear_resolve[i, k] + 0.6 * h.struck[i, k]
    if role == roles.BREAKOUT:
        return -4.0 + 4.0 * w.nuclear_resolve[i, k] + 0.5 * hard
    if role == roles.NUCLEAR_SIGNAL:
        return -3.0 + 3.0 * (0.3 - w.face[i, k]) + 0.5 * hard
    return NOT_NOW
