"""``moves.yaml``: the catalogue of moves."""

from __future__ import annotations

from typing import Annotated, Literal

from wargame.model.ids import Weapon
from wargame.model.moves import Category, Lasting, Resolution, Step
from wargame.scenarios.files.base import (
    ANYONE,
    CODE,
    SHORT_LIST,
    TARGET,
    Day,
    FileModel,
    FrontRef,
    Line,
    MaybeText,
    MoveRef,
    Name,
    Rung,
    Share,
    Sources,
    Text,
)
from wargame.scenarios.files.conditions_part import ConditionPart
from wargame.scenarios.files.effects_part import EffectPart
from wargame.scenarios.files.schema_parts import Field, StringConstraints

Points = Annotated[float, Field(ge=0, le=20)]


class CostPart(FileModel):
    """What a move costs."""

    political: Points = Field(default=0.0, description="Political points.")
    material: Points = Field(default=0.0, description="Material points.")


class SalvoPart(FileModel):
    """How a move uses weapons."""

    classes: Annotated[
        list[Annotated[Weapon, Field(strict=False)]], Field(min_length=1, max_length=10)
    ] = Field(description="Weapon classes it may use.")
    default: list[Annotated[int, Field(ge=0, le=1_000_000)]] = Field(
        max_length=10, description="Counts offered first, one for each class."
    )
    largest: int = Field(ge=1, le=1_000_000, description="Largest total count of one order.")


class RequirementPart(FileModel):
    """Something that must hold before a move is open."""

    when: ConditionPart = Field(description="What must hold.")
    code: Annotated[str, StringConstraints(pattern=CODE)] = Field(
        description="Stable reason code, such as preview.missing."
    )
    reason: Line = Field(description="What a player reads when it does not hold.")


class MovePart(FileModel):
    """One move."""

    id: MoveRef = Field(description="Catalogue id, such as M11.")
    category: Annotated[Category, Field(strict=False)] = Field(description="Tab of the panel.")
    name: Line = Field(description="What players read.")
    summary: Text = Field(description="What it does and what it risks.")
    rung: Rung = Field(description="Theatre rung.")
    kahn: MaybeText = Field(default="", description="Rung of Kahn's ladder, in quotes.")
    cameo: MaybeText = Field(default="", description="CAMEO code, in quotes.")
    goldstein: float = Field(ge=-10, le=10, description="Goldstein score; a positive one cools.")
    rivera: Literal[
        "De-escalation", "Status quo", "Posturing", "Non-violent", "Violent", "Nuclear"
    ] = Field(description="Class of Rivera et al.")
    hostility: int = Field(ge=1, le=5, description="Correlates of War level.")
    lasting: Annotated[Lasting, Field(strict=False)] = Field(
        default=Lasting.EVENT, description="How long it goes on."
    )
    step: Annotated[Step, Field(strict=False)] = Field(description="When it is resolved.")
    resolution: Annotated[Resolution, Field(strict=False)] = Field(
        default=Resolution.PLAIN, description="Which system decides its success."
    )
    cost: CostPart = Field(default_factory=CostPart, description="What it costs.")
    preparation: int = Field(default=0, ge=0, le=52, description="Turns before it can happen.")
    deniability: Share = Field(default=0.0, description="How deniable it is, 0 (open) to 1.")
    who: list[Annotated[str, StringConstraints(pattern=ANYONE)]] = Field(
        max_length=SHORT_LIST, description="Actors that may make it; * for everyone."
    )
    targets: list[Annotated[str, StringConstraints(pattern=TARGET)]] = Field(
        default_factory=list,
        max_length=SHORT_LIST,
        description="Whom it may be aimed at; empty: it has no target.",
    )
    front: FrontRef | None = Field(
        default=None, description="Front it acts on; the pair's when left out."
    )
    home_soil: bool = Field(default=False, description="Whether it strikes the target's own soil.")
    joint: bool = Field(default=False, description="Whether others take part on their own draw.")
    salvo: SalvoPart | None = Field(default=None, description="How it uses weapons.")
    requires: list[RequirementPart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="When it is open."
    )
    effects: list[EffectPart] = Field(
        default_factory=list, max_length=SHORT_LIST, description="What it changes."
    )
    tags: list[Name] = Field(
        default_factory=list,
        max_length=SHORT_LIST,
        description="Words by which doctrines and systems know it.",
    )
    precedent: MaybeText = Field(default="", description="When it was done before.")
    precedent_day: Day | None = Field(
        default=None, description="Day from which that can be known; always when left out."
    )
    sources: Sources


class MovesFile(FileModel):
    """The file ``moves.yaml``."""

    moves: list[MovePart] = Field(
        description="The moves.", max_length=400, json_schema_extra={"minItems": 1}
    )
