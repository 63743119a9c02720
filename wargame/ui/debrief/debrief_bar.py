"""The top bar of the debrief: which game, and through whose eyes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course

EVERYONE: Final = ""
WORD: Final = "word"
PDF: Final = "pdf"
WEB_PAGE: Final = "html"
MOST_IN_SIGHT: Final = 5
FEW_IN_SIGHT: Final = 3
_ROOM: Final = 1360
"""Width (px) below which fewer seats stand in sight."""
_MORE: Final = "more"
_MORE_WIDTH: Final = 132
_MORE_LEAST: Final = 84
"""Width (px) in which the word still stands whole beside its arrow."""


class DebriefBar(TopBar):
    """A few seats in sight, the others in a list.

    Signals:
        seat_chosen(str): Look through this seat's eyes; empty for everyone's.
        interview_wished(): Ask a computer seat about a choice of its own.
        report_wished(str): Write the report: ``word``, ``pdf`` or ``html``.
        menu_wished(QPoint): The full menu, at this place on the screen.
        home_wished(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    seat_chosen = Signal(str)
    interview_wished = Signal()
    report_wished = Signal(str)
    menu_wished = Signal(QPoint)
    home_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {label.id: label.name for label in course.actors}
        self._seats = course.seats
        self._seat = EVERYONE
        self._in_sight = MOST_IN_SIGHT
        self.menu = IconButton("menu", "Menu")
        title = TitleBlock()
        first_day, last_day = course.played
        days = first_day if first_day == last_day else f"{first_day} to {last_day}"
        title.set_texts(f"Debrief: {course.scenario}", f"{course.session}, played {days}")
        self.eyes = SegmentedControl([(EVERYONE, "Everyone", "eye")], "As seen by")
        self.more = ChoiceBox([(_MORE, "More")], "Other seats")
        self.more.setMinimumWidth(_MORE_LEAST)
        self.more.setMaximumWidth(_MORE_WIDTH)
        self.reports = {
            WORD: SecondaryButton("Word", "file-text"),
            PDF: SecondaryButton("PDF", "download"),
            WEB_PAGE: SecondaryButton("Web page", "globe"),
        }
        self.ask = IconButton("message-square", "Ask a computer seat why")
        self.ask.clicked.connect(self.interview_wished)
        self.home = IconButton("x", "Close the debrief")
        self.theme = ThemeButton()
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self.add_start(self.menu)
        self.add_start(title)
        self.add_divider_start()
        self.add_start(TextLabel("As seen by", "table", 400, "t2"))
        self.add_start(self.eyes)
        self.add_start(self.more)
        self.add_end(self.ask)
        self.add_end(TextLabel("Report", "table", 400, "t2"))
        for button in self.reports.values():
            self.add_end(button)
        self.add_end(self.theme)
        self.add_end(self.help)
        self.add_end(self.home)
        self.eyes.current_changed.connect(self.choose)
        self.more.key_changed.connect(self._on_more)
        self.menu.clicked.connect(self._on_menu)
        self.home.clicked.connect(self.home_wished)
        self.theme.clicked.connect(self.theme_wished)
        self.help.clicked.connect(self.shortcuts_wished)
        for kind, button in self.reports.items():
            set_tip(button, f"Write the report: {button.text()}")
            button.clicked.connect(partial(self.report_wished.emit, kind))
        self._deal(MOST_IN_SIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._deal(MOST_IN_SIGHT if event.size().width() >= _ROOM else FEW_IN_SIGHT)

    def choose(self, seat: str) -> None:
        """Look through a seat's eyes, as if it had been clicked."""
        self._seat = seat
        self._deal(self._in_sight)
        self.seat_chosen.emit(seat)

    def _deal(self, in_sight: int) -> None:
        """Put the first seats side by side and the others into the list.

        Whose eyes they are always stands in sight.
        """
        self._in_sight = in_sight
        first = list(self._seats[:in_sight])
        if self._seat and self._seat not in first:
            first[-1:] = [seat for seat in self._seats if seat == self._seat]
        seats = [(str(seat), self._names[seat], None) for seat in first]
        self.eyes.set_segments([(EVERYONE, "Everyone", "eye"), *seats])
        self.eyes.set_current(self._seat)
        others = [(str(s), self._names[s]) for s in self._seats if s not in first]
        self.more.set_choices([(_MORE, "More"), *others])
        self.more.set_current_key(_MORE)
        self.more.setVisible(bool(others))

    def _on_more(self, seat: str) -> None:
        if seat != _MORE:
            self.choose(seat)

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
