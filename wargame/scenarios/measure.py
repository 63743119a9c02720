"""Reads the one line in which a condition compares a variable with a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from wargame.model.conditions import Compare

_NAME = re.compile(r"[^\s<>=!]+")
_COMPARE = re.compile(r"[<>=!]+")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_COMPARES = (">=", "<=", ">", "<", "==")


class MeasureError(ValueError):
    """The line is no comparison.

    Attributes:
        offset: Character at which it goes wrong, from 0.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Comparison:
    """A line such as ``debt.actor.target >= 4``, taken apart.

    Attributes:
        variable: The variable, or ``turn``.
        names: What stands after it, at most two.
        offsets: Where each name begins, from 0.
        compare: The comparison.
        value: The number.
        value_offset: Where the number begins, from 0.
    """

    variable: str
    names: tuple[str, ...]
    offsets: tuple[int, ...]
    compare: Compare
    value: float
    value_offset: int


def read_measure(line: str) -> Comparison:
    """The parts of a comparison.

    >>> read_measure("face.ISR < 0.5").names
    ('ISR',)

    Raises:
        MeasureError: The line is something else.
    """
    at = _after_spaces(line, 0)
    named = _NAME.match(line, at)
    if named is None:
        raise MeasureError("a comparison begins with the name of a variable", at)
    parts = named.group().split(".")
    if not all(parts):
        raise MeasureError("a name is missing beside a dot", at)
    offsets = [at]
    for part in parts[:-1]:
        offsets.append(offsets[-1] + len(part) + 1)
    at = _after_spaces(line, named.end())
    compared = _COMPARE.match(line, at)
    if compared is None or compared.group() not in _COMPARES:
        found = f", found “{compared.group()}”" if compared else ""
        raise MeasureError(f"expected one of {', '.join(_COMPARES)}{found}", at)
    value_at = _after_spaces(line, compared.end())
    number = _NUMBER.match(line, value_at)
    if number is None or abs(float(number.group())) > 1e15:
        raise MeasureError("expected a number after the comparison", value_at)
    end = _after_spaces(line, number.end())
    if end < len(line):
        raise MeasureError("something stands after the number", end)
    return Comparison(
        parts[0],
        tuple(parts[1:]),
        tuple(offsets[1:]),
        cast("Compare", compared.group()),
        float(number.group()),
        value_at,
    )


def _after_spaces(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at
