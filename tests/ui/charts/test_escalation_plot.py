"""The escalation plot: late import, themes, the table behind it, the axis of turns, its speed."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.gallery_sample import SCALE
from tests.ui.outlooks import fan
from wargame.model.outlook import FanTurn
from wargame.ui.charts.escalation_plot import EscalationPlot
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import text_width
from wargame.ui.theme.tokens import DARK, LIGHT, Theme

ROOT = Path(__file__).parents[3]
HISTORY = [(0, 66.0), (1, 76.0), (2, 75.6), (3, 71.8)]


@pytest.fixture
def plot(dark: QApplication, qtbot: QtBot) -> EscalationPlot:
    made = EscalationPlot(SCALE)
    qtbot.addWidget(made)
    made.resize(344, 180)
    made.set_turns(12, 4)
    made.set_history(HISTORY)
    made.show()
    return made


def colours_of(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_that_pyqtgraph_waits_for_the_first_plot() -> None:
    code = (
        "import sys, wargame.ui.charts.escalation_plot, wargame.ui.widgets.views\n"
        "heavy = {'pyqtgraph', 'numpy', 'PySide6.QtSvg'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or None)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_that_every_band_is_drawn_in_the_theme_in_force(
    plot: EscalationPlot, dark: QApplication, theme: Theme
) -> None:
    apply_theme(dark, theme)
    seen = colours_of(plot.grab().toImage())
    for band in theme.bands:
        assert {band.fill, band.tint} <= seen
    assert theme.t1 in seen
    apply_theme(dark, DARK)


def test_that_a_ladder_of_three_bands_can_be_drawn(plot: EscalationPlot) -> None:
    plot.set_bands(
        BandScale(
            (
                BandSpan(1, "Low", 0, 6, 0, 30),
                BandSpan(2, "Middle", 7, 13, 30, 70),
                BandSpan(3, "High", 14, 20, 70, 100),
            )
        )
    )
    seen = colours_of(plot.grab().toImage())
    assert {DARK.bands[0].tint, DARK.bands[2].tint, DARK.bands[4].tint} <= seen
    assert DARK.bands[1].tint not in seen


def test_that_the_line_ends_higher_when_the_index_is_higher(plot: EscalationPlot) -> None:
    def ring_top() -> int:
        picture = plot.grab().toImage()
        ink = QColor(DARK.t1).rgb()
        return min(
            y
            for y in range(picture.height() - 24)
            for x in range(60, picture.width())
            if picture.pixel(x, y) == ink
        )

    low = ring_top()
    plot.set_history([*HISTORY, (4, 92.0)])
    assert ring_top() < low - 20


def test_that_control_and_t_shows_the_same_values_as_a_table(
    plot: EscalationPlot, qtbot: QtBot
) -> None:
    plot.activateWindow()
    assert QTest.qWaitForWindowActive(plot)
    plot.setFocus()
    with qtbot.waitSignal(plot.table_shown) as seen:
        QTest.keyClick(plot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert seen.args == [True]
    table = plot.findChild(QTableView)
    assert table is not None
    assert table.hasFocus()
    model = table.model()
    rows = [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert rows == [
        ("Start", "66.0", "4 Direct strikes"),
        ("1", "76.0", "4 Direct strikes"),
        ("2", "75.6", "4 Direct strikes"),
        ("3", "71.8", "4 Direct strikes"),
    ]
    QTest.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not plot.is_table_shown
    assert plot.hasFocus()


def test_that_the_plot_is_said_in_a_sentence(plot: EscalationPlot) -> None:
    assert plot.accessibleName() == (
        "Escalation by turn: from 66.0 to 71.8, highest 76.0 in turn 1"
    )
    plot.set_history([])
    assert plot.accessibleName() == "Escalation by turn: nothing played yet"
    assert not plot.grab().isNull()


def test_that_red_lines_come_and_go(plot: EscalationPlot) -> None:
    bare = plot.grab().toImage()
    plot.set_red_lines([(88, "Israel: fire on cities")])
    plot.set_crossings([(1, "Iran: strike in the capital, turn 1")])
    marked = plot.grab().toImage()
    assert marked != bare
    plot.set_red_lines([])
    plot.set_crossings([])
    assert plot.grab().toImage() == bare


def test_that_the_plot_is_not_mirrored(plot: EscalationPlot) -> None:
    bare = plot.grab().toImage()
    plot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert plot.grab().toImage() == bare


def test_that_the_mouse_leaves_the_plot_as_it_is(plot: EscalationPlot) -> None:
    plot.clearFocus()
    bare = plot.grab().toImage()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mousePress(plot, button)
        QTest.mouseMove(plot, plot.rect().center())
        QTest.mouseRelease(plot, button)
    plot.clearFocus()
    assert plot.grab().toImage() == bare


@pytest.mark.parametrize("turns", [1, 4, 12, 40, 200])
def test_that_turn_numbers_keep_apart(dark: QApplication, qtbot: QtBot, turns: int) -> None:
    from wargame.ui.charts.turn_axis import TurnAxis

    axis = TurnAxis(turns)
    for width in (160, 320, 900):
        ((step, places),) = axis.tickValues(0, turns, width)
        assert width / turns * step >= 18 or step == 20
        names = axis.tickStrings(places, 1, step)
        assert names[0] == "1"
        assert len(set(names)) == len(names)


def table_rows(plot: EscalationPlot) -> list[tuple[str, ...]]:
    table = plot.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_that_a_forecast_is_drawn_over_the_bands_and_goes_without_a_trace(
    plot: EscalationPlot, dark: QApplication, theme: Theme
) -> None:
    apply_theme(dark, theme)
    bare = plot.grab().toImage()
    plot.set_forecast((3, 71.8), fan())
    drawn = plot.grab().toImage()
    # Nothing of the played past is touched: the fan begins at the present.
    present = 24 + round((drawn.width() - 30) * 3 / 12)
    changed = [x for x in range(drawn.width()) if column_differs(bare, drawn, x)]
    assert changed
    assert min(changed) >= present - 8
    assert max(changed) > drawn.width() * 0.9
    plot.set_forecast((3, 71.8), ())
    assert plot.grab().toImage() == bare
    apply_theme(dark, DARK)


def column_differs(one: QImage, two: QImage, x: int) -> bool:
    return any(one.pixel(x, y) != two.pixel(x, y) for y in range(one.height()))


def test_that_an_old_forecast_is_dimmed_and_says_so(plot: EscalationPlot) -> None:
    plot.set_forecast((3, 71.8), fan())
    fresh = plot.grab().toImage()
    plot.set_forecast_stale(stale=True)
    assert plot.grab().toImage() != fresh
    assert plot.accessibleName().endswith("; out of date")
    plot.set_forecast_stale(stale=False)
    assert plot.grab().toImage() == fresh


def test_that_the_table_and_the_sentence_hold_the_forecast(plot: EscalationPlot) -> None:
    plot.set_forecast((3, 71.8), fan())
    rows = table_rows(plot)
    assert rows[3] == ("3", "71.8", "4", "", "")
    assert rows[4] == ("4, median", "70.1", "4", "66–73", "60–78")
    assert len(rows) == 4 + 9
    assert plot.accessibleName() == (
        "Escalation by turn: from 66.0 to 71.8, highest 76.0 in turn 1. Forecast for the end of "
        "turn 4, half of the runs 66 to 73; for the end of turn 12, half of the runs 55 to 75"
    )
    plot.set_forecast((3, 71.8), ())
    assert {len(row) for row in table_rows(plot)} == {3}


def test_that_words_of_red_lines_never_lie_on_each_other(plot: EscalationPlot) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    plot.set_red_lines([(float(level), f"Line at {level}") for level in range(60, 100, 4)])
    scene = plot.findChild(QGraphicsView)
    assert scene is not None
    plot.grab()
    shown = [i for i in scene.scene().items() if isinstance(i, FlagLabel) and i.isVisible()]
    assert len(shown) >= 2
    # Their size does not follow the plot's scale, so that only the device's transform is right.
    onto = scene.viewportTransform()
    boxes = [i.deviceTransform(onto).mapRect(i.boundingRect()) for i in shown]
    tops = sorted(box.top() for box in boxes)
    assert all(low - high >= 15 for high, low in pairwise(tops))


def test_that_words_of_a_red_line_are_whole_where_the_plot_has_room(plot: EscalationPlot) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    text = "Hezbollah, Syria, Qatar, Saudi Arabia: R16"
    plot.set_red_lines([(82.0, text)])
    plot.grab()
    scene = plot.findChild(QGraphicsView)
    assert scene is not None
    label = next(item for item in scene.scene().items() if isinstance(item, FlagLabel))
    assert label.boundingRect().width() >= text_width(text, text_font("caption", 500))
    assert label.boundingRect().width() < plot.width()


@pytest.mark.parametrize("played", [2, 5, 9])
def test_that_the_played_line_runs_through_no_words(plot: EscalationPlot, played: int) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    plot.resize(520, 320)
    plot.set_turns(12, played)
    plot.set_history([(turn, 66.0 + 12.0 * turn / played) for turn in range(played + 1)])
    plot.set_red_lines([(76.0, "Fire on oil terminals"), (84.0, "An attack on the sites")])
    scene = plot.findChild(QGraphicsView)
    assert scene is not None
    plot.grab()
    shown = [i for i in scene.scene().items() if isinstance(i, FlagLabel) and i.isVisible()]
    assert len(shown) == 2
    onto = scene.viewportTransform()
    group = shown[0].parentItem()
    for label in shown:
        box = label.deviceTransform(onto).mapRect(label.boundingRect())
        for step in range(201):
            turn = played * step / 200
            spot = onto.map(group.mapToScene(QPointF(turn, 66.0 + 12.0 * turn / played)))
            assert not box.contains(spot), turn


def test_that_no_forecast_strikes_through_the_words_of_a_red_line(plot: EscalationPlot) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    plot.set_turns(12, 1)
    plot.set_history([(0, 66.0)])
    plot.set_red_lines([(70.0, "Israel: fire on cities")])
    scene = plot.findChild(QGraphicsView)
    assert scene is not None

    def ink() -> set[tuple[int, int]]:
        """Pixels of the words in full ink."""
        image = plot.grab().toImage()
        label = next(i for i in scene.scene().items() if isinstance(i, FlagLabel))
        onto = label.deviceTransform(scene.viewportTransform())
        corner = scene.viewport().mapTo(plot, QPoint(0, 0))
        box = onto.mapRect(label.boundingRect()).toRect().translated(corner)
        full = colour("t1")
        return {
            (x, y)
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
            if abs(image.pixelColor(x, y).red() - full.red()) < 24
        }

    bare = ink()
    assert bare
    plot.set_forecast(
        (0.0, 74.0), [FanTurn(turn, 60.0, 68.0, 74.0, 76.0, 80.0) for turn in range(1, 13)]
    )
    assert len(ink() & bare) >= 0.95 * len(bare)
    assert len(ink()) <= 1.05 * len(bare)


def test_that_a_crossing_late_in_the_game_is_named_inside_the_plot(plot: EscalationPlot) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    plot.set_crossings([(11.5, "Iran: a strike in the capital and many more words, turn 12")])
    plot.grab()
    view = plot.findChild(QGraphicsView)
    assert view is not None
    label = next(item for item in view.scene().items() if isinstance(item, FlagLabel))
    assert label.boundingRect().right() <= 0
    assert label.boundingRect().width() < plot.width()


@pytest.mark.bench
def test_that_a_frame_of_the_plot_is_quick(plot: EscalationPlot) -> None:
    plot.set_red_lines([(88, "Israel: fire on cities"), (55, "Iran: fire on oil terminals")])
    points = [(turn / 10, 50 + 30 * ((turn * 7) % 13) / 13) for turn in range(120)]
    frames = []
    for number in range(60):
        start = time.thread_time()
        plot.set_history(points[: 30 + number])
        plot.set_forecast((3, 71.8), fan(4, 12, 60 + number / 4))
        plot.grab()
        frames.append((time.thread_time() - start) * 1000)
    # The best frame, of this thread's time: other programs share the machine. The goal is 4 ms.
    assert min(frames) < 4, f"{min(frames):.2f} ms"
