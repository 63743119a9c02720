"""How strongly an actor feels drawn to pressure short of force, and to backing its own side.

Mechanisms M20, M33, M52, M53, M60, M65, M68. What it reads of others: heat of pairs and diverted
shipping, which are public; ``support``, ``leverage``, ``trust`` and ``channel`` of its own ties.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.arithmetic import held
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.signs import NOT_NOW
from wargame.engine.law.world_view import WorldNumbers


def urge_of_pressure(
    w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int, role: int
) -> float:
    """Breaking off, complaining, sanctions and their easing."""
    fear, hard = h.fear[k], w.hardline[i, k]
    is_rival = p.rivals[i, j] if j >= 0 else 0
    if role == roles.BREAK_OFF:
        if not is_rival:
            return urge_to_recall(w, p, h, k, i, j)
        return -0.8 + 0.05 * min(h.owed[j, k], 15.0) + 0.6 * hard
    if role == roles.COMPLAIN:
        own = 0.05 * min(h.owed[j, k], 12.0) + 0.4 * (1.0 - w.strike[i, k])
        if is_rival:
            return -0.2 + own
        if p.proxy[i, j] or p.proxy[j, i] or p.allies[i, j] or p.partner_of[i, j]:
            return NOT_NOW
        return -0.9 + 0.8 * fear * h.active[j, k]
    if role == roles.SANCTION:
        if not is_rival:
            return NOT_NOW
        return -0.8 + 0.06 * min(h.owed[j, k], 10.0) + 0.5 * fear + 0.2 * h.active[j, k]
    if role == roles.EASE:
        return -1.0 + 1.2 * w.trust[i, j, k] + 0.8 * w.channel[i, j, k] * fear
    return NOT_NOW


def urge_to_recall(w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int) -> float:
    """A third state recalls its envoy from whoever strikes and has lost its good name (M65)."""
    tied = p.proxy[i, j] + p.proxy[j, i] + p.partner_of[i, j] + p.partner_of[j, i]
    if tied + p.allies[i, j] + p.mediates[i, j] > 0 or w.channel[i, j, k] > 0.6:
        return NOT_NOW
    return -1.1 + 2.2 * (0.45 - w.legitimacy[j, k]) + 0.6 * h.active[j, k] - 0.6 * w.trust[i, j, k]


def urge_of_backing(
    w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int, role: int
) -> float:
    """Arms for a partner and conditions on them, convoys, rallies."""
    fear = h.fear[k]
    if role == roles.ARM_PARTNER:
        return -0.6 + 0.9 * w.support[i, j, k] + 0.4 * fear
    if role == roles.CONDITION:
        near = held(1.0 - w.election_turns[i, k] / 20.0, 0.0, 1.0)
        restless = h.active[j, k]
        return -0.6 + 1.5 * fear * restless - 0.7 * near - 0.8 * w.leverage[i, j, k]
    if role == roles.ESCORT:
        return -0.4 + 0.8 * w.diverted[k] + 0.4 * w.naval[i, k]
    if role == roles.RALLY:
        due = 0.0
        for group in range(p.n_actors):
            if p.proxy[i, group] and w.solidarity_due[i, group, k] > 0.0:
                due = 1.0
        return -0.65 + 0.7 * w.linkage[k] * h.struck[i, k] + 0.3 * min(w.vows[i, k], 1.0) + due
    return NOT_NOW
