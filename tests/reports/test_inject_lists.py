"""Lists of injects out of other people's spreadsheets and back, without loss and without danger."""

from __future__ import annotations

import csv
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.made_injects import an_inject
from tests.reports.lists import control_list, long_list, seminar_list, staff_list
from tests.scenes import after_tehran
from wargame.errors import OutsideError
from wargame.model.conditions import ActCount, AllOf, Elapsed, Measure
from wargame.model.ids import ActorId
from wargame.model.injects import Inject, InjectLine
from wargame.reports.inject_columns import Field, guessed_columns, header_row
from wargame.reports.inject_export import write_injects
from wargame.reports.inject_import import ImportPreview, read_injects
from wargame.reports.sheets import read_sheets

DAY = date(2024, 7, 31)


def preview_of(path: Path, columns: Mapping[Field, int] | None = None) -> ImportPreview:
    sheet = read_sheets(path)[0]
    names, rows = sheet.shaped(header_row(sheet))
    return read_injects(names, rows, columns or guessed_columns(names), after_tehran(), DAY)


def by_id(preview: ImportPreview) -> dict[str, Inject]:
    return {inject.id: inject for inject in preview.injects}


def test_that_a_staff_list_comes_in_with_its_dates_times_and_seats(tmp_path: Path) -> None:
    preview = preview_of(staff_list(tmp_path))
    found = by_id(preview)
    assert set(found) == {"1", "2", "3"}
    first = found["1"]
    assert first.title == "Call from the port"
    assert (first.kind, first.to, first.sender) == ("message", ("USA",), "Harbour master")
    assert first.when == AllOf((Measure("day", ">=", 2.0), Elapsed(15.0)))
    assert found["2"].to == (ActorId("ISR"), ActorId("USA"))
    assert found["2"].when == AllOf((Measure("day", ">=", 7.0), Elapsed(90.0)))
    assert (found["3"].to, found["3"].when) == ((), Measure("day", ">=", 10.0))
    assert preview.kept == ("Expected action", "Responsible", "Weight")
    assert dict(first.kept)["Weight"] == "1.5"
    assert dict(found["2"].kept)["Weight"] == "=1+1"


def test_that_faults_name_their_row_in_one_sentence_each(tmp_path: Path) -> None:
    early = [row for row in preview_of(staff_list(tmp_path)).rows if row.faults]
    assert [(row.row, row.faults) for row in early] == [
        (8, ("2024-01-01 lies before the first day, 2024-07-31.",))
    ]
    third, fourth = (row for row in preview_of(seminar_list(tmp_path)).rows if row.faults)
    assert third.row == 4
    assert set(third.faults) == {
        "“two” is not a turn such as 3.",
        "There is no seat “Atlantis”.",
        "“smoke signal” is not a kind; write news, intelligence, message or event.",
    }
    assert fourth.faults == ("It has neither a title nor a text.",)


def test_that_a_text_list_is_read_in_its_own_encoding_and_separator(tmp_path: Path) -> None:
    first, second = preview_of(seminar_list(tmp_path)).injects
    assert first.title == "Café attacked"
    assert (first.kind, first.when) == ("news", Measure("turn", ">=", 2.0))
    assert dict(first.kept)["Bemerkung"] == "für später"
    assert dict(first.kept)["Recipients"] == "Iran, Hezbollah"
    assert (second.title, second.text) == ("=HYPERLINK(1)", "@here; read this")
    assert (second.kind, second.to) == ("message", ())


def test_that_conditions_in_words_come_in_and_titles_are_made(tmp_path: Path) -> None:
    preview = preview_of(control_list(tmp_path))
    first, second = preview.injects
    assert first.when == AllOf((Measure("index", ">=", 75.0), Elapsed(10.0, "planning")))
    assert first.by_itself
    assert first.reliability == "likely"
    assert first.title.startswith("A convoy has crossed")
    assert second.when == ActCount(2, 12.0, ActorId("ISR"), ActorId("IRN"))
    assert preview.faults == 1
    assert preview.kept == ("Colour",)


@pytest.mark.parametrize("make", [staff_list, seminar_list, control_list])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_that_what_came_in_goes_out_and_comes_in_again_the_same(
    tmp_path: Path, make: Callable[[Path], Path], ending: str
) -> None:
    injects = preview_of(make(tmp_path)).injects
    out = tmp_path / f"out.{ending}"
    write_injects(out, [InjectLine(inject) for inject in injects])
    again = preview_of(out)
    assert again.faults == 0
    assert [_bare(inject) for inject in again.injects] == [_bare(inject) for inject in injects]
    for before, after in zip(injects, again.injects, strict=True):
        assert set(dict(before.kept).values()) <= set(dict(after.kept).values())


def _bare(inject: Inject) -> Inject:
    from dataclasses import replace

    return replace(inject, kept=())


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_that_the_scenarios_list_goes_out_and_comes_in_whole(tmp_path: Path, ending: str) -> None:
    injects = after_tehran().injects
    out = tmp_path / f"out.{ending}"
    write_injects(out, [InjectLine(inject, "skipped", 3) for inject in injects])
    again = preview_of(out)
    assert again.faults == 0
    assert again.kept == ()
    assert again.injects == injects


def test_that_no_cell_can_be_taken_for_a_formula(tmp_path: Path) -> None:
    risky = ("=1+1", "+1", "-1", "@SUM(A1)", "'=2", "'plain")
    injects = [
        an_inject(f"r{n}", title=text, text=text, kept=(("=evil", text),))
        for n, text in enumerate(risky)
    ]
    lines = [InjectLine(inject) for inject in injects]
    book, text_file = tmp_path / "out.xlsx", tmp_path / "out.csv"
    write_injects(book, lines)
    write_injects(text_file, lines)
    sheet = load_workbook(book).worksheets[0]
    assert all(cell.data_type in {"s", "n"} for row in sheet.iter_rows() for cell in row)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    with zipfile.ZipFile(book) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    with text_file.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]
    for path in (book, text_file):
        assert [inject.text for inject in preview_of(path).injects] == list(risky)


def test_that_ids_given_twice_and_injects_sent_already_stay_out(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("No,Title,Text\nx,One,One\nx,Two,Two\ny,Three,Three\ni01,Four,Four\n", "utf-8")
    sheet = read_sheets(path)[0]
    names, rows = sheet.shaped(1)
    preview = read_injects(
        names, rows, guessed_columns(names), after_tehran(), DAY, known=["i01", "y"], sent=["y"]
    )
    assert [row.faults for row in preview.rows] == [
        (),
        ("Row 2 has the same number, x.",),
        ("Inject y was sent already.",),
        (),
    ]
    assert preview.rows[3].replaces


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.xlsx", b"PK\x03\x04 no book at all"),
        ("text.xlsx", b"just words"),
        ("empty.csv", b""),
        ("binary.csv", b"\x00\x01\x02" * 50),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_that_files_that_are_no_lists_are_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(OutsideError) as refused:
        read_sheets(path)
    assert str(refused.value).endswith(".")
    with pytest.raises(OutsideError):
        read_sheets(tmp_path / "missing.csv")


def test_that_a_list_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"must end in \.xlsx or \.csv"):
        write_injects(tmp_path / "out.pdf", [])
    with pytest.raises(OutsideError, match="cannot be written"):
        write_injects(tmp_path / "nowhere" / "out.csv", [])


def test_that_a_list_of_5000_rows_comes_in_whole(tmp_path: Path) -> None:
    preview = preview_of(long_list(tmp_path))
    assert len(preview.injects) == 5_000
    assert preview.kept == ("Owner", "Remark")


@pytest.mark.bench
def test_that_a_list_of_5000_rows_is_read_within_seconds(tmp_path: Path) -> None:
    path = long_list(tmp_path)
    began = time.perf_counter()
    preview = preview_of(path)
    read = time.perf_counter() - began
    began = time.perf_counter()
    write_injects(tmp_path / "out.xlsx", [InjectLine(inject) for inject in preview.injects])
    written = time.perf_counter() - began
    assert read < 5
    assert written < 5
