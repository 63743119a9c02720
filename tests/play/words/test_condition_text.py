"""Triggers in one line of words: what is written is read back the same, the rest is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import after_tehran
from wargame.errors import RuleError
from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Struck,
)
from wargame.model.ids import ActorId, MoveId
from wargame.play.words.condition_text import condition_text, read_condition

_SCENARIO = after_tehran()
_actors = st.sampled_from([ActorId("ISR"), ActorId("IRN"), ActorId("QAT")])
_maybe = st.none() | _actors
_numbers = st.floats(-1e6, 1e6) | st.integers(-100, 100).map(float)
_compares = st.sampled_from([">=", "<=", ">", "<", "=="])
_counts = st.integers(1, 1000)
_turns = st.integers(0, 1000)
_rungs = st.integers(0, 40).map(lambda n: n / 2)
_leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Measure, st.sampled_from(["turn", "day", "index", "oil"]), _compares, _numbers),
    st.builds(Measure, st.just("face"), _compares, _numbers, _actors),
    st.builds(Measure, st.just("debt"), _compares, _numbers, st.just("ISR"), st.just("IRN")),
    st.builds(Struck, _rungs, _maybe, _maybe),
    st.builds(
        ActCount,
        _counts,
        _rungs,
        _maybe,
        _maybe,
        st.none() | st.sampled_from([front.id for front in _SCENARIO.fronts]),
        _turns,
        st.none() | st.just(MoveId("M11")),
    ),
    st.builds(MessageCount, _counts, _maybe, _maybe, st.just(False), _turns),  # noqa: FBT003
    st.builds(MessageCount, _counts, _maybe, _actors, st.just(True), _turns),  # noqa: FBT003
    st.builds(
        Elapsed,
        st.floats(0, 1e4),
        st.sampled_from(["exercise", "turn", "planning"]),
    ),
)
_parts = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=3).map(lambda found: AllOf(tuple(found))),
        st.lists(inner, min_size=2, max_size=3).map(lambda found: AnyOf(tuple(found))),
    ),
    max_leaves=8,
)


@given(_parts)
def test_that_what_is_written_is_read_back_the_same(condition: Condition) -> None:
    assert read_condition(condition_text(condition), _SCENARIO) == condition


def test_that_every_trigger_of_the_scenario_is_read_back_the_same() -> None:
    for inject in _SCENARIO.injects:
        assert inject.when is not None
        assert read_condition(condition_text(inject.when), _SCENARIO) == inject.when


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("", None),
        ("index>=75", Measure("index", ">=", 75.0)),
        ("Turn >= 3 AND NOT day < 2", None),
        (
            "messages >= 3 qat with IRN",
            MessageCount(3, ActorId("QAT"), ActorId("IRN"), both_ways=True),
        ),
        ("minutes of planning >= 15", Elapsed(15.0, "planning")),
        (
            "turn >= 1 or turn >= 2 and turn >= 3",
            AnyOf(
                (
                    Measure("turn", ">=", 1.0),
                    AllOf((Measure("turn", ">=", 2.0), Measure("turn", ">=", 3.0))),
                )
            ),
        ),
    ],
)
def test_that_plain_lines_are_understood(line: str, condition: Condition | None) -> None:
    if line.startswith("Turn"):
        with pytest.raises(RuleError, match="no variable “Turn”"):
            read_condition(line, _SCENARIO)
        return
    assert read_condition(line, _SCENARIO) == condition


@pytest.mark.parametrize(
    "line",
    [
        "index",
        "index >=",
        "index >= many",
        "index >= 5 5",
        "(index >= 5",
        "nothing >= 5",
        "debt ISR >= 5",
        "face XXX >= 1",
        "turn ISR >= 2",
        "acts >= 0",
        "acts >= 2.5",
        "acts >= 1 by XXX",
        "acts >= 1 on nowhere",
        "acts >= 1 move M99",
        "struck IRN R30",
        "struck IRN",
        "minutes of lunch >= 5",
        "and",
        "index >= 5 and",
        "=1+1",
        "index >= 1e400",
        "index >= nan",
        "not " * 200 + "turn >= 1",
        "(" * 500,
    ],
)
def test_that_what_cannot_be_meant_is_refused_in_one_sentence(line: str) -> None:
    with pytest.raises(RuleError) as refused:
        read_condition(line, _SCENARIO)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
