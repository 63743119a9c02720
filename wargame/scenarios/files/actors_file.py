"""``actors.yaml``: who is in the scenario, what they want, and how a computer plays them."""

from __future__ import annotations

from wargame.model.actors import Camp
from wargame.scenarios.files.base import (
    SHORT_LIST,
    ActorRef,
    ActorRefs,
    Briefing,
    FileModel,
    FrontRef,
    Label,
    Line,
    MaybeText,
    Rung,
    Share,
    Sources,
    Text,
)
from wargame.scenarios.files.conditions_part import ConditionPart
from wargame.scenarios.files.schema_parts import Field

MOST_ACTORS = 60
"""Most actors of a scenario; the world has a number for each pair of them, many times over."""


class RolePart(FileModel):
    """A role in a team."""

    title: Line = Field(description="What the role is called.")
    task: Line = Field(description="What it does.")


class ObjectivePart(FileModel):
    """What a team wants."""

    id: Label = Field(description="Unique within the actor.")
    text: Text = Field(description="What the team reads.")
    weight: Share = Field(description="Weight in a score, 0 to 1.")
    holds: ConditionPart | None = Field(
        default=None, description="Held while this is true; left out: people judge."
    )
    lost: ConditionPart | None = Field(default=None, description="Lost for good once true.")


class RedLinePart(FileModel):
    """A line that the actor does not want crossed."""

    id: Label = Field(description="Unique within the actor.")
    text: Text = Field(description="The line in words.")
    rung: Rung = Field(description="Lowest rung that crosses it.")
    by: ActorRefs = Field(default_factory=list, description="Whose acts; empty: anybody's.")
    front: FrontRef | None = Field(default=None, description="Only on this front.")
    against: ActorRefs = Field(
        default_factory=list, description="Acts against whom; empty: against the actor itself."
    )
    promise: Text = Field(description="The promised answer.")
    public: bool = Field(description="Whether others know the line.")


class DoctrinePart(FileModel):
    """How a computer opponent plays the actor."""

    reply_ratio: float = Field(ge=0, le=3, description="Reply per unit of debt owed, 0 to 3.")
    opportunism: Share = Field(default=0.0, description="Readiness to press an advantage, 0 to 1.")
    ceiling: Rung = Field(description="Highest rung it chooses of its own will.")
    routine: Rung = Field(default=0.0, description="Rung of its routine acts; 0 for none.")
    solidarity: float = Field(
        default=0.0, ge=0, le=100, description="Solidarity with a patron's or ally's war, S units."
    )
    telegraphs: Share = Field(default=0.0, description="Chance of warning before a direct strike.")
    notes: MaybeText = Field(default="", description="For people who play the seat.")


class PlacePart(FileModel):
    """A point on the map."""

    lon: float = Field(ge=-180, le=180, description="Degrees east; negative for west.")
    lat: float = Field(ge=-80, le=80, description="Degrees north; negative for south.")


class ActorPart(FileModel):
    """One actor."""

    id: ActorRef = Field(description="Three to five capitals, such as IRN.")
    name: Line = Field(description="Name the actor uses.")
    common_name: MaybeText = Field(default="", description="Name that others use, when another.")
    abstract_name: Line = Field(description="Name when played with abstract names.")
    camp: Camp = Field(description="Which list and shape it belongs to.")
    playable: bool = Field(description="Whether it has a seat.")
    initiative: int = Field(
        default=100, ge=0, le=10_000, description="Order within a step, lower first."
    )
    borders: ActorRefs = Field(default_factory=list, description="Actors next to it.")
    place: PlacePart | None = Field(
        default=None, description="Where the map shows it; left out: it is not on the map."
    )
    briefing: Briefing | None = Field(
        default=None, description="File of the team's briefing; playable actors need one."
    )
    roles: list[RolePart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="Roles for its players."
    )
    objectives: list[ObjectivePart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="What it wants."
    )
    red_lines: list[RedLinePart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="Lines it has drawn."
    )
    doctrine: DoctrinePart | None = Field(
        default=None, description="How a computer plays it; playable actors need one."
    )
    sources: Sources


class ActorsFile(FileModel):
    """The file ``actors.yaml``."""

    actors: list[ActorPart] = Field(
        description="The actors.", max_length=MOST_ACTORS, json_schema_extra={"minItems": 1}
    )
