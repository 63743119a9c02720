"""What everybody in the room may see: the facts of the projector and of the news."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import Phase
from wargame.model.scenario import Band


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A headline.

    Attributes:
        turn: The turn; 0 for what happened before the game.
        when: The day in words, such as "9 August".
        words: What happened, in one line.
    """

    turn: int
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class PublicView:
    """Everything that is public, and nothing that any seat alone knows.

    Attributes:
        scenario: Title of the scenario.
        turn: The turn, from 1; 0 before the first.
        turns: Turns of a full game.
        first_day: First day of the turn, ISO date.
        last_day: Last day of the turn, ISO date.
        phase: The phase.
        bands: The bands of the escalation index, lowest first.
        index_path: The published index at the start and after each turn.
        news: Headlines, newest first.
        seats: Seats of the session.
        sealed: Seats whose orders are in, while planning goes on; 0 in other phases.
        outcome: How the game ended, in words; empty while it goes on.
    """

    scenario: str
    turn: int
    turns: int
    first_day: str
    last_day: str
    phase: Phase
    bands: tuple[Band, ...]
    index_path: tuple[float, ...]
    news: tuple[NewsItem, ...]
    seats: int
    sealed: int
    outcome: str
