"""One line of the composer: what is asked at the start, the controls beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wargame.ui.theme.metrics import CONTROL_HEIGHT, SPACE_8
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph

LABEL_WIDTH: Final = 108


class FormLine(QWidget):
    """A label of fixed width, and controls under one another.

    Attributes:
        body: Where the controls go.
        label_column: The label, and room for more words below it.
    """

    def __init__(
        self,
        label: str,
        *controls: QWidget,
        lead: int = CONTROL_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = Paragraph(label, "body", "t2")
        self._name.setFixedWidth(LABEL_WIDTH)
        self.label_column: QVBoxLayout = column(margins=(0, (lead - 20) // 2, 0, 0))
        self.label_column.addWidget(self._name)
        self.label_column.addStretch(1)
        self.body: QVBoxLayout = column(spacing=SPACE_8)
        whole = row(self, spacing=SPACE_8)
        whole.addLayout(self.label_column)
        whole.addLayout(self.body, 1)
        for control in controls:
            self.body.addWidget(control)
            if not control.accessibleName():
                control.setAccessibleName(label)

    def set_label(self, label: str) -> None:
        """Ask for something else with the same controls."""
        self._name.set_text(label)
