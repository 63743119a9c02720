"""A sentence beside the field or under the head it is about: what is wrong, where, what now."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import mirrored, start_painting
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import Paragraph

NoteKind = Literal["danger", "warn", "info", "ok"]

_LOOKS: Final[dict[NoteKind, tuple[IconName, ColourRole]]] = {
    "danger": ("circle-x", "danger"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "t2"),
    "ok": ("circle-check", "ok"),
}


class FaultNote(QWidget):
    """An icon and a sentence; takes no room while there is nothing to say."""

    def __init__(
        self, text: str = "", kind: NoteKind = "danger", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind: NoteKind = kind
        self._words = Paragraph("", "table", "danger")
        layout = row(self, spacing=0, margins=(0, 2, 0, 2))
        layout.addSpacing(20)
        layout.addWidget(self._words, 1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill(text, kind)
        if not text:
            self.setVisible(False)

    def text(self) -> str:
        """What it says now, empty for nothing."""
        return self._words.text()

    def say(self, text: str, kind: NoteKind = "danger") -> None:
        """Show a sentence; faults and warnings are read out."""
        if not text:
            self.clear()
            return
        self._fill(text, kind)
        self.setVisible(True)
        self.update()
        if kind in {"danger", "warn"}:
            announce(self, text)

    def _fill(self, text: str, kind: NoteKind) -> None:
        """Take a sentence; whether it is in sight is left as it is."""
        self._kind = kind
        self._words.set_text(text)
        self._words.set_ink(_LOOKS[kind][1])
        self.setAccessibleName(text)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._words.set_text("")
        self.setAccessibleName("")
        self.setVisible(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        name, role = _LOOKS[self._kind]
        spot = mirrored(self, QRect(0, 2, 16, 16))
        draw_icon(painter, spot, name, colour(role), 14)
