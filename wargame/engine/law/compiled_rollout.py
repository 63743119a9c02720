"""The compiled form of ``rollout_turn.play_block``, kept on disk for every version of the law.

Numba's own cache watches only the file of the function that is cached, and would go on using old
code when a called function has changed. So each state of the law's sources has a folder of its own.
"""

from __future__ import annotations

import hashlib
import shutil
import types
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from wargame.engine.law.compiled import compiled, silent
from wargame.engine.law.rollout_turn import play_block

if TYPE_CHECKING:
    from wargame.engine.law.acts_table import Acts
    from wargame.engine.law.context import Context
    from wargame.engine.law.parameters_view import Parameters
    from wargame.engine.law.past import Past
    from wargame.engine.law.playbook_view import Playbook
    from wargame.engine.law.what_came import WhatCame
    from wargame.engine.law.world_view import WorldNumbers

Records = np.ndarray[tuple[int], np.dtype[np.void]]

_KEPT = 3
"""States of the law whose compiled code is kept; older ones are thrown away."""


class CompiledBlock(Protocol):
    """Plays a block of rollouts; every argument is an array of one record."""

    def __call__(
        self,
        worlds: Records,
        parameters: Records,
        playbooks: Records,
        pasts: Records,
        acts: Records,
        contexts: Records,
        results: Records,
    ) -> None: ...


@cache
def compiled_block(home: Path) -> CompiledBlock:
    """The compiled rollout; it lets other threads run.

    The first call with the shapes of a scenario compiles for some seconds, unless this state of the
    law has been compiled for them before.

    Args:
        home: The folder that keeps what was compiled, made where it is missing.
    """
    import numba
    from numba.core import config

    setattr(config, "CACHE_DIR", str(_folder(home)))  # noqa: B010 - Numba makes its names at run time
    names = {"play_block": compiled(play_block, silent())}
    # The callee must be a global: a closure would make the cache's key new in each process.
    entry = types.FunctionType(_entry.__code__, names, "_entry")
    entry.__module__ = __name__
    entry.__qualname__ = "_entry"
    return cast("CompiledBlock", numba.njit(nogil=True, cache=True)(entry))


def _entry(
    w: list[WorldNumbers],
    p: list[Parameters],
    d: list[Playbook],
    h: list[Past],
    a: list[Acts],
    c: list[Context],
    o: list[WhatCame],
) -> None:
    """A compiled function of arrays: records with overlapping fields cannot be passed alone."""
    play_block(w[0], p[0], d[0], h[0], a[0], c[0], o[0])


def law_hash() -> str:
    """A hash of the sources of the law, and of what compiles them."""
    import numba

    digest = hashlib.sha256(f"{numba.__version__} {np.__version__}".encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _folder(home: Path) -> Path:
    """The folder of this state of the law; the oldest of the others are removed."""
    folder = home / law_hash()
    folder.mkdir(parents=True, exist_ok=True)
    others = sorted(
        (f for f in home.iterdir() if f != folder and f.is_dir()), key=lambda f: f.stat().st_mtime
    )
    for old in others[: max(len(others) - _KEPT + 1, 0)]:
        shutil.rmtree(old, ignore_errors=True)
    return folder
