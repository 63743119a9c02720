"""Computer seats of a finished game are asked from its debrief."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from wargame.model.happenings import ActResolved
from wargame.model.interview import Question
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debriefing.desk import Debriefing
from wargame.ui.practice.interview.interview_page import InterviewPage


def page_of(screen: DebriefScreen) -> InterviewPage:
    """The interview over the debrief."""
    pages = [page for page in screen.findChildren(InterviewPage) if page.isVisible()]
    assert len(pages) == 1
    return pages[0]


def test_that_a_seat_tells_what_it_believed_beside_the_truth(
    desk: Desk, screen: DebriefScreen, qtbot: QtBot
) -> None:
    QTest.mouseClick(screen.bar.ask, Qt.MouseButton.LeftButton)
    page = page_of(screen)
    assert page.opponents.count() == 2
    button = page.questions[Question.BELIEFS]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    assert any(words.startswith("As it was:") for words in page.answer.words)


def test_that_a_cited_event_is_the_moment_that_is_gone_to(
    desk: Desk, screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.go_to(0)
    QTest.mouseClick(screen.bar.ask, Qt.MouseButton.LeftButton)
    page = page_of(screen)
    button = page.questions[Question.WHY]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    topic = page.topics.current()
    assert topic is not None
    page.event_wished.emit(topic.number)
    qtbot.waitUntil(
        lambda: screen.moment is not None and screen.moment.number == topic.number, timeout=5_000
    )
    assert f"Event {topic.number}" in page.cited.text()


def test_that_the_act_that_is_looked_at_is_the_one_that_is_asked_about(
    desk: Desk, screen: DebriefScreen, qtbot: QtBot
) -> None:
    debriefing = desk.window.findChildren(Debriefing)[0]
    assert debriefing.open is not None
    line, first_seat = debriefing.open.replay.line, debriefing.open.course.seats[0]
    place = next(
        place
        for place, record in enumerate(line)
        if isinstance(record.event, ActResolved)
        and not record.event.goes_on
        and record.event.actor != first_seat
    )
    screen.go_to(place)
    qtbot.waitUntil(lambda: screen.moment is not None and screen.moment.place == place)
    QTest.mouseClick(screen.bar.ask, Qt.MouseButton.LeftButton)
    topic = page_of(screen).topics.current()
    assert topic is not None
    assert topic.number == line[place].number
