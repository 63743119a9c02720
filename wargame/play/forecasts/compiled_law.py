"""Makes the compiled law in a process of its own, so that no window ever waits for it.

The process fills a cache on disk that every later start uses. It says how far it is in a small
file, which the asking side reads without waiting. Everything that needs no forecast goes on
meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wargame import paths

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario

COMMAND = "compile"
"""The command of the command line that compiles, and prints a line for each part."""

_ANEW = "Preparing the forecast anew: its folder cannot be written"

_FAILED = "The forecast could not be prepared; everything else works."


class LawState(StrEnum):
    """How far the compiled law is."""

    UNASKED = "unasked"
    LOOKING = "looking"
    COMPILING = "compiling"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Preparation:
    """What can be said of the compiled law now.

    Attributes:
        state: Ready, compiling, failed, being looked for on disk, or not asked for.
        done: Parts that are compiled.
        total: Parts in all; 0 until that is known.
        sentence: One sentence for the screen; empty when the law was not asked for, and as a rule
            when it is ready: where it cannot be kept, each window compiles it with its first runs.
    """

    state: LawState
    done: int = 0
    total: int = 0
    sentence: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether a forecast would begin at once."""
        return self.state is LawState.READY


class CompiledLaw:
    """The compiled law of one scenario, as a window follows its making.

    The owner calls :meth:`end` when it goes; :meth:`now` may be asked as often as wanted.
    """

    def __init__(self, name: str, scenario: Scenario | None = None) -> None:
        """Nothing is started yet.

        Args:
            name: A save file, or the id or path of a scenario, as ``wargame forecast`` takes it.
            scenario: Its scenario where that is known: what is compiled already is then found
                without a process.
        """
        self._name, self._scenario = name, scenario
        self._looking: threading.Thread | None = None
        self._is_there = False
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._last = Preparation(LawState.UNASKED)

    def start(self) -> None:
        """Begin, unless it has begun; first with a look whether all is compiled already."""
        if self._looking is not None or self._process is not None or self._last.is_ready:
            return
        if self._scenario is None:
            self._compile()
            return
        self._looking = threading.Thread(target=self._look, name="law", daemon=True)
        self._last = Preparation(LawState.LOOKING)
        self._looking.start()

    def _look(self) -> None:
        # NumPy and the machine come in here, which the first forecast would wait for as well.
        from wargame.play.forecasts.forecast import is_prepared

        # Whatever is wrong with the cache, the process that compiles will say.
        with contextlib.suppress(OSError):
            self._is_there = self._scenario is not None and is_prepared(self._scenario)

    def _compile(self) -> None:
        """Begin the process that compiles; it ends at once where all is compiled already."""
        if not _can_keep(paths.cache() / "law"):
            # What a process compiles reaches the window through this folder alone.
            self._last = Preparation(LawState.READY, sentence=_ANEW)
            return
        self._folder = tempfile.TemporaryDirectory(prefix="wargame-law-")
        begin = Path(self._folder.name)
        try:
            with (begin / "said").open("wb") as said, (begin / "wrong").open("wb") as wrong:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    _words(self._name),
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=wrong,
                    env={**os.environ, "WARGAME_CACHE": str(paths.cache())},
                )
        except OSError:
            self._finish(Preparation(LawState.FAILED, sentence=_FAILED))
            return
        self._last = Preparation(LawState.COMPILING, sentence="Preparing the forecast")

    def now(self) -> Preparation:
        """How far it is; never waits."""
        if self._looking is not None and not self._looking.is_alive():
            self._looking = None
            if self._is_there:
                self._last = Preparation(LawState.READY)
            else:
                self._compile()
        if self._process is None or self._folder is None:
            return self._last
        status = self._process.poll()
        done, total = _last_line(Path(self._folder.name) / "said")
        if status is None:
            words = f": {done} of {total} parts" if total > 1 else ""
            self._last = Preparation(
                LawState.COMPILING, done, total, f"Preparing the forecast{words}"
            )
        elif status == 0:
            self._finish(Preparation(LawState.READY, total, total))
        else:
            said = _sentence(Path(self._folder.name) / "wrong")
            self._finish(Preparation(LawState.FAILED, done, total, said or _FAILED))
        return self._last

    def end(self) -> None:
        """Stop the process if it still runs; what it has finished stays on disk."""
        if self._looking is not None:
            self._looking.join()
            self._looking, self._last = None, Preparation(LawState.UNASKED)
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            self._last = Preparation(LawState.UNASKED)
        self._finish(self._last)

    def _finish(self, said: Preparation) -> None:
        self._last, self._process = said, None
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._folder.cleanup()
            self._folder = None


def _can_keep(folder: Path) -> bool:
    """Whether files can be made in a folder, or where it would have to be made first."""
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False


def _words(name: str) -> list[str]:
    """The command that compiles for a save or scenario, from source or as a frozen program."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "wargame"]
    return [*program, COMMAND, name]


def _last_line(said: Path) -> tuple[int, int]:
    """Parts done and in all, from the last whole line ``DONE TOTAL``; zeros before the first."""
    try:
        lines = said.read_text("ascii").rpartition("\n")[0].split("\n")
        done, _, total = lines[-1].partition(" ")
        return int(done), int(total)
    except (OSError, ValueError):
        return 0, 0


def _sentence(wrong: Path) -> str:
    """The last line that the process complained with, when it is a sentence."""
    try:
        lines = wrong.read_text("utf-8", "replace").strip().split("\n")
    except OSError:
        return ""
    return lines[-1] if lines[-1].endswith(".") and "Traceback" not in lines[0] else ""
