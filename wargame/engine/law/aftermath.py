"""What follows from an act for programmes, shipping, goodwill, words and warnings: S9, S18 to S25.

``resolve.py`` calls this after an act's declared effects. Each block is one system of MODEL A8 and
writes its own ledger lines.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context, mark
from wargame.engine.law.goodwill import judge_defence, spend_goodwill
from wargame.engine.law.nuclear import set_back, steel
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.reputation import answer_crossing, cross_lines, warn
from wargame.engine.law.shipping import hit_warships
from wargame.engine.law.tags import (
    CLAIMS_VICTORY,
    CLOSES_MATTER,
    SHIPPING,
    STAND_DOWN,
    WARNING,
)
from wargame.engine.law.word_given import (
    break_word,
    claim_victory,
    close_matter,
    pull_back,
    redeem_vows,
)
from wargame.engine.law.world_view import WorldNumbers


def follow_words(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """What words do: warnings, closed matters, claims, pulling back."""
    m = a.move[n, k]
    if a.target[n, k] < 0:
        return
    if p.move_tag[m, WARNING]:
        warn(w, p, a, n, k)
        mark(c, n, 25)
    if p.move_tag[m, CLOSES_MATTER]:
        close_matter(w, p, a, n, k)
    if p.move_tag[m, CLAIMS_VICTORY]:
        claim_victory(w, p, a, n, k)
    if p.move_tag[m, STAND_DOWN]:
        pull_back(w, p, a, n, k)
    mark(c, n, 9)


def follow_force(
    w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int, share: float
) -> None:
    """What a hostile act does beside debt and face.

    Args:
        share: 1 for a single act; for a sustained move the part of a single act that this turn is.
    """
    redeem_vows(w, p, a, n, k)
    break_word(w, p, a, n, k)
    mark(c, n, 9)
    set_back(w, p, a, c, n, k)
    if a.success[n, k]:
        steel(w, p, a, n, k, share)
    mark(c, n, 18)
    if p.move_tag[a.move[n, k], SHIPPING]:
        hit_warships(w, p, a, c, n, k, share)
        mark(c, n, 19)
    spend_goodwill(w, p, a, n, k, share)
    judge_defence(w, p, a, n, k)
    mark(c, n, 21)
    answer_crossing(w, p, a, n, k)
    cross_lines(w, p, a, n, k)
    mark(c, n, 25)
