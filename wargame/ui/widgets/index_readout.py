"""The escalation index in large figures, its band in glyph and words, and the change in a turn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.band_glyph import draw_band_glyph
from wargame.ui.widgets.text import plain_tip

_HEIGHT = 112


class IndexReadout(QWidget):
    """Four lines: the number, its scale, the band, the change."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._now: float | None = None
        self._change: float | None = None
        self._since = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retell()

    def set_scale(self, scale: BandScale) -> None:
        """Count on another ladder."""
        self._scale = scale
        self._retell()

    def set_values(self, now: float | None, change: float | None = None, since: str = "") -> None:
        """Show the index, its change and over which time (``in turn 3``); None shows a dash."""
        self._now, self._change, self._since = now, change, since
        self._retell()

    def sizeHint(self) -> QSize:
        return QSize(max(124, text_width(self._band_text(), text_font("body", 600)) + 26), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(112, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        number = "–" if self._now is None else f"{self._now:.1f}"
        wide = self.width()
        font = text_font("index", 600)
        draw_text(painter, mirrored(self, QRect(0, 0, wide, 44)), number, font, colour("t1"))
        low, high = f"{self._scale.low:g}", f"{self._scale.high:g}"
        words = QRect(1, 46, wide - 1, 16)
        text = f"index, {low} to {high}"
        draw_text(painter, mirrored(self, words), text, text_font("table"), colour("t3"))
        if self._now is None:
            return
        band = self._scale.of_index(self._now).number
        glyph = mirrored(self, QRect(0, 70, 19, 15))
        draw_band_glyph(painter, glyph, band, len(self._scale))
        name = mirrored(self, QRect(26, 68, wide - 26, 20))
        draw_text(painter, name, self._band_text(), text_font("body", 600), colour("t1"))
        if self._change is not None:
            icon, change = change_text(self._change)
            left = 0
            if icon is not None:
                spot = mirrored(self, QRect(0, 92, 14, 16))
                draw_icon(painter, spot, icon, colour("t3"), 14)
                left = 18
            line = mirrored(self, QRect(left, 92, wide - left, 16))
            words_ = f"{change} {self._since}".strip()
            draw_text(painter, line, words_, text_font("table"), colour("t2"))

    def _band_text(self) -> str:
        if self._now is None:
            return ""
        span = self._scale.of_index(self._now)
        return f"{span.number} {span.name}"

    def _retell(self) -> None:
        words = "No index yet"
        if self._now is not None:
            words = f"Escalation {self._now:.1f} of {self._scale.high:g}, {self._band_text()}"
            if self._change is not None:
                words += f", {change_text(self._change)[1]} {self._since}".rstrip()
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()


def change_text(change: float) -> tuple[IconName | None, str]:
    """An arrow and words for a change: ``3.8 lower``; without an arrow ``unchanged``."""
    if round(change, 1) == 0:
        return None, "unchanged"
    if change > 0:
        return "arrow-up", f"{change:.1f} higher"
    return "arrow-down", f"{-change:.1f} lower"
