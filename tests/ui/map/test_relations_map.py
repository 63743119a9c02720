"""Relations as a graph and as a matrix, from a real game."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.facilitator.console_views import BANDS
from wargame.model.ids import ActorId
from wargame.model.relations_view import RelationsView
from wargame.model.seat_view import ActorLabel
from wargame.play.panels.relations import relations_of
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.map.items import ArcItem, ChipItem
from wargame.ui.map.legend import Legend
from wargame.ui.map.matrix import signed_number
from wargame.ui.map.relations_map import RelationsMap, ring_spots


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> RelationsView:
    game = doctrine_game(tmp_path_factory.mktemp("game"), 1)
    made = relations_of(game.scenario, game.world)
    game.close()
    return made


@pytest.fixture
def relations(dark: QApplication, qtbot: QtBot, view: RelationsView) -> RelationsMap:
    made = RelationsMap(band_scale(BANDS))
    qtbot.addWidget(made)
    made.resize(782, 350)
    made.show()
    made.show_relations(view)
    return made


def lines(relations: RelationsMap) -> list[ArcItem]:
    return [i for i in relations.area.pane.scene().items() if isinstance(i, ArcItem)]


def test_that_numbers_are_signed_and_nobody_stands_towards_himself(view: RelationsView) -> None:
    trust = view.measures[0]
    assert trust.variable == "trust"
    for number, row in enumerate(trust.values):
        assert row[number] is None
    cells = [cell for row in trust.values for cell in row if cell is not None]
    assert min(cells) < 0 < max(cells)


def test_that_every_tie_is_a_line_and_an_actor_shows_its_own(
    relations: RelationsMap, view: RelationsView
) -> None:
    whole = len(lines(relations))
    assert whole >= 0.95 * len(view.ties)
    pane = relations.area.pane
    chip = next(
        i for i in pane.scene().items() if isinstance(i, ChipItem) and i.actor.code == "JOR"
    )
    spot = pane.mapFromScene(chip.pos())
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    own = {(line.arc.source, line.arc.target) for line in lines(relations)}
    assert own == {(t.first, t.second) for t in view.ties if "JOR" in (t.first, t.second)}
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(lines(relations)) == whole


def test_that_the_matrix_prints_every_seat_and_the_measure_that_is_chosen(
    relations: RelationsMap, view: RelationsView
) -> None:
    relations.toggle_table()
    assert relations.is_table_shown
    model = relations.matrix.model()
    seats = [a for a in view.actors if a.camp != "background"]
    assert model.rowCount() == len(seats)
    names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert names == [a.id for a in seats]
    places = {str(a.id): n for n, a in enumerate(view.actors)}
    for key in ("trust", "heat"):
        relations.measure.set_current_key(key)
        relations.measure.key_changed.emit(key)
        values = next(m for m in view.measures if m.variable == key).values
        expected = signed_number(values[places["IRN"]][places["ISR"]])
        row, column = names.index("IRN"), names.index("ISR") + 1
        assert model.index(row, column).data() == expected


def test_that_the_ring_never_moves(view: RelationsView) -> None:
    assert ring_spots(view.actors) == ring_spots(tuple(view.actors))
    spots = ring_spots(view.actors)
    assert spots["ISR"].x() < 0 < spots["IRN"].x()


def test_that_relations_are_read_from_the_save_as_they_are(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 1)
    before = relations_of(game.scenario, game.world)
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    after = relations_of(game.scenario, game.world)
    game.close()
    assert before.turn == 1
    assert after.turn == 2
    assert before.measures != after.measures


def test_that_the_legend_names_the_camps_after_the_actors_of_the_scenario(
    relations: RelationsMap, view: RelationsView
) -> None:
    legend = relations.findChildren(Legend)[0]
    assert "Israel, partners, Iran, allied groups, Mediators" in legend.accessibleName()
    blue = ActorLabel(ActorId("BLU"), "Blue", "israel-and-partners")
    amber = ActorLabel(ActorId("AMB"), "Amber", "iran-and-allies")
    relations.show_relations(replace(view, actors=(blue, amber), ties=()))
    assert "Blue, Amber, Mediators" in legend.accessibleName()
    assert "Israel" not in legend.accessibleName()
