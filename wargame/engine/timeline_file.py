"""Coded timelines as text: the comma-separated form of the field, one event a row (MODEL C2)."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from datetime import date

from wargame.engine.index_replay import CodedEvent
from wargame.errors import RuleError
from wargame.model.ids import FrontId

NEEDED = ("date", "theatre_rung", "goldstein", "front")
"""Columns without which no index can be computed."""

MOST_ROWS = 100_000

FIGHT = "19"
"""CAMEO root of fighting, which may go on for the whole period that a row stands for."""

PERIODS = {"week": 7.0, "month": 30.0}
"""Days of fire that a row stands for, by the precision of its date."""

HARASSMENT = (7.0, 8.0)
"""Rungs of fire that goes on by its nature (MODEL D3); higher rungs are acts that begin."""


def read_timeline(text: str, *, sources_only: bool = False) -> tuple[CodedEvent, ...]:
    """The events of a coded timeline, in the order of its rows.

    Columns that are used: ``date``, ``theatre_rung``, ``goldstein``, ``front``, and where they are
    there ``munitions``, ``deaths``, ``home_turf``, ``choreographed``, ``confidence``,
    ``date_precision``, ``cameo_root`` and ``source``. Others are left alone.

    Args:
        text: The file's text.
        sources_only: Whether to leave out rows that do not come from the source documents.

    Raises:
        RuleError: A column is missing or a row makes no sense; the sentence names the line.
    """
    lines = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        missing = [name for name in NEEDED if name not in (lines.fieldnames or ())]
        if missing:
            raise RuleError("timeline.columns", f"The timeline has no column {missing[0]}.")
        rows = [(lines.line_num, row) for row in lines]
    except csv.Error as error:
        raise RuleError(
            "timeline.form", f"Line {lines.line_num} of the timeline is not well formed: {error}."
        ) from error
    if len(rows) > MOST_ROWS:
        raise RuleError("timeline.too-long", f"A timeline may have {MOST_ROWS} rows.")
    return tuple(
        _event(row, line)
        for line, row in rows
        if not sources_only or (row.get("source") or "").startswith("seed")
    )


def _event(row: Mapping[str, str | None], line: int) -> CodedEvent:
    rung = _number(row, "theatre_rung", line)
    period = PERIODS.get((row.get("date_precision") or "").strip())
    root = (row.get("cameo_root") or "").strip()
    goes_on = root == FIGHT and HARASSMENT[0] <= rung <= HARASSMENT[1]
    return CodedEvent(
        day=_day(row, line),
        front=FrontId((row.get("front") or "").strip()),
        rung=rung,
        goldstein=_number(row, "goldstein", line),
        munitions=_number(row, "munitions", line),
        deaths=_number(row, "deaths", line),
        home_soil=_number(row, "home_turf", line) >= 1,
        choreographed=_number(row, "choreographed", line) >= 1,
        confirmed=(row.get("confidence") or "").strip() != "low",
        flow_days=period if goes_on else None,
    )


def _day(row: Mapping[str, str | None], line: int) -> date:
    written = (row.get("date") or "").strip()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise RuleError(
            "timeline.date",
            f"Line {line} of the timeline: {written or 'nothing'} is no date such as 2024-04-13.",
        ) from None


def _number(row: Mapping[str, str | None], name: str, line: int) -> float:
    written = (row.get(name) or "").strip()
    if not written:
        return 0.0
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise RuleError(
            "timeline.number", f"Line {line} of the timeline: {name} is {written}, not a number."
        )
    return number
