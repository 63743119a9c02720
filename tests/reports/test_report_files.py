"""Reports and tables as files: whole, repeatable, and with nothing in them that acts."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from tests.played import doctrine_game
from wargame.errors import OutsideError
from wargame.model.export import ExportTable
from wargame.model.report import OwnText, Report, Section
from wargame.play.debrief.replay import open_replay
from wargame.play.debrief.report.after_action import after_action_report
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.making import report_of, tables_of
from wargame.reports.exports import write_tables
from wargame.reports.report_document import report_document
from wargame.reports.report_files import write_report
from wargame.reports.report_pages import charts_of, picture_of, report_page, report_sheets

EVIL = "<script>alert(1)</script> & <b>so</b>"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fea7356e6c0000000049454e44ae426082"
)
"""A picture of one point."""


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("files"), 1)
    path = game.path
    game.close()
    return path


@pytest.fixture(scope="module")
def report(save: Path) -> Report:
    author = Author(texts={"summary": f"We **kept calm**.\n\n- one\n- two\n\n{EVIL}"})
    return after_action_report(open_replay(save), author)


def test_that_a_word_document_has_headings_contents_captions_and_the_authors_text(
    report: Report,
) -> None:
    content = report_document(report, [DOT])
    document = docx.Document(io.BytesIO(content))
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert heads == [section.title for section in report.sections]
    own = [p.text for p in document.paragraphs if p.style and p.style.name == "Author"]
    assert "We kept calm." in own
    assert "• one" in own
    assert EVIL in own
    captions = [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]
    numbers = [c.partition(".")[0] for c in captions if c.startswith("Table")]
    assert numbers == [f"Table {n}" for n in range(1, len(numbers) + 1)]
    assert any(caption.startswith("Figure 1. The escalation index") for caption in captions)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
    assert "TOC \\o" in body
    assert "SEQ Table" in body


def test_that_equal_reports_give_equal_documents(report: Report) -> None:
    assert report_document(report, [DOT]) == report_document(report, [DOT])
    assert report_page(report) == report_page(report)


def test_that_a_page_needs_nothing_from_elsewhere(report: Report) -> None:
    page = report_page(report, {1: EVIL})
    assert EVIL not in page
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)""", page)
    assert "@import" not in page
    assert "url(" not in page
    # A drawing names its language by an address that nothing ever fetches.
    assert set(re.findall(r"https?://[^\s\"']+", page)) == {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in page


def test_that_the_chart_is_there_without_a_script(report: Report) -> None:
    page = report_page(report)
    without = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert '<polyline class="played"' in without
    assert without.count('class="dot"') == len(charts_of(report)[0].dots)
    holder = re.search(r'<script type="application/json" class="facts">(.*?)</script>', page)
    assert holder is not None
    facts = json.loads(holder.group(1))
    assert len(facts["line"]) == len(charts_of(report)[0].line)


def test_that_words_of_people_cannot_leave_the_drawing(report: Report) -> None:
    chart = charts_of(report)[0]
    told = replace(chart, caption=EVIL, dots=tuple(replace(d, words=EVIL) for d in chart.dots))
    assert EVIL not in picture_of(told)


def test_that_pages_for_paper_hold_every_section(report: Report) -> None:
    sheets = report_sheets(report)
    assert all(section.title in sheets for section in report.sections)
    assert EVIL not in sheets


def test_that_a_web_page_needs_no_press_and_others_say_so(save: Path, tmp_path: Path) -> None:
    report, words = report_of(save)
    write_report(report, words, tmp_path / "r.html", None)
    assert "Events cited" in (tmp_path / "r.html").read_text("utf-8")
    with pytest.raises(OutsideError, match="Nothing is here that sets pages"):
        write_report(report, words, tmp_path / "r.docx", None)
    with pytest.raises(OutsideError, match="must end in"):
        write_report(report, words, tmp_path / "r.odt", None)
    with pytest.raises(OutsideError, match="cannot be written"):
        write_report(report, words, tmp_path / "no" / "r.html", None)


@pytest.mark.parametrize("seat", [None, "IRN"])
def test_that_tables_read_back_as_they_were(save: Path, tmp_path: Path, seat: str | None) -> None:
    from wargame.model.ids import ActorId

    tables = tables_of(save, ActorId(seat) if seat else None)
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)
    write_tables(tables, tmp_path / "t.json")
    document = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert {name: len(rows) for name, rows in document.items()} == {
        table.name: len(table.rows) for table in tables
    }
    write_tables(tables, tmp_path / "t.xlsx")
    book = load_workbook(tmp_path / "t.xlsx")
    assert [name.casefold() for name in book.sheetnames] == [table.name for table in tables]
    assert book.worksheets[0].max_row == len(tables[0].rows) + 1
    files = write_tables(tables, tmp_path / "t.csv")
    assert [file.name for file in files] == [
        "t.csv",
        *(f"t-{table.name}.csv" for table in tables[1:]),
    ]


def test_that_no_cell_is_taken_for_a_formula(tmp_path: Path) -> None:
    table = ExportTable("notes", ("words", "number"), (("=1+1", -3), ("@x", 2.5), ("+x", None)))
    write_tables((table,), tmp_path / "t.csv")
    assert "'=1+1" in (tmp_path / "t.csv").read_text("utf-8-sig")
    write_tables((table,), tmp_path / "t.xlsx")
    sheet = load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert [row[0].data_type for row in sheet.iter_rows(min_row=2)] == ["s", "s", "s"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [-3, 2.5, None]


def test_that_a_table_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="must end in"):
        write_tables((), tmp_path / "t.ods")


def test_that_a_section_that_waits_for_the_author_says_that_nothing_was_written(
    report: Report,
) -> None:
    blank = Section("end", "What to keep", (OwnText("IRN.strengths", "What went well"),))
    said = "Nothing was written here."
    for text, count in (("", 1), ("We listened.", 0)):
        own = replace(blank, blocks=(OwnText("IRN.strengths", "What went well", text),))
        only = replace(report, sections=(own,))
        document = docx.Document(io.BytesIO(report_document(only, [])))
        assert [p.text for p in document.paragraphs].count(said) == count
        assert report_page(only).count(said) == count
        assert report_sheets(only).count(said) == count
