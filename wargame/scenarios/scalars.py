"""What a plain scalar means: the core schema of YAML 1.2, where NO is a word and 012 is twelve."""

from __future__ import annotations

import re

_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o([0-7]+)")
_HEX = re.compile(r"0x([0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_NAN = re.compile(r"\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

MAX_DIGITS = 40
"""Longest number that is read; every value of a scenario is far shorter."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def meaning(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar.

    Raises:
        ValueError: The number has more than ``MAX_DIGITS`` characters.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    number = _number(text)
    return text if number is None else number


def _number(text: str) -> int | float | None:
    """The number that a text means, or None when it means none."""
    for pattern, base in ((_INT, 10), (_OCTAL, 8), (_HEX, 16)):
        found = pattern.fullmatch(text)
        if found:
            return int(_short(found.group(found.lastindex or 0)), base)
    if _FLOAT.fullmatch(text):
        return float(_short(text))
    found = _INFINITE.fullmatch(text)
    if found:
        return float(found.group(1) + "inf")
    return float("nan") if _NAN.fullmatch(text) else None


def _short(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number of {len(text)} digits")
    return text


def unfit_character(text: str) -> str:
    """The first character that no text may hold, such as ``U+0000``; empty when there is none."""
    found = _UNFIT.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""
