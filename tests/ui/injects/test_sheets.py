"""The sheets beside the console: what each asks for, says and sends, all of it named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.made_injects import an_inject
from wargame.model.ids import ActorId
from wargame.model.inject_view import QuestionRow, QuestionsView
from wargame.model.injects import Answer
from wargame.model.seat_view import ActorLabel
from wargame.reports.inject_columns import Field
from wargame.reports.inject_import import ImportPreview, ImportRow
from wargame.ui.injects.import_sheet import ImportSheet
from wargame.ui.injects.inject_editor import InjectEditor
from wargame.ui.injects.inject_queue import InjectQueue
from wargame.ui.injects.questions_sheet import QuestionsSheet, age_words
from wargame.ui.injects.quick_send import QuickSend
from wargame.ui.team.control_sheet import ControlSheet

BLU, AMB = ActorId("BLU"), ActorId("AMB")
SEATS = (ActorLabel(BLU, "Blue", "background"), ActorLabel(AMB, "Amber", "background"))
NOW = datetime(2024, 8, 1, 12, 0, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier


def a_question(number: int, **more: object) -> QuestionRow:
    from dataclasses import replace

    plain = QuestionRow(
        number=number,
        seat=BLU,
        name="Blue",
        text=f"Question {number}?",
        when="Turn 1, planning",
        asked_at="2024-08-01T11:56:00.000+00:00",
        answer="",
        to_all=False,
        is_open=True,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(560, 760)
    widget.show()


@pytest.mark.parametrize(
    "make",
    [
        InjectQueue,
        lambda: QuickSend(SEATS),
        lambda: InjectEditor(an_inject("a"), "", SEATS, "Examples"),
        QuestionsSheet,
        lambda: ImportSheet(("No", "Title"), {Field.ID: 0}),
        ControlSheet,
    ],
)
def test_that_whatever_takes_the_focus_has_a_name(
    make: type[QWidget], qtbot: QtBot, dark: QApplication
) -> None:
    widget = make()
    shown(widget, qtbot)
    nameless = [
        part
        for part in widget.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not part.accessibleName()
        and part.isVisible()
        and not isinstance(part.parentWidget(), QAbstractScrollArea)
    ]
    assert not nameless


def test_that_ages_are_in_minutes_and_hours() -> None:
    assert age_words("2024-08-01T11:56:30.000+00:00", NOW) == "3 min"
    assert age_words("2024-08-01T10:55:00.000+00:00", NOW) == "1 h 05 min"
    assert age_words("2024-08-01T11:59:59.000+00:00", NOW) == "just now"
    assert age_words("", NOW) == ""


def test_that_an_answer_being_written_stays_when_a_question_arrives(
    qtbot: QtBot, dark: QApplication
) -> None:
    sheet = QuestionsSheet(lambda: NOW)
    shown(sheet, qtbot)
    ready = (Answer("a1", "Where?", "There.", ()),)
    sheet.show_questions(QuestionsView((a_question(1),), ready))
    sheet.text.setPlainText("Half an answer")
    sheet.to_all.setChecked(True)
    sheet.show_questions(QuestionsView((a_question(1), a_question(2)), ready))
    assert sheet.text.toPlainText() == "Half an answer"
    with qtbot.waitSignal(sheet.answered) as answered:
        sheet.text.setFocus()
        QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)
    assert answered.args == [1, "Half an answer", True]
    done = a_question(1, is_open=False, answer="Half an answer", to_all=True)
    sheet.show_questions(QuestionsView((a_question(2), done), ready))
    assert not sheet.send.isVisible()
    assert sheet.about.text() == "Answered: Half an answer"


def test_that_a_message_has_a_sender_and_intelligence_a_reliability(
    qtbot: QtBot, dark: QApplication
) -> None:
    sheet = QuickSend(SEATS)
    shown(sheet, qtbot)
    assert not sheet.from_whom.isVisible()
    sheet.kind.set_current("message")
    sheet.kind.current_changed.emit("message")
    sheet.from_whom.setText("A minister")
    sheet.text.setPlainText("Come at noon.")
    sheet.seats.chips[AMB].click()
    assert not sheet.seats.all.isChecked()
    with qtbot.waitSignal(sheet.send_wished) as wished:
        sheet.send.click()
    assert wished.args == ["Come at noon.", (AMB,), "message", "A minister", ""]
    sheet.seats.all.click()
    assert sheet.seats.seats == ()
    sheet.kind.set_current("intelligence")
    sheet.kind.current_changed.emit("intelligence")
    assert sheet.reliability.isVisible()
    assert not sheet.from_whom.isVisible()


def test_that_a_trigger_is_begun_with_a_click_and_goes_on_with_and(
    qtbot: QtBot, dark: QApplication
) -> None:
    sheet = InjectEditor(an_inject("a"), "turn >= 2", SEATS, "Examples")
    shown(sheet, qtbot)
    sheet._on_beginning("index >= 75")
    assert sheet.trigger.text() == "turn >= 2 and index >= 75"
    with qtbot.waitSignal(sheet.kept) as kept:
        QTest.keyClick(sheet.trigger, Qt.Key.Key_Return, CTRL)
    assert kept.args == [an_inject("a"), "turn >= 2 and index >= 75"]


def test_that_the_columns_of_a_list_are_set_by_the_person(qtbot: QtBot, dark: QApplication) -> None:
    sheet = ImportSheet(("No", "What", "Whom"), {Field.ID: 0})
    shown(sheet, qtbot)
    assert sheet.columns() == {Field.ID: 0}
    assert not sheet.take.isEnabled()
    box = sheet.choices[Field.TITLE]
    with qtbot.waitSignal(sheet.columns_changed) as changed:
        box.set_current_key("1")
        box.key_changed.emit("1")
    assert changed.args == [{Field.ID: 0, Field.TITLE: 1}]
    rows = (
        ImportRow(2, an_inject("a"), replaces=True, faults=()),
        ImportRow(3, None, replaces=False, faults=("It is wrong.",)),
    )
    sheet.show_preview(ImportPreview(rows, ("Whom",)))
    assert sheet.summary.text() == (
        "1 of 2 rows can come in, 1 of them over injects of the same number. "
        "One has a fault and stays out."
    )
    assert sheet.kept.text() == "Kept as they are and written out again: Whom."
    assert sheet.take.text() == "Take in one inject"
