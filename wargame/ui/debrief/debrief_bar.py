"""The top bar of the debrief: which game, and through whose eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.text import TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course

EVERYONE: Final = ""
MOST_IN_SIGHT: Final = 5
_MORE: Final = "more"
_MORE_WIDTH: Final = 132


class DebriefBar(TopBar):
    """A few seats in sight, the others in a list.

    Signals:
        seat_chosen(str): Look through this seat's eyes; empty for everyone's.
        menu_wished(QPoint): The full menu, at this place on the screen.
        home_wished(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    seat_chosen = Signal(str)
    menu_wished = Signal(QPoint)
    home_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {label.id: label.name for label in course.actors}
        first, others = course.seats[:MOST_IN_SIGHT], course.seats[MOST_IN_SIGHT:]
        self.menu = IconButton("menu", "Menu")
        title = TitleBlock()
        first_day, last_day = course.played
        days = first_day if first_day == last_day else f"{first_day} to {last_day}"
        title.set_texts(f"Debrief: {course.scenario}", f"{course.session}, played {days}")
        self.eyes = SegmentedControl(
            [(EVERYONE, "Everyone", "eye"), *((str(s), names[s], None) for s in first)],
            "As seen by",
        )
        self.more = ChoiceBox(
            [(_MORE, "More"), *((str(seat), names[seat]) for seat in others)], "Other seats"
        )
        self.more.setMaximumWidth(_MORE_WIDTH)
        self.more.setVisible(bool(others))
        self.home = SecondaryButton("Close", "x")
        self.theme = ThemeButton()
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self.add_start(self.menu)
        self.add_start(title)
        self.add_divider_start()
        self.add_start(TextLabel("As seen by", "table", 400, "t2"))
        self.add_start(self.eyes)
        self.add_start(self.more)
        self.add_end(self.home)
        self.add_end(self.theme)
        self.add_end(self.help)
        self.eyes.current_changed.connect(self._on_eyes)
        self.more.key_changed.connect(self._on_more)
        self.menu.clicked.connect(self._on_menu)
        self.home.clicked.connect(self.home_wished)
        self.theme.clicked.connect(self.theme_wished)
        self.help.clicked.connect(self.shortcuts_wished)

    def _on_eyes(self, seat: str) -> None:
        self.more.set_current_key(_MORE)
        self.seat_chosen.emit(seat)

    def _on_more(self, seat: str) -> None:
        if seat != _MORE:
            self.eyes.set_current(EVERYONE)
            self.seat_chosen.emit(seat)
        else:
            self.seat_chosen.emit(self.eyes.current())

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
