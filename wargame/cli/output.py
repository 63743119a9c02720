"""How commands print: one JSON document or plain lines on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum

Plain = Mapping[str, "Plain"] | Sequence["Plain"] | str | float | int | bool | None
"""What JSON can hold."""


def print_json(document: object) -> None:
    """Prints one JSON document; dataclasses become objects, enums their values."""
    text = json.dumps(plain(document), ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")


def print_line(line: str = "") -> None:
    """Prints one line of an answer."""
    sys.stdout.write(line + "\n")


def tell(line: str) -> None:
    """Prints one line of progress or a message, on stderr."""
    sys.stderr.write(line + "\n")


def plain(value: object) -> Plain:
    """A value as JSON can hold it."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return str(value)
