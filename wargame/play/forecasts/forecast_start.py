"""Where a forecast begins: a start point of a scenario, or a saved game as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wargame.engine.apply import apply
from wargame.errors import RuleError
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.model.seats import Settings
from wargame.model.world import World
from wargame.play.library import find_scenario
from wargame.play.past import open_past
from wargame.play.settings import default_settings

SAVE_SUFFIX = ".wargame"
_PLAYED = frozenset({Phase.ADJUDICATE, Phase.OUTCOME})


def forecast_start(name: str, start: str | None) -> tuple[Scenario, World]:
    """A scenario and the world to play forward from.

    Args:
        name: A save file, or what ``find_scenario`` takes.
        start: Start point of a scenario; None for its first, and for a save.

    Raises:
        RuleError: The game has ended, or there is no such start point.
        WargameError: The file or scenario cannot be read.
    """
    if name.endswith(SAVE_SUFFIX):
        if start is not None:
            raise RuleError("start.of-save", "A saved game has its start point already.")
        game = open_past(Path(name), None)
        return game.scenario, next_turn(game.world)
    scenario = find_scenario(name).scenario
    settings = default_settings(scenario)
    if start is not None:
        if start not in scenario.start:
            known = ", ".join(scenario.start)
            raise RuleError(
                "start.unknown", f"There is no start point {start}; there are: {known}."
            )
        settings = replace(settings, start=start)
    return scenario, _first_turn(scenario, settings)


def law_start(name: str) -> tuple[Scenario, World]:
    """A scenario and a world of it for which the law can be compiled, of an ended game too.

    Args:
        name: A save file, or what ``find_scenario`` takes.

    Raises:
        WargameError: The file or scenario cannot be read.
    """
    if not name.endswith(SAVE_SUFFIX):
        return forecast_start(name, None)
    game = open_past(Path(name), None)
    return game.scenario, _first_turn(game.scenario, game.world.settings)


def _first_turn(scenario: Scenario, settings: Settings) -> World:
    world = apply(scenario, None, SessionStarted(scenario.id, "", "", settings), 1)
    return apply(scenario, world, PhaseBegan(1, Phase.PLAN), 2)


def next_turn(world: World) -> World:
    """The world before the turn that comes next; itself when this turn is still to be played.

    Raises:
        RuleError: The game has ended.
    """
    if world.phase is Phase.ENDED or world.outcome is not None:
        raise RuleError("game.ended", "The game has ended; there is nothing left to forecast.")
    if world.phase not in _PLAYED:
        return world
    return replace(
        world, turn=world.turn + 1, phase=Phase.PLAN, sealed=(), turns=(*world.turns, ())
    )
