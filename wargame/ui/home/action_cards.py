"""The first row of the start page: what one can begin, and the session one comes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import SPACE_16
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.surface import row

if TYPE_CHECKING:
    from wargame.play.library import SessionCard


class ActionCards(QWidget):
    """Run an exercise, practise solo, learn, and go on where the last session stopped.

    Attributes:
        exercise: The accent card.
        solo: One seat for oneself.
        learn: A first game with a guide, and short exercises.
        go_on: The last unfinished session; hidden while there is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exercise = self._card(
            "Run an exercise",
            "Teams, sealed orders and a clock, on one laptop",
            "presentation",
            "Ctrl+1",
        )
        self.exercise.set_filled(True)
        self.solo = self._card(
            "Practise solo",
            "One seat is yours, the others are played by the computer",
            "user",
            "Ctrl+2",
        )
        self.learn = self._card(
            "Learn", "A first game in ten minutes, and six short exercises", "book-open", "Ctrl+3"
        )
        self._row = row(self, spacing=SPACE_16)
        for card in (self.exercise, self.solo, self.learn):
            self._row.addWidget(card, 1)
        self.go_on: Card | None = None

    def show_last(self, session: SessionCard | None, scenario: str) -> None:
        """Offer to go on with a session of a scenario with this title, or nothing."""
        has_keys = self.go_on is not None and self.go_on.hasFocus()
        if has_keys:
            # Else the keys would go on to a scenario, which a ring makes look chosen.
            self.exercise.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.go_on is not None:
            self._row.removeWidget(self.go_on)
            self.go_on.hide()
            self.go_on.deleteLater()
            self.go_on = None
        if session is None:
            return
        place = f"{scenario}, turn {session.turn} of {session.turns}"
        status = session.status[:1].lower() + session.status[1:]
        title = f"Continue {session.title}"
        if session.practice:
            title, place = "Resume practice", f"{session.practice} in {place}"
        self.go_on = self._card(title, f"{place}, {status}", "history", "Ctrl+L")
        if session.practice:
            self.go_on.setAccessibleName(f"{title}: {session.practice}")
        self._row.addWidget(self.go_on, 1)
        if has_keys:
            self.go_on.show()
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, title: str, text: str, icon: IconName, keys: str) -> Card:
        card = Card(title, text, icon, keys, checkable=False, parent=self)
        card.setMinimumHeight(96)
        QShortcut(QKeySequence(keys), card).activated.connect(card.click)
        return card
