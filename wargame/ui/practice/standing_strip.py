"""How an objective stood turn by turn: one box each, told apart by shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import draw_box, mirrored, start_painting
from wargame.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from wargame.model.seat_view import Standing

_BOX: Final = 12
_GAP: Final = 4
LEGEND: Final = "Filled: held. Half: at risk. Crossed: lost. Empty: for people to judge."


def lay_out_boxes(count: int, width: int) -> tuple[QRect, ...]:
    """``count`` boxes from where reading begins, closer together where ``width`` px are few."""
    if count <= 0:
        return ()
    step = min(_BOX + _GAP, max(3, width // count))
    return tuple(QRect(n * step, 0, min(_BOX, step - 1), _BOX) for n in range(count))


class StandingStrip(QWidget):
    """A row of boxes, the first turn first."""

    def __init__(self, by_turn: Sequence[Standing], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_turn = tuple(by_turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = ", ".join(f"turn {n}: {one}" for n, one in enumerate(self._by_turn, 1))
        self.setAccessibleName(f"By turn: {words}" if words else "No turn was played")
        set_tip(self, f"{words}. {LEGEND}" if words else LEGEND)

    def sizeHint(self) -> QSize:
        return QSize(max(1, min(len(self._by_turn), 26) * (_BOX + _GAP)), _BOX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        boxes = lay_out_boxes(len(self._by_turn), self.width())
        for standing, place in zip(self._by_turn, boxes, strict=True):
            box = mirrored(self, place)
            if standing == "holding":
                painter.fillRect(box, colour("t2"))
                continue
            draw_box(painter, box, border=colour("ctl"), radius=0)
            if standing == "at risk":
                lower = QRect(box.left(), box.center().y(), box.width(), box.height() // 2 + 1)
                painter.fillRect(lower, colour("t2"))
            elif standing == "lost":
                painter.setPen(colour("t1"))
                first, last = QPointF(box.topLeft()), QPointF(box.bottomRight())
                painter.drawLine(first, last)
                painter.drawLine(QPointF(box.topRight()), QPointF(box.bottomLeft()))
