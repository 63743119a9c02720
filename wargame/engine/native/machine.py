"""Machine code from a module's text, kept on disk, and called without holding Python's lock.

LLVM is used without fast mathematics and without contraction, so that compiled and plain law give
the same bits.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import llvmlite.binding as llvm
import numpy as np

from wargame.engine.native.module import DOOR

Records = np.ndarray[tuple[int], np.dtype[np.void]]
Words = np.ndarray[tuple[int], np.dtype[np.int64]]

SUFFIX = ".code"

_DIGEST = 32

PARTS = 4
"""Parts in which compiling is told of: written, read, improved, turned into machine code."""

Told = Callable[[int, int], None]
"""Hears parts done and parts in all."""


def unheard(_done: int, _total: int) -> None:
    """Tells nobody."""


class Door:
    """A compiled function; it stays in memory as long as this object."""

    def __init__(self, code: bytes, arguments: int) -> None:
        """Load machine code made by :func:`machine_code` on this kind of processor."""
        module = llvm.parse_assembly("")
        module.triple = _triple()
        self._engine = llvm.create_mcjit_compiler(module, _target_machine())
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        address = self._engine.get_function_address(DOOR)
        # Functions of this type let other threads of Python run meanwhile.
        self._call = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * arguments)(address)

    def __call__(self, *records: Records | Words) -> None:
        """Call it with arrays of records; their memory is read and written in place."""
        self._call(*(record.ctypes.data for record in records))


def machine_code(text: str, told: Told = unheard) -> bytes:
    """Compile a module's text for this processor; tells of each part from the second on."""
    module = llvm.parse_assembly(text)
    told(2, PARTS)
    module.triple = _triple()
    machine = _target_machine()
    module.data_layout = str(machine.target_data)
    tuning = llvm.create_pipeline_tuning_options(speed_level=2)
    tuning.loop_vectorization = True
    tuning.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, tuning)
    builder.getModulePassManager().run(module, builder)
    told(3, PARTS)
    code: bytes = machine.emit_object(module)
    told(4, PARTS)
    return code


def kept_code(home: Path, key: str, text: Callable[[], str], told: Told = unheard) -> bytes:
    """The machine code of a text, from disk when it has been compiled before.

    Args:
        home: The folder where it is kept, made where it is missing.
        key: What the text follows from, such as a hash of its sources.
        text: Makes the text where it is needed.
        told: Hears how far it is; nothing when the code was kept.
    """
    file = _file(home, key)
    known = _whole(file)
    if known is not None:
        return known
    told(0, PARTS)
    written = text()
    told(1, PARTS)
    code = machine_code(written, told)
    # Where nothing can be kept, the next start compiles again.
    with contextlib.suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(hashlib.sha256(code).digest() + code)
        part.replace(file)
    return code


def is_kept(home: Path, key: str) -> bool:
    """Whether machine code is on disk, whole, so that :func:`kept_code` compiles nothing."""
    return _whole(_file(home, key)) is not None


def _file(home: Path, key: str) -> Path:
    return home / f"{hashed(key, processor())}{SUFFIX}"


def _whole(file: Path) -> bytes | None:
    """Kept code as it was written; None when there is none, or it was damaged since."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    digest, code = kept[:_DIGEST], kept[_DIGEST:]
    return code if hashlib.sha256(code).digest() == digest else None


def hashed(*words: str) -> str:
    """A short hash of some words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:24]


def processor() -> str:
    """What machine code depends on beside its text."""
    features = llvm.get_host_cpu_features().flatten()
    version = ".".join(str(part) for part in llvm.llvm_version_info)
    return f"{version} {_triple()} {llvm.get_host_cpu_name()} {features}"


def _triple() -> str:
    triple: str = llvm.get_process_triple()
    # On Windows the loader of machine code reads the other systems' format only.
    return f"{triple}-elf" if sys.platform == "win32" else triple


def _target_machine() -> llvm.TargetMachine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.Target.from_triple(_triple()).create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=2,
        reloc="static" if sys.platform != "darwin" else "pic",
        codemodel="jitdefault",
        jit=True,
    )
