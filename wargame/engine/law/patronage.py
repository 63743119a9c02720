"""What patrons do: arms and their conditions, appeals, pacts, strikes beside a partner (S14).

The factors that follow from it are in ``leverage.py``. Carries M52, M53, M56, M57, M60.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.leverage import IN_FORCE, election_nearness
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "leverage.aid_boldness",
        0.1,
        0.05,
        0.2,
        JUDGED,
        "Boldness that a new flow of arms gives a partner on whom no leverage is used.",
        "moves E03, M53",
        ("000",),
    ),
    Constant(
        "leverage.eased",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Leverage that a patron stops using when its partner opens the way for aid.",
        "moves D11",
        ("001",),
    ),
    Constant(
        "leverage.election_cost",
        0.04,
        0.0,
        0.08,
        JUDGED,
        "Survival at home that pressing a partner costs on election day, beyond its usual cost.",
        "moves E04, M60",
        ("002",),
    ),
    Constant(
        "leverage.appeal",
        0.5,
        0.3,
        1.0,
        JUDGED,
        "Rungs by which an appeal for restraint with full leverage and full trust lowers a reply.",
        "moves D03",
        ("001",),
    ),
    Constant(
        "leverage.appeal_prestige",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "What full prestige as a mediator counts for in an appeal, as a share of full leverage.",
        "moves D03",
    ),
    Constant(
        "leverage.ceiling_up",
        2.0,
        1.0,
        3.0,
        JUDGED,
        "Rungs by which an actor's ceiling rises when a great power strikes it beside its rival.",
        "moves M18, M57",
        ("003",),
    ),
    Constant(
        "leverage.ceiling_down",
        2.0,
        1.0,
        3.0,
        JUDGED,
        "Rungs by which nuclear signalling lowers the ceiling of every rival.",
        "moves N06",
    ),
)

MOST_APPEALED = 3.0
MOST_SHIFT = 4.0
SIGNED = 0.5
"""A pact that one side has signed."""


def send_arms(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A new flow of arms emboldens a partner, the less the more leverage is used (E03)."""
    i, j = a.actor[n, k], a.target[n, k]
    if a.going_on[n, k] == 0 and j >= 0:
        more = p.leverage_aid_boldness * (1.0 - w.leverage[i, j, k])
        w.boldness[i, j, k] = min(1.0, w.boldness[i, j, k] + more)


def press_partner(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Pressing a partner costs a patron more at home, the nearer its election is (E04)."""
    i = a.actor[n, k]
    if a.going_on[n, k] == 0:
        cost = p.leverage_election_cost * election_nearness(w, p, i, k)
        w.approval[i, k] = max(0.0, w.approval[i, k] - cost)


def ease_pressure(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Patrons press a partner less once it lets aid through (D11)."""
    i = a.actor[n, k]
    if a.going_on[n, k] == 0:
        for patron in range(p.n_actors):
            if p.partner_of[patron, i]:
                less = w.leverage[patron, i, k] - p.leverage_eased
                w.leverage[patron, i, k] = max(0.0, less)


def appeal(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Appeal to the target not to answer; leverage or prestige weighs, and trust (D03)."""
    i, j = a.actor[n, k], a.target[n, k]
    if j >= 0:
        weight = max(w.leverage[i, j, k], p.leverage_appeal_prestige * w.prestige[i, k])
        more = p.leverage_appeal * weight * w.trust[j, i, k]
        w.appealed[j, k] = min(MOST_APPEALED, w.appealed[j, k] + more)


def sign_pact(w: WorldNumbers, a: Acts, n: int, k: int) -> None:
    """Sign a pact; it is in force once both sides have signed (D13)."""
    i, j = a.actor[n, k], a.target[n, k]
    if j >= 0:
        w.pact[i, j, k] = max(w.pact[i, j, k], SIGNED)
        if w.pact[j, i, k] >= SIGNED:
            w.pact[i, j, k] = IN_FORCE
            w.pact[j, i, k] = IN_FORCE


def strike_beside_partner(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A great power strikes beside its partner: both grow bolder (M18, M57)."""
    i, j = a.actor[n, k], a.target[n, k]
    w.ceiling_shift[j, k] = held(w.ceiling_shift[j, k] + p.leverage_ceiling_up, 0.0, MOST_SHIFT)
    for partner in range(p.n_actors):
        if p.partner_of[i, partner] and p.rivals[partner, j]:
            bolder = w.boldness[i, partner, k] + p.leverage_aid_boldness
            w.boldness[i, partner, k] = min(1.0, bolder)


def signal_nuclear(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A nuclear signal makes every rival more careful for a time (N06)."""
    i = a.actor[n, k]
    for j in range(p.n_actors):
        if p.rivals[i, j]:
            lower = w.ceiling_shift[j, k] - p.leverage_ceiling_down
            w.ceiling_shift[j, k] = held(lower, -MOST_SHIFT, MOST_SHIFT)
