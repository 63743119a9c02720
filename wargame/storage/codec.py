"""The codec: events, drafts and worlds to canonical JSON and back, checked on reading.

Canonical means that equal values give equal bytes: keys in the order of the model's fields, no
spaces, floats in their shortest form, whole numbers of a float field with their ``.0``, no NaN and
no infinity. The hash chain stands on these bytes.
"""

from __future__ import annotations

import gc
import zlib
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol, TypeVar, cast

import msgspec

from wargame.errors import InternalError, SaveError
from wargame.model.debrief_entries import ENTRY_TYPES, DebriefEntry
from wargame.model.events import EVENT_TYPES, Event
from wargame.model.orders import Order
from wargame.model.rulings import told_turns
from wargame.model.world import World
from wargame.storage.wire import Form, form_of

_T = TypeVar("_T")

_LARGEST_WORLD = 256 * 2**20


class _Decoder(Protocol):
    def decode(self, payload: bytes, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class _Kind:
    """What it takes to read one kind of event."""

    decoder: _Decoder
    form: Form


def encode_event(event: Event) -> tuple[bytes, Event]:
    """The canonical bytes of an event, and the event as it will be read back from them.

    The two are compared here, so that a value that JSON cannot hold is refused before it reaches
    the log.

    Raises:
        InternalError: The event holds NaN, an infinity or a value of the wrong type.
    """
    return _written_and_read(event)


def decode_event(kind: str, payload: bytes) -> Event:
    """The event in these bytes.

    Raises:
        SaveError: The bytes hold no such event.
    """
    try:
        reader = _kinds()[kind]
    except KeyError:
        raise SaveError(f"There is no event of kind “{kind}”.") from None
    return cast("Event", _decode(reader.decoder, reader.form, payload))


def is_canonical(event: Event, payload: bytes) -> bool:
    """Whether these are the bytes that the event would be written as."""
    return _encode(_kinds()[event.kind].form, event) == payload


def encode_entry(entry: DebriefEntry) -> tuple[bytes, DebriefEntry]:
    """The canonical bytes of an entry of the notebook, and the entry as it will be read back.

    Raises:
        InternalError: The entry holds NaN, an infinity or a value of the wrong type.
    """
    return _written_and_read(entry)


def is_entry_kind(kind: str) -> bool:
    """Whether this version knows entries of a kind."""
    return kind in _entry_kinds()


def decode_entry(kind: str, payload: bytes) -> DebriefEntry:
    """The entry in these bytes.

    Raises:
        SaveError: The bytes hold no such entry.
    """
    try:
        reader = _entry_kinds()[kind]
    except KeyError:
        raise SaveError(f"There is no note of kind “{kind}”.") from None
    return cast("DebriefEntry", _decode(reader.decoder, reader.form, payload))


def encode_order(order: Order) -> bytes:
    """The canonical bytes of an order, as a draft keeps it.

    Raises:
        InternalError: The order holds NaN, an infinity or a value of the wrong type.
    """
    return _written_and_read(order)[0]


def decode_order(payload: bytes) -> Order:
    """The order in these bytes.

    Raises:
        SaveError: The bytes hold no order.
    """
    return cast("Order", _decode(_decoder_of(Order), form_of(Order), payload))


def encode_world(world: World) -> bytes:
    """A world, compressed; what happened in it as numbers of events only."""
    # Level 1: higher levels take five times as long for a tenth of the size.
    return zlib.compress(_encode(form_of(World), world), 1)


def decode_world(packed: bytes) -> tuple[World, tuple[tuple[int, ...], ...]]:
    """A world without what happened in it, and the numbers of those events by turn.

    Raises:
        SaveError: The bytes hold no world.
    """
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, _LARGEST_WORLD)
    except zlib.error:
        raise SaveError("The snapshot cannot be unpacked.") from None
    twin = _decode(_decoder_of(World), form_of(World), text)
    numbers: tuple[tuple[int, ...], ...] = twin.turns
    return replace(twin, turns=()), numbers


def with_happenings(
    world: World, numbers: tuple[tuple[int, ...], ...], events: Mapping[int, Event]
) -> World:
    """The world of a snapshot with the events that happened in it, as they were ruled.

    Raises:
        KeyError: An event is missing.
    """
    return replace(world, turns=told_turns(numbers, world.rulings, events))


@contextmanager
def without_collector() -> Iterator[None]:
    """Holds the cycle collector while many small frozen values are made.

    A log of 10,000 events makes more than 300,000 of them, none in a cycle; with the collector
    running, the same work takes nearly twice as long.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Both together move what was made to the oldest generation at once. Otherwise the next
            # allocation would look through all of it, which takes 100 ms.
            gc.freeze()
            gc.unfreeze()
        gc.enable()


def _written_and_read(value: _T) -> tuple[bytes, _T]:
    """Canonical bytes of a value and the value that will be read from them, which must be equal."""
    model: type = type(value)
    form, decoder = form_of(model), _decoder_of(model)
    try:
        twin = _parse(decoder, _encode(form, value))
    except SaveError as error:
        raise InternalError(f"A {model.__name__} cannot be written. {error}") from error
    read_back: _T = form.unpack(twin) if form.unpack else twin
    if read_back != value:
        raise InternalError(f"A {model.__name__} would not be read back as it was.")
    # Encoded once more: a whole number given where a float belongs is written as a float.
    return msgspec.json.encode(twin), read_back


@cache
def _kinds() -> Mapping[str, _Kind]:
    return {event.kind: _kind_of(event) for event in EVENT_TYPES}


@cache
def _entry_kinds() -> Mapping[str, _Kind]:
    return {entry.kind: _kind_of(entry) for entry in ENTRY_TYPES}


def _kind_of(model: type) -> _Kind:
    return _Kind(_decoder_of(model), form_of(model))


@cache
def _decoder_of(model: Hashable) -> _Decoder:
    return cast("_Decoder", msgspec.json.Decoder(form_of(model).wire))


def _encode(form: Form, value: object) -> bytes:
    try:
        return msgspec.json.encode(form.pack(value) if form.pack else value)
    except (TypeError, ValueError, OverflowError) as error:
        name = type(value).__name__
        raise InternalError(f"A value of type {name} cannot be written: {error}.") from error


def _decode(decoder: _Decoder, form: Form, payload: bytes) -> Any:
    twin = _parse(decoder, payload)
    return form.unpack(twin) if form.unpack else twin


def _parse(decoder: _Decoder, payload: bytes) -> Any:
    try:
        return decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SaveError(f"Its content is not as expected: {error}.") from error
