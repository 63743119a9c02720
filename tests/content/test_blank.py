"""The scenario that authors copy is complete, explained line by line, and can be played."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from wargame.engine.legal_moves import move_options, sheet_refusal
from wargame.engine.start import start_world
from wargame.model.events import SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId
from wargame.model.moves import Category
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.model.world import World
from wargame.paths import assets
from wargame.scenarios.loading import load_scenario

FOLDER = assets() / "scenarios" / "blank"
NAMES = ("actors", "injects", "moves", "parameters", "relations", "scenario", "sources")
IDS = frozenset({"invented", "catalogue"})
"""Ids of sources stand where keys do."""

BLUE, AMBER, GREEN = ActorId("BLU"), ActorId("AMB"), ActorId("GRN")


@cache
def blank() -> Scenario:
    return load_scenario(FOLDER).scenario


def first_turn() -> World:
    scenario = blank()
    seats = tuple(Seat(actor.id, Controller.FACILITATOR) for actor in scenario.seats)
    settings = Settings("Check", scenario.seed, scenario.starts[0].id, 0, seats)
    world = start_world(scenario, SessionStarted(scenario.id, "", "", settings))
    return replace(world, turn=1)


def test_that_two_rivals_and_a_mediator_have_seats() -> None:
    assert [actor.id for actor in blank().seats] == [BLUE, AMBER, GREEN]
    assert {(r.first, r.second, r.kind) for r in blank().relations} == {
        (BLUE, AMBER, "rivals"),
        (GREEN, BLUE, "mediation"),
        (GREEN, AMBER, "mediation"),
    }
    assert [front.id for front in blank().fronts] == ["direct", "border", "diplomacy"]


def test_that_twelve_moves_use_every_category() -> None:
    assert len(blank().moves) == 12
    assert {move.category for move in blank().moves} == set(Category)


@pytest.mark.parametrize("seat", [BLUE, AMBER, GREEN])
def test_that_a_seat_can_act_on_the_first_day(seat: ActorId) -> None:
    opened = [option for option in move_options(blank(), first_turn(), seat) if not option.code]
    assert len(opened) >= 4


def test_that_it_starts_between_calm_and_open_war() -> None:
    assert 20 <= first_turn().index_path[0] < 35
    assert blank().band_of(first_turn().index_path[0]).number == 2


def test_that_a_barrage_opens_with_a_preview_on_the_same_sheet() -> None:
    preview, barrage = Order(MoveId("D04"), GREEN), Order(MoveId("M11"), BLUE)
    refusal = sheet_refusal(blank(), first_turn(), AMBER, [barrage])
    assert refusal is not None
    assert refusal[0] == "preview.missing"
    assert sheet_refusal(blank(), first_turn(), AMBER, [preview, barrage]) is None


def test_that_the_rivals_need_the_mediator_to_speak() -> None:
    refusal = sheet_refusal(blank(), first_turn(), BLUE, [Order(MoveId("D02"), AMBER)])
    assert refusal is not None
    assert refusal[0] == "channel.missing"
    assert sheet_refusal(blank(), first_turn(), BLUE, [Order(MoveId("D02"), GREEN)]) is None


@pytest.mark.parametrize("name", NAMES)
def test_that_a_file_explains_every_key_where_it_first_stands(name: str) -> None:
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema=../../schema/{name}.schema.json"
    seen: set[str] = set()
    unexplained = []
    for before, line in pairwise(lines):
        key = re.match(r"\s*(?:- )?([a-z_]+):(?:\s|$)", line)
        if key and key[1] not in seen | IDS:
            seen.add(key[1])
            if "#" not in line and not before.lstrip().startswith("#"):
                unexplained.append(line.strip())
    assert unexplained == []
    assert len(seen) >= 5
