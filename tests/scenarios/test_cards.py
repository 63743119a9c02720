"""Cards show what there is to play, also beside scenarios that cannot be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame import paths
from wargame.scenarios.archive import pack
from wargame.scenarios.cards import StartCard, bundled_scenarios, card_of, cards_in, own_scenarios
from wargame.scenarios.loading import load_scenario
from wargame.scenarios.opening import read_text


def test_that_a_card_says_what_a_scenario_is() -> None:
    card = card_of(TINY)
    assert (card.id, card.title, card.error) == ("tiny", "Three at a river", "")
    assert card.line == "A dam is half full. Who opens it?"
    assert (card.seats, card.actors, card.turns, card.minutes, card.sources) == (2, 3, 4, 30, 1)
    assert card.starts == (StartCard("spring", "The snow melts"),)
    assert card.note == "Invented from first to last.\n"


def test_that_folders_and_zips_are_listed_by_title_and_other_things_are_not(
    tmp_path: Path,
) -> None:
    shutil.copytree(TINY, tmp_path / "tiny")
    (tmp_path / "a.zip").write_bytes(pack(read_text(TINY)))
    (tmp_path / "broken.zip").write_bytes(b"PK nonsense")
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / ".hidden").mkdir()
    cards = cards_in(tmp_path, bundled=False)
    assert [card.path.name for card in cards] == ["broken.zip", "a.zip", "tiny"]
    assert cards[0].error == ("line 0 of broken.zip: not a zip that can be read, or a damaged one")


def test_that_a_card_names_the_first_line_that_cannot_be_read(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "tiny")
    (tmp_path / "tiny" / "actors.yaml").write_text("actors:\n\t- id: RED\n", "utf-8")
    card = card_of(tmp_path / "tiny")
    assert card.error == "line 2 of actors.yaml: a tab stands where only spaces can be; use spaces"
    assert card.title == "Three at a river"


def test_that_a_card_of_a_newer_format_says_so(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "tiny")
    file = tmp_path / "tiny" / "scenario.yaml"
    file.write_bytes(file.read_bytes().replace(b"format: 1", b"format: 9"))
    assert card_of(tmp_path / "tiny").error == "written for a newer version of this program"


def test_that_nonsense_in_place_of_numbers_does_not_stop_the_list(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "scenario.yaml").write_text("turns: many\ntitle: [1]\nstarts: 3\n", "utf-8")
    (card,) = cards_in(tmp_path, bundled=False)
    assert (card.id, card.title, card.turns, card.starts) == ("x", "x", 0, ())


def test_that_folders_that_are_not_there_give_no_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARGAME_SAVES", str(tmp_path / "nowhere"))
    assert own_scenarios() == ()


def test_that_own_scenarios_lie_beside_the_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARGAME_SAVES", str(tmp_path))
    shutil.copytree(TINY, paths.own_scenarios() / "tiny")
    (card,) = own_scenarios()
    assert (card.id, card.bundled) == ("tiny", False)


def test_that_every_bundled_scenario_is_sound_and_its_card_agrees() -> None:
    cards = bundled_scenarios()
    assert {"after-tehran", "blank"} <= {card.id for card in cards}
    for card in cards:
        assert card.error == ""
        scenario = load_scenario(card.path).scenario
        assert card.title == scenario.title
        assert card.seats == len(scenario.seats)
        assert card.sources == len(scenario.sources)
        assert [start.id for start in card.starts] == [start.id for start in scenario.starts]
