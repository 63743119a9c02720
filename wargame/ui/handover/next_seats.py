"""The line at the foot of the page: who comes after this seat, and what follows then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.model.seat_view import ActorLabel
from wargame.ui.handover.big_text import SmallIcon
from wargame.ui.handover.handover import short_name
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import MarkName
from wargame.ui.theme.metrics import RADIUS_CHIP, SMALL_CONTROL_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_box, draw_text, start_painting, text_width
from wargame.ui.widgets.actor_badge import draw_mark
from wargame.ui.widgets.surface import empty, row
from wargame.ui.widgets.text import TextLabel

_SHOWN = 3
_MARK = 8


class SeatChip(QWidget):
    """A seat's shape and name in a small box."""

    def __init__(self, name: str, mark: MarkName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._mark = name, mark
        self.setAccessibleName(name)
        wide = 8 + _MARK + 6 + text_width(name, text_font("table")) + 8
        self.setFixedSize(QSize(wide, SMALL_CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_box(
            painter, self.rect(), fill=colour("panel"), border=colour("line2"), radius=RADIUS_CHIP
        )
        top = (self.height() - _MARK) // 2
        draw_mark(painter, QRect(8, top, _MARK, _MARK), self._mark, colour("t2"))
        words = QRect(8 + _MARK + 6, 0, self.width(), self.height())
        draw_text(painter, words, self._name, text_font("table"), colour("t2"))


class NextSeats(QWidget):
    """After Iran: Hezbollah, then control locks the plans."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row(self, spacing=SPACE_8)

    def show_seats(self, present: str, after: Sequence[ActorLabel], then: str) -> None:
        """Show who follows ``present``, up to three by name, and what control does ``then``."""
        empty(self._row)
        self._row.addStretch(1)
        if present:
            self._say(f"After {short_name(present)}")
            self._row.addSpacing(SPACE_12 - SPACE_8)
            for label in after[:_SHOWN]:
                self._row.addWidget(SeatChip(short_name(label.name), mark_of(label.camp)))
                self._row.addWidget(SmallIcon("chevron-right", 12))
            more = len(after) - _SHOWN
            if more > 0:
                self._say("1 more seat" if more == 1 else f"{more} more seats")
                self._row.addWidget(SmallIcon("chevron-right", 12))
            self._say(f"then {then}" if after else then)
        self._row.addStretch(1)

    def _say(self, text: str) -> None:
        self._row.addWidget(TextLabel(text, "table", 400, "t2"), 0, Qt.AlignmentFlag.AlignVCenter)
