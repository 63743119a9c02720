"""Whom a quarrel reaches: who fights beside a friend, who fires from afar, who leaves it to others.

Carries M29, M73, and the first months of 2024, in which Israel left the answer to fire from Yemen
and Iraq to its patron (MODEL C4). It reads heat of fronts, which is public, and own ships.
"""

from __future__ import annotations

from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.leverage import has_patron
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "doctrine.far_reply",
        0.6,
        0.3,
        1.0,
        DATA,
        "Share of its reply to a group beyond its borders that a state with a patron gives itself; "
        "the rest it leaves to others.",
        "MODEL C4",
        ("timeline",),
    ),
    Constant(
        "doctrine.ships",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Naval strength from which a state can keep up fire on a coast that it does not border.",
        "MODEL D7",
    ),
)

WAR_HEAT = 20.0
"""Heat of a linked front (S units) from which it is a war that calls for solidarity."""


def fights_an_ally(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> bool:
    """Whether ``j``, or whoever it stands behind, wages war on an ally of group ``i`` (M29, M73).

    The ally is the group on the other side of a linked front that has the same patron.
    """
    for f in range(p.n_fronts):
        first, second = p.front_first[f], p.front_second[f]
        if first < 0 or p.linked_front[f] == 0 or w.front_heat[f, k] < WAR_HEAT:
            continue
        for patron in range(p.n_actors):
            if p.proxy[patron, i]:
                one = p.proxy[patron, second] and (j == first or p.partner_of[j, first])
                other = p.proxy[patron, first] and (j == second or p.partner_of[j, second])
                if (one or other) and i not in (first, second):
                    return True
    return False


def within_reach(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> bool:
    """Whether a state can fire on ``j`` day by day: as its neighbour, or from ships."""
    return bool(p.near[i, j] or w.naval[i, k] >= p.doctrine_ships)


def left_to_patron(p: Parameters, i: int, j: int) -> float:
    """The share of a reply to a distant group that a state with a patron gives itself (C4)."""
    if p.state[i] and p.state[j] == 0 and p.near[i, j] == 0 and has_patron(p, i):
        return p.doctrine_far_reply
    return 1.0
