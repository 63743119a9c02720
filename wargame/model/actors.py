"""Who is in a scenario: actors, the roles in their teams, what they want, and what ties them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wargame.model.conditions import Condition
from wargame.model.ids import ActorId, FrontId, SourceId

Camp = Literal["israel-and-partners", "iran-and-allies", "mediators-and-neighbours", "background"]
"""The camps of the map and the lists; each has a shape of its own, never a colour."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map.

    Attributes:
        longitude: Degrees east, -180 to 180.
        latitude: Degrees north, -80 to 80.
    """

    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a team, such as "Head of government"; players are given one in the set-up."""

    title: str
    task: str


@dataclass(frozen=True, slots=True)
class Objective:
    """What a team wants.

    Attributes:
        id: Unique within the actor.
        text: What the team reads.
        holds: Held while this is true; None where people judge.
        lost: Lost for good once this is true; None where it cannot be.
        weight: Weight in a score, 0 to 1.
    """

    id: str
    text: str
    holds: Condition | None
    lost: Condition | None
    weight: float


@dataclass(frozen=True, slots=True)
class RedLine:
    """A line that the actor does not want crossed, and what it said it would do.

    Attributes:
        id: Unique within the actor.
        text: The line in words.
        rung: Lowest rung that crosses it, 0 to 20.
        by: Whose acts can cross it; empty for anybody's.
        front: Only acts on this front; None for any.
        against: Acts against whom; empty for acts against the actor itself.
        promise: The promised answer, in words.
        public: Whether others know the line.
    """

    id: str
    text: str
    rung: float
    by: tuple[ActorId, ...]
    front: FrontId | None
    against: tuple[ActorId, ...]
    promise: str
    public: bool


@dataclass(frozen=True, slots=True)
class Doctrine:
    """How a computer opponent plays the actor (MODEL D7, level 1).

    Attributes:
        reply_ratio: Reply per unit of debt owed (rho), 0 to 3.
        opportunism: Readiness to press an advantage, 0 to 1.
        ceiling: Highest rung it chooses of its own will.
        routine: Rung of its routine acts; 0 for none.
        solidarity: Solidarity with a patron's or ally's war, in S units.
        telegraphs: Probability of giving warning before a direct strike, 0 to 1.
        notes: One or two sentences for people who play the seat.
        telegraphs_to: The same chance towards single actors, where it is another one.
    """

    reply_ratio: float
    opportunism: float
    ceiling: float
    routine: float
    solidarity: float
    telegraphs: float
    notes: str
    telegraphs_to: tuple[tuple[ActorId, float], ...] = ()


@dataclass(frozen=True, slots=True)
class StartValue:
    """A state variable's value at the start, with its basis.

    Attributes:
        variable: Name in ``model/variables.py``.
        first: Actor or front; empty for the world.
        second: Other actor, weapon class or layer; empty where there is none.
        value: The value.
        note: Why this value; may be empty.
        sources: Sources of the value; empty for judged values.
    """

    variable: str
    first: str
    second: str
    value: float
    note: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a scenario.

    Attributes:
        id: Three to five capitals, such as ``IRN``.
        name: Name the actor uses, such as "Ansar Allah".
        common_name: Name that others use, such as "Houthis"; empty when the same.
        abstract_name: Name when the scenario is played with abstract names.
        camp: Which list and shape it belongs to.
        playable: Whether it has a seat; control plays the others.
        initiative: Order within a step of adjudication, lower first.
        borders: Actors next to it, for spillover.
        roles: Roles for the players of its team.
        objectives: What the team wants.
        red_lines: What it does not want to happen.
        doctrine: How a computer plays it.
        briefing: Markdown text for the team; empty for background actors.
        sources: Sources for what is said about the actor.
        place: Where the map shows it; None for an actor that no single place stands for.
    """

    id: ActorId
    name: str
    common_name: str
    abstract_name: str
    camp: Camp
    playable: bool
    initiative: int
    borders: tuple[ActorId, ...]
    roles: tuple[Role, ...]
    objectives: tuple[Objective, ...]
    red_lines: tuple[RedLine, ...]
    doctrine: Doctrine
    briefing: str
    sources: tuple[SourceId, ...]
    place: Place | None = None

    @property
    def full_name(self) -> str:
        """Own name with the common one in brackets, such as "Ansar Allah (Houthis)"."""
        return f"{self.name} ({self.common_name})" if self.common_name else self.name


RelationKind = Literal[
    "rivals", "patron-proxy", "patron-partner", "allies", "mediation", "neighbours"
]


@dataclass(frozen=True, slots=True)
class Relation:
    """What ties two actors; for patrons the first is the patron.

    Attributes:
        first: One side; the patron where there is one.
        second: The other side; the proxy or partner where there is one.
        kind: What ties them.
        front: The front on which their acts heat; None for the diplomatic front.
        home_front: The front of acts on each other's home soil; None when the same.
        note: What the relation is, in our words.
        sources: Sources of the relation.
    """

    first: ActorId
    second: ActorId
    kind: RelationKind
    front: FrontId | None
    home_front: FrontId | None
    note: str
    sources: tuple[SourceId, ...]
