"""The way into a practice game: the scenario is read, the set-up shown, the game begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.ui.practising.opening import Opening
from wargame.ui.worker import Progress

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame
    from wargame.play.practice.set_up import SoloChoice
    from wargame.scenarios.loading import LoadedScenario
    from wargame.ui.practice.set_up_form import PracticeOffer
    from wargame.ui.practice.set_up_screen import PracticeSetUp


class Entrance(Opening):
    """Shows the set-up of a practice game and begins it.

    Attributes:
        teaches: Whether there are a tutorial and exercises to be offered.

    Signals:
        learn_wished(): The tutorial and the exercises.
    """

    learn_wished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.teaches = False
        self._loaded: LoadedScenario | None = None
        self._screen: PracticeSetUp | None = None
        self._chosen: dict[str, SoloChoice] = {}

    def open_path(self, path: Path) -> None:
        """Read a scenario and offer its seats."""
        self.busy.emit("Reading the scenario")

        def load(progress: Progress) -> tuple[LoadedScenario, PracticeOffer]:
            from wargame.play.library import open_scenario

            loaded = open_scenario(path)
            return loaded, _offer_of(loaded, progress)

        self.jobs.run(load, self._on_loaded, self.refuse)

    def close(self) -> None:
        """Drop the set-up; what was chosen is offered first the next time."""
        self.jobs.cancel()
        screen, self._screen = self._screen, None
        if screen is not None and self._loaded is not None:
            self._chosen[self._loaded.scenario.id] = screen.choice
        self.drop(screen)
        self._loaded = None

    def _on_loaded(self, found: tuple[LoadedScenario, PracticeOffer]) -> None:
        from wargame.ui.practice.set_up_form import first_choice
        from wargame.ui.practice.set_up_screen import PracticeSetUp

        self.busy.emit("")
        self.close()
        loaded, offer = found
        self._loaded = loaded
        kept = self._chosen.get(offer.scenario)
        choice = kept if kept is not None and offer.fits(kept) else first_choice(offer)
        screen = PracticeSetUp(offer, choice)
        for theirs, mine in (
            (screen.home_wished, self.left),
            (screen.learn_wished, self.learn_wished),
            (screen.theme_wished, self.theme_wished),
            (screen.shortcuts_wished, self.shortcuts_wished),
        ):
            theirs.connect(mine)
        screen.start_wished.connect(self._on_start)
        screen.learn.setVisible(self.teaches)
        self._screen = screen
        self.screen_shown.emit(screen)
        screen.focus_work()

    def _on_start(self, choice: SoloChoice) -> None:
        loaded, screen = self._loaded, self._screen
        if loaded is None or screen is None:
            return
        screen.set_busy("Starting the game")

        def start(_progress: Progress) -> LiveGame:
            from wargame.play.new_game import new_game
            from wargame.play.practice.lengths import with_length
            from wargame.play.practice.set_up import practice_settings
            from wargame.play.settings import new_seed

            played = with_length(loaded, choice.length)
            return new_game(played, practice_settings(played.scenario, choice, new_seed()))

        self.jobs.run(start, self._on_game, self._on_start_failed)

    def _on_game(self, game: LiveGame) -> None:
        self.close()
        self.game_opened.emit(game)

    def _on_start_failed(self, sentence: str) -> None:
        if self._screen is not None:
            self._screen.set_busy("")
            self._screen.set_refusal(sentence)


def _offer_of(loaded: LoadedScenario, progress: Progress) -> PracticeOffer:
    from wargame.play.practice.lengths import lengths_of
    from wargame.play.practice.set_up import opponents_of, seat_offers
    from wargame.ui.practice.set_up_form import PracticeOffer

    scenario = loaded.scenario
    return PracticeOffer(
        scenario=scenario.id,
        title=scenario.title,
        starts=tuple((start.id, start.title) for start in scenario.starts),
        seats={
            start.id: seat_offers(scenario, start.id, progress.check) for start in scenario.starts
        },
        lengths=lengths_of(scenario),
        opponents=opponents_of(scenario),
    )
