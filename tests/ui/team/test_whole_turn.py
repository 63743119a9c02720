"""A whole turn of a real game through a team's screen: what it shows is what the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.scenes import IRN, ISR, QAT, loaded, settings_for
from wargame.model.ids import MoveId
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.team.planning_page import PlanningPage
from wargame.ui.team.team_screen import TeamScreen


class Laptop:
    """A real game and Iran's screen, wired as the program wires them."""

    def __init__(self, game: LiveGame, qtbot: QtBot) -> None:
        self.game = game
        self.screen = TeamScreen()
        qtbot.addWidget(self.screen)
        self.screen.resize(1440, 876)
        self.screen.draft_changed.connect(lambda slot, order: game.keep_draft(IRN, slot, order))
        self.screen.draft_dropped.connect(lambda slot: game.drop_draft(IRN, slot))
        self.screen.seal_wished.connect(lambda orders: game.seal(IRN, orders))
        self.screen.unseal_wished.connect(lambda: game.unseal(IRN))
        self.screen.refusal_wished.connect(self._judge)
        self.screen.readings_wished.connect(
            lambda order: self.screen.show_readings(order, game.readings(IRN, order))
        )
        self._stop = game.listen(lambda _changes: self.show())
        self.show()
        self.screen.show()

    @property
    def page(self) -> PlanningPage:
        assert self.screen.planning is not None
        return self.screen.planning

    def show(self) -> None:
        self.screen.show_view(self.game.view(IRN), self.game.drafts(IRN))

    def put(self, move: str) -> None:
        self.page.choose_move(MoveId(move))
        self.page.composer.head.put.click()
        self.screen.flush()

    def close(self) -> None:
        self._stop()
        self.screen.hide()

    def _judge(self, slot: int, asked: object) -> None:
        if isinstance(asked, tuple):
            refusal = self.game.sheet_refusal(IRN, asked)
        else:
            refusal = self.game.refusal(IRN, asked)  # type: ignore[arg-type]
        code, sentence = refusal or ("", "")
        self.screen.show_refusal(slot, code, sentence)


@pytest.fixture
def laptop(tmp_path: Path, qtbot: QtBot, dark: QApplication) -> Iterator[Laptop]:
    tehran = loaded("after-tehran")
    game = new_game(tehran, settings_for(tehran.scenario), tmp_path / "game.wargame")
    game.start_planning()
    laptop = Laptop(game, qtbot)
    yield laptop
    laptop.close()
    game.close()


def test_that_a_preview_on_the_sheet_opens_the_barrage_that_needs_it(laptop: Laptop) -> None:
    assert not laptop.page.writer.options[MoveId("M11")].is_open
    laptop.put("D04")
    laptop.page.composer.target.target_chosen.emit("QAT")
    laptop.screen.flush()
    assert laptop.page.writer.options[MoveId("M11")].is_open
    laptop.put("M11")
    assert laptop.page.strip.note.text() == ""
    assert laptop.page.strip.seal.text() == "Seal orders"
    laptop.page.strip.seal.click()
    sealed = laptop.game.world.sealed_orders(IRN)
    assert sealed is not None
    assert [(order.move, order.target) for order in sealed] == [("D04", QAT), ("M11", ISR)]
    assert laptop.screen.resting.title == "Orders sealed"


def test_that_an_unfinished_order_stays_a_draft_when_the_rest_is_sealed(laptop: Laptop) -> None:
    laptop.put("D04")
    laptop.put("M12")
    assert laptop.page.strip.seal.text() == "Seal 1 of 2"
    laptop.page.strip.seal.click()
    laptop.screen.resting.unseal.click()
    assert [(d.slot, d.order.move) for d in laptop.game.drafts(IRN)] == [(1, "D04"), (2, "M12")]
    assert laptop.page.strip.cards[1].shown.title == "Direct barrage, short warning"


def test_that_the_screen_follows_a_turn_to_its_outcome(laptop: Laptop) -> None:
    laptop.put("M12")
    order = laptop.page.composer.order
    assert order is not None
    assert laptop.page.readings.chart.rows[0].name == "Israel"
    laptop.game.lock_and_adjudicate()
    assert laptop.screen.resting.title == "Control is adjudicating"
    laptop.game.publish()
    assert laptop.screen.resting.title == "The outcome of turn 1"
    panel = laptop.screen.knowledge
    assert panel is not None
    own = [event for event in laptop.game.view(IRN).known if event.how == "own"]
    assert own
    assert panel.list.total == len(laptop.game.view(IRN).known)
    laptop.game.begin_next_turn()
    assert laptop.screen.resting.title == "Turn 2 begins"
    laptop.game.start_planning()
    assert laptop.page.isVisible()
    assert laptop.page.writer.sheet.filled == ()


def test_that_every_order_the_screen_begins_is_one_the_rules_can_judge(laptop: Laptop) -> None:
    for move, option in laptop.page.writer.options.items():
        laptop.page.choose_move(move)
        order = laptop.page.composer.order
        assert order is not None
        assert order.move == move
        refusal = laptop.game.refusal(IRN, order)
        aimed = not option.targets or order.target is not None
        if option.is_open and aimed:
            assert refusal is None, (move, refusal)
        else:
            assert refusal is not None
