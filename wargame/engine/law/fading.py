"""What else fades by itself: readiness, alert, attributions, stocks, marks (MODEL D5.1).

Readiness drifts towards what an actor keeps up without warning, alert eases, spent interceptors are
slowly replaced, and the rungs of the last turn are wiped. Partners' defences that joined for one
salvo leave again.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import LN2, exp2
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "readiness.home",
        0.45,
        0.3,
        0.6,
        JUDGED,
        "Readiness that an actor keeps up without alarm.",
        "MODEL C1, D1",
    ),
    Constant(
        "readiness.half_life_days",
        14.0,
        7.0,
        30.0,
        JUDGED,
        "Days in which readiness goes half of the way back, and alert eases by half.",
        "MODEL D5.1",
    ),
    Constant(
        "readiness.alert",
        0.2,
        0.1,
        0.4,
        JUDGED,
        "How far full alert lifts the readiness that is kept up.",
        "moves M02",
    ),
    Constant(
        "readiness.partners_days",
        7.0,
        3.0,
        14.0,
        JUDGED,
        "Days in which partners' defences that joined go home by half.",
        "moves M03",
    ),
)

FULL_STOCK = 1.0


def fade_rest(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Readiness, alert, attribution and interceptors some days later; last turn's marks wiped."""
    left = exp2(-days / p.readiness_half_life_days)
    eased = p.readiness_alert * LN2 * days / p.readiness_half_life_days
    doubt = exp2(-days / p.covert_fading_days)
    staying = exp2(-days / p.readiness_partners_days)
    missing = exp2(-days / p.shield_resupply_days)
    for i in range(p.n_actors):
        # Both fade with one rate, so the two together have this closed form.
        lifted = w.readiness[i, k] - p.readiness_home + eased * w.alert[i, k]
        w.readiness[i, k] = min(p.readiness_home + lifted * left, 1.0)
        w.alert[i, k] *= left
        w.partners[i, k] *= staying
        for layer in range(5):
            stock = w.interceptors[i, layer, k]
            if 0.0 < stock < FULL_STOCK:
                w.interceptors[i, layer, k] = FULL_STOCK - (FULL_STOCK - stock) * missing
        for j in range(p.n_actors):
            w.attribution[i, j, k] *= doubt
            w.last_rung[i, j, k] = 0.0
