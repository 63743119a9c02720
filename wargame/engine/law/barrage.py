"""A salvo against a layered defence (S6): who arrives, who is stopped, who gets through.

Each class is thinned by its own failures, by the layers in turn, and by what no layer saw. Every
count is a quantile of one uniform number, and every step is monotone, so on the same draws more
warning, more partners or more stock never let more through, and a larger salvo never less. Nothing
in it knows a recorded salvo: capacities are a weapon's, not a case's. Carries M7, M8, M9, M10.
"""

from __future__ import annotations

import math

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.decapitation import orderly
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.quantiles import binomial
from wargame.engine.law.rng import BARRAGE_ARRIVE, BARRAGE_KILL, BARRAGE_SEEN, uniform
from wargame.engine.law.shield import (
    NATION,
    PRIORITY,
    SHARES_BUDGET,
    SHIPS,
    engageable,
    readiness_after,
    spend_interceptors,
    unseen_share,
)
from wargame.engine.law.tags import SHIPS as SHIPS_TAG
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import Weapon

WEAPONS, LAYERS = 5, 5
SLOW = 2
"""Classes below this place fly slowly enough to be missed: drones and cruise missiles."""

_NAMES = tuple(Weapon)


def _by_weapon(
    key: str, field: str, note_words: str, reference: str, rows: tuple[tuple[float, ...], ...]
) -> tuple[Constant, ...]:
    return tuple(
        Constant(
            f"barrage.{_NAMES[n]}.{key}",
            value,
            low,
            high,
            DATA if field != "lethality" else JUDGED,
            note_words.format(_NAMES[n]),
            reference,
            ("strikes",) if field != "lethality" else (),
            field,
            (n,),
        )
        for n, (value, low, high) in enumerate(rows)
    )


CONSTANTS = (
    *_by_weapon(
        "reliability",
        "reliability",
        "Share of launched weapons of class {} that do not fail on the way.",
        "MODEL C1",
        (
            (0.95, 0.85, 0.99),
            (0.95, 0.85, 0.99),
            (0.50, 0.40, 0.65),
            (0.85, 0.70, 0.95),
            (0.85, 0.75, 0.95),
        ),
    ),
    *_by_weapon(
        "lethality",
        "lethality",
        "People that a weapon of class {} kills where it lands among them without shelter.",
        "MODEL D5.5",
        ((0.6, 0.2, 2.0), (2.0, 0.8, 5.0), (3.0, 1.0, 8.0), (3.0, 1.0, 8.0), (0.4, 0.1, 1.0)),
    ),
    *_by_weapon(
        "flight_hours",
        "flight_hours",
        "Hours that a weapon of class {} flies between distant countries; part of the warning.",
        "MODEL C1",
        ((7.5, 6.0, 9.0), (2.0, 1.5, 2.5), (0.2, 0.15, 0.25), (0.2, 0.15, 0.25), (0.02, 0.0, 0.1)),
    ),
    Constant(
        "barrage.near_share",
        0.1,
        0.02,
        0.3,
        JUDGED,
        "Share of that flight time between neighbours.",
        "MODEL C1",
    ),
)


def hours_known(p: Parameters, near: int, weapon: int, warning_hours: float) -> float:
    """Hours between the defender knowing and the arrival of a class: warning and flight time."""
    share = p.barrage_near_share if near else 1.0
    return warning_hours + share * p.flight_hours[weapon]


def fly_salvo(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Resolve the salvo of an act against its target: fills its weapon fields, spends both stocks.

    Weapons asked for are held to the stock of who launches, and to what it can launch in disarray;
    the share ``preempted`` of them is destroyed before launch.
    """
    i, j = a.actor[n, k], a.target[n, k]
    kind = SHIPS if p.move_tag[a.move[n, k], SHIPS_TAG] else NATION
    share = orderly(w, p, i, k)
    for weapon in range(WEAPONS):
        asked = min(a.salvo[n, weapon, k], math.floor(w.stock[i, weapon, k]))
        asked = math.floor(asked * share + 0.5)
        w.stock[i, weapon, k] -= asked
        a.launched[n, weapon, k] = math.floor(asked * (1.0 - a.preempted[n, k]) + 0.5)
        if asked > 0:
            hours = hours_known(p, p.near[i, j], weapon, a.warning[n, k])
            a.ready[n, weapon, k] = readiness_after(p, w.readiness[j, k], hours)
            approach(p, a, c, n, k, weapon)
    for layer in range(LAYERS):
        free = 1.0
        for weapon in PRIORITY:
            if weapon != SHARES_BUDGET:
                free = 1.0
            if a.seen[n, weapon, k] > 0 and free > 0.0:
                room = a.ready[n, weapon, k] * engageable(w, p, j, k, kind, layer, weapon)
                free = engage(p, a, c, n, k, layer, weapon, room, free)
        if a.spent[n, layer, k] > 0:
            spend_interceptors(w, p, j, k, layer, a.spent[n, layer, k])
    for weapon in range(WEAPONS):
        a.leaked[n, weapon, k] = a.arrived[n, weapon, k] - a.stopped[n, weapon, k]


def approach(p: Parameters, a: Acts, c: Context, n: int, k: int, weapon: int) -> None:
    """Draw how many weapons of a class arrive, and how many of those the defence sees in time."""
    launched = a.launched[n, weapon, k]
    arrived = 0
    if launched > 0:
        u = uniform(c.key_high[k], c.key_low[k], BARRAGE_ARRIVE, a.place[n, k], weapon)
        arrived = binomial(launched, p.reliability[weapon], u)
        note(c, BARRAGE_ARRIVE, weapon, u, arrived)
    seen = arrived
    if weapon < SLOW and arrived > 0:
        u = uniform(c.key_high[k], c.key_low[k], BARRAGE_SEEN, a.place[n, k], weapon)
        seen = binomial(arrived, 1.0 - unseen_share(p, a.ready[n, weapon, k]), u)
        note(c, BARRAGE_SEEN, weapon, u, seen)
    a.arrived[n, weapon, k] = arrived
    a.seen[n, weapon, k] = seen


def engage(
    p: Parameters,
    a: Acts,
    c: Context,
    n: int,
    k: int,
    layer: int,
    weapon: int,
    room: float,
    free: float,
) -> float:
    """One layer against one class; gives the share of its budget that is still free.

    Args:
        room: Weapons of this class that the layer could engage if it did nothing else.
        free: Share 0..1 of the budget not yet used in this salvo by a class that shares it.
    """
    coming = a.seen[n, weapon, k]
    engaged = min(coming, math.floor(room * free))
    if engaged > 0:
        index = 8 * layer + weapon
        u = uniform(c.key_high[k], c.key_low[k], BARRAGE_KILL, a.place[n, k], index)
        stopped = binomial(engaged, p.kill[layer, weapon], u)
        note(c, BARRAGE_KILL, index, u, stopped)
        a.seen[n, weapon, k] -= stopped
        a.stopped[n, weapon, k] += stopped
        a.shots[n, weapon, k] += engaged
        a.spent[n, layer, k] += engaged
    # What came, not what was engaged, uses the budget: whole numbers would break the order of
    # leakage in warning where a layer is full.
    return held(free - coming / room, 0.0, 1.0) if room > 0.0 else free
