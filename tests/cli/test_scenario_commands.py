"""The commands for authors: what they print, and the exit status that scripts rely on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame import paths
from wargame.cli.main import main
from wargame.scenarios.schemas import PUBLISHED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


def spoil(folder: Path) -> None:
    file = folder / "moves.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("hostility: 1", "hostilty: 1").replace("rung: 8", "rung: 80"), "utf-8"
    )


def test_that_a_sound_scenario_gives_one_line_and_status_0(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{folder}: no faults in 2 seats, ")
    assert len(out.splitlines()) == 1
    assert err == ""


def test_that_faults_are_printed_one_a_line_with_status_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder)
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "moves.yaml:11:5: moves.D01.hostilty: unknown key “hostilty”; did you mean “hostility”?",
        "moves.yaml:18:11: moves.M05.rung: rung 80 is above the ladder, which ends at R20",
    ]


def test_that_several_paths_are_checked_and_one_fault_is_enough_for_status_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder)
    assert main(["check", str(TINY), str(folder / "moves.yaml"), "--json"]) == 1
    sound, spoilt = json.loads(capsys.readouterr().out)
    assert (sound["ok"], sound["faults"]) == (True, [])
    assert spoilt["ok"] is False
    assert spoilt["faults"][1] == {
        "file": "moves.yaml",
        "line": 18,
        "column": 11,
        "place": "moves.M05.rung",
        "message": "rung 80 is above the ladder, which ends at R20",
    }


def test_that_parameters_unknown_to_the_law_are_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "parameters.yaml"
    file.write_text(file.read_text("utf-8").replace("index.half", "index.halve"), "utf-8")
    assert main(["check", str(folder)]) == 1
    assert "the law has no parameter “index.halve_life_days”" in capsys.readouterr().out


@pytest.mark.parametrize("path", ["nothing-here", "x" * 5000])
def test_that_a_path_that_is_not_there_gives_one_sentence_and_status_2(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"There is no file or folder {path}.\n"


def test_that_something_else_than_a_scenario_is_refused_with_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", "utf-8")
    assert main(["check", str(tmp_path / "letter.txt")]) == 1
    assert capsys.readouterr().out == (
        "letter.txt:0:0: file: not a zip that can be read, or a damaged one\n"
    )


def test_that_a_terminal_without_these_letters_gets_no_traceback(folder: Path) -> None:
    spoil(folder)
    done = subprocess.run(
        [sys.executable, "-m", "wargame", "check", str(folder)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"\\u201chostilty\\u201d" in done.stdout


@pytest.mark.parametrize("kind", PUBLISHED)
def test_that_a_schema_is_printed_as_json(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False


def test_that_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "schema")]) == 0
    assert len(list((tmp_path / "schema").iterdir())) == len(PUBLISHED)


def test_that_a_place_that_cannot_be_written_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert main(["schema", "--out", str(tmp_path / "file" / "schema")]) == 2
    assert capsys.readouterr().err.startswith("Cannot write into ")


def test_that_scenarios_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WARGAME_SAVES", str(tmp_path))
    shutil.copytree(TINY, paths.own_scenarios() / "tiny")
    assert main(["scenarios"]) == 0
    out = capsys.readouterr().out
    assert "after-tehran: After Tehran" in out
    assert "tiny: Three at a river" in out
    assert main(["scenarios", "--json"]) == 0
    cards = {card["id"]: card for card in json.loads(capsys.readouterr().out)}
    assert {"after-tehran", "blank", "tiny"} <= set(cards)
    assert cards["tiny"]["bundled"] is False
    assert cards["tiny"]["starts"] == [{"id": "spring", "title": "The snow melts"}]
    assert cards["tiny"]["seats"] == 2
