"""Sustained fire: rockets spent and the intensity of a front (S5). Carries M29, M30, M31.

What it kills and displaces is in ``harm.py``.
"""

from __future__ import annotations

import math

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2
from wargame.engine.law.barrage import fly_salvo
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import CASUALTY_TAIL
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "fire.rounds_a_day",
        3.5,
        2.0,
        6.0,
        DATA,
        "Rockets that sustained fire spends a day, a unit of S: about 850 a month at rung 8.",
        "MODEL C4",
        ("timeline",),
    ),
    Constant(
        "fire.intensity_days",
        7.0,
        4.0,
        14.0,
        JUDGED,
        "Days in which the intensity of a front falls by half once the fire stops.",
        "MODEL A8, S5",
    ),
    Constant(
        "fire.least_effort",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Share of a group's daily fire that remains when its rockets are gone: mortars, ambushes.",
        "MODEL C4",
    ),
)

ROCKET = 4
DAYS_A_WEEK = 7.0


def fade_intensity(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Intensity of fronts some days later, and nobody's fire yet this turn."""
    left = exp2(-days / p.fire_intensity_days)
    for f in range(p.n_fronts):
        w.intensity[f, k] *= left
    for i in range(p.n_actors):
        w.sustained[i, k] = 0.0


def rounds_of(p: Parameters, a: Acts, n: int, k: int, days: float) -> int:
    """Rockets that a turn of sustained fire spends where its order names no number.

    Harassment is a few rockets at a time, whatever its rung.
    """
    m = a.move[n, k]
    s = 1.0 if p.move_tag[m, CASUALTY_TAIL] else p.move_intensity[m]
    return math.floor(p.fire_rounds_a_day * s * days + 0.5)


def effort(p: Parameters, a: Acts, c: Context, n: int, k: int) -> float:
    """How heavy a turn of sustained fire was; 1 is the usual number of rockets for its rung.

    States without rockets in the count fire at full; a group whose rockets are gone still fires
    a little.
    """
    usual = rounds_of(p, a, n, k, c.days)
    launched = a.launched[n, ROCKET, k]
    if launched == 0 or usual == 0:
        return 1.0 if p.state[a.actor[n, k]] else p.fire_least_effort
    return max(p.fire_least_effort, launched / usual)


def open_fire(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Fire the rockets of a turn of sustained fire, and raise the front's intensity.

    An order's own salvo, where it has one, is spent instead. Actors without rockets fire what the
    stocks do not count, such as bombs and shells.
    """
    i, f = a.actor[n, k], a.front[n, k]
    s = p.move_intensity[a.move[n, k]]
    asked = 0
    for weapon in range(5):
        asked += a.salvo[n, weapon, k]
    if asked == 0:
        a.salvo[n, ROCKET, k] = rounds_of(p, a, n, k, c.days)
    fly_salvo(w, p, a, c, n, k)
    w.sustained[i, k] += s
    w.intensity[f, k] = max(w.intensity[f, k], s * c.days / DAYS_A_WEEK)
    a.success[n, k] = 1
