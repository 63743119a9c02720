"""Orders as they are written for ``wargame play``: by turn and seat."""

from __future__ import annotations

from typing import Annotated

from wargame.model.ids import Weapon
from wargame.scenarios.files.base import ActorRef, FileModel, MaybeText, MoveRef
from wargame.scenarios.files.conditions_part import ConditionPart
from wargame.scenarios.files.schema_parts import Field

WeaponCount = Annotated[int, Field(ge=0, le=1_000_000)]


class ArgumentPart(FileModel):
    """A move in the seat's own words."""

    do: MaybeText = Field(description="What the seat does.")
    result: MaybeText = Field(description="The result that it wants.")
    reasons: list[MaybeText] = Field(default_factory=list, description="Why it should work.")


class OrderPart(FileModel):
    """One order."""

    move: MoveRef | None = Field(
        default=None, description="Entry of the move catalogue; none for a move in own words."
    )
    argument: ArgumentPart | None = Field(
        default=None, description="A move in the seat's own words, which control weighs."
    )
    target: ActorRef | None = Field(default=None, description="Whom it is aimed at.")
    salvo: dict[str, WeaponCount] = Field(
        default_factory=dict, description=f"Weapons to launch: {', '.join(Weapon)}."
    )
    warning_hours: float = Field(default=0.0, ge=0, le=240, description="Advance warning given.")
    told: list[ActorRef] = Field(default_factory=list, description="Who is told in advance.")
    overt: bool = Field(default=True, description="False asks for deniability.")
    meant: float | None = Field(default=None, ge=0, le=20, description="Rung it is meant as.")
    audience: list[ActorRef] = Field(default_factory=list, description="For whom the message is.")
    message: MaybeText = Field(default="", description="What others shall understand.")
    rationale: MaybeText = Field(default="", description="Why; for the debrief only.")
    condition: ConditionPart | None = Field(default=None, description="Only if this holds.")


class SheetPart(FileModel):
    """The orders of a seat for a turn."""

    turn: int = Field(ge=1, le=1000, description="The turn.")
    seat: ActorRef = Field(description="The seat.")
    orders: list[OrderPart] = Field(description="Its orders; an empty list means that it holds.")


class OrdersFile(FileModel):
    """A file of orders."""

    orders: list[SheetPart] = Field(description="Sheets of orders, in any order.")
