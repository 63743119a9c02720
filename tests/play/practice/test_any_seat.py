"""Every seat can be practised to the end, in every length, and the save holds all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order
from wargame.model.practice import Length
from wargame.model.predictions import Prediction
from wargame.play.library import find_scenario
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.practice.lengths import with_length
from wargame.play.practice.outcome.meaning import meaning_of_turn
from wargame.play.practice.outcome.score import score_of
from wargame.play.practice.predictions.predictions import Predictions
from wargame.play.practice.predictions.resolving import resolved
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.play.practice.solo import Solo
from wargame.play.verify import verify_save

TEHRAN_SEATS = tuple(actor.id for actor in find_scenario("after-tehran").scenario.seats)


def _first_orders(game: LiveGame, seat: ActorId) -> tuple[Order, ...]:
    """The first two moves of the panel that can be sealed together."""
    orders: list[Order] = []
    for option in game.view(seat).moves:
        target = next((one.actor for one in option.targets if one.is_open), None)
        if not option.is_open or (option.targets and target is None):
            continue
        wanted = [*orders, Order(option.move, target)]
        if game.sheet_refusal(seat, wanted) is None:
            orders = wanted
        if len(orders) == 2:
            break
    return tuple(orders)


def _played(name: str, seat: ActorId, length: Length, start: str, path: Path) -> None:
    """A whole game with orders and predictions in every turn."""
    loaded = with_length(find_scenario(name), length)
    choice = SoloChoice(seat, start, length, Controller.DOCTRINE)
    game = new_game(loaded, practice_settings(loaded.scenario, choice, 5), path)
    solo = Solo(game)
    desk = Predictions(solo)
    solo.begin_planning()
    while not game.has_ended:
        solo.send_due()
        desk.give([Prediction(question, 0.3) for question in desk.questions()])
        game.seal(seat, _first_orders(game, seat))
        solo.take(solo.adjudication()(lambda _done, _total: None))
        assert meaning_of_turn(game.scenario, game.line, seat)
        if not game.has_ended:
            solo.begin_next_turn()
    game.close()


def _check(path: Path, seat: ActorId) -> None:
    """What the save says once it is opened again."""
    found_whole = verify_save(path)
    assert found_whole.is_whole, found_whole.words
    game = open_game(path)
    score = score_of(game.scenario, game.line, seat)
    assert score.outcome
    assert score.turns == game.world.turn
    assert score.reached is None or 0.0 <= score.reached <= 100.0
    found = resolved(game.scenario, game.line)
    assert found
    assert all(one.happened is not None for one in found)
    game.close()


@pytest.mark.parametrize("seat", ["BLU", "AMB", "GRN"])
def test_that_every_seat_is_played_to_the_end_and_verified(seat: str, tmp_path: Path) -> None:
    path = tmp_path / "game.wargame"
    start = find_scenario("blank").scenario.starts[0].id
    _played("blank", ActorId(seat), Length.CRISIS, start, path)
    _check(path, ActorId(seat))


@pytest.mark.soak
@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("seat", TEHRAN_SEATS)
def test_that_every_seat_of_the_bundled_scenario_is_played_in_every_length(
    seat: ActorId, length: Length, tmp_path: Path
) -> None:
    path = tmp_path / "game.wargame"
    starts = find_scenario("after-tehran").scenario.starts
    start = starts[TEHRAN_SEATS.index(seat) % len(starts)].id
    _played("after-tehran", seat, length, start, path)
    _check(path, seat)
