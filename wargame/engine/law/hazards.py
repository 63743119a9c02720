"""Hazards that nobody chooses: loss of control, and collapse (S23, S24; MODEL D5.19).

All-out war is never an order. It is drawn with a probability that rises with the index, as in the
threat that leaves something to chance (MODEL B10). Carries M24, M25, M26, M27.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp2, held, log2, logistic
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import HAZARD_ALL_OUT, HAZARD_COLLAPSE, uniform
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "hazard.all_out_base",
        -5.0,
        -6.0,
        -4.0,
        JUDGED,
        "Log-odds of losing control in a week at the index in the middle of the hazard.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.all_out_middle",
        80.0,
        75.0,
        85.0,
        JUDGED,
        "The index at which those log-odds hold.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.all_out_scale",
        8.0,
        5.0,
        12.0,
        JUDGED,
        "Points of the index that raise the log-odds by one.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.all_out_full",
        55.0,
        50.0,
        60.0,
        JUDGED,
        "The index below which the hazard fades.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.all_out_none",
        35.0,
        30.0,
        40.0,
        JUDGED,
        "The index at which the hazard is gone.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.collapse_cohesion",
        0.2,
        0.1,
        0.3,
        JUDGED,
        "Cohesion below which an actor may collapse.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.collapse_days",
        21.0,
        14.0,
        35.0,
        JUDGED,
        "Days in a row below it before the hazard begins.",
        "MODEL D5.19",
    ),
    Constant(
        "hazard.collapse",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "Probability of collapse in a week from then on.",
        "MODEL D5.19",
    ),
)

DAYS_A_WEEK = 7.0
A_LITTLE_MORE = 1.000001
"""More than any rounding of a probability."""

MOST_DAYS = 9999.0


def over_days(weekly: float, days: float) -> float:
    """The probability within some days of what has a probability a week.

    >>> round(over_days(0.5, 14.0), 12)
    0.75
    """
    if weekly >= 1.0:
        return 1.0
    return 1.0 - exp2(log2(1.0 - weekly) * days / DAYS_A_WEEK)


def happens(u: float, weekly: float, days: float) -> bool:
    """Whether a draw falls within ``over_days``; most draws lie so far off that it is not needed.

    >>> happens(0.7, 0.5, 14.0), happens(0.8, 0.5, 14.0)
    (True, False)
    """
    # Bernoulli: 1 - (1 - x)^t is at most x where t is below 1, and t x where it is above.
    if u > weekly * max(1.0, days / DAYS_A_WEEK) * A_LITTLE_MORE:
        return False
    return u < over_days(weekly, days)


def weekly_hazard(p: Parameters, index: float) -> float:
    """Probability a week of losing control at an index (MODEL D5.19)."""
    h = logistic(p.hazard_all_out_base + (index - p.hazard_all_out_middle) / p.hazard_all_out_scale)
    faded = (index - p.hazard_all_out_none) / (p.hazard_all_out_full - p.hazard_all_out_none)
    return h * held(faded, 0.0, 1.0)


def lose_control(w: WorldNumbers, p: Parameters, c: Context, k: int, factor: float) -> None:
    """Draw whether control over the escalation is lost this turn.

    Args:
        factor: How many times likelier several fronts of war make it.
    """
    if w.all_out[k] > 0.0:
        return
    chance = over_days(min(1.0, factor * weekly_hazard(p, w.index[k])), c.days)
    u = uniform(c.key_high[k], c.key_low[k], HAZARD_ALL_OUT, 0, 0)
    lost = 1.0 if u < chance else 0.0
    note(c, HAZARD_ALL_OUT, 0, u, lost)
    w.all_out[k] = lost


def collapse(w: WorldNumbers, p: Parameters, c: Context, k: int, i: int) -> bool:
    """Count an actor's days of weak cohesion, and draw whether it drops out; True when it does."""
    if w.collapsed[i, k] > 0.0:
        return False
    if w.cohesion[i, k] < p.hazard_collapse_cohesion:
        w.weak_days[i, k] = min(w.weak_days[i, k] + c.days, MOST_DAYS)
    else:
        w.weak_days[i, k] = 0.0
    if w.weak_days[i, k] < p.hazard_collapse_days:
        return False
    u = uniform(c.key_high[k], c.key_low[k], HAZARD_COLLAPSE, p.actor_key[i], 0)
    gone = 1.0 if u < over_days(p.hazard_collapse, c.days) else 0.0
    note(c, HAZARD_COLLAPSE, i, u, gone)
    w.collapsed[i, k] = gone
    return gone > 0.0
