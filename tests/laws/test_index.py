"""The escalation index along the coded year, and what moves it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from math import nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.engine.index_replay import DEFAULT_FRONTS, CodedEvent, index_along
from wargame.engine.law.ladder import intensity, rung_of
from wargame.engine.timeline_file import read_timeline
from wargame.errors import RuleError
from wargame.model.ids import FrontId

TIMELINE = Path(__file__).with_name("timeline.csv")

# MODEL C3: day, full timeline, source rows only
EXPECTED = [
    ("2023-10-06", 8.3, 8.3),
    ("2023-10-08", 38.0, 38.0),
    ("2023-12-31", 41.0, 12.8),
    ("2024-02-02", 49.1, 26.6),
    ("2024-03-31", 29.4, 11.2),
    ("2024-04-01", 45.7, 36.2),
    ("2024-04-13", 62.8, 54.8),
    ("2024-04-30", 53.3, 44.7),
    ("2024-06-30", 37.4, 27.6),
    ("2024-07-30", 52.9, 37.2),
    ("2024-07-31", 65.9, 55.0),
    ("2024-08-31", 55.8, 34.8),
    ("2024-09-16", 48.5, 29.5),
    ("2024-09-27", 71.7, 57.7),
    ("2024-10-01", 86.0, 73.3),
    ("2024-10-25", 67.3, 55.1),
]


def coded_events(*, sources_only: bool = False) -> list[CodedEvent]:
    return list(read_timeline(TIMELINE.read_text("utf-8"), sources_only=sources_only))


def by_day(events: list[CodedEvent]) -> dict[str, float]:
    end = CodedEvent(date(2024, 10, 26), FrontId("domestic"), 0.0, 0.0)
    return {day.day.isoformat(): day.index for day in index_along([*events, end])}


@pytest.mark.parametrize("sources_only", [False, True], ids=["all rows", "source rows"])
def test_that_the_coded_year_gives_the_published_index(*, sources_only: bool) -> None:
    """C3, within 3 points."""
    index = by_day(coded_events(sources_only=sources_only))
    for day, full, sources in EXPECTED:
        assert abs(index[day] - (sources if sources_only else full)) < 3.0, day


@pytest.mark.parametrize("sources_only", [False, True], ids=["all rows", "source rows"])
def test_that_the_index_orders_the_year_as_history_does(*, sources_only: bool) -> None:
    """C3, the ordinal checks; D9.17."""
    index = by_day(coded_events(sources_only=sources_only))
    assert index["2024-04-13"] > index["2024-03-31"] + 15
    assert index["2024-06-30"] > index["2024-03-31"]
    assert index["2024-07-31"] > index["2024-07-30"] + 10
    assert index["2024-08-31"] < index["2024-07-31"]
    assert index["2024-10-01"] == max(index.values())
    assert index["2024-04-30"] < index["2024-04-13"]


fronts = st.sampled_from([front.id for front in DEFAULT_FRONTS])
events = st.builds(
    CodedEvent,
    day=st.integers(0, 60).map(lambda n: date(2024, 1, 1) + timedelta(days=n)),
    front=fronts,
    rung=st.floats(0, 20),
    goldstein=st.floats(-10, 10),
    munitions=st.floats(0, 1e6),
    deaths=st.floats(0, 1e6),
    home_soil=st.booleans(),
    choreographed=st.booleans(),
    confirmed=st.booleans(),
)


@given(st.lists(events, min_size=1, max_size=20))
def test_that_the_index_never_leaves_its_scale(coded: list[CodedEvent]) -> None:
    days = index_along(coded)
    assert all(0.0 <= day.index <= 100.0 for day in days)
    assert days[0].day == min(event.day for event in coded)
    assert days[-1].day == max(event.day for event in coded)


@given(st.lists(events, min_size=1, max_size=8), events.filter(lambda e: e.rung > 0))
def test_that_a_hostile_act_never_lowers_the_index_of_its_day(
    coded: list[CodedEvent], act: CodedEvent
) -> None:
    calm = [event for event in coded if event.day <= act.day]
    last = CodedEvent(act.day, FrontId("domestic"), 0.0, 0.0)
    without = index_along([*calm, last])[-1].index
    assert index_along([*calm, last, act])[-1].index >= without - 1e-9


@given(events.filter(lambda e: e.rung > 0))
def test_that_choreography_and_doubt_lower_the_heat_of_an_act(act: CodedEvent) -> None:
    plain = index_along([replace(act, choreographed=False, confirmed=True)])[0].index
    assert index_along([replace(act, choreographed=True, confirmed=True)])[0].index <= plain
    assert index_along([replace(act, choreographed=False, confirmed=False)])[0].index <= plain


def test_that_a_direct_exchange_leaves_a_higher_floor() -> None:
    """S2, M5: six weeks later the index is above where it was before."""
    start = CodedEvent(date(2024, 1, 1), FrontId("direct"), 0.0, 0.0)
    strike = CodedEvent(date(2024, 1, 2), FrontId("direct"), 13.0, -10.0, 300, home_soil=True)
    end = CodedEvent(date(2024, 2, 13), FrontId("direct"), 0.0, 0.0)
    index = [day.index for day in index_along([start, strike, end])]
    assert index[-1] > index[0] + 15


@given(st.floats(0, 20))
def test_that_rungs_and_intensity_are_two_names_of_one_scale(rung: float) -> None:
    assert abs(rung_of(intensity(rung)) - rung) < 1e-9


def test_that_the_scale_runs_through_the_published_weights() -> None:
    """MODEL D3: T5 4.0, T10 12.0, T15 28.0, T20 60.0."""
    assert [intensity(t) for t in (5, 10, 15, 20)] == pytest.approx([4, 12, 28, 60], abs=1e-12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rung": 99.0},
        {"rung": nan},
        {"rung": -1.0},
        {"munitions": -3.0},
        {"deaths": nan},
        {"goldstein": 11.0},
        {"front": FrontId("moon")},
    ],
    ids=str,
)
def test_that_a_row_without_sense_is_refused_in_one_sentence(wrong: dict[str, object]) -> None:
    sound = CodedEvent(date(2024, 1, 1), FrontId("gaza"), 8.0, -10.0)
    with pytest.raises(RuleError) as refused:
        index_along([sound, replace(sound, **wrong)])  # type: ignore[arg-type]
    assert str(refused.value).startswith("2024-01-01: ")


def test_that_an_empty_timeline_and_an_endless_one_are_refused() -> None:
    sound = CodedEvent(date(1024, 1, 1), FrontId("gaza"), 8.0, -10.0)
    with pytest.raises(RuleError, match="no events"):
        index_along([])
    with pytest.raises(RuleError, match="runs from"):
        index_along([sound, replace(sound, day=date(2024, 1, 1))])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column date"),
        ("date,theatre_rung,goldstein\n", "no column front"),
        ("date,theatre_rung,goldstein,front\n31 July,3,1,gaza\n", "Line 2"),
        ("date,theatre_rung,goldstein,front\n2024-02-30,3,1,gaza\n", "no date"),
        ("date,theatre_rung,goldstein,front\n2024-02-03,high,1,gaza\n", "not a number"),
        ("date,theatre_rung,goldstein,front\n2024-02-03,nan,1,gaza\n", "not a number"),
    ],
)
def test_that_a_timeline_that_cannot_be_read_is_refused_in_one_sentence(
    text: str, words: str
) -> None:
    with pytest.raises(RuleError, match=words):
        read_timeline(text)


@given(st.text(max_size=300))
def test_that_no_text_at_all_makes_the_reader_fail(text: str) -> None:
    header = "date,theatre_rung,goldstein,front,munitions\n"
    for whole in (text, header + text):
        with suppress(RuleError):
            assert index_along(read_timeline(whole))


def test_that_a_week_of_fire_heats_as_a_flow_and_a_month_as_an_act() -> None:
    header = "date,theatre_rung,goldstein,front,cameo_root,date_precision\n"
    heat = {
        word: index_along(read_timeline(f"{header}2024-01-01,8,-10,lebanon,19,{word}\n"))[0].index
        for word in ("day", "week", "month")
    }
    assert heat["week"] < heat["month"] == heat["day"]
