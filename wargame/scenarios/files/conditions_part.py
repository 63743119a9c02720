"""Conditions as they are written: one key that says what kind of condition it is."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from wargame.scenarios.files.base import (
    SHORT_LIST,
    ActorRef,
    FileModel,
    FrontRef,
    MoveRef,
    Rung,
    Side,
)
from wargame.scenarios.files.schema_parts import (
    ConfigDict,
    Field,
    PydanticCustomError,
    model_validator,
)

_KEYS = "struck, measure, acts, messages, elapsed, all, any, not"


class StruckPart(FileModel):
    """Someone was struck this turn."""

    rung: Rung = Field(description="Lowest rung that counts.")
    by: ActorRef | None = Field(default=None, description="Who struck; anybody when left out.")
    whom: ActorRef | None = Field(
        default=None, description="Who was struck; the one who asks when left out."
    )


class ActsPart(FileModel):
    """How many acts have happened."""

    at_least: int = Field(ge=1, le=1000, description="Smallest number of acts.")
    rung: Rung = Field(default=0.0, description="Lowest rung counted.")
    by: Side | None = Field(default=None, description="Who acted; anybody when left out.")
    target: Side | None = Field(default=None, description="Against whom; anybody when left out.")
    front: FrontRef | None = Field(default=None, description="On which front; any when left out.")
    within_turns: int = Field(
        default=0, ge=0, le=1000, description="Only the last so many turns; 0 for the whole game."
    )
    move: MoveRef | None = Field(default=None, description="Only this move; any when left out.")


class MessagesPart(FileModel):
    """How many messages have passed between seats; for injects."""

    at_least: int = Field(ge=1, le=1000, description="Smallest number of messages.")
    by: ActorRef | None = Field(default=None, description="Who wrote; anybody when left out.")
    to: ActorRef | None = Field(default=None, description="To whom; anybody when left out.")
    both_ways: bool = Field(default=False, description="Whether answers back count too.")
    within_turns: int = Field(
        default=0, ge=0, le=1000, description="Only the last so many turns; 0 for the whole game."
    )


class ElapsedPart(FileModel):
    """So much time has passed on the clock on the wall; for injects."""

    minutes: float = Field(ge=0, le=100_000, description="Minutes, pauses left out.")
    since: Literal["exercise", "turn", "planning"] = Field(
        default="exercise", description="What they are counted from."
    )


class ConditionPart(FileModel):
    """A condition: exactly one of its keys is written."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    struck: StruckPart | None = Field(default=None, description="Someone was struck this turn.")
    measure: str | None = Field(
        default=None,
        description="A variable and a number: “debt.IRN.ISR >= 4”, “turn >= 3”, “day >= 7”.",
    )
    acts: ActsPart | None = Field(default=None, description="So many acts have happened.")
    messages: MessagesPart | None = Field(
        default=None, description="So many messages have passed; for injects."
    )
    elapsed: ElapsedPart | None = Field(
        default=None, description="So many minutes have passed; for injects."
    )
    all_: Annotated[list[ConditionPart], Field(min_length=1, max_length=SHORT_LIST)] | None = Field(
        default=None, alias="all", description="Every part holds."
    )
    any_: Annotated[list[ConditionPart], Field(min_length=1, max_length=SHORT_LIST)] | None = Field(
        default=None, alias="any", description="At least one part holds."
    )
    not_: ConditionPart | None = Field(
        default=None, alias="not", description="The part does not hold."
    )

    @model_validator(mode="after")
    def _has_one_kind(self) -> Self:
        given = [
            *(self.struck, self.measure, self.acts, self.messages, self.elapsed),
            *(self.all_, self.any_, self.not_),
        ]
        if sum(part is not None for part in given) != 1:
            raise PydanticCustomError(
                "condition", "a condition has exactly one of the keys {keys}", {"keys": _KEYS}
            )
        return self
