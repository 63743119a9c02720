"""A calm line under the top of the window: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_hline, mirrored, start_painting
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.fault_note import NoteKind
from wargame.ui.widgets.surface import Surface, row
from wargame.ui.widgets.text import Paragraph

_LOOKS: Final[dict[NoteKind, tuple[IconName, ColourRole]]] = {
    "danger": ("octagon-alert", "danger"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "t2"),
    "ok": ("circle-check", "ok"),
}
_ICON: Final = 16

Answer = tuple[str, Callable[[], None]]
"""The label of a button and what it does."""


class Banner(Surface):
    """One message at a time; the newest replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._kind: NoteKind = "info"
        self._words = Paragraph("", "body", "t1")
        self._buttons: list[SecondaryButton] = []
        self._close = IconButton("x", "Close this message", small=True)
        self._close.clicked.connect(self.clear)
        self._row = row(self, spacing=SPACE_8, margins=(SPACE_12 + _ICON + SPACE_8, 8, 12, 9))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(False)

    def text(self) -> str:
        """What it says now; empty for nothing."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, text: str, kind: NoteKind = "info", answers: tuple[Answer, ...] = ()) -> None:
        """Show a message with its answers; any answer closes it."""
        self._drop_buttons()
        self._kind = kind
        self._words.set_text(text)
        for number, (label, act) in enumerate(answers):
            button = SecondaryButton(label, small=True)
            # Closed first: the answer may have something new to say.
            button.clicked.connect(self.clear)
            button.clicked.connect(act)
            self._row.insertWidget(1 + number, button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.setAccessibleName(text)
        self.setVisible(True)
        self.update()  # The sign too, where one message follows another.
        announce(self, text, at_once=kind == "danger")

    def clear(self) -> None:
        """Close the message."""
        self.setVisible(False)
        self._drop_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        name, role = _LOOKS[self._kind]
        draw_icon(painter, mirrored(self, QRect(SPACE_12, 10, _ICON, _ICON)), name, colour(role))
        draw_hline(painter, 0, self.width(), self.height() - 1, colour("line2"))

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
