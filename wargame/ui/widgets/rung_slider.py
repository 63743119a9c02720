"""A slider along the ladder: the track is coloured by band, the band under the handle is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from wargame.ui.theme.bands import BandScale, BandSpan, band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_text,
    draw_vline,
    mirrored,
    start_painting,
    text_width,
)

_EDGE: Final = 4
_TRACK_TOP: Final = 9
_TRACK: Final = 8
_HANDLE_WIDTH: Final = 8
_HANDLE_HEIGHT: Final = 18
_LABEL_TOP: Final = 24
_LABEL_GAP: Final = 6
_HEIGHT: Final = 44


@dataclass(frozen=True, slots=True)
class SliderPlaces:
    """Track pieces by band, ticks by rung and the handle, left to right."""

    pieces: tuple[QRect, ...]
    ticks: tuple[int, ...]
    handle: QRect


def lay_out_slider(scale: BandScale, rung: int, width: int) -> SliderPlaces:
    """Rectangles on ``width`` px: every rung has an equal cell, bands are 2 px apart."""
    rungs = scale.last_rung + 1
    room = width - 2 * _EDGE

    def cell(number: int) -> int:
        return _EDGE + room * number // rungs

    pieces = []
    for span in scale.spans:
        left, right = cell(span.first_rung), cell(span.last_rung + 1)
        gap = 0 if span is scale.spans[-1] else 2
        pieces.append(QRect(left, _TRACK_TOP, right - left - gap, _TRACK))
    ticks = tuple((cell(n) + cell(n + 1)) // 2 for n in range(rungs))
    middle = ticks[min(max(rung, 0), rungs - 1)]
    handle = QRect(
        middle - _HANDLE_WIDTH // 2,
        _TRACK_TOP + (_TRACK - _HANDLE_HEIGHT) // 2,
        _HANDLE_WIDTH,
        _HANDLE_HEIGHT,
    )
    return SliderPlaces(tuple(pieces), ticks, handle)


def lay_out_labels(
    pieces: Sequence[QRect], widths: Sequence[int], here: int, width: int
) -> tuple[int, ...]:
    """Left ends of the bands' labels, each below the middle of its piece as far as there is room.

    The label of the band ``here`` is named and wide: its neighbours give way to it, outwards; it
    moves itself only where they have no room left.
    """
    lefts = [
        min(max(piece.center().x() - wide // 2, 0), width - wide)
        for piece, wide in zip(pieces, widths, strict=True)
    ]
    for number in range(here - 1, -1, -1):
        lefts[number] = min(lefts[number], lefts[number + 1] - _LABEL_GAP - widths[number])
    for number in range(here + 1, len(lefts)):
        lefts[number] = max(lefts[number], lefts[number - 1] + widths[number - 1] + _LABEL_GAP)
    free = 0
    for number, wide in enumerate(widths):
        lefts[number] = max(lefts[number], free)
        free = lefts[number] + wide + _LABEL_GAP
    free = width
    for number, wide in reversed(list(enumerate(widths))):
        lefts[number] = min(lefts[number], free - wide)
        free = lefts[number] - _LABEL_GAP
    return tuple(lefts)


class RungSlider(QAbstractSlider):
    """Picks a rung, 0 to the highest of the ladder; ``valueChanged`` as on every Qt slider."""

    def __init__(self, scale: BandScale, name: str = "Rung", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._name = name
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, scale.last_rung)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._retell)
        self._retell()

    def band(self) -> BandSpan:
        """The band the chosen rung lies in."""
        return self._scale.of_rung(self.value())

    def set_name(self, name: str) -> None:
        """Say to those who hear the slider what it picks a rung for."""
        self._name = name
        self._retell()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt inverts arrow keys for right-to-left only on its own slider.
        if self.isRightToLeft() and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Left else -1
            self.setValue(self.value() + step)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Only with focus: a page scrolled past the field must not change what was meant.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        places = lay_out_slider(self._scale, self.value(), self.width())
        theme, count = current_theme(), len(self._scale)
        here = self.band()
        for piece, span in zip(places.pieces, self._scale.spans, strict=True):
            fill = QColor(band_colour(theme, span.number, count).fill)
            if not self.isEnabled():
                fill.setAlphaF(0.4)
            painter.fillRect(mirrored(self, piece), fill)
        for tick in places.ticks:
            x = self.width() - 1 - tick if self.isRightToLeft() else tick
            draw_vline(painter, x, _TRACK_TOP + _TRACK, _TRACK_TOP + _TRACK + 4, colour("ctl"))
        self._paint_labels(painter, places, here)
        handle = mirrored(self, places.handle)
        draw_box(painter, handle.adjusted(-2, -2, 2, 2), fill=colour("panel"), radius=RADIUS_CHIP)
        ink = colour("t1" if self.isEnabled() else "t3")
        draw_box(painter, handle, fill=ink, radius=2)
        if self.hasFocus():
            draw_focus_ring(painter, handle.adjusted(-4, -4, 4, 4), RADIUS_CHIP + 2)

    def _paint_labels(self, painter: QPainter, places: SliderPlaces, here: BandSpan) -> None:
        spans = self._scale.spans
        texts = [f"{s.number} {s.name}" if s is here else str(s.number) for s in spans]
        fonts = [text_font("caption", 600 if s is here else 500) for s in spans]
        widths = [text_width(text, font) for text, font in zip(texts, fonts, strict=True)]
        lefts = lay_out_labels(places.pieces, widths, spans.index(here), self.width())
        for span, text, font, wide, left in zip(spans, texts, fonts, widths, lefts, strict=True):
            is_here = span is here
            spot = mirrored(self, QRect(left, _LABEL_TOP, wide, 16))
            draw_text(painter, spot, text, font, colour("t1" if is_here else "t2"), align=CENTRE)

    def _move_to(self, x: float) -> None:
        if self.isRightToLeft():
            x = self.width() - 1 - x
        ticks = lay_out_slider(self._scale, 0, self.width()).ticks
        self.setValue(min(range(len(ticks)), key=lambda rung: abs(ticks[rung] - x)))

    def _retell(self) -> None:
        span = self.band()
        self.setAccessibleName(f"{self._name}: rung {self.value()}, {span.name}")
        self.update()
