"""The pages below the plot show the moment, as everyone or as one seat had it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wargame.model.events import OrdersSealed
from wargame.model.ids import ActorId
from wargame.play.debrief.course import Debrief
from wargame.play.debrief.orders import OrderRow
from wargame.play.debrief.replay import open_replay
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debrief.orders_page import OrdersPage
from wargame.ui.debrief.page_area import (
    ACTORS,
    CHANNELS,
    DEEDS,
    EVENTS,
    MAP,
    MEANT,
    ORDERS,
    WHY,
)
from wargame.ui.facilitator.actor_states import ActorStates
from wargame.ui.facilitator.channels.channels_page import ChannelsPage
from wargame.ui.facilitator.events_panel import EventsPanel
from wargame.ui.map.theatre_map import TheatreMap

GRN = ActorId("GRN")
NARROWEST = 1280


def test_that_the_events_are_those_up_to_the_moment(
    screen: DebriefScreen, qtbot: QtBot, saved: Path
) -> None:
    replay = open_replay(saved)
    screen.pages.show_page(EVENTS)
    page = screen.pages.page(EVENTS)
    assert isinstance(page, EventsPanel)
    assert page.table.total == len(replay.console(replay.last).events)
    place = replay.turn_places()[1][1]
    screen.go_to(place)
    then = len(replay.console(place).events)
    qtbot.waitUntil(lambda: page.table.total == then)
    assert then < len(replay.console(replay.last).events)


def test_that_an_event_leads_to_its_moment(screen: DebriefScreen, saved: Path) -> None:
    replay = open_replay(saved)
    screen.pages.show_page(EVENTS)
    page = screen.pages.page(EVENTS)
    assert isinstance(page, EventsPanel)
    row = next(row for row in replay.console(replay.last).events if row.act and row.turn == 1)
    page.choose(row.number)
    page.table.row_activated.emit(page.table.currentIndex())
    assert screen.place == replay.place_of(row.number)


def test_that_a_seat_sees_what_it_knew_and_not_more(screen: DebriefScreen, saved: Path) -> None:
    replay = open_replay(saved)
    screen.bar.choose("GRN")
    screen.pages.show_page(EVENTS)
    page = screen.pages.page(EVENTS)
    assert isinstance(page, EventsPanel)
    assert page.table.total == len(replay.view(GRN, replay.last).known)


def test_that_every_page_opens_at_every_turn_for_everyone_and_for_a_seat(
    screen: DebriefScreen, saved: Path
) -> None:
    kinds = {MAP: TheatreMap, EVENTS: EventsPanel, CHANNELS: ChannelsPage, ORDERS: OrdersPage}
    for seat in ("", "GRN"):
        screen.bar.choose(seat)
        for place in (0, *(at for _, at in open_replay(saved).turn_places())):
            screen.go_to(place)
            for key, kind in {**kinds, ACTORS: ActorStates}.items():
                screen.pages.show_page(key)
                assert isinstance(screen.pages.page(key), kind)


def test_that_channels_of_a_game_looked_back_on_offer_nothing_to_do(screen: DebriefScreen) -> None:
    screen.pages.show_page(CHANNELS)
    page = screen.pages.page(CHANNELS)
    assert isinstance(page, ChannelsPage)
    assert page.speaking.isHidden()
    assert page.delay.isHidden()


def test_that_orders_stand_as_they_were_sealed(
    screen: DebriefScreen, qtbot: QtBot, saved: Path
) -> None:
    replay = open_replay(saved)
    screen.pages.show_page(ORDERS)
    page = screen.pages.page(ORDERS)
    assert isinstance(page, OrdersPage)
    sealings = [
        (place, record.event)
        for place, record in enumerate(replay.line)
        if isinstance(record.event, OrdersSealed)
    ]
    place, first = sealings[0]
    screen.go_to(place)
    qtbot.waitUntil(lambda: any(row.place == place for row in page.rows))
    mine = [row for row in page.rows if row.seat == first.seat]
    assert len(mine) == max(1, len(first.orders))
    assert all(row.state.startswith("Sealed") for row in mine)
    rest = {row.seat for row in page.rows if row.state == "Not sealed"}
    assert rest == {event.seat for _, event in sealings} - {first.seat}


def test_that_the_state_of_an_actor_is_that_of_the_moment(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.pages.show_page(ACTORS)
    page = screen.pages.page(ACTORS)
    assert isinstance(page, ActorStates)
    page.choose_actor("GRN")
    last = page._sheet
    assert last is not None
    assert last.actor == "GRN"
    screen.go_to(0)
    qtbot.waitUntil(lambda: page._sheet is not None and page._sheet.turn < last.turn)


def test_that_no_page_makes_the_window_wider_than_it_may_be(screen: DebriefScreen) -> None:
    for key in (WHY, DEEDS, MAP, EVENTS, CHANNELS, ORDERS, ACTORS):
        screen.pages.show_page(key)
        assert screen.minimumSizeHint().width() <= NARROWEST, key


def test_that_a_page_can_have_the_whole_height(screen: DebriefScreen, qtbot: QtBot) -> None:
    low = screen.pages.height()
    screen.pages.tall.click()
    assert not screen.plot_is_shown
    qtbot.waitUntil(lambda: screen.pages.height() > low)
    screen.pages.tall.click()
    assert screen.plot_is_shown


def test_that_a_warning_shows_its_line_where_others_show_how_they_were_meant(
    dark: QApplication, qtbot: QtBot, finished: Path
) -> None:
    page = OrdersPage(Debrief(open_replay(finished)).course())
    qtbot.addWidget(page)
    rows = (
        OrderRow(GRN, "Team", "Sealed at 10:00 UTC", "Warn", None, 11.0, "", "", 1),
        OrderRow(GRN, "Team", "Sealed at 10:00 UTC", "Speak", 3.0, None, "", "", 1),
    )
    page.show_rows(rows)
    model = page.table.model()
    assert [model.index(row, 2).data() for row in range(2)] == ["line R11", "R3"]
    tip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "draws a line at R11" in tip
    assert "meant" not in tip


def test_that_through_a_seat_s_eyes_the_truth_is_called_the_truth(
    screen: DebriefScreen, saved: Path
) -> None:
    replay = open_replay(saved)
    named = next(a.name for a in replay.scenario.actors if a.id == GRN)
    for key in (MEANT, WHY, DEEDS, ACTORS):
        screen.pages.show_page(key)
        assert screen.pages.truth.isHidden()
    assert screen.truth.isHidden()
    screen.bar.choose("GRN")
    for place, when in ((0, "before turn 1"), (replay.last, "after turn 2")):
        screen.go_to(place)
        known = replay.view(GRN, place).index_path[-1]
        assert f"{named} knew the published index: {known:.1f} {when}." in screen.truth.words.text()
        for key in (MEANT, WHY, DEEDS, ACTORS):
            screen.pages.show_page(key)
            assert screen.pages.truth.words.text().startswith(f"The truth: {named} ")
            assert screen.pages.truth.isVisible()
        for key in (MAP, EVENTS, CHANNELS, ORDERS):
            screen.pages.show_page(key)
            assert screen.pages.truth.isHidden()
    screen.bar.choose("")
    assert screen.truth.isHidden()
