"""An actor's sheet says every number of the actor, and what moved it last turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.played import doctrine_game
from tests.scenes import HZB, IRN, ISR
from wargame.model.variables import VARIABLES, Scope
from wargame.play.live_game import LiveGame
from wargame.play.words.number_words import (
    change_texts,
    difference_text,
    number_text,
    share_of_range,
)


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveGame]:
    played = doctrine_game(tmp_path_factory.mktemp("sheets"), 4)
    yield played
    played.close()


def test_that_no_number_of_an_actor_is_missing(game: LiveGame) -> None:
    sheet = game.actor_sheet(ISR)
    shown = [row.variable for group in sheet.groups for row in group.rows]
    own = {v.name for v in VARIABLES if v.scope is Scope.ACTOR}
    assert own <= set(shown)
    assert len(shown) == len(set(shown)) == len(own) + 10
    pairs = {(pair.variable, pair.other) for pair in sheet.pairs}
    of_pairs = [v.name for v in VARIABLES if v.scope is Scope.PAIR]
    assert len(pairs) == len(sheet.pairs) == len(of_pairs) * (len(game.scenario.actors) - 1)


def test_that_values_are_those_of_the_world(game: LiveGame) -> None:
    read, values = game.scenario.layout.read, game.world.values
    sheet = game.actor_sheet(HZB)
    for group in sheet.groups:
        for row in group.rows:
            variable, _, key = row.variable.partition(".")
            assert row.value == read(values, variable, HZB, key)
    for pair in sheet.pairs:
        assert pair.value == read(values, pair.variable, HZB, pair.other)
        assert pair.back == read(values, pair.variable, pair.other, HZB)


def test_that_what_moved_a_number_adds_up_to_its_movement(game: LiveGame) -> None:
    sheet = game.actor_sheet(ISR)
    assert sheet.turn == len(game.world.turns) > 0
    turn = game.world.turns[-1]
    for row in (row for group in sheet.groups for row in group.rows):
        variable, _, key = row.variable.partition(".")
        entries = [
            (number, entry)
            for number, happening in turn
            for entry in getattr(happening, "ledger", ())
            if (entry.variable, entry.first, entry.second) == (variable, ISR, key)
        ]
        assert bool(row.moved.causes) is bool(entries)
        if entries and entries[0][1].before != entries[-1][1].after:
            change = entries[-1][1].after - entries[0][1].before
            assert row.moved.change in (
                difference_text(variable, change),
                " → ".join(
                    number_text(variable, value)
                    for value in (entries[0][1].before, entries[-1][1].after)
                ),
            )
            assert row.moved.number in {number for number, _ in entries}


def test_that_a_sheet_before_the_first_turn_tells_of_no_movement(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    fresh = doctrine_game(tmp_path_factory.mktemp("fresh"), 0)
    sheet = fresh.actor_sheet(IRN)
    assert sheet.turn == 0
    assert not any(row.moved.causes for group in sheet.groups for row in group.rows)
    fresh.close()


def test_that_plain_rows_are_zero_or_default(game: LiveGame) -> None:
    sheet = game.actor_sheet(ISR)
    plain = [pair for pair in sheet.pairs if pair.is_plain]
    assert plain
    assert len(plain) < len(sheet.pairs)
    assert not any(pair.moved.change and pair.value for pair in plain if pair.variable == "debt")


def test_that_printed_differences_are_those_of_the_printed_values() -> None:
    assert change_texts("front_heat", 38.249, 39.171) == ("38.25", "39.17", "+0.92")
    assert change_texts("truce", 0.0, 1.0) == ("no", "yes", "")
    assert change_texts("red_line", 21.0, 12.0)[2] == ""


def test_that_ranges_without_an_end_have_no_bar() -> None:
    assert share_of_range("deaths", 10.0) is None
    assert share_of_range("strike", 0.6) == 0.5
