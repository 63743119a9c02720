"""Heat and the escalation index: the distance to all-out war between states (S2, S23; MODEL D4).

Total violence must not drive it (MODEL 0.1): each front weighs by how far it matters between
states. The broken taboo is in the index through the precedent, and in nobody's restraint
(MODEL 0.7). Carries M1, M2, M5, M24, M30.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp, exp2
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "index.half_life_days",
        21.0,
        10.0,
        40.0,
        DATA,
        "Days in which heat fades by half; fitted to the order of events of the coded timeline.",
        "MODEL D4, C3",
        ("timeline",),
    ),
    Constant(
        "index.scale",
        60.0,
        45.0,
        80.0,
        DATA,
        "Weighted heat that brings the index to 63; fitted with the half-life.",
        "MODEL D4, C3",
        ("timeline",),
    ),
    Constant(
        "index.ratchet_weight",
        1.0,
        0.5,
        1.5,
        DATA,
        "Weight of the highest direct act on record in the index.",
        "MODEL D4, C3",
        ("timeline",),
    ),
    Constant(
        "index.flow_days",
        30.0,
        20.0,
        45.0,
        JUDGED,
        "Days of a sustained move that heat as much as one single act of its rung.",
        "MODEL D4",
    ),
    Constant(
        "index.choreographed",
        0.65,
        0.5,
        0.85,
        JUDGED,
        "Share of an act's heat that remains when notice was given and held.",
        "MODEL D4, M13, M16",
    ),
    Constant(
        "index.unconfirmed",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Share of an act's heat that counts while nobody can say who did it.",
        "MODEL D4",
    ),
    Constant(
        "index.cooling",
        0.02,
        0.01,
        0.04,
        JUDGED,
        "Heat that an act of co-operation takes off its own front, a point of Goldstein's scale.",
        "MODEL D4",
    ),
    Constant(
        "index.cooling_everywhere",
        0.005,
        0.002,
        0.01,
        JUDGED,
        "The same on every front, for co-operation on the diplomatic front.",
        "MODEL D4",
    ),
    Constant(
        "precedent.half_life_days",
        365.0,
        180.0,
        730.0,
        JUDGED,
        "Days in which a broken taboo fades by half towards its base.",
        "MODEL D4, M5",
        ("001",),
    ),
    Constant(
        "precedent.base",
        6.0,
        5.0,
        8.0,
        JUDGED,
        "Rung of the shadow war that was always there; a precedent fades towards it.",
        "MODEL D1, D4",
    ),
    Constant(
        "precedent.abroad",
        10.0,
        9.0,
        11.0,
        JUDGED,
        "Highest precedent that an act outside the rival's own soil can set.",
        "MODEL D4, M2",
    ),
    Constant(
        "precedent.least_front_weight",
        0.75,
        0.7,
        0.8,
        JUDGED,
        "Front weight from which two rivals count as facing each other directly.",
        "MODEL D4",
    ),
)


def cool_fronts(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Heat of fronts and pairs after some days: halved every half-life (MODEL D5.1)."""
    left = exp2(-days / p.index_half_life_days)
    for f in range(p.n_fronts):
        w.front_heat[f, k] *= left
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            w.heat[i, j, k] *= left


def fade_precedent(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Precedents some days later: half of the way back to the base every half-life (MODEL D4)."""
    left = exp2(-days / p.precedent_half_life_days)
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            over = w.precedent[i, j, k] - p.precedent_base
            if over > 0.0:
                w.precedent[i, j, k] = p.precedent_base + over * left


def heat_front(w: WorldNumbers, front: int, k: int, severity: float) -> None:
    """Add the heat of a hostile act, in S units, to a front."""
    w.front_heat[front, k] += severity


def cool_by_cooperation(
    w: WorldNumbers, p: Parameters, front: int, k: int, goldstein: float
) -> None:
    """Cool by an act of co-operation: its own front, or every front a little (MODEL D4).

    The last front of a scenario is the diplomatic one.
    """
    if front == p.n_fronts - 1:
        for f in range(p.n_fronts):
            w.front_heat[f, k] *= 1.0 - p.index_cooling_everywhere * goldstein
    else:
        w.front_heat[front, k] *= 1.0 - p.index_cooling * goldstein


def raise_precedent(
    w: WorldNumbers, p: Parameters, i: int, j: int, k: int, rung: float, home_soil: int
) -> None:
    """Record the highest act of one actor against another that it faces directly (MODEL D4)."""
    if p.direct[i, j]:
        reached = rung if home_soil else min(rung, p.precedent_abroad)
        w.precedent[i, j, k] = max(w.precedent[i, j, k], reached)


def precedent_between(w: WorldNumbers, i: int, j: int, k: int) -> float:
    """The highest direct act on record between two actors, in either direction (rung)."""
    return max(w.precedent[i, j, k], w.precedent[j, i, k])


def highest_precedent(w: WorldNumbers, p: Parameters, k: int) -> float:
    """The highest direct act on record anywhere (rung)."""
    highest = p.precedent_base
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            if p.direct[i, j]:
                highest = max(highest, w.precedent[i, j, k])
    return highest


def weighted_heat(w: WorldNumbers, p: Parameters, k: int) -> float:
    """Heat of all fronts, each by its weight: what restraint reads (MODEL 0.7, D5.10)."""
    total = 0.0
    for f in range(p.n_fronts):
        total += p.front_weight[f] * w.front_heat[f, k]
    return total


def escalation_index(p: Parameters, heat: float, precedent: float, all_out: float) -> float:
    """E of MODEL D4: 0 to 100 from weighted heat and the highest precedent; 100 in all-out war."""
    if all_out > 0.0:
        return 100.0
    load = heat + p.index_ratchet_weight * intensity(precedent)
    return 100.0 * (1.0 - exp(-max(load, 0.0) / p.index_scale))


def settle_index(w: WorldNumbers, p: Parameters, k: int) -> None:
    """Bring the index up to date; the ledger does so after every act and system."""
    w.index[k] = escalation_index(
        p, weighted_heat(w, p, k), highest_precedent(w, p, k), w.all_out[k]
    )
