"""Kinds of values in compiled code, and where the fields of a record lie."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

RecordType = np.dtype[np.void]


class Kind(Enum):
    """A kind of value; the words are LLVM's."""

    TRUTH = "i1"
    WHOLE = "i64"
    NUMBER = "double"
    NOTHING = "void"
    RECORD = "ptr"


OF_ANNOTATION = {
    "int": Kind.WHOLE,
    "float": Kind.NUMBER,
    "bool": Kind.TRUTH,
    "None": Kind.NOTHING,
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the text of a function: its kind, and its name or literal."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record.

    Attributes:
        kind: Whole or number.
        offset: Bytes from the start of the record.
        shape: Lengths of its axes; empty for a single value.
        word: What tells its memory from that of other fields; empty when it lies over others.
    """

    kind: Kind
    offset: int
    shape: tuple[int, ...]
    word: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of a record lie.

    Attributes:
        fields: Every field by name.
        is_fixed: Whether nothing writes to it while compiled code runs.
    """

    fields: Mapping[str, Field]
    is_fixed: bool


def layout_of(name: str, record: RecordType, *, is_fixed: bool) -> Layout:
    """The layout of a NumPy record; a field that lies over others has no word of its own.

    Args:
        name: What tells its memory from that of other records.
        record: Its type.
        is_fixed: Whether nothing writes to it while compiled code runs.
    """
    fields = {}
    for field, (kind, offset) in _spans(record).items():
        over = _lies_over_others(record, field)
        fields[field] = Field(
            Kind.WHOLE if kind.base.kind == "i" else Kind.NUMBER,
            offset,
            kind.shape,
            "" if over else f"{name}.{field}",
        )
    return Layout(fields, is_fixed)


def _lies_over_others(record: RecordType, field: str) -> bool:
    spans = _spans(record)
    kind, offset = spans.pop(field)
    return any(
        at < offset + kind.itemsize and offset < at + other.itemsize for other, at in spans.values()
    )


def _spans(record: RecordType) -> dict[str, tuple[np.dtype[np.generic], int]]:
    """The type and the offset of every field."""
    known = record.fields
    if known is None or record.names is None:
        return {}
    return {name: (known[name][0], int(known[name][1])) for name in record.names}


def number(value: float) -> str:
    """A float as LLVM reads it, exactly."""
    return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"


def constant(value: object) -> Value | None:
    """A constant of the law as a value; None when it is no number."""
    if isinstance(value, bool):
        return Value(Kind.TRUTH, "true" if value else "false")
    if isinstance(value, int):
        return Value(Kind.WHOLE, str(int(value)))
    if isinstance(value, float):
        return Value(Kind.NUMBER, number(value))
    return None
