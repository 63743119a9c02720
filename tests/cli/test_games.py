"""The commands that make, play, show and verify games, as a script would use them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.playthroughs import HERE
from wargame.cli.main import COMMANDS, main
from wargame.model.ids import Controller
from wargame.model.variables import VARIABLES

ORDERS = str(HERE / "border-fire.orders.yaml")


@pytest.fixture
def save(tmp_path: Path) -> str:
    path = str(tmp_path / "game.wargame")
    assert main(("new", "blank", "--save", path, "--seed", "3")) == 0
    return path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(words)
    out, err = capsys.readouterr()
    return status, out, err


def test_that_json_is_one_document_and_nothing_else(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ("play", save, "--turns", "1", "--json"),
        ("show", save, "--json"),
        ("show", save, "--seat", "BLU", "--json"),
        ("verify", save, "--json"),
    ):
        status, out, _ = printed(capsys, *words)
        assert status == 0
        assert json.loads(out)


def test_that_every_number_of_the_world_is_shown(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = json.loads(printed(capsys, "show", save, "--json")[1])
    values = shown["values"]
    assert values["face.BLU"] == 0.7
    assert "debt.AMB.BLU" in values
    assert "stock.AMB.drone" in values
    assert "index" in values


def test_that_every_variable_of_the_model_is_shown(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 3: all variables of MODEL D1 are visible in ``show --json``."""
    values = json.loads(printed(capsys, "show", save, "--json")[1])["values"]
    shown = {name.split(".")[0] for name in values}
    assert shown == {variable.name for variable in VARIABLES}


def test_that_a_game_is_told_in_words_to_control_alone(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, "play", save, "--turns", "1")[0] == 0
    status, out, _ = printed(capsys, "show", save, "--story")
    assert status == 0
    assert out.splitlines()[0] == "The game is in turn 1."
    assert "Who did what:" in out
    status, out, err = printed(capsys, "show", save, "--story", "--seat", "BLU")
    assert (status, out) == (2, "")
    assert "no seat can be shown it" in err


def test_that_a_seat_is_shown_no_numbers_of_the_world(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = json.loads(printed(capsys, "show", save, "--seat", "BLU", "--json")[1])
    assert set(shown) == {"view"}


def test_that_play_stops_when_the_game_ends(save: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = printed(capsys, "play", save, "--orders", ORDERS, "--json")
    turns = json.loads(out)["turns"]
    assert status == 0
    assert 1 <= len(turns) <= 6
    assert turns[-1]["ended"]
    assert all(not turn["ended"] for turn in turns[:-1])
    status, _, err = printed(capsys, "play", save)
    assert status == 2
    assert err.count("\n") == 1


def test_that_a_past_turn_can_be_shown(save: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "play", save, "--turns", "3")
    early = json.loads(printed(capsys, "show", save, "--turn", "1", "--json")[1])
    late = json.loads(printed(capsys, "show", save, "--json")[1])
    assert len(early["view"]["meter"]["path"]) == 2
    assert len(late["view"]["meter"]["path"]) == 4
    assert late["view"]["meter"]["path"][:2] == early["view"]["meter"]["path"]


def test_that_a_changed_byte_is_found_by_verify(
    save: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "play", save, "--turns", "1")
    assert printed(capsys, "verify", save)[0] == 0
    damaged = tmp_path / "damaged.wargame"
    shutil.copy(save, damaged)
    content = bytearray(damaged.read_bytes())
    at = content.find(b'"phase":"plan"')
    assert at > 0
    content[at + 9 : at + 13] = b"plam"
    damaged.write_bytes(bytes(content))
    status, out, err = printed(capsys, "verify", str(damaged))
    assert status == 1
    assert (out + err).strip()
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    "words",
    [
        ("new", "nowhere", "--save", "x.wargame"),
        ("new", "blank"),
        ("new", "blank", "--save", "x.wargame", "--seat", "XXX=people"),
        ("new", "blank", "--save", "x.wargame", "--seat", "BLU=wizard"),
        ("new", "blank", "--save", "x.wargame", "--seed", "-4"),
        ("new", "blank", "--save", "x.wargame", "--start", "never"),
        ("new", "blank", "--save", "/dev/null/game.wargame"),
        ("play", "missing.wargame"),
        ("show", "missing.wargame"),
        ("verify", "missing.wargame"),
        ("nonsense",),
    ],
)
def test_that_words_that_make_no_sense_get_one_sentence(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        status, out, err = printed(capsys, *words)
    except SystemExit as stopped:
        status = int(stopped.code or 0)
        out, err = capsys.readouterr()
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1, err
    assert "Traceback" not in err


def test_that_orders_against_the_rules_are_named_and_nothing_is_played(
    save: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.yaml"
    orders.write_text("orders:\n- {turn: 1, seat: GRN, orders: [{move: M05, target: AMB}]}\n")
    status, out, err = printed(capsys, "play", save, "--orders", str(orders))
    assert status == 2
    assert out == ""
    assert "cannot make this move" in err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("orders: [", "1:"),
        ("orders:\n- {turn: 0, seat: BLU, orders: []}\n", "2:"),
        ("orders:\n- {turn: 1, seat: BLU, orders: [{mvoe: M05}]}\n", "2:"),
        ("orders:\n- {turn: 1, seat: BLU, orders: [{move: M05, salvo: {drones: 3}}]}\n", "2:"),
        ("orders:\n- {turn: 1, seat: BLU, orders: []}\n- {turn: 1, seat: BLU, orders: []}\n", "3:"),
        ("orders:\n- {turn: 1, seat: BLU, orders: [{move: M05, warning_hours: .nan}]}\n", "2:"),
        ("", ""),
    ],
)
def test_that_a_faulty_file_of_orders_is_answered_with_its_places(
    text: str, place: str, save: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.yaml"
    orders.write_text(text, "utf-8")
    status, out, err = printed(capsys, "play", save, "--orders", str(orders))
    assert status == 2
    assert out == ""
    assert f"orders.yaml:{place}" in err
    assert "Traceback" not in err


def test_that_every_command_says_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        if command == "gui":
            continue
        with pytest.raises(SystemExit) as stopped:
            main((command, "--help"))
        assert stopped.value.code == 0
        assert f"wargame {command}" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a full device")
def test_that_every_kind_of_seat_is_named_where_one_is_chosen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(("new", "--help"))
    words = capsys.readouterr().out.replace(",", " ").split()
    assert [kind for kind in Controller if kind not in words] == []


def test_that_an_answer_that_cannot_be_written_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = (sys.executable, "-m", "wargame", "scenarios")
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    words = done.stderr.decode()
    assert words.startswith("The answer could not be written: ")
    assert len(words.splitlines()) == 1


def test_that_orders_in_own_words_can_be_given_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save, orders = tmp_path / "g.wargame", tmp_path / "orders.yaml"
    orders.write_text(
        "orders:\n- turn: 1\n  seat: BLU\n  orders:\n  - argument:\n"
        "      do: We close both harbours.\n      result: No patrol leaves.\n"
        "      reasons: [Crews are unpaid.]\n",
        "utf-8",
    )
    assert main(["new", "blank", "--save", str(save), "--by-hand"]) == 0
    assert main(["play", str(save), "--turns", "1", "--orders", str(orders)]) == 0
    capsys.readouterr()
    assert main(["show", str(save)]) == 0
    assert "We close both harbours, did not happen: Control gave no ruling." in (
        capsys.readouterr().out
    )


def test_that_history_is_a_kind_of_seat_where_there_is_a_chronicle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "history.wargame")
    words = ("new", "after-tehran", "--start", "2023-10-07", "--seat", "HZB=history", "--save")
    assert printed(capsys, *words, path)[0] == 0
    assert printed(capsys, "play", path, "--turns", "1")[0] == 0
    told = printed(capsys, "show", path)[1]
    assert "HZB → ISR" in told
    other = str(tmp_path / "blank.wargame")
    status, out, err = printed(capsys, "new", "blank", "--seat", "BLU=history", "--save", other)
    assert (status, out) == (2, "")
    assert "a seat is played by one of" in err
