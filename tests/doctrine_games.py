"""Whole games of computer seats in memory, played once for all the tests that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import (
    ActResolved,
    Event,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    SessionStarted,
)
from wargame.model.ids import Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.computer_seats import computer_orders
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings


@cache
def bundled() -> Scenario:
    """The bundled scenario."""
    return find_scenario("after-tehran").scenario


class DoctrineGame:
    """A game of computer seats in memory."""

    def __init__(self, seed: int, start: str = "") -> None:
        self.scenario = bundled()
        self.events: list[Event] = []
        self._world: World | None = None
        seats = tuple(Seat(a.id, Controller.DOCTRINE) for a in self.scenario.seats)
        settings = replace(default_settings(self.scenario), seed=seed, seats=seats)
        settings = replace(settings, start=start or settings.start)
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
def doctrine_game(seed: int, start: str = "") -> DoctrineGame:
    """The game of a seed from a start point; the scenario's first by default."""
    return DoctrineGame(seed, start)


def index_path(seed: int, turns: int) -> tuple[float, ...]:
    """The index after each turn of the game of a seed; one that has ended stays where it ended."""
    path = DoctrineGame(seed).world.index_path[1 : turns + 1]
    return (*path, *[path[-1]] * (turns - len(path)))


def doctrine_games(count: int) -> tuple[DoctrineGame, ...]:
    """The games of the seeds from 1."""
    return tuple(doctrine_game(seed) for seed in range(1, count + 1))
