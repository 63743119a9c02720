"""An air defence: what each layer can engage, how ready it is, what is left of its stock (S6).

A shield has five layers. A layer has a budget of engagements a salvo for drones, for cruise
missiles, for ballistic missiles and for rockets; old and new ballistic missiles share one, so a
mixed salvo is not met twice. Budgets scale with readiness, which warning raises (M7, M8), and with
the interceptors left. Layered thinning after *Operations Research* 30 (1982) 595 (MODEL B12).
Carries M7, M8, M9.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp, held
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import Layer, Weapon

_DRONE, _CRUISE, _OLD, _NEW, _ROCKET = range(5)
_OUTER, _FIGHTERS, _UPPER, _LOWER, _POINT = range(5)
_LAYERS, _WEAPONS = tuple(Layer), tuple(Weapon)

PRIORITY = (_NEW, _OLD, _CRUISE, _DRONE, _ROCKET)
"""The order in which a layer turns to the classes: the fastest and heaviest first."""

SHARES_BUDGET = _OLD
"""The class that gets what the one before it in that order has left of its budget."""

LAST_SHARE = 0.001

NATION, SHIPS = 0, 1
"""Kinds of shield."""


def _capacity(field: str, whose: str, layer: int, weapon: int, count: float) -> Constant:
    return Constant(
        f"shield.{field}.{_LAYERS[layer]}.{_WEAPONS[weapon]}.capacity",
        count,
        0.7 * count,
        1.3 * count,
        DATA if field != "ships" else JUDGED,
        f"Weapons of class {_WEAPONS[weapon]} that {whose} can engage a salvo in the "
        f"{_LAYERS[layer]} layer, all ready and stocked.",
        "MODEL C1",
        ("strikes",) if field != "ships" else (),
        field,
        (layer, weapon),
    )


def _kill(layer: int, weapon: int, share: float) -> Constant:
    return Constant(
        f"shield.{_LAYERS[layer]}.{_WEAPONS[weapon]}.kill",
        share,
        max(0.0, share - 0.1),
        min(0.97, share + 0.07),
        DATA,
        f"Probability that an engagement in the {_LAYERS[layer]} layer stops a weapon of class "
        f"{_WEAPONS[weapon]}.",
        "MODEL C1, B12",
        ("strikes",),
        "kill",
        (layer, weapon),
    )


CONSTANTS = (
    *(
        _capacity("nation", "a full national shield", *row)
        for row in (
            (_FIGHTERS, _DRONE, 120.0),
            (_FIGHTERS, _CRUISE, 30.0),
            (_UPPER, _OLD, 50.0),
            (_UPPER, _NEW, 50.0),
            (_LOWER, _DRONE, 40.0),
            (_LOWER, _CRUISE, 40.0),
            (_LOWER, _OLD, 165.0),
            (_LOWER, _NEW, 165.0),
            (_POINT, _DRONE, 80.0),
            (_POINT, _CRUISE, 20.0),
            (_POINT, _ROCKET, 600.0),
        )
    ),
    *(
        _capacity("partner", "all partners together", *row)
        for row in (
            (_OUTER, _DRONE, 110.0),
            (_OUTER, _CRUISE, 10.0),
            (_UPPER, _OLD, 10.0),
            (_UPPER, _NEW, 10.0),
            (_LOWER, _OLD, 5.0),
            (_LOWER, _NEW, 5.0),
        )
    ),
    *(
        _capacity("ships", "a ship group", *row)
        for row in (
            (_OUTER, _DRONE, 36.0),
            (_OUTER, _CRUISE, 20.0),
            (_FIGHTERS, _DRONE, 16.0),
            (_FIGHTERS, _CRUISE, 6.0),
            (_UPPER, _OLD, 8.0),
            (_UPPER, _NEW, 8.0),
            (_LOWER, _DRONE, 24.0),
            (_LOWER, _CRUISE, 16.0),
            (_LOWER, _OLD, 12.0),
            (_LOWER, _NEW, 12.0),
            (_POINT, _DRONE, 20.0),
            (_POINT, _CRUISE, 10.0),
            (_POINT, _ROCKET, 12.0),
        )
    ),
    *(
        _kill(*row)
        for row in (
            (_OUTER, _DRONE, 0.85),
            (_OUTER, _CRUISE, 0.80),
            (_FIGHTERS, _DRONE, 0.85),
            (_FIGHTERS, _CRUISE, 0.85),
            (_UPPER, _OLD, 0.72),
            (_UPPER, _NEW, 0.72),
            (_LOWER, _DRONE, 0.85),
            (_LOWER, _CRUISE, 0.85),
            (_LOWER, _OLD, 0.72),
            (_LOWER, _NEW, 0.72),
            (_POINT, _DRONE, 0.90),
            (_POINT, _CRUISE, 0.90),
            (_POINT, _ROCKET, 0.91),
        )
    ),
    *(
        Constant(
            f"shield.{_LAYERS[layer]}.full_stock",
            rounds,
            0.5 * rounds,
            2.0 * rounds,
            JUDGED,
            f"Engagements that a full stock of the {_LAYERS[layer]} layer allows.",
            "MODEL D1",
            (),
            "full_stock",
            (layer,),
        )
        for layer, rounds in (
            (_OUTER, 600.0),
            (_FIGHTERS, 1200.0),
            (_UPPER, 300.0),
            (_LOWER, 900.0),
            (_POINT, 5000.0),
        )
    ),
    Constant(
        "shield.ready_hours",
        6.0,
        3.0,
        9.0,
        DATA,
        "Hours of warning in which a shield closes 63 % of the gap to full readiness.",
        "MODEL C1, M8",
        ("strikes",),
    ),
    Constant(
        "shield.unseen",
        0.30,
        0.1,
        0.5,
        DATA,
        "Share of drones and cruise missiles that a shield without warning does not see in time.",
        "MODEL C1",
        ("strikes",),
    ),
    Constant(
        "shield.unready",
        0.55,
        0.4,
        0.7,
        DATA,
        "Gap in readiness at which that share is missed; it shrinks with the square of the gap.",
        "MODEL C1",
        ("strikes",),
    ),
    Constant(
        "shield.disarray",
        0.6,
        0.4,
        0.8,
        JUDGED,
        "Share of a shield that works while its owner is in disarray.",
        "MODEL D5.13",
        ("002",),
    ),
    Constant(
        "shield.resupply_days",
        180.0,
        60.0,
        365.0,
        JUDGED,
        "Days in which spent interceptors are half replaced.",
        "MODEL D1",
    ),
)


def readiness_after(p: Parameters, before: float, warning_hours: float) -> float:
    """Readiness 0..1 of a shield some hours after it was warned (MODEL C1)."""
    return before + (1.0 - before) * (1.0 - exp(-max(warning_hours, 0.0) / p.shield_ready_hours))


def unseen_share(p: Parameters, readiness: float) -> float:
    """Share 0..1 of drones and cruise missiles that are not seen in time (MODEL C1)."""
    gap = held((1.0 - readiness) / p.shield_unready, 0.0, 1.0)
    return p.shield_unseen * gap * gap


def engageable(
    w: WorldNumbers, p: Parameters, j: int, k: int, kind: int, layer: int, weapon: int
) -> float:
    """Weapons of a class that a layer of a defender could engage alone, before readiness."""
    own = p.ships[layer, weapon] if kind == SHIPS else p.nation[layer, weapon]
    share = w.naval[j, k] if kind == SHIPS else w.shield[j, k]
    if w.disarray[j, k] > 0.0:
        share *= p.shield_disarray
    whole = share * own + w.partners[j, k] * p.partner[layer, weapon]
    return whole * w.interceptors[j, layer, k]


def spend_interceptors(
    w: WorldNumbers, p: Parameters, j: int, k: int, layer: int, shots: float
) -> None:
    """Take shots off the defender's stock of a layer."""
    before = w.interceptors[j, layer, k]
    # A layer is never emptied to nothing, so that resupply can tell it from one that never was.
    left = max(before - shots / p.full_stock[layer], min(before, LAST_SHARE))
    w.interceptors[j, layer, k] = left
