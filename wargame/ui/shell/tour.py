"""The tour: one part of the screen after the other is left bright and explained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import RADIUS_CARD, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.theme.paint import draw_box, start_painting
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import QuietButton, SecondaryButton
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.tour_step import TourStep

_WIDE: Final = 340
_AIR: Final = 12
_MOVED: Final = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class _Card(Surface):
    """What is said of a stop."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        ground, edge = colour("panel"), colour("line2")
        draw_box(painter, self.rect(), fill=ground, border=edge, radius=RADIUS_CARD)


class Tour(QWidget):
    """Covers the window while it runs; arrow keys and Enter lead on, Esc ends it.

    Attributes:
        words: What is said of the stop.

    Signals:
        ended(): It was seen to its end, or ended before.
    """

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: tuple[TourStep, ...] = ()
        self._number = 0
        self.setAccessibleName("Tour")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = _Card("panel", self)
        self._count = TextLabel("", "caption", 500, "t3")
        self._title = TextLabel("", "title", 600)
        self.words = Paragraph("", "body", "t2")
        self.skip = QuietButton("End the tour")
        self.back = SecondaryButton("Back", small=True)
        self.forth = SecondaryButton("Next", small=True, suggested=True)
        inside = column(
            self._card, spacing=SPACE_8, margins=(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        )
        for part in (self._count, self._title, self.words):
            inside.addWidget(part)
        foot = row(spacing=SPACE_8)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.forth)
        inside.addLayout(foot)
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self._go(-1))
        self.forth.clicked.connect(lambda: self._go(1))
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._place)
        parent.installEventFilter(self)
        self.hide()

    @property
    def step(self) -> TourStep | None:
        """The stop that is explained now."""
        return self._steps[self._number] if self._steps and not self.isHidden() else None

    def begin(self, steps: Sequence[TourStep]) -> None:
        """Show round; parts that cannot be seen are passed over."""
        self._steps = tuple(step for step in steps if step.widget.isVisible())
        self._number = 0
        if not self._steps:
            return
        self.show()
        self.raise_()
        self._show_step()
        self._settle.start()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def end(self) -> None:
        """End it here."""
        if not self.isHidden():
            self.hide()
            self._steps = ()
            self.ended.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The keys of the screen that lies under the tour rest while it runs.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go(1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Backspace}:
            self._go(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() in _MOVED and not self.isHidden():
            # What is explained lies elsewhere once the layouts have settled.
            self._place()
            self._settle.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        shade = colour("win")
        shade.setAlphaF(0.72)
        dark = QPainterPath()
        dark.addRect(self.rect())
        bright = QPainterPath()
        bright.addRoundedRect(self._spot(), RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(dark.subtracted(bright), shade)
        draw_box(painter, self._spot(), border=colour("accent"), radius=RADIUS_CARD, width=2)

    def _go(self, by: int) -> None:
        number = self._number + by
        if number >= len(self._steps):
            self.end()
        elif number >= 0:
            self._number = number
            self._show_step()

    def _show_step(self) -> None:
        step = self._steps[self._number]
        self._count.setText(f"{self._number + 1} of {len(self._steps)}")
        self._title.setText(step.title)
        self.words.set_text(step.text)
        self.back.setEnabled(self._number > 0)
        self.forth.setText("Done" if self._number + 1 == len(self._steps) else "Next")
        self._place()
        announce(self, f"{step.title}. {step.text}")

    def _spot(self) -> QRect:
        """The part that is explained, in our own pixels."""
        step = self._steps[self._number] if self._steps else None
        if step is None:
            return QRect()
        corner = step.widget.mapTo(self.window(), QPoint(0, 0))
        place = QRect(self.mapFrom(self.window(), corner), step.widget.size())
        return place.adjusted(-3, -3, 3, 3).intersected(self.rect())

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        self.setGeometry(parent.rect())
        layout = self._card.layout()
        # Words are as tall as they break at this width, which a first size hint does not know.
        high = layout.totalHeightForWidth(_WIDE) if layout is not None else 0
        self._card.setGeometry(card_place(self._spot(), high, self.rect()))
        self.update()


def card_place(spot: QRect, high: int, room: QRect) -> QRect:
    """Where the words of a stop stand: beside it where there is room, otherwise on it."""
    top = min(max(spot.top(), room.top() + _AIR), room.bottom() - high - _AIR)
    beside = (
        QPoint(spot.right() + _AIR, top),
        QPoint(spot.left() - _WIDE - _AIR, top),
        QPoint(spot.center().x() - _WIDE // 2, spot.bottom() + _AIR),
        QPoint(spot.center().x() - _WIDE // 2, spot.top() - high - _AIR),
    )
    for corner in beside:
        place = QRect(corner.x(), corner.y(), _WIDE, high)
        if room.contains(place):
            return place
    return QRect(room.center().x() - _WIDE // 2, room.center().y() - high // 2, _WIDE, high)
