"""The escalation index over the turns of a game, as a plot and as a table of the same values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.model.outlook import FanTurn
from wargame.ui.charts.values_table import ValuesModel
from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import FOCUS_RING
from wargame.ui.theme.paint import start_painting
from wargame.ui.widgets.surface import column, stack
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.ui.charts.beside_lines import BesideLine

Point = tuple[float, float]
"""Turn (0 is the start of the game) and index."""


_PLAYED: Final = (("Turn", 76), ("Index", 56), ("Band", 0))
_AHEAD: Final = (("Turn", 84), ("Index", 56), ("Band", 52), ("Half", 64), ("9 of 10", 0))


class EscalationPlot(QWidget):
    """Bands, the played line with a ring at the present, the forecast, red lines; no menu.

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
        self._fan: tuple[FanTurn, ...] = ()
        self._lines: tuple[BesideLine, ...] = ()
        self._name = "Played"
        self._red_lines: tuple[tuple[float, str], ...] = ()
        self._is_stale = False
        self._canvas = PlotCanvas(scale, self)
        self._values = ValuesModel(_PLAYED, self)
        self._table = TableView("Escalation by turn", parent=self)
        self._table.setModel(self._values)
        whole = column(self, margins=(FOCUS_RING, FOCUS_RING, FOCUS_RING, FOCUS_RING))
        self._pages = stack(whole)
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

    def set_cursor(self, at: Point) -> None:
        """Stand a cursor at a moment that has been played, as (turn, index)."""
        self._canvas.set_cursor(at)

    def set_forecast(self, start: Point, fan: Sequence[FanTurn]) -> None:
        """Spread a forecast out over the turns to come; nothing without turns.

        Args:
            start: Turn and index from which it spreads.
            fan: The turns, in order.
        """
        self._fan = tuple(fan)
        self._canvas.set_fan(start, self._fan)
        self._retell()

    def set_lines(self, lines: Sequence[BesideLine], name: str = "Played") -> None:
        """Show these lines beside the played one, which is called by a name.

        The table has a column for each.
        """
        self._lines, self._name = tuple(lines), name
        self._canvas.set_lines(self._lines, name)
        self._retell()

    def set_forecast_stale(self, *, stale: bool) -> None:
        """Dim a forecast that is out of date."""
        if stale != self._is_stale:
            self._is_stale = stale
            self._canvas.set_fan_stale(stale=stale)
            self._retell()

    def set_red_lines(self, lines: Sequence[tuple[float, str]]) -> None:
        """Show declared limits as (index, words), those first that are to be named first."""
        if tuple(lines) != self._red_lines:
            self._red_lines = tuple(lines)
            self._canvas.set_red_lines(self._red_lines)

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
        rows: list[tuple[str, ...]] = []
        for turn, index in self._history:
            name = "Start" if turn == 0 else f"{turn:g}"
            rows.append((name, f"{index:.1f}", self._band(index)))
        if self._fan:
            # Beside the ranges there is no room for the names of bands.
            rows = [(turn, index, band.partition(" ")[0], "", "") for turn, index, band in rows]
            rows += [
                (
                    f"{turn.turn}, median",
                    f"{turn.median:.1f}",
                    str(self._scale.of_index(turn.median).number),
                    f"{turn.low50:.0f}–{turn.high50:.0f}",
                    f"{turn.low90:.0f}–{turn.high90:.0f}",
                )
                for turn in self._fan
            ]
        columns: Sequence[tuple[str, int]] = _AHEAD if self._fan else _PLAYED
        if self._lines:
            rows, columns = self._side_by_side()
        has_changed = len(columns) != self._values.columnCount()
        self._values.set_rows(rows, columns)
        if has_changed:
            self._table.setModel(self._values)
        words = "Escalation by turn: nothing played yet"
        if self._history:
            first, last = self._history[0], self._history[-1]
            peak = max(self._history, key=lambda point: point[1])
            words = (
                f"Escalation by turn: from {first[1]:.1f} to {last[1]:.1f}, "
                f"highest {peak[1]:.1f} in turn {peak[0]:g}"
            )
        if self._fan:
            words += f". {self._forecast_words()}"
        for line in self._lines:
            words += f". {line.end}"
        self.setAccessibleName(words)
        self.setAccessibleDescription("Ctrl+T shows the values as a table")

    def _side_by_side(self) -> tuple[list[tuple[str, ...]], tuple[tuple[str, int], ...]]:
        """The index at the end of each turn, a column for each line."""
        lines = (self._history, *(line.points for line in self._lines))
        rows: list[tuple[str, ...]] = []
        for turn in range(self._turns + 1):
            cells = [_at(points, turn) for points in lines]
            if any(cells):
                rows.append(("Start" if turn == 0 else str(turn), *cells))
        titles = [
            ("Turn", 52),
            (self._name, 64 if self._name == "Played" else 120),
            *((line.words, 120) for line in self._lines),
        ]
        titles[-1] = (titles[-1][0], 0)
        return rows, tuple(titles)

    def _forecast_words(self) -> str:
        """The near and the far end of the forecast as a sentence."""
        near, far = self._fan[0], self._fan[-1]
        told = (
            f"for the end of turn {turn.turn}, half of the runs {turn.low50:.0f} to "
            f"{turn.high50:.0f}"
            for turn in ((near, far) if far is not near else (near,))
        )
        words = f"Forecast {'; '.join(told)}"
        return f"{words}; out of date" if self._is_stale else words

    def _band(self, index: float) -> str:
        span = self._scale.of_index(index)
        return f"{span.number} {span.name}"


def _at(points: Sequence[Point], turn: int) -> str:
    """The index of a line at the end of a turn; empty where it has none."""
    reached = [index for at, index in points if at <= turn]
    if not reached or points[0][0] > turn or points[-1][0] < turn - 1:
        return ""
    return f"{reached[-1]:.1f}"
