"""The names and roles of a team: type a name, Enter, the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.seats import Player
from wargame.ui.setup.role_field import RoleField
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.surface import column, row

MOST = 12
"""Players of one team; a longer list would not fit the seats of a room either."""


class _NameField(QLineEdit):
    """Says when Backspace finds nothing left to delete."""

    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)


class _PlayerRow(QWidget):
    """One player."""

    edited = Signal()
    next_wished = Signal()
    removal_wished = Signal()

    def __init__(self, roles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = _NameField()
        self.name.setFont(text_font("body"))
        self.name.setMaxLength(60)
        self.name.setAccessibleName("Name of the player")
        self.role = RoleField(roles)
        self.remove = IconButton("x", "Remove this player")
        layout = row(self, spacing=SPACE_8)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.role, 1)
        layout.addWidget(self.remove)
        self.name.textEdited.connect(self.edited)
        self.role.role_changed.connect(self.edited)
        self.name.returnPressed.connect(self.next_wished)
        self.role.returnPressed.connect(self.next_wished)
        self.name.emptied.connect(self.removal_wished)
        self.remove.clicked.connect(self.removal_wished)

    def player(self) -> Player:
        return Player(self.name.text(), self.role.text())

    def is_blank(self) -> bool:
        return not self.name.text().strip() and not self.role.text().strip()

    def mark_last(self, *, last: bool) -> None:
        """The row that waits for the next player has nothing to remove."""
        self.name.setPlaceholderText("Add a player" if last else "Name")
        self.role.setEnabled(not last)
        self.remove.setVisible(not last)
        keeping = self.remove.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(keeping)


class PlayersEditor(QWidget):
    """Rows of names and roles; an empty one always waits at the end.

    Signals:
        players_changed(object): The players now, a tuple of Player.
    """

    players_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles: tuple[str, ...] = ()
        self._rows: list[_PlayerRow] = []
        self._layout = column(self, spacing=SPACE_8)

    def show_players(self, players: Sequence[Player], roles: Sequence[str]) -> None:
        """Edit another team."""
        for old in self._rows:
            self._drop(old)
        self._rows = []
        self._roles = tuple(roles)
        for player in players:
            line = self._append()
            line.name.setText(player.name)
            line.role.setText(player.role)
        self._keep_one_waiting()

    def focus_next(self) -> None:
        """The row that waits for a name."""
        self._rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> _PlayerRow:
        line = _PlayerRow(self._roles)
        line.edited.connect(self._on_edited)
        line.next_wished.connect(self._on_next_wished)
        line.removal_wished.connect(self._on_removal_wished)
        self._rows.append(line)
        self._layout.addWidget(line)
        return line

    def _drop(self, line: _PlayerRow) -> None:
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _keep_one_waiting(self) -> None:
        if not self._rows or (not self._rows[-1].is_blank() and len(self._rows) < MOST):
            self._append()
        for line in self._rows:
            line.mark_last(last=line is self._rows[-1] and line.is_blank())

    def _on_edited(self) -> None:
        self._keep_one_waiting()
        self.players_changed.emit(tuple(r.player() for r in self._rows if not r.is_blank()))

    def _on_next_wished(self) -> None:
        line = self.sender()
        if isinstance(line, _PlayerRow) and line in self._rows:
            number = min(self._rows.index(line) + 1, len(self._rows) - 1)
            self._rows[number].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removal_wished(self) -> None:
        line = self.sender()
        if not isinstance(line, _PlayerRow) or line not in self._rows:
            return
        number = self._rows.index(line)
        if number == len(self._rows) - 1 and line.is_blank():
            return
        self._rows.remove(line)
        self._drop(line)
        self._on_edited()
        goal = self._rows[max(0, min(number - 1, len(self._rows) - 1))]
        goal.name.setFocus(Qt.FocusReason.OtherFocusReason)
