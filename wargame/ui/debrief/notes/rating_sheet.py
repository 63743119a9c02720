"""Rating an objective: how it was met and why, with the evidence for it in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.debrief_notes import EXERCISE, RATING_WORDS, ObjectiveWorded, Rated, Rating
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.checks import RadioButton
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.play.debrief.notes import ObjectiveRow, TagRow

_NONE: Final = ""


class RatingSheet(FormSheet):
    """Four steps and a reason; an objective of the exercise can be worded anew.

    Signals:
        kept(object): These entries are to be written down, as a tuple.
    """

    kept = Signal(object)

    def __init__(
        self,
        objective: ObjectiveRow,
        evidence: Sequence[TagRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._objective = objective
        rated = objective.rated
        self.text = QLineEdit(objective.text)
        self.text.setFont(text_font("body"))
        self.steps: dict[str, RadioButton] = {
            _NONE: RadioButton("Not rated"),
            **{rating.value: RadioButton(words) for rating, words in RATING_WORDS.items()},
        }
        chosen = rated.rating.value if rated is not None and rated.rating is not None else _NONE
        self.steps[chosen].setChecked(True)
        self.why = GrowingText("Why it is rated so", "Why: what was seen", 2)
        self.why.set_text(rated.why if rated is not None else "")
        self.keep = PrimaryButton("Keep the rating", hint="Ctrl+Return")
        self.keep.clicked.connect(self._on_keep)
        self.set_primary(self.keep)
        content = ScrollContent()
        lines = column(content, spacing=SPACE_12, margins=(0, 0, SPACE_12, SPACE_12))
        if objective.seat is None:
            hint = "An objective without words is taken out."
            lines.addWidget(Field("Objective of the exercise", self.text, hint))
        else:
            lines.addWidget(Paragraph(objective.text, "body", "t1", 600))
        steps = QWidget()
        boxes = column(steps, spacing=SPACE_8)
        for step in self.steps.values():
            boxes.addWidget(step)
        lines.addWidget(steps)
        lines.addWidget(Field("Why", self.why))
        lines.addWidget(TextLabel(f"Evidence ({len(evidence)})", "body", 600))
        for tag in evidence:
            words = (
                f"Turn {tag.turn}, {tag.label}: {tag.note}"
                if tag.note
                else (f"Turn {tag.turn}, {tag.label}")
            )
            by = f" ({tag.by})" if tag.by else ""
            lines.addWidget(Paragraph(f"{words}{by}", "table", "t2"))
        if not evidence:
            lines.addWidget(Paragraph("No evidence was noted yet.", "table", "t3"))
        lines.addStretch(1)
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(ScrollPage(content, "Rating"), 1)
        whole.addWidget(self.keep)

    def _on_keep(self) -> None:
        key = self._objective.key
        chosen = next((step for step, box in self.steps.items() if box.isChecked()), _NONE)
        rating = Rating(chosen) if chosen else None
        entries: list[Rated | ObjectiveWorded] = []
        text = " ".join(self.text.text().split())
        if key.startswith(f"{EXERCISE}/") and text != self._objective.text:
            entries.append(ObjectiveWorded(key, text))
        why = self.why.toPlainText().strip()
        old = self._objective.rated
        if (rating, why) != ((old.rating, old.why) if old is not None else (None, "")):
            entries.append(Rated(key, rating, why))
        self.kept.emit(tuple(entries))
