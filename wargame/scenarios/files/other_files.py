"""The smaller files: relations, injects, parameters and sources."""

from __future__ import annotations

from typing import Annotated, Literal

from wargame.model.actors import RelationKind
from wargame.model.ids import Basis
from wargame.model.injects import InjectKind, Reliability
from wargame.scenarios.files.base import (
    KEY,
    SHORT_LIST,
    ActorRef,
    ActorRefs,
    FileModel,
    FrontRef,
    Label,
    Line,
    MaybeText,
    SourceRef,
    Sources,
    Text,
)
from wargame.scenarios.files.conditions_part import ConditionPart
from wargame.scenarios.files.effects_part import EffectPart
from wargame.scenarios.files.schema_parts import Field, StringConstraints


class RelationPart(FileModel):
    """What ties two actors."""

    first: ActorRef = Field(description="One side; the patron where there is one.")
    second: ActorRef = Field(description="The other side; the proxy or partner where there is one.")
    kind: RelationKind = Field(description="What ties them.")
    front: FrontRef | None = Field(default=None, description="The front that their acts heat.")
    home_front: FrontRef | None = Field(
        default=None, description="The front of acts on each other's home soil, when another."
    )
    note: MaybeText = Field(default="", description="What the relation is.")
    sources: Sources


class RelationsFile(FileModel):
    """The file ``relations.yaml``."""

    relations: list[RelationPart] = Field(
        default_factory=list, max_length=1000, description="The relations."
    )


class InjectPart(FileModel):
    """Something that control brings into the game."""

    id: Label = Field(description="Unique id.")
    title: Line = Field(description="One line for the queue.")
    text: Text = Field(description="What the seats read.")
    kind: InjectKind = Field(description="What kind of inject it is.")
    to: ActorRefs = Field(default_factory=list, description="Seats that get it; empty: all.")
    when: ConditionPart | None = Field(
        default=None, description="What must hold for it to be due; left out: by hand."
    )
    effects: list[EffectPart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="What it changes."
    )
    first: ActorRef | None = Field(default=None, description="Who “actor” is in its effects.")
    second: ActorRef | None = Field(default=None, description="Who “target” is in its effects.")
    front: FrontRef | None = Field(default=None, description="Which front “front” is.")
    sources: Sources
    invented: bool = Field(description="True when the event did not happen in history.")
    sender: MaybeText = Field(default="", description="From whom a message comes, in words.")
    reliability: Reliability = Field(
        default="", description="How far an intelligence report can be leaned on."
    )
    by_itself: bool = Field(
        default=False, description="Sent as soon as it is due, without being offered to control."
    )


class AnswerPart(FileModel):
    """A ready answer to a question that teams are likely to ask control."""

    id: Label = Field(description="Unique id.")
    question: Line = Field(description="What it answers, in one line.")
    text: Text = Field(description="What the team reads.")
    sources: Sources


class InjectsFile(FileModel):
    """The file ``injects.yaml``."""

    injects: list[InjectPart] = Field(
        default_factory=list, max_length=500, description="The injects."
    )
    answers: list[AnswerPart] = Field(
        default_factory=list, max_length=500, description="Ready answers to teams' questions."
    )


class ParameterPart(FileModel):
    """A constant of the law as this scenario sets it."""

    value: float = Field(description="The value used.")
    low: float = Field(description="Low end of the range under uncertainty.")
    high: float = Field(description="High end of that range.")
    basis: Annotated[Basis, Field(strict=False)] = Field(description="What the value rests on.")
    note: Text = Field(description="What it does and why this value.")
    sources: Sources


class ParametersFile(FileModel):
    """The file ``parameters.yaml``."""

    parameters: dict[Annotated[str, StringConstraints(pattern=KEY)], ParameterPart] = Field(
        default_factory=dict, max_length=2000, description="Parameters by key."
    )


class SourcePart(FileModel):
    """A source that facts and numbers cite."""

    title: Line = Field(description="What it is, in your own words.")
    kind: Literal["source-document", "public", "dataset", "literature", "standing", "derived"] = (
        Field(description="What kind of source it is.")
    )
    date: MaybeText = Field(default="", description="When it was written, as far as known.")
    note: MaybeText = Field(default="", description="What to know before leaning on it.")
    confidence: Literal["high", "medium", "low"] = Field(description="How far it can be leaned on.")


class SourcesFile(FileModel):
    """The file ``sources.yaml``."""

    sources: dict[SourceRef, SourcePart] = Field(
        default_factory=dict,
        max_length=2000,
        description="Sources by id, in quotes where the id is a number.",
    )
