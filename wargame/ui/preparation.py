"""Before a session runs: wires the start page and the set-up to the library and to new games.

Everything that reads files runs in the background; the pages say so and stay usable.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import SaveError
from wargame.ui.debriefing.desk import Debriefing
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.home.lists import (
    import_rules,
    scenario_list,
    scenario_list_with_bands,
    session_list,
)
from wargame.ui.practising.entrance import Entrance
from wargame.ui.practising.learning_desk import LearningDesk
from wargame.ui.worker import LatestJob, Progress, run_in_background

if TYPE_CHECKING:
    from wargame.play.library import SessionCard
    from wargame.play.live_game import LiveGame
    from wargame.play.scenario_cards import ScenarioCard
    from wargame.scenarios.loading import LoadedScenario
    from wargame.ui.setup.setup_form import SetupForm
    from wargame.ui.setup.setup_screen import SetupScreen


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a save was not opened."""

    sentence: str
    can_recover: bool


def local_now() -> datetime:
    """The present moment in the zone of this machine."""
    return datetime.now().astimezone()


class Preparation(QObject):
    """Start page and set-up.

    Attributes:
        home: The start page.
        entrance: The way into a practice game.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        game_opened(object): A LiveGame is open.
        refused(str): Something could not be done; one sentence.
        open_refused(object, str, bool): A save's Path that could not be opened, why, and whether
            a last good copy can be made of it.
        note_shown(str, str): A title and a note in Markdown.
        folder_shown(object): A Path to be shown among the person's files.
        listed(): Scenarios and sessions are shown.
        busy(str): What is being done, empty for nothing.
        told(str): Something was done, such as a file written; one sentence.
        file_wished(): The person wants to choose a file.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    game_opened = Signal(object)
    refused = Signal(str)
    open_refused = Signal(object, str, bool)
    note_shown = Signal(str, str)
    folder_shown = Signal(object)
    listed = Signal()
    busy = Signal(str)
    told = Signal(str)
    file_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, last_scenario: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_scenario = last_scenario
        self._loaded: LoadedScenario | None = None
        self._setup: SetupScreen | None = None
        self._left: dict[str, SetupForm] = {}
        self._lists = LatestJob(self)
        self._opening = LatestJob(self)
        self._waiting: set[str] = set()
        self._is_opening = False
        self._look_at = 0
        self._cards: tuple[ScenarioCard, ...] = ()
        self._debriefing = Debriefing(self)
        self.entrance = Entrance(self)
        self.entrance.teaches = True
        self._learning = LearningDesk(self)
        self._connect_desks()
        self.home = HomeScreen(local_now)
        home = self.home
        home.exercise_wished.connect(self._on_exercise)
        home.solo_wished.connect(self._on_solo)
        home.learn_wished.connect(self.learn)
        home.session_wished.connect(self._on_session)
        home.compare_wished.connect(self._debriefing.compare)
        home.note_wished.connect(self._on_note)
        home.folder_wished.connect(self.folder_shown)
        home.file_wished.connect(self.file_wished)
        home.menu_wished.connect(self.menu_wished)
        home.theme_wished.connect(self.theme_wished)
        home.shortcuts_wished.connect(self.shortcuts_wished)

    def show_home(self) -> None:
        """Show the start page with what there is now; a set-up that is left is kept."""
        self._drop_setup()
        self._debriefing.close()
        self.entrance.close()
        self._learning.close()
        self.screen_shown.emit(self.home)
        self.home.focus_work()
        self.read_lists()

    def read_lists(self) -> None:
        """Read the lists of scenarios and sessions anew."""
        self._waiting = {"scenarios", "sessions"}
        run_in_background(self, scenario_list, self._on_scenarios, self._on_lists_failed)
        self._lists.run(session_list, self._on_sessions, self._on_lists_failed)

    def open_path(self, path: Path) -> None:
        """Open a save, or a scenario's folder, zip or ``scenario.yaml``."""
        if path.suffix.lower() == ".wargame":
            own = self._own(path)
            if own is not None:
                self._open_save(own)
            return
        place = path.parent if path.name == "scenario.yaml" else path
        self._load(place)

    def practise(self, scenario: str) -> None:
        """Offer the seats of a scenario, by its id, to somebody who plays alone."""
        path = next((card.path for card in self._cards if card.id == scenario), None)
        if path is None:
            self.refused.emit("This scenario is not here any more; choose another.")
        else:
            self.entrance.open_path(path)

    def learn(self) -> None:
        """Open the learning page."""
        self.entrance.close()
        self._learning.open()

    def open_debrief(self, path: Path, number: int = 0) -> None:
        """Look back at a saved game, from an event of its log; 0 for where it opens."""
        self._look_at = number
        self._debriefing.open_path(path)

    def _on_debrief_shown(self) -> None:
        number, self._look_at = self._look_at, 0
        found = self._debriefing.open
        if number and found is not None:
            found.screen.go_to(found.replay.place_of(number))

    def recover(self, path: Path) -> None:
        """Open the last good copy of a save that cannot be read."""
        from wargame.play.library import recover

        self.busy.emit("Reading what can be read")
        self._opening.run(lambda _progress: recover(path), self._open_save, self._on_failed)

    def _connect_desks(self) -> None:
        for desk in (self._debriefing, self.entrance, self._learning):
            for mine, theirs in (
                (self.screen_shown, desk.screen_shown),
                (self.screen_dropped, desk.screen_dropped),
                (self.refused, desk.refused),
                (self.busy, desk.busy),
                (self.theme_wished, desk.theme_wished),
                (self.shortcuts_wished, desk.shortcuts_wished),
            ):
                theirs.connect(mine)
            desk.left.connect(self.show_home)
        self._debriefing.menu_wished.connect(self.menu_wished)
        self._debriefing.screen_shown.connect(self._on_debrief_shown)
        self._debriefing.session_wished.connect(self._open_save)
        self._debriefing.told.connect(self.told)
        self.entrance.game_opened.connect(self._on_game)
        self.entrance.learn_wished.connect(self.learn)
        self._learning.game_opened.connect(self._on_game)

    # The start page

    def _on_scenarios(self, cards: tuple[ScenarioCard, ...]) -> None:
        first = self.home.current() is None
        self._cards = cards
        self.home.show_scenarios(cards)
        if first and self._last_scenario:
            self.home.choose(self._last_scenario)
        self._tick("scenarios")

    def prepare_more(self) -> None:
        """Do in the background what the next step would otherwise wait for.

        Scenarios are read whole where it is not known yet in which band they start.
        """
        if any(not card.error and card.band is None for card in self._cards):
            run_in_background(self, scenario_list_with_bands, self._on_bands, self._on_lists_failed)
        else:
            run_in_background(self, import_rules, lambda _: None, self.refused.emit)

    def _on_bands(self, cards: tuple[ScenarioCard, ...]) -> None:
        self._cards = cards
        self.home.show_scenarios(cards)

    def _on_sessions(self, cards: tuple[SessionCard, ...]) -> None:
        self.home.show_sessions(cards)
        self._tick("sessions")

    def _on_lists_failed(self, sentence: str) -> None:
        self.home.show_failure(sentence)

    def _tick(self, part: str) -> None:
        self._waiting.discard(part)
        if not self._waiting:
            self.listed.emit()

    def _on_exercise(self, card: ScenarioCard) -> None:
        self._load(card.path)

    def _on_solo(self, card: ScenarioCard) -> None:
        self.entrance.open_path(card.path)

    def _on_note(self, card: ScenarioCard) -> None:
        self.note_shown.emit(f"{card.title}: note for participants", card.note)

    def _on_session(self, card: SessionCard, key: str) -> None:
        if key == "folder":
            self.folder_shown.emit(card.path)
        elif key == "recover":
            self.recover(card.path)
        elif (own := self._own(card.path)) is None:
            return
        elif key == "debrief":
            self._debriefing.open_path(own)
        else:
            self._open_save(own)

    def _own(self, path: Path) -> Path | None:
        """The save as the person may write in it: of an example that ships, a copy."""
        from wargame.play.library import own_copy

        try:
            return own_copy(path)
        except SaveError as error:
            self.refused.emit(str(error))
            return None

    # The set-up

    def _load(self, path: Path) -> None:
        if self._is_opening:
            return
        self.busy.emit("Reading the scenario")

        def load(_progress: Progress) -> LoadedScenario:
            from wargame.play.library import open_scenario

            return open_scenario(path)

        self._opening.run(load, self._on_loaded, self._on_failed)

    def _on_loaded(self, loaded: LoadedScenario) -> None:
        from wargame.play.computer_seats import available
        from wargame.play.settings import default_settings, new_seed
        from wargame.ui.setup.setup_screen import SetupScreen

        self.busy.emit("")
        self._drop_setup()
        self._loaded = loaded
        scenario = loaded.scenario
        setup = SetupScreen(scenario, default_settings(scenario), available(scenario), new_seed)
        setup.form_changed.connect(self._on_form_changed)
        setup.start_wished.connect(self._on_start)
        setup.home_wished.connect(self.show_home)
        setup.theme_wished.connect(self.theme_wished)
        setup.shortcuts_wished.connect(self.shortcuts_wished)
        self._setup = setup
        setup.deal("teams")
        if (left := self._left.get(scenario.id)) is not None:
            setup.resume(left)
        self.screen_shown.emit(setup)
        setup.focus_work()

    def _on_form_changed(self, form: SetupForm) -> None:
        from wargame.play.settings import settings_refusal
        from wargame.ui.setup.setup_form import form_fault, settings_of

        if self._setup is None or self._loaded is None:
            return
        scenario = self._loaded.scenario
        if not form_fault(form, scenario):
            # PINs are judged by the form alone; hashing them at every key would be slow.
            self._setup.set_refusal(settings_refusal(scenario, settings_of(form, lambda _pin: "")))

    def _on_start(self, form: SetupForm) -> None:
        loaded = self._loaded
        if loaded is None or self._setup is None or self._is_opening:
            return
        self._is_opening = True
        self._setup.set_busy("Starting the session")

        def start(_progress: Progress) -> LiveGame:
            from wargame.play.new_game import new_game
            from wargame.play.settings import hash_pin
            from wargame.ui.setup.setup_form import settings_of

            return new_game(loaded, settings_of(form, hash_pin))

        self._opening.run(start, self._on_game, self._on_start_failed)

    def _on_start_failed(self, sentence: str) -> None:
        self._is_opening = False
        if self._setup is not None:
            self._setup.set_busy("")
            self._setup.set_refusal(sentence)

    # Sessions

    def _open_save(self, path: Path) -> None:
        if self._is_opening:
            # A second open of the same file would be refused by the first.
            return
        self._is_opening = True
        self.busy.emit("Opening the session")

        def open_it(_progress: Progress) -> LiveGame | _Refusal:
            from wargame.play.library import may_recover
            from wargame.play.live_game import open_game

            try:
                return open_game(path)
            except SaveError as error:
                return _Refusal(str(error), may_recover(error))

        self._opening.run(open_it, partial(self._on_opened, path), self._on_failed)

    def _on_opened(self, path: Path, found: LiveGame | _Refusal) -> None:
        if not isinstance(found, _Refusal):
            self._on_game(found)
            return
        self._is_opening = False
        self.busy.emit("")
        self.open_refused.emit(path, found.sentence, found.can_recover)

    def _on_game(self, game: LiveGame) -> None:
        self._is_opening = False
        self.busy.emit("")
        loaded = self._loaded
        self._drop_setup()
        if loaded is not None:
            self._last_scenario = loaded.scenario.id
            self._left.pop(loaded.scenario.id, None)
        self.game_opened.emit(game)

    def _on_failed(self, sentence: str) -> None:
        self._is_opening = False
        self.busy.emit("")
        self.refused.emit(sentence)

    def _drop_setup(self) -> None:
        setup, self._setup = self._setup, None
        loaded, self._loaded = self._loaded, None
        if setup is not None and loaded is not None:
            self._left[loaded.scenario.id] = setup.form
        if setup is not None:
            self.screen_dropped.emit(setup)
            setup.deleteLater()
