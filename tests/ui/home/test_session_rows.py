"""What the table of sessions says, without a window."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tests.ui.cards import NOW, now, scenario_card, session_card
from wargame.model.ids import Phase
from wargame.ui.home.scenario_shelf import matches
from wargame.ui.home.scenario_tile import lay_out_facts, shortened
from wargame.ui.home.session_rows import band_of, rows_of, session_columns
from wargame.ui.home.words import when_words
from wargame.ui.theme.item_roles import SPARK_ROLE, SparkValue


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-05-20T14:27:31+00:00", "Today 14:27"),
        ("2026-05-19T23:59:00+00:00", "Yesterday 23:59"),
        ("2026-05-12T08:00:00+00:00", "12 May"),
        ("2025-12-12T08:00:00+00:00", "12 December 2025"),
        ("", "–"),
        ("not a time", "–"),
    ],
)
def test_that_a_moment_is_said_as_one_says_it(written: str, words: str) -> None:
    assert when_words(written, NOW) == words


def test_that_days_are_counted_where_the_person_is() -> None:
    there = timezone(timedelta(hours=3))
    morning = datetime(2026, 5, 20, 1, 0, tzinfo=there)
    assert when_words("2026-05-19T21:30:00+00:00", morning) == "Today 00:30"


@pytest.mark.parametrize(
    ("index", "band"), [(0, 1), (19.99, 1), (20, 2), (35, 3), (60, 4), (79.9, 4), (80, 5), (100, 5)]
)
def test_that_an_index_on_a_cut_off_belongs_to_the_band_above(index: float, band: int) -> None:
    assert band_of(index) == band


def test_that_the_history_is_drawn_over_the_whole_length_with_its_peak() -> None:
    (row,) = rows_of((session_card("Mine", path_index=(65.0, 83.0, 70.0)),), {})
    column = next(c for c in session_columns(now) if c.title == "Escalation, peak")
    value = column.roles[SPARK_ROLE](row)
    assert isinstance(value, SparkValue)
    assert value.points == ((0.0, 65.0), (1.0, 83.0), (2.0, 70.0))
    assert (value.turns, value.peak_band, column.text(row)) == (12, 5, "83")
    assert column.spoken is not None
    assert column.spoken(row) == "peak 83 of 100, band 5"


def test_that_only_the_newest_session_that_goes_on_is_marked() -> None:
    cards = (
        session_card("Over", phase=Phase.ENDED),
        session_card("Damaged", error="Cannot be read."),
        session_card("Mine"),
        session_card("Older"),
    )
    assert [row.is_last for row in rows_of(cards, {})] == [False, False, True, False]


def test_that_every_typed_word_must_occur() -> None:
    card = scenario_card("alpha", title="After Tehran")
    assert matches(card, "tehran AFTER")
    assert not matches(card, "tehran before")


def test_that_facts_spread_from_edge_to_edge() -> None:
    places = lay_out_facts((60, 50, 70, 80), 400)
    assert places[0] == 0
    assert places[-1] + 80 == 400
    assert list(places) == sorted(places)


def test_that_facts_never_overlap_in_a_narrow_card() -> None:
    widths = (60, 50, 70, 80)
    places = lay_out_facts(widths, 200)
    assert all(b >= a + w for a, b, w in zip(places, places[1:], widths, strict=False))


def test_that_a_long_error_is_cut_at_a_word() -> None:
    words = "moves.yaml, line 12: a number is expected here and nothing else"
    cut = shortened(words, 40)
    assert len(cut) <= 40
    assert cut.endswith("…")
    assert words.startswith(cut[:-2])
