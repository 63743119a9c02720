"""An act run again: with its own draws it comes out as it did, with others differently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from tests.played import doctrine_game
from wargame.engine.act_rerun import reruns, values_before
from wargame.model.events import ActResolved
from wargame.model.scenario import Scenario
from wargame.model.world import World


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scenario, World]]:
    game = doctrine_game(tmp_path_factory.mktemp("rerun"), 1)
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    yield game.scenario, game.world
    game.close()


BY_THE_TURN = {"face", "interceptors"}
"""What hangs on other acts of the turn, too: what is claimed, and who stands by the defender."""


def fresh_acts(world: World) -> list[tuple[int, ActResolved]]:
    found = [(n, h) for n, h in world.turns[-1] if isinstance(h, ActResolved) and not h.goes_on]
    assert found
    return found


def test_that_an_act_with_its_own_draws_comes_out_as_it_did(
    played: tuple[Scenario, World],
) -> None:
    scenario, world = played
    for number, act in fresh_acts(world):
        last = {(e.variable, e.first, e.second): e.after for e in act.ledger}
        run = next(reruns(scenario, world, number, list(last), first=0))
        assert (run.success, run.killed) == (act.success, act.killed)
        assert run.through == sum(w.leaked for w in act.weapons)
        for (variable, *_), value, before in zip(last, run.values, last.values(), strict=True):
            if variable in BY_THE_TURN:
                assert value == pytest.approx(before, abs=0.02)
            else:
                assert value == before


def test_that_other_draws_give_other_outcomes_and_equal_ones_the_same(
    played: tuple[Scenario, World],
) -> None:
    scenario, world = played
    number = max(fresh_acts(world), key=lambda pair: len(pair[1].draws))[0]
    one = list(islice(reruns(scenario, world, number, []), 40))
    two = list(islice(reruns(scenario, world, number, []), 40))
    assert one == two
    assert len({(run.through, run.killed, run.success) for run in one}) > 1


def test_that_the_numbers_before_an_act_are_those_that_its_ledger_names(
    played: tuple[Scenario, World],
) -> None:
    scenario, world = played
    read = scenario.layout.read
    for number, act in fresh_acts(world):
        before = values_before(scenario, world, number)
        seen: set[tuple[str, str, str]] = set()
        for entry in act.ledger:
            place = (entry.variable, entry.first, entry.second)
            if place not in seen:
                assert read(before, *place) == entry.before
                seen.add(place)
