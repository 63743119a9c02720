"""How an act is read: severity as the other side sees it (S8). Carries M6, M11, M17, M44.

A poor channel blurs: the noise is multiplicative and shrinks to nothing when the channel is
perfect. Choreography that holds makes the same weapons weigh less.
"""

from __future__ import annotations

import math

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp, normal_quantile
from wargame.engine.law.barrage import WEAPONS
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.ladder import intensity_of_act
from wargame.engine.law.means import BARRAGE
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import PERCEPTION_NOISE, uniform
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "perception.sigma",
        0.35,
        0.15,
        0.6,
        JUDGED,
        "Spread of readings, in logarithms, without any channel between the two sides.",
        "MODEL D5.6",
    ),
    Constant(
        "perception.choreographed",
        0.35,
        0.2,
        0.5,
        JUDGED,
        "Share of the severity that choreography takes away when it holds.",
        "MODEL D5.6",
        ("004",),
    ),
    Constant(
        "perception.leak",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "Weight of what got through, by its square root.",
        "MODEL D5.6",
    ),
    Constant(
        "perception.leak_scale",
        6.0,
        4.0,
        8.0,
        JUDGED,
        "Part of the severity that the leak's weight is measured against.",
        "MODEL D5.6",
    ),
    Constant(
        "perception.leak_choreographed",
        0.5,
        0.3,
        0.7,
        JUDGED,
        "Share of the leak's weight that choreography takes away.",
        "MODEL D5.6",
    ),
    Constant(
        "perception.failed",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Share of an act's severity that remains when it failed.",
        "MODEL D5.6, M11",
        ("004",),
    ),
)


def leaked_in_all(a: Acts, n: int, k: int) -> int:
    """Weapons of an act that got through, all classes."""
    total = 0
    for weapon in range(WEAPONS):
        total += a.leaked[n, weapon, k]
    return total


def plain_severity(p: Parameters, a: Acts, n: int, k: int) -> float:
    """What an act would weigh for a reader without noise or doubt who did it, S units (D5.6)."""
    s = intensity_of_act(p, a, n, k)
    held = a.choreographed[n, k]
    own = a.severity[n, k] * (1.0 - p.perception_choreographed * held)
    leak = 0.0
    # Rockets of daily fire that land are in the rung already; a salvo's are news.
    if p.move_resolution[a.move[n, k]] == BARRAGE:
        leak = p.perception_leak * math.sqrt(leaked_in_all(a, n, k)) * s / p.perception_leak_scale
    return own + leak * (1.0 - p.perception_leak_choreographed * held)


def blur(p: Parameters, channel: float, u: float) -> float:
    """The factor by which a reading is off; 1 when the channel is perfect."""
    sigma = p.perception_sigma * (1.0 - channel)
    return exp(sigma * normal_quantile(u))


def perceive(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Set the severity as the target read it, weighed by how sure it is who did it (D5.6)."""
    i, j = a.actor[n, k], a.target[n, k]
    u = uniform(c.key_high[k], c.key_low[k], PERCEPTION_NOISE, a.place[n, k], 0)
    factor = blur(p, w.channel[j, i, k], u)
    note(c, PERCEPTION_NOISE, 0, u, factor)
    a.perceived[n, k] = plain_severity(p, a, n, k) * a.attribution[n, k] * factor
