"""Events, orders and worlds come back from a file exactly as they went in, or are refused."""

from __future__ import annotations

import itertools
import json
import math
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.any_values import any_value_of
from tests.storage.samples import AT, IRN, ORDER, new_save, opening_events, world_after
from wargame.errors import InternalError, SaveError
from wargame.model.conditions import AllOf, Condition, Not, Struck
from wargame.model.events import EVENT_TYPES, Event, OrdersSealed
from wargame.model.ids import MoveId
from wargame.model.orders import Order
from wargame.model.world import World
from wargame.storage import codec
from wargame.storage.measure import typical_events

_KINDS: tuple[type, ...] = EVENT_TYPES
any_event = st.one_of([any_value_of(kind) for kind in _KINDS])


@given(any_event)
@settings(max_examples=300)
def test_that_every_event_is_read_back_as_it_was_written(event: Event) -> None:
    payload, read_back = codec.encode_event(event)
    assert read_back == event
    assert codec.decode_event(event.kind, payload) == event


@given(any_event)
def test_that_what_was_read_back_is_written_with_the_same_bytes(event: Event) -> None:
    payload, read_back = codec.encode_event(event)
    assert codec.encode_event(read_back) == (payload, read_back)
    assert codec.is_canonical(read_back, payload)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_floats_keep_every_bit(number: float) -> None:
    payload = codec.encode_order(replace(ORDER, warning_hours=number))
    read = codec.decode_order(payload).warning_hours
    assert struct.pack("<d", read) == struct.pack("<d", number)


def test_that_payloads_are_plain_json_in_the_order_of_the_fields() -> None:
    payload, _ = codec.encode_event(OrdersSealed(IRN, (Order(MoveId("M3")),)))
    assert payload.decode() == (
        '{"seat":"IRN","orders":[{"move":"M3","target":null,"salvo":[],"warning_hours":0.0,'
        '"told":[],"overt":true,"meant":null,"audience":[],"message":"","rationale":"",'
        '"condition":null}]}'
    )


def test_that_conditions_say_what_they_are() -> None:
    order = Order(MoveId("M3"), condition=Not(Struck(10.0, by=IRN)))
    assert json.loads(codec.encode_order(order))["condition"] == {
        "is": "not",
        "part": {"is": "struck", "rung": 10.0, "by": "IRN", "whom": None},
    }


def test_that_a_whole_number_in_a_float_field_becomes_a_float() -> None:
    payload, read_back = codec.encode_event(OrdersSealed(IRN, (replace(ORDER, warning_hours=24),)))
    assert b'"warning_hours":24.0' in payload
    assert isinstance(read_back, OrdersSealed)
    assert repr(read_back.orders[0].warning_hours) == "24.0"


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("field", ["warning_hours", "meant"])
def test_that_numbers_that_json_cannot_hold_are_refused(field: str, number: float) -> None:
    order = replace(ORDER, **{field: number})  # type: ignore[arg-type]
    with pytest.raises(InternalError):
        codec.encode_event(OrdersSealed(IRN, (order,)))
    with pytest.raises(InternalError):
        codec.encode_order(order)


def test_that_half_a_character_is_refused() -> None:
    with pytest.raises(InternalError, match="cannot be written"):
        codec.encode_order(replace(ORDER, message="\ud83d"))


@pytest.mark.parametrize("wrong", [object(), 2**70, ["a", "list"], "text"])
def test_that_a_value_of_the_wrong_type_is_refused(wrong: object) -> None:
    with pytest.raises(InternalError):
        codec.encode_order(replace(ORDER, told=wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b'{"turn":1}',
        b'{"turn":"1","phase":"brief"}',
        b'{"turn":1.5,"phase":"brief"}',
        b'{"turn":1,"phase":"lunch"}',
        b'{"turn":1,"phase":"brief"} {}',
        b'{"turn":1,"phase":"\xff"}',
    ],
)
def test_that_a_payload_that_is_not_as_expected_is_refused(payload: bytes) -> None:
    with pytest.raises(SaveError, match="not as expected"):
        codec.decode_event("phase-began", payload)


def test_that_an_unknown_kind_of_event_is_refused() -> None:
    with pytest.raises(SaveError, match="no event of kind “coup”"):
        codec.decode_event("coup", b"{}")


@pytest.mark.parametrize("number", [b"1e999", b"NaN", b"null"])
def test_that_a_number_that_is_none_is_refused_on_reading(number: bytes) -> None:
    payload = codec.encode_order(ORDER).replace(
        b'"warning_hours":72.0', b'"warning_hours":' + number
    )
    with pytest.raises(SaveError):
        codec.decode_order(payload)


def test_that_a_condition_nested_without_end_is_refused_and_no_crash() -> None:
    bomb = b'{"is":"not","part":' * 100_000 + b"1" + b"}" * 100_000
    payload = codec.encode_order(Order(MoveId("M3"))).replace(
        b'"condition":null', b'"condition":' + bomb
    )
    with pytest.raises(SaveError):
        codec.decode_order(payload)


def test_that_deep_conditions_within_reason_are_kept() -> None:
    condition: Condition = Struck(3.0)
    for _ in range(60):
        condition = AllOf((Not(condition),))
    order = Order(MoveId("M3"), condition=condition)
    assert codec.decode_order(codec.encode_order(order)) == order


def test_that_a_world_comes_back_with_everything_that_happened_in_it(tmp_path: Path) -> None:
    with new_save(tmp_path / "a.wargame") as save:
        save.append((*opening_events(), *typical_events(60)), AT)
        world = world_after(save)
        events = {record.number: record.event for record in save.records()}
    bare, numbers = codec.decode_world(codec.encode_world(world))
    again = codec.with_happenings(bare, numbers, events)
    assert again == world
    assert again.state_hash() == world.state_hash()


@given(any_value_of(World))
@settings(max_examples=60)
def test_that_every_world_is_read_back_as_it_was(world: World) -> None:
    numbers = itertools.count(1)
    turns = tuple(tuple((next(numbers), what) for _, what in turn) for turn in world.turns)
    world = replace(world, turns=turns)
    bare, by_turn = codec.decode_world(codec.encode_world(world))
    assert codec.with_happenings(bare, by_turn, dict(world.happenings())) == world


@pytest.mark.parametrize("packed", [b"", b"not packed", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_that_a_broken_snapshot_is_refused(packed: bytes) -> None:
    with pytest.raises(SaveError):
        codec.decode_world(packed)
