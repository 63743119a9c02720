"""A labelled field with room for its fault below it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.ui.theme.metrics import SPACE_4
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel


class Field(QWidget):
    """Label above, control, a muted hint, and the fault once there is one."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._name = TextLabel(label, "table", 500, "t2")
        self._hint = Paragraph(hint, "table", "t3")
        self._fault = FaultNote()
        if not control.accessibleName():
            control.setAccessibleName(label)
        layout = column(self, spacing=SPACE_4)
        layout.addWidget(self._name)
        layout.addWidget(control)
        layout.addWidget(self._hint)
        layout.addWidget(self._fault)
        # Not before it has a parent: a widget without one would show as a window of its own.
        self._hint.setVisible(bool(hint))

    def set_hint(self, hint: str) -> None:
        """Say something else below the control."""
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint) and not self._fault.text())

    def set_fault(self, text: str) -> None:
        """Say what is wrong, in the place of the hint; nothing when it is empty."""
        if text == self._fault.text():
            return
        self._fault.say(text)
        self._hint.setVisible(not text and bool(self._hint.text()))
        edit = self._control if isinstance(self._control, QLineEdit) else None
        edit = edit or self._control.findChild(QLineEdit)
        if edit is not None:
            edit.setProperty("faulty", "true" if text else "false")
            edit.style().unpolish(edit)
            edit.style().polish(edit)

    def fault(self) -> str:
        """What is wrong, as it is shown."""
        return self._fault.text()
