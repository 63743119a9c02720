"""The map of the console: numbered arcs, kinds and turns, keys, the table of the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.facilitator.console_views import BANDS, LABELS, event
from wargame.model.actors import Place
from wargame.model.console_view import EventRow
from wargame.model.ids import ActorId
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.map.arcs import arcs_of
from wargame.ui.map.items import ArcItem, BadgeItem, ChipItem
from wargame.ui.map.legend import Legend
from wargame.ui.map.outlines import projected
from wargame.ui.map.theatre_map import TheatreMap
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import DARK, LIGHT

PLACES = {
    "ISR": (34.85, 31.95),
    "IRN": (51.4, 35.7),
    "USA": (60.3, 18.6),
    "HZB": (35.5, 33.85),
    "HAM": (34.4, 31.4),
    "HTH": (44.2, 15.4),
    "IRQ": (44.4, 33.3),
    "QAT": (51.5, 25.3),
    "EGY": (31.2, 30.0),
}
PLACED = tuple(
    replace(label, place=Place(*PLACES[label.id]) if label.id in PLACES else None)
    for label in LABELS
)


def act(number: int, source: str, target: str | None, **more: object) -> EventRow:
    aim = ActorId(target) if target else None
    values: dict[str, object] = {"act": number, "kind": "strike", **more}
    row = replace(event(100 + number), actor=ActorId(source), target=aim)
    return replace(row, **values)  # type: ignore[arg-type]


ACTS = (
    act(1, "IRN", "ISR", rung=13.0),
    act(2, "IRQ", "USA", rung=7.0, attributed=False),
    act(3, "QAT", "IRN", rung=0.0, kind="message"),
    act(4, "USA", None, rung=4.0, kind="deployment"),
    act(5, "HZB", "ISR", rung=8.0),
    act(6, "HZB", "ISR", rung=9.0),
    act(7, "HZB", "ISR", rung=8.0),
    act(8, "HTH", "ISR", rung=9.0, turn=2),
)


@pytest.fixture
def theatre(dark: QApplication, qtbot: QtBot) -> TheatreMap:
    made = TheatreMap(PLACED, band_scale(BANDS))
    qtbot.addWidget(made)
    made.resize(782, 350)
    made.show_events(ACTS)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def badges(theatre: TheatreMap) -> set[str]:
    items = theatre.area.pane.scene().items()
    return {item.arc.label for item in items if isinstance(item, BadgeItem)}


def test_that_acts_of_a_pair_are_one_arc_with_their_numbers_and_the_hardest_rung() -> None:
    arcs = {arc.label: arc for arc in arcs_of(ACTS, 3, {"strike", "message", "deployment"})}
    assert set(arcs) == {"1", "2", "3", "4", "5, 6 +1"}
    assert arcs["5, 6 +1"].rung == 9.0
    assert arcs["5, 6 +1"].numbers[0] == 106
    assert {label: arc.style for label, arc in arcs.items()} == {
        "1": "solid",
        "2": "dashed",
        "3": "dotted",
        "4": "solid",
        "5, 6 +1": "solid",
    }


def test_that_the_choice_of_turns_says_when_there_is_none(theatre: TheatreMap) -> None:
    theatre.show_events(())
    assert theatre.turn.currentText() == "No acts"
    assert not theatre.turn.isEnabled()
    theatre.show_events(ACTS)
    assert theatre.turn.isEnabled()
    assert "No acts" not in {theatre.turn.itemText(n) for n in range(theatre.turn.count())}


def test_that_the_latest_turn_is_drawn_and_another_can_be_chosen(theatre: TheatreMap) -> None:
    assert badges(theatre) == {"1", "2", "3", "4", "5, 6 +1"}
    theatre.turn.setFocus()
    QTest.keyClick(theatre.turn, Qt.Key.Key_Down)
    assert theatre.turn.current_key() == "2"
    assert badges(theatre) == {"8"}
    theatre.show_events((*ACTS, act(1, "ISR", "IRN", turn=4)))
    assert theatre.shown_turn == 4


@pytest.mark.parametrize("wide", [646, 782])
def test_that_the_legend_has_room_for_every_camp(theatre: TheatreMap, wide: int) -> None:
    theatre.resize(wide, 350)
    legend = theatre.findChildren(Legend)[0]
    legend.resize(wide, legend.height())
    acts, camps = legend.shown[:3], legend.shown[3:]
    assert acts == ("Attributed", "Unattributed", "Message")
    groups = "Iran, allied groups" if wide > 646 else "Iran, allies"
    assert camps == ("Israel, partners", groups, "Mediators")
    assert "Iran, allied groups" in " ".join(legend.toolTip().split())


def test_that_a_kind_can_be_left_out(theatre: TheatreMap) -> None:
    theatre.kinds["message"].click()
    assert badges(theatre) == {"1", "2", "4", "5, 6 +1"}
    theatre.kinds["strike"].click()
    theatre.kinds["deployment"].click()
    assert badges(theatre) == set()


def test_that_nothing_in_the_inset_lies_on_anything_else(dark: QApplication, qtbot: QtBot) -> None:
    """Also where the map was filled before it had its size, as when a session opens."""
    theatre = TheatreMap(PLACED, band_scale(BANDS))
    qtbot.addWidget(theatre)
    theatre.show_events((*ACTS, act(9, "ISR", "HZB", rung=8.0), act(10, "HAM", "ISR", rung=8.0)))
    theatre.resize(782, 350)
    theatre.show()
    inset = theatre.area.inset
    assert inset is not None
    pane = inset.pane
    qtbot.waitUntil(lambda: pane.viewport().height() > 100)
    scale = pane.transform().m11()
    boxes = [
        item.boundingRect().translated(item.pos() * scale)
        for item in pane.scene().items()
        if isinstance(item, ChipItem | BadgeItem) and item.home is pane.viewport()
    ]
    assert len(boxes) >= 6
    for one, other in combinations(boxes, 2):
        shared = one.intersected(other)
        assert min(shared.width(), shared.height()) <= 3, (one, other)


def test_that_the_levant_is_drawn_in_the_inset_alone(theatre: TheatreMap) -> None:
    inset = theatre.area.inset
    assert inset is not None
    items = theatre.area.pane.scene().items()
    homes = {item.actor.code: item.home for item in items if isinstance(item, ChipItem)}
    assert {code for code, home in homes.items() if home is inset.pane.viewport()} == {
        "ISR",
        "HZB",
        "HAM",
    }
    local = {item.arc.label for item in items if isinstance(item, ArcItem) and item.home is
             inset.pane.viewport()}  # fmt: skip
    assert local == {"5, 6 +1"}


def test_that_a_click_on_a_badge_chooses_the_hardest_of_its_events(
    theatre: TheatreMap, qtbot: QtBot
) -> None:
    pane = theatre.area.pane
    badge = next(
        item
        for item in pane.scene().items()
        if isinstance(item, BadgeItem) and item.arc.label == "2"
    )
    with qtbot.waitSignal(theatre.event_chosen) as chosen:
        QTest.mouseClick(
            pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.mapFromScene(badge.pos())
        )
    assert chosen.args == [102]


def test_that_a_chip_leads_to_its_actor(theatre: TheatreMap, qtbot: QtBot) -> None:
    pane = theatre.area.pane
    chip = next(
        item
        for item in pane.scene().items()
        if isinstance(item, ChipItem) and item.actor.code == "IRN"
    )
    with qtbot.waitSignal(theatre.actor_chosen) as chosen:
        QTest.mouseClick(
            pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.mapFromScene(chip.pos())
        )
    assert chosen.args == ["IRN"]


def test_that_the_map_is_moved_and_scaled_by_keys_and_goes_home(theatre: TheatreMap) -> None:
    pane = theatre.area.pane
    scale, middle = pane.transform().m11(), pane.mapToScene(pane.viewport().rect().center())
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Plus)
    assert pane.transform().m11() > scale
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.mapToScene(pane.viewport().rect().center()).x() > middle.x()
    assert not pane.is_home
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert pane.transform().m11() == pytest.approx(scale)
    assert pane.is_home


def test_that_the_buttons_scale_and_never_below_the_whole_map(theatre: TheatreMap) -> None:
    pane = theatre.area.pane
    for _ in range(20):
        theatre.area.wider.click()
    assert pane.sceneRect().contains(pane.mapToScene(pane.viewport().rect()).boundingRect()
                                     .adjusted(0.5, 0.5, -0.5, -0.5))  # fmt: skip
    low = pane.transform().m11()
    theatre.area.closer.click()
    assert pane.transform().m11() > low
    theatre.area.home.click()
    assert pane.is_home


def test_that_ctrl_t_shows_the_same_as_a_table(theatre: TheatreMap, qtbot: QtBot) -> None:
    theatre.area.pane.setFocus()
    QTest.keyClick(theatre.area.pane, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert theatre.is_table_shown
    model = theatre.table.model()
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert rows == [arc.label for arc in theatre.arcs]
    assert model.index(1, 3).data() == "Strike, unattributed"
    theatre.table.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(theatre.event_chosen) as chosen:
        QTest.keyClick(theatre.table, Qt.Key.Key_Return)
    assert chosen.args == [101]
    QTest.keyClick(theatre.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not theatre.is_table_shown


def test_that_a_chosen_event_brings_its_turn_to_the_map(theatre: TheatreMap) -> None:
    theatre.choose((108,))
    assert theatre.shown_turn == 2


def test_that_both_themes_paint_land_and_sea(theatre: TheatreMap, qapp: QApplication) -> None:
    def shade() -> str:
        image = theatre.area.pane.grab().toImage()
        return image.pixelColor(theatre.area.pane.mapFromScene(projected(65.0, 20.5))).name()

    assert shade() == DARK.sea.lower()
    apply_theme(qapp, LIGHT)
    assert shade() == LIGHT.sea.lower()


def test_that_a_scenario_without_places_has_no_map(dark: QApplication, qtbot: QtBot) -> None:
    made = TheatreMap(LABELS, band_scale(BANDS))
    qtbot.addWidget(made)
    assert not made.has_places
