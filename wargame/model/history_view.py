"""What happened in history while a scenario plays, beside the game that was played."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Something that happened, as it was coded.

    Attributes:
        day: When.
        turn: The turn of the game in which the day falls, from 1.
        actor: Who acted, as coded.
        target: Against whom, as coded.
        words: What happened.
        rung: Its rung; 0 for what is no use of force or threat.
        source: What it rests on, in words.
        doubts: What speaks against leaning on it, such as "derived"; mostly empty.
    """

    day: date
    turn: int
    actor: str
    target: str
    words: str
    rung: float
    source: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """The index along the recorded events, in turns of a game.

    Attributes:
        title: What it is called, such as "2024 as it happened".
        points: Turns as a number and the index at the end of each day.
        rows: What happened in the game's time, oldest first.
    """

    title: str
    points: tuple[tuple[float, float], ...]
    rows: tuple[HistoryRow, ...]
