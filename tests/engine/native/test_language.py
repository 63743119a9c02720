"""The part of Python that the law is written in: compiled functions give what Python gives."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from types import FunctionType
from typing import Protocol

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.engine.native.machine import Door, machine_code
from wargame.engine.native.module import module_text
from wargame.engine.native.reachable import OutsideLanguageError, Replaced

TYPE = np.dtype([("x", "<f8", (4,)), ("n", "<i8", (4,)), ("grid", "<f8", (3, 5)), ("one", "<f8")])
TABLE = (0.5, 2.0, 8.0)
FEW, MANY = 1, 3
PLACES = (MANY, FEW)


class Box(Protocol):
    """The record of these tests; in plain Python it is a NumPy record."""

    x: list[float]
    n: list[int]
    grid: dict[tuple[int, int], float]
    one: float


def sums(b: Box) -> None:
    b.x[3] = (b.x[0] + b.x[1]) * b.x[2] - b.x[0] / 3 + b.n[0] * 2 + b.n[1] / 4
    b.n[3] = (b.n[0] * 5 - b.n[1]) & 0xFF | b.n[2] << 3 ^ (b.n[0] >> 1)
    b.one += 1


def rests(b: Box) -> None:
    b.n[2] = b.n[0] % 7
    b.n[3] = b.n[1] % -5


def extremes(b: Box) -> None:
    b.x[2] = max(b.x[0], b.x[1], 0)
    b.x[3] = min(b.x[0], b.n[0], b.x[1])
    b.n[2] = max(b.n[0], b.n[1])


def places(b: Box) -> None:
    at = b.n[0] % 4
    b.x[at] += 1.5
    b.grid[2, at] = b.x[3 - at]
    b.grid[min(at, 2), 4 - at] -= 0.25


def choices(b: Box) -> None:
    b.n[2] = 1 if b.x[0] < b.x[1] <= b.x[2] else 2
    if b.n[0] > 0 and (b.x[0] > 0.0 or not b.n[1]):
        b.n[3] = 1
    elif b.n[0] in (MANY, b.n[1]):
        b.n[3] = 2
    else:
        b.n[3] = 3
    soft = (FEW, b.n[1])
    if b.n[0] not in soft:
        b.n[3] += 10


def loops(b: Box) -> None:
    total, count = 0.0, 0
    for i in range(3):
        for j in range(4, 0, -2):
            if i == j:
                continue
            total += b.grid[i, j]
            count += 1
            if count > 4:
                break
    left = b.n[0] % 6
    while left > 0:
        total *= 0.5
        left -= 1
    for place in PLACES:
        total += TABLE[place - 1] * place
    b.x[3] = total
    b.n[3] = count


def roots(b: Box) -> None:
    b.x[2] = math.sqrt(max(b.x[0], 0.0))
    b.n[2] = math.floor(b.x[1])
    b.n[3] = int(b.x[1])
    b.x[3] = doubled(b.x[0], b.n[0]) if is_large(b.x[1]) else float(b.n[1])


def exponents(b: Box) -> None:
    x = max(abs_of(b.x[0]), 5e-324)
    b.x[2] = math.frexp(x)[0]
    b.n[2] = math.frexp(x)[1]
    b.x[3] = math.ldexp(1.0, int(min(max(20 * b.n[0], -1022), 1023)))


def abs_of(x: float) -> float:
    return x if x >= 0.0 else -x


def doubled(x: float, times: int) -> float:
    if times <= 0:
        return x
    return 2.0 * x


def is_large(x: float) -> bool:
    return bool(x > 10.0 or x < -10.0)


def silent(_b: Box) -> bool:
    return False


def heard(b: Box) -> None:
    if silent(b):
        b.one = 1.0
    else:
        b.one = 2.0


def outside(b: Box) -> None:
    b.x[0] = sum([b.x[1]])


def writes_what_is_fixed(b: Box) -> None:
    b.x[0] = 1.0


def counts_from_the_end(b: Box) -> None:
    b.x[-1] = 1.0


def compiled(function: Callable[[Box], None], **options: object) -> Door:
    assert isinstance(function, FunctionType)
    fixed = ("Box",) if options.get("fixed") else ()
    replaced: Replaced = {silent: True} if options.get("replaced") else {}
    return Door(machine_code(module_text(function, {"Box": TYPE}, fixed, replaced)), 1)


@pytest.fixture(scope="module")
def doors() -> dict[str, tuple[Callable[[Box], None], Door]]:
    functions = (sums, rests, extremes, places, choices, loops, roots, exponents)
    return {function.__name__: (function, compiled(function)) for function in functions}


numbers = st.floats(-1e6, 1e6) | st.sampled_from([0.0, -0.0, 10.0, 1e-300, 3e-310])


@given(
    x=st.lists(numbers, min_size=4, max_size=4),
    n=st.lists(st.integers(-50, 50), min_size=4, max_size=4),
    grid=st.lists(numbers, min_size=15, max_size=15),
)
@settings(max_examples=300)
def test_that_compiled_and_plain_functions_give_the_same_bits(
    doors: dict[str, tuple[Callable[[Box], None], Door]],
    x: list[float],
    n: list[int],
    grid: list[float],
) -> None:
    for name, (function, door) in doors.items():
        native = np.zeros(1, TYPE)
        native["x"][0], native["n"][0] = x, n
        native["grid"][0] = np.reshape(grid, (3, 5))
        plain = native.copy().view(np.recarray)
        function(plain[0])
        door(native)
        assert native.tobytes() == plain.tobytes(), name


def test_that_what_is_left_out_gives_its_constant() -> None:
    record = np.zeros(1, TYPE)
    compiled(heard)(record)
    assert record["one"][0] == 2.0
    compiled(heard, replaced=True)(record)
    assert record["one"][0] == 1.0


def test_that_what_lies_outside_is_refused_by_name_and_line() -> None:
    with pytest.raises(OutsideLanguageError, match=r"test_language:\d+ outside"):
        compiled(outside)


def test_that_no_place_is_counted_from_the_end() -> None:
    with pytest.raises(OutsideLanguageError, match=r"counts_from_the_end: cannot compile -1"):
        compiled(counts_from_the_end)


def test_that_nothing_may_write_to_a_table() -> None:
    with pytest.raises(OutsideLanguageError, match="writes_what_is_fixed"):
        compiled(writes_what_is_fixed, fixed=True)


def test_that_floats_keep_every_bit() -> None:
    for value in (0.1, -0.0, 5e-324, 1.7976931348623157e308):
        record = np.zeros(1, TYPE)
        record["x"][0, :3] = (value, 0.0, 1.0)
        compiled(sums)(record)
        expected = (value + 0.0) * 1.0 - value / 3 + 0 + 0.0
        assert record["x"][0, 3].tobytes() == struct.pack("<d", expected)
