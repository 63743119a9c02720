"""Weapons from a patron to its groups, and strikes on their way (S4, moves C09 and M07).

Transfers are delivered at the end of a turn, so that a strike on the route in the same turn catches
them. Carries M4.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import ARMS_TRANSFER
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import Weapon

WEAPONS = 5
ROCKET = 4
DAYS_A_WEEK = 7.0

_NAMES = tuple(Weapon)

CONSTANTS = (
    *(
        Constant(
            f"supplies.{_NAMES[n]}",
            rate,
            0.3 * rate,
            3.0 * rate,
            JUDGED,
            f"Weapons of class {_NAMES[n]} that reach a group in a week over a fully open route.",
            "moves C09",
            ("001",),
            "supplies",
            (n,),
        )
        for n, rate in enumerate((20.0, 2.0, 4.0, 1.0, 500.0))
    ),
    Constant(
        "supplies.cut",
        0.7,
        0.5,
        0.9,
        JUDGED,
        "Share of the transfer rate that a strike on the route leaves.",
        "moves M07",
        ("001",),
    ),
)


def deliver(w: WorldNumbers, p: Parameters, a: Acts, k: int, days: float) -> None:
    """Deliver what was sent this turn and not caught; rockets are built on the spot."""
    for n in range(a.count[k]):
        sent = a.state[n, k] == DONE and a.success[n, k] and a.target[n, k] >= 0
        if sent and p.move_tag[a.move[n, k], ARMS_TRANSFER]:
            patron, g = a.actor[n, k], a.target[n, k]
            share = w.resupply[patron, g, k] * days / DAYS_A_WEEK
            for weapon in range(WEAPONS):
                count = p.supplies[weapon] * share
                if weapon != ROCKET:
                    count = min(count, w.stock[patron, weapon, k])
                    w.stock[patron, weapon, k] -= count
                w.stock[g, weapon, k] += count


def cut_routes(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Cut the routes to, from or through the target of a strike, and catch what is on them."""
    place = a.target[n, k]
    for patron in range(p.n_actors):
        for g in range(p.n_actors):
            if w.resupply[patron, g, k] > 0.0 and lies_on_route(p, place, patron, g):
                w.resupply[patron, g, k] *= p.supplies_cut
    for row in range(a.count[k]):
        sent = a.state[row, k] == DONE and a.target[row, k] >= 0
        transfer = sent and p.move_tag[a.move[row, k], ARMS_TRANSFER]
        if transfer and lies_on_route(p, place, a.actor[row, k], a.target[row, k]):
            a.success[row, k] = 0


def lies_on_route(p: Parameters, place: int, patron: int, g: int) -> bool:
    """Whether supplies from a patron to a group start, end or pass at an actor's place.

    They pass through whoever is the patron's ally or group and a neighbour of the receiver.
    """
    if place in (patron, g):
        return True
    friend = p.allies[patron, place] or p.proxy[patron, place]
    return bool(friend and p.near[place, g])
