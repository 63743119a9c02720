"""The one window: screens in a stack, a banner above them, the status below, wiring between.

It is shown empty and painted before anything heavy is imported; ``fill`` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget

from wargame.ui.shell.curtain import Curtain
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.theme.switch import ThemeChoice, ThemeSwitch

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame
    from wargame.ui.exercise.exercise import Exercise
    from wargame.ui.exercise.law_watch import Law
    from wargame.ui.exercise.session import OpenSession
    from wargame.ui.practising.practising import Practising

_SIZE = (1440, 900)
_SMALLEST = (1280, 720)


class MainWindow(QMainWindow):
    """The window; ``greets`` offers the tour to who is here for the first time.

    Attributes:
        session: The session that is open; None on the pages before one.

    Signals:
        first_painted(): Something of ours is on the screen.
        home_shown(): The start page shows its scenarios and sessions.
    """

    first_painted = Signal()
    home_shown = Signal()

    def __init__(
        self,
        themes: ThemeSwitch,
        settings: WindowSettings,
        path: Path | None = None,
        *,
        greets: bool = False,
    ) -> None:
        super().__init__()
        self._themes = themes
        self._settings = settings
        self._path = path
        self.session: OpenSession | None = None
        self._leaves_unsaved = False
        self._greets = greets
        self._bar: QMenuBar | None = None
        self._is_prepared = False
        self.setWindowTitle("Wargame")
        self.setMinimumSize(*_SMALLEST)
        # No larger than the screen: the primary action is at the bottom right.
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize()))
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self._curtain = Curtain()
        self._curtain.painted.connect(self._on_curtain_painted)
        self.setCentralWidget(self._curtain)

    def fill(self) -> None:
        """Put everything into the painted frame; the first call counts."""
        if self.centralWidget() is not self._curtain:
            return
        from wargame.ui.exercise.early_law import EarlyLaw
        from wargame.ui.preparation import Preparation
        from wargame.ui.shell.file_choices import FileChoices
        from wargame.ui.shell.frame import Frame
        from wargame.ui.shell.help_desk import HelpDesk
        from wargame.ui.shell.main_menu import MainMenu
        from wargame.ui.workshop.parameters_desk import ParametersDesk

        frame = self._frame = Frame(self._settings)
        self.banner, self.sheet = frame.banner, frame.sheet
        self._menu = MainMenu(self)
        self._files = FileChoices(self)
        self._parameters = ParametersDesk(self)
        self._menu.show_theme(self._themes.choice)
        over = (frame, self.sheet, self.banner if self._greets else None)
        now = (frame.current, frame.is_with_a_team)
        self._help = HelpDesk(*over, self._menu, self._settings, *now, self)
        self._preparation = Preparation(self._settings.scenario, self)
        self._early_law = EarlyLaw(self._law_of_the_page, self)
        self._connect()
        self._preparation.show_home()
        self._show_saves_place()
        self.setCentralWidget(frame)
        if self._path is not None:
            self._preparation.open_path(self._path)

    def open_game(self, game: LiveGame) -> None:
        """Run a session in this window."""
        self.banner.clear()
        self._early_law.end()
        session = self._session_of(game)
        self.session = session
        self._settings.scenario = game.scenario.id
        frame = self._frame
        session.screen_shown.connect(self._show_screen)
        session.screen_dropped.connect(frame.drop_screen)
        session.refused.connect(frame.warn)
        session.told.connect(partial(self.banner.say, kind="info"))
        session.saved.connect(frame.show_saved)
        session.sheet_wished.connect(self.sheet.present)
        session.sheet_done.connect(self.sheet.dismiss)
        session.left.connect(self._on_left)
        session.theme_wished.connect(self._on_theme_wished)
        session.menu_wished.connect(self._menu.pop_up)
        session.team_menu_wished.connect(self._menu.pop_up_for_team)
        session.shortcuts_wished.connect(self._help.show_shortcuts)
        self._menu.set_in_session(in_session=True)
        self.setWindowTitle(f"{game.world.settings.title} – Wargame")
        session.begin()

    @property
    def exercise(self) -> Exercise | None:
        """The session that is open, if a facilitator runs it."""
        from wargame.ui.exercise.exercise import Exercise

        return self.session if isinstance(self.session, Exercise) else None

    @property
    def practising(self) -> Practising | None:
        """The session that is open, if somebody plays it alone."""
        from wargame.ui.practising.practising import Practising

        return self.session if isinstance(self.session, Practising) else None

    def _session_of(self, game: LiveGame) -> OpenSession:
        if game.world.settings.practice is None:
            from wargame.ui.exercise.exercise import Exercise

            return Exercise(game, parent=self)
        from wargame.ui.practising.practising import Practising

        practising = Practising(game, parent=self)
        practising.again_wished.connect(self._on_again)
        practising.learn_wished.connect(self._on_learn)
        practising.debrief_wished.connect(self._on_debrief)
        return practising

    def say_fault(self, sentence: str) -> None:
        """Show what nobody foresaw."""
        if self.centralWidget() is self._curtain:
            self._curtain.say(sentence)
            return
        self.banner.say(sentence, "danger", (("Show the log", self._show_log),))

    def closeEvent(self, event: QCloseEvent) -> None:
        session = self.session
        if session is not None and not self._leaves_unsaved:
            if session.unsaved:
                session.retry_save()
            if session.unsaved:
                event.ignore()
                self.banner.say(
                    "The last changes are not on disk yet. Closing now would lose them.",
                    "danger",
                    (("Try again", self._close_again), ("Close anyway", self._close_anyway)),
                )
                return
        self._settings.geometry = self.saveGeometry()
        if self.centralWidget() is not self._curtain:
            self._early_law.end()
        if session is not None:
            self.session = None
            session.close()
        super().closeEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # Alt alone shows the bar; with another key it is somebody's shortcut.
        alone = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
        }
        if event.key() == Qt.Key.Key_Alt and alone and not event.isAutoRepeat():
            self._toggle_menu_bar()
        super().keyReleaseEvent(event)

    # Filling

    def _on_curtain_painted(self) -> None:
        # Not from inside the paint: the frame has to reach the screen first.
        QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.first_painted.emit()
        self.fill()

    def _connect(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        prepared, frame = self._preparation, self._frame
        prepared.screen_shown.connect(self._show_screen)
        prepared.screen_dropped.connect(frame.drop_screen)
        prepared.game_opened.connect(self.open_game)
        prepared.refused.connect(frame.warn)
        prepared.told.connect(partial(self.banner.say, kind="info"))
        prepared.open_refused.connect(self._on_open_refused)
        prepared.note_shown.connect(frame.show_note)
        prepared.folder_shown.connect(self._files.show_folder)
        prepared.busy.connect(self._on_busy)
        prepared.listed.connect(self._on_listed)
        prepared.file_wished.connect(self._files.choose_file)
        prepared.menu_wished.connect(self._menu.pop_up)
        prepared.theme_wished.connect(self._on_theme_wished)
        prepared.shortcuts_wished.connect(self._help.show_shortcuts)
        parameters = self._parameters
        parameters.screen_shown.connect(self._show_screen)
        parameters.screen_dropped.connect(frame.drop_screen)
        parameters.refused.connect(frame.warn)
        parameters.theme_wished.connect(self._on_theme_wished)
        parameters.shortcuts_wished.connect(self._help.show_shortcuts)
        self._menu.parameters_wished.connect(self._on_parameters_wished)
        self._menu.home_wished.connect(self._on_left)
        self._menu.file_wished.connect(self._files.choose_file)
        self._menu.folder_wished.connect(self._files.choose_folder)
        self._menu.saves_wished.connect(self._show_saves)
        self._menu.theme_chosen.connect(self._on_theme_chosen)
        self._menu.full_screen_wished.connect(self._toggle_full_screen)
        self._help.theme_chosen.connect(self._on_theme_chosen)
        self._menu.log_wished.connect(self._show_log)
        self._menu.quit_wished.connect(self.close)
        frame.status.retry_wished.connect(self._on_retry)
        frame.status.elsewhere_wished.connect(self._on_elsewhere_wished)
        self._files.path_chosen.connect(prepared.open_path)
        self._files.place_chosen.connect(self._on_place_chosen)
        self._files.not_shown.connect(self._on_not_shown)
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(frame.step_panel, by))

    # Screens

    def _show_screen(self, screen: QWidget) -> None:
        self._frame.show_screen(screen)
        if self._bar is not None and self._frame.is_with_a_team():
            self._bar.hide()
        self._help.screen_shown()

    def _on_left(self) -> None:
        session = self.session
        if session is not None:
            if session.unsaved:
                self.close()
                return
            self.session = None
            self._parameters.drop()
            refusal = session.close()
            session.deleteLater()
            if refusal:
                self._frame.warn(refusal)
            self._menu.set_in_session(in_session=False)
            self.setWindowTitle("Wargame")
            self._frame.status.show_unsaved("", "")
            self._show_saves_place()
        self._preparation.show_home()

    def _on_again(self, scenario: str) -> None:
        self._on_left()
        self._preparation.practise(scenario)

    def _on_learn(self) -> None:
        self._on_left()
        self._preparation.learn()

    def _on_debrief(self, path: Path, number: int) -> None:
        self._on_left()
        self._preparation.open_debrief(path, number)

    def _on_parameters_wished(self) -> None:
        before, session = self._frame.current(), self.session
        card = self._preparation.home.current()
        if before is None or self._frame.is_with_a_team():
            return
        if session is not None:
            self._parameters.open_scenario(session.bridge.game.scenario, before)
        elif card is not None:
            self._parameters.open_path(card.path, before)

    # What is said

    def _on_open_refused(self, path: Path, sentence: str, can_recover: bool) -> None:
        answers: list[tuple[str, Callable[[], None]]] = [
            ("Show in folder", partial(self._files.show_folder, path))
        ]
        if can_recover:
            recover = partial(self._preparation.recover, path)
            answers.insert(0, ("Open the last good copy", recover))
        self.banner.say(sentence, "warn", tuple(answers))

    def _on_busy(self, text: str) -> None:
        self._frame.set_busy(text)

    def _on_listed(self) -> None:
        # The page is to be on the screen before anything else takes time.
        QTimer.singleShot(0, self, self._after_listing)

    def _after_listing(self) -> None:
        self.home_shown.emit()
        if not self.isVisible():
            return
        # Scenarios may have changed since the last listing, or their bands not have been kept.
        self._preparation.prepare_more()
        if not self._is_prepared:
            self._is_prepared = True
            self._early_law.begin()

    def _law_of_the_page(self) -> Law:
        """The law of the scenario that is chosen on the start page."""
        from wargame.play.forecasts.compiled_law import CompiledLaw

        card = self._preparation.home.current()
        return CompiledLaw(str(card.path) if card else self._settings.scenario)

    def _show_saves_place(self) -> None:
        from wargame import __version__, paths

        self._frame.show_saves_place(paths.saves(), __version__)

    # Files

    def _on_not_shown(self, path: Path) -> None:
        self.banner.say(f"No program here shows folders. It is {path}.", "info")

    def _show_saves(self) -> None:
        from wargame import paths

        self._files.show_folder(paths.saves())

    def _show_log(self) -> None:
        from wargame.ui.shell.faults import log_path

        self._files.show_folder(log_path())

    def _on_elsewhere_wished(self) -> None:
        if self.session is not None:
            self._files.choose_place(self.session.bridge.game.path.name)

    def _on_place_chosen(self, path: Path) -> None:
        if self.session is not None:
            self.session.save_elsewhere(path)

    # Saving and closing

    def _on_retry(self) -> None:
        if self.session is not None:
            self.session.retry_save()

    def _close_again(self) -> None:
        self.close()

    def _close_anyway(self) -> None:
        self._leaves_unsaved = True
        self.close()

    # Looks

    def _on_theme_wished(self) -> None:
        self._themes.toggle()
        self._on_theme_chosen(self._themes.choice)

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._themes.set_choice(choice)
        self._settings.theme = choice
        self._menu.show_theme(choice)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_menu_bar(self) -> None:
        if self._frame.is_with_a_team():
            return
        if self._bar is None:
            self._bar = self.menuBar()
            self._menu.fill(self._bar)
            self._bar.show()
        else:
            self._bar.setVisible(not self._bar.isVisible())
        if self._bar.isVisible():
            self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
