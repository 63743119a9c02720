"""What the projector says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.model.ids import Phase
from wargame.ui.item_models.moments import days_words

if TYPE_CHECKING:
    from wargame.model.public_view import PublicView

_PHASES: Final = {
    Phase.BRIEF: "Teams read their briefing",
    Phase.PLAN: "Teams are planning",
    Phase.ADJUDICATE: "Control adjudicates",
    Phase.OUTCOME: "The outcome is out",
    Phase.ENDED: "The game has ended",
}


def turn_line(view: PublicView) -> str:
    """``Turn 4 of 12, 9–11 August 2024``."""
    days = days_words(view.first_day, view.last_day)
    return f"Turn {view.turn} of {view.turns}, {days}" if view.turn else days


def phase_lines(view: PublicView) -> tuple[str, str]:
    """What the teams are doing, and how far they are; the second may be empty."""
    words = _PHASES[view.phase]
    if view.phase is Phase.PLAN:
        return words, f"{view.sealed} of {view.seats} orders are in"
    return words, ""


def change_line(view: PublicView) -> str:
    """``4 lower in turn 3``; empty before anything has moved."""
    if len(view.index_path) < 2:
        return ""
    turn = len(view.index_path) - 1
    change = round(view.index_path[-1]) - round(view.index_path[-2])
    if not change:
        return f"unchanged in turn {turn}"
    return f"{abs(change)} {'higher' if change > 0 else 'lower'} in turn {turn}"


def spoken(view: PublicView) -> str:
    """Everything in sentences, for a screen reader."""
    index = view.index_path[-1]
    band = next(b for b in reversed(view.bands) if index >= b.index_from)
    news = " ".join(item.words for item in view.news[:4])
    return (
        f"{view.scenario}. {turn_line(view)}. {'. '.join(filter(None, phase_lines(view)))}. "
        f"Escalation {index:.0f} of 100, band {band.number} of {len(view.bands)}, {band.name}. "
        f"In the news: {news or 'nothing yet'}"
    )
