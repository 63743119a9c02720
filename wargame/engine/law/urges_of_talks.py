"""How strongly an actor feels drawn to talks, and to the help and promises that belong to them.

Mechanisms M46 to M52, M56, M63, M65. What it reads of others: truces, talks and goodwill, which are
public; ``leverage``, ``pact`` and ``trust`` of its own ties.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.signs import NOT_NOW, may_mediate
from wargame.engine.law.world_view import WorldNumbers


def urge_of_talks(
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    k: int,
    i: int,
    j: int,
    role: int,
    front: int,
) -> float:
    """The ceasefire track: opening, hosting, accepting, rejecting, releasing."""
    fear, hard, will = h.fear[k], w.hardline[i, k], w.willingness[i, k]
    if j >= 0 and front == p.n_fronts - 1:
        front = d.talks_front[j]
    open_talks = w.talks[front, k] if front >= 0 else 0.0
    calm = front >= 0 and w.truce[front, k] > 0.5
    if calm:
        return NOT_NOW
    if role == roles.TALKS:
        if front >= 0 and w.table_days[front, k] > 0.0:
            # They sit at the table already: another invitation adds little.
            return NOT_NOW
        if p.routine[i] <= 0.0:
            return 0.3 + 0.5 * (1.0 - open_talks) if may_mediate(p, i, j) else NOT_NOW
        return -0.6 + 1.4 * will + 0.3 * fear if p.rivals[i, j] else NOT_NOW
    if role == roles.MEDIATE:
        return 0.5 + 0.4 * w.prestige[i, k] + 0.2 * fear if may_mediate(p, i, j) else NOT_NOW
    if role == roles.TERMS:
        if w.accepted[i, j, k] > 0.0:
            return NOT_NOW
        waiting = 0.4 if w.accepted[j, i, k] > 0.0 else 0.0
        return (
            -0.8 + waiting + 3.2 * will + h.pressed[k] - 0.5 * hard if p.rivals[i, j] else NOT_NOW
        )
    if role == roles.REJECT:
        if not p.rivals[i, j] or open_talks < 0.35:
            return NOT_NOW
        # An offer that the other side has accepted must be answered one way or the other (M50).
        due = 0.5 if w.accepted[j, i, k] > 0.0 else 0.5 * max(0.0, open_talks - 0.4)
        return -0.7 + due + 2.2 * (0.45 - will) + 0.6 * w.reckoning[i, k] - h.pressed[k]
    if role == roles.RELEASE:
        return -1.1 + 2.0 * will * open_talks + h.pressed[k] if p.rivals[i, j] else NOT_NOW
    return NOT_NOW


def urge_of_help(
    w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int, role: int
) -> float:
    """Help and promises: access, a held reply, a pact, normalisation."""
    fear, hard = h.fear[k], w.hardline[i, k]
    if role == roles.AID:
        if p.routine[i] > 0.0:
            return -0.7 + 1.6 * h.pressed[k] + 0.8 * (0.5 - w.legitimacy[i, k])
        return 0.3 + 0.3 * fear
    if role == roles.ASK_HOLD:
        return -0.2 + 1.1 * fear + 0.8 * w.trust[i, j, k]
    if role == roles.PACT:
        if w.pact[i, j, k] > 0.5 or w.pact[j, i, k] > 0.5:
            return NOT_NOW
        return -0.9 + 0.9 * fear + 0.6 * (1.0 - hard)
    if role == roles.NORMALISE:
        return -0.2 + 3.0 * (w.goodwill[k] - 0.5) - 0.2 * fear
    return NOT_NOW
