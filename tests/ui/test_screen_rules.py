"""Rules that hold for whole screens: names for readers, tips for cut text, the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import after_tehran
from tests.ui.adjudicate.screens import adjudicating
from tests.ui.cards import now, scenario_card, session_card
from tests.ui.coached_pages import coached, interviewed
from tests.ui.learning_pages import asked, learning, side_by_side
from tests.ui.practice_pages import expectations, practice_set_up, score_page
from tests.ui.team.channel_views import NOTICE, channels, message, proposal
from tests.ui.team.seat_views import ISR, QAT, draft, readings, seat_view
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.seat_view import ActorLabel
from wargame.model.seats import Player
from wargame.play.practice.lessons.shelf import guided_game
from wargame.play.settings import default_settings
from wargame.ui.exercise.seat_editor import SeatEditor
from wargame.ui.handover.handover import Handover
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.home.scenario_tile import ScenarioTile
from wargame.ui.learning.guide_strip import GuideStrip
from wargame.ui.learning.pointer import Pointer
from wargame.ui.setup.setup_screen import SetupScreen
from wargame.ui.shell.shortcuts import ShortcutList
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import DARK, LIGHT
from wargame.ui.widgets.checks import RadioButton
from wargame.ui.widgets.text import ElidedLabel

OFFERED = (Controller.PEOPLE, Controller.FACILITATOR, Controller.DOCTRINE)
HOUTHIS = ActorLabel(ActorId("HTH"), "Ansar Allah (Houthis)", "iran-and-allies")


def home() -> QWidget:
    screen = HomeScreen(now)
    broken = scenario_card("broken", error="line 3 of actors.yaml: a name is needed")
    screen.show_scenarios((scenario_card("alpha"), scenario_card("beta"), broken))
    damaged = session_card("Damaged", error="Cannot be read: line 9.", can_recover=True)
    screen.show_sessions((session_card("Staff College B"), damaged))
    return screen


def setup() -> QWidget:
    scenario = after_tehran()
    screen = SetupScreen(scenario, default_settings(scenario), OFFERED, lambda: 7)
    screen.deal("teams")
    return screen


def handover() -> QWidget:
    screen = HandoverScreen()
    asked = Handover(
        seat=HOUTHIS,
        asks_pin=True,
        hidden="Israel",
        has_sealed=True,
        after=(HOUTHIS,) * 5,
        scenario="After Tehran",
        when="Turn 1 of 12, planning",
    )
    screen.show_handover(asked)
    screen.refuse_pin(3)
    return screen


def seat_editor() -> QWidget:
    scenario = after_tehran()
    seat = default_settings(scenario).seats[0]
    people = type(seat)(seat.actor, Controller.PEOPLE, (Player("Dana", "Head"),), "salt:hash")
    return SeatEditor(scenario.actor[seat.actor], people, OFFERED)


def planning_team() -> QWidget:
    screen = TeamScreen()
    drafts = (draft(1, "M12", ISR, warning_hours=30.0, told=(QAT,)), draft(2, "M07", ISR))
    said = channels(message(1), message(2, notice=NOTICE), proposals=(proposal(1),))
    screen.show_view(seat_view(channels=said), drafts)
    screen.set_clock(None, 760.0)
    first = screen.planning.composer.order if screen.planning is not None else None
    assert first is not None
    screen.show_readings(first, readings())
    return screen


def sealed_team() -> QWidget:
    screen = TeamScreen()
    order = draft(1, "M12", ISR, message="Enough.", rationale="We answer.").order
    screen.show_view(seat_view(sealed=(order,)))
    return screen


def reading_team() -> QWidget:
    screen = TeamScreen()
    screen.show_view(seat_view(phase=Phase.BRIEF, turn=1, moves=(), index_path=(65.9,)))
    return screen


def guided_team() -> QWidget:
    guided = guided_game()
    assert guided is not None
    screen = reading_team()
    strip = GuideStrip(guided)
    strip.show_step(1, guided.steps[0])
    assert isinstance(screen, TeamScreen)
    screen.strips.addWidget(strip)
    Pointer(screen).point_to(screen.seat)
    return screen


SCREENS: dict[str, Callable[[], QWidget]] = {
    "home": home,
    "set-up": setup,
    "hand-over": handover,
    "seat editor": seat_editor,
    "shortcuts": ShortcutList,
    "team, planning": planning_team,
    "team, sealed": sealed_team,
    "team, briefing": reading_team,
    "team, guided": guided_team,
    "learning": learning,
    "exercise, asked": asked,
    "exercise, side by side": side_by_side,
    "practice, set-up": practice_set_up,
    "practice, predictions": expectations,
    "practice, how it went": score_page,
    "practice, coach": coached,
    "practice, interview": interviewed,
    "adjudication": lambda: adjudicating(argument=False),
    "adjudication, argument": lambda: adjudicating(argument=True),
}


@pytest.fixture(params=[(1440, 900), (1280, 720)], ids=["large", "small"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    given: tuple[int, int] = request.param
    return given


@pytest.fixture(params=list(SCREENS.values()), ids=list(SCREENS))
def screen(
    request: pytest.FixtureRequest, dark: QApplication, qtbot: QtBot, size: tuple[int, int]
) -> Iterator[QWidget]:
    build: Callable[[], QWidget] = request.param
    made = build()
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.grab()
    yield made
    made.hide()


def stops(screen: QWidget) -> list[QWidget]:
    return [
        part
        for part in screen.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusProxy() is None  # the part that has the keyboard in its place counts
        and not isinstance(part, QScrollBar)
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def test_that_everything_the_keyboard_reaches_has_a_name(screen: QWidget) -> None:
    unnamed = [type(part).__name__ for part in stops(screen) if not part.accessibleName()]
    assert not unnamed


def test_that_labels_are_plain_text_and_never_small(screen: QWidget) -> None:
    labels = screen.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.font().pixelSize() >= 11


def test_that_no_text_is_cut_without_a_tip(screen: QWidget) -> None:
    cut = [
        label.text()
        for label in screen.findChildren(QLabel)
        if label.isVisible()
        and not label.wordWrap()
        and not isinstance(label, ElidedLabel)
        and label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1
    ]
    silent = [
        label.text()
        for label in screen.findChildren(ElidedLabel)
        if label.isVisible() and label.is_cut and not label.toolTip()
    ]
    assert not cut + silent


def test_that_the_tab_key_reaches_every_part(screen: QWidget) -> None:
    wanted = set(stops(screen))
    if not wanted:
        return
    first = next(iter(wanted))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 5):
        holder = QApplication.focusWidget()
        assert holder is not None
        reached.add(holder)
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    # Scenarios and round choices are one stop with arrow keys inside: the chosen one takes Tab.
    missing = [p for p in wanted - reached if not isinstance(p, ScenarioTile | RadioButton)]
    assert not [type(part).__name__ for part in missing]


def test_that_the_focus_can_be_seen(screen: QWidget) -> None:
    unseen = []
    for part in stops(screen):
        place = part.parentWidget() if isinstance(part, QLineEdit) else part
        assert place is not None
        holder = QApplication.focusWidget()
        if holder is not None:
            holder.clearFocus()
        before = place.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        if place.grab().toImage() == before:
            unseen.append(type(part).__name__)
    assert not unseen


def test_that_a_screen_survives_the_other_theme_and_direction(
    screen: QWidget, dark: QApplication
) -> None:
    before = screen.grab().toImage()
    apply_theme(dark, LIGHT)
    light = screen.grab().toImage()
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = screen.grab().toImage()
    apply_theme(dark, DARK)
    assert before != light != mirrored
