"""A team on paper: its briefing, what it knows and an order form, for rooms that play on paper.

It is made from the seat's own view and nothing else, so that a sheet left on a table tells no more
than the team's screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.model.ids import Phase
from wargame.reports.papers import as_html, paper

if TYPE_CHECKING:
    from wargame.model.seat_view import KnownEvent, RedLineView, SeatView

MOST_EVENTS: Final = 60
"""Known events that go on paper, latest first."""

_PHASES: Final = {
    Phase.BRIEF: "In the briefing.",
    Phase.PLAN: "In planning.",
    Phase.ADJUDICATE: "Control is adjudicating.",
    Phase.OUTCOME: "The outcome is published.",
    Phase.ENDED: "The game has ended.",
}
_CERTAIN: Final = 0.9


def team_pack(view: SeatView) -> str:
    """The pack of a team as one HTML page; equal views give equal pages."""
    latest = view.known[-MOST_EVENTS:]
    return paper(
        "team-pack.html",
        view=view,
        phase=_PHASES[view.phase],
        public_briefing=as_html(view.public_briefing),
        briefing=as_html(view.briefing),
        known=tuple(reversed(latest)),
        left_out=len(view.known) - len(latest),
        rung=rung_words,
        who=_who,
        crossed=_crossed,
        number=_number,
    )


def rung_words(rung: float | None) -> str:
    """``R13``, or nothing where no rung was read.

    >>> rung_words(12.6), rung_words(None)
    ('R13', '')
    """
    return "" if rung is None else f"R{round(rung)}"


def _who(event: KnownEvent) -> str:
    """Who did it, with the doubt that the seat has."""
    if event.actor is None:
        return "Unknown"
    if event.sure >= _CERTAIN:
        return event.actor
    return f"{event.actor}, {round(100 * event.sure)} % sure"


def _crossed(line: RedLineView) -> str:
    """Whether a line was crossed, as the seat saw it."""
    if line.crossed is None:
        return "holds"
    return f"crossed in turn {line.crossed}" if line.crossed else "crossed before the game"


def _number(points: float) -> str:
    return f"{points:.1f}".removesuffix(".0")
