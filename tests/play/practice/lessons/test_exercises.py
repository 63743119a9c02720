"""Every exercise is judged by running the model both ways; no answer is stated in a file."""

from __future__ import annotations

from functools import cache

import pytest

from wargame.errors import RuleError
from wargame.model.lessons import Exercise, Measure, Part, Setting, Trial
from wargame.model.scenario import Scenario
from wargame.play.library import find_scenario
from wargame.play.practice.lessons.shelf import lesson_shelf
from wargame.play.practice.lessons.trials import (
    COMPILED_RUNS,
    TrialResult,
    Verdict,
    borne_out,
    run_trial,
    verdict_of,
)

EXPECTED = {
    "taboo": ("lowers", "ends"),
    "vise": ("moved", "same-vise"),
    "guarantee": ("restrained", "iran-only"),
    "choreography": ("exit", "holds"),
    "containment": ("most", "part"),
    "accident": ("front", "war"),
}
"""The answers that the model bears out, in the first case and in the other."""

FEW = 8


@cache
def scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


def exercises() -> tuple[Exercise, ...]:
    return lesson_shelf().exercises


def part(name: str, which: str) -> Part:
    exercise = next(e for e in exercises() if e.id == name)
    return exercise.before if which == "before" else exercise.after


PARTS = [(name, which) for name in EXPECTED for which in ("before", "after")]


def answered(name: str, which: str) -> str:
    return EXPECTED[name][0 if which == "before" else 1]


def test_that_there_is_one_exercise_for_each_source_and_one_on_accidents() -> None:
    shelf = lesson_shelf()
    assert shelf.faults == ()
    assert {e.id for e in shelf.exercises} == set(EXPECTED)
    cited = {source for e in shelf.exercises for source in e.sources}
    assert {"000", "001", "002", "003", "004", "rand-2008"} <= cited
    assert cited <= {source.id for source in scenario().sources}
    assert [e.number for e in shelf.exercises] == [1, 2, 3, 4, 5, 6]


def judged(part: Part, result: TrialResult) -> dict[str, Verdict]:
    return {choice.id: verdict_of(choice, result) for choice in part.choices}


def test_that_a_few_plain_runs_never_speak_against_what_many_say() -> None:
    """A sample of the whole, by the law as it stands in Python."""
    one = part("containment", "before")
    result = run_trial(scenario(), one.trial, FEW, is_compiled=False)
    assert result is not None
    assert result.runs == FEW
    assert judged(one, result)["most"] is Verdict.BORNE_OUT
    assert [choice.id for choice in borne_out(one.choices, result)] == ["most"]


@pytest.mark.soak
@pytest.mark.parametrize(("name", "which"), PARTS)
def test_that_plain_runs_refute_no_answer_that_is_right(name: str, which: str) -> None:
    one = part(name, which)
    result = run_trial(scenario(), one.trial, FEW, is_compiled=False)
    assert result is not None
    assert judged(one, result)[answered(name, which)] is not Verdict.REFUTED


@pytest.mark.compiled
@pytest.mark.parametrize(("name", "which"), PARTS)
def test_that_the_model_bears_out_one_answer_and_refutes_the_others(name: str, which: str) -> None:
    one = part(name, which)
    result = run_trial(scenario(), one.trial, COMPILED_RUNS, is_compiled=True)
    assert result is not None
    said = judged(one, result)
    right = answered(name, which)
    assert said.pop(right) is Verdict.BORNE_OUT
    assert set(said.values()) == {Verdict.REFUTED}


@pytest.mark.compiled
def test_that_the_compiled_and_the_plain_law_give_a_lesson_the_same_numbers() -> None:
    trial = part("vise", "before").trial
    plain = run_trial(scenario(), trial, 4, is_compiled=False)
    compiled = run_trial(scenario(), trial, 4, is_compiled=True)
    assert plain is not None
    assert compiled is not None
    assert plain.compared == compiled.compared


INDEX = Measure("index", ("index",), "Index")
HERE = Setting("As it stands")


def test_that_two_equal_settings_differ_by_nothing_and_are_not_called_clear() -> None:
    trial = Trial("2024-07-31", 2, HERE, HERE, (INDEX,))
    result = run_trial(scenario(), trial, 4, is_compiled=False)
    assert result is not None
    difference = result.of("index").difference
    assert difference.value == 0.0
    assert difference.low < 0.0 < difference.high


def test_that_a_run_that_is_stopped_keeps_what_is_done() -> None:
    done: list[int] = []
    trial = Trial("2024-07-31", 2, HERE, HERE, (INDEX,))

    def told(pairs: int, _total: int) -> None:
        done.append(pairs)

    result = run_trial(
        scenario(), trial, 40, is_compiled=False, told=told, stopped=lambda: len(done) >= 2
    )
    assert result is not None
    assert result.runs == done[-1] < result.wanted == 40
    nothing = run_trial(scenario(), trial, 40, is_compiled=False, stopped=lambda: True)
    assert nothing is None


@pytest.mark.parametrize(
    ("trial", "said"),
    [
        (Trial("2020-01-01", 2, HERE, HERE, (INDEX,)), "no start point 2020-01-01"),
        (
            Trial("2024-07-31", 2, HERE, HERE, (Measure("x", ("acts", "ISR", "XYZ"), "x"),)),
            "no actor XYZ",
        ),
        (Trial("2024-07-31", 2, Setting("x", (("face.XYZ", 1.0),)), HERE, (INDEX,)), "face.XYZ"),
    ],
)
def test_that_a_lesson_that_names_what_is_not_there_is_refused(trial: Trial, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        run_trial(scenario(), trial, 2, is_compiled=False)
