"""``wargame report`` and ``wargame export`` write files, and refuse in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication

from tests.played import doctrine_game
from wargame.cli.main import main
from wargame.ui.printing.press import QtPress


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("cli"), 2)
    path = game.path
    game.close()
    return path


def test_that_a_report_says_how_much_of_it_cites_events(
    save: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(save), "--out", str(tmp_path / "r.html"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["cited"] > 20
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_that_word_and_pdf_are_written_where_pages_can_be_set(
    save: Path, tmp_path: Path, qapp: QApplication
) -> None:
    for suffix, begun in (("docx", b"PK"), ("pdf", b"%PDF-")):
        target = tmp_path / f"r.{suffix}"
        assert main(["report", str(save), "--out", str(target)], QtPress) == 0
        assert target.read_bytes().startswith(begun)
    assert len(docx.Document(str(tmp_path / "r.docx")).inline_shapes) == 1


def test_that_a_team_gets_its_own_report_and_tables(save: Path, tmp_path: Path) -> None:
    page, tables = tmp_path / "r.html", tmp_path / "t.json"
    assert main(["report", str(save), "--seat", "IRN", "--out", str(page)]) == 0
    assert "What Iran knew and did" in page.read_text("utf-8")
    assert main(["export", str(save), "--seat", "IRN", "--out", str(tables)]) == 0
    assert set(json.loads(tables.read_text("utf-8"))) == {"known", "orders", "index", "messages"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["report", "--out", "r.odt"], "must end in .docx, .pdf or .html."),
        (["report", "--out", "r.html", "--seat", "XXX"], "There is no seat XXX"),
        (["export", "--out", "t.ods"], "must end in .xlsx, .csv or .json."),
    ],
)
def test_that_what_cannot_be_written_is_refused_in_a_sentence(
    save: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([words[0], str(save), *words[1:]]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
