"""The head of pages under tabs: tabs at the start, the tools of the page shown at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import PANEL_HEAD_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_hline, start_painting, text_width
from wargame.ui.widgets.surface import Surface, row
from wargame.ui.widgets.tabs import TabSpec, TabStrip
from wargame.ui.widgets.text import TextLabel


class _Aside(TextLabel):
    """Muted words that are left out where there is no room for all of them."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if text_width(self.text(), self.font()) <= self.contentsRect().width():
            super().paintEvent(event)


class TabHead(Surface):
    """36 px; each page brings its own tools, of which only those of the chosen page are shown.

    Signals:
        current_changed(str): Key of the page that was chosen.
    """

    current_changed = Signal(str)

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        name: str,
        *,
        padding: int = SPACE_12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(PANEL_HEAD_HEIGHT)
        self._specs = tuple(tabs)
        self.tabs = TabStrip(self._specs, name, padding=padding)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._aside = _Aside("", "table", 400, "t3")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._asides: dict[str, str] = {}
        self._tools: dict[str, list[QWidget]] = {}
        self._row = row(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        self._row.addWidget(self.tabs)
        self._row.addWidget(self._aside, 1)
        self.tabs.current_changed.connect(self._on_tab_chosen)

    def add_tab(self, tab: TabSpec) -> None:
        """Put a tab behind the others."""
        self._specs = (*self._specs, tab)
        self.tabs.set_tabs(self._specs)

    def add_tool(self, key: str, widget: QWidget) -> None:
        """Put a control at the far end for as long as a page is shown."""
        self._tools.setdefault(key, []).append(widget)
        self._row.addWidget(widget)
        widget.setVisible(key == self.tabs.current())

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the far end, whatever page is shown."""
        self._row.addWidget(widget)

    def set_aside(self, key: str, text: str) -> None:
        """The muted words that go with a page."""
        self._asides[key] = text
        self._show_page()

    def choose(self, key: str) -> None:
        """Show a page."""
        if key != self.tabs.current():
            self.tabs.set_current(key)
            self._on_tab_chosen(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_hline(start_painting(self), 0, self.width(), self.height() - 1, colour("line"))

    def _on_tab_chosen(self, key: str) -> None:
        self._show_page()
        self.current_changed.emit(key)

    def _show_page(self) -> None:
        current = self.tabs.current()
        self._aside.setText(self._asides.get(current, ""))
        for key, widgets in self._tools.items():
            for widget in widgets:
                widget.setVisible(key == current)
