"""Answers of participants come out of spreadsheets and text files."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from wargame.errors import OutsideError
from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel
from wargame.reports.hot_wash_import import read_answers

IRN = ActorId("IRN")
ACTORS = (ActorLabel(IRN, "Iran", "axis"), ActorLabel(ActorId("HTH"), "Ansar Allah (Houthis)", ""))


def test_that_a_row_for_each_participant_gives_an_answer_for_each_question(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "Timestamp,Name,Team,What worked?,What did not?\n"
        "2026-05-14,Grace,Iran,The talks,\n"
        "2026-05-14,,Ansar Allah,Nothing,The clock\n",
        encoding="utf-8",
    )
    answers = read_answers(path, ACTORS)
    told = [(a.question, a.text, a.by, a.seat) for a in answers]
    assert told == [
        ("What worked?", "The talks", "Grace", "IRN"),
        ("What worked?", "Nothing", "", "HTH"),
        ("What did not?", "The clock", "", "HTH"),
    ]


def test_that_a_spreadsheet_with_questions_and_answers_is_read_row_by_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Question", "Answer", "By"), ("What worked?", "=1+1", "Tomas"), ("Why?", "", "")):
        sheet.append(row)
    path = tmp_path / "answers.xlsx"
    book.save(path)
    answers = read_answers(path, ACTORS)
    assert [(a.question, a.text, a.by) for a in answers] == [("What worked?", "=1+1", "Tomas")]


@pytest.mark.parametrize("content", ["Name,Team\nGrace,Iran\n", "What worked?\n"])
def test_that_a_file_without_answers_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OutsideError, match="answers"):
        read_answers(path, ACTORS)
