"""How strongly an actor feels drawn to each move that is no reply: words, talks, help, war.

One number for each candidate, on one scale with force (``doctrine.force_urge``): around 0 is idle,
1 is a reason to act, 2 and more a strong one. The weights are judged; what is held to sources is
their sign (MODEL D7). Each kind of move has a file of its own, which says what it reads of others.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.signs import NOT_NOW
from wargame.engine.law.urges_of_posture import urge_of_covert_work, urge_of_posture, urge_of_rest
from wargame.engine.law.urges_of_pressure import urge_of_backing, urge_of_pressure
from wargame.engine.law.urges_of_talks import urge_of_help, urge_of_talks
from wargame.engine.law.urges_of_war import urge_of_war
from wargame.engine.law.urges_of_words import urge_of_messages, urge_of_words
from wargame.engine.law.world_view import WorldNumbers


def urge(
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
) -> float:
    """The pull of candidate ``n``, of a role towards ``j``; ``NOT_NOW`` when it makes no sense."""
    if role < roles.VOW:
        return NOT_NOW
    if roles.is_war(role):
        return urge_of_war(w, p, d, h, k, i, n)
    if role <= roles.PLAY_DOWN:
        return urge_of_words(w, p, h, k, i, j, role)
    if role <= roles.CLOSE:
        return urge_of_messages(w, p, h, k, turn, i, j, role)
    if role <= roles.RELEASE:
        return urge_of_talks(w, p, d, h, k, i, j, role, d.candidate_front[n])
    if role <= roles.NORMALISE:
        return urge_of_help(w, p, h, k, i, j, role)
    if role <= roles.EASE:
        return urge_of_pressure(w, p, h, k, i, j, role)
    if role <= roles.RALLY:
        return urge_of_backing(w, p, h, k, i, j, role)
    if role <= roles.STAND_DOWN:
        return urge_of_posture(w, p, h, k, i, j, role)
    if role <= roles.ARM_GROUP:
        return urge_of_covert_work(w, p, h, k, i, j, role)
    return urge_of_rest(w, h, k, i, j, role)
