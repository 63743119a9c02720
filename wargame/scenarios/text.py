"""A scenario's files word for word: what a save keeps, what is hashed, what everything reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from wargame.errors import Fault, ScenarioError
from wargame.scenarios.limits import MAX_FILE_BYTES, MAX_FILES, MAX_TEXT_BYTES, MEBIBYTE

KINDS = ("scenario", "actors", "relations", "moves", "injects", "parameters", "sources")
"""The kinds of files, each ``<kind>.yaml`` or ``<kind>/*.yaml``, in the order of reading."""

BRIEFINGS = "briefings"
"""The folder of the Markdown texts."""

_OURS = re.compile(rf"(?:(?:{'|'.join(KINDS)})(?:/[^/]+)?\.yaml|{BRIEFINGS}/[^/]+\.md)")


@dataclass(frozen=True)
class ScenarioText:
    """The files of a scenario, as written.

    Attributes:
        files: Bytes by name (``moves.yaml``, ``briefings/IRN.md``), in the order of names.
        folder: Name of the folder they came from; empty where there was none.
    """

    files: Mapping[str, bytes]
    folder: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        ordered = MappingProxyType(dict(sorted(self.files.items())))
        object.__setattr__(self, "files", ordered)

    @cached_property
    def sha256(self) -> str:
        """Hash over every name and every byte, in the order of names; hexadecimal."""
        digest = hashlib.sha256()
        for name, content in self.files.items():
            digest.update(f"{len(name.encode())} {len(content)} {name}".encode())
            digest.update(content)
        return digest.hexdigest()

    def of_kind(self, kind: str) -> dict[str, bytes]:
        """The files of one kind, in the order in which they are put together."""
        whole = f"{kind}.yaml"
        return {
            name: content
            for name, content in self.files.items()
            if name == whole or (name.startswith(f"{kind}/") and name.endswith(".yaml"))
        }


def belongs(name: str) -> bool:
    """Whether a file of this name is part of a scenario."""
    return _OURS.fullmatch(name) is not None


def is_stray(name: str) -> bool:
    """Whether a file looks as if it should be part of a scenario and is not; such are faults."""
    return not belongs(name) and name.lower().endswith((".yaml", ".yml"))


def refusal(file: str, message: str, place: str = "file") -> ScenarioError:
    """The error for a scenario that cannot even be opened: one fault, one sentence."""
    return ScenarioError(f"{file}: {message}", (Fault(file, 0, 0, place, message),))


def check_size(name: str, size: int) -> None:
    """Refuse a file that is too large.

    Raises:
        ScenarioError: It is larger than ``MAX_FILE_BYTES``.
    """
    if size > MAX_FILE_BYTES:
        raise refusal(
            name, f"larger than {MAX_FILE_BYTES // MEBIBYTE} MiB, the largest file allowed"
        )


def check_total(name: str, files: Mapping[str, bytes]) -> None:
    """Refuse a scenario of too many files or too much text.

    Raises:
        ScenarioError: There are too many, or together they are too large.
    """
    if len(files) > MAX_FILES:
        raise refusal(name, f"holds more than {MAX_FILES} scenario files", "folder")
    if sum(map(len, files.values())) > MAX_TEXT_BYTES:
        limit = MAX_TEXT_BYTES // MEBIBYTE
        raise refusal(name, f"holds more than {limit} MiB of scenario text", "folder")
