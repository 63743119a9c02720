"""The kinds of value that scenario files are made of, with the ranges that they may take."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from wargame.scenarios.files.schema_parts import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PydanticCustomError,
    StringConstraints,
)

ACTOR = r"^[A-Z]{3,5}$"
MOVE = r"^[A-Z]{1,2}[0-9]{2,3}[a-z]?$"
NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LABEL = r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$"
KEY = r"^[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)+$"
CODE = r"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$"
SOMETHING = r"\S"
ONE_LINE = r"^[^\r\n]*\S[^\r\n]*$"
MARKDOWN_FILE = r"^briefings/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.md$"
TARGET = r"^(?:\*|[A-Z]{3,5}|rivals|proxies|patrons|partners|mediators)$"
ANYONE = r"^(?:\*|[A-Z]{3,5})$"
SIDE = r"^(?:actor|target|[A-Z]{3,5})$"

PATTERN_WORDS: dict[str, str] = {
    ACTOR: "an actor's id of three to five capital letters, such as IRN",
    MOVE: "a move's id, such as M11",
    NAME: "an id of small letters, digits and hyphens, such as red-sea",
    LABEL: "an id of letters, digits, dots and hyphens, such as 2024-07-31",
    KEY: "a dotted name, such as index.half_life_days",
    CODE: "a reason code of dotted words, such as preview.missing",
    SOMETHING: "a text",
    ONE_LINE: "a text of one line",
    MARKDOWN_FILE: "a file of the folder briefings, such as briefings/IRN.md",
    TARGET: "an actor's id, “*”, or one of rivals, proxies, patrons, partners, mediators",
    ANYONE: "an actor's id, or “*” for everyone",
    SIDE: "an actor's id, or in a move's requirements the word actor or target",
}
"""What each pattern asks for, for people."""


SHORT_LIST = 100
"""Longest list inside an entry; files that break limits would otherwise take long to check."""


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "is not a day of the calendar; write it as 2024-07-31")


ActorRef = Annotated[str, StringConstraints(pattern=ACTOR)]
MoveRef = Annotated[str, StringConstraints(pattern=MOVE)]
FrontRef = Annotated[str, StringConstraints(pattern=NAME)]
SourceRef = Annotated[str, StringConstraints(pattern=LABEL)]
Name = Annotated[str, StringConstraints(pattern=NAME, max_length=60)]
Label = Annotated[str, StringConstraints(pattern=LABEL, max_length=60)]
Side = Annotated[str, StringConstraints(pattern=SIDE)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=ONE_LINE, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOMETHING, max_length=20000)]
MaybeText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20000)]
Briefing = Annotated[str, StringConstraints(pattern=MARKDOWN_FILE)]
Share = Annotated[float, Field(ge=0, le=1)]
# The top of the scenario's own ladder is checked later, with a better sentence.
Rung = Annotated[float, Field(ge=0, json_schema_extra={"maximum": 20})]
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
ActorRefs = Annotated[list[ActorRef], Field(max_length=SHORT_LIST)]
Sources = Annotated[
    list[SourceRef],
    Field(default_factory=list, max_length=SHORT_LIST, description="Ids of sources.yaml."),
]


class FileModel(BaseModel):
    """A part of a file: strict types, no unknown keys, no infinities."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False, frozen=True)
