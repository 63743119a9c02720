"""What stands around every screen: a banner above, how busy the program is, the status below.

The window tells it what to show; it decides what a team at the laptop may not see of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wargame.ui.shell.banner import Banner
from wargame.ui.shell.busy_line import BusyLine
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.shell.status_strip import StatusStrip, clock_words
from wargame.ui.widgets.bars import StatusItem
from wargame.ui.widgets.side_sheet import SideSheet


class Frame(QWidget):
    """The page of the window.

    Attributes:
        banner: One message at a time.
        status: The line at the foot.
        sheet: What is read or filled beside a screen.
    """

    def __init__(self, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._doing = ""
        self._kept: tuple[tuple[StatusItem, ...], tuple[StatusItem, ...]] = ((), ())
        self._stack = QStackedWidget()
        self.banner = Banner()
        self.status = StatusStrip()
        whole = QVBoxLayout(self)
        whole.setSpacing(0)
        whole.setContentsMargins(0, 0, 0, 0)
        self._busy = BusyLine(self)
        whole.addWidget(self.banner)
        whole.addWidget(self._busy)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.status)
        self.sheet = SideSheet(self)

    def current(self) -> QWidget | None:
        """The screen that is shown."""
        return self._stack.currentWidget()

    def is_with_a_team(self) -> bool:
        """Whether a team may be at the laptop: then the window's own menu stays away."""
        screen = self.current()
        return screen is not None and bool(screen.property("private") or screen.property("seat"))

    def show_screen(self, screen: QWidget) -> None:
        """Let a screen fill the window."""
        from wargame.ui.shell.splitters import keep_splitters

        self.sheet.dismiss()
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        keep_splitters(screen, self._settings)
        self.status.set_quiet(quiet=bool(screen.property("private")))
        self._tell_facts()

    def drop_screen(self, screen: QWidget) -> None:
        """Let a screen go."""
        self._stack.removeWidget(screen)

    def step_panel(self, by: int) -> None:
        """Put the keyboard into another panel of the screen."""
        from wargame.ui.shell.panel_keys import step_panel

        screen = self.current()
        if screen is not None:
            step_panel(screen, by)

    def warn(self, sentence: str) -> None:
        """Say that something could not be done."""
        self.banner.say(sentence, "warn")

    def set_busy(self, text: str) -> None:
        """Say what is being done; empty for nothing."""
        self._busy.set_busy(text)
        self._doing = text
        if text:
            self.status.show_facts((("hourglass", text),))
        else:
            self._tell_facts()

    def show_saved(self, saved_at: str, reason: str) -> None:
        """Say when a session was last written, and why it is behind."""
        words = clock_words(saved_at)
        self._kept = ((("save", f"Saved {words}" if words else "Saved"),), ())
        self._tell_facts()
        self.status.show_unsaved(saved_at, reason)

    def show_saves_place(self, place: Path, version: str) -> None:
        """Say where sessions are kept."""
        self._kept = (
            (("hard-drive", "Works without a network"), (None, f"Games are kept in {place}")),
            ((None, f"Version {version}"),),
        )
        self._tell_facts()

    def _tell_facts(self) -> None:
        """Let the status tell of the screen that is shown, or else of where games are kept."""
        screen = self.current()
        facts = None if screen is None else screen.property("facts")
        if self.is_with_a_team():
            self.status.show_facts((("save", "Saved"),))  # when is others' doing
        elif self._doing:
            self.status.show_facts((("hourglass", self._doing),))
        elif isinstance(facts, list) and facts:
            first, *others = (str(fact) for fact in facts)
            self.status.show_facts((("lock", first), *((None, fact) for fact in others)))
        else:
            self.status.show_facts(*self._kept)

    def show_note(self, title: str, text: str) -> None:
        """Show a note for participants, in Markdown."""
        from wargame.ui.widgets.markdown_view import MarkdownView

        view = MarkdownView()
        view.set_markdown(text or "This scenario has no note for participants.")
        self.sheet.present(title, view)
