"""Two or more games of one scenario beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId
from wargame.model.scenario import Band
from wargame.model.seat_view import ActorLabel


@dataclass(frozen=True, slots=True)
class GameSide:
    """One of the games.

    Attributes:
        title: Its name; that of its file where another game has the same.
        played: The last day on which it was played, ISO date.
        seed: Seed of its draws.
        line: Turn as a number and index, in order.
        turns: Turns that were adjudicated, of those that are compared.
        full: Turns of its full game.
        ending: How it ended, or that it went on; empty where it may go on.
        peak: The highest index, and the turn in which it was reached.
        killed: People killed in the game (count).
        displaced: How many more people are displaced than at its start; below 0 for fewer.
        acts: Acts that were carried out.
        gravest: The highest rung of them.
    """

    title: str
    played: str
    seed: int
    line: tuple[tuple[float, float], ...]
    turns: int
    full: int
    ending: str
    peak: tuple[float, int]
    killed: int
    displaced: int
    acts: int
    gravest: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What a seat ordered in a turn, game by game.

    Attributes:
        turn: The turn.
        seat: The seat.
        sheets: Its orders in each game, in words; "Held" for none, empty where the game did not
            come so far.
        is_same: Whether all games that came so far have the same orders.
    """

    turn: int
    seat: ActorId
    sheets: tuple[str, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class Harm:
    """What one side suffered, game by game.

    Attributes:
        what: What is counted, and on whose side.
        counts: The counts.
    """

    what: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Games beside each other.

    Attributes:
        scenario: Title of the scenario.
        turns: Turns that are compared: those of the shortest full game.
        until_words: That they are compared up to that turn; empty where all have as many turns.
        bands: The bands of the index.
        actors: Every actor.
        games: The games, in the order in which they were given.
        choices: What every seat ordered in every turn.
        parted: The first choice in which they differ; None where all are the same.
        parted_words: Where they parted, in a sentence or two.
        harm: Harm by side, the largest first.
    """

    scenario: str
    turns: int
    until_words: str
    bands: tuple[Band, ...]
    actors: tuple[ActorLabel, ...]
    games: tuple[GameSide, ...]
    choices: tuple[Choice, ...]
    parted: Choice | None
    parted_words: str
    harm: tuple[Harm, ...]
