"""The theatre ladder as numbers: intensity by rung and back, and what size adds (MODEL D3, D4).

Rivera et al.'s severity weights 4, 12, 28 and 60 are 4 (2^n - 1); with n = rung / 5 they become one
continuous scale on which rung 20 is 60 (MODEL 0.3).
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2, held, log2, log10
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters

COOPERATION = -2.0
"""Severity shown for an act of rung 0 that co-operates (MODEL D3)."""

HIGHEST_RUNG = 20.0

CONSTANTS = (
    Constant(
        "ladder.munitions_weight",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "How much ten times as many munitions add to an act's severity.",
        "MODEL D4",
    ),
    Constant(
        "ladder.deaths_weight",
        0.05,
        0.0,
        0.15,
        JUDGED,
        "How much ten times as many deaths add to an act's severity.",
        "MODEL D4",
    ),
)


def intensity(rung: float) -> float:
    """S, the intensity of a rung: 4 (2^(T/5) - 1), 0 at rung 0 and 60 at rung 20.

    >>> intensity(5.0), intensity(20.0)
    (4.0, 60.0)
    """
    return 4.0 * (exp2(rung / 5.0) - 1.0)


def intensity_of_act(p: Parameters, a: Acts, n: int, k: int) -> float:
    """S of an act: nearly always that of its move, which is worked out once."""
    m = a.move[n, k]
    if a.rung[n, k] == p.move_rung[m]:
        return p.move_intensity[m]
    return intensity(a.rung[n, k])


def rung_of(severity: float) -> float:
    """The rung whose intensity is ``severity``, 0 to 20.

    >>> rung_of(4.0), rung_of(60.0), rung_of(-3.0)
    (5.0, 20.0, 0.0)
    """
    return held(5.0 * log2(1.0 + max(severity, 0.0) / 4.0), 0.0, HIGHEST_RUNG)


def size_factor(p: Parameters, munitions: float, deaths: float) -> float:
    """m of MODEL D4: how much the munitions spent and the people killed add to an act's weight."""
    return (
        1.0
        + p.ladder_munitions_weight * log10(1.0 + munitions / 10.0)
        + p.ladder_deaths_weight * log10(1.0 + deaths)
    )
