"""What single cells of a list of injects say, such as seats and times, or why they say nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from wargame.errors import RuleError
from wargame.model.ids import ActorId
from wargame.model.injects import InjectKind, Reliability
from wargame.model.scenario import Scenario
from wargame.reports.inject_columns import plain

_KINDS: Final[dict[InjectKind, tuple[str, ...]]] = {
    "news": ("news", "media", "press", "newspaper", "tv", "radio", "social media", "broadcast"),
    "intelligence": ("intelligence", "intel", "intelligence report", "report", "imagery", "sigint"),
    "message": ("message", "email", "e mail", "mail", "letter", "phone", "call", "telephone"),
    "event": ("event", "incident", "action", "occurrence"),
}
_RELIABILITY: Final[dict[Reliability, tuple[str, ...]]] = {
    "confirmed": ("confirmed", "certain", "a1", "high"),
    "likely": ("likely", "probable", "b2", "medium"),
    "possible": ("possible", "c3"),
    "doubtful": ("doubtful", "improbable", "low", "d4"),
}
_EVERYBODY: Final = frozenset({"", "all", "all seats", "all teams", "everybody", "everyone"})
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "auto", "automatic"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "manual"})


def kind_of(cell: str) -> InjectKind:
    """The kind of inject; news where nothing is written."""
    word = plain(cell)
    if not word:
        return "news"
    for kind, names in _KINDS.items():
        if word in names:
            return kind
    raise _refusal(f"“{cell}” is not a kind; write news, intelligence, message or event.")


def reliability_of(cell: str) -> Reliability:
    """How far a report can be leaned on; empty where nothing is written."""
    word = plain(cell)
    if not word:
        return ""
    for reliability, names in _RELIABILITY.items():
        if word in names:
            return reliability
    raise _refusal(f"“{cell}” is not a reliability; write confirmed, likely, possible or doubtful.")


def names_of_seats(scenario: Scenario) -> dict[str, ActorId]:
    """Every name by which a list may call a seat, in plain letters."""
    known: dict[str, ActorId] = {}
    for actor in scenario.seats:
        for name in (actor.id, actor.name, actor.common_name, actor.full_name, actor.abstract_name):
            if name:
                known.setdefault(plain(name), actor.id)
    return known


def seats_of(cell: str, known: Mapping[str, ActorId]) -> tuple[ActorId, ...]:
    """The seats that a cell names, in its order; none for all.

    Args:
        cell: Ids or names with something between them.
        known: The names of seats, as ``names_of_seats`` gives them.
    """
    if plain(cell) in _EVERYBODY:
        return ()
    wanted: list[ActorId] = []
    for part in re.split(r"[,;/\n&+]| and ", cell):
        word = plain(part)
        if word and word not in known:
            raise _refusal(f"There is no seat “{part.strip()}”.")
        if word and known[word] not in wanted:
            wanted.append(known[word])
    return tuple(wanted)


def turn_of(cell: str) -> int:
    """The turn: "3", "Turn 3", "T3"."""
    found = re.fullmatch(r"(?:turn|round|move|phase|t)?\s*(\d{1,4})", cell.strip(), re.IGNORECASE)
    if not found or int(found.group(1)) < 1:
        raise _refusal(f"“{cell}” is not a turn such as 3.")
    return int(found.group(1))


def day_of(cell: str, first: date) -> int:
    """The day of the game, from 1: a date, "Day 5", "D+4" or a number."""
    text = cell.strip()
    plus = re.fullmatch(r"d\s*\+\s*(\d{1,4})", text, re.IGNORECASE)
    if plus:
        return int(plus.group(1)) + 1
    number = re.fullmatch(r"(?:day\s*)?(\d{1,4})", text, re.IGNORECASE)
    if number and int(number.group(1)) >= 1:
        return int(number.group(1))
    day = _date(text)
    if day is None:
        raise _refusal(f"“{cell}” is not a day such as 5, D+4 or {first.isoformat()}.")
    if day < first:
        raise _refusal(f"{day.isoformat()} lies before the first day, {first.isoformat()}.")
    return (day - first).days + 1


def minutes_of(cell: str) -> float:
    """Minutes of the exercise: "90", "1:30", "H+1:30", "15 min"."""
    text = re.sub(r"^h\s*\+\s*", "", cell.strip().casefold())
    clock = re.fullmatch(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\s*h)?", text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if minutes < 60 and seconds < 60:
            return 60.0 * hours + minutes + seconds / 60
    plainly = re.fullmatch(r"(\d{1,5}(?:\.\d+)?)\s*(?:min|mins|minutes|m)?", text)
    if plainly:
        return float(plainly.group(1))
    raise _refusal(f"“{cell}” is not a time of the exercise such as 90 or 1:30.")


def yes_or_no(cell: str, *, otherwise: bool) -> bool:
    """Whether a cell says yes; an empty one says what is usual."""
    word = plain(cell)
    if not word:
        return otherwise
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise _refusal(f"“{cell}” is neither yes nor no.")


def _date(text: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d %b %y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _refusal(sentence: str) -> RuleError:
    return RuleError("import.cell", sentence)
