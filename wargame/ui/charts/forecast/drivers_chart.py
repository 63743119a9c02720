"""What parts good futures from bad ones, as rows: a name, the difference on an axis, its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wargame.ui.charts.forecast.words import points_interval, signed
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.theme.paint import (
    END,
    draw_line,
    draw_text,
    draw_vline,
    mirrored,
    start_painting,
)
from wargame.ui.widgets.text import plain_tip

if TYPE_CHECKING:
    from wargame.model.outlook import Driver, Estimate

ROW: Final = 20
_NUMBER: Final = 48
_AXIS: Final = 84
_DOT: Final = 3.5


@dataclass(frozen=True, slots=True)
class DriverPlace:
    """One row's places: the name, the axis, the number."""

    name: QRect
    axis: QRect
    number: QRect


def lay_out_drivers(count: int, width: int) -> tuple[DriverPlace, ...]:
    """Places of ``count`` rows from the top."""
    number = max(0, width - _NUMBER)
    axis = max(0, number - SPACE_8 - _AXIS)
    return tuple(
        DriverPlace(
            QRect(0, row * ROW, max(0, axis - SPACE_8), ROW),
            QRect(axis, row * ROW, _AXIS, ROW),
            QRect(number, row * ROW, _NUMBER, ROW),
        )
        for row in range(count)
    )


def reach_of(drivers: Sequence[Driver]) -> float:
    """How far the axis reaches to both sides of zero, as a probability."""
    ends = [max(abs(d.difference.low), abs(d.difference.high)) for d in drivers]
    return max([0.01, *ends])


class DriversChart(QWidget):
    """As tall as it has rows; read with the eye, the pointer or a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drivers: tuple[Driver, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_drivers(())

    @property
    def drivers(self) -> tuple[Driver, ...]:
        """The rows that are shown."""
        return self._drivers

    def set_drivers(self, drivers: Sequence[Driver]) -> None:
        """Show other rows."""
        self._drivers = tuple(drivers)
        told = [_sentence(driver) for driver in self._drivers]
        self.setAccessibleName(f"Drivers. {' '.join(told)}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * len(self._drivers))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW * len(self._drivers))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = event.pos().y() // ROW
            tip = _sentence(self._drivers[row]) if 0 <= row < len(self._drivers) else ""
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        reach = reach_of(self._drivers)
        places = lay_out_drivers(len(self._drivers), self.width())
        for driver, place in zip(self._drivers, places, strict=True):
            font = text_font("table")
            draw_text(painter, mirrored(self, place.name), driver.name, font, colour("t2"))
            # The axis is not mirrored: more is to the right in every language.
            self._paint_axis(painter, mirrored(self, place.axis), driver.difference, reach)
            number = signed(100 * driver.difference.value)
            bold = text_font("table", 600)
            draw_text(painter, mirrored(self, place.number), number, bold, colour("t1"), align=END)

    def _paint_axis(self, painter: QPainter, at: QRect, of: Estimate, reach: float) -> None:
        middle = at.left() + at.width() / 2
        half = at.width() / 2 - _DOT

        def x(value: float) -> float:
            return middle + value / reach * half

        draw_vline(painter, round(middle), at.top(), at.bottom() + 1, colour("line2"))
        y = at.top() + at.height() / 2
        ends = QPointF(x(of.low), y), QPointF(x(of.high), y)
        draw_line(painter, *ends, colour("t3"), 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("t1"))
        painter.drawEllipse(QPointF(x(of.value), y), _DOT, _DOT)


def driver_row(driver: Driver) -> tuple[str, str, str]:
    """A driver as a table has it: name, points, interval."""
    points = signed(100 * driver.difference.value)
    return driver.name, points, points_interval(driver.difference, 100.0)


def _sentence(driver: Driver) -> str:
    kind = "a constant of the model" if driver.is_constant else "drawn in the runs"
    return (
        f"{driver.name}, {kind}: {driver_row(driver)[1]} points, "
        f"95 % interval {points_interval(driver.difference, 100.0)}."
    )
