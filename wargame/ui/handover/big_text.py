"""The large words and the boxed mark in the middle of the page, read from across a table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import MarkName
from wargame.ui.theme.metrics import RADIUS_CARD, SMALL_CONTROL_HEIGHT
from wargame.ui.theme.paint import draw_box, start_painting
from wargame.ui.widgets.actor_badge import draw_mark
from wargame.ui.widgets.text import TextLabel

_EDGE: Final = 64
_MARK: Final = 22


class BigTitle(TextLabel):
    """A line in the largest style, broken into more lines where the window is narrow."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "index", 600, "t1", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The style's line is tighter than the letters: a single line must not lose its feet.
        self.setMinimumHeight(self.fontMetrics().height() + 2)


class BoxedMark(QWidget):
    """A camp's shape, or an icon for control, in a box of 64 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: MarkName | None = None
        self._icon: IconName = "user-cog"
        self.setFixedSize(QSize(_EDGE, _EDGE))

    def set_mark(self, mark: MarkName | None, icon: IconName = "user-cog") -> None:
        """Show a shape, or the icon where there is none."""
        self._mark, self._icon = mark, icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_box(
            painter, self.rect(), fill=colour("panel"), border=colour("line2"), radius=RADIUS_CARD
        )
        if self._mark is None:
            draw_icon(painter, self.rect(), self._icon, colour("t1"), 20)
            return
        inset = (_EDGE - _MARK) // 2
        draw_mark(painter, QRect(inset, inset, _MARK, _MARK), self._mark, colour("t1"))


class SmallIcon(QWidget):
    """An outline among words; chevrons point along the reading direction."""

    def __init__(self, icon: IconName, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: IconName = icon
        self._size = size
        self.setFixedSize(QSize(size, SMALL_CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        name = self._icon
        if name == "chevron-right" and self.isRightToLeft():
            name = "chevron-left"
        draw_icon(start_painting(self), self.rect(), name, colour("t2"), self._size)
