"""How the model's types lie in a file.

msgspec reads and writes frozen dataclasses by itself, except where a union of several of them
occurs: conditions, and therefore orders and everything that holds an order. Those get a twin that
is derived from the model's own fields, so that a new field of the model needs nothing here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, UnsetType

from wargame.model.conditions import Condition
from wargame.model.world import World
from wargame.storage.condition_codec import WireCondition, pack_condition, unpack_condition

Change = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Form:
    """How a type lies in a file.

    Attributes:
        wire: The type that msgspec reads and writes.
        pack: From the model's value to the wire's; None where they are the same.
        unpack: The way back; None where they are the same.
    """

    wire: Any
    pack: Change | None = None
    unpack: Change | None = None


_CONDITIONS = frozenset(get_args(Condition))


@cache
def form_of(annotation: Any) -> Form:
    """How values of a type lie in a file.

    Args:
        annotation: A dataclass of the model or anything that its fields are annotated with.
    """
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _form_of_class(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {types.UnionType, typing.Union}:
        return _form_of_union(arguments)
    if origin is tuple:
        return _form_of_tuple(arguments)
    return Form(annotation)


def _form_of_union(members: tuple[Any, ...]) -> Form:
    some = tuple(member for member in members if member is not type(None))
    if frozenset(some) == _CONDITIONS:
        form = Form(WireCondition, pack_condition, unpack_condition)
    elif len(some) == 1:
        form = form_of(some[0])
    else:
        raise TypeError(f"No form for a union of {members}")
    if len(some) == len(members):
        return form
    return Form(form.wire | None, _unless_none(form.pack), _unless_none(form.unpack))


def _unless_none(change: Change | None) -> Change | None:
    if change is None:
        return None
    return lambda value: None if value is None else change(value)


def _form_of_tuple(arguments: tuple[Any, ...]) -> Form:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = form_of(arguments[0])
        wire = tuple.__class_getitem__((item.wire, ...))
        return Form(wire, _for_each(item.pack), _for_each(item.unpack))
    forms = tuple(form_of(argument) for argument in arguments)
    wire = tuple.__class_getitem__(tuple(form.wire for form in forms))
    return Form(
        wire,
        _place_by_place(tuple(form.pack for form in forms)),
        _place_by_place(tuple(form.unpack for form in forms)),
    )


def _for_each(change: Change | None) -> Change | None:
    if change is None:
        return None
    return lambda values: tuple(map(change, values))


def _place_by_place(changes: tuple[Change | None, ...]) -> Change | None:
    if not any(changes):
        return None
    return lambda values: tuple(
        change(value) if change else value for change, value in zip(changes, values, strict=True)
    )


def _form_of_class(model: type) -> Form:
    hints = get_type_hints(model)
    names = tuple(field.name for field in fields(model))
    forms = [_form_of_field(model, name, hints[name]) for name in names]
    if not any(form.pack for form in forms):
        return Form(model)
    wire = msgspec.defstruct(
        model.__name__,
        [
            (field.name, form.wire)
            if field.default is MISSING
            else (field.name, form.wire, UNSET if _is_added(field) else field.default)
            for field, form in zip(fields(model), forms, strict=True)
        ],
        forbid_unknown_fields=True,
        gc=False,
    )
    packs = tuple((n, form.pack) for n, form in enumerate(forms) if form.pack)
    unpacks = tuple((n, form.unpack) for n, form in enumerate(forms) if form.unpack)

    read_fields = _reader_of(names)

    added = tuple((n, field.default) for n, field in enumerate(fields(model)) if _is_added(field))

    def pack(value: Any) -> Any:
        given = read_fields(value)
        parts = list(given)
        for n, change in packs:
            if parts[n] is not None:
                parts[n] = change(parts[n])
        for n, default in added:
            if given[n] == default:
                parts[n] = UNSET
        return wire(*parts)

    def unpack(twin: Any) -> Any:
        parts = list(msgspec.structs.astuple(twin))
        for n, change in unpacks:
            if parts[n] is not None and parts[n] is not UNSET:
                parts[n] = change(parts[n])
        for n, default in added:
            if parts[n] is UNSET:
                parts[n] = default
        return model(*parts)

    return Form(wire, pack, unpack)


def _reader_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the named attributes of a value as a tuple."""
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _form_of_field(model: type, name: str, hint: Any) -> Form:
    """The form of a field; what a world has lived through lies there as numbers of events only.

    The events themselves are in the log already; snapshots that repeated them would grow with the
    square of the game's length.
    """
    if model is World and name == "turns":
        return Form(tuple[tuple[int, ...], ...], _event_numbers, lambda turns: turns)
    form = form_of(hint)
    if not _is_added(next(field for field in fields(model) if field.name == name)):
        return form
    # The change of an added field is never None: that is how a class knows that it needs a twin.
    return Form(form.wire | UnsetType, form.pack or _as_it_is, form.unpack)


def _is_added(field: Field[Any]) -> bool:
    """Whether a field was added to a form that files had already, see ``model/added.py``."""
    return bool(field.metadata.get("added"))


def _as_it_is(value: Any) -> Any:
    return value


def _event_numbers(turns: tuple[tuple[tuple[int, object], ...], ...]) -> Any:
    return tuple(tuple(number for number, _ in turn) for turn in turns)
