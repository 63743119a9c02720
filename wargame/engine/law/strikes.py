"""Strikes that are not salvos: aircraft or special weapons at a place or person (S5, S6)."""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import logistic
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.decapitation import orderly
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import STRIKE_SUCCESS, uniform
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "strike.success_base",
        0.5,
        -0.5,
        1.5,
        JUDGED,
        "Log-odds that a strike lands, without intelligence, at full capability, undefended.",
        "MODEL D5.5",
    ),
    Constant(
        "strike.success_intel",
        2.5,
        1.5,
        3.5,
        JUDGED,
        "What perfect intelligence on the target adds.",
        "MODEL D5.5",
    ),
    Constant(
        "strike.success_capability",
        2.0,
        1.0,
        3.0,
        JUDGED,
        "What the attacker's capability adds, measured from 1.",
        "MODEL D5.5",
    ),
    Constant(
        "strike.success_shield",
        1.5,
        0.5,
        2.5,
        JUDGED,
        "What the target's air defence takes off.",
        "MODEL D5.5",
    ),
    Constant(
        "strike.munitions",
        10.0,
        4.0,
        40.0,
        JUDGED,
        "Munitions of a single strike, for its size in the severity.",
        "MODEL D4",
        ("timeline",),
    ),
)


def attempt_strike(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw whether a strike lands: on intelligence, capability and the target's air defence."""
    i, j = a.actor[n, k], a.target[n, k]
    chance = logistic(
        p.strike_success_base
        + p.strike_success_intel * w.intel[i, j, k]
        + p.strike_success_capability * (w.strike[i, k] * orderly(w, p, i, k) - 1.0)
        - p.strike_success_shield * w.shield[j, k]
    )
    u = uniform(c.key_high[k], c.key_low[k], STRIKE_SUCCESS, a.place[n, k], 0)
    a.success[n, k] = 1 if u < chance else 0
    note(c, STRIKE_SUCCESS, 0, u, a.success[n, k])
