"""The command line shows control's injects and questions, and a seat only its own part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, loaded, settings_for
from wargame.cli.main import main
from wargame.play.control.injects import Injects
from wargame.play.control.questions import Questions
from wargame.play.new_game import new_game


@pytest.fixture
def save(tmp_path: Path) -> Path:
    blank = loaded("blank")
    path = tmp_path / "game.wargame"
    game = new_game(blank, settings_for(blank.scenario), path)
    Injects(game).send_now("Trucks leave the depot.", [BLU], "intelligence", reliability="likely")
    Questions(game).ask(BLU, "Whose are they?")
    game.close()
    return path


def test_that_a_seat_is_shown_its_own_reports_and_questions(
    save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(save), "--seat", BLU]) == 0
    printed = capsys.readouterr().out
    assert "Trucks leave the depot. (intelligence, likely)" in printed
    assert "Whose are they?: not answered yet" in printed
    assert main(["show", str(save), "--seat", AMB]) == 0
    printed = capsys.readouterr().out
    assert "Trucks" not in printed
    assert "Whose" not in printed


def test_that_control_is_shown_the_list_and_the_questions(
    save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(save), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    states = {row["inject"]["title"]: row["state"] for row in shown["injects"]["rows"]}
    assert states["Trucks leave the depot."] == "fired"
    assert states["A bus is hit near the border"] == "waiting"
    assert [row["text"] for row in shown["questions"]["rows"]] == ["Whose are they?"]
    assert main(["show", str(save), "--seat", AMB, "--json"]) == 0
    assert "Trucks" not in capsys.readouterr().out
