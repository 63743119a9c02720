"""Cohesion and collapse (S24): how deterrence can end the other way. Carries M27, M40.

Campaigns and wars on an actor's people, and an economy in ruins, wear on its cohesion; quiet mends
it slowly. Losses of leaders do so in ``decapitation.py``. When an allied group collapses, its
patron deters less and wants a weapon of its own more.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp, exp2
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.nuclear import has_decided, has_programme
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "cohesion.campaign",
        0.03,
        0.01,
        0.06,
        JUDGED,
        "Share of its cohesion that an actor loses each week under fire at rung 14.",
        "MODEL A8 S24",
        ("002",),
    ),
    Constant(
        "cohesion.least_rung",
        13.0,
        12.0,
        14.0,
        JUDGED,
        "Rung of sustained fire from which it wears on cohesion.",
        "MODEL A8 S24",
    ),
    Constant(
        "cohesion.economy",
        0.02,
        0.005,
        0.05,
        JUDGED,
        "Share of its cohesion that an actor without any economy loses each week; none above half "
        "of its economy.",
        "MODEL A8 S24",
    ),
    Constant(
        "cohesion.home",
        0.8,
        0.6,
        0.9,
        JUDGED,
        "Cohesion to which an actor that is left alone mends.",
        "MODEL D1",
    ),
    Constant(
        "cohesion.half_life_days",
        365.0,
        180.0,
        730.0,
        JUDGED,
        "Days in which it mends half of the way.",
        "MODEL A8 S24",
    ),
    Constant(
        "cohesion.patron_belief",
        0.85,
        0.7,
        0.95,
        JUDGED,
        "Share of its rivals' belief in a patron's reply that is left when its group collapses.",
        "MODEL A8 S24, M36",
        ("002",),
    ),
)

RUNG_DOUBLING = 5.0
HALF = 0.5
DAYS_A_WEEK = 7.0
CAMPAIGN_RUNG = 14.0
SUSTAINED = 1


def wear(p: Parameters, a: Acts, i: int, k: int) -> float:
    """Share of its cohesion that sustained fire takes from an actor each week."""
    share = 0.0
    for n in range(a.count[k]):
        if a.target[n, k] != i or a.state[n, k] != DONE:
            continue
        m = a.move[n, k]
        if p.move_lasting[m] == SUSTAINED and p.move_rung[m] >= p.cohesion_least_rung:
            share += p.cohesion_campaign * exp2((p.move_rung[m] - CAMPAIGN_RUNG) / RUNG_DOUBLING)
    return share


def worn(p: Parameters, a: Acts, k: int) -> int:
    """Whom sustained fire wears down this turn, as bits by actor; a scenario has 60 at most."""
    actors = 0
    for n in range(a.count[k]):
        m = a.move[n, k]
        wears = p.move_lasting[m] == SUSTAINED and p.move_rung[m] >= p.cohesion_least_rung
        if wears and a.state[n, k] == DONE and a.target[n, k] >= 0:
            actors |= 1 << a.target[n, k]
    return actors


def wear_and_mend(
    w: WorldNumbers, p: Parameters, a: Acts, k: int, days: float, under_fire: int
) -> None:
    """Cohesion after some days: worn by fire and want, else mending (A8 S24).

    Args:
        w: The world.
        p: Constants and tables.
        a: The turn's acts.
        k: The lane.
        days: Days, up to those of the turn.
        under_fire: ``worn`` of this turn.
    """
    weeks = days / DAYS_A_WEEK
    moved = 1.0 - exp2(-days / p.cohesion_half_life_days)
    for i in range(p.n_actors):
        if w.collapsed[i, k] > 0.0:
            continue
        lost = wear(p, a, i, k) if under_fire >> i & 1 else 0.0
        if w.economy[i, k] < HALF:
            lost += p.cohesion_economy * (1.0 - w.economy[i, k] / HALF)
        before = w.cohesion[i, k]
        if lost > 0.0:
            w.cohesion[i, k] = before * exp(-lost * weeks)
        elif before < p.cohesion_home:
            w.cohesion[i, k] = before + (p.cohesion_home - before) * moved


def fall(w: WorldNumbers, p: Parameters, i: int, k: int) -> None:
    """What the collapse of a group does to its patrons: less feared, and readier for a weapon."""
    for q in range(p.n_actors):
        if p.proxy[q, i]:
            if has_programme(w, q, k) and not has_decided(w, p, q, k):
                most = max(w.nuclear_resolve[q, k], p.nuclear_decided - 0.1)
                more = w.nuclear_resolve[q, k] + p.nuclear_resolve_collapse
                w.nuclear_resolve[q, k] = min(most, more)
            for o in range(p.n_actors):
                if p.rivals[o, q] and w.belief[o, q, k] > p.belief_floor:
                    lower = w.belief[o, q, k] * p.cohesion_patron_belief
                    w.belief[o, q, k] = max(p.belief_floor, lower)
