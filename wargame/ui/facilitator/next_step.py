"""The one thing to do next in each phase, as data: label, what is said beside it, what it asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from wargame.model.ids import Phase
from wargame.ui.facilitator.seat_rows import sealed_and_total
from wargame.ui.facilitator.words import counted

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView
    from wargame.ui.theme.icon_names import IconName


class Act(Enum):
    """What the primary button does."""

    START_PLANNING = "start planning"
    LOCK = "lock"
    REVIEW = "review"
    PUBLISH = "publish"
    NEXT_TURN = "next turn"
    GO_HOME = "go home"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in place before something that others feel.

    Attributes:
        title: The question or the announcement, in one line.
        words: What follows from it.
        no: Label of the way back.
        yes: Label of the primary button meanwhile.
    """

    title: str
    words: str
    no: str
    yes: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """The foot of the console in a phase.

    Attributes:
        act: What the primary button does.
        label: Its label.
        icon: Its outline.
        state: Where things stand, in a few words.
        aside: Muted words at the far end.
        sealed: Seats that have sealed; None outside planning.
        total: Seats that seal.
        question: Asked before acting; None to act at once.
        second: What can be done instead; None for nothing.
    """

    act: Act
    label: str
    icon: IconName
    state: str
    aside: str = ""
    sealed: int | None = None
    total: int = 0
    question: Question | None = None
    second: NextStep | None = None


def next_step(view: ConsoleView) -> NextStep:
    """What the facilitator does next."""
    match view.phase:
        case Phase.BRIEF:
            minutes = view.plan_minutes
            aside = f"{minutes} min to plan" if minutes else "no clock"
            return NextStep(
                Act.START_PLANNING, "Start planning", "play", "Teams read their briefing", aside
            )
        case Phase.PLAN:
            return _locking(view)
        case Phase.ADJUDICATE:
            return _ruling(view)
        case Phase.OUTCOME:
            left = counted(view.turns - view.turn, "turn", "turns")
            return NextStep(
                Act.NEXT_TURN,
                f"Begin turn {view.turn + 1}",
                "skip-forward",
                "Published to every seat",
                f"{left} left",
            )
        case Phase.ENDED:
            return NextStep(Act.GO_HOME, "Back to the start page", "arrow-left", "The game is over")


def _ruling(view: ConsoleView) -> NextStep:
    """Moves that ask for judgement come first; publishing without it is asked about once more."""
    waiting = counted(view.to_rule, "move waits", "moves wait")
    words = "Seats learn what they may know. Going back later does not make them forget it."
    if view.to_rule:
        words = f"{waiting} for your judgement still. Written orders without it lapse. {words}"
    question = Question(
        f"Publish the outcome of turn {view.turn}?", words, no="Not yet", yes="Publish now"
    )
    review = NextStep(
        Act.REVIEW,
        f"Review {counted(view.to_rule, 'move', 'moves')}" if view.to_rule else "Review the moves",
        "gavel",
        f"{waiting} for your judgement",
    )
    publish = NextStep(
        Act.PUBLISH,
        "Publish the outcome",
        "megaphone",
        "Adjudicated",
        "not yet published",
        question=question,
    )
    if view.to_rule:
        return replace(review, second=replace(publish, label="Publish as it is"))
    return replace(publish, second=review)


def _locking(view: ConsoleView) -> NextStep:
    sealed, total = sealed_and_total(view.seats)
    waiting = total - sealed
    question = None
    if waiting:
        verb = "has" if waiting == 1 else "have"
        drafts = "Its drafts go" if waiting == 1 else "Their drafts go"
        question = Question(
            "Locking in",
            f"{counted(waiting, 'seat', 'seats')} {verb} not sealed. {drafts} as they stand.",
            no="Cancel",
            yes="Lock now",
        )
    if not total:
        return NextStep(Act.LOCK, "Lock plans and adjudicate", "lock", "Computers play every seat")
    verb = "gets" if waiting == 1 else "get"
    return NextStep(
        Act.LOCK,
        "Lock plans and adjudicate",
        "lock",
        f"{sealed} of {counted(total, 'seat', 'seats')} sealed",
        f"{waiting} {verb} a 60-second warning" if waiting else "ready to lock",
        sealed=sealed,
        total=total,
        question=question,
    )
