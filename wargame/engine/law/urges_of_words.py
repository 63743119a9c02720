"""How strongly an actor feels drawn to words: vows, warnings, claims, messages, appeals, notices.

Mechanisms M11, M14, M16, M17, M20, M52, M70, M74. What it reads of others is public, or known to
both sides of a tie (``channel``, ``trust``).
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.arithmetic import held
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.signs import NOT_NOW
from wargame.engine.law.world_view import WorldNumbers


def urge_of_words(
    w: WorldNumbers,
    p: Parameters,
    h: Past,
    k: int,
    i: int,
    j: int,
    role: int,
) -> float:
    """Vows, warnings, and what is said about blows: claims, denials, playing down."""
    fear, hard = h.fear[k], w.hardline[i, k]
    is_rival = p.rivals[i, j]
    if role == roles.VOW:
        if not is_rival or w.vows[i, k] >= 2.0:
            return NOT_NOW
        # Whoever can wait keeps its hands free.
        # What daily fire and the shadow war leave owed calls for no vow.
        eager = 0.2 * held(h.owed[j, k] - 8.0, 0.0, 8.0) * (0.5 + hard)
        return -0.35 + eager - 0.6 * w.vows[i, k] - 0.5 * w.patience[i, k]
    if role == roles.WARNING:
        if w.warned_line[i, j, k] <= 20.0 or not (is_rival or p.partner_of[i, j]):
            return NOT_NOW
        return -0.5 + 0.9 * fear + 0.5 * h.active[j, k]
    if role == roles.VICTORY:
        return 0.9 * (0.8 - w.face[i, k]) - 0.05 if is_rival else NOT_NOW
    if role == roles.DENY:
        return -0.3 + 0.7 * fear + 0.4 * (1.0 - hard) if is_rival else NOT_NOW
    if role == roles.CLAIM:
        if not is_rival:
            return NOT_NOW
        # A group lives by what it is seen to do (M29).
        seen = 0.3 * (1.0 - w.attribution[j, i, k]) if p.state[i] == 0 else 0.0
        return -0.6 + seen + 1.5 * (0.65 - w.face[i, k]) + 0.5 * hard
    if role == roles.PLAY_DOWN:
        if not is_rival or h.want[j, k] >= 10.0 or h.owed[j, k] < 1.0:
            return NOT_NOW
        return -0.4 + 1.1 * fear * w.patience[i, k] - 0.6 * hard
    return NOT_NOW


def urge_of_messages(
    w: WorldNumbers, p: Parameters, h: Past, k: int, turn: int, i: int, j: int, role: int
) -> float:
    """Messages, appeals, notices, and closing the matter."""
    fear = h.fear[k]
    is_rival = p.rivals[i, j]
    if role == roles.MESSAGE:
        closeness = 0.7 if p.mediates[i, j] else 0.6
        tied = p.proxy[i, j] + p.proxy[j, i] + p.partner_of[i, j] + p.partner_of[j, i]
        if not is_rival and not p.mediates[i, j]:
            if tied + p.allies[i, j] == 0:
                return NOT_NOW
            closeness = 0.4
        return -0.55 + 1.2 * fear * closeness * (1.1 - w.channel[i, j, k])
    if role == roles.APPEAL:
        return -0.9 + 1.0 * fear * h.active[j, k] + 0.6 * w.trust[j, i, k]
    if role == roles.NOTICE:
        return urge_to_notify(w, h, k, turn, i, j)
    if role == roles.CLOSE:
        return urge_to_close(w, p, h, k, i, j) if is_rival else NOT_NOW
    return NOT_NOW


def urge_to_close(w: WorldNumbers, p: Parameters, h: Past, k: int, i: int, j: int) -> float:
    """The matter is closed only by who has stopped firing and wants no more (M14)."""
    if h.want[j, k] >= 9.0 or h.owed[j, k] > 8.0:
        return NOT_NOW
    if h.burns[j, k] == 1:
        return NOT_NOW
    return 0.1 + 0.8 * h.fear[k] + 0.3 * p.telegraphs[i, j] - 0.4 * w.hardline[i, k]


def urge_to_notify(w: WorldNumbers, h: Past, k: int, turn: int, i: int, j: int) -> float:
    """A preview makes sense only before a strike that is to be read rightly (M7, M16)."""
    if h.notice_turn[i, k] >= turn - 1 or h.previews[k] == 0:
        return NOT_NOW
    return 3.0 + w.channel[i, j, k]
