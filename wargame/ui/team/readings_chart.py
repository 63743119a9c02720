"""How others may read an order: a dot and a range per reader on the ladder's bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wargame.ui.theme.bands import BandScale, band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import MarkName
from wargame.ui.theme.paint import (
    CENTRE,
    END,
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.widgets.actor_badge import MARK, draw_mark
from wargame.ui.widgets.text import plain_tip

ROW: Final = 22
_AXIS: Final = 22
_TOP: Final = 2
_NAME: Final = 148
_WIDEST_NAME: Final = 196
_END: Final = 56
_RUNG: Final = 36
_DOT: Final = 10
_BAR: Final = 4


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reader: who, the range in rungs, and whether a red line may be crossed."""

    mark: MarkName
    name: str
    low: float
    middle: float
    high: float
    may_cross: bool

    @property
    def words(self) -> str:
        """The row as a sentence."""
        flag = "; may see a red line crossed" if self.may_cross else ""
        return (
            f"{self.name}: likely R{self.middle:.0f}, between R{self.low:.0f} and "
            f"R{self.high:.0f}{flag}"
        )


@dataclass(frozen=True, slots=True)
class ChartPlaces:
    """Where the parts of the chart lie; rungs grow to the right in every direction of reading."""

    bands: tuple[QRect, ...]
    plot: QRect
    rows: tuple[QRect, ...]
    rungs: int

    def x(self, rung: float) -> float:
        """Where a rung stands, in the middle of its cell; rungs off the ladder at its ends."""
        kept = min(max(rung, 0.0), self.rungs - 1.0)
        return self.plot.left() + self.plot.width() * (kept + 0.5) / self.rungs


def lay_out_chart(
    scale: BandScale, rows: int, width: int, names: int = _NAME, *, backwards: bool = False
) -> ChartPlaces:
    """Bands with equal cells for every rung, and a row for every reader, beside their names."""
    rungs = scale.last_rung + 1
    left = _END if backwards else names
    plot = QRect(left, _TOP, max(rungs, width - names - _END), rows * ROW)

    def edge(rung: int) -> int:
        return plot.left() + plot.width() * rung // rungs

    bands = tuple(
        QRect(edge(s.first_rung), _TOP, edge(s.last_rung + 1) - edge(s.first_rung), rows * ROW)
        for s in scale.spans
    )
    places = tuple(QRect(0, _TOP + n * ROW, width, ROW) for n in range(rows))
    return ChartPlaces(bands, plot, places, rungs)


class ReadingsChart(QWidget):
    """Rows of readings over tinted bands; a dashed line where the order is meant."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._rows: tuple[ReadingRow, ...] = ()
        self._meant: float | None = None
        self._stale = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retell()

    @property
    def rows(self) -> tuple[ReadingRow, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[ReadingRow]) -> None:
        """Show these readers, in this order."""
        self._rows = tuple(rows)
        self._stale = False
        self._retell()

    def set_meant(self, meant: float | None) -> None:
        """Draw the dashed line at a rung, or none."""
        self._meant = meant
        self._retell()

    def set_stale(self) -> None:
        """Dim what is shown until new readings come."""
        self._stale = bool(self._rows)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, _TOP + len(self._rows) * ROW + _AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = (event.pos().y() - _TOP) // ROW
            words = self._rows[number].words if 0 <= number < len(self._rows) else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        names = self._name_width()
        backwards = self.isRightToLeft()
        places = lay_out_chart(
            self._scale, len(self._rows), self.width(), names, backwards=backwards
        )
        self._paint_bands(painter, places)
        if self._stale:
            painter.setOpacity(0.45)
        if self._meant is not None:
            self._paint_meant(painter, places, self._meant)
        for row, place in zip(self._rows, places.rows, strict=True):
            self._paint_row(painter, places, row, place)
        painter.setOpacity(1.0)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _paint_bands(self, painter: QPainter, places: ChartPlaces) -> None:
        theme, count = current_theme(), len(self._scale)
        for span, band in zip(self._scale.spans, places.bands, strict=True):
            shades = band_colour(theme, span.number, count)
            area = band.adjusted(0, 0, -1, 0)
            painter.fillRect(area, QColor(shades.tint))
            foot = QRect(area.left(), area.bottom() + 1, area.width(), 3)
            painter.fillRect(foot, QColor(shades.fill))
            words, font = str(span.number), text_font("caption", 500)
            wide = max(text_width(words, font), 16)
            label = QRect(area.center().x() - wide // 2, foot.bottom() + 2, wide, 16)
            draw_text(painter, label, words, font, colour("t2"), align=CENTRE)

    def _paint_meant(self, painter: QPainter, places: ChartPlaces, meant: float) -> None:
        x = round(places.x(meant)) + 0.5
        pen = QPen(colour("accent"), 2)
        pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, places.plot.top()), QPointF(x, places.plot.bottom() + 1))

    def _paint_row(
        self, painter: QPainter, places: ChartPlaces, row: ReadingRow, place: QRect
    ) -> None:
        middle = place.center().y()
        mark = mirrored(self, QRect(0, middle - MARK // 2, MARK, MARK))
        draw_mark(painter, mark, row.mark, colour("t2"))
        name = mirrored(self, QRect(MARK + 8, place.top(), self._name_width() - MARK - 16, ROW))
        draw_text(painter, name, row.name, text_font("table"), colour("t1"))
        low, high = round(places.x(row.low)), round(places.x(row.high))
        bar = QRect(low, middle - 1, max(_BAR, high - low), _BAR)
        draw_box(painter, bar, fill=colour("t3"), radius=_BAR / 2)
        at = round(places.x(row.middle))
        dot = QRect(at - _DOT // 2, middle + 1 - _DOT // 2, _DOT, _DOT)
        draw_box(painter, dot, fill=colour("t1"), border=colour("panel"), radius=_DOT / 2)
        if row.may_cross:
            left = min(high + 6, places.plot.right() + 4)
            flag = QRect(left, place.top(), 14, ROW)
            draw_icon(painter, flag, "flag", colour("t1"), 14)
        end = mirrored(self, QRect(self.width() - _RUNG, place.top(), _RUNG - 4, ROW))
        words = f"R{row.middle:.0f}"
        draw_text(painter, end, words, text_font("table", 600), colour("t1"), align=END)

    def _name_width(self) -> int:
        """Room for the longest name, so that none is cut at an ordinary length."""
        font = text_font("table")
        widest = max((text_width(row.name, font) for row in self._rows), default=0)
        return min(_WIDEST_NAME, max(_NAME, widest + MARK + 16))

    def _retell(self) -> None:
        meant = f"Meant as R{self._meant:.0f}. " if self._meant is not None else ""
        self.setAccessibleName(f"How others may read it. {meant}{len(self._rows)} readers")
        self.setAccessibleDescription(". ".join(row.words for row in self._rows))
        self.updateGeometry()
        self.update()
