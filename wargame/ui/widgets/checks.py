"""Tick boxes and round choices with our own indicators; a style sheet cannot tint a tick."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import (
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)

_BOX: Final = 16
_GAP: Final = 8
_HEIGHT: Final = 28


class CheckBox(QAbstractButton):
    """Yes or no, with words."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(text_font("body"))
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(4 + _BOX + _GAP + text_width(self.text(), self.font()) + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 + _BOX + 4, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        box = mirrored(self, QRect(4, (_HEIGHT - _BOX) // 2, _BOX, _BOX))
        self.paint_indicator(painter, box)
        left = 4 + _BOX + _GAP
        words = mirrored(self, QRect(left, 0, max(0, self.width() - left), _HEIGHT))
        ink = colour("t1" if self.isEnabled() else "t3")
        draw_text(painter, words, self.text(), self.font(), ink)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect().adjusted(0, 1, 0, -1), RADIUS_CHIP)

    def paint_indicator(self, painter: QPainter, box: QRect) -> None:
        """The box, ticked when checked."""
        on, usable = self.isChecked(), self.isEnabled()
        if on:
            draw_box(painter, box, fill=colour("accent_fill" if usable else "line2"), radius=4)
            draw_icon(painter, box, "check", colour("on_accent" if usable else "t3"), 12)
        else:
            edge = colour("ctl" if usable else "line2")
            draw_box(painter, box, fill=colour("sunken"), border=edge, radius=4)


class RadioButton(CheckBox):
    """One of several, with words; put them in a QButtonGroup or under one parent."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, checked=checked, parent=parent)
        self.setAutoExclusive(True)

    def paint_indicator(self, painter: QPainter, box: QRect) -> None:
        """The circle, with a dot when checked."""
        on, usable = self.isChecked(), self.isEnabled()
        edge = colour(("accent" if on else "ctl") if usable else "line2")
        draw_box(painter, box, fill=colour("sunken"), border=edge, radius=_BOX / 2)
        if on:
            dot = box.adjusted(4, 4, -4, -4)
            draw_box(painter, dot, fill=colour("accent" if usable else "t3"), radius=4)
