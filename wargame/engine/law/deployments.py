"""Deployments cut both ways: they deter the rival and embolden the partner (S15).

The net sign depends on leverage: a patron that presses its partner hard enough gives it no
boldness. Carries M54, M70.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.leverage import leverage_on
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "deployments.fear",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "How far a deployment that stands deters the rival it is aimed at.",
        "A8 S15, moves M01",
        ("002",),
    ),
    Constant(
        "deployments.fear_days",
        21.0,
        10.0,
        42.0,
        JUDGED,
        "Days in which that fear fades by half once the ships leave.",
        "A8 S15",
    ),
    Constant(
        "deployments.deters",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Share of what it wants to do to those behind the deployment that full fear takes away.",
        "A8 S15, M70",
        ("001",),
    ),
    Constant(
        "deployments.boldness",
        0.05,
        0.02,
        0.1,
        SOURCE,
        "Boldness that a partner under attack draws from a new deployment, without leverage.",
        "moves M01, M54",
        ("002",),
    ),
    Constant(
        "deployments.partners",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Partner defences at hand for the partner while a deployment stands, 1 for all.",
        "moves M01",
        ("003",),
    ),
)


def fade_fear(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Fear of deployments some days later."""
    left = exp2(-days / p.deployments_fear_days)
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            w.fear[i, j, k] *= left


def deploy(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A deployment that begins or stands: the rival fears, the partner dares (M54)."""
    i, j = a.actor[n, k], a.target[n, k]
    if j < 0:
        return
    w.fear[j, i, k] = max(w.fear[j, i, k], p.deployments_fear)
    for partner in range(p.n_actors):
        if p.partner_of[i, partner] and p.rivals[partner, j]:
            w.partners[partner, k] = max(w.partners[partner, k], p.deployments_partners)
            if a.going_on[n, k] == 0:
                dares = p.deployments_boldness * (1.0 - leverage_on(w, p, partner, k))
                w.boldness[i, partner, k] = min(1.0, w.boldness[i, partner, k] + dares)


def undeterred(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> float:
    """Share of what it wants to do to another that deployments leave an actor, 0..1.

    It fears those of the other itself, and those of the other's patrons.
    """
    most = w.fear[i, j, k]
    for patron in range(p.n_actors):
        if p.partner_of[patron, j]:
            most = max(most, w.fear[i, patron, k])
    return 1.0 - p.deployments_deters * most
