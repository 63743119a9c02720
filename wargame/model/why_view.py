"""Why the meter moved between two moments: a waterfall, and how each rise came about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId


class Mechanism(StrEnum):
    """How an act came to raise the meter (MODEL B2); the last three are none of its mechanisms."""

    DELIBERATE = "deliberate"
    INADVERTENT = "inadvertent"
    ACCIDENTAL = "accidental"
    LEVEL = "level"
    RULING = "ruling"
    SYSTEM = "system"


MECHANISM_WORDS: dict[Mechanism, str] = {
    Mechanism.DELIBERATE: "Deliberate",
    Mechanism.INADVERTENT: "Inadvertent",
    Mechanism.ACCIDENTAL: "Accidental",
    Mechanism.LEVEL: "Same level",
    Mechanism.RULING: "Ruling",
    Mechanism.SYSTEM: "System",
}


@dataclass(frozen=True, slots=True)
class Rise:
    """Something that raised the index.

    Attributes:
        number: Number of the event in the log.
        place: Place on the line of the replay.
        turn: The turn.
        actor: Who did it; None for nobody.
        target: Whom it was aimed at; None for nobody.
        words: What happened.
        rung: The rung at which it took place; None where there is none.
        change: Points of the index, above 0.
        mechanism: How it came about.
        reason: Why it counts as that, in a sentence.
    """

    number: int
    place: int
    turn: int
    actor: ActorId | None
    target: ActorId | None
    words: str
    rung: float | None
    change: float
    mechanism: Mechanism
    reason: str


@dataclass(frozen=True, slots=True)
class SpanStep:
    """A row of the waterfall.

    Attributes:
        label: What moved it, in words.
        change: Points of the index.
        place: Place of its event; -1 for a sum of several.
    """

    label: str
    change: float
    place: int


@dataclass(frozen=True, slots=True)
class FactorChange:
    """A factor of the degree of escalation, or a part of the index, at both ends of a span.

    Attributes:
        name: Its name.
        before: Its value at the beginning, in words.
        after: Its value at the end, in words.
        meaning: What it is measured by.
    """

    name: str
    before: str
    after: str
    meaning: str


@dataclass(frozen=True, slots=True)
class WhyMoved:
    """Why the index moved over a span.

    Attributes:
        first: Place where the span begins; what happened there is not part of it.
        last: Place where it ends; what happened there is part of it.
        words: The span in words, such as "turn 3" or "turn 2 to turn 5".
        before: Index at the beginning.
        after: Index at the end.
        steps: What moved it; the changes sum to ``after`` less ``before``.
        rises: What raised it, largest first.
        shares: Points by mechanism, in the order of the mechanisms, those without left out.
        factors: The eight factors.
        fronts: Each front's heat and its share of what drives the index, and the precedents'.
    """

    first: int
    last: int
    words: str
    before: float
    after: float
    steps: tuple[SpanStep, ...]
    rises: tuple[Rise, ...]
    shares: tuple[tuple[Mechanism, float], ...]
    factors: tuple[FactorChange, ...]
    fronts: tuple[FactorChange, ...]
