"""What everybody can see of others, from 0 to 1: who strikes, who is struck, what may come.

It reads what is public of others: heat of pairs, vows, notices; of its own ties the leverage used.
"""

from __future__ import annotations

from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.world_view import WorldNumbers

NOT_NOW = -9.0
"""The pull of a move that makes no sense now."""


def hostility(w: WorldNumbers, p: Parameters, k: int, j: int) -> float:
    """How far ``j`` has been striking its rivals lately, 0 to 1: what everybody can see."""
    total = 0.0
    for other in range(p.n_actors):
        if p.rivals[j, other]:
            total += w.heat[j, other, k]
    return min(1.0, total / 30.0)


def party(w: WorldNumbers, p: Parameters, k: int, i: int) -> float:
    """How far ``i`` is itself under fire, 0 to 1."""
    total = 0.0
    for other in range(p.n_actors):
        if p.rivals[i, other]:
            total += w.heat[other, i, k]
    return min(1.0, total / 25.0)


def pressed(w: WorldNumbers, p: Parameters, k: int, i: int) -> float:
    """Leverage that a patron uses on ``i``, 0 to 1 (M52)."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            most = max(most, w.leverage[patron, i, k])
    return most


def salvo_threat(w: WorldNumbers, p: Parameters, h: Past, k: int, turn: int, j: int) -> float:
    """How far a salvo against ``j`` is to be expected, 0 to 1, by what everybody can see."""
    threat = 0.0
    for rival in range(p.n_actors):
        if p.direct[j, rival]:
            seen = 0.02 * w.heat[j, rival, k] + 0.15 * min(w.vows[rival, k], 2.0)
            if h.notice_turn[rival, k] >= turn - 1:
                seen += 0.6
            threat = max(threat, seen)
    return min(1.0, threat)


def may_mediate(p: Parameters, i: int, j: int) -> bool:
    """Whether ``i`` stands between ``j`` and its enemies, or is a great power that talks to it."""
    return bool(p.mediates[i, j] or p.mediates[j, i] or p.rivals[i, j])
