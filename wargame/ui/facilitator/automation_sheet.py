"""What the program does by itself in this session, each to be switched off and on again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.seats import Settings
from wargame.ui.theme.metrics import SPACE_4, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph

PARTS = (
    (
        "automatic",
        "Automatic adjudication",
        "Off: nothing changes or fades by itself. Every order waits for you to write what follows.",
    ),
    ("forecast", "Forecasts", "Off: nobody is shown what may come."),
    (
        "computers",
        "Computer seats decide",
        "Off: seats that a computer plays hold until somebody orders for them.",
    ),
)
"""Name in the settings, label, and what is so without it."""


class AutomationSheet(QWidget):
    """Three switches.

    Args:
        settings: The session's settings as they are now.
        refusal: Why nothing can be switched now; empty when it can.

    Signals:
        switches_kept(object): The three switches by name; a dict.
    """

    switches_kept = Signal(object)

    def __init__(
        self, settings: Settings, refusal: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.checks = {
            name: CheckBox(label, checked=getattr(settings, name)) for name, label, _ in PARTS
        }
        self.keep = SecondaryButton("Keep the switches", "check")
        self.note = FaultNote()
        layout = column(self, spacing=SPACE_4, margins=(0, 0, SPACE_12, 0))
        for name, _, words in PARTS:
            layout.addWidget(self.checks[name])
            layout.addWidget(Paragraph(words, "table", "t2"))
            layout.addSpacing(SPACE_16 - SPACE_4)
        layout.addWidget(self.note)
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        self.note.say(refusal, "warn")
        self.note.setVisible(bool(refusal))
        self.keep.setEnabled(not refusal)
        self.keep.clicked.connect(self._on_keep)

    def _on_keep(self) -> None:
        self.switches_kept.emit({name: check.isChecked() for name, check in self.checks.items()})
