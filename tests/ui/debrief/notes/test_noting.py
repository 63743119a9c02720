"""A room tags, bookmarks, rates and answers in the debrief, and finds all of it again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.debrief.conftest import opened
from tests.ui.desk import Desk
from wargame.model.debrief_notes import HOT_WASH, TAGS, Bookmarked, Rating
from wargame.model.ids import ActorId
from wargame.play.control.observing import Observing
from wargame.play.debrief.notebook import Notebook
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debrief.notes.hot_wash_sheet import HotWashSheet
from wargame.ui.debrief.notes.kept_line import KeptLine
from wargame.ui.debrief.notes.notes_column import MOMENTS, OBJECTIVES
from wargame.ui.debrief.notes.objective_list import lay_out_boxes
from wargame.ui.debrief.notes.rating_sheet import RatingSheet
from wargame.ui.debrief.notes.remarks_sheet import RemarksSheet
from wargame.ui.debrief.notes.tag_sheet import TagSheet
from wargame.ui.theme.switch import ThemeSwitch

Kind = TypeVar("Kind", bound=QWidget)


def sheet(screen: DebriefScreen, kind: type[Kind]) -> Kind:
    """What lies over the screen."""
    found = screen.sheet.findChild(kind)
    assert found is not None
    return found


def labels(screen: DebriefScreen) -> list[str]:
    return [tag.label for tag in screen.notes.tags.rows]


def reopened(desk: Desk, qtbot: QtBot, screen: DebriefScreen) -> DebriefScreen:
    """The same debrief, opened afresh."""
    screen.bar.home.click()
    return opened(desk, qtbot)


def test_that_a_number_key_tags_the_moment_for_the_chosen_objective(
    screen: DebriefScreen,
) -> None:
    screen.notes.objectives.choose("exercise/2")
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_2)
    QTest.keyClick(screen.scrubber, Qt.Key.Key_7)
    assert labels(screen) == [TAGS[6], TAGS[1]]
    row = screen.notes.objectives.rows[1]
    moment = screen.moment
    assert moment is not None
    assert (row.tags, row.turns) == (2, frozenset({moment.turn}))
    assert screen.notes.objectives.rows[0].evidence == "No evidence"


def test_that_digits_typed_as_words_are_words(screen: DebriefScreen) -> None:
    note = screen.notes.tags.note
    note.setFocus()
    QTest.keyClicks(note, "4 of 11 were told b")
    assert note.text() == "4 of 11 were told b"
    assert not screen.notes.tags.rows
    screen.notes.tags.by.setText("Grace")
    screen.notes.tags.buttons[1].click()
    assert [tag.by for tag in screen.notes.tags.rows] == ["Grace"]
    assert [tag.note for tag in screen.notes.tags.rows] == ["4 of 11 were told b"]
    assert not note.text()


def test_that_a_tag_is_worded_anew_and_taken_out(screen: DebriefScreen) -> None:
    screen.notes.tags.mark(1)
    (tag,) = screen.notes.tags.rows
    screen.notes.tags.tag_opened.emit(tag.number)
    form = sheet(screen, TagSheet)
    form.note.set_text("Chosen three to one.")
    form.objective.set_current_key("exercise/4")
    form.keep.click()
    (tag,) = screen.notes.tags.rows
    assert (tag.note, tag.objective) == ("Chosen three to one.", "exercise/4")
    assert screen.sheet.isHidden()
    screen.notes.tags.tag_opened.emit(tag.number)
    screen.sheet.findChildren(TagSheet)[-1].drop.click()
    assert not screen.notes.tags.rows


def test_that_b_keeps_the_moment_to_come_back_to(screen: DebriefScreen) -> None:
    screen.go_to(7)
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B)
    screen.go_to(0)
    screen.notes.tabs.choose(MOMENTS)
    marks = screen.points.marks
    marks.row_activated.emit(marks.model().index(0, 0))
    assert screen.place == 7
    assert "1 bookmark" in screen.transport.aside.text()
    marks.setFocus()
    marks.setCurrentIndex(marks.model().index(0, 0))
    QTest.keyClick(marks, Qt.Key.Key_Delete)
    assert marks.model().rowCount() == 0


def test_that_b_twice_at_one_moment_keeps_one_bookmark(
    desk: Desk, screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.go_to(7)
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B)
    debriefing = desk.window._preparation._debriefing
    with qtbot.waitSignal(debriefing.told, timeout=20_000) as told:
        QTest.keyClick(screen.scrubber, Qt.Key.Key_B)
    assert "bookmarked already" in str(told.args)
    assert screen.points.marks.model().rowCount() == 1
    screen.go_to(9)
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B)
    assert screen.points.marks.model().rowCount() == 2


def test_that_everything_that_was_noted_is_there_when_the_debrief_is_opened_again(
    desk: Desk, screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.notes.tags.mark(3)
    screen.transport.bookmark.click()
    screen.notes.rating_wished.emit("exercise/1")
    form = sheet(screen, RatingSheet)
    form.steps[Rating.MAJOR.value].click()
    form.why.set_text("Nobody asked.")
    form.text.setText("Ask before answering")
    form.keep.click()
    again = reopened(desk, qtbot, screen)
    assert labels(again) == [TAGS[2]]
    first = again.notes.objectives.rows[0].objective
    assert first.text == "Ask before answering"
    assert first.rated is not None
    assert (first.rated.rating, first.rated.why) == (Rating.MAJOR, "Nobody asked.")
    assert "1 bookmark" in again.transport.aside.text()


def test_that_strengths_and_improvements_are_written_down(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.notes.remarks.click()
    form = sheet(screen, RemarksSheet)
    form.add.click()
    assert form.note.text().endswith(".")
    form.text.set_text("They listened.")
    form.add.click()
    form.kind.set_current("improvement")
    form.kind.current_changed.emit("improvement")
    form.text.set_text("Nobody kept a log.")
    form.due.setText("tomorrow")
    form.add.click()
    assert form._due.fault()
    form.due.setText("2026-12-01")
    form.owner.setText("Grace")
    form.add.click()

    def kept() -> list[str]:
        lines = form.findChildren(KeptLine)
        return [line.words.text() for line in lines if line.isVisible()]

    qtbot.waitUntil(lambda: kept() == ["They listened.", "Nobody kept a log."])
    form.text.set_text("Half a sentence")
    next(line for line in form.findChildren(KeptLine) if line.isVisible()).bin.click()
    qtbot.waitUntil(lambda: kept() == ["Nobody kept a log."])
    assert form.text.toPlainText() == "Half a sentence"


def test_that_answers_are_entered_without_a_name_and_imported(
    screen: DebriefScreen, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    screen.notes.hot_wash.click()
    form = sheet(screen, HotWashSheet)
    form.text.set_text("The talks.")
    form.add.click()
    path = tmp_path / "answers.csv"
    path.write_text("Name,What worked?\nGrace,The clock\n", encoding="utf-8")
    debriefing = desk.window.findChild(type(desk.window._preparation._debriefing))
    assert debriefing is not None
    with qtbot.waitSignal(debriefing.told, timeout=20_000):
        debriefing.notes.import_answers(path)
    told = [(a.question, a.text, a.by) for _, a in debriefing.notes.notes.answers]
    assert told == [(HOT_WASH[0], "The talks.", ""), ("What worked?", "The clock", "Grace")]


def test_that_an_answer_is_seen_on_a_sheet_that_took_the_place_of_another(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.notes.remarks.click()
    screen.notes.hot_wash.click()
    qtbot.waitUntil(lambda: screen.sheet.findChild(RemarksSheet) is None, timeout=20_000)
    form = sheet(screen, HotWashSheet)
    form.text.set_text("The talks.")
    form.add.click()
    assert form.text.toPlainText() == ""
    assert "The talks." in [line.words.text() for line in form.findChildren(KeptLine)]


def test_that_the_number_beside_objectives_is_how_many_there_are(screen: DebriefScreen) -> None:
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_2)
    count = screen.notes.tabs._counts[OBJECTIVES]
    assert count == len(screen.notes.objectives.rows)


def test_that_one_imported_answer_is_told_as_one(
    screen: DebriefScreen, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Name,What worked?\nGrace,The clock\n", encoding="utf-8")
    debriefing = desk.window._preparation._debriefing
    with qtbot.waitSignal(debriefing.told, timeout=20_000) as told:
        debriefing.notes.import_answers(path)
    assert told.args == ["One answer was taken in."]


def test_that_a_file_without_answers_is_one_sentence(
    screen: DebriefScreen, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    screen.notes.hot_wash.click()
    form = sheet(screen, HotWashSheet)
    path = tmp_path / "answers.csv"
    path.write_text("Name\nGrace\n", encoding="utf-8")
    desk.window._preparation._debriefing.notes.import_answers(path)
    qtbot.waitUntil(lambda: bool(form.note.text()), timeout=20_000)
    assert "answers" in form.note.text()


@pytest.fixture
def watched(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> DebriefScreen:
    """The debrief of a game in which an observer marked a moment."""
    game = doctrine_game(saves, 1, name="blank")
    observers = Observing(game)
    observers.come("Grace", ActorId("GRN"))
    observers.tag("Grace", 1, "Nobody asked.")
    game.end("Time was up.")
    game.close()
    return opened(Desk(qtbot, themes, tmp_path / "window.ini"), qtbot)


def test_that_marks_of_play_are_shown_and_stay_as_they_are(watched: DebriefScreen) -> None:
    (tag,) = watched.notes.tags.rows
    assert (tag.by, tag.note) == ("Grace", "Nobody asked.")
    watched.notes.tags.tag_opened.emit(tag.number)
    form = sheet(watched, TagSheet)
    assert form.keep.isHidden()
    assert not form.note.isEnabled()
    watched.bar.choose("GRN")
    covered = [row for row in watched.notes.objectives.rows if row.tags]
    assert [row.objective.seat for row in covered] == ["GRN"]


def test_that_damaged_notes_are_told_when_the_debrief_is_opened(
    qtbot: QtBot, themes: ThemeSwitch, saved: Path, tmp_path: Path
) -> None:
    Notebook(saved).add(Bookmarked(1, 3, "Here."), Bookmarked(1, 4, "And here."))
    with closing(sqlite3.connect(saved)) as raw:
        raw.execute("UPDATE debrief SET at = 'never' WHERE number = 2")
        raw.commit()
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    said: list[str] = []
    desk.window._preparation.refused.connect(said.append)
    screen = opened(desk, qtbot)
    assert len(said) == 1
    assert said[0].startswith("Note 2 of")
    assert screen.notes.tabs._counts[MOMENTS] == 1
    desk.window.close()


@pytest.mark.parametrize(("turns", "width"), [(12, 200), (40, 120), (1, 20), (0, 50)])
def test_that_there_is_a_box_for_each_turn_within_the_width(turns: int, width: int) -> None:
    boxes = lay_out_boxes(turns, width)
    assert len(boxes) == turns
    assert all(box.right() < width for box in boxes)
    assert not any(one.intersects(two) for one, two in pairwise(boxes))
