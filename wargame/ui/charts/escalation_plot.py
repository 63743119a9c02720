"""The escalation index over the turns of a game, as a plot and as a table of the same values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from wargame.ui.charts.values_table import ValuesModel
from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import FOCUS_RING
from wargame.ui.theme.paint import start_painting
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import TableView

Point = tuple[float, float]
"""Turn (0 is the start of the game) and index."""


class EscalationPlot(QWidget):
    """Bands, the played line with a ring at the present, red lines; no mouse, no menu.

    Building the first one imports pyqtgraph (about half a second on two slow cores): do it after
    the first paint. Ctrl+T with the focus on it shows the values as a table instead.

    Signals:
        table_shown(bool): Whether the table is in front now.
        turn_chosen(int): A turn that has been played was clicked.
    """

    table_shown = Signal(bool)
    turn_chosen = Signal(int)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from wargame.ui.charts.plot_canvas import PlotCanvas

        self._scale = scale
        self._turns, self._current = 1, 0
        self._history: tuple[Point, ...] = ()
        self._canvas = PlotCanvas(scale, self)
        self._values = ValuesModel(("Turn", "Index", "Band"), self)
        self._table = TableView("Escalation by turn", parent=self)
        self._table.setModel(self._values)
        whole = column(self, margins=(FOCUS_RING, FOCUS_RING, FOCUS_RING, FOCUS_RING))
        self._pages = QStackedLayout()
        whole.addLayout(self._pages)
        self._pages.addWidget(self._canvas.widget)
        self._pages.addWidget(self._table)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        toggle = QShortcut(QKeySequence("Ctrl+T"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self.toggle_table)
        self._retell()

    @property
    def is_table_shown(self) -> bool:
        """Whether the table is in front."""
        return self._pages.currentIndex() == 1

    def set_bands(self, scale: BandScale) -> None:
        """Draw another ladder."""
        self._scale = scale
        self._canvas.set_extent(scale, self._turns, self._current)
        self._retell()

    def set_turns(self, turns: int, current: int) -> None:
        """Make room for so many turns and print the present one bold (0 for none)."""
        self._turns, self._current = max(1, turns), current
        self._canvas.set_extent(self._scale, self._turns, current)

    def set_history(self, points: Sequence[Point]) -> None:
        """Show the index reached at the end of each turn; turn 0 is the start of the game."""
        self._history = tuple(points)
        self._canvas.set_history(self._history)
        self._retell()

    def set_red_lines(self, lines: Sequence[tuple[float, str]]) -> None:
        """Show declared limits as (index, words)."""
        self._canvas.set_red_lines(lines)

    def set_crossings(self, crossings: Sequence[tuple[float, str]]) -> None:
        """Show where limits were crossed as (turn, words)."""
        self._canvas.set_crossings(crossings)

    def set_theme(self) -> None:
        """Take the colours in force; called by itself when the theme changes."""
        self._canvas.retint()

    def set_table_shown(self, shown: bool) -> None:
        """Show the table or the plot."""
        if shown != self.is_table_shown:
            had_focus = self.hasFocus() or self._table.hasFocus()
            self._pages.setCurrentIndex(1 if shown else 0)
            policy = Qt.FocusPolicy.NoFocus if shown else Qt.FocusPolicy.StrongFocus
            self.setFocusPolicy(policy)
            if had_focus:
                (self._table if shown else self).setFocus()
            self.table_shown.emit(shown)

    def toggle_table(self) -> None:
        """Show the other of the two."""
        self.set_table_shown(not self.is_table_shown)

    def sizeHint(self) -> QSize:
        return QSize(344, 176)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_canvas"):
            self.set_theme()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and hasattr(self, "_canvas"):
            self.set_theme()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.is_table_shown:
            left = self._canvas.widget.x()
            turn = self._canvas.turn_at(event.position().x() - left)
            if 1 <= turn <= max((point[0] for point in self._history), default=0):
                self.turn_chosen.emit(turn)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        ground = colour("accent" if self.hasFocus() else "panel")
        painter.fillRect(self.rect(), ground)

    def _retell(self) -> None:
        rows = []
        for turn, index in self._history:
            span = self._scale.of_index(index)
            name = "Start" if turn == 0 else f"{turn:g}"
            rows.append((name, f"{index:.1f}", f"{span.number} {span.name}"))
        self._values.set_rows(rows)
        words = "Escalation by turn: nothing played yet"
        if self._history:
            first, last = self._history[0], self._history[-1]
            peak = max(self._history, key=lambda point: point[1])
            words = (
                f"Escalation by turn: from {first[1]:.1f} to {last[1]:.1f}, "
                f"highest {peak[1]:.1f} in turn {peak[0]:g}"
            )
        self.setAccessibleName(words)
        self.setAccessibleDescription("Ctrl+T shows the values as a table")
