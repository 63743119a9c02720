"""A constant under the equation that reads it: value, range, basis, note and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wargame.model.ids import Basis
from wargame.ui.item_models.number_lines import (
    BASIS_WORDS,
    parameter_sentence,
    plain_number,
    range_words,
)
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.workings import ParameterLine


def basis_words(line: ParameterLine) -> str:
    """``range 0.5 to 0.85 · judged``, and what was changed."""
    basis = "judged" if line.basis is Basis.JUDGED else f"from {BASIS_WORDS[line.basis]}"
    words = f"range {range_words(line)} · {basis}"
    if line.is_changed:
        words += f" · changed here, the law's own is {plain_number(line.default)}"
    return words


class ParameterBlock(QWidget):
    """Three lines or more; the tip and the reader have all of it in sentences."""

    def __init__(self, line: ParameterLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(parameter_sentence(line))
        set_tip(self, parameter_sentence(line))
        rows = column(self)
        head = row(spacing=SPACE_8)
        head.addWidget(ElidedLabel(line.key, "table", 600), 1)
        head.addWidget(TextLabel(plain_number(line.value), "table", 600))
        rows.addLayout(head)
        rows.addWidget(Paragraph(line.note, "table", "t2"))
        rows.addWidget(Paragraph(basis_words(line), "caption", "t3"))
        for source in line.sources:
            words = f"Source: {source.title}"
            if source.doubts:
                words += f" ({', '.join(source.doubts)})"
            rows.addWidget(Paragraph(words, "caption", "warn" if source.doubts else "t3"))
