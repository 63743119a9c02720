"""How strongly an actor feels drawn to war: campaigns, offensives, attacks on every front.

These lie above what a reply is measured by, so they answer to a situation and not to a desired
rung: who has been striking unpunished, who has been struck at home, who is pressed or backed by
its patron. Mechanisms M3, M21, M22, M25, M31, M36, M41, M53, M57, M58, M72. What it reads of
others: heat of pairs, precedents and truces, which are public; ``support`` and ``leverage`` of its
own ties.
"""

from __future__ import annotations

from wargame.engine.law import roles
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.desired_reply import FORCED, quiet
from wargame.engine.law.index import precedent_between
from wargame.engine.law.leverage import election_damping, opportunism_factor
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.politics import risk_factor
from wargame.engine.law.signs import NOT_NOW
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "doctrine.war_threshold",
        0.8,
        0.5,
        1.4,
        JUDGED,
        "Pull that a situation must have before anybody thinks of a campaign or an offensive.",
        "MODEL D7, M31",
        ("002",),
    ),
    Constant(
        "doctrine.war_between_states",
        1.2,
        0.9,
        2.0,
        JUDGED,
        "The same for what only states do to states: all fronts at once, a patron's own strikes, a "
        "closed strait, nuclear sites, sustained war.",
        "MODEL D7, M25",
        ("000",),
    ),
)

MUCH = 40.0
"""Heat of a pair (S units) that counts as full."""


def urge_of_war(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, k: int, i: int, n: int
) -> float:
    """The pull of a candidate of one of the roles of war."""
    m, j = d.candidate_move[n], d.candidate_target[n]
    role = d.role[m]
    if p.state[i] == 0 or j < 0 or not p.rivals[i, j]:
        return NOT_NOW
    if p.move_rung[m] >= d.forbid_rung[i * p.n_actors + j] or quiet(w, p, k, i, j) > 0.5:
        return NOT_NOW
    dealt = min(w.heat[i, j, k] / MUCH, 1.0)
    taken = min(w.heat[j, i, k] / MUCH, 1.0)
    if role in (roles.CAMPAIGN, roles.GROUND_WAR):
        return urge_of_campaign(w, p, h, k, i, j, role, dealt, taken) - p.doctrine_war_threshold
    return urge_between_states(w, p, h, k, i, j, role, dealt, taken) - p.doctrine_war_between_states


def urge_of_campaign(
    w: WorldNumbers,
    p: Parameters,
    h: Past,
    k: int,
    i: int,
    j: int,
    role: int,
    dealt: float,
    taken: float,
) -> float:
    """A campaign or an offensive against a group: blows that went unpunished invite it (M21, M41).

    Deterrence that holds between the states frees the stronger one below (M31); a reckoning at home
    pushes, a patron's leverage and the common fear hold back.
    """
    eager = p.opportunism[i] * opportunism_factor(w, p, i, k) * risk_factor(w, p, i, k)
    alone = 1.0 - w.belief[i, j, k]
    for patron in range(p.n_actors):
        if p.proxy[patron, j] and p.direct[i, patron]:
            alone = 1.0 - w.belief[i, patron, k]
    # Who has just seen the patron strike does not count on its silence.
    freed = 3.0 * eager * (alone - 0.2)
    pull = 0.9 * dealt + 0.6 * taken + freed + 0.4 * w.reckoning[i, k]
    pull += 0.3 * max(0.0, h.want[j, k] - 10.0) - 0.8 * h.pressed[k] - 0.4 * h.fear[k]
    if role == roles.GROUND_WAR:
        pull += 0.4 * dealt + 0.4
    return pull


def urge_between_states(
    w: WorldNumbers,
    p: Parameters,
    h: Past,
    k: int,
    i: int,
    j: int,
    role: int,
    dealt: float,
    taken: float,
) -> float:
    """What states do to states beyond a reply."""
    hard = w.hardline[i, k]
    over = max(0.0, precedent_between(w, i, j, k) - 12.0)
    forced = 0.5 if h.want_code[j, k] == FORCED else 0.0
    if role == roles.RING_OF_FIRE:
        # Several fronts at once are the deterrent, and its last use (M36).
        return 0.9 * taken + 0.05 * min(h.owed[j, k], 20.0) + 0.6 * hard + forced - 0.85
    backed = struck_partner(w, p, k, i, j)
    if role == roles.BESIDE_PARTNER:
        return 1.7 * backed + 0.06 * min(h.owed[j, k], 20.0) + 0.4 * election_damping(w, p, i, k)
    if role == roles.STRAIT:
        blows = 0.0
        for rival in range(p.n_actors):
            if p.direct[i, rival] or p.rivals[i, rival]:
                blows = max(blows, min(w.heat[rival, i, k] / MUCH, 1.0))
        return 1.1 * blows + 0.6 * taken + 0.6 * hard + forced
    if role == roles.RAZE:
        # The programme is a second motive, once the taboo on the rival's soil is broken (M3, M72).
        eager = p.opportunism[i] * opportunism_factor(w, p, i, k) * risk_factor(w, p, i, k)
        blows = max(taken, backed)
        return 1.1 * blows + 0.25 * over + eager + 0.4 * hard + 0.2 - 0.8 * h.pressed[k]
    if role == roles.STATE_WAR:
        between = 0.7 * (taken + dealt) + 0.25 * over + 0.4 * hard + forced
        return between - 0.5 * h.pressed[k] - 0.5
    return NOT_NOW


def struck_partner(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> float:
    """How hard ``j`` has struck a partner of ``i``, 0 to 1, as far as ``i`` stands by it (M57)."""
    backed = 0.0
    for partner in range(p.n_actors):
        if p.partner_of[i, partner] and p.direct[partner, j]:
            struck = min(w.heat[j, partner, k] / MUCH, 1.0)
            backed = max(backed, struck * w.support[i, partner, k])
    return backed
