"""``scenario.yaml``: the scenario's name, its fronts, ladder and bands, its start points."""

from __future__ import annotations

from typing import Literal

from wargame.scenarios.files.base import (
    ActorRef,
    Briefing,
    Day,
    FileModel,
    FrontRef,
    Label,
    Line,
    MaybeText,
    MoveRef,
    Name,
    Rung,
    Sources,
    Text,
)
from wargame.scenarios.files.schema_parts import (
    ConfigDict,
    Field,
    PydanticCustomError,
    model_validator,
)


class FrontPart(FileModel):
    """A front; the order of fronts is kept, and the last one is where anything else belongs."""

    id: Name = Field(description="Id, such as red-sea.")
    name: Line = Field(description="What players read.")
    weight: float = Field(ge=0, le=10, description="Weight in the escalation index.")
    note: MaybeText = Field(default="", description="What belongs to it, and why this weight.")
    linked: bool = Field(
        default=False, description="Whether allied groups elsewhere tie their fire to a truce here."
    )


class RungPart(FileModel):
    """A rung of the theatre ladder."""

    number: int = Field(ge=0, le=20, description="From 0, one higher for each rung.")
    name: Line = Field(description="What players read.")
    kahn: MaybeText = Field(default="", description="Kahn's rungs that it answers to.")
    crosses: MaybeText = Field(default="", description="Name of the threshold just below it.")


class BandPart(FileModel):
    """A band of the escalation index."""

    number: int = Field(ge=1, le=9, description="From 1, lowest first.")
    name: Line = Field(description="What players read.")
    index_from: float = Field(ge=0, le=100, description="First index of the band; the first is 0.")
    rung_from: int = Field(ge=0, le=20, description="First rung of the band.")
    rung_to: int = Field(ge=0, le=20, description="Last rung of the band.")
    meaning: Line = Field(description="What it means, in one sentence.")


class ValuePart(FileModel):
    """A starting value: a number, or a map when it has a note or sources."""

    model_config = ConfigDict(json_schema_extra={"type": ["number", "object"]})

    value: float = Field(description="The value.")
    note: MaybeText = Field(default="", description="Why this value.")
    sources: Sources

    @model_validator(mode="before")
    @classmethod
    def _number_alone(cls, written: object) -> object:
        if isinstance(written, int | float) and not isinstance(written, bool):
            return {"value": written}
        if not isinstance(written, dict | ValuePart):
            raise PydanticCustomError("value", "is neither a number nor a map with a value")
        return written


class PastPart(FileModel):
    """An act before the game began."""

    day: Day = Field(description="When it happened.")
    actor: ActorRef = Field(description="Who acted.")
    target: ActorRef | None = Field(default=None, description="Against whom.")
    what: Text = Field(description="What happened, in your own words.")
    rung: Rung = Field(description="Theatre rung.")
    front: FrontRef = Field(description="Front that it heated.")
    sources: Sources
    confidence: Literal["high", "medium", "low"] = Field(description="How sure it is.")


class OngoingPart(FileModel):
    """A sustained or standing move that is already going on."""

    actor: ActorRef = Field(description="Whose move it is.")
    move: MoveRef = Field(description="The move.")
    target: ActorRef | None = Field(default=None, description="At whom it is aimed.")


class ChroniclePart(FileModel):
    """What an actor is recorded to have done, as a move of the catalogue."""

    day: Day = Field(description="When it happened.")
    actor: ActorRef = Field(description="Who acted.")
    move: MoveRef = Field(description="The move that comes nearest.")
    target: ActorRef | None = Field(default=None, description="Against whom.")
    what: Text = Field(description="What happened, in your own words.")
    sources: Sources


class StartPart(FileModel):
    """A day from which the scenario can be played."""

    id: Label = Field(description="Id, such as 2024-07-31.")
    title: Line = Field(description="What players read.")
    day: Day = Field(description="First day of turn 1.")
    public_briefing: Briefing = Field(description="File of the briefing that every seat reads.")
    values: dict[str, ValuePart] = Field(
        default_factory=dict,
        max_length=4000,
        description="Starting values by variable, or variable.FIRST, or variable.FIRST.SECOND; "
        "* stands for every name; later entries win.",
    )
    past: list[PastPart] = Field(
        default_factory=list, max_length=500, description="What happened before."
    )
    ongoing: list[OngoingPart] = Field(
        default_factory=list, max_length=200, description="What is going on."
    )


class ScenarioFile(FileModel):
    """The file ``scenario.yaml``."""

    format: int = Field(ge=0, description="Version of the file format: 1.")
    id: Name = Field(description="Id of the scenario, the name of its folder.")
    title: Line = Field(description="What players read.")
    line: Line = Field(description="One line for the card on the start page.")
    version: Line = Field(description="Your version of the scenario, in quotes.")
    turns: int = Field(ge=1, le=200, description="Turns of a full game.")
    turn_days: float = Field(gt=0, le=366, description="Days of a turn.")
    minutes: int = Field(ge=1, le=100_000, description="Planned length of a game in minutes.")
    plan_minutes: int = Field(
        default=20, ge=1, le=10_000, description="Length of a planning phase in minutes."
    )
    max_orders: int = Field(default=3, ge=1, le=10, description="Orders a seat gives in a turn.")
    seed: int = Field(default=1, ge=0, le=2**63 - 1, description="Seed offered first.")
    note: MaybeText = Field(default="", description="Note for participants, Markdown.")
    fronts: list[FrontPart] = Field(
        description="The fronts.", max_length=30, json_schema_extra={"minItems": 1}
    )
    rungs: list[RungPart] = Field(
        default_factory=list,
        max_length=21,
        description="The theatre ladder; left out: the usual one of R0 to R20.",
    )
    bands: list[BandPart] = Field(
        default_factory=list,
        max_length=9,
        description="The bands of the index; left out: the usual five.",
    )
    starts: list[StartPart] = Field(
        description="Start points.", max_length=20, json_schema_extra={"minItems": 1}
    )
    chronicle: list[ChroniclePart] = Field(
        default_factory=list,
        max_length=2000,
        description="What actors did in history, for seats that are played by it.",
    )
