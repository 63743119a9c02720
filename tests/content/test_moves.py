"""The catalogue of After Tehran is the table of moves, and every seat can play with it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.legal_moves import move_options, refusal_of
from wargame.engine.start import start_world
from wargame.model.events import ActResolved, SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.moves import Category, Lasting, Move, Resolution
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.model.world import World
from wargame.paths import assets
from wargame.scenarios.loading import load_scenario

FEWEST_MOVES = 10
FEWEST_OPEN = 6


@cache
def after_tehran() -> Scenario:
    return load_scenario(assets() / "scenarios" / "after-tehran").scenario


@cache
def reference() -> Mapping[str, Mapping[str, str]]:
    with (Path(__file__).parent / "moves_reference.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@cache
def tags_read_by(reader: str) -> frozenset[str]:
    """Tags that stand for work of a system of MODEL A8, or by which a doctrine knows a move."""
    with (Path(__file__).parent / "move_tags.csv").open(encoding="utf-8") as file:
        return frozenset(row["tag"] for row in csv.DictReader(file) if row["read_by"] == reader)


def first_turn(scenario: Scenario, start: str) -> World:
    settings = Settings(
        title="Check",
        seed=1,
        start=start,
        plan_minutes=0,
        seats=tuple(Seat(actor.id, Controller.FACILITATOR) for actor in scenario.seats),
    )
    world = start_world(scenario, SessionStarted(scenario.id, "", "", settings))
    return replace(world, turn=1)


def figures_of(move: Move) -> dict[str, str]:
    return {
        "id": move.id,
        "cat": move.category.value,
        "rung": f"{move.rung:g}",
        "kahn": move.kahn,
        "cameo": move.cameo,
        "gold": f"{move.goldstein:g}",
        "class": move.rivera,
        "host": f"{move.hostility}",
        "last": move.lasting.value,
        "pol": f"{move.political:g}",
        "mat": f"{move.material:g}",
        "turns": f"{move.preparation}",
        "deny": f"{move.deniability:g}",
    }


def test_that_every_row_of_the_table_is_a_move_and_nothing_else_is() -> None:
    assert len(reference()) == 72
    assert sorted(move.id for move in after_tehran().moves) == sorted(reference())


@pytest.mark.parametrize("move_id", sorted(reference()))
def test_that_a_move_has_the_figures_of_its_row(move_id: str) -> None:
    row = {key: value for key, value in reference()[move_id].items() if key != "weeks"}
    assert figures_of(after_tehran().move[MoveId(move_id)]) == row


def test_that_turns_of_preparation_keep_the_order_of_the_weeks() -> None:
    rows = sorted(
        (int(row["weeks"]), after_tehran().move[MoveId(name)].preparation)
        for name, row in reference().items()
    )
    for weeks, turns in rows:
        assert (weeks > 0) or turns == 0
        assert all(turns <= later for more, later in rows if more > weeks)


@pytest.mark.parametrize("move_id", sorted(reference()))
def test_that_a_move_is_made_by_somebody_at_somebody_else(move_id: str) -> None:
    scenario = after_tehran()
    move = scenario.move[MoveId(move_id)]
    assert move.who
    for actor in move.who:
        assert not move.targets or set(move.targets) - {actor}
    if move.hostility >= 4:
        assert move.targets, "force is always used against somebody"
        rivals = [
            (actor, target)
            for actor in move.who
            for target in move.targets
            if any(
                relation.kind == "rivals" and {relation.first, relation.second} == {actor, target}
                for relation in scenario.relations
            )
        ]
        assert {actor for actor, _ in rivals} == set(move.who)
        assert {target for _, target in rivals} == set(move.targets)


@pytest.mark.parametrize("move_id", sorted(reference()))
def test_that_a_move_is_felt_by_an_effect_or_by_a_system(move_id: str) -> None:
    move = after_tehran().move[MoveId(move_id)]
    assert (
        move.effects
        or move.resolution is not Resolution.PLAIN
        or move.tags & tags_read_by("system")
    )


def test_that_every_tag_is_one_that_a_system_or_a_doctrine_reads() -> None:
    used = {tag for move in after_tehran().moves for tag in move.tags}
    assert used == tags_read_by("system") | tags_read_by("doctrine")


def test_that_effects_per_turn_belong_to_moves_that_go_on() -> None:
    for move in after_tehran().moves:
        if any(effect.per_turn for effect in move.effects):
            assert move.lasting is not Lasting.EVENT, move.id
        if any(effect.at_success for effect in move.effects):
            assert move.resolution in {Resolution.STRIKE, Resolution.COVERT}, move.id


def test_that_a_reason_is_one_sentence_and_its_code_means_one_thing_in_a_move() -> None:
    for move in after_tehran().moves:
        codes = [needed.code for needed in move.requires]
        assert len(set(codes)) == len(codes), move.id
        for needed in move.requires:
            assert needed.reason.endswith("."), (move.id, needed.reason)
            assert needed.reason[0].isupper()
            assert "!" not in needed.reason


def test_that_texts_are_short_calm_and_say_rungs_with_an_r() -> None:
    for move in after_tehran().moves:
        assert len(move.name) <= 34, move.name
        assert 40 <= len(move.summary) <= 200, (move.id, len(move.summary))
        assert 1 <= move.summary.count(".") <= 3, move.id
        for text in (move.name, move.summary, move.precedent):
            assert "!" not in text, move.id
            assert "T13" not in text, move.id
        assert bool(move.sources), move.id


def test_that_every_seat_has_ten_moves_and_every_category_is_used() -> None:
    scenario = after_tehran()
    counts = Counter(actor for move in scenario.moves for actor in move.who)
    assert {seat.id: counts[seat.id] for seat in scenario.seats if counts[seat.id] < 10} == {}
    assert {move.category for move in scenario.moves} == set(Category)


@pytest.mark.parametrize("start", ["2023-10-07", "2024-04-14", "2024-07-31", "2024-10-02"])
def test_that_no_seat_is_idle_on_the_first_day(start: str) -> None:
    scenario = after_tehran()
    world = first_turn(scenario, start)
    for seat in scenario.seats:
        options = move_options(scenario, world, seat.id)
        assert len(options) >= FEWEST_MOVES
        opened = [option.move for option in options if not option.code]
        assert len(opened) >= FEWEST_OPEN, (seat.id, opened)
        assert len({scenario.move[move].category for move in opened}) >= 3, seat.id


def test_that_a_telegraphed_barrage_needs_a_preview_in_the_same_plan_or_before() -> None:
    scenario = after_tehran()
    world = first_turn(scenario, "2024-07-31")
    iran, israel = ActorId("IRN"), ActorId("ISR")
    barrage = Order(MoveId("M11"), israel)
    preview = Order(MoveId("D04"), ActorId("QAT"))
    refusal = refusal_of(scenario, world, iran, barrage)
    assert refusal is not None
    assert refusal[0] == "preview.missing"
    assert refusal_of(scenario, world, iran, barrage, (preview,)) is None


def test_that_a_barrage_planned_with_its_preview_goes_off_a_turn_later_with_notice_given() -> None:
    scenario = after_tehran()
    iran = ActorId("IRN")
    sheet = (Order(MoveId("D04"), ActorId("QAT")), Order(MoveId("M11"), ActorId("ISR")))
    world = first_turn(scenario, "2024-07-31")
    barrages: list[ActResolved] = []
    for turn, orders in ((1, sheet), (2, ())):
        world = replace(world, turn=turn, phase=Phase.ADJUDICATE, sealed=((iran, orders),))
        world = replace(world, turns=(*world.turns, ()) if turn > len(world.turns) else world.turns)
        for number, event in enumerate(adjudicate(scenario, world), start=1):
            world = apply(scenario, world, event, 100 * turn + number)
            if isinstance(event, ActResolved) and event.order.move == "M11":
                barrages.append(event)
    assert [(act.turn, act.actor, act.front) for act in barrages] == [(2, iran, "direct")]
    assert barrages[0].warning_hours >= 24


def test_that_talks_count_on_the_front_of_the_two_sides() -> None:
    scenario = after_tehran()
    world = first_turn(scenario, "2024-07-31")
    israel, hamas, hezbollah = ActorId("ISR"), ActorId("HAM"), ActorId("HZB")
    read = scenario.layout.read
    assert read(world.values, "talks", "gaza") >= 0.15
    assert refusal_of(scenario, world, israel, Order(MoveId("D09"), hamas)) is None
    assert read(world.values, "talks", "lebanon") < 0.6
    refusal = refusal_of(scenario, world, israel, Order(MoveId("D08"), hezbollah))
    assert refusal is not None
    assert refusal[0] == "talks.low"


def test_that_steps_above_the_line_wait_for_a_direct_strike_on_record() -> None:
    scenario = after_tehran()
    world = first_turn(scenario, "2024-07-31")
    israel, iran = ActorId("ISR"), ActorId("IRN")
    for move, actor, target in (
        ("M14", israel, iran),
        ("M15", israel, iran),
        ("M20", israel, iran),
        ("N04", israel, iran),
        ("E08", iran, ActorId("USA")),
    ):
        refusal = refusal_of(scenario, world, actor, Order(MoveId(move), target))
        assert refusal is not None, move
        assert refusal[0] == "precedent.missing", move
    assert refusal_of(scenario, world, israel, Order(MoveId("M13"), iran)) is None
