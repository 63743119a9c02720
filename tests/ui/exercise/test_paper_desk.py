"""Team packs reach the disk as PDF, from the menu of a seat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.scenes import BLU, loaded, settings_for
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.exercise.paper_desk import PaperDesk
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.printing.press import write_pdf


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


@pytest.fixture
def desk(game: LiveGame, qtbot: QtBot) -> PaperDesk:
    console = FacilitatorScreen()
    qtbot.addWidget(console)
    return PaperDesk(game, console, console)


def test_that_a_pack_is_written_as_pdf(desk: PaperDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "blue.pdf"
    with qtbot.waitSignal(desk.written, timeout=20_000) as told:
        desk.write_pack(BLU, path)
    assert told.args == [f"blue.pdf written to {tmp_path}."]
    assert path.read_bytes().startswith(b"%PDF")
    assert len(path.read_bytes()) > 5_000


def test_that_every_seat_gets_its_own_file(
    desk: PaperDesk, qtbot: QtBot, tmp_path: Path, game: LiveGame
) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    with qtbot.waitSignal(desk.written, timeout=20_000):
        desk.write_packs(folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(f"{seat.actor}-turn-1.pdf" for seat in game.world.seats)


def test_that_a_place_that_cannot_be_written_is_one_sentence(
    desk: PaperDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.refused, timeout=20_000) as told:
        desk.write_pack(BLU, tmp_path / "missing" / "blue.pdf")
    assert told.args == ["“blue.pdf” cannot be written: No such file or directory."]


def test_that_a_long_page_is_broken_and_numbered(tmp_path: Path) -> None:
    short = write_pdf("<p>One line</p>", tmp_path / "short.pdf", "Foot")
    long = write_pdf("<p>Line</p>" * 200, tmp_path / "long.pdf", "Foot")
    assert (short, long > 2) == (1, True)


def test_that_a_pdf_takes_the_place_of_an_earlier_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    write_pdf("<p>Line</p>" * 200, path, "Foot")
    long = path.read_bytes()
    write_pdf("<p>One line</p>", path, "Foot")
    short = path.read_bytes()
    assert (long[:5], short[:5], len(short) < len(long)) == (b"%PDF-", b"%PDF-", True)
    assert b"%%EOF" in short[-16:]
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_page_reads_nothing_from_the_disk(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"not a picture")
    assert write_pdf(f'<img src="{picture}"><p>x</p>', tmp_path / "page.pdf", "Foot") == 1


def test_that_the_menu_of_a_seat_asks_for_its_pack(game: LiveGame, qtbot: QtBot) -> None:
    console = FacilitatorScreen()
    qtbot.addWidget(console)
    console.show_console(game.console(), None)
    console.seats.choose(BLU)
    actions = {action.text(): action for action in console.seats.seat_menu().actions()}
    with qtbot.waitSignal(console.pack_wished, timeout=2_000) as one:
        actions["Save its pack as PDF…"].trigger()
    with qtbot.waitSignal(console.pack_wished, timeout=2_000) as every:
        actions["Save every team’s pack…"].trigger()
    assert (one.args, every.args) == ([BLU], [""])
