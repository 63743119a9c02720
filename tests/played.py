"""Really played games for tests: the doctrine in every seat, turn by turn, through ``LiveGame``."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.scenes import loaded, settings_for
from wargame.model.ids import Controller
from wargame.model.seats import Seat
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.scenarios.retimed import retimed


@cache
def shortened(name: str, turns: int) -> LoadedScenario:
    """A bundled scenario whose full game has so many turns."""
    whole = loaded(name)
    text = retimed(whole.text, turns, whole.scenario.turn_days)
    return replace(whole, text=text, scenario=scenario_of(text))


def doctrine_game(
    place: Path, turns: int, seed: int = 7, name: str = "after-tehran", full: int = 0
) -> LiveGame:
    """A bundled scenario played by computers for some turns, its last outcome published.

    Args:
        place: The folder of the save.
        turns: Turns that are played.
        seed: Seed of the draws.
        name: The scenario.
        full: Turns of a full game; 0 for the scenario's own.
    """
    scenario = loaded(name) if not full else shortened(name, full)
    seats = tuple(Seat(actor.id, Controller.DOCTRINE) for actor in scenario.scenario.seats)
    settings = replace(settings_for(scenario.scenario, seed), seats=seats)
    game = new_game(scenario, settings, place / f"played-{seed}.wargame")
    for turn in range(turns):
        game.start_planning()
        game.lock_and_adjudicate()
        game.publish()
        if game.has_ended or turn + 1 == turns:
            break
        game.begin_next_turn()
    return game
