"""What a turn means for the seat, above the list of what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.play.practice.outcome.meaning import Meaning
    from wargame.ui.theme.icon_names import IconName

_ICONS: Final[dict[str, IconName]] = {
    "better": "circle-check",
    "worse": "triangle-alert",
    "line": "flag",
    "state": "activity",
    "nothing": "minus",
}


class MeaningPart(QWidget):
    """A title and a line for each thing that stands otherwise."""

    def __init__(self, meanings: Sequence[Meaning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(self, spacing=SPACE_4)
        whole.addWidget(TextLabel("What it means for us", "body", 600))
        for meaning in meanings:
            across = row(spacing=SPACE_8)
            icon = IconLabel(_ICONS[meaning.kind], size=14)
            across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(Paragraph(meaning.words, "body", "t2"), 1)
            whole.addLayout(across)
        self.setAccessibleName("What it means for us: " + " ".join(m.words for m in meanings))
