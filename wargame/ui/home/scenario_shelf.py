"""The scenarios side by side, narrowed by a search, one of them chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from wargame.ui.home.scenario_tile import BrokenTile, ScenarioTile
from wargame.ui.theme.metrics import SPACE_16
from wargame.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.play.scenario_cards import ScenarioCard

_COLUMNS: Final = 3
_TILE_HEIGHT: Final = 148


def matches(card: ScenarioCard, text: str) -> bool:
    """Whether every typed word occurs in what the card says."""
    whole = f"{card.id} {card.title} {card.line} {card.band_name}".casefold()
    return all(word in whole for word in text.casefold().split())


class ScenarioShelf(QWidget):
    """A grid of three columns.

    Signals:
        run_wished(): The chosen scenario was double-clicked.
        chosen(): Another scenario is chosen.
        folder_wished(object): The Path of a scenario that cannot be read.
    """

    run_wished = Signal()
    folder_wished = Signal(object)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_16)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
            # An empty column would give its gap to the others.
            self._grid.addWidget(QWidget(), 0, number)
        self._group = QButtonGroup(self)
        self._tiles: list[ScenarioTile | BrokenTile] = []
        self._empty = EmptyState("Looking for scenarios", parent=self)
        self._empty.setFixedHeight(_TILE_HEIGHT)
        self._text = ""
        self._place()

    def show_cards(self, cards: Sequence[ScenarioCard]) -> None:
        """Show these scenarios; the chosen one stays chosen, or else the first that is sound."""
        kept = self.current()
        for old in self._tiles:
            self._grid.removeWidget(old)
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._tiles = []
        for card in cards:
            tile = BrokenTile(card, self) if card.error else ScenarioTile(card, self)
            if isinstance(tile, ScenarioTile):
                self._group.addButton(tile)
                tile.double_clicked.connect(self.run_wished)
                tile.toggled.connect(self._on_toggled)
            else:
                tile.folder.clicked.connect(partial(self.folder_wished.emit, card.path))
            tile.setMinimumHeight(_TILE_HEIGHT)
            self._tiles.append(tile)
        self._empty.set_text("No scenario fits these words." if cards else "No scenarios found.")
        self.choose(kept.id if kept else "")
        self._place()

    def show_failure(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._empty.set_text(text)

    def set_text(self, text: str) -> None:
        """Narrow to scenarios with these words."""
        self._text = text
        self._place()

    def current(self) -> ScenarioCard | None:
        """The chosen scenario."""
        tile = self._group.checkedButton()
        return tile.card if isinstance(tile, ScenarioTile) else None

    def choose(self, scenario: str) -> None:
        """Choose a scenario by id; an unknown one chooses the first."""
        sound = [tile for tile in self._tiles if isinstance(tile, ScenarioTile)]
        wanted = [tile for tile in sound if tile.card.id == scenario] or sound
        if wanted:
            wanted[0].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the choice; up and down by a row."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        shown = [tile for tile in self._tiles if not tile.isHidden()]
        focused = self.focusWidget()
        if step is None or focused not in shown:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft() and abs(step) == 1:
            step = -step
        number = shown.index(focused) + step
        if 0 <= number < len(shown):
            shown[number].setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(shown[number], ScenarioTile):
                shown[number].setChecked(True)

    def _place(self) -> None:
        shown = 0
        for tile in self._tiles:
            fits = matches(tile.card, self._text)
            tile.setVisible(fits)
            self._grid.removeWidget(tile)
            if fits:
                self._grid.addWidget(tile, shown // _COLUMNS, shown % _COLUMNS)
                shown += 1
        self._grid.removeWidget(self._empty)
        self._empty.setVisible(shown == 0)
        if shown == 0:
            self._grid.addWidget(self._empty, 0, 0, 1, _COLUMNS)

    def _on_toggled(self, checked: bool) -> None:
        if checked:
            self.chosen.emit()
