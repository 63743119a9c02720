"""What a doctrine feels drawn to: legal, in order of the pull, and nothing that it cannot know."""

from __future__ import annotations

import pytest

from tests.doctrine_games import bundled, doctrine_game
from tests.opponents.hidden_changes import planning_world, with_other_numbers
from wargame.engine.legal_moves import sheet_refusal
from wargame.model.ids import ActorId
from wargame.opponents.doctrine import Doctrine
from wargame.opponents.looking_ahead import fits, scaled, strongest

SEATS = [actor.id for actor in bundled().seats]


@pytest.fixture(scope="module")
def doctrine() -> Doctrine:
    return Doctrine(bundled(), bundled().starts[0].id)


@pytest.mark.parametrize("seat", SEATS)
def test_that_each_option_may_be_sealed_alone(seat: ActorId, doctrine: Doctrine) -> None:
    world = planning_world(1)
    options = doctrine.options(world, seat, 12)
    assert 0 < len(options) <= 12
    assert len({(o.move, o.target) for o in options}) == len(options)
    for option in options:
        assert sheet_refusal(bundled(), world, seat, (option,)) is None


def test_that_options_do_not_change_with_what_a_seat_cannot_know(doctrine: Doctrine) -> None:
    for seed, seat in enumerate(SEATS):
        world = planning_world(seed)
        other = with_other_numbers(world, seat, seed)
        assert doctrine.options(world, seat, 20) == doctrine.options(other, seat, 20)


def test_that_no_move_crowds_out_the_others(doctrine: Doctrine) -> None:
    for seat in SEATS:
        kept = strongest(doctrine, planning_world(2), seat, 8, 2)
        assert len(kept) <= 8
        moves = [order.move for order in kept]
        assert max(moves.count(move) for move in moves) <= 2


def test_that_orders_join_only_where_rules_and_sense_allow(doctrine: Doctrine) -> None:
    scenario, world, seat = bundled(), planning_world(1), ActorId("ISR")
    options = doctrine.options(world, seat, 12)
    assert not fits(scenario, world, seat, (options[0],), options[0])
    joined = [o for o in options[1:] if fits(scenario, world, seat, (options[0],), o)]
    assert joined
    for option in joined:
        assert sheet_refusal(scenario, world, seat, (options[0], option)) is None


def test_that_the_strongest_pull_is_what_a_calm_doctrine_does() -> None:
    calm = Doctrine(bundled(), bundled().starts[0].id, noise=1e-9)
    told = 0
    for seat in SEATS:
        world = planning_world(3)
        sheet, options = calm.decide(world, seat), calm.options(world, seat, 3)
        if sheet and "hold" not in bundled().move[sheet[0].move].tags:
            assert (sheet[0].move, sheet[0].target) in {(o.move, o.target) for o in options}
            told += 1
    assert told >= len(SEATS) // 2


def test_that_effort_is_counted_in_whole_blocks() -> None:
    assert scaled((32, 96, 400), 1.0) == (32, 96, 400)
    assert scaled((32, 96, 400), 0.01) == (16, 16, 16)


def test_that_a_played_world_has_options_too(doctrine: Doctrine) -> None:
    world = doctrine_game(1).world
    assert doctrine.options(world, ActorId("IRN"), 5)
