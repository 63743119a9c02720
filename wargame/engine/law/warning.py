"""What the target learns in time: notice, detection, and whether a choreography holds (S7, S12).

Carries M7, M8, M13 to M16, M43.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import logistic
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context, heard, note
from wargame.engine.law.hazards import happens
from wargame.engine.law.means import BARRAGE, FIRE
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.quantiles import gamma_two
from wargame.engine.law.rng import (
    WARNING_CHOREOGRAPHY,
    WARNING_DETECT,
    WARNING_FALSE,
    WARNING_HOURS,
    paired,
    uniform,
)
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "warning.notice_low_hours",
        24.0,
        12.0,
        48.0,
        DATA,
        "Least warning that notice through third parties gives when no hours are named.",
        "moves D04, MODEL C1",
        ("strikes",),
    ),
    Constant(
        "warning.notice_high_hours",
        72.0,
        48.0,
        120.0,
        DATA,
        "Most warning that such notice gives.",
        "moves D04, MODEL C1",
        ("strikes",),
    ),
    Constant(
        "warning.choreography_floor",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Chance that notice is understood as choreography without any private channel.",
        "MODEL D5.6",
        ("004",),
    ),
    Constant(
        "warning.choreography_channel",
        0.7,
        0.5,
        0.9,
        JUDGED,
        "What a perfect private channel adds to that chance.",
        "MODEL D5.6",
        ("004",),
    ),
    Constant(
        "warning.detect_base",
        -1.2,
        -2.0,
        -0.5,
        JUDGED,
        "Log-odds of detecting a rival's plan without intelligence on it.",
        "MODEL D5.2",
    ),
    Constant(
        "warning.detect_intel",
        3.0,
        2.0,
        4.0,
        JUDGED,
        "What perfect intelligence adds to those log-odds.",
        "MODEL D5.2",
    ),
    Constant(
        "warning.detect_preparation",
        0.4,
        0.1,
        0.8,
        JUDGED,
        "What preparation adds: times the logarithm of one more than its turns.",
        "MODEL D5.2",
    ),
    Constant(
        "warning.detect_covert",
        2.0,
        1.0,
        3.0,
        JUDGED,
        "What covert preparation takes off those log-odds.",
        "MODEL D5.2",
    ),
    Constant(
        "warning.mean_hours",
        4.0,
        1.0,
        8.0,
        DATA,
        "Mean warning when a plan is detected without notice.",
        "MODEL C1, D5.2",
        ("strikes",),
    ),
    Constant(
        "warning.false_alarm",
        0.02,
        0.0,
        0.05,
        JUDGED,
        "Probability a week that an actor takes what a direct rival does for an attack that is not "
        "coming.",
        "MODEL D5.2",
    ),
    Constant(
        "warning.alarm_readiness",
        0.65,
        0.5,
        0.8,
        JUDGED,
        "Readiness of forces that such an alarm calls out.",
        "MODEL D5.2, moves M02",
    ),
    Constant(
        "warning.alarm_alert",
        0.6,
        0.3,
        1.0,
        JUDGED,
        "Alert that it leaves.",
        "MODEL D5.2, moves M02",
    ),
)

ATTACK_RUNG = 10.0
"""Rung from which a pending act makes an alarm a true one."""

STIRS_RUNG = 2.0
"""Rung from which what a rival does may be taken for the beginning of an attack."""


def settle_warning(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Set an act's warning in hours, and whether its choreography holds (MODEL D5.2, D5.6)."""
    i, j = a.actor[n, k], a.target[n, k]
    place = a.place[n, k]
    hours = a.warning_asked[n, k]
    if a.announced[n, k]:
        u = uniform(c.key_high[k], c.key_low[k], WARNING_CHOREOGRAPHY, place, 0)
        chance = p.warning_choreography_floor + p.warning_choreography_channel * w.channel[j, i, k]
        a.choreographed[n, k] = 1 if u < chance else 0
        note(c, WARNING_CHOREOGRAPHY, 0, u, a.choreographed[n, k])
        if hours <= 0.0:
            u = uniform(c.key_high[k], c.key_low[k], WARNING_HOURS, place, 0)
            wide = p.warning_notice_high_hours - p.warning_notice_low_hours
            hours = p.warning_notice_low_hours + u * wide
            note(c, WARNING_HOURS, 0, u, hours)
    elif hours <= 0.0:
        hours = detected_hours(w, p, a, c, n, k)
    if w.revealed[i, k] > 0.0:
        hours = max(hours, p.assets_revealed_hours)
    a.warning[n, k] = hours


def detected_hours(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> float:
    """Hours of warning from the target's own intelligence; 0 when it detects nothing."""
    if not (heard(c) or asks_for_warning(w, p, a, n, k)):
        return 0.0
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    covert = p.move_deniability[m] if a.overt[n, k] == 0 else 0.0
    chance = logistic(
        p.warning_detect_base
        + p.warning_detect_intel * w.intel[j, i, k]
        + p.warning_detect_preparation * p.move_prepared_ln[m]
        - p.warning_detect_covert * covert
    )
    u = uniform(c.key_high[k], c.key_low[k], WARNING_DETECT, a.place[n, k], 0)
    detected = u < chance
    note(c, WARNING_DETECT, 0, u, 1.0 if detected else 0.0)
    if not detected:
        return 0.0
    u = uniform(c.key_high[k], c.key_low[k], WARNING_HOURS, a.place[n, k], 0)
    hours = gamma_two(p.warning_mean_hours, u)
    note(c, WARNING_HOURS, 0, u, hours)
    return hours


def asks_for_warning(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether anything that comes of an act hangs on its warning: only what flies has a way to go.

    Rollouts leave the rest out; in a game it is for the record.
    """
    how = p.move_resolution[a.move[n, k]]
    if how == FIRE:
        for weapon in range(5):
            if w.stock[a.actor[n, k], weapon, k] >= 1.0:
                return True
    return how == BARRAGE


def raise_false_alarms(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int) -> None:
    """Draw who expects an attack by a direct rival that is not coming (MODEL D5.2).

    Something must stir on the other side to be misread. The alarm calls out forces; the rival, as
    everybody, sees the alert.
    """
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            if p.direct[i, j] == 0 or w.collapsed[i, k] > 0.0 or not misreads(p, a, k, j, i):
                continue
            place = paired(p.actor_key[i], p.actor_key[j])
            u = uniform(c.key_high[k], c.key_low[k], WARNING_FALSE, place, 0)
            alarmed = happens(u, p.warning_false_alarm, c.days)
            note(c, WARNING_FALSE, i, u, 1.0 if alarmed else 0.0)
            if alarmed:
                w.readiness[i, k] = max(w.readiness[i, k], p.warning_alarm_readiness)
                w.alert[i, k] = max(w.alert[i, k], p.warning_alarm_alert)


def misreads(p: Parameters, a: Acts, k: int, i: int, j: int) -> bool:
    """Whether ``i`` does something hostile this turn, and does not attack ``j``."""
    stirs = False
    for n in range(a.count[k]):
        m = a.move[n, k]
        if a.actor[n, k] == i and p.move_goldstein[m] < 0.0:
            if a.target[n, k] == j and p.move_rung[m] >= ATTACK_RUNG:
                return False
            stirs = stirs or p.move_rung[m] >= STIRS_RUNG
    return stirs
