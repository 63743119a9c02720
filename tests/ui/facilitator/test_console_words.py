"""The console's sentences, for the eye and for the ear."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.ui.facilitator.console_views import (
    BANDS,
    LABELS,
    console,
    event,
    fresh,
    meter,
    seat,
    three_turns,
)
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.outcome import Ending, Outcome
from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.meter_panel import part_facts
from wargame.ui.facilitator.seat_rows import sealed_and_total, seat_groups, seat_sentence
from wargame.ui.facilitator.words import (
    meter_sentence,
    outcome_title,
    outcome_words,
    phase_sentence,
)
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.item_models.moments import days_words


@pytest.fixture
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def test_that_the_meter_reads_as_one_sentence() -> None:
    expected = "Escalation 71.8 of 100, band 4 of 5, Direct strikes, 3.8 lower in turn 3."
    assert meter_sentence(meter()) == expected


def test_that_a_meter_that_has_not_moved_says_no_change() -> None:
    assert meter_sentence(fresh().meter) == "Escalation 66.0 of 100, band 4 of 5, Direct strikes."


def test_that_a_change_is_the_difference_of_the_printed_numbers() -> None:
    words = meter_sentence(meter(index=62.44, moved_from=64.25))
    assert "62.4 of 100" in words
    assert "1.8 lower" in words  # 64.2 to 62.4 on screen, although 1.81 apart


def test_that_days_over_the_turn_of_a_year_name_both_years() -> None:
    assert days_words("2024-12-30", "2025-01-01") == "30 December 2024 – 1 January 2025"
    assert days_words("2024-08-09", "2024-08-09") == "9 August 2024"


def test_that_a_planning_team_reads_as_who_plays_it_and_how_far_it_is() -> None:
    row = seat("IRN", "Leila", "Omid", "Per", "Jo")
    expected = "Iran, played by people: Leila, Omid, Per, Jo. Planning, 2 of 3 moves."
    assert seat_sentence(row, Phase.PLAN) == expected


def test_that_a_sealed_seat_reads_with_the_time_of_its_sealing(in_utc: None) -> None:
    row = seat("QAT", controller=Controller.FACILITATOR, sealed_at="2024-11-20T14:24:05.000+00:00")
    assert seat_sentence(row, Phase.PLAN) == "Qatar, played by: facilitator. Sealed, 14:24."


def test_that_the_game_waits_only_for_seats_that_seal() -> None:
    assert sealed_and_total(console().seats) == (3, 6)
    groups = {group.title: len(group.rows) for group in seat_groups(console())}
    assert groups == {"Planning": 3, "Sealed": 3, "Decide at the lock": 6}


def test_that_an_adjudicated_turn_is_told_before_it_is_published() -> None:
    view = console(phase=Phase.ADJUDICATE, turn=3)
    assert "Only control sees it" in outcome_title(view)
    words = outcome_words(view)
    assert "Escalation fell by 3.8 to 71.8 and stays in band 4, Direct strikes." in words
    assert "6 acts." in words
    assert "The hardest was R8" in words


def test_that_entering_another_band_is_said() -> None:
    view = console(phase=Phase.OUTCOME, turn=3, meter=meter(moved_from=58.0))
    assert "rose by 13.8 to 71.8 and is now in band 4, Direct strikes." in outcome_words(view)


def test_that_orders_that_did_not_happen_are_counted() -> None:
    view = console(phase=Phase.OUTCOME, turn=2, meter=meter(moved_turn=2))
    assert "3 acts, 1 order did not happen." in outcome_words(view)


def test_that_the_end_of_a_game_says_why() -> None:
    outcome = Outcome(Ending.TRUCE, "A truce holds.")
    view = console(phase=Phase.ENDED, turn=12, outcome=outcome)
    assert outcome_title(view) == "The game ended in turn 12"
    assert outcome_words(view).startswith("A truce holds. ")
    assert phase_sentence(view) == "Turn 12, the game has ended."


def test_that_planning_has_no_outcome_to_tell() -> None:
    assert outcome_title(console()) == ""


def test_that_parts_of_the_index_come_largest_first_and_sum_to_a_hundred() -> None:
    facts = part_facts(meter())
    assert [fact.name for fact in facts[:3]] == ["Israel and Iran", "Precedents", "Lebanon"]
    assert sum(int(fact.text.removesuffix(" %")) for fact in facts) == 100
    assert "Heat 38.2 with weight 1" in facts[0].meaning


def test_that_an_event_is_found_by_code_name_rung_turn_and_words() -> None:
    words = EventWords(LABELS, band_scale(BANDS))
    text = words.searched(event(79)).casefold()
    for wanted in ("isr", "hezbollah", "r8", "turn 3", "overt", "air raids", "6 people"):
        assert wanted in text


def test_that_an_actor_nobody_listed_is_drawn_as_unknown() -> None:
    words = EventWords(LABELS, band_scale(BANDS))
    value = words.actor(ActorId("XXX"))
    assert value is not None
    assert (value.mark, value.code) == ("unknown", "XXX")
    assert words.from_to(three_turns()[-1]) is None
    assert words.between(three_turns()[-1]) == "–"
