"""Whole games of computer seats: everybody acts, nobody stalls, and games differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import (
    ActResolved,
    Event,
    GameEnded,
    OrderLapsed,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    SessionStarted,
)
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.moves import Category
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.computer_seats import computer_orders
from wargame.play.library import find_scenario
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings
from wargame.play.verify import verify_save
from wargame.play.whole_turn import play_turn

GAMES = 12
MANY_GAMES = 200


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


class _Game:
    """A game of computer seats in memory."""

    def __init__(self, seed: int) -> None:
        self.scenario = _scenario()
        self.events: list[Event] = []
        self._world: World | None = None
        seats = tuple(Seat(a.id, Controller.DOCTRINE) for a in self.scenario.seats)
        settings = replace(default_settings(self.scenario), seed=seed, seats=seats)
        self._take(SessionStarted(self.scenario.id, "0" * 64, "1", settings))
        for turn in range(1, self.scenario.turns + 1):
            self._play(turn)
            if self.world.outcome is not None:
                break

    @property
    def world(self) -> World:
        assert self._world is not None
        return self._world

    @property
    def acts(self) -> Iterator[ActResolved]:
        return (e for e in self.events if isinstance(e, ActResolved) and not e.goes_on)

    def outcome(self) -> tuple[str, int, bool, bool, bool]:
        """How it came out: ending, index in fives, who struck soil, whether Beirut was."""
        outcome = self.world.outcome
        assert outcome is not None
        level = round(self.world.index_path[-1] / 5)
        soil = {a.actor for a in self.acts if a.front == "direct" and a.rung >= 11}
        pressed = any(a.front == "lebanon" and a.rung >= 9.5 for a in self.acts)
        return outcome.ending, level, "ISR" in soil, "IRN" in soil, pressed

    def _play(self, turn: int) -> None:
        self._take(PhaseBegan(turn, Phase.BRIEF))
        self._take(PhaseBegan(turn, Phase.PLAN))
        sheets = computer_orders(self.scenario, self.world)
        assert set(sheets) == {actor.id for actor in self.scenario.seats}
        for seat, sheet in sheets.items():
            self._take(OrdersSealed(seat, sheet))
        self._take(PhaseBegan(turn, Phase.ADJUDICATE))
        for event in adjudicate(self.scenario, self.world):
            self._take(event)
        self._take(OutcomePublished(turn))

    def _take(self, event: Event) -> None:
        number = self._world.events + 1 if self._world else 1
        self._world = replace(apply(self.scenario, self._world, event, number), events=number)
        self.events.append(event)


@cache
def _games(count: int) -> tuple[_Game, ...]:
    return tuple(_Game(seed) for seed in range(1, count + 1))


def _check(games: tuple[_Game, ...]) -> None:
    scenario = _scenario()
    actors: Counter[ActorId] = Counter(act.actor for game in games for act in game.acts)
    moves = Counter(act.order.move for game in games for act in game.acts)
    assert all(actors[seat.id] >= len(games) for seat in scenario.seats), actors
    used = {scenario.move[move].category for move in moves}
    assert used == set(Category)
    outcomes = {game.outcome() for game in games}
    assert len(outcomes) >= 4, outcomes
    early = [game for game in games if game.world.turn < 3]
    assert len(early) <= 0.02 * len(games)


def _lapsed_at_once(game: _Game) -> list[OrderLapsed]:
    """Orders that lapsed though nothing of the same turn can have closed them."""
    fits = ("political.", "material.", "actor.not-able", "target.wrong", "move.unknown")
    return [e for e in game.events if isinstance(e, OrderLapsed) and e.code.startswith(fits)]


def test_that_games_of_computer_seats_use_the_whole_stage() -> None:
    _check(_games(GAMES))


def test_that_computer_seats_give_no_order_against_the_rules() -> None:
    for game in _games(GAMES):
        assert _lapsed_at_once(game) == []


def test_that_no_game_stalls() -> None:
    for game in _games(GAMES):
        ended = [e for e in game.events if isinstance(e, GameEnded)]
        assert len(ended) == 1
        for turn in range(1, game.world.turn + 1):
            assert any(act.turn == turn for act in game.acts)


def test_that_acts_of_computer_seats_say_why() -> None:
    game = _games(GAMES)[0]
    fresh = [act for act in game.acts if game.scenario.move[act.order.move].preparation == 0]
    assert fresh
    assert all(act.why.startswith("M") and act.why == act.order.rationale for act in fresh)


def test_that_a_saved_game_plays_itself_and_verifies(tmp_path: Path) -> None:
    loaded = find_scenario("after-tehran")
    seats = tuple(Seat(a.id, Controller.DOCTRINE) for a in loaded.scenario.seats)
    settings = replace(default_settings(loaded.scenario), seats=seats)
    path = tmp_path / "game.wargame"
    game = new_game(loaded, settings, path)
    for _ in range(3):
        played = play_turn(game, {})
        assert played.acts > 0
    game.close()
    assert verify_save(path).is_whole


@pytest.mark.soak
def test_that_two_hundred_games_use_the_whole_stage() -> None:
    _check(_games(MANY_GAMES))
