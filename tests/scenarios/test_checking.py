"""Authors check a folder, a zip, or the one file that they are working on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame.errors import ScenarioError
from wargame.scenarios.checking import check_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_that_a_sound_scenario_is_counted(folder: Path) -> None:
    checked = check_path(folder)
    assert checked.faults == ()
    assert checked.counts == (
        "2 seats, 1 background actor, 3 moves, 1 inject, 1 parameter, 1 source, 1 start point"
    )


def test_that_one_file_is_checked_with_the_scenario_around_it(folder: Path) -> None:
    replace(folder / "injects.yaml", "to: [RED, TEAL]", "to: [REED]")
    replace(folder / "moves.yaml", "hostility: 1", "hostility: 9")
    (fault,) = check_path(folder / "injects.yaml").faults
    assert fault.place == "injects.i01.to.1"
    assert check_path(folder / "actors.yaml").faults == ()
    assert len(check_path(folder).faults) == 2


def test_that_a_briefing_is_checked_like_any_file(folder: Path) -> None:
    (folder / "briefings" / "RED.md").write_text("a\n<br>\n", "utf-8")
    (fault,) = check_path(folder / "briefings" / "RED.md").faults
    assert (fault.file, fault.line, fault.column) == ("briefings/RED.md", 2, 1)


def test_that_a_file_alone_is_checked_by_itself(folder: Path) -> None:
    (folder / "scenario.yaml").unlink()
    checked = check_path(folder / "moves.yaml")
    assert (checked.faults, checked.counts) == ((), "one file, checked alone")
    replace(folder / "moves.yaml", "hostility: 1", "hostility: 9")
    (fault,) = check_path(folder / "moves.yaml").faults
    assert fault.place == "moves.D01.hostility"


def test_that_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "order.yaml").write_text("a: 1\n", "utf-8")
    with pytest.raises(ScenarioError, match=r"^order\.yaml: not a file of a scenario"):
        check_path(tmp_path / "order.yaml")
