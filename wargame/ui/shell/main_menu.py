"""The full menu, behind the menu button and, on Alt, as a bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

_THEMES: Final = (("system", "As the system"), ("dark", "Dark"), ("light", "Light"))


class MainMenu(QObject):
    """Commands that do not belong to one screen.

    Signals:
        home_wished(): Back to the start page.
        file_wished(): Open a file.
        folder_wished(): Open a scenario's folder.
        saves_wished(): Show the folder of saves.
        parameters_wished(): The constants of the scenario in hand.
        theme_chosen(str): ``system``, ``dark`` or ``light``.
        settings_wished(): The sheet of settings.
        tour_wished(): The tour of the present screen.
        commands_wished(): The list of everything that can be done here.
        full_screen_wished(): Full screen on or off.
        shortcuts_wished(): The sheet of shortcuts.
        log_wished(): Show the log file.
        quit_wished(): Close the window.
    """

    home_wished = Signal()
    file_wished = Signal()
    folder_wished = Signal()
    saves_wished = Signal()
    parameters_wished = Signal()
    theme_chosen = Signal(str)
    settings_wished = Signal()
    tour_wished = Signal()
    commands_wished = Signal()
    full_screen_wished = Signal()
    shortcuts_wished = Signal()
    log_wished = Signal()
    quit_wished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home = self._action("Start page", self.home_wished)
        self._file = self._action("Open a file…", self.file_wished)
        self._folder = self._action("Open a scenario folder…", self.folder_wished)
        self._saves = self._action("Show the folder of saves", self.saves_wished)
        self._parameters = self._action("Parameters of this scenario", self.parameters_wished)
        self._quit = self._action("Close the window", self.quit_wished, "Ctrl+Q")
        self._settings = self._action("Settings", self.settings_wished, "Ctrl+,")
        self._tour = self._action("Show me round", self.tour_wished)
        self._commands = self._action("All commands", self.commands_wished, "Ctrl+K")
        self._full = self._action("Full screen", self.full_screen_wished, "F11")
        self._keys = self._action("Shortcuts", self.shortcuts_wished, "F1")
        self._log = self._action("Show the log", self.log_wished)
        self._group = QActionGroup(self)
        self._themes: dict[str, QAction] = {}
        for key, text in _THEMES:
            action = QAction(text, self._group)
            action.setCheckable(True)
            action.setData(key)
            self._themes[key] = action
        self._group.triggered.connect(self._on_theme_chosen)

    def show_theme(self, choice: str) -> None:
        """Mark the theme that is chosen."""
        if choice in self._themes:
            self._themes[choice].setChecked(True)

    def set_in_session(self, *, in_session: bool) -> None:
        """While a session is open the way to other files leads through the start page."""
        self._home.setText("Close the session" if in_session else "Start page")
        self._file.setEnabled(not in_session)
        self._folder.setEnabled(not in_session)

    def commands(self, *, for_team: bool) -> tuple[QAction, ...]:
        """What the menu offers, for the list of commands; a team gets what a team may use."""
        colours = tuple(self._themes.values())
        if for_team:
            return (self._full, *colours, self._keys)
        session = (self._home, self._file, self._folder, self._saves, self._parameters)
        view = (self._settings, self._full, *colours)
        return (*session, *view, self._tour, self._keys, self._log, self._quit)

    def pop_up(self, place: QPoint) -> None:
        """Open the menu at a place on the screen."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions([self._home, self._file, self._folder, self._saves])
        menu.addSeparator()
        menu.addAction(self._parameters)
        menu.addSeparator()
        menu.addActions([self._settings, self._full])
        self._fill_themes(menu.addMenu("Colours"))
        menu.addSeparator()
        menu.addActions([self._commands, self._tour, self._keys, self._log])
        menu.addSeparator()
        menu.addAction(self._quit)
        menu.popup(place)

    def pop_up_for_team(self, place: QPoint) -> None:
        """Open what a team may use: no way to other seats, sessions or files."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self._full)
        self._fill_themes(menu.addMenu("Colours"))
        menu.addSeparator()
        menu.addActions([self._commands, self._keys])
        menu.popup(place)

    def fill(self, bar: QMenuBar) -> None:
        """Put the same commands into a bar."""
        session = bar.addMenu("&Session")
        session.addActions([self._home, self._file, self._folder, self._saves, self._quit])
        view = bar.addMenu("&View")
        view.addActions([self._parameters, self._settings, self._full])
        self._fill_themes(view.addMenu("Colours"))
        helping = bar.addMenu("&Help")
        helping.addActions([self._commands, self._tour, self._keys, self._log])

    def _fill_themes(self, menu: QMenu) -> None:
        menu.addActions(list(self._themes.values()))

    def _action(self, text: str, wish: SignalInstance, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(wish)
        # Shortcuts work while the action hangs on a widget, shown or not.
        self._window.addAction(action)
        return action

    def _on_theme_chosen(self, action: QAction) -> None:
        self.theme_chosen.emit(str(action.data()))
