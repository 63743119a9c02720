"""Dealings as the laptop goes round: a back-channel, a ceasefire signed and broken, a reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, blank, loaded, order, settings_for
from tests.ui.desk import CTRL, Desk
from wargame.model.channels import Way, Words
from wargame.model.ids import ActorId, Phase
from wargame.model.proposals import ProposalState
from wargame.play.dealings.conversations import Conversations
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.team.channels.channels_panel import ChannelsPanel
from wargame.ui.team.channels.proposal_form import ProposalForm
from wargame.ui.team.red_line_form import RedLineForm
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.text import Paragraph


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Iterator[Desk]:
    """A session in planning with people in every seat."""
    path = saves / "game.wargame"
    game = new_game(loaded("blank"), settings_for(blank()), path)
    game.start_planning()
    game.close()
    whole = Desk(qtbot, themes, tmp_path / "window.ini", path)
    whole.wait_for(FacilitatorScreen)
    yield whole
    whole.window.close()


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def state_of(game: LiveGame) -> ProposalState:
    return game.world.proposals[0].state


def said_by(window: QWidget) -> list[str]:
    """Everything that a window says: titles, labels, names and tips of whatever is in it."""
    said = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        text = part.text() if isinstance(part, QLabel | Paragraph) else ""
        said += [text, part.accessibleName(), part.accessibleDescription(), part.toolTip()]
    return said


def sit_down(desk: Desk, seat: ActorId) -> tuple[TeamScreen, ChannelsPanel]:
    desk.hand_over(seat)
    team = desk.open_seat()
    assert team.channels is not None
    return team, team.channels


def stand_up(desk: Desk) -> None:
    desk.key(Qt.Key.Key_H, CTRL)
    desk.wait_for(HandoverScreen)
    desk.back_to_control()


def test_that_a_back_channel_goes_round_the_laptop_in_three_hands(desk: Desk) -> None:
    _, channels = sit_down(desk, BLU)
    channels.open_with(GRN)
    desk.type("Tell them to stop.")
    channels.compose.carry.set_current_key(AMB)
    channels.compose.send.click()
    assert channels.compose.text.toPlainText() == ""
    stand_up(desk)
    _, channels = sit_down(desk, GRN)
    channels.open_with(BLU)
    assert channels.compose.ask.isVisible()
    desk.type("They would rather stop than go on.")
    channels.compose.send.click()
    assert not channels.compose.ask.isVisible()
    stand_up(desk)
    game = game_of(desk)
    assert game.world.channels.messages[0].way is Way.CARRIED
    desk.lock()
    game_of(desk).publish()
    _, channels = sit_down(desk, AMB)
    channels.open_with(GRN)
    (message,) = channels.conversation.messages
    assert message.words == "They would rather stop than go on."
    assert message.sender == BLU
    assert "stop than go on" not in repr(game.view(BLU))


def test_that_a_ceasefire_is_proposed_signed_and_broken_on_the_screens(
    desk: Desk, qtbot: QtBot
) -> None:
    team, channels = sit_down(desk, GRN)
    channels.proposal_wished.emit()
    (form,) = team.sheet.findChildren(ProposalForm)
    form.title.setText("Quiet at the border")
    form.front.set_current_key("border")
    form.parties.set_chosen((BLU, AMB))
    form.clauses[0].text.set_text("Nobody strikes.")
    form.clauses[0].rung.set_current_key("7")
    form.propose.click()
    assert form.note.text() == "Whoever proposes is a party or a sponsor."
    form.sponsors.set_chosen((GRN,))
    form.propose.click()
    assert team.sheet.isHidden()
    stand_up(desk)
    for seat in (BLU, AMB):
        _, channels = sit_down(desk, seat)
        channels.tabs.set_current("papers")
        channels.tabs.current_changed.emit("papers")
        (card,) = channels.papers.cards
        assert card.sign.isVisible()
        card.sign.click()
        stand_up(desk)
    game = game_of(desk)
    assert state_of(game) is ProposalState.ACCEPTED
    assert game.scenario.layout.read(game.world.values, "truce", "border") == 1
    strike = order("M13", "BLU")
    game.seal(AMB, (strike,))
    desk.lock()
    game_of(desk).publish()
    assert state_of(game) is ProposalState.BROKEN
    (paper,) = game.view(GRN).channels.proposals
    assert paper.words == "Amber broke clause 1 in turn 1."


def test_that_what_was_typed_waits_for_its_team_and_for_no_other(desk: Desk) -> None:
    _, channels = sit_down(desk, BLU)
    channels.open_with(GRN)
    desk.type("Half a sen")
    stand_up(desk)
    _, channels = sit_down(desk, AMB)
    channels.open_with(GRN)
    assert channels.compose.text.toPlainText() == ""
    stand_up(desk)
    _, channels = sit_down(desk, BLU)
    channels.open_with(GRN)
    assert channels.compose.text.toPlainText() == "Half a sen"


def test_that_readings_and_lines_are_kept_through_the_screen(desk: Desk, qtbot: QtBot) -> None:
    game = game_of(desk)
    game.seal(AMB, (order("M13", "BLU"),))
    desk.lock()
    game_of(desk).publish()
    team, _ = sit_down(desk, BLU)
    knowledge = team.knowledge
    assert knowledge is not None
    asked = next(event for event in game.view(BLU).known if event.reading == "asked")
    index = knowledge.list._events.index_of(asked.number)
    knowledge.list.setCurrentIndex(index)
    field = knowledge.detail.reading
    field.slider.setValue(11)
    field.keep.click()
    assert [p.rung for p in game.world.perceptions] == [11.0]
    assert field.keep.text() == "Change our reading"
    team.seat.draw_line.click()
    (form,) = team.sheet.findChildren(RedLineForm)
    form.keep.click()
    assert "up to 120 letters" in form.note.text()
    QTest.keyClicks(form.text, "Fire at our ports")
    form.keep.click()
    assert team.sheet.isHidden()
    assert [own.line.text for own in game.world.red_lines.own] == ["Fire at our ports"]
    assert game.world.phase is Phase.OUTCOME


def test_that_nothing_moves_before_a_team_while_others_deal(desk: Desk) -> None:
    sit_down(desk, BLU)
    before = said_by(desk.window)
    talk = Conversations(game_of(desk))
    talk.send(AMB, Words(GRN, "Between the two of us."))
    talk.send(GRN, Words(AMB, "We carry nothing."))
    assert said_by(desk.window) == before
    talk.send(GRN, Words(BLU, "This is for you."))
    assert said_by(desk.window) != before
