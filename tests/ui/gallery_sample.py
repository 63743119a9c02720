"""What the gallery shows: a ladder, actors and rows like those of a game."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.theme.item_roles import (
    ActorValue,
    RungValue,
    SparkValue,
    TwoLineValue,
)

SCALE = BandScale(
    (
        BandSpan(1, "Steady", 0, 2, 0, 20),
        BandSpan(2, "Posture", 3, 5, 20, 35),
        BandSpan(3, "Shadow war", 6, 9, 35, 60),
        BandSpan(4, "Direct strikes", 10, 14, 60, 80),
        BandSpan(5, "Open war", 15, 20, 80, 100),
    )
)

ISR = ActorValue("square", "ISR", "Israel")
IRN = ActorValue("circle", "IRN", "Iran")
HZB = ActorValue("circle", "HZB", "Hezbollah")
QAT = ActorValue("diamond", "QAT", "Qatar")
UNKNOWN = ActorValue("unknown", "Unknown", "Unknown")


@dataclass(frozen=True)
class Happening:
    """A row of the feed."""

    when: str
    source: ActorValue
    target: ActorValue | None
    what: str
    rung: RungValue
    seen: str
    index: float


@dataclass(frozen=True)
class Seat:
    """A row of the seats tree."""

    key: str
    shown: TwoLineValue


@dataclass(frozen=True)
class Session:
    """A row of recent sessions."""

    name: str
    turn: str
    spark: SparkValue
    peak: str


def rung_value(rung: int) -> RungValue:
    span = SCALE.of_rung(rung)
    return RungValue(rung, span.number, 5, span.name)
