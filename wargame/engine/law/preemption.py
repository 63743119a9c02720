"""Striking launchers before they fire (S6; MODEL D5.5, moves M10)."""

from __future__ import annotations

from wargame.engine.law.acts_table import PENDING, Acts
from wargame.engine.law.constant import DATA, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import BARRAGE_PREEMPTED, uniform

CONSTANTS = (
    Constant(
        "preempt.low",
        0.5,
        0.3,
        0.6,
        DATA,
        "Least share of a salvo that a pre-emptive strike which lands destroys.",
        "MODEL D5.5",
        ("timeline",),
    ),
    Constant(
        "preempt.high",
        0.66,
        0.6,
        0.8,
        DATA,
        "Greatest share of a salvo that it destroys.",
        "MODEL D5.5",
        ("timeline",),
    ),
)


def thin_out(p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Destroy a drawn share of whatever the target of act ``n`` was about to launch this turn."""
    u = uniform(c.key_high[k], c.key_low[k], BARRAGE_PREEMPTED, a.place[n, k], 0)
    share = p.preempt_low + u * (p.preempt_high - p.preempt_low)
    note(c, BARRAGE_PREEMPTED, 0, u, share)
    for other in range(a.count[k]):
        if a.actor[other, k] == a.target[n, k] and a.state[other, k] == PENDING:
            a.preempted[other, k] = max(a.preempted[other, k], share)
