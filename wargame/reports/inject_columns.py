"""Which column of a spreadsheet holds what of an inject: guessed from names, set by people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from wargame.reports.sheets import Sheet


class Field(StrEnum):
    """What a column can hold, in the order in which columns are written."""

    ID = "id"
    TITLE = "title"
    TEXT = "text"
    KIND = "kind"
    TO = "to"
    SENDER = "sender"
    RELIABILITY = "reliability"
    TURN = "turn"
    DAY = "day"
    MINUTES = "minutes"
    TRIGGER = "trigger"
    BY_ITSELF = "by-itself"
    EFFECTS = "effects"
    FIRST = "first"
    SECOND = "second"
    FRONT = "front"
    SOURCES = "sources"
    INVENTED = "invented"
    STATUS = "status"


HEADINGS: Final[dict[Field, str]] = {
    Field.ID: "No",
    Field.TITLE: "Inject",
    Field.TEXT: "Text",
    Field.KIND: "Kind",
    Field.TO: "To",
    Field.SENDER: "From",
    Field.RELIABILITY: "Reliability",
    Field.TURN: "Turn",
    Field.DAY: "Day",
    Field.MINUTES: "Minutes",
    Field.TRIGGER: "Trigger",
    Field.BY_ITSELF: "Goes by itself",
    Field.EFFECTS: "Effects",
    Field.FIRST: "Effects: actor",
    Field.SECOND: "Effects: target",
    Field.FRONT: "Effects: front",
    Field.SOURCES: "Sources",
    Field.INVENTED: "Invented",
    Field.STATUS: "Status",
}
"""The names of columns in lists that we write."""

MEANINGS: Final[dict[Field, str]] = {
    Field.ID: "its number or id",
    Field.TITLE: "one line for the queue",
    Field.TEXT: "what the seats read",
    Field.KIND: "news, intelligence, message or event",
    Field.TO: "seats; empty for all",
    Field.SENDER: "who speaks in a message",
    Field.RELIABILITY: "of an intelligence report",
    Field.TURN: "turn from which it is due",
    Field.DAY: "game day or date from which it is due",
    Field.MINUTES: "time of the exercise at which it is due",
    Field.TRIGGER: "a condition in words",
    Field.BY_ITSELF: "yes: sent without being offered",
    Field.EFFECTS: "what it changes",
    Field.FIRST: "the actor of its effects",
    Field.SECOND: "the target of its effects",
    Field.FRONT: "the front of its effects",
    Field.SOURCES: "ids of sources",
    Field.INVENTED: "no for what really happened",
    Field.STATUS: "what had become of it; not read",
}
"""What each field is, for people who map columns."""

_NAMES: Final[dict[Field, tuple[str, ...]]] = {
    Field.ID: ("id", "no", "nr", "number", "inject no", "inject number", "inject id", "serial"),
    Field.TITLE: ("inject", "title", "event", "headline", "subject", "short title", "inject title"),
    Field.TEXT: ("text", "description", "content", "message", "body", "details", "inject text"),
    Field.KIND: ("kind", "type", "method", "means", "category", "delivery", "medium", "channel"),
    Field.TO: ("to", "recipient", "recipients", "audience", "team", "teams", "seat", "receiver"),
    Field.SENDER: ("from", "sender", "originator", "source of message", "role player"),
    Field.RELIABILITY: ("reliability", "confidence", "credibility", "rating"),
    Field.TURN: ("turn", "round", "move", "phase", "game turn"),
    Field.DAY: ("day", "date", "dtg", "game day", "game date", "in game time", "scenario time"),
    Field.MINUTES: ("minutes", "time", "start time", "clock", "exercise time", "h hour", "stex"),
    Field.TRIGGER: ("trigger", "condition", "when", "due when"),
    Field.BY_ITSELF: ("goes by itself", "automatic", "auto"),
    Field.EFFECTS: ("effects", "effect on the model"),
    Field.FIRST: ("effects actor",),
    Field.SECOND: ("effects target",),
    Field.FRONT: ("effects front",),
    Field.SOURCES: ("sources", "references"),
    Field.INVENTED: ("invented", "fictional"),
    Field.STATUS: ("status", "state"),
}
_HEADER_ROWS: Final = 30

WRITTEN: Final = tuple(
    field for field in Field if field not in {Field.TURN, Field.DAY, Field.MINUTES}
)
"""The fields of lists that we write; times are in the trigger."""


def plain(name: str) -> str:
    """A column's name as it is compared: small letters and single spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name.casefold()).split())


def guessed_columns(names: Sequence[str]) -> dict[Field, int]:
    """The fields that columns of these names hold, as far as their names say; each once."""
    found: dict[Field, int] = {}
    words = [plain(name) for name in names]
    ours = {plain(HEADINGS[field]): field for field in WRITTEN}
    if ours.keys() <= set(words):
        return {field: words.index(word) for word, field in ours.items()}
    for field, known in _NAMES.items():
        for name in known:
            if name in words and words.index(name) not in found.values():
                found[field] = words.index(name)
                break
    return found


def header_row(sheet: Sheet) -> int:
    """The number of the row that most looks like names of columns, from 1."""
    best, most = 1, 0
    for number, row in enumerate(sheet.rows[:_HEADER_ROWS], start=1):
        known = len(guessed_columns(row)) if sum(map(bool, row)) >= 2 else 0
        if known > most:
            best, most = number, known
    if most:
        return best
    wide = max(map(len, sheet.rows[:_HEADER_ROWS]))
    full = (n for n, row in enumerate(sheet.rows[:_HEADER_ROWS], 1) if sum(map(bool, row)) >= wide)
    return next(full, 1)
