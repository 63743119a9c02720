"""Computer seats at the lock: told seat by seat, stopped in the middle, wavering as asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.doctrine_games import bundled
from wargame.model.ids import Controller
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.computer_seats import Deciders, computer_orders
from wargame.play.library import find_scenario
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings


class StoppedError(Exception):
    """Nobody waits any more."""


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The bundled scenario in its first planning phase, the first seat a computer's too."""
    loaded = find_scenario("after-tehran")
    settings = default_settings(loaded.scenario)
    seats = tuple(replace(seat, controller=Controller.DOCTRINE) for seat in settings.seats)
    game = new_game(loaded, replace(settings, seats=seats), tmp_path / "game.wargame")
    game.start_planning()
    found = game.world
    game.close()
    return found


def test_that_every_seat_is_told_before_it_decides_and_the_end_after(world: World) -> None:
    told: list[tuple[int, int]] = []
    sheets = computer_orders(bundled(), world, lambda done, total: told.append((done, total)))
    assert [done for done, _ in told if done == len(sheets)] == [len(sheets)]
    assert sorted({done for done, _ in told}) == list(range(len(sheets) + 1))
    assert {total for _, total in told} == {len(sheets)}


def test_that_deciding_ends_where_nobody_waits(world: World) -> None:
    decided: list[int] = []

    def told(done: int, _total: int) -> None:
        decided.append(done)
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        computer_orders(bundled(), world, told)
    assert max(decided) == 2


def test_that_wavering_changes_choices_and_no_wavering_at_all_keeps_the_best(
    world: World,
) -> None:
    scenario = bundled()
    calm = _sheets(scenario, world, 0.25)
    assert _sheets(scenario, world, 0.25) == calm
    wild = _sheets(scenario, world, 4.0)
    assert wild != calm


def _sheets(scenario: Scenario, world: World, noise: float) -> list[object]:
    decider = Deciders(scenario, world.settings.start, noise).of(Controller.DOCTRINE)
    return [decider.decide(world, seat.actor) for seat in world.seats]
