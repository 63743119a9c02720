"""The spiral number in one line, with its explanation in the tool tip and behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from wargame.ui.charts.forecast.words import SPIRAL_MEANING, spiral_text
from wargame.ui.theme.metrics import SPACE_4
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import TextLabel, plain_tip

if TYPE_CHECKING:
    from wargame.model.outlook import Spiral

_HEIGHT = 20


class SpiralLine(QWidget):
    """Whether heat answers heat more than it fades (MODEL B8)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = SPIRAL_MEANING
        self._value = TextLabel("–", "table", 600)
        self.explain = IconButton("info", "Explain the spiral number", 12, small=True)
        self.explain.setFixedSize(_HEIGHT, _HEIGHT)
        self.explain.clicked.connect(self._on_explain)
        line = row(self, spacing=SPACE_4)
        line.addWidget(TextLabel("Spiral number", "table", 400, "t2"))
        line.addWidget(self.explain)
        line.addStretch(1)
        line.addWidget(self._value)
        self.setFixedHeight(_HEIGHT)
        self.show_spiral(None)

    @property
    def text(self) -> str:
        """The number as it reads."""
        return self._value.text()

    @property
    def meaning(self) -> str:
        """What the explanation says now."""
        return self._meaning

    def show_spiral(self, spiral: Spiral | None) -> None:
        """Show the number with what it means now; a dash where there is none."""
        self._value.setText(spiral_text(spiral) if spiral is not None else "–")
        now = spiral.words if spiral is not None else "There is no number yet."
        self._meaning = f"{now}\n{SPIRAL_MEANING}"

        self.setToolTip(plain_tip(self._meaning))
        self.setAccessibleName(f"Spiral number {self.text}. {now}")
        self.explain.setToolTip(plain_tip(self._meaning))
        self.explain.setAccessibleDescription(self._meaning)

    def _on_explain(self) -> None:
        below = self.explain.mapToGlobal(QPoint(0, self.explain.height()))
        QToolTip.showText(below, plain_tip(self._meaning), self.explain)
        self.explain.setFocus(Qt.FocusReason.OtherFocusReason)
