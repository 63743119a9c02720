"""The words of the start page that are computed: counts, dates, where a session stands."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MARKS: Final = re.compile(r"[*_`#>]+|\[(?P<shown>[^\]]*)\]\([^)]*\)")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s")


def when_words(written: str, now: datetime) -> str:
    """A moment as one says it: "Today 14:27", "Yesterday 09:10", "12 May", "12 May 2023".

    Args:
        written: ISO 8601, any zone; empty gives a dash.
        now: The present moment, with the zone in which days are counted.

    >>> from datetime import timezone
    >>> when_words("2024-05-12T14:27:31+00:00", datetime(2024, 5, 13, 8, 0, tzinfo=timezone.utc))
    'Yesterday 14:27'
    """
    try:
        moment = datetime.fromisoformat(written).astimezone(now.tzinfo)
    except ValueError:
        return "–"
    days = (now.date() - moment.date()).days
    clock = f"{moment.hour:02}:{moment.minute:02}"
    if days == 0:
        return f"Today {clock}"
    if days == 1:
        return f"Yesterday {clock}"
    day = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return day if moment.year == now.year else f"{day} {moment.year}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, thousands set apart.

    >>> counted(1, "seat", "seats"), counted(1200, "seat", "seats")
    ('1 seat', '1,200 seats')
    """
    return f"{number:,} {one if number == 1 else many}"


def minutes_words(minutes: int) -> str:
    """A planned length; no length is planned for 0 minutes.

    >>> minutes_words(150), minutes_words(0)
    ('150 min', 'Any length')
    """
    return f"{minutes} min" if minutes else "Any length"


def error_words(error: str) -> str:
    """Why a file cannot be used, as a sentence that says so.

    >>> error_words("line 212 of the log"), error_words("“Mine” cannot be read: it is damaged.")
    ('Cannot be read: line 212 of the log', '“Mine” cannot be read: it is damaged.')
    """
    says_so = any(words in error for words in ("annot be read", "cannot be used"))
    return error if says_so else f"Cannot be read: {error}"


def shelf_words(bundled: int, own: int) -> str:
    """How many scenarios there are: "6 built in, 2 of your own"."""
    if own:
        return f"{bundled} built in, {own} of your own"
    return f"{bundled} built in"


def note_words(note: str) -> str:
    """The first sentence of a scenario's note for participants, without marks; empty for no note.

    >>> note_words("An invented quarrel between **Blue** and **Amber**. Nothing here is real.")
    'An invented quarrel between Blue and Amber.'
    """
    words = _MARKS.sub(lambda found: found["shown"] or "", note)
    return _SENTENCE_END.split(" ".join(words.split()), 1)[0]
