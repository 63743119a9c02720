"""What a seat has from control as lines for a list, and the words and outlines that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wargame.ui.theme.icon_names import IconName

if TYPE_CHECKING:
    from wargame.model.control_words import Report, SeatQuestion
    from wargame.model.injects import InjectKind
    from wargame.model.seat_view import SeatView

REPORT_ICONS: Final[dict[InjectKind, IconName]] = {
    "news": "newspaper",
    "intelligence": "satellite-dish",
    "message": "mail",
    "event": "flag",
}
REPORT_WORDS: Final[dict[InjectKind, str]] = {
    "news": "News",
    "intelligence": "Intelligence",
    "message": "Message",
    "event": "Event",
}


@dataclass(frozen=True, slots=True)
class ControlLine:
    """One line of the panel.

    Attributes:
        key: Which report or question it is.
        icon: What kind of thing.
        words: Its title, or the question.
        aside: The turn, or whether the question still waits.
        is_new: Whether it came in this turn.
        spoken: All of it in a sentence.
    """

    key: str
    icon: IconName
    words: str
    aside: str
    is_new: bool
    spoken: str


def control_lines(view: SeatView) -> tuple[ControlLine, ...]:
    """Everything that came, newest first, then questions that wait."""
    waiting = [_asked(one, view.turn) for one in view.questions if one.is_open]
    came = [(report.turn, 0, report.number, _came(report, view.turn)) for report in view.reports]
    came += [
        (one.answered_turn, 1, one.number, _answered(one, view.turn))
        for one in view.questions
        if not one.is_open
    ]
    came.sort(key=lambda item: item[:3], reverse=True)
    return (*(line for _, _, _, line in came), *waiting)


def _came(report: Report, turn: int) -> ControlLine:
    kind = REPORT_WORDS[report.kind]
    source = f" from {report.sender}" if report.sender else ""
    sure = f", {report.reliability}" if report.reliability else ""
    return ControlLine(
        key=f"report-{report.number}",
        icon=REPORT_ICONS[report.kind],
        words=report.title,
        aside=f"turn {report.turn}",
        is_new=report.turn == turn,
        spoken=f"{kind}{source}{sure}, turn {report.turn}: {report.title}",
    )


def _asked(question: SeatQuestion, turn: int) -> ControlLine:
    return ControlLine(
        key=f"question-{question.number}",
        icon="hourglass",
        words=question.text,
        aside="asked",
        is_new=question.turn == turn,
        spoken=f"Asked in turn {question.turn}, not answered yet: {question.text}",
    )


def _answered(question: SeatQuestion, turn: int) -> ControlLine:
    words = question.answer if not question.is_own else f"{question.text} {question.answer}"
    return ControlLine(
        key=f"question-{question.number}",
        icon="circle-help",
        words=" ".join(words.split()),
        aside="answer",
        is_new=question.answered_turn == turn,
        spoken=f"Answer of control, turn {question.answered_turn}: {words}",
    )
