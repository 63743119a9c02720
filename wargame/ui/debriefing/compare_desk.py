"""Lays sessions of one scenario beside each other; they are read in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wargame.ui.debriefing.screen_desk import ScreenDesk
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.comparison import Comparison
    from wargame.play.debrief.compared_games import ComparedGame
    from wargame.play.library import SessionCard
    from wargame.ui.debrief.compare.compare_screen import CompareScreen

    Found = tuple[tuple[SessionCard, ...], tuple[Path, ...]]
    Read = tuple[dict[Path, ComparedGame], Comparison]


class CompareDesk(ScreenDesk):
    """Serves one comparison at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = LatestJob(self)
        self._screen: CompareScreen | None = None
        self._games: dict[Path, ComparedGame] = {}

    def open(self, paths: tuple[Path, ...]) -> None:
        """Compare these sessions; one alone is laid beside the latest other of its scenario."""
        self.busy.emit("Reading the sessions")
        self._jobs.run(partial(_to_compare, paths), self._on_listed, self._on_failed)

    def close(self) -> None:
        """Drop the screen and the games."""
        self._jobs.close()
        self._games = {}
        screen, self._screen = self._screen, None
        if screen is not None:
            self.drop_screen(screen)

    def _on_listed(self, found: Found) -> None:
        cards, ticked = found
        self._compare(ticked, cards)

    def _on_chosen(self, paths: tuple[Path, ...]) -> None:
        self._compare(paths, ())

    def _compare(self, paths: tuple[Path, ...], cards: tuple[SessionCard, ...]) -> None:
        known = dict(self._games)
        self._jobs.run(
            partial(_compared, paths, known), partial(self._on_compared, cards), self._on_failed
        )

    def _on_compared(self, cards: tuple[SessionCard, ...], found: Read) -> None:
        self.busy.emit("")
        self._games, comparison = found
        if self._screen is not None:
            self._screen.show_comparison(comparison)
            return
        from wargame.ui.debrief.compare.compare_screen import CompareScreen

        screen = CompareScreen()
        self._screen = screen
        screen.chosen.connect(self._on_chosen)
        screen.home_wished.connect(self.left)
        self.serve_bar(screen)
        screen.show_sessions(cards, tuple(self._games))
        screen.show_comparison(comparison)
        self.screen_shown.emit(screen)

    def _on_failed(self, sentence: str) -> None:
        self.busy.emit("")
        if self._screen is not None:
            self._screen.refuse(sentence)
        else:
            self.refused.emit(sentence)


def _to_compare(paths: tuple[Path, ...], _progress: Progress) -> Found:
    """The sessions that can be compared, and those to begin with."""
    from wargame.play.debrief.compared_games import beside, comparable

    cards = comparable(paths[0])
    return cards, paths if len(paths) > 1 else beside(cards)


def _compared(paths: tuple[Path, ...], known: dict[Path, ComparedGame], progress: Progress) -> Read:
    """The games, read where they are not known yet, and what comes of them."""
    from wargame.play.debrief.compare import compare
    from wargame.play.debrief.compared_games import read_game

    games: dict[Path, ComparedGame] = {}
    for path in paths:
        progress.check()
        games[path] = known.get(path) or read_game(path)
    return games, compare(tuple(games.values()), progress.check)
