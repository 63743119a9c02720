"""What the author of a report writes into it, kept in the notebook of the save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ReportTextWritten:
    """The author's words for a place of the report; the last for a place count.

    Attributes:
        place: Key of the place, see ``OwnText``.
        text: The words, in Markdown; empty takes them out.
    """

    kind: ClassVar[str] = "report-text-written"
    place: str
    text: str


ReportTextEntry = ReportTextWritten
"""Everything about reports that is written beside a game."""

REPORT_TEXT_ENTRIES: tuple[type[ReportTextEntry], ...] = (ReportTextWritten,)
