"""Catches what nobody foresaw: one calm sentence for the person, the whole story for the log."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from wargame import paths

_LARGEST_LOG = 1_000_000
_log = logging.getLogger("wargame")


def log_path() -> Path:
    """Where the log is kept; the file exists once something was written."""
    return paths.cache() / "wargame.log"


def start_log() -> None:
    """Send warnings and worse to the log file; a folder that cannot be written changes nothing."""
    place = log_path()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and place.stat().st_size > _LARGEST_LOG:
            place.replace(place.with_suffix(".old.log"))
        handler = logging.FileHandler(place, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


class FaultCatcher(QObject):
    """Stands where Python would print a traceback.

    Signals:
        fault_caught(str): Something failed; one sentence that says so and where the log is.
        interrupted(): Ctrl+C in the terminal that the program was started from.
    """

    fault_caught = Signal(str)
    interrupted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_catching = False

    def install(self) -> None:
        """Catch from now on, on every thread."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._is_catching = True

    def remove(self) -> None:
        """Put back what was there before."""
        if self._is_catching:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._is_catching = False

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self.interrupted.emit()
            return
        _log.error("nobody caught this", exc_info=(kind, error, trace))
        self.fault_caught.emit(fault_words())

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def fault_words() -> str:
    """The sentence."""
    return (
        "Something went wrong inside the program. What was saved is safe; "
        f"the details are in {log_path()}."
    )
