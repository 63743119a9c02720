"""A tag in full: other words, another objective, or none of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.debrief_notes import TagChanged, TagDropped
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.play.debrief.notes import TagRow

_NO_OBJECTIVE: Final = ""


class TagSheet(FormSheet):
    """A mark made in play is read; one of the debrief can be changed.

    Signals:
        kept(object): These entries are to be written down, as a tuple.
        moment_wished(int): Go to the event with this number.
    """

    kept = Signal(object)
    moment_wished = Signal(int)

    def __init__(
        self, tag: TagRow, objectives: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tag = tag
        self.note = GrowingText("Words", "A few words", 3)
        self.note.set_text(tag.note)
        self.objective = ChoiceBox(
            [(_NO_OBJECTIVE, "No single objective"), *objectives], "Evidence for"
        )
        self.objective.set_current_key(tag.objective)
        self.keep = PrimaryButton("Keep", hint="Ctrl+Return")
        self.drop = SecondaryButton("Take it out", "trash-2")
        self.go = SecondaryButton("Go to its moment", "arrow-right")
        self.keep.clicked.connect(self._on_keep)
        self.drop.clicked.connect(lambda: self.kept.emit((TagDropped(self._tag.number),)))
        self.go.clicked.connect(lambda: self.moment_wished.emit(self._tag.after))
        self.set_primary(self.keep)
        by = tag.by or "nobody named"
        where = f"Turn {tag.turn}, by {by}"
        lines = column(self, spacing=SPACE_12)
        lines.addWidget(Paragraph(tag.label, "body", "t1", 600))
        lines.addWidget(Paragraph(where, "table", "t2"))
        lines.addWidget(Field("Words", self.note))
        lines.addWidget(Field("Evidence for", self.objective))
        if tag.is_from_play:
            told = "An observer noted it while it was played; it stays as it is."
            lines.addWidget(Paragraph(told, "table", "t3"))
        lines.addStretch(1)
        actions = row(spacing=SPACE_8)
        actions.addWidget(self.go)
        actions.addStretch(1)
        actions.addWidget(self.drop)
        lines.addLayout(actions)
        lines.addWidget(self.keep)
        for part in (self.note, self.objective):
            part.setEnabled(not tag.is_from_play)
        for button in (self.keep, self.drop):
            button.setVisible(not tag.is_from_play)

    def _on_keep(self) -> None:
        note = self.note.toPlainText().strip()
        self.kept.emit((TagChanged(self._tag.number, note, self.objective.current_key()),))
