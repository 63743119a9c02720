"""Really played games for tests: the doctrine in every seat, turn by turn, through ``LiveGame``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.scenes import loaded, settings_for
from wargame.model.ids import Controller
from wargame.model.seats import Seat
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game


def doctrine_game(place: Path, turns: int, seed: int = 7, name: str = "after-tehran") -> LiveGame:
    """A bundled scenario played by computers for some turns, its last outcome published."""
    scenario = loaded(name)
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
