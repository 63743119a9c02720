"""Input that makes no sense: one plain sentence, and nothing changes (issue 3, list 5).

Orders, what-ifs, timeline rows and salvos with unknown names, counts below nought, not-a-numbers,
rungs of 99 and millions of weapons, by the thousand.
"""

from __future__ import annotations

import math
import string
import struct
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wargame.engine.index_replay import index_along
from wargame.engine.law.parameters import constants
from wargame.engine.legal_moves import sheet_refusal
from wargame.engine.salvo import fly, shields
from wargame.engine.start import start_world
from wargame.engine.timeline_file import read_timeline
from wargame.errors import RuleError, WargameError
from wargame.model.events import SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId, Phase, Weapon
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.forecasts.what_if import Asked, changed_scenario
from wargame.play.library import find_scenario
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings
from wargame.scenarios.order_file import read_orders

THOUSANDS = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def world() -> World:
    """The first planning phase."""
    seats = tuple(Seat(a.id, Controller.PEOPLE) for a in scenario().seats)
    plan = replace(default_settings(scenario()), seats=seats)
    begun = start_world(scenario(), SessionStarted(scenario().id, "", "2", plan))
    return replace(begun, turn=1, phase=Phase.PLAN, turns=((),))


def is_one_sentence(text: str) -> bool:
    """Whether a refusal can be read aloud: one line, begun and ended, not endless."""
    plain = bool(text) and text == text.strip() and "\n" not in text and len(text) < 400
    return plain and text.endswith((".", "?")) and "Traceback" not in text


Found = TypeVar("Found")


def tried(call: Callable[[], Found]) -> Found | str:
    """What a call gives, or the words with which it is refused."""
    try:
        return call()
    except WargameError as refused:
        return str(refused)


names = st.text(max_size=60)
numbers = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([math.nan, math.inf, -math.inf, -1.0, 99.0, 2e6, 1e308]),
)
actors = st.one_of(
    st.sampled_from([a.id for a in find_scenario("after-tehran").scenario.actors]), names
)
moves = st.one_of(
    st.sampled_from([str(m.id) for m in find_scenario("after-tehran").scenario.moves]), names
)
counts = st.one_of(st.integers(-(10**12), 10**12), st.sampled_from([0, -1, 2_000_000]))


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Any order whatever."""
    weapons = st.tuples(st.sampled_from(Weapon), counts)
    return Order(
        MoveId(draw(moves)),
        draw(st.one_of(st.none(), actors.map(ActorId))),
        tuple(draw(st.lists(weapons, max_size=6))),
        draw(numbers),
        tuple(map(ActorId, draw(st.lists(actors, max_size=3)))),
        overt=draw(st.booleans()),
        meant=draw(st.one_of(st.none(), numbers)),
        audience=tuple(map(ActorId, draw(st.lists(actors, max_size=2)))),
    )


@given(seat=st.sampled_from([a.id for a in scenario().seats]), sheet=st.lists(orders(), max_size=4))
@THOUSANDS
def test_that_any_sheet_whatever_is_sound_or_gets_one_sentence(
    seat: ActorId, sheet: list[Order]
) -> None:
    before = world().state_hash()
    refusal = sheet_refusal(scenario(), world(), seat, sheet)
    assert world().state_hash() == before
    if refusal is not None:
        assert is_one_sentence(refusal[1]), refusal
        return
    for order in sheet:
        assert order.move in scenario().move
        assert math.isfinite(order.warning_hours)
        assert order.meant is None or 0 <= order.meant <= 20
        assert all(count >= 0 for _, count in order.salvo)


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> LiveGame:
    """A game on disk in its first planning phase."""
    loaded = find_scenario("after-tehran")
    seats = tuple(Seat(a.id, Controller.PEOPLE) for a in loaded.scenario.seats)
    plan = replace(default_settings(loaded.scenario), seats=seats)
    made = new_game(loaded, plan, tmp_path_factory.mktemp("senseless") / "game.wargame")
    made.start_planning()
    return made


@given(sheet=st.lists(orders(), min_size=1, max_size=4))
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_that_a_refused_sheet_leaves_no_trace_in_the_game(
    game: LiveGame, sheet: list[Order]
) -> None:
    hash_before, events = game.world.state_hash(), game.world.events
    if sheet_refusal(game.scenario, game.world, ActorId("ISR"), sheet) is None:
        return
    with pytest.raises(RuleError) as refused:
        game.seal(ActorId("ISR"), tuple(sheet))
    assert is_one_sentence(str(refused.value))
    assert (game.world.state_hash(), game.world.events) == (hash_before, events)


paths = st.one_of(
    st.sampled_from([f"parameters.{key}" for key in constants()]),
    st.sampled_from(["face.IRN", "dyads.ISR-IRN.trust", "actors.IRN.face", "doctrine.ISR.ceiling"]),
    names,
)


@given(path=paths, value=numbers)
@THOUSANDS
def test_that_any_what_if_whatever_is_sound_or_gets_one_sentence(path: str, value: float) -> None:
    found = tried(lambda: changed_scenario(scenario(), world(), Asked(((path, value),))))
    if isinstance(found, str):
        assert is_one_sentence(found), path
        return
    of, changed, asked = found
    assert math.isfinite(value), path
    assert all(map(math.isfinite, asked.parameters.values()))
    now = struct.unpack(f"<{of.layout.size}d", changed.values)
    then = struct.unpack(f"<{of.layout.size}d", world().values)
    for at, (number, before) in enumerate(zip(now, then, strict=True)):
        if number != before:
            variable = BY_NAME[of.layout.addresses[at].variable]
            assert variable.low <= number <= variable.high, variable.name


@given(
    words=st.lists(st.one_of(names, st.sampled_from(["1", "ISR", "M13", "IRN", "99"])), max_size=5)
)
@THOUSANDS
def test_that_any_forced_order_whatever_is_sound_or_gets_one_sentence(words: list[str]) -> None:
    for asked in (Asked(orders=(" ".join(words),)), Asked(forbidden=(" ".join(words),))):
        found = tried(lambda asked=asked: changed_scenario(scenario(), world(), asked))  # type: ignore[misc]
        assert not isinstance(found, str) or is_one_sentence(found), words


cells = st.one_of(
    st.sampled_from(["2024-04-13", "2024-13-45", "nan", "inf", "-1", "99", "2000000", "gaza", ""]),
    st.text(string.printable, max_size=12),
    numbers.map(str),
)
HEADER = "date,theatre_rung,goldstein,front,munitions,deaths,home_turf\n"


@given(rows=st.lists(st.lists(cells, min_size=4, max_size=7), min_size=1, max_size=4))
@THOUSANDS
def test_that_any_timeline_row_whatever_is_sound_or_gets_one_sentence(
    rows: list[list[str]],
) -> None:
    text = HEADER + "".join(",".join(row) + "\n" for row in rows)
    days = tried(lambda: index_along(read_timeline(text)))
    if isinstance(days, str):
        assert is_one_sentence(days), text
        return
    assert all(0 <= day.index <= 100 for day in days)


@given(
    launched=st.dictionaries(st.sampled_from(Weapon), counts, max_size=5),
    hours=numbers,
    partners=numbers,
    stock=numbers,
    draws=st.sampled_from([1, 0, -5]),
)
@settings(max_examples=1000, deadline=None)
def test_that_any_salvo_whatever_is_flown_or_gets_one_sentence(
    launched: dict[Weapon, int], hours: float, partners: float, stock: float, draws: int
) -> None:
    found = tried(
        lambda: fly(
            launched,
            shields()["nation"],
            warning_hours=hours,
            partners=partners,
            stock=stock,
            draws=draws,
            seed=1,
        )
    )
    if isinstance(found, str):
        assert is_one_sentence(found), launched
        return
    assert 0 <= found.leak.mean <= sum(launched.values())


GARBAGE = ("orders: 7", "- nonsense", "turn 1:\n\t- x", "\x00", "turns:\n  1: {ISR: [{move: 5}]}")


@pytest.mark.parametrize("text", GARBAGE, ids=range(len(GARBAGE)))
def test_that_garbage_in_an_orders_file_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "orders.yaml"
    path.write_text(text, "utf-8")
    found = tried(lambda: read_orders(path))
    assert isinstance(found, str), found
    assert found
    assert "Traceback" not in found
