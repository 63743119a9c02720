"""A number with its label inside the box and two small arrows, as for Drones, Cruise, Ballistic."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import CONTROL_HEIGHT
from wargame.ui.theme.paint import (
    draw_box,
    draw_focus_ring,
    draw_text,
    draw_vline,
    mirrored,
    start_painting,
    text_width,
)

_ARROWS: Final = 24
_PADDING: Final = 10


class CountSpin(QWidget):
    """A whole number within a range, typed or stepped (arrows 1, Page keys 10).

    Signals:
        value_changed(int): The number is another one now.
    """

    value_changed = Signal(int)

    def __init__(
        self, label: str, low: int, high: int, value: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._low, self._high = low, max(low, high)
        self._value = min(max(value, self._low), self._high)
        self._edit = QLineEdit(str(self._value), self)
        self._edit.setProperty("bare", "true")
        self._edit.setFrame(False)
        self._edit.setFont(text_font("body", 600))
        self._edit.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._edit.setValidator(QIntValidator(self))
        self._edit.textEdited.connect(self._on_text_edited)
        self._edit.editingFinished.connect(self._print_value)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        # Without a policy of its own Qt leaves it where it was when the Tab order is set anew.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retell()

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Set the number, kept within the range; signals when it is another one."""
        self._take(value)
        self._print_value()

    def set_range(self, low: int, high: int) -> None:
        """Allow other numbers (both ends included)."""
        self._low, self._high = low, max(low, high)
        self.set_value(self._value)
        self._retell()

    def sizeHint(self) -> QSize:
        digits = text_width(str(self._high), self._edit.font()) + 4
        label = text_width(self._label, text_font("body"))
        return QSize(_PADDING + label + 8 + digits + 8 + _ARROWS, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Up: 1,
                Qt.Key.Key_Down: -1,
                Qt.Key.Key_PageUp: 10,
                Qt.Key.Key_PageDown: -10,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.set_value(self._value + step)
                return True
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Only with focus: a list scrolled past the field must not change orders.
        if self._edit.hasFocus():
            self.set_value(self._value + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        up, down = self._arrow_rects()
        point: QPoint = event.position().toPoint()
        if up.contains(point):
            self.set_value(self._value + 1)
        elif down.contains(point):
            self.set_value(self._value - 1)
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_edit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_edit()

    def _place_edit(self) -> None:
        left = _PADDING + text_width(self._label, text_font("body")) + 8
        room = QRect(left, 2, self.width() - left - _ARROWS - 8, self.height() - 4)
        self._edit.setGeometry(mirrored(self, room))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        usable = self.isEnabled()
        edge = colour("ctl" if usable else "line2")
        draw_box(painter, self.rect(), fill=colour("sunken" if usable else "panel"), border=edge)
        words = QRect(_PADDING, 0, self.width() - _PADDING, self.height())
        draw_text(painter, mirrored(self, words), self._label, text_font("body"), colour("t2"))
        up, down = self._arrow_rects()
        x = up.right() + 1 if self.isRightToLeft() else up.left()
        draw_vline(painter, x, 1, self.height() - 1, edge)
        more = colour("t2" if usable and self._value < self._high else "line2")
        less = colour("t2" if usable and self._value > self._low else "line2")
        draw_icon(painter, up, "chevron-up", more, 12)
        draw_icon(painter, down, "chevron-down", less, 12)
        if self._edit.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _arrow_rects(self) -> tuple[QRect, QRect]:
        half = self.height() // 2
        up = QRect(self.width() - _ARROWS, 2, _ARROWS, half - 2)
        down = QRect(self.width() - _ARROWS, half, _ARROWS, half - 2)
        return mirrored(self, up), mirrored(self, down)

    def _on_text_edited(self, text: str) -> None:
        number = text.replace("−", "-")
        if number.lstrip("-").isdigit():
            self._take(int(number))

    def _take(self, value: int) -> None:
        kept = min(max(value, self._low), self._high)
        if kept != self._value:
            self._value = kept
            self.update()
            self.value_changed.emit(kept)

    def _print_value(self) -> None:
        if self._edit.text() != str(self._value):
            self._edit.setText(str(self._value))

    def _retell(self) -> None:
        words = f"{self._label}, {self._low} to {self._high}"
        self._edit.setAccessibleName(words)
        self.setAccessibleName(words)
        self.updateGeometry()
