"""A facilitated exercise of four turns, played through the real windows.

People sit in three seats, the computer in most others, control in the mediator's. One file, so
that what a three-hour exercise needs is proved together and in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.scenes import IRN, ISR, QAT, USA, loaded, settings_for
from tests.ui.desk import CTRL, Desk
from wargame.model.conditions import Condition, Elapsed, Measure
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.injects import Inject
from wargame.model.ruling_views import Queue
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.model.seats import Player
from wargame.play.control.injects import Injects
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.settings import hash_pin
from wargame.play.verify import verify_save
from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen
from wargame.ui.adjudicate.effects_model import FINAL
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.moments_sheet import MomentsSheet
from wargame.ui.injects.quick_send import QuickSend
from wargame.ui.team.channels.papers_page import ProposalCard
from wargame.ui.team.channels.proposal_form import ProposalForm
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch

PIN = "4711"
REASON = "The room would not call that a full reply."
TEAMS = {ISR: ("Dana", "Tom"), IRN: ("Leila", "Omid"), USA: ("Grace",)}


def inject(name: str, when: Condition) -> Inject:
    """News for everybody that is sent as soon as it is due."""
    return replace(
        loaded("after-tehran").scenario.injects[0],
        id=name,
        title=f"News {name}",
        text=f"News {name} for everybody.",
        kind="news",
        to=(),
        when=when,
        effects=(),
        first=None,
        second=None,
        front=None,
        by_itself=True,
    )


@pytest.fixture
def save(saves: Path) -> Path:
    """A session with its teams, and two injects of its own in place of the scenario's."""
    scenario = loaded("after-tehran")
    seats = []
    for seat in settings_for(scenario.scenario).seats:
        if seat.actor in TEAMS:
            players = tuple(Player(name) for name in TEAMS[seat.actor])
            pin = hash_pin(PIN) if seat.actor == IRN else ""
            seats.append(replace(seat, controller=Controller.PEOPLE, players=players, pin=pin))
        else:
            by = Controller.FACILITATOR if seat.actor == QAT else Controller.DOCTRINE
            seats.append(replace(seat, controller=by))
    settings = replace(settings_for(scenario.scenario), seats=tuple(seats), plan_minutes=20)
    path = saves / "exercise.wargame"
    game = new_game(scenario, settings, path)
    injects = Injects(game)
    injects.skip([line.inject.id for line in injects.lines()])
    by_clock = Elapsed(0.001, "planning")
    by_state = Measure("turn", ">=", 2.0)
    injects.write([inject("clock", by_clock), inject("state", by_state)])
    game.close()
    return path


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, save: Path, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, themes, tmp_path / "window.ini", save)
    made.wait_for(FacilitatorScreen)
    yield made
    made.window.close()


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def open_team(desk: Desk, seat: ActorId) -> TeamScreen:
    """From the console to a team's screen, with its PIN where it has one."""
    desk.hand_over(seat)
    return desk.open_seat(PIN if seat == IRN else "")


def say(team: TeamScreen, partner: ActorId | None, text: str, via: ActorId | None = None) -> None:
    """Write into a conversation and send it, directly or through a mediator."""
    assert team.channels is not None
    team.channels.open_with(partner)
    compose = team.channels.compose
    compose.text.insertPlainText(text)
    if via is not None:
        compose.carry.set_current_key(str(via))
        compose.carry.key_changed.emit(str(via))
    compose.send.click()


def hold_everybody(desk: Desk, *seats: ActorId) -> FacilitatorScreen:
    """These teams seal nothing; the laptop comes back to control."""
    for seat in seats:
        open_team(desk, seat)
        desk.seal()
        desk.back_to_control()
    return desk.wait_for(FacilitatorScreen)


def test_that_four_turns_are_played_with_everything_an_exercise_needs(
    desk: Desk, qtbot: QtBot, themes: ThemeSwitch, save: Path, tmp_path: Path
) -> None:
    game = game_of(desk)

    # Turn 1: an inject by the clock, a back-channel, a move in a team's own words.
    desk.start_planning()
    qtbot.waitUntil(lambda: fired(game, "clock"), timeout=20_000)
    team = open_team(desk, ISR)
    assert team._view is not None
    assert any("News clock" in report.text for report in team._view.reports)
    say(team, QAT, "Tell Tehran that we seek no war.", via=IRN)
    desk.seal()
    desk.back_to_control()

    console = desk.wait_for(FacilitatorScreen)
    console.seats.choose(QAT)
    console.seats.tree.setFocus()
    desk.key(Qt.Key.Key_Return)
    mediator = desk.wait_for(TeamScreen)
    assert mediator.channels is not None
    asked = mediator._view.channels.messages[-1] if mediator._view else None
    assert asked is not None
    mediator.channels.passed.emit(asked.number, "They say that they seek no war.")
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.wait_for(FacilitatorScreen)

    team = open_team(desk, IRN)
    assert team.planning is not None
    team.planning.moves.own.click()
    desk.type("We open the Natanz site to inspectors for a week.")
    desk.key(Qt.Key.Key_Tab)
    desk.type("The world sees that we hold back.")
    desk.key(Qt.Key.Key_Tab)
    desk.type("We said so in public.")
    desk.seal()
    desk.back_to_control()
    hold_everybody(desk, USA)
    desk.lock()

    # Rulings: a matrix argument with dice, an act overruled with a reason, the rest accepted.
    console = desk.wait_for(FacilitatorScreen)
    console.review_wished.emit()
    screen = desk.wait_for(AdjudicateScreen)
    case = next(row.case for row in screen._view.rows if row.case.is_written)
    screen.case_wished.emit(case)
    screen.argument.roll_wished.emit(None)
    screen.ruling.reason.insertPlainText(REASON)
    screen.ruling.words.insertPlainText("Inspectors arrive and see what they are shown.")
    assert screen.ruling.record.isEnabled(), screen.ruling.note.text()
    screen.ruling.record.click()
    assert any(isinstance(record.event, OrderRuled) for record in game.records)
    act = next(row.case for row in screen._view.rows if row.case.act and row.queue is Queue.READY)
    screen.case_wished.emit(act)
    effects = screen.proposal.effects.effects
    assert effects.setData(effects.index(0, effects.column_of(FINAL)), "0.5")
    screen.ruling.reason.insertPlainText(REASON)
    screen.ruling.record.click()
    assert any(isinstance(record.event, ActRuled) for record in game.records)
    screen.accept_wished.emit([row.case for row in screen.queue.ready])
    screen.back_wished.emit()
    desk.publish()

    # Turn 2: an inject by the state of the game; terms proposed and signed.
    desk.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: fired(game, "state"), timeout=20_000)
    desk.start_planning()
    team = open_team(desk, USA)
    assert team.channels is not None
    team.channels.proposal_wished.emit()
    form = team.sheet.findChild(ProposalForm)
    assert form is not None
    form.kind.set_current_key("pact")
    form.title.setText("Quiet for a week")
    form.parties.set_chosen((ISR, IRN))
    form.sponsors.set_chosen((USA,))
    form.clauses[0].text.insertPlainText("No blow from either's soil.")
    form.clauses[0].rung.set_current_key("10")
    form.public.setChecked(True)
    form.propose.click()
    assert game.world.proposals, form.note.text()
    desk.seal()
    desk.back_to_control()
    for seat in (ISR, IRN):
        team = open_team(desk, seat)
        assert team.channels is not None
        card = team.channels.papers.findChild(ProposalCard)
        assert card is not None
        card.sign.click()
        desk.seal()
        desk.back_to_control()
    assert game.world.proposals[-1].signed == (ISR, IRN)
    desk.lock()
    desk.publish()

    # Turn 3: Israel breaks the terms; the turn is undone and played again without it.
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.start_planning()
    open_team(desk, ISR)
    desk.write_order("Single limited strike", IRN)
    desk.seal()
    desk.back_to_control()
    hold_everybody(desk, IRN, USA)
    desk.lock()
    desk.publish()
    assert breaches(game) == 1
    struck = game.world.state_hash()
    exercise = desk.window.exercise
    assert exercise is not None
    menu = exercise._phases.course_menu()
    next(a for a in menu.actions() if a.text().startswith("Go back to")).trigger()
    sheet = desk.window.findChild(MomentsSheet)
    assert sheet is not None
    rows = [moment.words for moment in sheet._model.rows]
    sheet.choose(rows.index("Turn 3, planning"))
    sheet.go.click()
    assert game.world.phase is Phase.PLAN
    assert breaches(game) == 0
    assert game.drafts(ISR)
    console = desk.wait_for(FacilitatorScreen)
    assert console.bar.countdown.text()

    # A pause over night: closed in planning, opened again, with the clock standing.
    left = console.bar.countdown.text()
    desk.window._on_left()
    desk.window._preparation.open_path(save)
    console = desk.wait_for(FacilitatorScreen)
    game = game_of(desk)
    assert game.world.phase is Phase.PLAN
    assert console.bar.pause.text() == "Resume"
    assert console.bar.countdown.text() == left
    desk.key(Qt.Key.Key_F9)
    team = open_team(desk, ISR)
    assert team.planning is not None
    for draft in game.drafts(ISR):
        team.draft_dropped.emit(draft.slot)
    QTest.qWait(0)
    desk.seal()
    desk.back_to_control()
    hold_everybody(desk, IRN, USA)
    desk.lock()
    assert game.world.state_hash() != struck
    desk.publish()

    # Turn 4: news from control in ten seconds, and the end of the exercise.
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.start_planning()
    desk.key(Qt.Key.Key_I, CTRL)
    quick = desk.window.sheet.findChild(QuickSend)
    assert quick is not None
    quick.text.insertPlainText("The Security Council meets tonight.")
    quick.send.click()
    assert any("Security Council" in r.text for r in game.view(USA).reports)
    hold_everybody(desk, ISR, IRN, USA)
    desk.lock()
    desk.publish()
    world, path = game.world, game.path
    assert (world.turn, world.phase) == (4, Phase.OUTCOME)
    desk.window.close()
    found = verify_save(path)
    assert found.is_whole, found.words
    assert found.state == world.state_hash()


def fired(game: LiveGame, name: str) -> bool:
    """Whether an inject was sent."""
    return any(line.inject.id == name and line.state == "fired" for line in Injects(game).lines())


def breaches(game: LiveGame) -> int:
    """How many proposals stand broken."""
    return sum(bool(proposal.breaches) for proposal in game.world.proposals)
