"""Who decides: shocks bring hardliners up, and they reply harder (S17). Carries M61, M62.

A turnover of elites is slow to undo, so nothing here fades by itself; concessions that hold and a
truce bring others back in.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "hardening.shock",
        0.02,
        0.01,
        0.04,
        JUDGED,
        "Share of the way to rule by hardliners alone that a single act of rung 10 moves its "
        "target, by its intensity.",
        "A8 S17, M61",
        ("001",),
    ),
    Constant(
        "hardening.shock_rung",
        10.0,
        9.0,
        11.0,
        JUDGED,
        "Lowest rung of an act that does so.",
        "A8 S17",
    ),
    Constant(
        "hardening.leader",
        0.03,
        0.0,
        0.06,
        JUDGED,
        "The same when a leader is killed: who follows is seldom softer.",
        "A8 S17, M39",
        ("003",),
    ),
    Constant(
        "hardening.broken_promise",
        0.03,
        0.0,
        0.06,
        JUDGED,
        "The same when a promise for which replies were held comes to nothing.",
        "A8 S17, M49",
        ("002",),
    ),
    Constant(
        "hardening.truce",
        0.03,
        0.0,
        0.06,
        JUDGED,
        "Share of the hardliners' hold that a truce loosens on both sides.",
        "A8 S17, M62",
    ),
    Constant(
        "hardening.reply",
        0.4,
        0.2,
        0.8,
        JUDGED,
        "How much larger a reply is where hardliners alone decide than where nobody is one.",
        "A8 S17, M61",
    ),
    Constant(
        "hardening.floor",
        0.1,
        0.0,
        0.2,
        JUDGED,
        "How much higher the standing is below which they see no choice but to reply.",
        "A8 S17, MODEL D5.8",
    ),
    Constant(
        "hardening.impatience",
        0.5,
        0.2,
        0.8,
        SOURCE,
        "Share of its patience that an actor lacks where hardliners alone decide, measured from "
        "an even split.",
        "A8 S17, M61",
        ("001",),
    ),
)

EVEN = 0.5
EVENT = 0
RUNG_TEN = 12.0
"""S of rung 10."""


def move_towards_hardliners(w: WorldNumbers, i: int, k: int, share: float) -> None:
    """Move an actor's leadership part of the way to rule by hardliners alone, or back if < 0."""
    h = w.hardline[i, k]
    w.hardline[i, k] = held(h + share * ((1.0 - h) if share > 0.0 else h), 0.0, 1.0)


def harden(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A single act of high rung brings up hardliners on its target's side (M61)."""
    single = p.move_lasting[a.move[n, k]] == EVENT
    if single and a.rung[n, k] >= p.hardening_shock_rung:
        shock = p.hardening_shock * intensity(a.rung[n, k]) / RUNG_TEN
        move_towards_hardliners(w, a.target[n, k], k, shock * a.attribution[n, k])


def reply_factor(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """What multiplies the reply ratio: 1 at an even split, more where hardliners decide."""
    return 1.0 + p.hardening_reply * (w.hardline[i, k] - EVEN)


def floor_shift(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """What is added to the standing below which a reply is forced (MODEL D5.8)."""
    return p.hardening_floor * (w.hardline[i, k] - EVEN)


def patience_of(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """Patience 0..1 with which an actor waits before it replies: less under hardliners."""
    patience = w.patience[i, k] * (1.0 - p.hardening_impatience * (w.hardline[i, k] - EVEN))
    return held(patience, 0.0, 1.0)
