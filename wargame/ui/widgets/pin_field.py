"""Four boxes for a PIN: digits only, shown as dots, always left to right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import RADIUS_CARD
from wargame.ui.theme.paint import draw_box, draw_focus_ring, start_painting

LENGTH: Final = 4
_BOX: Final = QSize(56, 64)
_GAP: Final = 12


def pin_boxes(length: int = LENGTH) -> tuple[QRect, ...]:
    """The boxes from left to right; a PIN is never mirrored."""
    step = _BOX.width() + _GAP
    return tuple(QRect(n * step, 0, _BOX.width(), _BOX.height()) for n in range(length))


class PinField(QWidget):
    """Takes four digits.

    Signals:
        text_changed(str): A digit was added or taken away.
        completed(str): All four are there.
    """

    text_changed = Signal(str)
    completed = Signal(str)

    def __init__(self, name: str = "PIN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._name = name
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retell()

    def text(self) -> str:
        """The digits so far."""
        return self._digits

    def clear(self) -> None:
        """Forget the digits."""
        self._set("")

    def sizeHint(self) -> QSize:
        last = pin_boxes()[-1]
        return QSize(last.right() + 1, last.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._set(self._digits[:-1])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Escape} and self._digits:
            self._set("")
        elif (event.text() and not self._type(event.text())) or not event.text():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        self._type(event.commitString())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        for number, box in enumerate(pin_boxes()):
            draw_box(painter, box, fill=colour("sunken"), border=colour("ctl"), radius=RADIUS_CARD)
            middle = QPointF(box.left() + box.width() / 2, box.top() + box.height() / 2)
            if number < len(self._digits):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("t1"))
                painter.drawEllipse(middle, 6, 6)
            is_next = number == min(len(self._digits), LENGTH - 1)
            if is_next and self.hasFocus():
                draw_focus_ring(painter, box, RADIUS_CARD)
                if number == len(self._digits):
                    caret = QRect(box.center().x(), box.top() + 20, 2, 24)
                    painter.fillRect(caret, colour("accent"))

    def _type(self, text: str) -> bool:
        """Take the digits of any script out of ``text``; says whether there were any."""
        digits = "".join(str(int(c)) for c in text if c.isdecimal())
        if digits:
            self._set((self._digits + digits)[:LENGTH])
        return bool(digits)

    def _set(self, digits: str) -> None:
        if digits == self._digits:
            return
        self._digits = digits
        self._retell()
        self.text_changed.emit(digits)
        if len(digits) == LENGTH:
            self.completed.emit(digits)

    def _retell(self) -> None:
        self.setAccessibleName(f"{self._name}, {len(self._digits)} of {LENGTH} digits entered")
        self.update()
