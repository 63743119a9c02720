"""How conditions lie in a file: each with a word that says which kind of condition it is.

The model's conditions carry no such word, because in code the class says it. These twins do, and
nothing outside the codec sees them.
"""

from __future__ import annotations

from typing import Literal, cast

from msgspec import Struct

from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Since,
    Struck,
)
from wargame.model.ids import ActorId, FrontId, MoveId


class WireStruck(Struct, tag_field="is", tag="struck", forbid_unknown_fields=True):
    """Twin of ``Struck``."""

    rung: float
    by: str | None
    whom: str | None


class WireMeasure(Struct, tag_field="is", tag="measure", forbid_unknown_fields=True):
    """Twin of ``Measure``."""

    variable: str
    compare: Literal[">=", "<=", ">", "<", "=="]
    value: float
    first: str
    second: str


class WireActCount(Struct, tag_field="is", tag="act-count", forbid_unknown_fields=True):
    """Twin of ``ActCount``."""

    at_least: int
    rung: float
    by: str | None
    target: str | None
    front: str | None
    within_turns: int
    move: str | None


class WireMessageCount(Struct, tag_field="is", tag="message-count", forbid_unknown_fields=True):
    """Twin of ``MessageCount``."""

    at_least: int
    by: str | None
    to: str | None
    both_ways: bool
    within_turns: int


class WireElapsed(Struct, tag_field="is", tag="elapsed", forbid_unknown_fields=True):
    """Twin of ``Elapsed``."""

    minutes: float
    since: Literal["exercise", "turn", "planning"]


class WireAllOf(Struct, tag_field="is", tag="all-of", forbid_unknown_fields=True):
    """Twin of ``AllOf``."""

    parts: tuple[WireCondition, ...]


class WireAnyOf(Struct, tag_field="is", tag="any-of", forbid_unknown_fields=True):
    """Twin of ``AnyOf``."""

    parts: tuple[WireCondition, ...]


class WireNot(Struct, tag_field="is", tag="not", forbid_unknown_fields=True):
    """Twin of ``Not``."""

    part: WireCondition


WireCondition = (
    WireStruck
    | WireMeasure
    | WireActCount
    | WireMessageCount
    | WireElapsed
    | WireAllOf
    | WireAnyOf
    | WireNot
)


def pack_condition(condition: Condition) -> WireCondition:
    """The twin of a condition."""
    match condition:
        case Struck(rung, by, whom):
            return WireStruck(rung, by, whom)
        case Measure(variable, compare, value, first, second):
            return WireMeasure(variable, compare, value, first, second)
        case ActCount(at_least, rung, by, target, front, within_turns, move):
            return WireActCount(at_least, rung, by, target, front, within_turns, move)
        case MessageCount(at_least, by, to, both_ways, within_turns):
            return WireMessageCount(at_least, by, to, both_ways, within_turns)
        case Elapsed(minutes, since):
            return WireElapsed(minutes, since)
        case AllOf(parts):
            return WireAllOf(tuple(pack_condition(part) for part in parts))
        case AnyOf(parts):
            return WireAnyOf(tuple(pack_condition(part) for part in parts))
        case Not(part):
            return WireNot(pack_condition(part))


def unpack_condition(wire: WireCondition) -> Condition:
    """The condition whose twin this is."""
    match wire:
        case WireStruck():
            return Struck(wire.rung, _actor(wire.by), _actor(wire.whom))
        case WireMeasure():
            compare: Compare = wire.compare
            return Measure(wire.variable, compare, wire.value, wire.first, wire.second)
        case WireActCount():
            return ActCount(
                wire.at_least,
                wire.rung,
                _actor(wire.by),
                _actor(wire.target),
                cast("FrontId | None", wire.front),
                wire.within_turns,
                cast("MoveId | None", wire.move),
            )
        case WireMessageCount():
            return MessageCount(
                wire.at_least, _actor(wire.by), _actor(wire.to), wire.both_ways, wire.within_turns
            )
        case WireElapsed():
            since: Since = wire.since
            return Elapsed(wire.minutes, since)
        case WireAllOf():
            return AllOf(tuple(unpack_condition(part) for part in wire.parts))
        case WireAnyOf():
            return AnyOf(tuple(unpack_condition(part) for part in wire.parts))
        case WireNot():
            return Not(unpack_condition(wire.part))


def _actor(name: str | None) -> ActorId | None:
    return cast("ActorId | None", name)
