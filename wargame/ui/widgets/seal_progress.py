"""How many seats have sealed: one segment each, filled when done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import draw_box, mirrored, start_painting

_HEIGHT = 6


def lay_out_segments(total: int, width: int) -> tuple[QRect, ...]:
    """``total`` boxes with whole-pixel edges across ``width`` px, 4 px apart (2 px when many)."""
    if total <= 0:
        return ()
    gap = 4 if total <= 16 else 2
    room = width - gap * (total - 1)
    edges = [room * n // total for n in range(total + 1)]
    return tuple(
        QRect(edges[n] + n * gap, 0, edges[n + 1] - edges[n], _HEIGHT) for n in range(total)
    )


class SealProgress(QWidget):
    """A row of segments."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sealed, self._total = 0, 0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, sealed: int, total: int) -> None:
        """Show ``sealed`` of ``total``."""
        self._sealed, self._total = sealed, total
        self.setAccessibleName(f"{sealed} of {total} seats sealed")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        for number, segment in enumerate(lay_out_segments(self._total, self.width())):
            spot = mirrored(self, segment)
            if number < self._sealed:
                painter.fillRect(spot, colour("t2"))
            else:
                draw_box(painter, spot, border=colour("ctl"), radius=0)
