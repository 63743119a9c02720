"""Blind estimates: each umpire gives a number that nobody sees until all are in, or closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.weighing import Weighing
from wargame.play.adjudication.rulings import names_of
from wargame.ui.adjudicate.estimates_line import EstimatesLine
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import column, empty, row
from wargame.ui.widgets.text import TextLabel

_WIDTH = 96


class UmpiresPanel(QWidget):
    """Who is asked, one masked field each, then the line of all.

    Signals:
        weighing_changed(object): The Weighing with other umpires or estimates.
    """

    weighing_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weighing = Weighing()
        self._shown: tuple[object, ...] = ()
        self._title = TextLabel("Umpires\u2019 estimates", "body", 600)
        self._state = TextLabel("", "table", 400, "t3")
        self._sum = TextLabel("", "table", 600)
        self.names = QLineEdit()
        self.names.setFont(text_font("table"))
        self.names.setPlaceholderText("Names of umpires, with commas; empty for none")
        self.names.setAccessibleName("Names of umpires")
        self.names.editingFinished.connect(self._on_names)
        self.close_them = SecondaryButton("Close", small=True)
        self.close_them.clicked.connect(self._on_close)
        self.line = EstimatesLine()
        self._asked = QWidget()
        self._fields = FlowLayout(self._asked)
        head = row(spacing=SPACE_8)
        head.addWidget(self._title)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._sum)
        head.addWidget(self.close_them)
        whole = column(self, spacing=SPACE_4)
        whole.addLayout(head)
        whole.addWidget(self.names)
        whole.addWidget(self._asked)
        whole.addWidget(self.line)

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The masked fields of umpires who have not answered."""
        places = (self._fields.itemAt(n) for n in range(self._fields.count()))
        asked = (place.widget() for place in places if place is not None)
        return tuple(field for part in asked if part for field in part.findChildren(QLineEdit))

    def show_weighing(self, weighing: Weighing) -> None:
        """Show umpires and, once they may be seen, their estimates."""
        self._weighing = weighing
        is_fixed = weighing.is_rolled or weighing.is_open
        if not self.names.hasFocus():
            self.names.setText(", ".join(weighing.umpires))
        self.names.setVisible(not is_fixed)
        given, asked = len(weighing.estimates), len(weighing.umpires)
        self._state.setText(_state_words(weighing))
        self.close_them.setVisible(0 < given < asked and not weighing.is_closed)
        self.line.setVisible(weighing.is_open)
        self._sum.setVisible(weighing.is_open)
        middle = weighing.median
        if middle is not None:
            chances = [chance for _, chance in weighing.estimates]
            spread = 100 * (max(chances) - min(chances))
            self._sum.setText(f"Median {100 * middle:.0f} %, spread {spread:.0f} points")
            self.line.set_estimates(weighing.estimates)
        self._show_fields(is_fixed=is_fixed)

    def _show_fields(self, *, is_fixed: bool) -> None:
        weighing = self._weighing
        key = (weighing.umpires, tuple(name for name, _ in weighing.estimates), is_fixed)
        if key == self._shown:
            return
        self._shown = key
        empty(self._fields)
        given = {name for name, _ in weighing.estimates}
        for name in () if is_fixed else weighing.umpires:
            self._fields.addWidget(self._given(name) if name in given else self._field(name))
        self._asked.setVisible(bool(weighing.umpires) and not is_fixed)

    def _given(self, name: str) -> QWidget:
        return IconLabel("check", f"{name} has answered", "table", "t2", size=14)

    def _field(self, name: str) -> QWidget:
        asked = QWidget()
        field = QLineEdit()
        field.setFont(text_font("table"))
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setValidator(QIntValidator(0, 100, field))
        field.setPlaceholderText("%, Enter")
        field.setFixedWidth(_WIDTH)
        field.setAccessibleName(f"Estimate of {name} in per cent")
        field.returnPressed.connect(lambda: self._on_estimate(name, field.text()))
        line = row(asked, spacing=SPACE_4)
        line.addWidget(TextLabel(name, "table", 500), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(field)
        return asked

    def _on_names(self) -> None:
        umpires = names_of(self.names.text())
        if umpires == self._weighing.umpires:
            return
        kept = tuple(pair for pair in self._weighing.estimates if pair[0] in umpires)
        self.weighing_changed.emit(replace(self._weighing, umpires=umpires, estimates=kept))

    def _on_estimate(self, name: str, text: str) -> None:
        if not text:
            return
        others = tuple(pair for pair in self._weighing.estimates if pair[0] != name)
        estimates = (*others, (name, min(100, int(text)) / 100))
        self.weighing_changed.emit(replace(self._weighing, estimates=estimates))

    def _on_close(self) -> None:
        self.weighing_changed.emit(replace(self._weighing, is_closed=True))


def _state_words(weighing: Weighing) -> str:
    given, asked = len(weighing.estimates), len(weighing.umpires)
    if not asked:
        return "nobody is asked"
    if weighing.is_open:
        return "given blind" if not weighing.missing else f"closed, {given} of {asked} answered"
    return f"given blind: {given} of {asked} are in"
