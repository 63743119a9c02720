"""Example: every seat does what its actor did, from the end of July to the end of October 2024."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from example_games.writing import write_example
from wargame.model.debrief_entries import DebriefEntry
from wargame.model.debrief_notes import Bookmarked
from wargame.model.happenings import ActResolved
from wargame.model.ids import Controller
from wargame.model.report_texts import ReportTextWritten
from wargame.model.seats import Seat
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings
from wargame.play.whole_turn import play_turn
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.scenarios.retimed import retimed

NAME = "2024 as it happened"
TURNS = 13
"""Weeks from 31 July on: to the end of October."""
BEGUN = datetime(2026, 5, 4, 9, tzinfo=UTC)
_LOUD = 10.0


def until_october(loaded: LoadedScenario) -> LoadedScenario:
    """The scenario with as many turns as it takes."""
    text = retimed(loaded.text, TURNS, 7.0)
    return LoadedScenario(scenario_of(text), text)


def make(loaded: LoadedScenario, scratch: Path, target: Path) -> None:
    """Play the game and write it.

    Args:
        loaded: The scenario, with its turns.
        scratch: A folder for what is not kept.
        target: Where to.
    """
    seats = tuple(Seat(actor.id, Controller.HISTORY) for actor in loaded.scenario.seats)
    settings = replace(default_settings(loaded.scenario, NAME), seats=seats, plan_minutes=0)
    played = scratch / "history.wargame"
    game = new_game(loaded, settings, played)
    while not game.has_ended:
        play_turn(game, {})
    notes = [*_bookmarks(game), _PURPOSE]
    game.close()
    write_example(played, target, BEGUN, notes)


_PURPOSE = ReportTextWritten(
    "purpose",
    "Each seat ordered, week by week, what its actor is recorded to have done, as far as the rules "
    "left it open at that moment. What they refused did not happen here: the ground offensive of "
    "1 October, for which no reserves had been called up, and the strike of 26 October, for which "
    "the material was short. Beyond the record the doctrine decided.",
)


def _bookmarks(game: LiveGame) -> list[DebriefEntry]:
    """The acts of the chronicle at R10 or above, to come back to."""
    found: list[DebriefEntry] = []
    for number, act in game.world.happenings():
        if not isinstance(act, ActResolved) or act.goes_on or act.rung < _LOUD:
            continue
        told = act.order.rationale
        if told.startswith("History, "):
            words = told.removeprefix("History, ")
            found.append(Bookmarked(act.turn, number, words))
    return found
