"""Warnings and the word of who gives them (S25). Carries M70, M71, M75.

A warning draws a line; it deters as far as its author is believed. When the line is crossed the
author has some time to act; a crossing that stays without an answer costs it everybody's belief
and its credibility, so that its next warning counts for less.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "warning.line",
        11.0,
        10.0,
        12.0,
        JUDGED,
        "Rung of the line that a warning draws when it names none.",
        "moves I02",
    ),
    Constant(
        "warning.deters",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Share of the doubt in a reply that a fully credible warning removes.",
        "MODEL M70, A8 S25",
        ("001",),
    ),
    Constant(
        "warning.moves_line",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "Share of the way by which a fully credible warning moves where the other side believes "
        "the line to be.",
        "MODEL M70, A8 S1",
    ),
    Constant(
        "warning.answer_days",
        14.0,
        7.0,
        28.0,
        JUDGED,
        "Days that the author of a warning has to answer its crossing.",
        "moves I02",
    ),
    Constant(
        "warning.answer_rung",
        8.0,
        7.0,
        10.0,
        JUDGED,
        "Least rung of an act that answers it.",
        "moves I02",
    ),
    Constant(
        "warning.ignored_belief",
        0.15,
        0.05,
        0.25,
        SOURCE,
        "Belief in a reply by its author that everybody loses when the crossing goes unanswered.",
        "moves I02, M71",
        ("001",),
    ),
    Constant(
        "warning.ignored_credibility",
        0.8,
        0.6,
        0.9,
        JUDGED,
        "Share of its author's credibility that is left.",
        "MODEL A8 S25, M71, M75",
        ("000", "001"),
    ),
    Constant(
        "warning.kept",
        0.1,
        0.03,
        0.2,
        JUDGED,
        "Share of the missing credibility that an answered crossing gives back.",
        "MODEL A8 S25",
    ),
)

KNOWN = 0.5
"""Attribution from which a crossing counts as its author's."""

NO_LINE = 21.0


def warn(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Draw a line for the target of a warning: it deters as far as its author is credible."""
    i, j = a.actor[n, k], a.target[n, k]
    line = a.meant[n, k] if a.meant[n, k] > 0.0 else p.warning_line
    w.warned_line[i, j, k] = line
    w.crossed_days[i, j, k] = 0.0
    believed = w.credibility[i, k]
    doubt = 1.0 - w.belief[j, i, k]
    w.belief[j, i, k] = min(
        max(w.belief[j, i, k], p.belief_ceiling),
        w.belief[j, i, k] + p.warning_deters * believed * doubt,
    )
    seen = w.red_line_seen[j, i, k]
    if line < seen:
        w.red_line_seen[j, i, k] = seen + p.warning_moves_line * believed * (line - seen)


def cross_lines(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Note whose warnings an act crosses: against the warner itself or a state that it guards."""
    j, t, rung = a.actor[n, k], a.target[n, k], a.rung[n, k]
    if a.attribution[n, k] < KNOWN or a.going_on[n, k]:
        return
    for i in range(p.n_actors):
        guarded = i == t or p.partner_of[i, t]
        if guarded and rung >= w.warned_line[i, j, k] and w.crossed_days[i, j, k] <= 0.0:
            w.crossed_days[i, j, k] = p.warning_answer_days


def answer_crossing(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """An act against who crossed a warned line keeps its author's word."""
    i, j = a.actor[n, k], a.target[n, k]
    if w.crossed_days[i, j, k] > 0.0 and a.rung[n, k] >= p.warning_answer_rung:
        w.crossed_days[i, j, k] = 0.0
        w.credibility[i, k] += p.warning_kept * (1.0 - w.credibility[i, k])


def warnings_run_out(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Crossings that nobody answered in time cost their warner's word; the line is gone."""
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            if w.crossed_days[i, j, k] > 0.0:
                w.crossed_days[i, j, k] = max(0.0, w.crossed_days[i, j, k] - days)
                if w.crossed_days[i, j, k] <= 0.0:
                    ignore_warning(w, p, i, j, k)


def ignore_warning(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> None:
    """What an unanswered crossing costs the one who warned (M71)."""
    w.warned_line[i, j, k] = NO_LINE
    w.credibility[i, k] = held(w.credibility[i, k] * p.warning_ignored_credibility, 0.0, 1.0)
    for o in range(p.n_actors):
        if o != i and w.belief[o, i, k] > p.belief_floor:
            lower = w.belief[o, i, k] - p.warning_ignored_belief
            w.belief[o, i, k] = max(p.belief_floor, lower)
