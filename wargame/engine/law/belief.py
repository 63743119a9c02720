"""Belief that the other side will reply (S10). Carries M21, M22, M44.

Acting raises it in everybody's eyes; a debt left open lowers it, week by week.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2, log2
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.ladder import intensity_of_act
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "belief.gain",
        0.25,
        0.1,
        0.4,
        JUDGED,
        "Share of the remaining doubt in an actor's resolve that an act of full weight removes.",
        "MODEL D5.9",
    ),
    Constant(
        "belief.full_weight",
        14.0,
        10.0,
        20.0,
        JUDGED,
        "Intensity of an act that counts in full.",
        "MODEL D5.9",
    ),
    Constant(
        "belief.ceiling",
        0.98,
        0.9,
        0.99,
        JUDGED,
        "The surest that anybody can be of a reply.",
        "MODEL D5.9",
    ),
    Constant(
        "belief.floor",
        0.05,
        0.01,
        0.15,
        JUDGED,
        "The least sure that anybody can be of a reply.",
        "MODEL D5.9",
    ),
    Constant(
        "belief.open_debt",
        6.0,
        3.0,
        10.0,
        JUDGED,
        "Debt above which silence is noticed, S units.",
        "MODEL D5.9, M21",
        ("002",),
    ),
    Constant(
        "belief.silence",
        0.88,
        0.8,
        0.95,
        JUDGED,
        "Share of the belief that is left after a week of silence.",
        "MODEL D5.9, M21",
        ("002",),
    ),
    Constant(
        "belief.reply_weight",
        8.0,
        6.0,
        10.0,
        JUDGED,
        "Rungs of all acts of a turn together from which an actor is not silent.",
        "MODEL D5.9",
    ),
)

DAYS_A_WEEK = 7.0


def act_shows_resolve(
    w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, share: float
) -> None:
    """An act raises everybody's belief that its author replies, as far as it is known as its.

    Args:
        share: The part of a single act that this turn is, so that a week of fire shows as much in
            one turn as in seven.
    """
    i = a.actor[n, k]
    weight = min(1.0, intensity_of_act(p, a, n, k) / p.belief_full_weight) * a.attribution[n, k]
    gained = 1.0 - exp2(log2(1.0 - min(p.belief_gain * weight, 0.99)) * share)
    for j in range(p.n_actors):
        if j != i:
            b = w.belief[j, i, k]
            if b < p.belief_ceiling:
                w.belief[j, i, k] = min(p.belief_ceiling, b + (1.0 - b) * gained)


def debts_before(p: Parameters, days: float) -> float:
    """How many times as large debts were before some days faded them."""
    return exp2(days / p.debt_half_life_days)


def days_of_silence(
    w: WorldNumbers, p: Parameters, i: int, k: int, days: float, faded: float
) -> float:
    """Days of a turn, 0 to ``days``, in which an actor owed replies and did little (M21).

    Only the days for which the debt stayed above the line count, so that seven turns of a day and
    one of a week agree.

    Args:
        w: The world.
        p: Constants and tables.
        i: The actor.
        k: The lane.
        days: Days of the turn.
        faded: ``debts_before`` for these days.
    """
    owed = 0.0
    done = 0.0
    for j in range(p.n_actors):
        owed += w.debt[i, j, k]
        done += w.last_rung[i, j, k]
    # Debts have faded already: this much was owed before the turn's days.
    before = owed * faded
    if before > p.belief_open_debt and done < p.belief_reply_weight:
        return min(days, p.debt_half_life_days * log2(before / p.belief_open_debt))
    return 0.0


def silence_lowers_belief(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """An actor that owes replies and did little loses its rivals' belief (MODEL D5.9, M21)."""
    faded = debts_before(p, days)
    for i in range(p.n_actors):
        open_days = days_of_silence(w, p, i, k, days, faded)
        if open_days > 0.0:
            left = exp2(log2(p.belief_silence) * open_days / DAYS_A_WEEK)
            for j in range(p.n_actors):
                b = w.belief[j, i, k]
                if p.rivals[i, j] and b > p.belief_floor:
                    w.belief[j, i, k] = max(p.belief_floor, b * left)
