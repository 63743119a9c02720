"""Whether an act is known as ours at once, or denied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.team.form_line import FormLine
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import Paragraph


class SignatureField(FormLine):
    """Overt or deniable, and what that means.

    Signals:
        overt_changed(bool): The person chose.
    """

    overt_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Signature", parent=parent)
        self._deniability = 0.0
        self.choice = SegmentedControl(
            (("overt", "Overt", "eye"), ("deniable", "Deniable", "venetian-mask")), "Signature"
        )
        self._words = Paragraph("", "table", "t3")
        line = row(spacing=SPACE_12)
        line.addWidget(self.choice)
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.choice.current_changed.connect(self._on_chosen)

    def set_overt(self, overt: bool, deniability: float) -> None:
        """Show a choice without a signal; ``deniability`` of the move is 0 to 1."""
        self._deniability = deniability
        self.choice.set_current("overt" if overt else "deniable")
        self._show()

    def _on_chosen(self, key: str) -> None:
        self._show()
        self.overt_changed.emit(key == "overt")

    def _show(self) -> None:
        if self.choice.current() == "overt":
            self._words.set_text("Known as ours at once")
        else:
            self._words.set_text(f"Not known as ours, deniability {100 * self._deniability:.0f} %")
