"""Tags at the moment, and the keys that set one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QStackedLayout, QWidget

from wargame.model.debrief_notes import TAGS
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import SectionHead
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.play.debrief.notes import TagRow

IN_SIGHT: Final = 4
"""Tags with a button; the others have their keys."""
_BY: Final = 68
_ROOM: Final = 264
"""Width (px) from which the buttons have room for their icons."""
_ICONS: Final[tuple[IconName, ...]] = ("target", "eye-off", "users", "circle-alert")


class TagPanel(QWidget):
    """What was marked in the turn, and the buttons that mark what is on screen.

    Signals:
        tag_wished(int, str): Mark this moment with the tag of this key, and these words.
        tag_opened(int): Word this tag anew.
    """

    tag_wished = Signal(int, str)
    tag_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        columns: tuple[Column[TagRow], ...] = (
            Column(
                "Tag",
                lambda tag: tag.label,
                stretch=True,
                tip=self._sentence,
                spoken=self._sentence,
                roles={TWO_LINE_ROLE: self._lines},
            ),
        )
        self._model: RowsModel[TagRow] = RowsModel(columns, parent=self)
        self.table = TableView("Tags of the turn", TWO_LINE_ROW_HEIGHT)
        self.table.setItemDelegate(TwoLineDelegate(self.table))
        self.table.setModel(self._model)
        self.table.horizontalHeader().hide()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("Nobody marked anything in this turn."))
        self.head = SectionHead("Tags at this point")
        self.note = QLineEdit()
        self.note.setFont(text_font("table"))
        self.note.setProperty("compact", "true")
        self.note.setPlaceholderText("Words for the next tag")
        self.note.setAccessibleName("A few words for the next tag")
        self.by = QLineEdit()
        self.by.setFont(text_font("table"))
        self.by.setProperty("compact", "true")
        self.by.setPlaceholderText("By")
        self.by.setAccessibleName("Who sets the tags; may stay empty")
        self.by.setFixedWidth(_BY)
        self.buttons = {
            key: SecondaryButton(label, _ICONS[key - 1], str(key), small=True)
            for key, label in enumerate(TAGS[:IN_SIGHT], start=1)
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_8)
        for key, button in self.buttons.items():
            set_tip(button, f"Mark this moment: {button.text()} ({key})")
            button.clicked.connect(partial(self.mark, key))
            grid.addWidget(button, (key - 1) // 2, (key - 1) % 2)
        more = ", ".join(f"{key} {TAGS[key - 1]}" for key in range(IN_SIGHT + 1, len(TAGS) + 1))
        rest = TextLabel("Tag what is on screen; 5 to 9: more", "table", 400, "t3")
        set_tip(rest, more)
        rest.setAccessibleDescription(more)
        foot = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        foot.addWidget(rest)
        words = row(spacing=SPACE_8)
        words.addWidget(self.note, 1)
        words.addWidget(self.by)
        foot.addLayout(words)
        foot.addLayout(grid)
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addWidget(self.head)
        whole.addWidget(pages, 1)
        whole.addWidget(Hairline())
        whole.addLayout(foot)
        self.table.row_activated.connect(self._on_activated)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _ROOM
        for key, button in self.buttons.items():
            button.set_icon(_ICONS[key - 1] if is_wide else None)

    @property
    def rows(self) -> tuple[TagRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_tags(self, tags: Sequence[TagRow], turn: int, names: Mapping[str, str]) -> None:
        """Show the tags of a turn.

        Args:
            tags: The tags, latest last.
            turn: The turn.
            names: Words for the keys of objectives.
        """
        self._names = names
        self.head.set_aside(f"turn {turn}" if turn else "before the first turn")
        rows = tuple(reversed(tags))
        if rows != self._model.rows:
            self._model.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    def mark(self, key: int) -> None:
        """Set the tag of a key, with the words that stand in the field."""
        self.tag_wished.emit(key, " ".join(self.note.text().split()))

    def clear_note(self) -> None:
        """The words have been kept with their tag."""
        self.note.clear()

    def _lines(self, tag: TagRow) -> TwoLineValue:
        objective = self._names.get(tag.objective, "")
        return TwoLineValue(
            title=tag.note or tag.label,
            subtitle=" · ".join(filter(None, (tag.label if tag.note else "", objective))),
            subtitle_icon="eye" if tag.is_from_play else None,
            aside=tag.by,
        )

    def _sentence(self, tag: TagRow) -> str:
        objective = self._names.get(tag.objective, "")
        made = "noted while it was played" if tag.is_from_play else "noted in the debrief"
        parts = (tag.label, tag.note, objective, f"{tag.by or 'nobody named'}, {made}")
        return ". ".join(part.rstrip(".") for part in parts if part)

    def _on_activated(self, index: QModelIndex) -> None:
        self.tag_opened.emit(self._model.row_at(index).number)
