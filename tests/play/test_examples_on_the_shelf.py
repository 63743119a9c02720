"""Examples stand behind a person's own games, and are copied before anybody writes in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.played import doctrine_game
from wargame.errors import SaveError
from wargame.play.library import own_copy, session_cards


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of examples with one game, and an empty one for the person's."""
    place = tmp_path / "saves" / "examples"
    place.mkdir(parents=True)
    monkeypatch.setenv("WARGAME_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("WARGAME_EXAMPLES", str(place))
    game = doctrine_game(tmp_path / "made", 1, name="blank")
    path = game.path
    game.close()
    shutil.copyfile(path, place / "seminar.wargame")
    return place


def test_that_an_example_is_listed_once_and_behind_own_games(shelf: Path) -> None:
    (alone,) = session_cards()
    assert alone.is_example
    assert alone.status == "Example, outcome published"
    shutil.copyfile(alone.path, shelf.parent / "mine.wargame")
    mine, example = session_cards()
    assert (mine.path.name, mine.is_example) == ("mine.wargame", False)
    assert example.path == alone.path


def test_that_an_example_is_copied_once_and_then_stands_among_own_games(shelf: Path) -> None:
    example = shelf / "seminar.wargame"
    before = example.read_bytes()
    copy = own_copy(example)
    assert copy == shelf.parent / "seminar.wargame"
    assert own_copy(example) == copy
    assert own_copy(copy) == copy
    (card,) = session_cards()
    assert (card.path, card.is_example) == (copy, False)
    assert example.read_bytes() == before


def test_that_a_folder_that_takes_no_copy_is_said_in_a_sentence(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf.parent / "file").write_text("no folder")
    monkeypatch.setenv("WARGAME_SAVES", str(shelf.parent / "file" / "saves"))
    with pytest.raises(SaveError, match="cannot be copied"):
        own_copy(shelf / "seminar.wargame")


def test_that_the_examples_say_who_plays_in_the_words_of_today() -> None:
    shipped = Path(__file__).parents[2] / "saves" / "examples"
    told = {card.path.stem: card.how for card in session_cards(shipped)}
    assert told == {
        "2024-as-it-happened": "Computer only, 12 seats",
        "six-days-in-tehran": "Solo, 11 by the computer",
        "staff-seminar": "Exercise, 6 teams",
    }


def test_that_a_new_game_without_people_is_listed_in_the_same_words(shelf: Path) -> None:
    assert {card.how for card in session_cards(shelf)} == {"Computer only, 3 seats"}
