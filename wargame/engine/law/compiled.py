"""The compiled twin of the law: machine code from the very functions that adjudicate.

Nothing in the law's files knows that it is compiled. ``engine/native`` reads the functions that one
of them reaches and writes them as machine code with the same bits; calls that only record are left
out. What was compiled is kept on disk for each state of the law's sources.
"""

from __future__ import annotations

import contextlib
import hashlib
import types
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from wargame.engine import native
from wargame.engine.law import context
from wargame.engine.native.machine import SUFFIX, Door, Told, hashed, is_kept, kept_code, unheard
from wargame.engine.native.module import module_text
from wargame.engine.native.reachable import Constant

RecordType = np.dtype[np.void]
Records = np.ndarray[tuple[int], np.dtype[np.void]]

KEPT = 24
"""Compiled forms of the law that are kept; older ones are thrown away."""

FIXED = ("Parameters", "Playbook")
"""Records that nothing writes to while a turn is played."""


def silent() -> dict[Callable[..., object], Constant]:
    """The calls that compiled law leaves out, each with what it would give to nobody's ears."""
    return {
        context.mark: None,
        context.note: None,
        context.admitted: True,
        context.ripe: True,
        context.heard: False,
        context.finish: None,
        context.settle: None,
    }


def compiled(
    function: Callable[..., object],
    records: Mapping[str, RecordType],
    home: Path,
    *,
    door: str = "",
    arguments: int = 0,
    told: Told = unheard,
) -> Door:
    """The compiled form of a function of the law, with all that it calls.

    Args:
        function: The plain function; its parameters are all records.
        records: NumPy types of the records by annotation.
        home: The folder that keeps what was compiled, made where it is missing.
        door: Text of another way in than one record for each parameter.
        arguments: Arguments of that door.
        told: Hears how far it is.
    """
    assert isinstance(function, types.FunctionType)  # noqa: S101 - narrows for mypy
    plain, key = function, _key(function.__name__, records, door)
    code = kept_code(home, key, lambda: module_text(plain, records, FIXED, silent(), door), told)
    _throw_away_old(home)
    return Door(code, arguments or plain.__code__.co_argcount)


def is_compiled(name: str, records: Mapping[str, RecordType], home: Path, door: str) -> bool:
    """Whether :func:`compiled` would find the form of the function of this name on disk."""
    return is_kept(home, _key(name, records, door))


def _key(name: str, records: Mapping[str, RecordType], door: str) -> str:
    """What a compiled form follows from."""
    shapes = [f"{annotation} {record}" for annotation, record in sorted(records.items())]
    return hashed(law_hash(), name, door, *shapes)


@cache
def law_hash() -> str:
    """A hash of the sources of the law, and of what compiles them."""
    digest = hashlib.sha256()
    here, compiler = Path(__file__).parent, Path(native.__path__[0])
    for source in sorted([*here.glob("*.py"), *compiler.glob("*.py")]):
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _throw_away_old(home: Path) -> None:
    # Another program may be throwing away the same files.
    with contextlib.suppress(OSError):
        found = sorted(home.glob(f"*{SUFFIX}"), key=lambda file: -file.stat().st_mtime)
        for old in found[KEPT:]:
            old.unlink(missing_ok=True)
