"""The axes of a plot: turns along the bottom, the present one in bold; band numbers at the left."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font

_TickLine = tuple[QPen, QPointF, QPointF]
_TickText = tuple[QRectF, int, str]


class TurnAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """Turn k lies between k-1 and k; its tick label stands half way."""

    def __init__(self, turns: int) -> None:
        super().__init__(orientation="bottom")
        self._turns = turns
        self._current = 0
        self.setStyle(tickLength=0, tickTextOffset=4, tickFont=text_font("caption", 500))
        self.setHeight(20)

    def set_turns(self, turns: int, current: int) -> None:
        """Number so many turns and print one of them bold (0 for none)."""
        self._turns, self._current = turns, current
        self.picture = None
        self.update()

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, low: float, high: float, size: float
    ) -> list[tuple[float, list[float]]]:
        step = self._step(size)
        return [(float(step), [turn - 0.5 for turn in range(1, self._turns + 1, step)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [str(round(value + 0.5)) for value in values]

    def drawPicture(  # noqa: N802 - pyqtgraph's name
        self,
        painter: QPainter,
        line: _TickLine,
        ticks: Sequence[_TickLine],
        texts: Sequence[_TickText],
    ) -> None:
        bold = str(self._current)
        plain = [spec for spec in texts if spec[2] != bold]
        super().drawPicture(painter, line, (), plain)
        self._draw_boundaries(painter)
        painter.setFont(text_font("caption", 600))
        painter.setPen(colour("t1"))
        for rect, flags, text in texts:
            if text == bold:
                painter.drawText(rect.adjusted(-4, 0, 4, 0), int(flags), text)

    def _draw_boundaries(self, painter: QPainter) -> None:
        """Short marks between turns, on whole pixels."""
        area = self.mapRectFromParent(self.geometry())
        step = self._step(area.width())
        for turn in range(step, self._turns, step):
            x = round(area.left() + area.width() * turn / self.range[1])
            painter.fillRect(QRectF(x, area.top() + 1, 1, 4), colour("line2"))

    def _step(self, size: float) -> int:
        """Every turn where there is room, else every second, fifth or tenth."""
        for step in (1, 2, 5, 10):
            if size >= 18 * self._turns / step:
                return step
        return 20


class BandAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """Band numbers half way up each band, without line and marks."""

    def __init__(self) -> None:
        super().__init__(orientation="left")
        self.setStyle(tickLength=0, tickTextOffset=8, tickFont=text_font("table", 600))
        self.setWidth(20)

    def drawPicture(  # noqa: N802 - pyqtgraph's name
        self,
        painter: QPainter,
        line: _TickLine,
        ticks: Sequence[_TickLine],
        texts: Sequence[_TickText],
    ) -> None:
        super().drawPicture(painter, line, (), texts)
