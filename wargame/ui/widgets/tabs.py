"""Tabs of 36 px: icon, label and count, the chosen one underlined; one stop for the Tab key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import PANEL_HEAD_HEIGHT, RADIUS_CHIP
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_hline,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)

TabSpec = tuple[str, str, IconName | None]
"""Key, label, icon."""

_PADDING: Final = 12
_GAP: Final = 8
_ICON: Final = 16


class TabStrip(QWidget):
    """A row of tabs over a hairline; ``padding`` px at both ends of every label.

    Signals:
        current_changed(str): The person chose another key.
    """

    current_changed = Signal(str)

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        name: str = "",
        *,
        start_margin: int = 0,
        padding: int = _PADDING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._counts: dict[str, int] = {}
        self._current = 0
        self._name = name
        self._margin = start_margin
        self._padding = padding
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(PANEL_HEAD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retell()

    def current(self) -> str:
        """Key of the chosen tab."""
        return self._tabs[self._current][0] if self._tabs else ""

    def set_current(self, key: str) -> None:
        """Choose a tab without a signal; an unknown key changes nothing."""
        for number, tab in enumerate(self._tabs):
            if tab[0] == key:
                self._current = number
                self._retell()

    def labels(self) -> tuple[tuple[str, str], ...]:
        """Key and label of every tab, in order."""
        return tuple((key, label) for key, label, _ in self._tabs)

    def choose(self, key: str) -> None:
        """Choose a tab as a person does: with a signal."""
        self._choose(next((n for n, tab in enumerate(self._tabs) if tab[0] == key), -1))

    def set_tabs(self, tabs: Sequence[TabSpec]) -> None:
        """Show other tabs; the chosen key stays chosen if it is among them."""
        kept = self.current()
        self._tabs = tuple(tabs)
        self._current = 0
        self.set_current(kept)
        self._retell()

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number after a tab's label, or none."""
        if count is None:
            self._counts.pop(key, None)
        else:
            self._counts[key] = count
        self._retell()

    def sizeHint(self) -> QSize:
        return QSize(self._margin + sum(self._wanted()), PANEL_HEAD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, PANEL_HEAD_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        steps = {
            forward: self._current + 1,
            backward: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._tabs) - 1,
        }
        if event.key() in steps:
            self._choose(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def tab_rects(self) -> tuple[QRect, ...]:
        """Where the tabs lie; the last ones shrink when the strip is too narrow for all."""
        wanted = self._wanted()
        room = self.width() - self._margin
        if sum(wanted) > room > 0:
            wanted = [want * room // sum(wanted) for want in wanted]
        places, x = [], self._margin
        for want in wanted:
            places.append(mirrored(self, QRect(x, 0, want, self.height())))
            x += want
        return tuple(places)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        painter.fillRect(self.rect(), colour("panel"))
        draw_hline(painter, 0, self.width(), self.height() - 1, colour("line"))
        for number, place in enumerate(self.tab_rects()):
            self._paint_tab(painter, number, place)
            if number == self._current and self.hasFocus():
                draw_focus_ring(painter, place.adjusted(2, 3, -2, -4), RADIUS_CHIP)

    def _paint_tab(self, painter: QPainter, number: int, place: QRect) -> None:
        key, text, icon = self._tabs[number]
        chosen = number == self._current
        ink = colour("t1" if chosen or number == self._pointed else "t2")
        inner = place.adjusted(self._padding, 0, -self._padding, 0)
        count = self._counts.get(key)
        badge = max(20, text_width(str(count), text_font("caption", 600)) + 8)
        x = 0
        if icon:
            self._icon_at(painter, inner, x, icon, chosen=chosen)
            x += _ICON + _GAP
        font = text_font("body", 600 if chosen else 400)
        tail = badge + _GAP if count is not None else 0
        wide = min(text_width(text, font), inner.width() - x - tail)
        draw_text(painter, self._inside(inner, x, wide), text, font, ink)
        if count is not None:
            box = self._inside(inner, x + wide + _GAP, badge)
            box = QRect(box.left(), (self.height() - 18) // 2, badge, 18)
            draw_box(painter, box, fill=colour("hover"), radius=RADIUS_CHIP)
            draw_text(painter, box, str(count), text_font("caption", 600), ink, align=CENTRE)
        if chosen:
            painter.fillRect(
                QRect(place.left(), self.height() - 2, place.width(), 2), colour("accent")
            )

    def _icon_at(
        self, painter: QPainter, inner: QRect, x: int, icon: IconName, *, chosen: bool
    ) -> None:
        spot = self._inside(inner, x, _ICON)
        draw_icon(painter, spot, icon, colour("t1" if chosen else "t2"), _ICON)

    def _inside(self, inner: QRect, x: int, width: int) -> QRect:
        if self.isRightToLeft():
            return QRect(inner.right() + 1 - x - width, inner.top(), width, inner.height())
        return QRect(inner.left() + x, inner.top(), width, inner.height())

    def _wanted(self) -> list[int]:
        bold, small = text_font("body", 600), text_font("caption", 600)
        wanted = []
        for key, text, icon in self._tabs:
            want = text_width(text, bold) + 2 * self._padding + (_ICON + _GAP if icon else 0)
            if key in self._counts:
                want += _GAP + max(20, text_width(str(self._counts[key]), small) + 8)
            wanted.append(want)
        return wanted

    def _at(self, point: QPointF) -> int | None:
        for number, place in enumerate(self.tab_rects()):
            if place.contains(point.toPoint()):
                return number
        return None

    def _point_at(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.setToolTip("" if number is None else self._tabs[number][1])
            self.update()

    def _choose(self, number: int) -> None:
        if not 0 <= number < len(self._tabs) or number == self._current:
            return
        self._current = number
        self._retell()
        self.current_changed.emit(self.current())

    def _retell(self) -> None:
        if self._tabs:
            key, label, _ = self._tabs[self._current]
            count = f", {self._counts[key]}" if key in self._counts else ""
            self.setAccessibleName(f"{self._name}: {label}{count}" if self._name else label + count)
            self.setAccessibleDescription(f"Tab {self._current + 1} of {len(self._tabs)}")
        self.updateGeometry()
        self.update()
