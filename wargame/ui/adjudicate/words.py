"""What the adjudication screen says in its lists: ages, ways of knowing, sentences for the ear."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from wargame.model.ruling_views import Queue

if TYPE_CHECKING:
    from wargame.model.ruling_views import Learner, QueueRow
    from wargame.ui.theme.icon_names import IconName

QUEUE_WORDS: Final = {
    Queue.JUDGEMENT: "Your judgement",
    Queue.READY: "Ready to accept",
    Queue.RULED: "Ruled",
}
_HOW: Final[dict[str, tuple[str, IconName]]] = {
    "own": ("Its own move", "user"),
    "target": ("As the target", "target"),
    "public": ("In public", "newspaper"),
    "told": ("Told", "mail"),
    "intelligence": ("By intelligence", "satellite-dish"),
    "": ("Does not learn", "eye-off"),
}
SURE: Final = 0.9
_MINUTE = 60
_HOUR = 3600


def age_words(since: str, now: str) -> str:
    """How long ago, in minutes or hours; empty for what has no time.

    >>> age_words("2026-01-01T10:00:00.000+00:00", "2026-01-01T10:22:30.000+00:00")
    '22 min'
    """
    if not since or not now:
        return ""
    seconds = (datetime.fromisoformat(now) - datetime.fromisoformat(since)).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE:.0f} min"
    return f"{seconds // _HOUR:.0f} h {seconds % _HOUR // _MINUTE:.0f} min"


def note_icon(row: QueueRow) -> IconName:
    """The outline before what is said about a move."""
    if row.queue is Queue.RULED:
        return "check"
    if row.is_argument:
        return "scale"
    if row.note.startswith(("Clashes", "Against")):
        return "triangle-alert"
    return "pen-line" if row.case.is_written else "bot"


def how_words(learner: Learner) -> tuple[str, IconName]:
    """How a seat knows, in words, and an outline."""
    words, icon = _HOW.get(learner.how, (learner.how, "eye"))
    if learner.how in {"target", "public", "intelligence"}:
        if learner.sure >= SURE:
            return f"{words}, attributed", icon
        doubt = f"{100 * learner.sure:.0f} % sure" if learner.sure > 0 else "unattributed"
        return f"{words}, {doubt}", icon
    return words, icon


def row_sentence(row: QueueRow, name: str, age: str) -> str:
    """A move as a screen reader says it."""
    parts = [f"{name}: {row.words}"]
    if row.rung is not None:
        parts.append(f"rung {row.rung:.0f}")
    parts.append(row.note)
    if age:
        parts.append(f"sealed {age} ago")
    return ", ".join(parts) + "."
