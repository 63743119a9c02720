"""What many bot games show of a scenario: how they end, and what in it never comes into play.

Games are counted and let go one by one, so a thousand of them need no more room than one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wargame.model.ids import ActorId
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.play.dry_run.bot_game import Played
from wargame.play.forecasts.intervals import share
from wargame.play.words.trigger_words import is_by_clock

IDLE_BELOW = 1.0
"""Orders in a game below which a seat counts as idle."""

MOST_FAULTS = 20
"""Refused orders that are kept in words."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How often games ended in one way.

    Attributes:
        ending: The way, as ``Ending`` has it.
        games: How many games.
        share: Their share with its 95 % interval.
    """

    ending: str
    games: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the scenario that has an id and a name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SeatUse:
    """How much a seat did.

    Attributes:
        seat: The seat.
        orders: Mean orders in a game.
    """

    seat: ActorId
    orders: float


@dataclass(frozen=True, slots=True)
class Survey:
    """What games showed.

    Attributes:
        games: How many were played.
        endings: How they ended, most frequent first.
        index: The index at the end: lowest twentieth, median, highest twentieth.
        turns: Mean turns of a game.
        dead_injects: Injects whose condition never held; those for the clock or by hand are none.
        unused_moves: Moves that nobody ever ordered.
        idle_seats: Seats with less than one order in a game.
        orders: Mean orders in a game, all seats together.
        lapsed: Mean orders in a game that came to nothing.
        refused: Orders that were against the rules, in words; empty as it must be.
    """

    games: int
    endings: tuple[Ended, ...]
    index: tuple[float, float, float]
    turns: float
    dead_injects: tuple[Named, ...]
    unused_moves: tuple[Named, ...]
    idle_seats: tuple[SeatUse, ...]
    orders: float
    lapsed: float
    refused: tuple[str, ...]


class Tally:
    """Counts games as they are played."""

    def __init__(self, scenario: Scenario) -> None:
        """Nothing has been played yet."""
        self._scenario = scenario
        self._endings: Counter[str] = Counter()
        self._ordered: Counter[ActorId] = Counter()
        self._index: list[float] = []
        self._turns = self._lapsed = 0
        self._moves: set[str] = set()
        self._injects: set[str] = set()
        self._refused: list[str] = []

    @property
    def games(self) -> int:
        """How many games have been counted."""
        return len(self._index)

    def add(self, played: Played) -> None:
        """Count a game."""
        self._endings[played.ending] += 1
        self._ordered.update(played.ordered)
        self._index.append(played.index)
        self._turns += played.turns
        self._lapsed += played.lapsed
        self._moves |= played.moves
        self._injects |= played.injects
        room = MOST_FAULTS - len(self._refused)
        self._refused += [f"Seed {played.seed}, {words}" for words in played.refused[:room]]

    def survey(self) -> Survey | None:
        """What the games so far show; None before the first."""
        games = self.games
        if games == 0:
            return None
        scenario = self._scenario
        path = sorted(self._index)
        return Survey(
            games=games,
            endings=tuple(
                Ended(ending, count, share(count, games))
                for ending, count in self._endings.most_common()
            ),
            index=(path[games // 20], path[games // 2], path[-1 - games // 20]),
            turns=self._turns / games,
            dead_injects=tuple(
                Named(inject.id, inject.title)
                for inject in scenario.injects
                if inject.when is not None
                and not is_by_clock(inject.when)
                and inject.id not in self._injects
            ),
            unused_moves=tuple(
                Named(move.id, move.name) for move in scenario.moves if move.id not in self._moves
            ),
            idle_seats=tuple(
                SeatUse(actor.id, self._ordered[actor.id] / games)
                for actor in scenario.seats
                if self._ordered[actor.id] < IDLE_BELOW * games
            ),
            orders=sum(self._ordered.values()) / games,
            lapsed=self._lapsed / games,
            refused=tuple(self._refused),
        )
