"""The adjudication screen over a real game: rule, argue, roll, accept; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from wargame.model.arguments import Argument
from wargame.model.ids import Phase
from wargame.model.orders import WRITTEN, Order
from wargame.model.ruling_views import Case, Queue
from wargame.model.rulings import ActRuled, ActsAccepted, How, OrderRuled
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen
from wargame.ui.adjudicate.distribution_chart import bars_of
from wargame.ui.adjudicate.effects_model import FINAL
from wargame.ui.adjudicate.ruling_panel import ACCEPT, CHANGE, WRITE
from wargame.ui.exercise.adjudication_desk import AdjudicationDesk
from wargame.ui.theme.switch import ThemeSwitch

REASON = "The room would not call that a full reply."
CALL = Order(
    WRITTEN,
    AMB,
    meant=2.0,
    argument=Argument(
        "Both harbours are closed to warships until the harvest is in.",
        "No patrol leaves port this month.",
        ("Both sides asked for it.",),
    ),
)


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.start_planning()
    live.seal(BLU, (order("C04", "AMB"), CALL))
    live.seal(AMB, (order("D04", "GRN"),))
    live.seal(GRN, ())
    live.lock_and_adjudicate()
    yield live
    live.close()


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, game: LiveGame) -> Iterator[AdjudicationDesk]:
    owner = QWidget()
    qtbot.addWidget(owner)
    controller = AdjudicationDesk(game, owner)
    stop = game.listen(controller.take)
    shown: list[QWidget] = []
    controller.screen_shown.connect(shown.append)
    controller.open()
    screen = shown[0]
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    with qtbot.waitExposed(screen):
        screen.show()
    yield controller
    stop()
    controller.close()


def screen_of(desk: AdjudicationDesk) -> AdjudicateScreen:
    screen = desk._screen
    assert screen is not None
    return screen


def open_act(desk: AdjudicationDesk, seat: str) -> Case:
    screen = screen_of(desk)
    case = next(r.case for r in screen._view.rows if r.case.act and r.case.seat == seat)
    screen.case_wished.emit(case)
    return case


def edit_first_effect(screen: AdjudicateScreen, text: str) -> None:
    model = screen.proposal.effects.effects
    assert model.setData(model.index(0, model.column_of(FINAL)), text)


def test_that_it_opens_on_the_first_move_that_asks_for_judgement(desk: AdjudicationDesk) -> None:
    screen = screen_of(desk)
    assert screen.case is not None
    assert screen.case.row.queue is Queue.JUDGEMENT
    assert screen.queue.current == screen.case.row
    assert screen.queue.tree.hasFocus()


def test_that_a_changed_number_asks_for_a_reason_before_it_can_be_recorded(
    desk: AdjudicationDesk, game: LiveGame
) -> None:
    case = open_act(desk, BLU)
    screen = screen_of(desk)
    assert screen.ruling.choices[ACCEPT].isChecked()
    assert screen.ruling.record.isEnabled()
    edit_first_effect(screen, "12")
    assert screen.ruling.choices[CHANGE].isChecked()
    assert screen.ruling.choices[CHANGE].text() == "Accept with 1 change"
    assert not screen.ruling.record.isEnabled()
    assert "at least 10" in screen.ruling.note.text()
    screen.ruling.reason.insertPlainText(REASON)
    assert screen.ruling.record.isEnabled()
    screen.ruling.record.click()
    event = game.records[-1].event
    assert isinstance(event, ActRuled)
    assert (event.act, event.reason, event.who) == (case.act, REASON, "Control")
    assert screen.case is None or screen.case.row.case != case


def test_that_many_clicks_edit_a_number_without_a_complaint_of_qt(
    desk: AdjudicationDesk,
) -> None:
    open_act(desk, BLU)
    table = screen_of(desk).proposal.effects
    final = table.effects.column_of(FINAL)
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, words: said.append(words))
    try:
        for row, column in ((0, final), (0, 0), (1, final), (1, 0)):
            place = table.visualRect(table.effects.index(row, column))
            for spot in (place.center(), place.topLeft() + QPoint(1, 1)):
                for click in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseClick):
                    click(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
                assert table.findChildren(QLineEdit)
    finally:
        qInstallMessageHandler(before)
    assert said == []


def test_that_accepting_throws_edits_away_and_is_recorded_with_ctrl_enter(
    desk: AdjudicationDesk, game: LiveGame
) -> None:
    case = open_act(desk, AMB)
    screen = screen_of(desk)
    edit_first_effect(screen, "0.9")
    screen.ruling.choices[ACCEPT].click()
    assert not screen.proposal.effects.effects.finals
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(game.records[-1].event, ActsAccepted)
    ruling = game.world.rulings.of_act(case.act)
    assert ruling is not None
    assert ruling.how is How.ACCEPTED


def test_that_what_was_begun_stays_while_another_move_is_looked_at(
    desk: AdjudicationDesk,
) -> None:
    open_act(desk, BLU)
    screen = screen_of(desk)
    edit_first_effect(screen, "12")
    screen.ruling.reason.insertPlainText(REASON)
    open_act(desk, AMB)
    assert screen.ruling.reason.toPlainText() == ""
    open_act(desk, BLU)
    assert screen.ruling.reason.toPlainText() == REASON
    assert len(screen.proposal.effects.effects.finals) == 1


def test_that_a_different_outcome_is_written_in_words(
    desk: AdjudicationDesk, game: LiveGame
) -> None:
    case = open_act(desk, BLU)
    screen = screen_of(desk)
    screen.ruling.choices[WRITE].click()
    screen.ruling.success.setChecked(not screen.ruling.success.isChecked())
    screen.ruling.words.insertPlainText("A guard dog barked, and they left.")
    screen.ruling.reason.insertPlainText(REASON)
    screen.ruling.record.click()
    event = game.records[-1].event
    assert isinstance(event, ActRuled)
    assert event.act == case.act
    assert event.after.words == "A guard dog barked, and they left."
    assert event.after.success != event.before.success


def test_that_accepting_all_that_are_ready_asks_once_and_is_one_event(
    desk: AdjudicationDesk, game: LiveGame
) -> None:
    screen = screen_of(desk)
    ready = len(screen.queue.ready)
    assert ready > 0
    before = game.world.events
    screen.queue.accept.click()
    assert screen.queue.question
    assert game.world.events == before
    screen.queue.accept.click()
    assert game.world.events == before + 1
    assert not screen.queue.ready
    assert not screen.queue.question


def test_that_an_argument_is_weighed_rolled_and_recorded(
    desk: AdjudicationDesk, game: LiveGame
) -> None:
    screen = screen_of(desk)
    case = Case(0, BLU, 2)
    screen.case_wished.emit(case)
    page = screen.argument
    assert page.quote.text().startswith("\u201cBoth harbours")
    QTest.keyClick(screen, Qt.Key.Key_Plus)
    assert page.pro.field.hasFocus()
    QTest.keyClicks(page.pro.field, "Their crews are unpaid")
    QTest.keyClick(page.pro.field, Qt.Key.Key_Return)
    assert len(page.pro.rows) == 2
    page.umpires.names.setText("Ines, Grace")
    page.umpires.names.editingFinished.emit()
    for chance in ("40", "60"):
        field = page.umpires.fields[0]
        QTest.keyClicks(field, chance)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.umpires.line.isVisible()
    assert not screen.ruling.record.isEnabled()
    page.roll.click()
    assert page.verdict.text()
    assert not page.roll.isVisible()
    assert screen.ruling.record.isEnabled()
    screen.ruling.record.click()
    event = game.records[-1].event
    assert isinstance(event, OrderRuled)
    assert event.weighing.is_rolled
    assert [reason.text for reason in event.weighing.reasons if reason.favours] == [
        "Both sides asked for it.",
        "Their crews are unpaid",
    ]


def test_that_an_estimate_is_masked_until_all_are_in(desk: AdjudicationDesk) -> None:
    screen = screen_of(desk)
    screen.case_wished.emit(Case(0, BLU, 2))
    umpires = screen.argument.umpires
    umpires.names.setText("Ines, Grace")
    umpires.names.editingFinished.emit()
    first = umpires.fields[0]
    assert first.echoMode() == first.EchoMode.Password
    QTest.keyClicks(first, "40")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert not umpires.line.isVisible()
    assert not screen.argument.roll.isEnabled()
    umpires.close_them.click()
    assert umpires.line.isVisible()
    assert screen.argument.roll.isEnabled()


def test_that_other_draws_arrive_with_the_games_own_marked(
    desk: AdjudicationDesk, qtbot: QtBot
) -> None:
    open_act(desk, BLU)
    screen = screen_of(desk)
    qtbot.waitUntil(lambda: bool(screen.proposal.chart.bars), timeout=30_000)
    chart = screen.proposal.chart
    assert sum(bar.is_drawn for bar in chart.bars) == 1
    QTest.keyClick(screen.queue.tree, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert chart.is_table_shown
    assert chart.table.model().rowCount() == len(chart.bars)
    QTest.keyClick(screen, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not chart.is_table_shown


def test_that_the_screen_goes_when_the_outcome_is_published(
    desk: AdjudicationDesk, game: LiveGame, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.console_wished):
        game.publish()
    assert game.world.phase is Phase.OUTCOME
    assert desk._screen is None
    desk.take(Changes())


def test_that_many_values_are_put_together_in_few_bars() -> None:
    bars = bars_of([(n, 1) for n in range(100)], drawn=57)
    assert len(bars) <= 13
    assert sum(bar.share for bar in bars) == pytest.approx(1.0)
    assert [bar.label for bar in bars if bar.is_drawn] == ["56\u201363"]
