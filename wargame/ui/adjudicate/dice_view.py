"""Two dice as they fell, drawn with pips; for per cent the number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, start_painting

if TYPE_CHECKING:
    from wargame.model.weighing import Roll

_DIE: Final = 46
_GAP: Final = 8
_HIGHEST_FACE: Final = 6
_PIPS: Final = {
    1: ((1, 1),),
    2: ((0, 0), (2, 2)),
    3: ((0, 0), (1, 1), (2, 2)),
    4: ((0, 0), (2, 0), (0, 2), (2, 2)),
    5: ((0, 0), (2, 0), (1, 1), (0, 2), (2, 2)),
    6: ((0, 0), (2, 0), (0, 1), (2, 1), (0, 2), (2, 2)),
}


class DiceView(QWidget):
    """Not mirrored: dice read the same everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roll: Roll | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_roll(self, roll: Roll | None) -> None:
        """Show a roll; None shows empty dice."""
        self._roll = roll
        dice = " and ".join(str(die) for die in roll.dice) if roll else "not rolled yet"
        self.setAccessibleName(f"Dice: {dice}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * _DIE + _GAP, _DIE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        roll = self._roll
        if roll is not None and len(roll.dice) == 1:
            box = QRect(0, 0, self.width(), _DIE)
            draw_box(painter, box, border=colour("ctl"), fill=colour("raised"))
            text = f"{roll.total} of 100"
            draw_text(painter, box, text, text_font("title", 600), colour("t1"), align=CENTRE)
            return
        for n in range(2):
            box = QRect(n * (_DIE + _GAP), 0, _DIE, _DIE)
            draw_box(painter, box, border=colour("ctl"), fill=colour("raised"), radius=8)
            if roll is not None:
                _paint_pips(painter, box, roll.dice[n])


def _paint_pips(painter: QPainter, box: QRect, face: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("t1"))
    step = box.width() / 4
    for x, y in _PIPS[min(_HIGHEST_FACE, max(1, face))]:
        painter.drawEllipse(QPointF(box.left() + step * (x + 1), box.top() + step * (y + 1)), 4, 4)
