"""Two panels side by side where there is room, and one behind the other under tabs where not."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.widgets.panel import PanelArea, PanelHead
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.tabs import TabStrip

_ROOM: Final = 700
"""Width (px) from which both are shown."""


class FoldingPair(Surface):
    """Holds two widgets with their titles and subtitles."""

    def __init__(
        self,
        first: tuple[str, str, QWidget],
        second: tuple[str, str, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent)
        self._parts = (first, second)
        self._is_folded: bool | None = None
        self.tabs = TabStrip(
            [(str(number), title, None) for number, (title, _, _) in enumerate(self._parts)],
            "What is shown below",
        )
        self.tabs.current_changed.connect(self._on_tab_chosen)
        self._heads = tuple(PanelHead(title, subtitle) for title, subtitle, _ in self._parts)
        self._places = tuple(column() for _ in self._parts)
        self._beside = QWidget()
        beside = row(self._beside, spacing=0)
        for number, (head, place) in enumerate(zip(self._heads, self._places, strict=True)):
            if number:
                beside.addWidget(Hairline(vertical=True))
            area = PanelArea(head.title)
            side = column(area)
            side.addWidget(head)
            side.addLayout(place, 1)
            beside.addWidget(area, 1)
        self._behind = PanelArea(" and ".join(title for title, _, _ in self._parts))
        behind = column(self._behind)
        behind.addWidget(self.tabs)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        behind.addWidget(pages, 1)
        whole = column(self)
        whole.addWidget(self._beside)
        whole.addWidget(self._behind)
        self._arrange(folded=False)

    @property
    def is_folded(self) -> bool:
        """Whether the two stand behind one another."""
        return bool(self._is_folded)

    def set_subtitle(self, number: int, subtitle: str) -> None:
        """Change the muted words after a title (0 or 1)."""
        self._heads[number].set_subtitle(subtitle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(folded=event.size().width() < _ROOM)

    def _arrange(self, *, folded: bool) -> None:
        if folded == self._is_folded:
            return
        self._is_folded = folded
        for (_, _, widget), place in zip(self._parts, self._places, strict=True):
            if folded:
                self._pages.addWidget(widget)
            else:
                self._pages.removeWidget(widget)
                place.addWidget(widget)
                widget.show()
        self._beside.setVisible(not folded)
        self._behind.setVisible(folded)
        if folded:
            self._on_tab_chosen(self.tabs.current())

    def _on_tab_chosen(self, key: str) -> None:
        if self._is_folded:
            self._pages.setCurrentWidget(self._parts[int(key)][2])
