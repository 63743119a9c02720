"""Control's tab of channels on the real widgets: everything seen, and acting for any seat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.scenes import HZB, IRN, ISR, QAT, USA, loaded, order, settings_for
from wargame.model.channels import Delay, MessageSent, Way, Words
from wargame.model.proposals import Clause, ProposalKind, ProposalState, Terms
from wargame.play.dealings.control_dealings import ControlDealings
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.line_registry import RedLines
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.dealings.perceptions import Perceptions
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.exercise.channel_desk import ChannelDesk
from wargame.ui.facilitator.channels.channels_page import ChannelsPage
from wargame.ui.facilitator.console_centre import CHANNELS
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

PACT = Terms(
    "A pause", ProposalKind.PACT, (IRN, QAT), (), None, (Clause("No strike.", 10.0),), public=False
)


class Tab:
    """The console with the tab in front, wired to a game."""

    def __init__(self, qtbot: QtBot, game: LiveGame) -> None:
        self.game = game
        self.console = FacilitatorScreen()
        qtbot.addWidget(self.console)
        self.desk = ChannelDesk(game, self.console, lambda: False, self.console)
        game.listen(self.desk.take)
        self.console.resize(1440, 876)
        self.console.show_console(game.console())
        self.desk.take(None)
        with qtbot.waitExposed(self.console):
            self.console.show()
        assert self.console.centre is not None
        self.console.centre.show_page(CHANNELS)

    @property
    def page(self) -> ChannelsPage:
        assert self.console.centre is not None
        return self.console.centre.channels


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    scenario = loaded("after-tehran")
    live = new_game(scenario, settings_for(scenario.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


@pytest.fixture
def tab(qtbot: QtBot, dark: QApplication, game: LiveGame) -> Iterator[Tab]:
    whole = Tab(qtbot, game)
    yield whole
    whole.desk.close()


def test_that_control_sees_all_traffic_and_narrows_it_by_words(tab: Tab) -> None:
    talk = Conversations(tab.game)
    talk.send(IRN, Words(HZB, "Hold your fire."))
    talk.send(ISR, Words(None, "We will answer."))
    talk.send(USA, Words(IRN, "Wait.", via=QAT))
    assert tab.page.messages.rows.rowCount() == 3
    tab.page.filter.setText("fire")
    assert tab.page.messages.rows.rowCount() == 1
    tab.page.filter.setText("nobody said this")
    assert tab.page.empty.isVisible()
    tab.page.filter.clear()
    assert tab.page.messages.isVisible()


def test_that_what_waits_for_a_mediator_is_counted_on_the_tab(tab: Tab) -> None:
    Conversations(tab.game).send(USA, Words(IRN, "Wait.", via=QAT))
    centre = tab.console.centre
    assert centre is not None
    assert centre.head.tabs.accessibleName().endswith("Channels, 1")
    assert tab.page.summary() == "1 wait for a mediator"


def test_that_control_carries_for_a_mediator_in_words_of_its_own(tab: Tab) -> None:
    Conversations(tab.game).send(USA, Words(IRN, "Wait.", via=QAT))
    tab.page.messages.selectRow(0)
    QTest.keyClicks(tab.page.speaking.text, "They ask you to wait.")
    tab.page.detail.buttons[0].click()
    message = tab.game.world.channels.messages[0]
    assert (message.way, message.words) == (Way.CARRIED, "They ask you to wait.")
    assert tab.page.speaking.text.toPlainText() == ""


def test_that_control_speaks_in_any_name_and_hears_why_it_cannot(tab: Tab) -> None:
    speaking = tab.page.speaking
    speaking.speaker.set_current_key(IRN)
    speaking.to.set_current_key(ISR)
    QTest.keyClicks(speaking.text, "Listen.")
    speaking.send.click()
    assert speaking.note.text() == "You have no line to Israel. Ask a mediator."
    speaking.via.set_current_key(QAT)
    speaking.send.click()
    last = tab.game.records[-1].event
    assert isinstance(last, MessageSent)
    assert (last.message.sender, last.message.to, last.message.via) == (IRN, ISR, QAT)
    assert speaking.note.text() == ""


def test_that_a_paper_is_signed_for_a_seat(tab: Tab) -> None:
    Negotiations(tab.game).propose(QAT, PACT)
    tab.page.kind.set_current("papers")
    tab.page.kind.current_changed.emit("papers")
    tab.page.papers.selectRow(0)
    sign, decline = tab.page.detail.buttons
    assert (sign.text(), decline.text()) == ("Sign for IRN", "Decline for IRN")
    sign.click()
    assert tab.game.world.proposals[0].state is ProposalState.ACCEPTED


def test_that_meant_was_and_read_stand_beside_each_other(tab: Tab) -> None:
    game = tab.game
    game.seal(ISR, (order("M08", "HZB", meant=6.0),))
    game.lock_and_adjudicate()
    game.publish()
    tab.page.kind.set_current("readings")
    tab.page.kind.current_changed.emit("readings")
    asked = next(e for e in game.view(HZB).known if e.reading == "asked" and e.actor == ISR)
    Perceptions(game).record(HZB, asked.number, 14.0)
    act = next(a for a in ControlDealings(game).view().acts if a.actor == ISR and a.meant)
    row = [r for r in range(tab.page.readings.rows.rowCount())
           if tab.page.readings.rows.row_at(tab.page.readings.rows.index(r, 0)) == act]  # fmt: skip
    texts = [tab.page.readings.rows.index(row[0], n).data() for n in range(6)]
    assert texts[3] == "R6"
    assert texts[5].startswith("HZB R14, (")


def test_that_crossed_lines_are_listed_before_the_outcome_is_out(tab: Tab) -> None:
    game = tab.game
    RedLines(game).draw(HZB, "Any raid on us", 7.0, "an answer")
    game.seal(ISR, (order("M08", "HZB"),))
    game.lock_and_adjudicate()
    tab.page.kind.set_current("lines")
    tab.page.kind.current_changed.emit("lines")
    rows = tab.page.lines.rows
    found = [rows.row_at(rows.index(n, 0)) for n in range(rows.rowCount())]
    mine = next(row for row in found if row.text == "Any raid on us")
    assert not mine.recorded
    tab.page.lines.selectRow(found.index(mine))
    assert "recorded with the outcome" in tab.page.detail.words.text()


def test_that_control_chooses_what_mediators_time_is_counted_in(tab: Tab) -> None:
    tab.page.delay.set_current_key("minutes:3")
    tab.page.delay.key_changed.emit("minutes:3")
    book = tab.game.world.channels
    assert (book.delay, book.minutes) == (Delay.MINUTES, 3.0)
    assert tab.page.delay.current_key() == "minutes:3"


def test_that_messages_arrive_by_the_clock_while_nobody_watches(tab: Tab, qtbot: QtBot) -> None:
    talk = Conversations(tab.game)
    talk.set_delay(Delay.MINUTES, 0.0)
    talk.send(USA, Words(IRN, "Wait.", via=QAT))
    talk.pass_on(QAT, 1, "Wait, please.")

    def arrived() -> bool:
        return tab.game.world.channels.messages[0].way is Way.DELIVERED

    qtbot.waitUntil(arrived, timeout=10_000)
