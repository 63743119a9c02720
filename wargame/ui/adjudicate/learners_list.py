"""Who will learn what: as proposed, or edited seat by seat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.ruling_views import Learning
from wargame.ui.adjudicate.words import how_words
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Hairline, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wargame.model.ids import ActorId
    from wargame.model.ruling_views import Learner
    from wargame.model.seat_view import ActorLabel


_BESIDE: Final = 4
"""Seats that are named beside what they learn; more stand below it."""


class LearnersList(QWidget):
    """One block a seat; seats that hear the same in public stand together while nothing is edited.

    Signals:
        learnings_changed(object): What control decides; a tuple of Learning.
    """

    learnings_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learners: tuple[Learner, ...] = ()
        self._labels: Mapping[ActorId, ActorLabel] = {}
        self._learnings: dict[ActorId, Learning] = {}
        self._is_editing = False
        self._rows = column(self)

    @property
    def checks(self) -> tuple[CheckBox, ...]:
        """The boxes of seats that may learn of it, while editing."""
        return tuple(c for part in self._parts() for c in part.findChildren(CheckBox))

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields for words of single seats, while editing."""
        return tuple(f for part in self._parts() for f in part.findChildren(QLineEdit))

    def _parts(self) -> list[QWidget]:
        places = (self._rows.itemAt(n) for n in range(self._rows.count()))
        found = (place.widget() for place in places if place is not None)
        return [part for part in found if part is not None]

    def show_learners(
        self,
        learners: Sequence[Learner],
        labels: Mapping[ActorId, ActorLabel],
        learnings: Sequence[Learning],
    ) -> None:
        """Show seats with what they learn, and what control decided otherwise."""
        self._learners, self._labels = tuple(learners), labels
        self._learnings = {learning.seat: learning for learning in learnings}
        self._fill()

    def set_editing(self, *, editing: bool) -> None:
        """Let seats be edited, or show them only."""
        if editing != self._is_editing:
            self._is_editing = editing
            self._fill()

    def _fill(self) -> None:
        empty(self._rows)
        if self._is_editing:
            for learner in self._learners:
                self._rows.addWidget(self._editor(learner))
                self._rows.addWidget(Hairline())
        else:
            for block in self._blocks():
                self._rows.addWidget(block)
                self._rows.addWidget(Hairline())

    def _blocks(self) -> list[QWidget]:
        """Seats with words or ways of their own, then everybody who hears it in public."""
        blocks = []
        rest: list[Learner] = []
        unaware: list[str] = []
        for learner in self._learners:
            learning = self._learnings.get(learner.seat)
            is_plain = learning is None or (learning.learns and not learning.words)
            if (learning is not None and not learning.learns) or (
                not learner.how and learning is None
            ):
                unaware.append(learner.seat)
            elif learner.how == "public" and is_plain:
                rest.append(learner)
            else:
                blocks.append(self._block(learner, learning))
        if rest:
            icon = IconLabel("newspaper", "As news", "table", "t2", size=14)
            name = "Everyone else" if len(rest) > 2 else ", ".join(r.seat for r in rest)
            blocks.append(_shown(TextLabel(name, "table", 600), icon, rest[0].words))
        if unaware:
            icon = IconLabel("eye-off", "Will not know", "table", "t2", size=14)
            # Many names beside the words would be wider than the column.
            are_many = len(unaware) > _BESIDE
            seats = ", ".join(unaware)
            name = f"{len(unaware)} seats" if are_many else seats
            words = seats if are_many else ""
            blocks.append(_shown(TextLabel(name, "table", 600), icon, words))
        return blocks

    def _block(self, learner: Learner, learning: Learning | None) -> QWidget:
        words, icon = how_words(learner)
        if learning is not None:
            words = "Control decides"
        label = self._labels.get(learner.seat)
        name = TextLabel(label.name if label is not None else learner.seat, "table", 600)
        said = learning.words if learning is not None and learning.words else learner.words
        return _shown(name, IconLabel(icon, words, "table", "t2", size=14), said)

    def _editor(self, learner: Learner) -> QWidget:
        learning = self._learnings.get(learner.seat)
        whole = QWidget()
        lines = column(whole, spacing=SPACE_4, margins=(0, SPACE_4, 0, SPACE_8))
        head = row(spacing=SPACE_8)
        label = self._labels.get(learner.seat)
        if label is not None:
            head.addWidget(ActorBadge(actor_value(label)))
        learns = bool(learner.how) if learning is None else learning.learns
        check = CheckBox("learns of it", checked=learns)
        check.setAccessibleName(f"{learner.seat} learns of it")
        check.setEnabled(learner.how != "own")
        head.addWidget(check)
        head.addStretch(1)
        lines.addLayout(head)
        field = QLineEdit(learning.words if learning is not None else "")
        field.setFont(text_font("table"))
        field.setMaxLength(400)
        field.setPlaceholderText(learner.words or "In the words of everybody")
        field.setAccessibleName(f"What {learner.seat} reads")
        field.setEnabled(learns)
        lines.addWidget(field)
        check.toggled.connect(
            lambda on: self._on_edited(learner, learns=on, words=field.text(), field=field)
        )
        field.textEdited.connect(
            lambda text: self._on_edited(learner, learns=check.isChecked(), words=text, field=field)
        )
        return whole

    def _on_edited(self, learner: Learner, *, learns: bool, words: str, field: QLineEdit) -> None:
        field.setEnabled(learns)
        was = bool(learner.how)
        if learns == was and not words.strip():
            self._learnings.pop(learner.seat, None)
        else:
            self._learnings[learner.seat] = Learning(learner.seat, learns, words if learns else "")
        self.learnings_changed.emit(tuple(self._learnings.values()))


def _shown(name: TextLabel, how: QWidget, words: str) -> QWidget:
    block = QWidget()
    lines = column(block, spacing=SPACE_4, margins=(0, SPACE_8, 0, SPACE_8))
    head = row(spacing=SPACE_12)
    head.addWidget(name)
    head.addStretch(1)
    head.addWidget(how, 0, Qt.AlignmentFlag.AlignVCenter)
    lines.addLayout(head)
    if words:
        lines.addWidget(Paragraph(words, "table"))
    return block
