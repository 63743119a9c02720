"""The coach and the interview of a solo game, through its real screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import IRN, ISR, loaded
from tests.ui.outlooks import move_outlook
from wargame.model.advice import About
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.interview import Question
from wargame.model.orders import Order
from wargame.model.practice import Difficulty
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.compiled_law import LawState, Preparation
from wargame.play.new_game import new_game
from wargame.play.practice.coach.alternatives import alternatives
from wargame.play.practice.coach.coach_trials import Tried
from wargame.play.practice.interview.interview import NOT_YET, OPENLY
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.ui.practice.coach.coach_strip import CoachStrip
from wargame.ui.practice.interview.interview_page import InterviewPage
from wargame.ui.practice.practice_strip import PracticeStrip
from wargame.ui.practising.coach_desk import CoachDesk
from wargame.ui.practising.law_desk import LawDesk
from wargame.ui.practising.practising import Practising
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.widgets.surface import column

BARRAGE = Order(MoveId("M12"), ISR, meant=11.0)


class Student:
    """Somebody who plays Iran alone, at a window of the usual size."""

    def __init__(self, qtbot: QtBot, place: Path, difficulty: Difficulty, *, coach: bool) -> None:
        self._qtbot = qtbot
        choice = SoloChoice(
            IRN, loaded("after-tehran").scenario.starts[0].id, difficulty=difficulty, coach=coach
        )
        settings = practice_settings(loaded("after-tehran").scenario, choice, 7)
        game = new_game(loaded("after-tehran"), settings, place / "solo.wargame")
        self.window = QWidget()
        self.window.resize(1440, 900)
        rows = column(self.window)
        qtbot.addWidget(self.window)
        self.practising = Practising(game)
        self.practising.screen_shown.connect(rows.addWidget)
        self.window.show()
        self.practising.begin()
        self.team.go_on_wished.emit()

    @property
    def team(self) -> TeamScreen:
        found = self.practising.team
        assert found is not None
        return found

    @property
    def strip(self) -> CoachStrip:
        found = self.practising.coach.strip
        assert found is not None
        return found

    @property
    def page(self) -> InterviewPage:
        talk = self.practising.interview.talk
        assert talk is not None
        return talk.page

    def draft(self, order: Order) -> None:
        """Write an order into slot 1, as the composer would."""
        planning = self.team.planning
        assert planning is not None
        planning.take_order(order)
        planning._on_put_wished()
        self.team.flush()

    def play_turn(self) -> None:
        """Seal what stands on the sheet, and wait for the outcome."""
        game = self.practising.bridge.game
        seat = self.practising.solo.seat
        self.team.flush()
        self.team.seal_wished.emit(tuple(draft.order for draft in game.drafts(seat)))
        self._qtbot.waitUntil(lambda: game.world.phase is Phase.OUTCOME, timeout=60_000)

    def heard(self, about: About) -> str:
        """What the coach says about something, once it does."""

        def said() -> bool:
            return any(remark.about is about for remark in self.strip.remarks)

        self._qtbot.waitUntil(said, timeout=20_000)
        return next(remark.words for remark in self.strip.remarks if remark.about is about)

    def ask(self, question: Question) -> tuple[str, ...]:
        """Press a question and wait for the answer."""
        button = self.page.questions[question]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(button.isEnabled, timeout=60_000)
        return self.page.answer.words


@pytest.fixture
def sit(qtbot: QtBot, dark: object, tmp_path: Path) -> Iterator[Callable[..., Student]]:
    """Open a practice game; it is closed afterwards."""
    seated: list[Student] = []

    def begin(difficulty: Difficulty = Difficulty.CALM, *, coach: bool = True) -> Student:
        seated.append(Student(qtbot, tmp_path, difficulty, coach=coach))
        return seated[-1]

    yield begin
    for student in seated:
        student.practising.close()


class ReadyLaw:
    """A law that has been compiled already."""

    def start(self) -> None:
        """Nothing is left to do."""

    def now(self) -> Preparation:
        """It is ready."""
        return Preparation(LawState.READY)

    def end(self) -> None:
        """Nothing runs."""


def tried(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    drafts: Sequence[Order],
    *,
    threads: int,
    stopped: Callable[[], bool],
) -> Tried:
    """What runs would find: the sheet warms, everything else does so less."""
    assert threads >= 1
    assert not stopped()
    others = alternatives(scenario, world, seat, drafts)
    sheet = move_outlook(drafts[0]) if drafts else None
    return sheet, tuple(move_outlook(order, risk=-0.01) for order in others)


def test_that_the_coach_reads_the_draft_and_its_other_way_goes_into_the_composer(
    sit: Callable[..., Student], qtbot: QtBot
) -> None:
    student = sit()
    assert "reply" in student.heard(About.READING)
    student.draft(BARRAGE)
    qtbot.waitUntil(lambda: "R13" in student.heard(About.READING), timeout=20_000)
    assert student.strip.isVisible()
    assert "home soil" in student.heard(About.RISK)
    other = next(r for r in student.strip.remarks if r.about is About.OTHERWISE)
    assert other.order is not None

    student.strip.order_wished.emit(other.order)

    planning = student.team.planning
    assert planning is not None
    assert planning.composer.order is not None
    assert planning.composer.order.move == other.order.move
    tall = student.strip.height()
    QTest.mouseClick(student.strip.fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: student.strip.height() < tall, timeout=5_000)


def test_that_numbers_take_the_place_of_words_once_runs_are_made(
    sit: Callable[..., Student], qtbot: QtBot
) -> None:
    student = sit(Difficulty.FAIR)
    practising = student.practising
    practising.coach.close()
    practising.law = LawDesk(practising.bridge.game, practising, law=ReadyLaw())
    practising.law.watch.begin()
    watch, solo = practising.law.watch, practising.solo
    desk = CoachDesk(solo, lambda: watch, lambda: False, practising, tried)
    desk.show_on(student.team)
    practising.changed.connect(desk.take)
    practising.coach = desk
    student.draft(BARRAGE)

    def is_exact() -> bool:
        words = [r.words for r in student.strip.remarks if r.about is About.RISK]
        return bool(words) and "1,600" in words[0]

    qtbot.waitUntil(is_exact, timeout=20_000)
    assert "1,600" in student.heard(About.OTHERWISE)


def test_that_without_a_coach_there_is_no_strip_and_nobody_answers_while_the_game_goes_on(
    sit: Callable[..., Student],
) -> None:
    student = sit(coach=False)
    assert student.practising.coach.strip is None
    assert not student.window.findChildren(CoachStrip)
    student.practising.interview_wished.emit("")
    assert student.page.answer.words == (NOT_YET,)
    assert not any(button.isEnabled() for button in student.page.questions.values())


def test_that_whoever_is_told_nothing_sees_no_acts_of_others_either(
    sit: Callable[..., Student],
) -> None:
    student = sit(coach=False)
    student.play_turn()
    student.practising.interview_wished.emit("ISR")
    assert student.page.answer.words == (NOT_YET,)
    assert not student.page.topics.topics


def test_that_the_notice_stands_above_the_acts_before_anything_is_asked(
    sit: Callable[..., Student],
) -> None:
    student = sit()
    student.play_turn()
    student.practising.interview_wished.emit("ISR")
    page = student.page
    assert page.topics.topics
    assert page.note.isVisible()
    assert page.note.text() == OPENLY
    origin = page.rect().topLeft()
    assert page.note.mapTo(page, origin).y() < page.topics.mapTo(page, origin).y()


def test_that_the_interview_does_not_lie_over_the_next_turn(sit: Callable[..., Student]) -> None:
    student = sit()
    student.play_turn()
    student.practising.interview_wished.emit("ISR")
    assert student.team.sheet.isVisible()
    student.team.go_on_wished.emit()
    assert student.practising.bridge.game.world.phase is Phase.PLAN
    assert not student.team.sheet.isVisible()


def test_that_a_question_keeps_the_keys_in_the_sheet_while_it_is_answered_and_after(
    sit: Callable[..., Student], qtbot: QtBot
) -> None:
    student = sit()
    student.play_turn()
    student.practising.interview_wished.emit("ISR")
    student.window.activateWindow()
    assert QTest.qWaitForWindowActive(student.window)
    button = student.page.questions[Question.WHY]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert student.page.isAncestorOf(student.window.focusWidget())
    qtbot.waitUntil(button.isEnabled, timeout=60_000)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not student.page.isVisible(), timeout=5_000)


def test_that_the_coach_is_switched_off_and_on_while_the_game_runs(
    sit: Callable[..., Student],
) -> None:
    student = sit()
    student.heard(About.READING)
    button = student.window.findChildren(PracticeStrip)[0].coach
    assert button.text() == "Switch coach off"

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert student.practising.coach.strip is None
    assert not any(strip.isVisible() for strip in student.window.findChildren(CoachStrip))
    assert button.text() == "Switch coach on"
    student.draft(BARRAGE)
    student.play_turn()
    assert student.practising.coach.strip is None

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert student.heard(About.MISSED)
    assert student.strip.isVisible()


def test_that_a_coach_left_out_in_the_set_up_can_be_called_in(sit: Callable[..., Student]) -> None:
    student = sit(coach=False)
    button = student.window.findChildren(PracticeStrip)[0].coach
    assert button.text() == "Switch coach on"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert student.heard(About.READING)


def test_that_after_a_turn_the_coach_tells_what_was_missed_and_opponents_are_asked(
    sit: Callable[..., Student], qtbot: QtBot
) -> None:
    student = sit()
    student.draft(BARRAGE)
    student.play_turn()
    student.heard(About.MISSED)
    known = [n for remark in student.strip.remarks for n in remark.known]
    knowledge = student.team.knowledge
    assert knowledge is not None
    student.strip.event_wished.emit(known[0] if known else 1)
    current = knowledge.list.current_event()
    assert current is not None
    assert current.number == (known[0] if known else 1)

    student.practising.interview_wished.emit("ISR")
    page = student.page
    assert page.isVisible()
    assert page.opponents.current_key() == ISR
    assert "turn 1" in student.ask(Question.WHY)[0]
    assert any("your line against me" in words for words in student.ask(Question.BELIEFS))
    assert len(student.ask(Question.CHANGE)) >= 2
    change = page.questions[Question.CHANGE]
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    assert not change.isEnabled()
    page.cancel_wished.emit()
    assert change.isEnabled()
    assert "stopped" in page.answer.words[0]
    page.sides.setFocus()
    QTest.keyClick(page.sides, Qt.Key.Key_Right)
    assert student.ask(Question.MEANING)[0].startswith("I read")
    topic = page.topics.current()
    assert topic is not None
    page.event_wished.emit(topic.number)
    assert f"Event {topic.number}" in page.cited.text()

    sheets: list[QWidget] = []
    student.practising.sheet_wished.connect(lambda _title, sheet: sheets.append(sheet))
    student.practising.bridge.game.end("Time was up.")
    student.team.go_on_wished.emit()
    qtbot.waitUntil(lambda: student.practising.end.page is not None, timeout=20_000)
    end = student.practising.end.page
    assert end is not None
    QTest.mouseClick(end.ask, Qt.MouseButton.LeftButton)
    assert sheets == [student.page]
    qtbot.addWidget(student.page)
    assert any(words.startswith("As it was:") for words in student.ask(Question.BELIEFS))
