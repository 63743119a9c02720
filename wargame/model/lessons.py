"""Lessons as facts: exercises that ask, run the model and ask again, and guided first games.

An exercise never states what the model says. Each answer says what it expects, and the run shows
whether that is borne out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How an answer expects a number to differ from the first setting to the second."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an answer says of one measure.

    Attributes:
        measure: Id of a measure of the trial.
        way: Higher, lower or about the same in the second setting.
        within: Largest difference that counts as about the same, in the measure's unit.
    """

    measure: str
    way: Way
    within: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers.

    Attributes:
        id: Its name in files and progress.
        text: The answer in words.
        expects: What must come out of the run for it to be borne out.
        thought: What speaks for the answer, whether the model bears it out or not.
    """

    id: str
    text: str
    expects: tuple[Expectation, ...]
    thought: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of each run that is compared.

    Attributes:
        id: Its name in the file.
        of: What is counted, and of whom: ``("large", "ISR", "HZB")``, ``("all-out",)``.
        words: What it is, for people.
    """

    id: str
    of: tuple[str, ...]
    words: str

    @property
    def is_share(self) -> bool:
        """Whether it is a share of the runs, 0 to 1, and not a count or a level."""
        return self.of[0] in SHARES


SHARES = frozenset({"all-out", "direct", "truce", "collapse"})
"""Kinds of measure that either come about in a run or do not."""

LEVELS = frozenset({"index", "leaked", "announced", "held"})
"""Kinds of measure that are one number for each run."""

PAIRS = frozenset({"acts", "large"})
"""Kinds of measure that count what one actor did to another."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One of the two worlds of a trial.

    Attributes:
        name: Its name in a few words.
        values: Numbers set to others, by path, as ``wargame forecast --set`` takes them.
        orders: Orders that are given whatever doctrine says, ``TURN ACTOR MOVE TARGET``.
        forbidden: Acts that are not done, ``ACTOR TARGET MINRUNG``.
    """

    name: str
    values: tuple[tuple[str, float], ...] = ()
    orders: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """The same moment played forward in two settings, on the same draws.

    Attributes:
        start: Start point of the scenario.
        turns: Turns that are played.
        one: The first setting.
        other: The second; differences are the second minus the first.
        measures: What is compared.
    """

    start: str
    turns: int
    one: Setting
    other: Setting
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A case, a question about it, and the run that answers.

    Attributes:
        case: What has happened, in paragraphs.
        question: What is asked before the run.
        choices: The answers to choose from.
        trial: The run.
        meaning: What to take from the run, whatever it says to the last digit.
    """

    case: tuple[str, ...]
    question: str
    choices: tuple[Choice, ...]
    trial: Trial
    meaning: tuple[str, ...]

    def choice(self, name: str) -> Choice | None:
        """An answer by its id; None where there is none of that name."""
        return next((choice for choice in self.choices if choice.id == name), None)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A short exercise about one argument.

    Attributes:
        id: Its name in progress.
        number: Its place in the list.
        title: Its title.
        argument: Whose argument it is, and what it says, in one or two sentences.
        sources: Ids of the scenario's sources.
        minutes: About how long it takes.
        scenario: Id of the scenario that it runs.
        before: The first case.
        after: The same idea in another case.
        limits: What the model cannot say here.
    """

    id: str
    number: int
    title: str
    argument: str
    sources: tuple[str, ...]
    minutes: int
    scenario: str
    before: Part
    after: Part
    limits: tuple[str, ...]


class Doing(StrEnum):
    """What a step of a guided game waits for."""

    READ = "read"
    PLANNING = "planning"
    MOVE = "move"
    WARNING = "warning"
    MESSAGE = "message"
    SEALED = "sealed"
    OUTCOME = "outcome"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction of a guided game.

    Attributes:
        title: What it is about.
        text: What to do, in short sentences.
        doing: What it waits for.
        move: The move that must be on the sheet; empty for any.
        to: The actor written to or told; empty for any.
        hours: Hours of warning at the least.
        turn: The turn that must have begun.
        place: Part of the screen that it points to; empty for none.
    """

    title: str
    text: str
    doing: Doing
    move: str = ""
    to: str = ""
    hours: float = 0.0
    turn: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class GuidedGame:
    """A game that is played with an instruction at a time.

    Attributes:
        id: Its name in progress.
        title: Its title.
        line: What it teaches, in one sentence.
        minutes: About how long it takes.
        scenario: Id of its scenario.
        start: Start point.
        seat: The student's seat.
        seed: Seed of the game, so that everybody learns from the same one.
        turns: Turns after which the guide has nothing more to say.
        steps: The instructions.
    """

    id: str
    title: str
    line: str
    minutes: int
    scenario: str
    start: str
    seat: str
    seed: int
    turns: int
    steps: tuple[Step, ...]
