"""What people add to a report: later words count, and what was taken back is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import IRN, ISR
from wargame.model.branches import (
    BranchChange,
    BranchDropped,
    BranchKept,
    BranchRenamed,
    Changed,
)
from wargame.model.debrief_entries import DebriefEntry, EntryRecord
from wargame.model.debrief_notes import Answered, Rated, Rating, Remarked, RemarkKind, Tagged
from wargame.model.report import Chart, Report, Section, Table
from wargame.model.report_texts import ReportTextWritten
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.report.after_action import after_action_report
from wargame.play.debrief.report.author import author_of
from wargame.play.debrief.report.closing import changed_parameters
from wargame.play.debrief.report.making import report_of

EXAMPLE = Path(__file__).parents[4] / "saves" / "examples" / "six-days-in-tehran.wargame"
BRANCH = BranchKept(
    title="Tehran holds",
    after=100,
    turn=2,
    change=BranchChange(Changed.ORDER, seat=IRN, slot=1),
    words="Iran gives no order 1 in turn 2.",
    reason="Would silence have been cheaper?",
    rules="2",
    index=(66.0, 64.0, 61.5),
    ending="All turns were played.",
    killed=12,
    events=b"",
)


@pytest.fixture(scope="module")
def replay() -> Replay:
    return open_replay(EXAMPLE)


def entries(*written: DebriefEntry) -> tuple[EntryRecord, ...]:
    at = "2026-05-20T20:00:00.000+00:00"
    return tuple(EntryRecord(number, at, entry) for number, entry in enumerate(written, start=1))


def reported(replay: Replay, *written: DebriefEntry) -> Report:
    return after_action_report(replay, author_of(replay, entries(*written)))


def section(report: Report, key: str) -> Section:
    return next(one for one in report.sections if one.key == key)


def cells(report: Report, key: str) -> list[tuple[str, ...]]:
    return [
        row.cells for b in section(report, key).blocks if isinstance(b, Table) for row in b.rows
    ]


def test_that_the_last_words_for_a_place_count(replay: Replay) -> None:
    written = author_of(
        replay, entries(ReportTextWritten("summary", "One."), ReportTextWritten("summary", "Two."))
    )
    assert written.texts == {"summary": "Two."}


def test_that_a_kept_branch_stands_in_its_table_and_beside_the_chart(replay: Replay) -> None:
    report = reported(replay, BRANCH, BranchRenamed(1, "Silence"))
    ((name, turn, words, came),) = cells(report, "branches")
    assert (name, turn) == ("Silence", "2")
    assert "Would silence have been cheaper?" in words
    assert came == "Index 61.5 in the end. All turns were played."
    chart = next(b for b in section(report, "escalation").blocks if isinstance(b, Chart))
    assert dict(chart.others)["Silence"] == ((1.0, 66.0), (2.0, 64.0), (3.0, 61.5))


def test_that_a_dropped_branch_is_not_reported(replay: Replay) -> None:
    assert cells(reported(replay, BRANCH, BranchDropped(1)), "branches") == []


def test_that_a_longer_branch_makes_room_on_the_chart(replay: Replay) -> None:
    long = replace(BRANCH, index=tuple(60.0 for _ in range(20)))
    chart = next(
        b for b in section(reported(replay, long), "escalation").blocks if isinstance(b, Chart)
    )
    assert chart.turns >= chart.others[-1][1][-1][0]


def test_that_ratings_tags_remarks_and_answers_stand_where_they_belong(replay: Replay) -> None:
    report = reported(
        replay,
        Rated("IRN/deter", Rating.MAJOR, "Nobody noticed."),
        Tagged("Ruth", IRN, "Insight", "IRN/deter", 2, 100, "Said it aloud."),
        Remarked(RemarkKind.STRENGTH, "", "Kept calm."),
        Remarked(RemarkKind.IMPROVEMENT, "", "Too late.", "Ask earlier.", "Ruth", "2026-06-01"),
        Answered("What now?", "Sleep.", "", ISR),
    )
    rated = next(row for row in cells(report, "objectives") if "Nobody noticed." in row[2])
    assert rated[2:] == ("Performed with major challenges. Nobody noticed.", "1 noted")
    assert ("2", "Ruth, in the debrief", "Iran", "Insight", "Said it aloud.") in cells(
        report, "objectives"
    )
    assert cells(report, "improvement") == [
        ("Kept calm.",),
        ("Too late.", "Ask earlier.", "Ruth", "2026-06-01"),
    ]
    assert cells(report, "voices") == [("What now?", "Sleep.", "Not named, Israel")]


def test_that_predictions_stand_beside_what_happened(replay: Replay) -> None:
    tables = [b for b in section(reported(replay), "forecasts").blocks if isinstance(b, Table)]
    predicted = tables[0]
    assert predicted.caption.startswith("What was predicted during play")
    assert "Brier score" in predicted.caption
    assert {row.cells[4] for row in predicted.rows} <= {"Came about", "Did not", "Open"}
    assert all(row.cites for row in predicted.rows)


def test_that_a_changed_parameter_stands_in_the_appendix(replay: Replay) -> None:
    scenario = replay.scenario
    first = scenario.parameters[0]
    other = replace(first, value=first.value + 1.0)
    changed = replace(scenario, parameters=(other, *scenario.parameters[1:]))
    assert changed_parameters(scenario) == ()
    assert changed_parameters(changed) == ((first.key, other.value, first.value),)


def test_that_the_report_of_a_branch_says_that_it_is_one(replay: Replay) -> None:
    report, _ = report_of(EXAMPLE, None, replay, "Silence")
    assert report.subtitle.endswith("branch “Silence”")
