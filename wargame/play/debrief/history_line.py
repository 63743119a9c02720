"""History beside a game: the coded timeline of a bundled scenario, in the game's turns.

The same law that moves the game's index is fed with what was recorded; rows that rest on standing
knowledge, or were derived, say so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from wargame import paths
from wargame.engine.index_replay import index_along
from wargame.engine.timeline_file import read_timeline
from wargame.model.history_view import HistoryLine, HistoryRow
from wargame.model.scenario import Scenario

_SURE = "high"


def history_line(scenario: Scenario, start: str) -> HistoryLine | None:
    """History along a game; None where no timeline comes with its scenario, or none of its days.

    Args:
        scenario: The scenario of the game.
        start: Its start point.

    Raises:
        RuleError: The timeline makes no sense.
    """
    path = paths.assets() / "history" / f"{scenario.id}.csv"
    if not path.is_file() or start not in scenario.start:
        return None
    text = path.read_text("utf-8")
    events = read_timeline(text)
    first, days = scenario.start[start].day, scenario.turn_days
    length = scenario.turns * days
    points = tuple(
        ((one.day - first).days / days, one.index)
        for one in index_along(events)
        if 0 <= (one.day - first).days <= length
    )
    if len(points) < 2:
        return None
    titles: dict[str, str] = {source.id: source.title for source in scenario.sources}
    coded = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    rows = tuple(
        HistoryRow(
            day=event.day,
            turn=int((event.day - first).days // days) + 1,
            actor=row["actor"],
            target=row["target"],
            words=row["what"],
            rung=event.rung,
            source=_source(row["source"], titles),
            doubts=_doubts(row),
        )
        for event, row in zip(events, coded, strict=True)
        if 0 <= (event.day - first).days < length
    )
    years = sorted({row.day.year for row in rows}) or [first.year]
    span = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return HistoryLine(f"{span} as it happened", points, rows)


def _source(written: str, titles: Mapping[str, str]) -> str:
    """What a row rests on: titles of the source documents, or where it was reported."""
    kind, _, rest = written.partition(":")
    if kind != "seed":
        return rest.partition(" (verify")[0].removeprefix("derived: ")
    return "; ".join(titles.get(name, f"Source document {name}") for name in rest.split(";"))


def _doubts(row: Mapping[str, str]) -> tuple[str, ...]:
    found = []
    if "standing" in row["source"] or row["date_from"] == "standing":
        found.append("standing knowledge")
    if "derived" in row["source"] or row["date_from"] == "derived":
        found.append("derived")
    if row["confidence"] != _SURE:
        found.append(f"{row['confidence']} confidence")
    return tuple(found)
