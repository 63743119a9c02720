"""The bar across the top and the status line across the bottom of every screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import SPACE_12, SPACE_16, STATUS_HEIGHT, TOP_BAR_HEIGHT
from wargame.ui.theme.paint import draw_hline, draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import ElidedLabel

StatusItem = tuple[IconName | None, str]


class TopBar(Surface):
    """48 px: what this is at the start, the phases in the middle, clock and actions at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(TOP_BAR_HEIGHT)
        whole = row(self, spacing=SPACE_16, margins=(SPACE_12, 0, SPACE_12, 1))
        self._start, self._centre, self._end = row(), row(), row()
        whole.addLayout(self._start)
        whole.addStretch(1)
        whole.addLayout(self._centre)
        whole.addStretch(1)
        whole.addLayout(self._end)

    def add_start(self, widget: QWidget) -> None:
        """Add a control where reading begins."""
        self._start.addWidget(widget)

    def add_centre(self, widget: QWidget) -> None:
        """Add a control in the middle."""
        self._centre.addWidget(widget)

    def add_end(self, widget: QWidget) -> None:
        """Add a control where reading ends."""
        self._end.addWidget(widget)

    def add_divider_start(self) -> None:
        """A short upright line between groups at the start."""
        self._divide(self._start)

    def add_divider_end(self) -> None:
        """A short upright line between groups at the end."""
        self._divide(self._end)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        draw_hline(painter, 0, self.width(), self.height() - 1, colour("line"))

    @staticmethod
    def _divide(layout: QHBoxLayout) -> None:
        line = Hairline(vertical=True, strong=True)
        line.setFixedHeight(24)
        layout.addSpacing(4)
        layout.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(4)


class TitleBlock(QWidget):
    """Two lines: what it is, and a muted line with the details."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, "body", 600)
        self._subtitle = ElidedLabel(subtitle, "table", 400, "t3")
        whole = column(self)
        whole.addStretch(1)
        whole.addWidget(self._title)
        whole.addWidget(self._subtitle)
        whole.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_texts(self, title: str, subtitle: str) -> None:
        """Change both lines."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)


class StatusLine(QWidget):
    """24 px of facts: what is on disk at the start, where help is at the end; red when unsaved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STATUS_HEIGHT)
        self._start_items: tuple[StatusItem, ...] = ()
        self._end_items: tuple[StatusItem, ...] = ()
        self._fault = ""

    def set_items_start(self, items: Sequence[StatusItem]) -> None:
        """Facts from the start on, each an icon or None and words."""
        self._start_items = tuple(items)
        self._retell()

    def set_items_end(self, items: Sequence[StatusItem]) -> None:
        """Facts that end at the far side."""
        self._end_items = tuple(items)
        self._retell()

    def set_fault(self, text: str) -> None:
        """A sentence that takes over the line until it is set to nothing."""
        self._fault = text
        self._retell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        painter.fillRect(self.rect(), colour("panel"))
        draw_hline(painter, 0, self.width(), 0, colour("line"))
        font = text_font("caption", 500 if self._fault else 400)
        ink = colour("danger" if self._fault else "t3")
        start: tuple[StatusItem, ...] = self._start_items
        if self._fault:
            start = (("octagon-alert", self._fault),)
        end = 0 if self._fault else sum(self._width(item) + SPACE_16 for item in self._end_items)
        x, limit = SPACE_12, self.width() - SPACE_12 - end
        for side, items in (("start", start), ("end", () if self._fault else self._end_items)):
            if side == "end":
                x, limit = self.width() - SPACE_12 - end + SPACE_16, self.width()
            for icon, text in items:
                if icon is not None:
                    box = mirrored(self, QRect(x, 1, 12, self.height() - 1))
                    draw_icon(painter, box, icon, ink, 12)
                    x += 12 + 4
                wide = max(0, min(text_width(text, font), limit - x))
                box = mirrored(self, QRect(x, 1, wide, self.height() - 1))
                draw_text(painter, box, text, font, ink)
                x += wide + SPACE_16

    def _width(self, item: StatusItem) -> int:
        icon, text = item
        return (16 if icon is not None else 0) + text_width(text, text_font("caption"))

    def _retell(self) -> None:
        items = (*self._start_items, *self._end_items)
        self.setAccessibleName(self._fault or ". ".join(text for _, text in items))
        self.update()
