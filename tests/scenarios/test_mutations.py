"""Broken files, made by mutation: each loads or gives faults, soon, and never a traceback."""

from __future__ import annotations

import contextlib
import random
import re
import time
from collections.abc import Callable

import pytest

from wargame.errors import Fault, ScenarioError
from wargame.model.scenario import Scenario
from wargame.scenarios.archive import pack, unpack
from wargame.scenarios.loading import examined
from wargame.scenarios.text import ScenarioText

MUTANTS = 480
SECONDS = 2.0

NASTY = [
    ".nan", ".inf", "-.inf", "1e999", "-1e999", "9" * 400, "-1", "0x" + "f" * 300, "1e-400",
    "true", "null", "~", "[]", "{}", "[[]]", "{? : }", "!!binary aGk=", "*nobody", "&a [*a]",
    "'", '"', '"\\ud83d"', '"\\0"', '"\\x7f"', "\t", "-", "- -", "? x", "|", ">-", "|9", "%", "@x",
    "`x`", "<<", "2024-02-30", "0001-01-01", "999999-01-01", "RED", "[RED, RED]", "\u202eevil",
    "\u2028", "\x85", "\ufeff", "e\u0301" * 50, "\U0001f4a5", "\u05d0\u200f", "a" * 5000,
    "{value: {value: {value: 1}}}", "[" * 39 + "]" * 39, "{a: " * 41 + "}" * 41, "- a\n  - b",
    "\n", " # gone", ": :", "a: b: c", "{a: 1, a: 1}", "[1, [2, [3]]]", "1_000", "0o9", "!!int x",
]  # fmt: skip

Mutate = Callable[[random.Random, list[str]], str]


def _line(chance: random.Random, lines: list[str]) -> int:
    return chance.randrange(1, len(lines))


def delete_lines(chance: random.Random, lines: list[str]) -> str:
    at = _line(chance, lines)
    return "\n".join(lines[:at] + lines[at + chance.randint(1, 3) :])


def repeat_lines(chance: random.Random, lines: list[str]) -> str:
    at = _line(chance, lines)
    return "\n".join(lines[: at + 1] + lines[at:])


def swap_lines(chance: random.Random, lines: list[str]) -> str:
    one, other = _line(chance, lines), _line(chance, lines)
    lines = list(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def rename_key(chance: random.Random, lines: list[str]) -> str:
    text = "\n".join(lines)
    keys = list(re.finditer(r"[A-Za-z_]+(?=:)", text))
    key = chance.choice(keys)
    other = chance.choice([key.group()[:-1], key.group() * 2, chance.choice(keys).group(), "", "é"])
    return text[: key.start()] + other + text[key.end() :]


def replace_value(chance: random.Random, lines: list[str]) -> str:
    text = "\n".join(lines)
    value = chance.choice(list(re.finditer(r"(?<=: )[^,}\]\n]+", text)))
    return text[: value.start()] + chance.choice(NASTY) + text[value.end() :]


def replace_many_values(chance: random.Random, lines: list[str]) -> str:
    text = "\n".join(lines)
    for _ in range(chance.randint(2, 12)):
        text = replace_value(chance, text.split("\n"))
        if not re.search(r"(?<=: )[^,}\]\n]+", text):
            break
    return text


def shift_indent(chance: random.Random, lines: list[str]) -> str:
    at = _line(chance, lines)
    lines = list(lines)
    lines[at] = chance.choice([" ", "   ", "\t", "", "- "]) + lines[at].lstrip()
    return "\n".join(lines)


def cut_off(chance: random.Random, lines: list[str]) -> str:
    text = "\n".join(lines)
    return text[: chance.randrange(1, len(text))]


def insert_junk(chance: random.Random, lines: list[str]) -> str:
    text = "\n".join(lines)
    at = chance.randrange(len(text))
    junk = "".join(chance.choice(":-[]{}#&*!|>'\"%@`,?\t \né\u2028x0") for _ in range(4))
    return text[:at] + junk + text[at:]


def nest_deeply(chance: random.Random, lines: list[str]) -> str:
    at = _line(chance, lines)
    opening = chance.choice(["[", "{a: ", "[{a: ", "- "])
    return "\n".join(
        [*lines[:at], "  deep: " + opening * chance.choice([30, 60, 4000]), *lines[at:]]
    )


def plant_a_bomb(chance: random.Random, lines: list[str]) -> str:
    width, rounds = chance.randint(2, 20), chance.randint(5, 30)
    bomb = ["b0: &b0 [x]"]
    bomb += [f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * width)}]" for n in range(1, rounds)]
    return "\n".join([*lines, *bomb, ""])


MUTATIONS: list[Mutate] = [
    delete_lines, repeat_lines, swap_lines, rename_key, replace_value, replace_many_values,
    shift_indent, cut_off, insert_junk, nest_deeply, plant_a_bomb,
]  # fmt: skip


def mutant(text: ScenarioText, seed: int) -> ScenarioText:
    """One broken scenario; equal seeds give equal ones."""
    chance = random.Random(seed)  # noqa: S311 - a mutant for each seed, not a secret
    name = chance.choice([name for name in text.files if name.endswith(".yaml")])
    if seed % 12 == 11:
        broken = bytearray(text.files[name])
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        content = bytes(broken)
    else:
        mutate = MUTATIONS[seed % 12]
        content = mutate(chance, text.files[name].decode().split("\n")).encode("utf-8")
    return ScenarioText({**text.files, name: content}, text.folder)


def outcome(text: ScenarioText) -> tuple[Scenario | None, tuple[Fault, ...], float]:
    began = time.process_time()
    scenario, faults = examined(text)
    return scenario, faults, time.process_time() - began


@pytest.mark.parametrize("part", range(12))
def test_that_broken_files_give_faults_and_never_a_traceback(tiny: ScenarioText, part: int) -> None:
    refused = 0
    for seed in range(part, MUTANTS, 12):
        scenario, faults, seconds = outcome(mutant(tiny, seed))
        assert (scenario is None) == bool(faults), f"mutant {seed}"
        assert seconds < SECONDS, f"mutant {seed}"
        for fault in faults:
            sentence = str(fault)
            assert "\n" not in sentence, f"mutant {seed}"
            assert len(sentence) < 600, f"mutant {seed}"
            assert fault.message, f"mutant {seed}"
            sentence.encode()
        refused += scenario is None
    # Mutations that hurt nothing, such as a cut in a comment, are rare; so the faults are real.
    assert refused >= MUTANTS / 12 / 2


def test_that_broken_zips_are_refused_in_one_sentence(tiny: ScenarioText) -> None:
    whole = pack(tiny)
    for seed in range(150):
        chance = random.Random(seed)  # noqa: S311 - a mutant for each seed, not a secret
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if seed % 3 == 0:
            broken = broken[: chance.randrange(len(broken))]
        began = time.process_time()
        with contextlib.suppress(ScenarioError):
            examined(unpack(bytes(broken), "broken.zip"))
        assert time.process_time() - began < SECONDS, f"mutant {seed}"
