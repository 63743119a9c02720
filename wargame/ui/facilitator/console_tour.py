"""The stops of the console's tour: about two minutes for who has never run an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.ui.widgets.tour_step import TourStep

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wargame.ui.facilitator.console_bar import ConsoleBar
    from wargame.ui.facilitator.console_centre import ConsoleCentre


def console_tour(
    bar: ConsoleBar, seats: QWidget, centre: ConsoleCentre, meter: QWidget, foot: QWidget
) -> tuple[TourStep, ...]:
    """What to look at, in the order in which one needs it."""
    return (
        TourStep(
            bar.stepper,
            "A turn has four phases",
            "Teams read their briefing, plan and seal their orders; then you adjudicate and "
            "publish the outcome. The mark shows where you are; a click on it leads back or on.",
        ),
        TourStep(
            seats,
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
            bar.projector,
            "For the room",
            "Ctrl+P shows the second screen what is public: band, index, news and clock, and "
            "nothing that only one team knows. B blanks it.",
        ),
        TourStep(
            foot,
            "The next step",
            "One button leads through the exercise; it always says what comes next. Ctrl+K lists "
            "everything else that can be done, F1 the keys. Whatever you do is saved at once.",
        ),
    )
