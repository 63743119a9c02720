"""The parts of the page that says how a practice game went: figures, objectives, grounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.practice.offer_detail import STANDING_ICONS
from wargame.ui.practice.standing_strip import StandingStrip
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.play.practice.outcome.grounds import Ground
    from wargame.play.practice.outcome.score import HarmResult, ObjectiveResult, Score


_STOOD_WIDTH: Final = 184


def people(count: int, verb: str) -> str:
    """A number of people in words, such as "1 person was killed"."""
    return f"{count:,} {'person was' if count == 1 else 'people were'} {verb}"


def harm_words(harm: HarmResult) -> tuple[str, ...]:
    """The harm, stated plainly, a sentence each."""
    if not harm.in_all and not harm.displaced:
        return ("The log holds no deaths.",)
    killed = (
        f"{people(harm.in_all, 'killed')} in this game: {harm.by_us:,} by acts of this seat, "
        f"{harm.on_our_side:,} on its own side."
    )
    displaced = (f"{people(harm.displaced, 'displaced')}.",) if harm.displaced else ()
    return (killed, *displaced)


def index_words(index: Sequence[float]) -> str:
    """How the escalation index went."""
    if len(index) < 2:
        return ""
    highest = max(index)
    return (
        f"Escalation went from {index[0]:.0f} to {index[-1]:.0f} of 100 and stood highest at "
        f"{highest:.0f}."
    )


class Figure(Surface):
    """A number with what it is and what it rests on."""

    def __init__(
        self, name: str, value: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("raised", parent)
        whole = column(self, spacing=SPACE_4, margins=(SPACE_16, SPACE_12, SPACE_16, SPACE_12))
        whole.addWidget(TextLabel(name, "table", 500, "t2"))
        whole.addWidget(TextLabel(value, "clock", 600))
        whole.addWidget(Paragraph(words, "table", "t2"))
        whole.addStretch(1)
        self.setAccessibleName(f"{name}: {value}. {words}")


def figures_of(score: Score) -> tuple[Figure, ...]:
    """What was reached, the harm, and both together."""
    harm = score.harm
    reached = "–" if score.reached is None else f"{score.reached:.0f} of 100"
    result = "–" if score.result is None else f"{score.result:.0f} of 100"
    taken = f"{100 * harm.taken:.0f} % taken off for harm" if harm.taken else "Nothing taken off"
    return (
        Figure("Objectives reached", reached, "By weight, of those that the rules can judge."),
        Figure("People killed", f"{harm.in_all:,}", " ".join(harm_words(harm))),
        Figure("Objectives with harm weighed in", result, f"{taken}. See the rule below."),
    )


class GroundLine(QWidget):
    """An event that counted, with a way to it.

    Signals:
        event_wished(int): Look at this event of the log.
    """

    event_wished = Signal(int)

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = row(self, spacing=SPACE_8)
        cite = LinkButton(f"Event {ground.number}")
        cite.setAccessibleName(f"Event {ground.number}, turn {ground.turn}: {ground.words}")
        cite.clicked.connect(lambda: self.event_wished.emit(ground.number))
        across.addWidget(cite, 0, Qt.AlignmentFlag.AlignVCenter)
        words = Paragraph(f"Turn {ground.turn}: {ground.words}", "table", "t2")
        across.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)


class ObjectivePart(QWidget):
    """An objective: how it stands, how it stood, by which rule, and what moved it.

    Signals:
        event_wished(int): Look at this event of the log.
    """

    event_wished = Signal(int)

    def __init__(self, result: ObjectiveResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(self, spacing=SPACE_4, margins=(0, SPACE_12, 0, SPACE_12))
        head = row(spacing=SPACE_8)
        icon = IconLabel(STANDING_ICONS[result.standing])
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Paragraph(result.text, "body", weight=600), 1)
        head.addWidget(StandingStrip(result.by_turn), 0, Qt.AlignmentFlag.AlignTop)
        counted = "not counted" if result.credit is None else f"counts {100 * result.credit:.0f} %"
        standing = result.standing[:1].upper() + result.standing[1:]
        stood = TextLabel(f"{standing}, {counted}", "table", 500)
        stood.setMinimumWidth(_STOOD_WIDTH)  # so that the boxes of all stand under one another
        head.addWidget(stood, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        beside = column(spacing=SPACE_4, margins=(SPACE_16 + SPACE_8, 0, 0, 0))
        rule = result.rule or "No rule can judge this: say yourself how it went."
        beside.addWidget(Paragraph(f"Weight {result.weight:g}. {rule}", "table", "t3"))
        for ground in result.grounds:
            line = GroundLine(ground)
            line.event_wished.connect(self.event_wished)
            beside.addWidget(line)
        whole.addLayout(beside)
        whole.addWidget(Hairline())
