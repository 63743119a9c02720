"""Injects, triggers of control's own and ready answers in scenario files, right and wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame.model.conditions import AllOf, Elapsed, Measure, MessageCount
from wargame.model.ids import ActorId
from wargame.scenarios.checking import check_path
from wargame.scenarios.loading import load_scenario

WHEN = "    when:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The smallest scenario, to be written into."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _first_trigger(folder: Path) -> str:
    lines = (folder / "injects.yaml").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith(WHEN))


def test_that_injects_may_ask_for_the_clock_for_messages_and_for_days(folder: Path) -> None:
    asked = (
        "    when: {all: [{elapsed: {minutes: 15, since: planning}}, {measure: 'day >= 7'}, "
        "{messages: {at_least: 3, by: RED, to: TEAL, both_ways: true}}]}"
    )
    replace(folder / "injects.yaml", _first_trigger(folder), asked)
    assert load_scenario(folder).scenario.injects[0].when == AllOf(
        (
            Elapsed(15.0, "planning"),
            Measure("day", ">=", 7.0),
            MessageCount(3, ActorId("RED"), ActorId("TEAL"), both_ways=True),
        )
    )


def test_that_an_inject_without_a_trigger_goes_by_hand(folder: Path) -> None:
    replace(folder / "injects.yaml", _first_trigger(folder), "    by_itself: true")
    inject = load_scenario(folder).scenario.injects[0]
    assert inject.when is None
    assert inject.by_itself


@pytest.mark.parametrize(
    ("trigger", "fault"),
    [
        ("{messages: {at_least: 3, by: REED}}", "REED"),
        ("{elapsed: {minutes: -1}}", "0"),
        ("{elapsed: {minutes: 5, since: lunch}}", "since"),
        ("{measure: 'day.RED >= 7'}", "day stands alone"),
    ],
)
def test_that_wrong_triggers_are_named(folder: Path, trigger: str, fault: str) -> None:
    replace(folder / "injects.yaml", _first_trigger(folder), f"    when: {trigger}")
    found = check_path(folder).faults
    assert any(fault in str(one) for one in found), found


def test_that_answers_are_read_and_their_sources_checked(folder: Path) -> None:
    path = folder / "injects.yaml"
    before = path.read_text("utf-8")
    one = "answers:\n  - {id: a1, question: Why?, text: Because., sources: []}\n"
    path.write_text(before + one, "utf-8")
    assert [a.text for a in load_scenario(folder).scenario.answers] == ["Because."]
    path.write_text(before + one.replace("[]", "[nothing]"), "utf-8")
    assert any("nothing" in str(one) for one in check_path(folder).faults)
    path.write_text(before + one + "  - {id: a1, question: Who?, text: They., sources: []}\n")
    assert any("already given" in str(one) for one in check_path(folder).faults)
