"""The escalation ladder: bands of equal height, highest on top, a pointer where the index stands.

Bands up to the present one have their number on a filled box, those above on an outlined one, so
that the gauge reads without colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.bands import BandScale, BandSpan, band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_text,
    mirrored,
    start_painting,
)
from wargame.ui.widgets.text import plain_tip

Interval = tuple[float, float, float, float, float]
"""Index at 5 %, 25 %, 50 %, 75 % and 95 % of the runs."""

_NUMBER: Final = 12
_POINTER: Final = 10
_POINTER_ROOM: Final = 14
_FORECAST_ROOM: Final = 16
_STALE: Final = 0.45
"""What remains of the forecast's ink while a newer one is on its way."""
_NARROW: Final = 150
"""Width (px) of a band below which its words go on to the pointer."""


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One band's place, left to right: its number box and its body."""

    number: QRect
    body: QRect


def lay_out_ladder(count: int, width: int, height: int) -> tuple[LadderRow, ...]:
    """Places of ``count`` bands, lowest first, bottom up, with 2 px between them."""
    rows = []
    for step in range(count):
        top = height * (count - 1 - step) // count
        bottom = height * (count - step) // count - (2 if step else 0)
        rows.append(
            LadderRow(
                QRect(0, top, _NUMBER, bottom - top),
                QRect(_NUMBER, top, width - _NUMBER, bottom - top),
            )
        )
    return tuple(rows)


def index_y(scale: BandScale, index: float, height: int) -> float:
    """Distance of an index from the top (px); bands are equally tall whatever they span."""
    return (1.0 - scale.height_share(index)) * height


class LadderGauge(QWidget):
    """Shows the index now (solid pointer), a turn ago (hollow) and, if given, its forecast."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._now: float | None = None
        self._before: float | None = None
        self._forecast: Interval | None = None
        self._when = ""
        self._is_stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._retell()

    def set_scale(self, scale: BandScale) -> None:
        """Show another ladder."""
        self._scale = scale
        self._retell()

    def set_values(self, now: float | None, before: float | None = None) -> None:
        """Point at the index now and at the one a turn ago; None draws no pointer."""
        self._now, self._before = now, before
        self._retell()

    def set_forecast(
        self, forecast: Interval | None, when: str = "", *, stale: bool = False
    ) -> None:
        """Draw the range of runs beside the ladder, or nothing.

        Args:
            forecast: Where the runs lie.
            when: What it is a forecast for, such as ``the end of turn 4``.
            stale: Whether it is out of date and shown dimmed.
        """
        self._forecast, self._when, self._is_stale = forecast, when, stale
        self._retell()

    def forecast_words(self) -> str:
        """The bar as a sentence; empty without one."""
        if self._forecast is None:
            return ""
        low90, low50, _, high50, high90 = self._forecast
        when = f" for {self._when}" if self._when else ""
        return (
            f"Forecast{when}: half of runs {low50:.0f} to {high50:.0f}, "
            f"nine of ten {low90:.0f} to {high90:.0f}{', out of date' if self._is_stale else ''}."
        )

    def sizeHint(self) -> QSize:
        return QSize(208, 44 * len(self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 36 * len(self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        room = _POINTER_ROOM + (_FORECAST_ROOM if self._forecast else 0)
        width, height = self.width() - room, self.height()
        here = self._scale.of_index(self._now) if self._now is not None else None
        for place, span in zip(
            lay_out_ladder(len(self._scale), width, height), self._scale.spans, strict=True
        ):
            self._paint_band(painter, place, span, here)
        if self._before is not None:
            self._paint_pointer(painter, self._before, width, solid=False)
        if self._now is not None:
            self._paint_pointer(painter, self._now, width, solid=True)
        if self._forecast is not None:
            self._paint_forecast(painter, self._forecast, width + _POINTER_ROOM + 8)

    def _paint_band(
        self, painter: QPainter, place: LadderRow, span: BandSpan, here: BandSpan | None
    ) -> None:
        shades = band_colour(current_theme(), span.number, len(self._scale))
        body, box = mirrored(self, place.body), mirrored(self, place.number)
        painter.fillRect(body, QColor(shades.tint))
        is_here = span is here
        is_reached = here is not None and span.number <= here.number
        if is_here:
            draw_box(painter, body, border=colour("t3"), radius=0)
        if is_reached:
            painter.fillRect(box, QColor(shades.fill))
        else:
            draw_box(painter, box, fill=colour("win"), border=QColor(shades.fill), radius=0)
        ink = QColor(shades.on_fill) if is_reached else colour("t1")
        draw_text(painter, box, str(span.number), text_font("caption", 600), ink, align=CENTRE)
        narrow = place.body.width() < _NARROW
        words = place.body.adjusted(10 if narrow else 12, 0, -4 if narrow else -24, 0)
        middle = place.body.top() + place.body.height() // 2
        name = QRect(words.left(), middle - 17, words.width(), 18)
        range_ = QRect(words.left(), middle + 1, words.width(), 16)
        font = text_font("body", 600 if is_here else 500)
        draw_text(painter, mirrored(self, name), span.name, font, colour("t1"))
        text = f"{span.rungs_text} · {span.index_text}"
        draw_text(painter, mirrored(self, range_), text, text_font("caption"), colour("t2"))

    def _paint_pointer(self, painter: QPainter, index: float, width: int, *, solid: bool) -> None:
        y = index_y(self._scale, index, self.height())
        y = min(max(y, _POINTER / 2 + 1), self.height() - _POINTER / 2 - 1)
        tip, base = width + 1.0, width + 1.0 + _POINTER
        shape = [(tip, y), (base, y - _POINTER / 2 - 0.5), (base, y + _POINTER / 2 + 0.5)]
        points = [QPointF(self._x(x), at) for x, at in shape]
        ink = colour("t1" if solid else "t2")
        painter.setPen(Qt.PenStyle.NoPen if solid else QPen(ink, 1.2))
        painter.setBrush(ink if solid else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(points))
        if solid:
            painter.setPen(QPen(ink, 2))
            long = 8 if width < _NARROW else 28
            painter.drawLine(QPointF(self._x(width - long), y), QPointF(self._x(width + 2), y))

    def _paint_forecast(self, painter: QPainter, forecast: Interval, x: int) -> None:
        low90, low50, median, high50, high90 = (
            index_y(self._scale, value, self.height()) for value in forecast
        )
        at = self._x(x)
        painter.setOpacity(_STALE if self._is_stale else 1.0)
        painter.setPen(QPen(colour("accent_line"), 2))
        painter.drawLine(QPointF(at, high90), QPointF(at, low90))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        box = QRect(round(at) - 3, round(high50), 6, max(1, round(low50 - high50)))
        painter.fillRect(box, colour("accent"))
        painter.setPen(QPen(colour("t1"), 2))
        painter.drawLine(QPointF(at - 5, median), QPointF(at + 5, median))

    def _x(self, x: float) -> float:
        return self.width() - x if self.isRightToLeft() else x

    def _retell(self) -> None:
        words = "Escalation: no value yet"
        if self._now is not None:
            span = self._scale.of_index(self._now)
            top = f"{self._scale.high:g}"
            words = (
                f"Escalation {self._now:.1f} of {top}, band {span.number} of "
                f"{len(self._scale)}, {span.name}"
            )
            if self._before is not None:
                change = self._now - self._before
                if round(change, 1) == 0:
                    words += ", as a turn ago"
                else:
                    way = "higher" if change > 0 else "lower"
                    words += f", {abs(change):.1f} {way} than a turn ago"
        words = f"{words}. {self.forecast_words()}".strip()
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()
