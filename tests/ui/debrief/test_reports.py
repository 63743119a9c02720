"""The report is previewed, completed with the author's words, and written, in the real window."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.desk import CTRL, Desk
from wargame.model.report import Paragraph as ReportParagraph
from wargame.model.report import Sentence
from wargame.model.report_texts import ReportTextWritten
from wargame.play.debrief.notebook import Notebook
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debrief.report.report_sheet import ReportSheet, _words_of


def test_that_one_sentence_more_is_told_as_one() -> None:
    sentences = tuple(Sentence(f"Sentence {number}.") for number in range(6))
    told = [_words_of(ReportParagraph(sentences[:count])) for count in (4, 5, 6)]
    assert "more" not in told[0]
    assert told[1].endswith(" And 1 more sentence.")
    assert told[2].endswith(" And 2 more sentences.")


@pytest.fixture
def sheet(screen: DebriefScreen, qtbot: QtBot) -> ReportSheet:
    """The preview of the report as a Word document."""
    return previewed(screen, qtbot, "word")


def previewed(screen: DebriefScreen, qtbot: QtBot, kind: str) -> ReportSheet:
    QTest.mouseClick(screen.bar.reports[kind], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.sheet.findChildren(ReportSheet)), timeout=20_000)
    found = screen.sheet.findChildren(ReportSheet)[-1]
    qtbot.waitUntil(lambda: found.page is not None, timeout=20_000)
    return found


def saved_as(desk: Desk, qtbot: QtBot, path: Path) -> None:
    """Answer the dialog that asks where."""
    qtbot.waitUntil(lambda: desk.seen(QFileDialog) is not None, timeout=20_000)
    dialog = desk.seen(QFileDialog)
    assert dialog is not None
    desk.window.banner.clear()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(desk.window.banner.isVisible, timeout=20_000)


def test_that_the_authors_words_are_kept_and_stand_in_the_document(
    desk: Desk, sheet: ReportSheet, qtbot: QtBot, saved: Path, tmp_path: Path
) -> None:
    assert "16 sections" in sheet.said.text()
    assert {"summary", "timeline", "weaknesses"} <= set(sheet.fields)
    field = sheet.fields["summary"]
    field.setFocus()
    QTest.keyClicks(field, "Calm was kept.")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    target = tmp_path / "report.docx"
    saved_as(desk, qtbot, target)
    kept = [entry.text for _, entry in Notebook(saved).of_type(ReportTextWritten)]
    assert kept[-1] == "Calm was kept."
    document = docx.Document(io.BytesIO(target.read_bytes()))
    assert "Calm was kept." in [paragraph.text for paragraph in document.paragraphs]
    assert document.inline_shapes


def test_that_the_words_are_there_when_the_preview_opens_again_and_others_are_written(
    desk: Desk, screen: DebriefScreen, sheet: ReportSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClicks(sheet.fields["weaknesses"], "Nobody asked.")
    for kind, begun in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")):
        again = previewed(screen, qtbot, kind)
        assert again.fields["weaknesses"].toPlainText() == "Nobody asked."
        again.save.click()
        target = tmp_path / f"report.{kind}"
        saved_as(desk, qtbot, target)
        assert target.read_bytes().startswith(begun)


def test_that_a_team_gets_its_own_tables_and_refusals_are_said(
    desk: Desk, sheet: ReportSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.reader.set_current_key("BLU")
    sheet.reader.key_changed.emit("BLU")
    qtbot.waitUntil(lambda: "what the team knew" in sheet.said.text(), timeout=20_000)
    assert all(key.startswith("BLU.") for key in sheet.fields)
    sheet.tables.click()
    target = tmp_path / "tables.json"
    saved_as(desk, qtbot, target)
    assert set(json.loads(target.read_text("utf-8"))) == {"known", "orders", "index", "messages"}
    sheet.save.click()
    saved_as(desk, qtbot, tmp_path / "nowhere" / "report.docx")
    assert "cannot be written" in desk.window.banner.text()


def test_that_escape_closes_the_sheet_after_a_file_was_asked_for(
    desk: Desk, screen: DebriefScreen, sheet: ReportSheet, qtbot: QtBot
) -> None:
    sheet.save.click()
    qtbot.waitUntil(lambda: desk.seen(QFileDialog) is not None, timeout=20_000)
    dialog = desk.seen(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5_000)
    dialog.reject()
    # A desktop may leave every window inactive; no key would reach this one.
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=5_000)
    assert screen.sheet.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert screen.sheet.isHidden()
