"""The stops of the console's tour: about two minutes for who has never run an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.ui.widgets.tour_step import TourStep

if TYPE_CHECKING:
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen


def console_tour(screen: FacilitatorScreen) -> tuple[TourStep, ...]:
    """What to look at, in the order in which one needs it."""
    centre, meter = screen.centre, screen.meter
    if centre is None or meter is None:
        return ()
    return (
        TourStep(
            screen.bar.stepper,
            "A turn has four phases",
            "Teams read their briefing, plan and seal their orders; then you adjudicate and "
            "publish the outcome. The mark shows where you are; a click on it leads back or on.",
        ),
        TourStep(
            screen.seats,
            "Who sits where",
            "Every seat with its team, or the computer that plays it. Who still plans stands on "
            "top. Enter passes the laptop to a team; a page without secrets comes between.",
        ),
        TourStep(
            centre.above,
            "Map, relations, actor states",
            "What happened in a turn as numbered arcs. Drag and scroll to look closer, click an "
            "arc to find its row below. Ctrl+T shows the same as a table.",
        ),
        TourStep(
            centre.feed,
            "Events",
            "Everything, newest first, with its rung and with who knows of it. Enter opens the "
            "working: every draw and every number that moved, and why.",
        ),
        TourStep(
            meter,
            "The escalation meter",
            "The index from 0 to 100, its band, its history, and what moved it. Harm is counted "
            "apart from it on purpose: people are not points.",
        ),
        TourStep(
            screen.bar.projector,
            "For the room",
            "Ctrl+P shows the second screen what is public: band, index, news and clock, and "
            "nothing that only one team knows. B blanks it.",
        ),
        TourStep(
            screen.foot,
            "The next step",
            "One button leads through the exercise; it always says what comes next. Ctrl+K lists "
            "everything else that can be done, F1 the keys. Whatever you do is saved at once.",
        ),
    )
