"""The cards of scenarios are kept between starts, as long as their files stay the same."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from wargame import paths
from wargame.play import library
from wargame.play.scenario_cards import fingerprint_of, keep_cards, recalled_cards


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of own scenarios with one copy of the smallest, and an empty cache."""
    monkeypatch.setenv("WARGAME_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path / "cache"))
    folder = paths.own_scenarios() / "blank"
    shutil.copytree(paths.assets() / "scenarios" / "blank", folder)
    return folder


def go_on() -> None:
    """Nobody wants the work to end."""


def test_that_cards_are_the_same_from_the_cache(own: Path) -> None:
    first = library.scenario_cards()
    assert library.scenario_cards() == first
    assert {card.bundled for card in first if card.id == "blank"} == {True, False}


def test_that_the_band_of_the_start_is_found_once_and_kept(own: Path) -> None:
    assert {card.band for card in library.scenario_cards()} == {None}
    found = library.scenario_cards_with_bands(go_on)
    assert None not in {card.band for card in found}
    assert library.scenario_cards() == found


def test_that_a_changed_file_is_noticed(own: Path) -> None:
    library.scenario_cards_with_bands(go_on)
    file = own / "scenario.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("turns: 6", "turns: 9"), "utf-8")
    os.utime(file, ns=(1, 1))
    (mine,) = [card for card in library.scenario_cards() if not card.bundled]
    assert (mine.turns, mine.band) == (9, None)


def test_that_a_scenario_that_came_or_went_is_noticed(own: Path) -> None:
    before = library.scenario_cards()
    shutil.rmtree(own)
    after = library.scenario_cards()
    assert len(after) == len(before) - 1
    assert all(card.bundled for card in after)


def test_that_a_fault_found_by_the_full_reading_is_on_the_card(own: Path) -> None:
    file = own / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("turns: 6", "turns: many"), "utf-8")
    (mine,) = [c for c in library.scenario_cards_with_bands(go_on) if not c.bundled]
    assert "many" in mine.error
    assert mine.band is None


@pytest.mark.parametrize(
    "kept", ["", "no json", "[]", "{}", '{"fingerprint": 1}', '{"fingerprint": "x", "cards": [7]}']
)
def test_that_a_damaged_cache_is_made_anew(own: Path, kept: str) -> None:
    first = library.scenario_cards()
    (place,) = paths.cache().glob("scenario-cards.json")
    place.write_text(kept, "utf-8")
    assert library.scenario_cards() == first


def test_that_cards_of_another_shape_are_made_anew(own: Path) -> None:
    first = library.scenario_cards()
    (place,) = paths.cache().glob("scenario-cards.json")
    data = json.loads(place.read_text("utf-8"))
    for card in data["cards"]:
        card["colour"] = "red"
    place.write_text(json.dumps(data), "utf-8")
    assert library.scenario_cards() == first


def test_that_a_cache_that_cannot_be_written_is_no_fault(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, no folder", "utf-8")
    monkeypatch.setenv("WARGAME_CACHE", str(blocked))
    assert library.scenario_cards()
    keep_cards("x", ())
    assert recalled_cards("x") is None


def test_that_the_fingerprint_sees_names_sizes_and_times(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", "utf-8")
    os.utime(tmp_path / "a", ns=(5, 5))
    first = fingerprint_of((tmp_path,))
    assert fingerprint_of((tmp_path,)) == first
    os.utime(tmp_path / "a", ns=(6, 6))
    second = fingerprint_of((tmp_path,))
    (tmp_path / "b").write_text("", "utf-8")
    assert len({first, second, fingerprint_of((tmp_path,))}) == 3
