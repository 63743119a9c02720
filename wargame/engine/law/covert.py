"""Covert acts: whether they succeed, and how sure the target can be who did it (S3).

Carries M45 and the threshold of deniability (MODEL A5).
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import logistic
from wargame.engine.law.assets import is_matured
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import COVERT_SUCCESS, uniform
from wargame.engine.law.tags import DEVICES
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "covert.success_base",
        -0.5,
        -1.5,
        0.5,
        JUDGED,
        "Log-odds of a covert act without intelligence, counter-intelligence or preparation.",
        "MODEL D5.4",
    ),
    Constant(
        "covert.success_intel",
        2.5,
        1.5,
        3.5,
        JUDGED,
        "What perfect intelligence on the target adds to those log-odds.",
        "MODEL D5.4",
    ),
    Constant(
        "covert.success_counter",
        1.5,
        0.5,
        2.5,
        JUDGED,
        "What the target's own covert capability takes off.",
        "MODEL D5.4",
    ),
    Constant(
        "covert.success_preparation",
        0.5,
        0.2,
        1.0,
        JUDGED,
        "What each turn of preparation adds.",
        "MODEL D5.4",
    ),
    Constant(
        "covert.evidence",
        0.2,
        0.1,
        0.4,
        JUDGED,
        "Share of the remaining doubt that the traces of a denied act remove.",
        "MODEL D5.4",
    ),
    Constant(
        "covert.prime_suspect",
        0.6,
        0.3,
        0.9,
        JUDGED,
        "Share of the doubt that is gone when a denied strike hits the home soil of a state which "
        "its author faces directly: nobody else would have done it.",
        "MODEL D5.4, M45",
        ("002", "004"),
    ),
    Constant(
        "covert.fading_days",
        60.0,
        30.0,
        120.0,
        JUDGED,
        "Days in which an attribution loses half of its force.",
        "MODEL D5.1",
    ),
)

HOME_SOIL_RUNG = 11.0
"""Lowest rung beyond the unstated injunction: what lies below stays in the shadows (MODEL D3)."""


def settle_attribution(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Set how sure the target is who acted: 1 when open, else from deniability and traces."""
    i, j = a.actor[n, k], a.target[n, k]
    sure = 1.0
    if a.overt[n, k] == 0:
        doubt = p.move_deniability[a.move[n, k]]
        left = 1.0 - p.covert_evidence
        if p.direct[i, j] and p.move_home_soil[a.move[n, k]] and a.rung[n, k] >= HOME_SOIL_RUNG:
            left *= 1.0 - p.covert_prime_suspect
        sure = 1.0 - doubt * left
    a.attribution[n, k] = sure
    w.attribution[j, i, k] = max(w.attribution[j, i, k], sure)


def attempt_covert(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw whether a covert act succeeds (MODEL D5.4)."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    chance = logistic(
        p.covert_success_base
        + p.covert_success_intel * w.intel[i, j, k]
        - p.covert_success_counter * w.covert[j, k]
        + p.covert_success_preparation * p.move_preparation[m]
    )
    u = uniform(c.key_high[k], c.key_low[k], COVERT_SUCCESS, a.place[n, k], 0)
    a.success[n, k] = 1 if u < chance else 0
    if p.move_tag[m, DEVICES] and not is_matured(w, p, i, j, k):
        a.success[n, k] = 0
    note(c, COVERT_SUCCESS, 0, u, a.success[n, k])
