"""The compiled twin of the law: the same code objects, bound to compiled callees.

Nothing in the law's files knows Numba. Here each plain function is taken with every function of the
law that it calls, and a copy is compiled whose globals name the compiled copies; the plain ones
stay as they are. Functions that only record are replaced by ones that do nothing.
"""

from __future__ import annotations

import dis
import types
from collections.abc import Callable, Mapping
from typing import Protocol, cast

import numpy as np

from wargame.engine.law import context
from wargame.engine.law.parameters import ParameterRecord
from wargame.engine.law.turn import play_turn

_LAW = "wargame.engine.law."

Plain = types.FunctionType
Records = np.ndarray[tuple[int], np.dtype[np.void]]
_Jit = Callable[[Callable[..., object]], Callable[..., object]]


class CompiledTurn(Protocol):
    """Plays a turn for a block of worlds; every argument is an array of one record."""

    def __call__(
        self, worlds: Records, parameters: ParameterRecord, acts: Records, contexts: Records
    ) -> None: ...


def compile_law(*, nogil: bool = True) -> CompiledTurn:
    """The compiled twin of ``turn.play_turn``.

    It compiles at its first call, which takes some seconds; it is not cached on disk.

    Args:
        nogil: Whether it lets other threads run, so that a pool of threads shares the work.
    """
    return _entry(compiled(play_turn, silent(), nogil=nogil), nogil=nogil)


def silent() -> dict[Plain, Plain]:
    """What compiled copies call in place of the functions that record."""
    return {
        _plain(context.mark): _plain(_mark),
        _plain(context.note): _plain(_note),
        _plain(context.admitted): _plain(_admitted),
        _plain(context.ripe): _plain(_admitted),
        _plain(context.finish): _plain(_finish),
        _plain(context.settle): _plain(_settle),
    }


def compiled(
    function: Callable[..., object],
    replaced: Mapping[Plain, Plain],
    *,
    nogil: bool = True,
) -> Callable[..., object]:
    """The compiled copy of a function of the law, with all that it calls.

    Args:
        function: The plain function.
        replaced: Functions that are compiled in place of others.
        nogil: Whether the compiled code lets other threads run.
    """
    return _Binder(replaced, nogil=nogil).bound(_plain(function))


class _Binder:
    """Compiles functions with their callees, each once."""

    def __init__(self, replaced: Mapping[Plain, Plain], *, nogil: bool) -> None:
        import numba

        # Only the entry is called from Python; without wrappers the rest compiles faster.
        njit = cast("Callable[..., _Jit]", numba.njit)
        self._jit = njit(
            nogil=nogil, fastmath=False, no_cpython_wrapper=True, no_cfunc_wrapper=True
        )
        self._replaced = replaced
        self._done: dict[Plain, Callable[..., object]] = {}

    def bound(self, function: Plain) -> Callable[..., object]:
        """The compiled copy of one function."""
        function = self._replaced.get(function, function)
        if function not in self._done:
            names = dict(function.__globals__)
            for name in sorted(_globals_of(function)):
                called = names.get(name)
                if isinstance(called, types.FunctionType) and _is_law(called):
                    names[name] = self.bound(called)
            copy = types.FunctionType(function.__code__, names, function.__name__)
            self._done[function] = self._jit(copy)
        return self._done[function]


def _globals_of(function: Plain) -> set[str]:
    """The global names that a function reads; names of attributes are not among them."""
    return {i.argval for i in dis.get_instructions(function) if i.opname == "LOAD_GLOBAL"}


def _is_law(function: Plain) -> bool:
    return function.__module__.startswith(_LAW)


def _plain(function: Callable[..., object]) -> Plain:
    assert isinstance(function, types.FunctionType)  # noqa: S101 - narrows for mypy
    return function


def _entry(turn: Callable[..., object], *, nogil: bool) -> CompiledTurn:
    """A compiled function of arrays: records with overlapping fields cannot be passed alone."""
    import numba

    def play(worlds: Records, parameters: ParameterRecord, acts: Records, c: Records) -> None:
        turn(worlds[0], parameters[0], acts[0], c[0])

    return cast("CompiledTurn", numba.njit(nogil=nogil)(play))


def _mark(_c: object, _cause: int, _system: int) -> None:
    return None


def _note(_c: object, _stream: int, _index: int, _u: float, _result: float) -> None:
    return None


def _admitted(_c: object, _row: int) -> bool:
    return True


def _finish(_c: object, _row: int) -> None:
    return None


def _settle(_c: object, _cause: int) -> None:
    return None
