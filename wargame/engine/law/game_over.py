"""When a game is over before its last turn: what nobody can play on from (S13, S16, S23, S24).

Control lost, a state that drops out, a government that falls, or a truce that has lasted. Games and
rollouts ask the same functions; how a game that ran its full length came out is told in
``engine/endings.py``, which changes nothing. Carries M24, M27, M47, M58.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hazards import MOST_DAYS, over_days
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import POLITICS_FALL, uniform
from wargame.engine.law.talks import linked_truce
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "ending.truce_days",
        9.0,
        6.0,
        28.0,
        JUDGED,
        "Days in a row for which a truce on every linked front must have held before a game ends "
        "with it.",
        "MODEL D8, A8 S13",
        ("002",),
    ),
    Constant(
        "ending.truce_index",
        80.0,
        60.0,
        100.0,
        JUDGED,
        "Index from which a truce does not end a game: what states did to each other still glows.",
        "MODEL D4",
    ),
    Constant(
        "ending.truce_rung",
        9.0,
        9.0,
        12.0,
        JUDGED,
        "Rung of an act between states that starts the count of those days anew.",
        "MODEL D3",
    ),
    Constant(
        "politics.fall_below",
        0.2,
        0.05,
        0.3,
        JUDGED,
        "Political survival below which a government may fall.",
        "MODEL A8 S16, M58",
        ("002",),
    ),
    Constant(
        "politics.fall_days",
        9.0,
        7.0,
        28.0,
        JUDGED,
        "Days in a row below it before the hazard begins.",
        "MODEL A8 S16",
    ),
    Constant(
        "politics.fall",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "Probability of its fall in a week from then on, as for a collapse.",
        "MODEL A8 S16, D5.19",
    ),
)

GOES_ON, ALL_OUT, COLLAPSED, FALLEN, TRUCE = range(5)
"""Why a game is over; nuclear use is loss of control as far as the law goes."""


def count_truce(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Count the days in a row for which the linked fronts lie at truce and states hold still."""
    holds = linked_truce(w, p, k) >= 1.0
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            between = p.state[i] and p.state[j] and p.rivals[i, j]
            if between and w.last_rung[i, j, k] >= p.ending_truce_rung:
                holds = False
    w.truce_days[k] = min(w.truce_days[k] + days, MOST_DAYS) if holds else 0.0


def governments_fall(w: WorldNumbers, p: Parameters, c: Context, k: int) -> None:
    """Count the days in which a government may fall, and draw whether it does (M58)."""
    for i in range(p.n_actors):
        if p.state[i] == 0 or w.collapsed[i, k] > 0.0 or w.fallen[i, k] > 0.0:
            continue
        if w.approval[i, k] < p.politics_fall_below:
            w.doubt_days[i, k] = min(w.doubt_days[i, k] + c.days, MOST_DAYS)
        else:
            w.doubt_days[i, k] = 0.0
        if w.doubt_days[i, k] >= p.politics_fall_days:
            short = held(1.0 - w.approval[i, k] / p.politics_fall_below, 0.0, 1.0)
            u = uniform(c.key_high[k], c.key_low[k], POLITICS_FALL, p.actor_key[i], 0)
            gone = 1.0 if u < over_days(p.politics_fall * (0.5 + 0.5 * short), c.days) else 0.0
            note(c, POLITICS_FALL, i, u, gone)
            w.fallen[i, k] = gone


def over(w: WorldNumbers, p: Parameters, k: int) -> int:
    """Why the game is over after this turn; ``GOES_ON`` while it is not."""
    if w.all_out[k] > 0.0:
        return ALL_OUT
    for i in range(p.n_actors):
        if p.state[i] and p.played[i] and w.collapsed[i, k] > 0.0:
            return COLLAPSED
    for i in range(p.n_actors):
        if p.state[i] and p.played[i] and w.fallen[i, k] > 0.0:
            return FALLEN
    if w.truce_days[k] < p.ending_truce_days or w.index[k] >= p.ending_truce_index:
        return GOES_ON
    for i in range(p.n_actors):
        if w.sustained[i, k] > 0.0:
            return GOES_ON
    return TRUCE
