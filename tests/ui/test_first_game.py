"""The first game, through the real widgets: from the set-up to a played, saved, reopened turn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, blank
from tests.ui.desk import Desk
from wargame.model.ids import MoveId, Phase
from wargame.play.live_game import open_game
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.setup.seat_list import SeatList
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch


def test_that_three_teams_play_a_turn_and_find_it_again_to_the_last_digit(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    setup = desk.set_up("blank")
    seats = setup.findChildren(SeatList)[0]
    for seat, names in ((BLU, ("Dana", "Tom")), (AMB, ("Leila",)), (GRN, ("Noor",))):
        seats.choose(seat)
        seats.view.setFocus()
        desk.key(Qt.Key.Key_Return)
        for name in names:
            desk.type(name)
            desk.key(Qt.Key.Key_Return)
        if seat == AMB:
            edits = setup.findChildren(QLineEdit)
            pin = next(e for e in edits if e.accessibleName().startswith("PIN"))
            pin.setFocus()
            desk.type("4711")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.start_planning()

    desk.hand_over(BLU)
    desk.open_seat()
    move = blank().move[MoveId("C04")]
    desk.write_order(move.name, AMB)
    page = desk.seal()
    assert page.title.text() == f"Pass the laptop to {blank().actor[AMB].name}"
    desk.open_seat("4711")
    desk.seal()
    desk.open_seat()
    page = desk.seal()
    assert page.title.text() == "Give the laptop back to control"
    console = desk.back_to_control()
    desk.lock()
    desk.publish()
    assert console.foot.primary.text() == "Begin turn 2"
    view = console._view
    assert view is not None
    index, steps = view.meter.index, view.meter.steps
    assert abs(sum(step.change for step in steps) - (index - view.meter.moved_from)) < 1e-9
    desk.window.close()

    (path,) = saves.glob("*.wargame")
    game = open_game(path)
    world = game.world
    assert (world.turn, world.phase) == (1, Phase.OUTCOME)
    assert [p.name for p in world.seat(BLU).players] == ["Dana", "Tom"]
    (first, *_) = [order for seat, orders in world.sealed for order in orders if seat == BLU]
    assert (first.move, first.target) == (move.id, AMB)
    hashed = world.state_hash()
    game.close()

    again = Desk(qtbot, themes, tmp_path / "window.ini")
    again.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shown = again.wait_for(type(console))._view
    assert shown is not None
    assert shown.meter == view.meter
    assert again.seen(TeamScreen) is None
    assert again.seen(HandoverScreen) is None
    again.window.close()
    game = open_game(path)
    assert game.world.state_hash() == hashed
    game.close()
