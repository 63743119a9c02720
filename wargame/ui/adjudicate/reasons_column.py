"""Reasons for or against an argument, each with its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.weighing import HEAVIEST, Reason
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.buttons import IconButton, QuietButton
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 300


class ReasonRow(QWidget):
    """One reason.

    Signals:
        weight_chosen(int): It weighs so much.
        dropped(): It is to go.
    """

    weight_chosen = Signal(int)
    dropped = Signal()

    def __init__(self, reason: Reason, *, can_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = TextLabel("+" if reason.favours else "\u2212", "body", 600, "t2")
        sign.setFixedWidth(14)
        words = Paragraph(f"{reason.text}  {reason.by}".strip(), "table")
        self.weight = SegmentedControl(
            [(str(n), str(n), None) for n in range(1, HEAVIEST + 1)],
            f"Weight of: {reason.text}",
            small=True,
        )
        self.weight.set_current(str(reason.weight))
        self.weight.setEnabled(can_edit)
        self.weight.current_changed.connect(lambda key: self.weight_chosen.emit(int(key)))
        drop = IconButton("x", f"Take away: {reason.text}", 14, small=True)
        drop.clicked.connect(self.dropped)
        line = row(self, spacing=SPACE_8, margins=(0, SPACE_4, 0, SPACE_4))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        line.addWidget(self.weight, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        drop.setVisible(can_edit)


class ReasonsColumn(QWidget):
    """One side of the scale, with a field for one more.

    Signals:
        reasons_changed(object): The reasons of this side; a tuple.
    """

    reasons_changed = Signal(object)

    def __init__(self, *, favours: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._favours = favours
        self._reasons: tuple[Reason, ...] = ()
        self._can_edit = True
        self.add = QuietButton("Reason", "plus", hint="+" if favours else "\u2212", small=True)
        self.add.clicked.connect(self.begin)
        self.field = QLineEdit()
        self.field.setFont(text_font("table"))
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText("A reason, then Enter")
        self.field.setAccessibleName("A reason for" if favours else "A reason against")
        self.field.hide()
        self.field.returnPressed.connect(self._on_entered)
        head = row(spacing=SPACE_8)
        head.addWidget(TextLabel("For" if favours else "Against", "body", 600))
        head.addWidget(TextLabel("weight 1 to 3", "table", 400, "t3"))
        head.addStretch(1)
        head.addWidget(self.add)
        self._rows = column()
        whole = column(self, spacing=SPACE_4)
        whole.addLayout(head)
        whole.addLayout(self._rows)
        whole.addWidget(self.field)
        whole.addStretch(1)

    @property
    def rows(self) -> tuple[ReasonRow, ...]:
        """The reasons' rows, top to bottom."""
        places = (self._rows.itemAt(n) for n in range(self._rows.count()))
        found = (place.widget() for place in places if place is not None)
        return tuple(part for part in found if isinstance(part, ReasonRow))

    def show_reasons(self, reasons: Sequence[Reason], *, can_edit: bool) -> None:
        """Show this side's part of the reasons."""
        mine = tuple(r for r in reasons if r.favours == self._favours)
        self.add.setVisible(can_edit)
        if not can_edit:
            self.field.hide()
        if (mine, can_edit) == (self._reasons, self._can_edit) and self._rows.count():
            return
        self._reasons, self._can_edit = mine, can_edit
        empty(self._rows)
        for n, reason in enumerate(mine):
            line = ReasonRow(reason, can_edit=can_edit)
            line.weight_chosen.connect(lambda weight, n=n: self._on_weight(n, weight))
            line.dropped.connect(lambda n=n: self._on_dropped(n))
            self._rows.addWidget(line)
            self._rows.addWidget(Hairline())

    def begin(self) -> None:
        """Let a reason be typed."""
        if self._can_edit:
            self.field.show()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_entered(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.field.clear()
            reason = Reason(text, favours=self._favours, by="Control")
            self.reasons_changed.emit((*self._reasons, reason))

    def _on_weight(self, number: int, weight: int) -> None:
        old = self._reasons[number]
        new = Reason(old.text, old.favours, weight, old.by)
        self.reasons_changed.emit((*self._reasons[:number], new, *self._reasons[number + 1 :]))

    def _on_dropped(self, number: int) -> None:
        self.reasons_changed.emit((*self._reasons[:number], *self._reasons[number + 1 :]))
