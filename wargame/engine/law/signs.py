"""What everybody can see of others, from 0 to 1: who strikes, who is struck, what may come.

It reads what is public of others: heat of pairs, vows, notices; of its own ties the leverage used.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp
from wargame.engine.law.index import weighted_heat
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.world_view import WorldNumbers

NOT_NOW = -9.0
"""The pull of a move that makes no sense now."""

MUCH_DEALT, MUCH_TAKEN = 30.0, 25.0
"""Heat (S units) of an actor's strikes, and of those it suffered, that counts as full."""


def look_around(w: WorldNumbers, p: Parameters, h: Past, k: int, turn: int) -> None:
    """See once a turn what everybody can see: heat that restrains, who strikes, who is struck."""
    sort_by_owner(p, h, k)
    h.fear[k] = 1.0 - exp(-weighted_heat(w, p, k) / p.doctrine_restraint_scale)
    for j in range(p.n_actors):
        dealt, taken, threat = 0.0, 0.0, 0.0
        for other in range(p.n_actors):
            if p.rivals[j, other]:
                dealt += w.heat[j, other, k]
                taken += w.heat[other, j, k]
            if p.direct[j, other]:
                seen = 0.02 * w.heat[j, other, k] + 0.15 * min(w.vows[other, k], 2.0)
                if h.notice_turn[other, k] >= turn - 1:
                    seen += 0.6
                threat = max(threat, seen)
        h.active[j, k] = min(1.0, dealt / MUCH_DEALT)
        h.struck[j, k] = min(1.0, taken / MUCH_TAKEN)
        h.threat[j, k] = min(1.0, threat)


def sort_by_owner(p: Parameters, h: Past, k: int) -> None:
    """Chain the rows of what goes on by their actors, each chain in the order of the rows.

    What is begun while the turn's orders are given is not in the chains; nobody asks for it.
    """
    for i in range(p.n_actors):
        h.own_first[i, k] = -1
    for back in range(h.going_count[k]):
        row = h.going_count[k] - 1 - back
        i = h.going_actor[row, k]
        h.own_next[row, k] = h.own_first[i, k]
        h.own_first[i, k] = row


def pressed(w: WorldNumbers, p: Parameters, k: int, i: int) -> float:
    """Leverage that a patron uses on ``i``, 0 to 1 (M52)."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            most = max(most, w.leverage[patron, i, k])
    return most


def may_mediate(p: Parameters, i: int, j: int) -> bool:
    """Whether ``i`` stands between ``j`` and its enemies, or is a great power that talks to it."""
    return bool(p.mediates[i, j] or p.mediates[j, i] or p.rivals[i, j])
