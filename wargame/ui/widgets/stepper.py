"""The phases of a turn: done ones ticked, the present one underlined, later ones outlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import TOP_BAR_HEIGHT
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, mirrored, start_painting, text_width
from wargame.ui.theme.tokens import ColourRole

StepState = Literal["done", "now", "later"]

_PADDING: Final = 8
_CIRCLE: Final = 18
_GAP: Final = 8
_CHEVRON: Final = 12
_BETWEEN: Final = 8
_INK: Final[dict[StepState, ColourRole]] = {"done": "t2", "now": "t1", "later": "t3"}


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where one step lies, left to right; the chevron after the last one is empty."""

    state: StepState
    whole: QRect
    circle: QRect
    label: QRect
    chevron: QRect


def lay_out_steps(widths: Sequence[int], current: int, height: int) -> tuple[StepPlace, ...]:
    """Rectangles of the steps from the widths of their labels (px)."""
    places = []
    x = 0
    for number, width in enumerate(widths):
        state: StepState = "done" if number < current else "now" if number == current else "later"
        whole = QRect(x, 0, 2 * _PADDING + _CIRCLE + _GAP + width, height)
        circle = QRect(x + _PADDING, (height - _CIRCLE) // 2, _CIRCLE, _CIRCLE)
        label = QRect(circle.right() + 1 + _GAP, 0, width, height)
        is_last = number == len(widths) - 1
        x = whole.right() + 1 + _BETWEEN
        chevron = QRect() if is_last else QRect(x, (height - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
        x += _CHEVRON + _BETWEEN
        places.append(StepPlace(state, whole, circle, label, chevron))
    return tuple(places)


class PhaseStepper(QWidget):
    """Shows where in the turn the game stands.

    Signals:
        pressed(): What can be done with the phases is wished for.
    """

    pressed = Signal()

    def __init__(self, labels: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retell()

    @property
    def current(self) -> int:
        """Number of the present step, from 0."""
        return self._current

    def set_current(self, current: int) -> None:
        """Move to another step (from 0)."""
        self._current = current
        self._retell()

    def set_labels(self, labels: Sequence[str]) -> None:
        """Name the steps anew."""
        self._labels = tuple(labels)
        self._retell()

    def sizeHint(self) -> QSize:
        places = self._places()
        return QSize(places[-1].whole.right() + 1 if places else 0, TOP_BAR_HEIGHT - 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        for number, (place, label) in enumerate(zip(self._places(), self._labels, strict=True)):
            is_now = place.state == "now"
            circle = mirrored(self, place.circle)
            if place.state == "done":
                draw_icon(painter, circle, "check", colour("t2"), 16)
            else:
                draw_box(
                    painter,
                    circle,
                    fill=colour("accent_fill") if is_now else None,
                    border=None if is_now else colour("ctl"),
                    radius=_CIRCLE / 2,
                )
                ink = colour("on_accent" if is_now else "t3")
                digit = text_font("caption", 600)
                draw_text(painter, circle, str(number + 1), digit, ink, align=CENTRE)
            font = text_font("body", 600 if is_now else 400)
            draw_text(painter, mirrored(self, place.label), label, font, colour(_INK[place.state]))
            if is_now:
                line = QRect(place.whole.left(), self.height() - 2, place.whole.width(), 2)
                painter.fillRect(mirrored(self, line), colour("accent"))
            if not place.chevron.isEmpty():
                name: IconName = "chevron-left" if self.isRightToLeft() else "chevron-right"
                draw_icon(painter, mirrored(self, place.chevron), name, colour("t3"), _CHEVRON)

    def _places(self) -> tuple[StepPlace, ...]:
        widths = [
            text_width(label, text_font("body", 600 if number == self._current else 400))
            for number, label in enumerate(self._labels)
        ]
        return lay_out_steps(widths, self._current, TOP_BAR_HEIGHT - 1)

    def _retell(self) -> None:
        if 0 <= self._current < len(self._labels):
            name = self._labels[self._current]
            self.setAccessibleName(f"Phase {self._current + 1} of {len(self._labels)}: {name}")
        self.updateGeometry()
        self.update()
