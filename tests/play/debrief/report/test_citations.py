"""Every sentence of a report that states a fact points at events that say it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cited import follow, loose_numbers
from wargame.model.report import Chart, OwnText, Paragraph, Report, Section, Sentence
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.report.after_action import after_action_report
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.making import report_of

EXAMPLE = Path(__file__).parents[4] / "saves" / "examples" / "staff-seminar.wargame"


@pytest.fixture(scope="module")
def replay() -> Replay:
    """A game with people, rulings, readings, papers and marks."""
    return open_replay(EXAMPLE)


@pytest.fixture(scope="module")
def report(replay: Replay) -> Report:
    return report_of(EXAMPLE, None, replay)[0]


@pytest.mark.parametrize("name", ["2024-as-it-happened", "six-days-in-tehran"])
def test_that_games_of_computers_and_of_one_person_are_cited_as_well(name: str) -> None:
    path = EXAMPLE.with_name(f"{name}.wargame")
    found = open_replay(path)
    assert follow(found, report_of(path, None, found)[0]) > 150


def test_that_every_citation_leads_to_an_event_that_says_it(replay: Replay, report: Report) -> None:
    assert follow(replay, report) > 250


def test_that_no_number_is_printed_that_the_events_do_not_hold(
    replay: Replay, report: Report
) -> None:
    sections = {s.key: s for s in report.sections}
    for key in ("summary", "timeline", "decisions", "harm", "rulings"):
        only = replace(report, sections=(sections[key],))
        for claim in only.claims():
            if claim.cites:
                assert not loose_numbers(replay, claim), claim


def test_that_a_false_figure_would_be_noticed(replay: Replay, report: Report) -> None:
    claim = next(c for c in report.claims() if isinstance(c, Sentence) and c.figures)
    wrong = replace(claim, figures=(replace(claim.figures[0], value=claim.figures[0].value + 1),))
    section = Section("summary", "Summary", (Paragraph((wrong,)),))
    with pytest.raises(AssertionError):
        follow(replay, replace(report, sections=(section,)))


def test_that_sentences_about_the_game_without_events_are_only_rules_and_remarks(
    report: Report,
) -> None:
    loose = [c.text for c in report.claims() if isinstance(c, Sentence) and not c.cites]
    begun = (
        "Trigger:",
        "People killed on",
        "Numbers in brackets",
        "No act of the game",
        "No rise of",
    )
    assert all(text.startswith(begun) for text in loose), loose


def test_that_the_chart_goes_from_the_start_to_the_last_turn(
    replay: Replay, report: Report
) -> None:
    chart = next(b for s in report.sections for b in s.blocks if isinstance(b, Chart))
    world = replay.world(replay.last)
    assert chart.line[0][1] == pytest.approx(world.index_path[0])
    last_turn, last_index = chart.line[-1]
    assert last_turn == world.turn
    assert last_index == pytest.approx(world.index_path[-1])
    assert all(dot.event in {record.number for record in replay.line} for dot in chart.dots)


def test_that_equal_games_give_equal_reports(replay: Replay, report: Report) -> None:
    assert report_of(EXAMPLE, None, replay)[0] == report


def test_that_the_authors_words_stand_in_their_own_places_only(replay: Replay) -> None:
    told = after_action_report(replay, Author(texts={"summary": "We kept calm."}))
    own = [b for s in told.sections for b in s.blocks if isinstance(b, OwnText) and b.text]
    assert [(block.key, block.text) for block in own] == [("summary", "We kept calm.")]
    assert all("We kept calm." not in str(claim) for claim in told.claims())
