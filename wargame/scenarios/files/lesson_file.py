"""Lessons as they are written: exercises with a run for each question, and guided games."""

from __future__ import annotations

from typing import Annotated, Literal

from wargame.scenarios.files.base import (
    PATTERN_WORDS,
    ActorRef,
    FileModel,
    Label,
    Line,
    MoveRef,
    Name,
    SourceRef,
    Text,
)
from wargame.scenarios.files.schema_parts import Field, StringConstraints

MEASURE = (
    r"^(?:all-out|direct|truce|collapse|index|leaked|announced|held"
    r"|(?:acts|large) [A-Z]{3,5} [A-Z]{3,5})$"
)
ORDER = r"^[0-9]{1,4} [A-Z]{3,5} [A-Z]{1,2}[0-9]{2,3}[a-z]?(?: [A-Z]{3,5})?$"
FORBIDDEN = r"^[A-Z]{3,5} [A-Z]{3,5} [0-9]{1,2}(?:\.[0-9]+)?$"
PATTERN_WORDS.update(
    {
        MEASURE: "all-out, direct, truce, collapse, index, leaked, announced, held, "
        "or acts or large with two actors, such as large ISR HZB",
        ORDER: "a turn, an actor, a move and a target, such as 1 IRN M11 ISR",
        FORBIDDEN: "an actor, a target and the lowest rung forbidden, such as IRN ISR 9.5",
    }
)

Paragraphs = Annotated[list[Text], Field(min_length=1, max_length=8)]
OrderWords = Annotated[str, StringConstraints(pattern=ORDER)]
ForbiddenWords = Annotated[str, StringConstraints(pattern=FORBIDDEN)]


class ExpectPart(FileModel):
    """What an answer says of one measure."""

    measure: Name = Field(description="Id of a measure of the trial.")
    way: Literal["up", "down", "same"] = Field(
        description="How the second setting differs from the first."
    )
    within: float = Field(
        default=0.0, ge=0, description="For same: the largest difference that counts as none."
    )


class ChoicePart(FileModel):
    """One answer."""

    id: Name = Field(description="Unique within the question.")
    text: Line = Field(description="The answer in words.")
    expects: list[ExpectPart] = Field(
        min_length=1, max_length=8, description="What the run must show for it to be borne out."
    )
    thought: Line | None = Field(default=None, description="What speaks for this answer.")


class SettingPart(FileModel):
    """One of the two worlds of a trial."""

    name: Line = Field(description="Its name in a few words.")
    values: dict[str, float] = Field(
        default_factory=dict, description="Numbers set, by path, as forecast --set takes them."
    )
    orders: list[OrderWords] = Field(
        default_factory=list, max_length=16, description="Orders given whatever doctrine says."
    )
    forbidden: list[ForbiddenWords] = Field(
        default_factory=list, max_length=16, description="Acts that are not done."
    )


class MeasurePart(FileModel):
    """A number that is compared."""

    id: Name = Field(description="Unique within the trial.")
    of: Annotated[str, StringConstraints(pattern=MEASURE)] = Field(description="What is counted.")
    words: Line = Field(description="What it is, for people.")


class TrialPart(FileModel):
    """The same moment in two settings, on the same draws."""

    start: Label = Field(description="Start point of the scenario.")
    turns: int = Field(ge=1, le=52, description="Turns that are played.")
    one: SettingPart = Field(description="The first setting.")
    other: SettingPart = Field(description="The second; differences are second minus first.")
    measures: list[MeasurePart] = Field(min_length=1, max_length=6, description="What is compared.")


class CasePart(FileModel):
    """A case, a question about it, and the run that answers."""

    case: Paragraphs = Field(description="What has happened, a paragraph an entry.")
    question: Line = Field(description="What is asked before the run.")
    choices: list[ChoicePart] = Field(min_length=2, max_length=5, description="The answers.")
    trial: TrialPart = Field(description="The run that shows which answer is borne out.")
    meaning: Paragraphs = Field(description="What to take from it.")


class ExerciseFile(FileModel):
    """A file with one exercise."""

    id: Name = Field(description="Name under which progress is kept.")
    number: int = Field(ge=1, le=999, description="Place in the list.")
    title: Line = Field(description="Its title.")
    argument: Text = Field(description="Whose argument it is and what it says.")
    sources: list[SourceRef] = Field(
        default_factory=list, max_length=8, description="Ids of the scenario's sources."
    )
    minutes: int = Field(ge=1, le=240, description="About how long it takes.")
    scenario: Name = Field(description="Id of the scenario that it runs.")
    before: CasePart = Field(description="The first case.")
    after: CasePart = Field(description="The same idea in another case.")
    limits: Paragraphs = Field(description="What the model cannot say here.")


class StepPart(FileModel):
    """One instruction."""

    title: Line = Field(description="What it is about.")
    text: Text = Field(description="What to do, in short sentences.")
    waits_for: Literal[
        "read", "planning", "move", "warning", "message", "sealed", "outcome", "turn"
    ] = Field(description="What the student does before the next step comes.")
    move: MoveRef | None = Field(default=None, description="The move that must be on the sheet.")
    to: ActorRef | None = Field(default=None, description="Who is written to or told.")
    hours: float = Field(default=0.0, ge=0, le=240, description="Hours of warning at the least.")
    turn: int = Field(default=0, ge=0, le=1000, description="The turn that must have begun.")
    place: Name | None = Field(default=None, description="Part of the screen that it points to.")


class GuidedFile(FileModel):
    """A file with one guided game."""

    id: Name = Field(description="Name under which progress is kept.")
    title: Line = Field(description="Its title.")
    line: Line = Field(description="What it teaches, in one sentence.")
    minutes: int = Field(ge=1, le=240, description="About how long it takes.")
    scenario: Name = Field(description="Id of its scenario.")
    start: Label = Field(description="Start point.")
    seat: ActorRef = Field(description="The student's seat.")
    seed: int = Field(ge=0, le=2**53 - 1, description="Seed of the game.")
    turns: int = Field(ge=1, le=52, description="Turns that it is played for.")
    steps: list[StepPart] = Field(min_length=1, max_length=40, description="The instructions.")
