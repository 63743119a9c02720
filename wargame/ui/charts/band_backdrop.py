"""The coloured ground of the escalation plot: one tint per band, a strip of its colour at the left.

One item for all bands: separate fills would be painted one by one on every frame.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from wargame.ui.theme.bands import BandScale, band_colours
from wargame.ui.theme.current import current_theme

_STRIP = 3
"""Width of the colour strip (px)."""


class BandBackdrop(QGraphicsObject):
    """Bands in plot coordinates: turns from 0 across, the index upwards."""

    def __init__(self, scale: BandScale, turns: float) -> None:
        super().__init__()
        self._scale = scale
        self._turns = turns
        self.setZValue(-100)

    def set_extent(self, scale: BandScale, turns: float) -> None:
        """Cover another ladder and another length of game."""
        self.prepareGeometryChange()
        self._scale, self._turns = scale, turns
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, self._scale.low, self._turns, self._scale.high - self._scale.low)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        to_pixels = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ratio = painter.device().devicePixelRatioF()
        line = QColor(theme.line)
        for span, shades in zip(
            self._scale.spans, band_colours(theme, len(self._scale)), strict=True
        ):
            area = to_pixels.mapRect(QRectF(0, span.low, self._turns, span.high - span.low))
            top, bottom = round(area.top()), round(area.bottom())
            left, right = round(area.left()), round(area.right())
            strip = round(_STRIP * ratio)
            painter.fillRect(left, top, right - left, bottom - top, QColor(shades.tint))
            painter.fillRect(left, top, strip, bottom - top, QColor(shades.fill))
            if span.number < len(self._scale):
                painter.fillRect(left + strip, top, right - left - strip, max(1, int(ratio)), line)
        painter.restore()
