"""YAML 1.2 is read by its core schema, every value knows its place, bombs do not go off."""

from __future__ import annotations

import math
import time

import pytest

from wargame.scenarios.marks import Mark, plain
from wargame.scenarios.yaml_nodes import read_yaml

TOO_MANY = "the file holds more than 100000 values, counting what aliases repeat"


def data(text: str) -> object:
    root, flaws = read_yaml(text.encode(), "f.yaml")
    assert root is not None
    assert not flaws
    return plain(root)


def sentence(text: str | bytes) -> str:
    """The one flaw of a text, with its place."""
    _, (flaw,) = read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    return f"{flaw.mark.line}:{flaw.mark.column}: {flaw.message}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("012", 12),
        ("0o17", 15),
        ("0xff", 255),
        ("-3", -3),
        ("+3", 3),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("2024-07-31", "2024-07-31"),
        ("12:30:00", "12:30:00"),
        ("'001'", "001"),
        (".", "."),
        ("..", ".."),
        ("0x", "0x"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_that_plain_words_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    root, _ = read_yaml(f"a: {text}\n".encode(), "f.yaml")
    assert root is not None
    found = root.at(("a",)).value
    assert (found, type(found)) == (value, type(value))


def test_that_infinities_are_read_and_left_to_the_models() -> None:
    found = data("[.inf, -.INF, .nan, 1e999]")
    assert isinstance(found, list)
    assert found[:2] == [math.inf, -math.inf]
    assert isinstance(found[2], float)
    assert math.isnan(found[2])
    assert found[3] == math.inf


def test_that_a_key_without_a_value_is_as_if_not_written() -> None:
    assert data("a:\nb: ~\nc: null\nd: [~]\n") == {"d": [None]}


def test_that_values_and_keys_know_their_places() -> None:
    root, _ = read_yaml(b"a: 1\nb:\n  - x\n  - {c: 'y', d: z}\n", "f.yaml")
    assert root is not None
    assert root.keys["b"] == Mark("f.yaml", 2, 1)
    assert root.at(("b", 1, "c")).mark == Mark("f.yaml", 4, 9)
    assert root.at(("b", 1)).keys["d"] == Mark("f.yaml", 4, 14)
    assert root.at(("b", 1, "c", "deeper")).mark == Mark("f.yaml", 4, 9)


def test_that_a_byte_order_mark_does_not_shift_columns() -> None:
    root, _ = read_yaml(b"\xef\xbb\xbfa: 1\n", "f.yaml")
    assert root is not None
    assert root.at(("a",)).mark == Mark("f.yaml", 1, 4)


def test_that_an_alias_repeats_what_its_anchor_holds() -> None:
    assert data("a: &x [1, 2]\nb: *x\n") == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1: the key “a” was already given in line 1"),
        ("? [a]\n: 1\n", "1:3: a key must be a single word"),
        ("a: *x\n", "1:4: the alias *x stands for nothing written before it"),
        ("&x [*x]\n", "1:5: the alias *x stands for nothing written before it"),
        ("a: !cafe x\n", "1:4: the tag !cafe is not used in scenario files"),
        ('a: "\\0"\n', "1:4: the character U+0000 cannot be part of a text"),
        ('a: "\\ud800"\n', "1:4: the character U+D800 cannot be part of a text"),
        ("a: " + "9" * 5000, "1:4: a number of 5000 digits: no value of a scenario is that long"),
        ("a: \x07\n", "1:4: holds the character U+0007, which no text file should"),
        (b"a: \xff\n", "1:4: not UTF-8 text (the byte 0xFF); save the file as UTF-8"),
        ("", "0:0: the file is empty"),
        ("---\n...\n", "0:0: the file is empty"),
        ("a: 1\n---\nb: 1\n", "2:1: a second document begins here; a file holds only one"),
        ("a: 'x\n", "2:1: the file ends inside a text; a closing quote is missing"),
        ("a: [1, 2\n", "2:1: a comma or a closing bracket is missing before this"),
        ("a: @b\n", "1:4: a text cannot begin with @; put quotes round it"),
        ("a:\n\tb: 1\n", "2:1: a tab stands where only spaces can be; use spaces"),
        ("[" * 100_000, "1:1: nested deeper than 40 levels"),
        ("a: [x, " * 1000, "1:141: nested deeper than 40 levels"),
        ("- " * 5000, "1:81: nested deeper than 40 levels"),
        ("\n".join(" " * n + "a:" for n in range(500)), "41:41: nested deeper than 40 levels"),
        ("[" + "1," * 101_000 + "]", f"1:200000: {TOO_MANY}"),
    ],
    ids=lambda value: repr(value[:20]),
)  # fmt: skip
def test_that_what_cannot_be_read_gets_one_sentence(text: str | bytes, expected: str) -> None:
    assert sentence(text) == expected


def test_that_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, now in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True):
        lines.append(f"{now}: &{now} [{', '.join([f'*{before}'] * 9)}]")
    began = time.process_time()
    found = sentence("\n".join(lines))
    assert found.endswith(TOO_MANY)
    assert time.process_time() - began < 1


def test_that_aliases_cannot_hide_depth() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n + 1}: &a{n + 1} [*a{n}]" for n in range(60)]
    assert sentence("\n".join(lines)).endswith("nested deeper than 40 levels")
