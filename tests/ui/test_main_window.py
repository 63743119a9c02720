"""The window with real games: first paint, lists, set-up, console, closing, coming back."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, loaded, settings_for
from wargame import paths
from wargame.errors import SaveError
from wargame.model.ids import Phase
from wargame.model.seats import Player
from wargame.play.live_game import open_game
from wargame.play.new_game import new_game
from wargame.storage.save_file import SaveFile
from wargame.ui.exercise.seat_editor import SeatEditor
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.home.scenario_tile import ScenarioTile
from wargame.ui.home.session_table import SessionTable
from wargame.ui.main_window import MainWindow
from wargame.ui.setup.players_editor import PlayersEditor
from wargame.ui.setup.setup_screen import SetupScreen
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.shell.status_strip import StatusStrip
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.bars import StatusLine
from wargame.ui.widgets.buttons import SecondaryButton

ROOT = Path(__file__).resolve().parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "saves"
    monkeypatch.setenv("WARGAME_SAVES", str(place))
    return place


@pytest.fixture
def themes(dark: QApplication) -> Iterator[ThemeSwitch]:
    switch = ThemeSwitch(dark, "dark")
    yield switch
    switch.set_choice("dark")
    switch.deleteLater()


Opened = Callable[..., MainWindow]


@pytest.fixture
def opened(themes: ThemeSwitch, qtbot: QtBot, saves: Path, tmp_path: Path) -> Opened:
    """Opens the window as the program does and waits for the start page to be whole."""

    def make(path: Path | None = None) -> MainWindow:
        store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(themes, WindowSettings(store), path)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.home_shown, timeout=20_000):
            window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    return make


def screen(window: MainWindow, kind: type[QWidget]) -> QWidget | None:
    return next((w for w in window.findChildren(kind) if w.isVisible()), None)


def wait_for(qtbot: QtBot, window: MainWindow, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: screen(window, kind) is not None, timeout=20_000)
    found = screen(window, kind)
    assert found is not None
    return found


def choose(window: MainWindow, scenario: str) -> None:
    home = screen(window, HomeScreen)
    assert isinstance(home, HomeScreen)
    home.choose(scenario)


def start_blank(qtbot: QtBot, window: MainWindow) -> FacilitatorScreen:
    choose(window, "blank")
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    wait_for(qtbot, window, SetupScreen)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    console = wait_for(qtbot, window, FacilitatorScreen)
    assert isinstance(console, FacilitatorScreen)
    return console


def kept_game(saves: Path, name: str = "mine") -> Path:
    blank = loaded("blank")
    path = saves / f"{name}.wargame"
    new_game(blank, settings_for(blank.scenario), path).close()
    return path


def test_that_the_bundled_scenarios_are_on_the_start_page(opened: Opened) -> None:
    window = opened()
    names = {tile.card.id for tile in window.findChildren(ScenarioTile)}
    assert {"after-tehran", "blank"} <= names


def test_that_the_band_in_which_a_scenario_starts_arrives_later(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()

    def bands() -> set[int | None]:
        tiles = [tile for tile in window.findChildren(ScenarioTile) if tile.isVisible()]
        return {tile.card.band for tile in tiles}

    qtbot.waitUntil(lambda: bool(bands()) and None not in bands(), timeout=30_000)


def test_that_the_bands_are_there_after_a_session_that_the_window_was_started_with(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    window = opened(kept_game(saves))
    console = wait_for(qtbot, window, FacilitatorScreen)
    assert isinstance(console, FacilitatorScreen)
    home = window.findChild(HomeScreen)
    assert home is not None

    def is_known() -> bool:
        card = home.current()
        return card is not None and card.band is not None

    qtbot.waitUntil(is_known, timeout=30_000)
    # As when a scenario is changed meanwhile: what is known of all of them is out of date.
    (paths.cache() / "scenario-cards.json").unlink()
    with qtbot.waitSignal(window.home_shown, timeout=20_000):
        console.home_wished.emit()
    assert not is_known()
    qtbot.waitUntil(is_known, timeout=30_000)
    window.close()


def test_that_a_session_is_set_up_played_closed_and_continued(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    window = opened()
    start_blank(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    window.close()
    (path,) = saves.glob("*.wargame")
    game = open_game(path)
    assert (game.world.turn, game.world.phase) == (1, Phase.PLAN)
    kept = game.world.state_hash()
    game.close()
    again = opened()
    QTest.keyClick(again, Qt.Key.Key_L, CTRL)
    wait_for(qtbot, again, FacilitatorScreen)
    again.close()
    game = open_game(path)
    assert game.world.state_hash() == kept
    game.close()


def test_that_a_set_up_that_was_left_comes_back_as_it_was(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    choose(window, "blank")
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    setup = wait_for(qtbot, window, SetupScreen)
    assert isinstance(setup, SetupScreen)
    setup.findChildren(PlayersEditor)[0].focus_next()
    name = QApplication.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "Dana")
    form = setup.form
    assert form.seat(BLU).players == (Player("Dana"),)
    QTest.keyClick(setup, Qt.Key.Key_Escape)
    wait_for(qtbot, window, HomeScreen)
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    again = wait_for(qtbot, window, SetupScreen)
    assert isinstance(again, SetupScreen)
    assert again is not setup
    assert again.form == form
    window.close()


def test_that_a_turn_is_locked_adjudicated_and_published_from_the_console(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    window = opened()
    console = start_blank(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    # No seat has sealed: the lock asks first, the second press does not wait.
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: console.foot.primary.text() == "Publish the outcome", timeout=30_000)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: console.foot.primary.text() == "Begin turn 2", timeout=10_000)
    window.close()
    (path,) = saves.glob("*.wargame")
    game = open_game(path)
    assert game.world.phase is Phase.OUTCOME
    assert len(game.world.index_published) == 2
    game.close()


def test_that_opening_a_seat_hides_the_console_behind_the_hand_over(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    console = start_blank(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    console.seat_opened.emit(BLU)
    wait_for(qtbot, window, HandoverScreen)
    assert not console.isVisible()
    assert not window.findChildren(StatusStrip)[0].isVisible()
    holder = QApplication.focusWidget()
    assert holder is not None
    assert console.isAncestorOf(holder) is False
    window.close()


def test_that_a_save_open_elsewhere_is_refused_by_name(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    path = kept_game(saves)
    elsewhere = open_game(path)
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: "“A test” is open" in window.banner.text(), timeout=10_000)
    assert screen(window, HomeScreen) is not None
    elsewhere.close()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    wait_for(qtbot, window, FacilitatorScreen)
    assert window.banner.text() == ""
    window.close()


def test_that_a_damaged_save_is_told_in_the_table_and_in_words(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    saves.mkdir(parents=True)
    (saves / "broken.wargame").write_bytes(b"this is no save" * 500)
    window = opened()
    table = window.findChildren(SessionTable)[0]
    assert "Cannot be read" in str(table.view.model().index(0, 1).data())
    window.close()


def test_that_the_window_opens_the_save_it_is_given(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    window = opened(kept_game(saves))
    wait_for(qtbot, window, FacilitatorScreen)
    assert window.windowTitle() == "A test – Wargame"
    window.close()


def test_that_the_window_opens_the_scenario_folder_it_is_given(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened(paths.assets() / "scenarios" / "blank" / "scenario.yaml")
    wait_for(qtbot, window, SetupScreen)
    window.close()


def test_that_a_full_disk_is_told_in_red_and_closing_asks_first(
    opened: Opened, qtbot: QtBot, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    start_blank(qtbot, window)
    refused = SaveError("The disk is full. Free some space or save elsewhere.")
    write = SaveFile.append

    def refuse(*_: object, **__: object) -> None:
        raise refused

    monkeypatch.setattr(SaveFile, "append", refuse)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    line = window.findChildren(StatusLine)[0]
    qtbot.waitUntil(lambda: "Not saved since" in line.accessibleName())
    assert "The disk is full." in line.accessibleName()
    window.close()
    assert window.isVisible()
    assert "not on disk" in window.banner.text()
    monkeypatch.setattr(SaveFile, "append", write)
    window.close()
    assert not window.isVisible()
    (path,) = saves.glob("*.wargame")
    game = open_game(path)
    assert game.world.phase is Phase.PLAN
    game.close()


def test_that_leaving_a_session_frees_its_save(opened: Opened, qtbot: QtBot, saves: Path) -> None:
    window = opened()
    console = start_blank(qtbot, window)
    console.home_wished.emit()
    wait_for(qtbot, window, HomeScreen)
    (path,) = saves.glob("*.wargame")
    with sqlite3.connect(path) as other:
        other.execute("BEGIN EXCLUSIVE")
    other.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(SessionTable)), timeout=10_000)
    window.close()


def test_that_the_theme_and_the_size_are_remembered(
    opened: Opened, themes: ThemeSwitch, tmp_path: Path
) -> None:
    window = opened()
    home = screen(window, HomeScreen)
    assert isinstance(home, HomeScreen)
    home.theme_wished.emit()
    assert themes.choice == "light"
    window.close()
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert WindowSettings(store).theme == "light"
    assert WindowSettings(store).geometry == window.saveGeometry()


def test_that_f1_shows_the_shortcuts_and_hides_them_again(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.sheet.isVisible()
    assert window.sheet.title == "Shortcuts"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not window.sheet.isVisible()
    window.close()


def test_that_a_player_who_comes_late_is_added_from_the_console(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    window = opened()
    console = start_blank(qtbot, window)
    console.seat_edit_wished.emit(AMB)
    editor = window.findChildren(SeatEditor)[0]
    editor.players.focus_next()
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClicks(holder, "Leila")
    keep = next(b for b in editor.findChildren(SecondaryButton) if b.text() == "Keep the changes")
    keep.click()
    assert not window.sheet.isVisible()
    window.close()
    (path,) = saves.glob("*.wargame")
    game = open_game(path)
    assert [player.name for player in game.world.seat(AMB).players] == ["Leila"]
    game.close()


@pytest.mark.parametrize("flag", ["--exit-after-first-paint", "--exit-after-home"])
def test_that_the_measuring_flags_print_seconds_and_quit(flag: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wargame", "gui", flag],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "WARGAME_SAVES": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert 0 < float(done.stdout) < 60
    assert "Traceback" not in done.stderr


def test_that_a_missing_file_and_a_missing_display_are_one_sentence(tmp_path: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    for words, said in (([str(tmp_path / "no.wargame")], "There is no file"), ([], "no display")):
        if said == "no display" and not sys.platform.startswith("linux"):
            continue
        done = subprocess.run(
            [sys.executable, "-m", "wargame", "gui", *words],
            cwd=ROOT,
            env=bare,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1


def test_that_a_refused_session_goes_on_in_a_copy(
    opened: Opened, qtbot: QtBot, saves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    start_blank(qtbot, window)
    write = SaveFile.append

    def refuse(*_: object, **__: object) -> None:
        raise SaveError("The disk is full. Free some space or save elsewhere.")

    monkeypatch.setattr(SaveFile, "append", refuse)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    strip = window.findChildren(StatusStrip)[0]
    with qtbot.waitSignal(strip.elsewhere_wished):
        next(b for b in strip.findChildren(SecondaryButton) if "elsewhere" in b.text()).click()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    monkeypatch.setattr(SaveFile, "append", write)
    copy = tmp_path / "copy.wargame"
    dialog.fileSelected.emit(str(copy))
    dialog.close()
    assert "Saved" in window.findChildren(StatusLine)[0].accessibleName()
    window.close()
    game = open_game(copy)
    assert game.world.phase is Phase.PLAN
    game.close()


def test_that_a_damaged_log_leads_to_its_last_good_copy(
    opened: Opened, qtbot: QtBot, saves: Path
) -> None:
    path = kept_game(saves)
    game = open_game(path)
    game.start_planning()
    game.seal(BLU, ())
    game.close()
    with sqlite3.connect(path) as raw:
        (last,) = raw.execute("SELECT max(number) FROM events").fetchone()
        raw.execute("UPDATE events SET payload = 'x' || payload WHERE number = ?", (last,))
    raw.close()
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: "damaged" in window.banner.text(), timeout=10_000)
    next(b for b in window.banner.findChildren(SecondaryButton) if "copy" in b.text()).click()
    wait_for(qtbot, window, FacilitatorScreen)
    window.close()
    (copy,) = [found for found in saves.glob("*.wargame") if found != path]
    game = open_game(copy)
    assert (game.world.phase, game.world.sealed) == (Phase.PLAN, ())
    game.close()


def test_that_alt_shows_the_menu_bar_but_never_to_a_team(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    console = start_blank(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().isVisible()
    console.seat_opened.emit(BLU)
    wait_for(qtbot, window, HandoverScreen)
    assert not window.menuBar().isVisible()
    QTest.keyClick(window, Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()
    window.close()


def test_that_what_nobody_foresaw_is_said_even_before_the_page_is_there(
    themes: ThemeSwitch, qtbot: QtBot, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(themes, WindowSettings(store))
    qtbot.addWidget(window)
    window.say_fault("Something went wrong.")
    curtain = window.centralWidget()
    assert curtain is not None
    assert curtain.accessibleName() == "Something went wrong."
    window.fill()
    window.say_fault("Something else went wrong.")
    assert window.banner.text() == "Something else went wrong."
