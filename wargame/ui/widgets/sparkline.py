"""A game's index as a line the size of a word: how far it went and how high."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from wargame.ui.theme.bands import band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.item_roles import SparkValue


def spark_points(value: SparkValue, rect: QRect) -> tuple[QPointF, ...]:
    """The line's points: turn 0 at the left, the last turn of the game at the right."""
    span = value.high - value.low
    return tuple(
        QPointF(
            rect.left() + rect.width() * turn / max(1, value.turns),
            rect.bottom() - rect.height() * (index - value.low) / span,
        )
        for turn, index in value.points
    )


def paint_spark(painter: QPainter, rect: QRect, value: SparkValue) -> None:
    """Paint a sparkline; time runs left to right in every language."""
    share = (value.threshold - value.low) / (value.high - value.low)
    y = round(rect.bottom() - rect.height() * share) + 0.5
    dashes = QPen(colour("t3"), 1)
    dashes.setDashPattern([2, 3])
    painter.setPen(dashes)
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    points = spark_points(value, rect)
    if not points:
        return
    painter.setPen(QPen(colour("t1"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(list(points)))
    peak = max(range(len(points)), key=lambda n: value.points[n][1])
    shade = band_colour(current_theme(), value.peak_band, value.band_count).fill
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade))
    painter.drawEllipse(QRectF(points[peak].x() - 3, points[peak].y() - 3, 6, 6))
