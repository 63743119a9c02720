"""Effects as they are written; moves and injects share them."""

from __future__ import annotations

from typing import Annotated

from wargame.model.moves import Change, EffectOf
from wargame.scenarios.files.base import FileModel
from wargame.scenarios.files.schema_parts import Field


class EffectPart(FileModel):
    """One change of one state variable."""

    variable: str = Field(description="Name of the state variable, such as face.")
    of: EffectOf = Field(description="Whose number it is.")
    change: Annotated[Change, Field(strict=False)] = Field(description="How it changes.")
    amount: float = Field(description="By how much, in units of the variable.")
    towards: float = Field(default=0.0, description="The goal of close-gap.")
    at_success: bool = Field(default=False, description="Only when the act came off.")
    per_turn: bool = Field(default=False, description="Again each turn while the move goes on.")
    key: str = Field(default="", description="Weapon class or layer; * for all.")
