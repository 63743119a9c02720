"""Games of computer seats as logs, ended or still going on, for asking their opponents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tests.doctrine_games import bundled
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import (
    Event,
    GameEnded,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    Record,
    SessionStarted,
)
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.orders import Order
from wargame.model.outcome import Ending, Outcome
from wargame.model.practice import Practice
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.computer_seats import computer_orders
from wargame.play.practice.interview.interview import Interview
from wargame.play.settings import default_settings

AT = "2026-01-01T00:00:00.000+00:00"
TURNS = 5


class LoggedGame:
    """A game of some turns, every seat played by its doctrine; the student's sheets may be given.

    Args:
        seed: Seed of its draws.
        turns: Turns that are played.
        practice: What makes it practice; None for a game of computers.
        ended: Whether it was ended after its last turn.
        sheets: The student's sheets by turn, where practice has one.
    """

    def __init__(
        self,
        seed: int,
        turns: int = TURNS,
        practice: Practice | None = None,
        *,
        ended: bool = True,
        sheets: dict[int, Sequence[Order]] | None = None,
    ) -> None:
        self.scenario: Scenario = bundled()
        self.line: list[Record] = []
        self._world: World | None = None
        student = practice.seat if practice else None
        seats = tuple(
            Seat(a.id, Controller.PEOPLE if a.id == student else Controller.DOCTRINE)
            for a in self.scenario.seats
        )
        settings = replace(
            default_settings(self.scenario), seed=seed, seats=seats, practice=practice
        )
        self.take(SessionStarted(self.scenario.id, "0" * 64, "1", settings))
        for turn in range(1, turns + 1):
            self._play(turn, student, (sheets or {}).get(turn, ()))
            if self.world.outcome is not None:
                break
            if turn == turns and ended:
                self.take(GameEnded(turn, Outcome(Ending.STOPPED, "The time was up.")))
            self.take(OutcomePublished(turn))
            last = self.world.outcome is not None
            self.take(PhaseBegan(turn, Phase.ENDED if last else Phase.OUTCOME))

    @property
    def world(self) -> World:
        assert self._world is not None
        return self._world

    def take(self, event: Event) -> None:
        """An event into the log and the world."""
        number = len(self.line) + 1
        self._world = replace(apply(self.scenario, self._world, event, number), events=number)
        self.line.append(Record(number, AT, event))

    def interview(self, asker: ActorId) -> Interview:
        """Its opponents, asked by a seat."""
        return Interview(self.scenario, self.line, asker)

    def _play(self, turn: int, student: ActorId | None, sheet: Sequence[Order]) -> None:
        self.take(PhaseBegan(turn, Phase.BRIEF))
        self.take(PhaseBegan(turn, Phase.PLAN))
        sheets = computer_orders(self.scenario, self.world)
        if student is not None:
            sheets[student] = tuple(sheet)
        for seat, orders in sheets.items():
            self.take(OrdersSealed(seat, orders))
        self.take(PhaseBegan(turn, Phase.ADJUDICATE))
        for event in adjudicate(self.scenario, self.world):
            self.take(event)


@cache
def ended_game(seed: int) -> LoggedGame:
    """A game of computers that has ended, played once."""
    return LoggedGame(seed)
