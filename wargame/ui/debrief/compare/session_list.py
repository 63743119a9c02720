"""The sessions that can be compared, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column, empty
from wargame.ui.widgets.text import Paragraph, set_tip

if TYPE_CHECKING:
    from wargame.play.library import SessionCard


class SessionList(QWidget):
    """Sessions of one scenario, latest first.

    Signals:
        chosen(object): A tuple of the paths that are ticked, in the order of the list.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[Path, CheckBox] = {}
        content = ScrollContent()
        self._lines = column(content, spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, 0))
        page = ScrollPage(content, "Sessions of this scenario")
        column(self).addWidget(page)

    def show_sessions(self, cards: Sequence[SessionCard], ticked: Sequence[Path]) -> None:
        """Offer these sessions."""
        empty(self._lines)
        titles = [card.title for card in cards]
        self.boxes = {}
        for card in cards:
            name = card.title if titles.count(card.title) == 1 else card.path.stem
            box = CheckBox(name, checked=card.path in ticked)
            set_tip(box, str(card.path))
            box.clicked.connect(self._on_clicked)
            self.boxes[card.path] = box
            self._lines.addWidget(box)
            told = f"turn {card.turn} of {card.turns}, played {card.last_written[:10]}"
            self._lines.addWidget(Paragraph(told, "table", "t2"))
        self._lines.addStretch(1)

    @property
    def ticked(self) -> tuple[Path, ...]:
        """The sessions that are ticked."""
        return tuple(path for path, box in self.boxes.items() if box.isChecked())

    def _on_clicked(self) -> None:
        self.chosen.emit(self.ticked)
