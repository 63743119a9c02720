"""A field for a player's role: one of the actor's roles, or words of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QWidget

from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import icon
from wargame.ui.widgets.choice import ChoiceDelegate
from wargame.ui.widgets.views import ListView

_ROOM = 16
"""Pixels beside the longest role: the frame and a scroll bar."""


class RoleField(QLineEdit):
    """Free text that offers the roles of the team: with the arrow, Down, or while one types.

    Signals:
        role_changed(): The person typed or chose another role.
    """

    role_changed = Signal()

    def __init__(self, roles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(text_font("body"))
        self.setPlaceholderText("Role")
        self.setAccessibleName("Role")
        self.setMaxLength(80)
        self._completer = QCompleter(list(roles), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = ListView("Roles of this team")
        self._popup.setFrameShape(QFrame.Shape.Box)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._offer = self.addAction(
            icon("chevron-down", "t2", 14), QLineEdit.ActionPosition.TrailingPosition
        )
        self._offer.setToolTip("Roles of this team")
        self._offer.setVisible(bool(roles))
        self._offer.triggered.connect(self._offer_all)
        self.setCompleter(self._completer)
        # Last of all: the completer gives the list a delegate of its own.
        self._popup.setItemDelegate(ChoiceDelegate(self._popup))
        self.textEdited.connect(self.role_changed)
        # After setCompleter: the field's own listener has put the words in by then.
        self._completer.activated.connect(self._on_chosen)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._popup.isVisible()
        ):
            event.accept()  # Escape closes the list; the screen keeps it for leaving otherwise
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._offer_all()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_offer"):
            self._offer.setIcon(icon("chevron-down", "t2", 14))
        super().changeEvent(event)

    def _on_chosen(self, role: str) -> None:
        self.setText(role)
        self.role_changed.emit()

    def _offer_all(self) -> None:
        """Every role, whatever is typed."""
        self._completer.setCompletionPrefix("")
        room = self.rect()
        room.setWidth(max(self.width(), self._popup.sizeHintForColumn(0) + _ROOM))
        self._completer.complete(room)
