"""One choice out of a few, all in sight: a box in segments, moved through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import CONTROL_HEIGHT, RADIUS_CONTROL, SMALL_CONTROL_HEIGHT
from wargame.ui.theme.paint import (
    draw_box,
    draw_focus_ring,
    draw_text,
    draw_vline,
    mirrored,
    start_painting,
    text_width,
)

Segment = tuple[str, str, IconName | None]
"""Key, label, icon."""

_PADDING: Final = 12
_ICON: Final = 14
_ICON_GAP: Final = 6


def lay_out_segments(wanted: Sequence[int], width: int, height: int) -> tuple[QRect, ...]:
    """Segments that fill ``width``: each gets what it wants and an even share of the rest (px)."""
    if not wanted:
        return ()
    spare = width - sum(wanted)
    places = []
    left = 0
    for number, want in enumerate(wanted):
        share = (spare * (number + 1)) // len(wanted) - (spare * number) // len(wanted)
        places.append(QRect(left, 0, want + share, height))
        left += want + share
    return tuple(places)


class SegmentedControl(QWidget):
    """A row of segments of which one is chosen.

    Signals:
        current_changed(str): The person chose another key.
    """

    current_changed = Signal(str)

    def __init__(
        self,
        segments: Sequence[Segment],
        name: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segments = tuple(segments)
        self._current = 0
        self._blocked: dict[str, str] = {}
        self._name = name
        self._small = small
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(SMALL_CONTROL_HEIGHT if small else CONTROL_HEIGHT)
        self._retell()

    def current(self) -> str:
        """Key of the chosen segment."""
        return self._segments[self._current][0] if self._segments else ""

    def set_current(self, key: str) -> None:
        """Choose a segment without a signal; an unknown key changes nothing."""
        for number, segment in enumerate(self._segments):
            if segment[0] == key:
                self._current = number
                self._retell()

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Offer other segments; the chosen key stays chosen if it is among them."""
        if tuple(segments) == self._segments:
            return
        kept = self.current()
        self._segments = tuple(segments)
        self._current = 0
        self.set_current(kept)
        self._retell()
        self.updateGeometry()

    def set_blocked(self, key: str, reason: str) -> None:
        """Close a segment and say why in its tip; an empty reason opens it again."""
        if reason:
            self._blocked[key] = reason
        else:
            self._blocked.pop(key, None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._wanted()), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() in {forward, Qt.Key.Key_Down}:
            self._step(1)
        elif event.key() in {backward, Qt.Key.Key_Up}:
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            reason = "" if number is None else self._blocked.get(self._segments[number][0], "")
            QToolTip.showText(event.globalPos(), reason, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), colour("sunken"))
        places = self._places()
        for number, (place, segment) in enumerate(zip(places, self._segments, strict=True)):
            self._paint_segment(painter, place, segment, chosen=number == self._current)
            if number:
                x = place.right() + 1 if self.isRightToLeft() else place.left()
                draw_vline(painter, x, 0, self.height(), colour("ctl"))
        painter.setClipping(False)
        border = colour("ctl" if self.isEnabled() else "line2")
        draw_box(painter, self.rect(), border=border)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _paint_segment(
        self, painter: QPainter, place: QRect, segment: Segment, *, chosen: bool
    ) -> None:
        key, text, icon = segment
        if chosen:
            painter.fillRect(place, colour("accent_soft"))
        ink = colour("accent" if chosen else "t2")
        if not self.isEnabled() or key in self._blocked:
            ink = colour("t3")
        font = text_font("table", 600 if chosen else 500)
        wide = text_width(text, font)
        lead = _ICON + _ICON_GAP if icon else 0
        left = place.left() + (place.width() - wide - lead) // 2
        inner = QRect(left, 0, wide + lead, self.height())
        words = QRect(left + lead, 0, wide, self.height())
        spot = QRect(left, 0, _ICON, self.height())
        if self.isRightToLeft():
            words.moveLeft(inner.left())
            spot.moveRight(inner.right())
        if icon:
            draw_icon(painter, spot, icon, ink, _ICON)
        draw_text(painter, words, text, font, ink)

    def _places(self) -> tuple[QRect, ...]:
        places = lay_out_segments(self._wanted(), self.width(), self.height())
        return tuple(mirrored(self, place) for place in places)

    def _wanted(self) -> list[int]:
        font = text_font("table", 600)
        padding = 8 if self._small else _PADDING
        return [
            text_width(text, font) + 2 * padding + (_ICON + _ICON_GAP if icon else 0)
            for _, text, icon in self._segments
        ]

    def _at(self, point: QPointF) -> int | None:
        for number, place in enumerate(self._places()):
            if place.contains(point.toPoint()):
                return number
        return None

    def _step(self, by: int) -> None:
        number = self._current + by
        while 0 <= number < len(self._segments):
            if self._segments[number][0] not in self._blocked:
                self._choose(number)
                return
            number += by

    def _choose(self, number: int) -> None:
        if number == self._current or self._segments[number][0] in self._blocked:
            return
        self._current = number
        self._retell()
        self.current_changed.emit(self.current())

    def _retell(self) -> None:
        if self._segments:
            label = self._segments[self._current][1]
            self.setAccessibleName(f"{self._name}: {label}" if self._name else label)
            self.setAccessibleDescription(f"{self._current + 1} of {len(self._segments)}")
        self.update()
