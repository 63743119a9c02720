"""What helps on every screen: the list of commands, the shortcuts, the settings, the tour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wargame.ui.shell.motion import Motion
from wargame.ui.widgets.tour_step import Toured, TourStep

if TYPE_CHECKING:
    from wargame.ui.shell.banner import Banner
    from wargame.ui.shell.main_menu import MainMenu
    from wargame.ui.shell.palette import Palette
    from wargame.ui.shell.settings import WindowSettings
    from wargame.ui.shell.tour import Tour
    from wargame.ui.widgets.side_sheet import SideSheet


_GREETING: Final = "You are here for the first time. A tour of two minutes shows what is where."


class HelpDesk(QObject):
    """Opens what is asked for over the page of the window; each is made when it is first wanted.

    Args:
        page: What lies under the palette and the tour.
        sheet: Where shortcuts and settings are shown.
        banner: Where the tour is offered to who is here for the first time; None offers none.
        menu: The menu, whose commands are offered too.
        settings: What the window remembers.
        screen: The present screen.
        with_team: Whether a team may be at the laptop.

    Signals:
        theme_chosen(str): ``system``, ``dark`` or ``light``.
    """

    theme_chosen = Signal(str)

    def __init__(
        self,
        page: QWidget,
        sheet: SideSheet,
        banner: Banner | None,
        menu: MainMenu,
        settings: WindowSettings,
        screen: Callable[[], QWidget | None],
        with_team: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._sheet, self._banner, self._menu = page, sheet, banner, menu
        self._settings, self._screen, self._with_team = settings, screen, with_team
        self._palette: Palette | None = None
        self._tour: Tour | None = None
        self._motion: Motion | None = None
        menu.commands_wished.connect(self.show_palette)
        menu.settings_wished.connect(self.show_settings)
        menu.tour_wished.connect(self.show_tour)
        menu.shortcuts_wished.connect(self.show_shortcuts)
        if settings.motion != "system":
            self._set_motion(settings.motion)

    @property
    def palette(self) -> Palette | None:
        """The list of commands, once it has been wanted."""
        return self._palette

    @property
    def tour(self) -> Tour | None:
        """The tour, once it has been wanted."""
        return self._tour

    def screen_shown(self) -> None:
        """Another screen has come: what lay over the one before is closed."""
        if self._palette is not None:
            self._palette.dismiss()
        if self._tour is not None:
            self._tour.end()
        banner = self._banner
        if banner is None or self._settings.tour_seen or self._with_team():
            return
        if _steps_of(self._screen()):
            self._settings.tour_seen = True
            answers = (("Show me round", self.show_tour), ("Not now", banner.clear))
            banner.say(_GREETING, "info", answers)

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts, or close it."""
        from wargame.ui.shell.shortcuts import ShortcutList

        self._toggle_sheet("Shortcuts", ShortcutList)

    def show_settings(self) -> None:
        """Open the sheet of settings, or close it; a team has none."""
        if self._with_team():
            return
        from wargame.ui.shell.settings_sheet import SettingsSheet

        def made() -> QWidget:
            sheet = SettingsSheet(self._settings)
            sheet.theme_chosen.connect(self.theme_chosen)
            sheet.motion_chosen.connect(self._set_motion)
            return sheet

        self._toggle_sheet("Settings", made)

    def show_palette(self) -> None:
        """Offer everything that can be done here."""
        from wargame.ui.shell.commands import commands_of
        from wargame.ui.shell.palette import Palette

        screen = self._screen()
        if screen is None:
            return
        if self._palette is None:
            self._palette = Palette(self._page)
        if self._palette.isVisible():
            self._palette.dismiss()
            return
        actions = self._menu.commands(for_team=self._with_team())
        self._palette.present(commands_of(screen, actions))

    def show_tour(self) -> None:
        """Show round the present screen, if it has a tour."""
        from wargame.ui.shell.tour import Tour

        steps = _steps_of(self._screen())
        if not steps or self._with_team():
            return
        self._sheet.dismiss()
        if self._tour is None:
            self._tour = Tour(self._page)
        self._tour.begin(steps)

    def _toggle_sheet(self, title: str, make: Callable[[], QWidget]) -> None:
        if self._sheet.isVisible() and self._sheet.title == title:
            self._sheet.dismiss()
        else:
            self._sheet.present(title, make())

    def _set_motion(self, choice: str) -> None:
        app = QApplication.instance()
        if self._motion is None and isinstance(app, QApplication):
            self._motion = Motion(app)
        if self._motion is not None:
            self._motion.set_choice("reduced" if choice == "reduced" else "system")


def _steps_of(screen: object) -> Sequence[TourStep]:
    """The tour of a screen; empty for a screen without one."""
    return screen.tour_steps() if isinstance(screen, Toured) else ()
