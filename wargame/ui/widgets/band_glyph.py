"""The step glyph of escalation bands, and a rung beside it: ``R13`` after four of five bars.

Height, number and colour say the same, so that colour never carries the meaning alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.bands import band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import RungValue
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.text import set_tip

GLYPH_WIDTH = 14
GLYPH_HEIGHT = 12


def glyph_bars(rect: QRect, count: int) -> tuple[QRect, ...]:
    """The bars, lowest first, standing on the bottom of ``rect`` and filling its width.

    Widths and gaps are whole pixels, so that the bars stay crisp.
    """
    gap = 1 if rect.width() < 6 * count else 2
    wide = max(1, (rect.width() - gap * (count - 1)) // count)
    bars = []
    for number in range(count):
        tall = max(2, round(rect.height() * (0.25 + 0.75 * number / max(1, count - 1))))
        left = rect.left() + number * (wide + gap)
        bars.append(QRect(left, rect.bottom() + 1 - tall, wide, tall))
    return tuple(bars)


def draw_band_glyph(painter: QPainter, rect: QRect, band: int, count: int = 5) -> None:
    """Paint the glyph: the first ``band`` of ``count`` bars in the band's colour; 0 fills none."""
    theme = current_theme()
    filled = QColor(band_colour(theme, band, count).fill)
    empty = colour("line2")
    for number, bar in enumerate(glyph_bars(rect, count), start=1):
        painter.fillRect(bar, filled if number <= band else empty)


def draw_rung(
    painter: QPainter, rect: QRect, value: RungValue, ink: QColor, *, end: bool = False
) -> None:
    """Paint glyph and rung, upright in ``rect``, at its start or its end; a dash for no rung."""
    font = text_font("table", 600)
    text = rung_text(value)
    wide = text_width(text, font)
    used = wide if value.rung is None else GLYPH_WIDTH + 4 + wide
    left = rect.right() + 1 - used if end else rect.left()
    if value.rung is not None:
        top = rect.top() + (rect.height() - GLYPH_HEIGHT) // 2
        glyph = QRect(left, top, GLYPH_WIDTH, GLYPH_HEIGHT)
        draw_band_glyph(painter, glyph, value.band, value.band_count)
        left += GLYPH_WIDTH + 4
    draw_text(painter, QRect(left, rect.top(), wide, rect.height()), text, font, ink)


def rung_text(value: RungValue) -> str:
    """``R13``, or a dash where there is no rung."""
    return "–" if value.rung is None else f"R{value.rung}"


def spoken_rung(value: RungValue) -> str:
    """``Rung 13, Direct strikes``."""
    if value.rung is None:
        return "No rung"
    return f"Rung {value.rung}, {value.band_name}" if value.band_name else f"Rung {value.rung}"


class BandGlyph(QWidget):
    """The glyph alone; its tip and accessible name say the band in words."""

    def __init__(
        self, band: int = 1, count: int = 5, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._band, self._count = band, count
        self.setFixedSize(16, 16)
        self.set_band(band, count, name)

    def set_band(self, band: int, count: int = 5, name: str = "") -> None:
        """Show another band."""
        self._band, self._count = band, count
        words = f"Band {band} of {count}" + (f", {name}" if name else "")
        self.setAccessibleName(words)
        set_tip(self, words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_band_glyph(painter, QRect(1, 2, 14, 12), self._band, self._count)


class RungLabel(QWidget):
    """Glyph and rung as a small label."""

    def __init__(self, value: RungValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def set_value(self, value: RungValue) -> None:
        """Show another rung."""
        self._value = value
        self.setAccessibleName(spoken_rung(value))
        set_tip(self, spoken_rung(value))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = text_width(rung_text(self._value), text_font("table", 600))
        return QSize(wide if self._value.rung is None else GLYPH_WIDTH + 4 + wide, 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_rung(painter, mirrored(self, self.rect()), self._value, colour("t1"))
