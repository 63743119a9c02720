"""One game of computer seats alone, in memory: the same turns as a game that is kept, no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.conditions import Moment, holds
from wargame.engine.legal_moves import acts_of, sheet_refusal
from wargame.model.events import (
    Event,
    OrderLapsed,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    SessionStarted,
)
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.opponents.decider import never_stopped
from wargame.opponents.worth import spending
from wargame.play.computer_seats import Deciders
from wargame.play.settings import default_settings


@dataclass(frozen=True, slots=True)
class Played:
    """What is left of a game once it is over; the game itself is let go.

    Attributes:
        seed: Its seed.
        ending: How it ended, as ``Ending`` has it.
        turns: Turns played.
        index: The index after the last turn.
        world: The world at its end.
        ordered: Orders of each seat.
        spent: Means that each seat spent, in shares of a turn's means, summed over the game.
        moves: Moves that were ordered.
        injects: Injects whose condition held in some turn.
        refused: What was against the rules, in words; empty as it must be.
        lapsed: Orders that came to nothing, in all.
    """

    seed: int
    ending: str
    turns: int
    index: float
    world: World
    ordered: Mapping[ActorId, int]
    spent: Mapping[ActorId, float]
    moves: frozenset[str]
    injects: frozenset[str]
    refused: tuple[str, ...]
    lapsed: int


class BotGame:
    """A game of computer seats as it is played."""

    def __init__(
        self,
        scenario: Scenario,
        start: str,
        seed: int,
        seats: Mapping[ActorId, Controller],
        deciders: Deciders,
    ) -> None:
        """Begin it.

        Args:
            scenario: The scenario.
            start: Its start point.
            seed: Seed of the game.
            seats: Who decides for a seat; doctrine where none is named.
            deciders: The opponents, shared by many games of the scenario at that start.
        """
        self._scenario, self._deciders, self._seed = scenario, deciders, seed
        filled = tuple(
            Seat(actor.id, seats.get(actor.id, Controller.DOCTRINE)) for actor in scenario.seats
        )
        settings = replace(default_settings(scenario), seed=seed, start=start, seats=filled)
        self._world = apply(scenario, None, SessionStarted(scenario.id, "", "", settings), 1)
        self._ordered = dict.fromkeys((seat.actor for seat in filled), 0)
        self._spent = dict.fromkeys((seat.actor for seat in filled), 0.0)
        self._moves: set[str] = set()
        self._injects: set[str] = set()
        self._refused: list[str] = []
        self._lapsed = 0

    def play(self, check: Callable[[], None] = never_stopped) -> Played:
        """Play it to its end.

        Args:
            check: Called often; an error that it raises ends the game.
        """
        for turn in range(1, self._scenario.turns + 1):
            self._play_turn(turn, check)
            if self._world.outcome is not None:
                break
        world = self._world
        ending = world.outcome.ending.value if world.outcome else ""
        return Played(
            seed=self._seed,
            ending=ending,
            turns=world.turn,
            index=world.index_path[-1],
            world=world,
            ordered=self._ordered,
            spent=self._spent,
            moves=frozenset(self._moves),
            injects=frozenset(self._injects),
            refused=tuple(self._refused),
            lapsed=self._lapsed,
        )

    def _play_turn(self, turn: int, check: Callable[[], None]) -> None:
        self._take(PhaseBegan(turn, Phase.BRIEF))
        self._take(PhaseBegan(turn, Phase.PLAN))
        self._note_injects()
        planning = self._world
        sheets = self._deciders.sheets(planning, planning.seats, lambda _done, _total: check())
        for seat, sheet in sheets.items():
            self._note_sheet(planning, seat, sheet)
            self._take(OrdersSealed(seat, sheet))
        self._take(PhaseBegan(turn, Phase.ADJUDICATE))
        for event in adjudicate(self._scenario, self._world):
            self._lapsed += isinstance(event, OrderLapsed)
            self._take(event)
        self._take(OutcomePublished(turn))

    def _note_sheet(self, world: World, seat: ActorId, sheet: tuple[Order, ...]) -> None:
        refusal = sheet_refusal(self._scenario, world, seat, sheet)
        if refusal is not None:
            self._refused.append(f"Turn {world.turn}, {seat}: {refusal[1]}")
        self._ordered[seat] += len(sheet)
        self._spent[seat] += spending(self._scenario, world, seat, sheet)
        self._moves.update(order.move for order in sheet)

    def _note_injects(self) -> None:
        world = self._world
        moment = Moment(self._scenario, world.values, acts_of(world), world.turn, None)
        for inject in self._scenario.injects:
            if inject.when is not None and holds(inject.when, moment):
                self._injects.add(inject.id)

    def _take(self, event: Event) -> None:
        number = self._world.events + 1
        world = apply(self._scenario, self._world, event, number)
        self._world = replace(world, events=number)
