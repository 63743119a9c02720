"""The next step: one button, and what it asks before others feel it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.facilitator.console_views import all_seats, console, fresh, sealed
from wargame.model.ids import Phase
from wargame.ui.facilitator.action_foot import WARNING_SECONDS, ActionFoot
from wargame.ui.facilitator.next_step import Act, next_step


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def foot(dark: QApplication, qtbot: QtBot, clock: Clock) -> ActionFoot:
    made = ActionFoot(clock)
    qtbot.addWidget(made)
    made.set_step(next_step(console()))
    made.resize(368, 140)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def acts(foot: ActionFoot) -> list[Act]:
    heard: list[Act] = []
    foot.acted.connect(heard.append)
    return heard


@pytest.mark.parametrize(
    ("phase", "label"),
    [
        (Phase.BRIEF, "Start planning"),
        (Phase.PLAN, "Lock plans and adjudicate"),
        (Phase.ADJUDICATE, "Publish the outcome"),
        (Phase.OUTCOME, "Begin turn 5"),
        (Phase.ENDED, "Back to the start page"),
    ],
)
def test_that_the_label_follows_the_phase(foot: ActionFoot, phase: Phase, label: str) -> None:
    foot.set_step(next_step(console(phase=phase)))
    assert foot.primary.text() == label


def test_that_the_seats_that_seal_are_counted(foot: ActionFoot) -> None:
    assert foot.state == "3 of 6 seats sealed"


def test_that_a_session_of_computers_alone_locks_at_once(foot: ActionFoot, acts: list[Act]) -> None:
    foot.set_step(next_step(console(seats=all_seats()[-6:])))
    foot.primary.click()
    assert acts == [Act.LOCK]


def test_that_a_lock_with_unsealed_seats_waits_a_minute(
    foot: ActionFoot, acts: list[Act], clock: Clock
) -> None:
    foot.primary.click()
    assert (foot.state, acts) == ("Locking in 01:00", [])
    assert foot.consequence == "3 seats have not sealed. Their drafts go as they stand."
    clock.now += WARNING_SECONDS - 1
    foot.refresh()
    assert (foot.state, acts) == ("Locking in 00:01", [])
    clock.now += 1
    foot.refresh()
    assert acts == [Act.LOCK]
    assert not foot.is_asking


def test_that_the_wait_runs_by_itself(foot: ActionFoot, clock: Clock, qtbot: QtBot) -> None:
    foot.primary.click()
    clock.now += WARNING_SECONDS
    with qtbot.waitSignal(foot.acted):
        pass


def test_that_a_second_press_locks_now(foot: ActionFoot, acts: list[Act]) -> None:
    QTest.keyClick(foot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert foot.primary.text() == "Lock now"
    QTest.keyClick(foot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert acts == [Act.LOCK]


def test_that_escape_takes_the_lock_back(foot: ActionFoot, acts: list[Act], clock: Clock) -> None:
    foot.primary.click()
    QTest.keyClick(foot, Qt.Key.Key_Escape)
    assert foot.primary.text() == "Lock plans and adjudicate"
    clock.now += 2 * WARNING_SECONDS
    foot.refresh()
    assert acts == []


def test_that_the_lock_happens_with_the_last_seal(foot: ActionFoot, acts: list[Act]) -> None:
    foot.primary.click()
    foot.set_step(next_step(sealed(console(), "ISR", "IRN")))
    assert foot.consequence == "1 seat has not sealed. Its drafts go as they stand."
    assert acts == []
    foot.set_step(next_step(sealed(console(), "ISR", "IRN", "HZB")))
    assert acts == [Act.LOCK]


def test_that_sealed_seats_lock_without_a_warning(foot: ActionFoot, acts: list[Act]) -> None:
    foot.set_step(next_step(sealed(console(), "ISR", "IRN", "HZB")))
    foot.primary.click()
    assert acts == [Act.LOCK]


def test_that_publishing_asks_first(foot: ActionFoot, acts: list[Act]) -> None:
    foot.set_step(next_step(console(phase=Phase.ADJUDICATE)))
    foot.primary.click()
    assert foot.state == "Publish the outcome of turn 4?"
    assert "does not make them forget" in foot.consequence
    assert (foot.no.text(), acts) == ("Not yet", [])
    foot.no.click()
    assert (foot.consequence, acts) == ("", [])
    foot.primary.click()
    foot.primary.click()
    assert acts == [Act.PUBLISH]


def test_that_a_question_is_withdrawn_when_the_phase_moves_on(
    foot: ActionFoot, acts: list[Act]
) -> None:
    foot.primary.click()
    foot.set_step(next_step(console(phase=Phase.ADJUDICATE)))
    assert not foot.is_asking
    assert foot.primary.text() == "Publish the outcome"
    assert acts == []


def test_that_nothing_is_taken_while_work_goes_on(
    foot: ActionFoot, acts: list[Act], qtbot: QtBot
) -> None:
    foot.set_busy("Adjudicating the turn")
    assert not foot.primary.isEnabled()
    qtbot.waitUntil(lambda: foot.state == "Adjudicating the turn")
    foot.primary.click()
    assert acts == []
    foot.set_busy("")
    assert foot.primary.isEnabled()
    assert foot.state == "3 of 6 seats sealed"


def test_that_long_work_can_be_stopped_where_it_may(foot: ActionFoot, qtbot: QtBot) -> None:
    foot.set_busy("Computer seats decide: 2 of 11", may_stop=True)
    qtbot.waitUntil(lambda: not foot.no.isHidden())
    assert foot.no.text() == "Stop"
    with qtbot.waitSignal(foot.stop_wished):
        foot.no.click()
    foot.set_busy("Adjudicating the turn")
    assert foot.no.isHidden()
    foot.set_busy("")


def test_that_short_work_is_not_mentioned(foot: ActionFoot) -> None:
    foot.set_busy("Adjudicating the turn")
    assert foot.state == "3 of 6 seats sealed"
    foot.set_busy("")


def test_that_a_held_key_does_not_answer_its_own_question(
    foot: ActionFoot, acts: list[Act]
) -> None:
    foot.set_step(next_step(console(phase=Phase.ADJUDICATE)))
    control, press, first, repeat = Qt.KeyboardModifier.ControlModifier, True, False, True
    QTest.simulateEvent(foot, press, Qt.Key.Key_Return, control, "", first, -1)
    assert foot.is_asking
    QTest.simulateEvent(foot, press, Qt.Key.Key_Return, control, "", repeat, -1)
    assert acts == []
    QTest.simulateEvent(foot, press, Qt.Key.Key_Return, control, "", first, -1)
    assert acts == [Act.PUBLISH]


def test_that_time_that_is_up_is_said_beside_the_seals(foot: ActionFoot) -> None:
    foot.set_time_up(time_up=True)
    assert foot.aside == "time is up"
    foot.set_time_up(time_up=False)
    assert foot.aside == "3 get a 60-second warning"


def test_that_the_first_turn_begins_with_the_briefing(foot: ActionFoot) -> None:
    foot.set_step(next_step(fresh()))
    assert (foot.state, foot.aside) == ("Teams read their briefing", "25 min to plan")
