"""Every line of the ledger, every draw and every constant of the law has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.played import doctrine_game
from wargame.engine.law.explained import equation_for, equation_of_stream, readers_of, systems
from wargame.engine.law.explanation import Equation
from wargame.engine.law.parameters import constants
from wargame.engine.law.rng import STREAMS
from wargame.model.events import ActResolved, OrderLapsed
from wargame.model.variables import BY_NAME, VARIABLES
from wargame.play.live_game import LiveGame


@pytest.fixture(scope="module", params=[7, 11, 23])
def game(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveGame]:
    played = doctrine_game(tmp_path_factory.mktemp("explained"), 8, request.param)
    yield played
    played.close()


def equations() -> list[tuple[str, Equation]]:
    return [(system.id, one) for system in systems().values() for one in system.equations]


def test_that_all_twenty_five_systems_are_named() -> None:
    assert set(systems()) >= {f"S{number}" for number in range(1, 26)}
    assert {variable.system for variable in VARIABLES} <= set(systems())


def test_that_every_line_of_a_played_game_has_an_equation(game: LiveGame) -> None:
    silent = set()
    lines = 0
    for _, happening in game.world.happenings():
        if isinstance(happening, OrderLapsed):
            continue
        declared = set()
        if isinstance(happening, ActResolved):
            move = game.scenario.move[happening.order.move]
            declared = {effect.variable for effect in move.effects}
        for entry in happening.ledger:
            lines += 1
            assert entry.system in systems(), f"{entry.system} has no name in explained.py"
            known = equation_for(entry.system, entry.variable, entry.cause) is not None
            if not known and entry.variable not in declared:
                silent.add((entry.system, entry.variable, re.sub(r":\d+", "", entry.cause)))
    assert lines > 500
    assert not silent, f"explain these in engine/law/explained_*.py: {sorted(silent)}"


def test_that_every_draw_of_a_played_game_has_an_equation(game: LiveGame) -> None:
    drawn = {
        draw.stream
        for _, happening in game.world.happenings()
        for draw in getattr(happening, "draws", ())
    }
    assert drawn
    assert not [stream for stream in sorted(drawn) if equation_of_stream(stream) is None]


def test_that_every_constant_is_read_by_an_explained_equation() -> None:
    unread = [key for key in constants() if not readers_of(key)]
    assert not unread, f"name these constants in an equation of engine/law/explained_*.py: {unread}"


def test_that_explanations_name_only_what_there_is() -> None:
    keys, scopes = list(constants()), {"actor", "target", "front", "world"}
    for system, equation in equations():
        place = f"{system}, {equation.title}"
        assert set(equation.variables) <= set(BY_NAME), place
        assert set(equation.streams) <= set(STREAMS), place
        for pattern in equation.parameters:
            lone = Equation("", "", "", parameters=(pattern,))
            assert any(lone.reads(key) for key in keys), f"{place}: nothing is called {pattern}"
        for wanted in equation.inputs:
            variable, _, role = wanted.partition(":")
            assert variable in BY_NAME, f"{place}: {wanted}"
            assert set(role.split(">")) <= scopes, f"{place}: {wanted}"


def test_that_an_equation_is_known_by_system_title_and_occasion() -> None:
    titles = [(system, equation.title, equation.occasion) for system, equation in equations()]
    assert len(titles) == len(set(titles))
