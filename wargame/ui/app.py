"""Starts the window: the application object, its theme and fonts, and the one event loop."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wargame.ui.main_window import MainWindow
from wargame.ui.shell.settings import SCALES, WindowSettings
from wargame.ui.theme.fonts import LATER_FILES, load_fonts
from wargame.ui.theme.switch import ThemeSwitch

if TYPE_CHECKING:
    from wargame.ui.printing.press import QtPress


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and give the exit status when it is closed.

    Args:
        arguments: The words after ``wargame gui``; None for none.
    """
    options = _parser().parse_args(list(arguments or ()))
    path = Path(options.path).expanduser() if options.path else None
    if path is not None and not path.exists():
        sys.stderr.write(f"There is no file {path}.\n")
        return 2
    if _has_no_display():
        sys.stderr.write(
            "There is no display to open a window on; set DISPLAY, or use a desktop.\n"
        )
        return 2
    settings = WindowSettings()
    if settings.scale != SCALES[0]:
        # Read by Qt once, when the application is made.
        os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale / 100))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Wargame")
    app.setDesktopFileName("wargame")
    load_fonts()
    themes = ThemeSwitch(app, settings.theme)
    window = MainWindow(themes, settings, path, greets=True)
    starting = _Starting(app, window, options)
    window.first_painted.connect(starting.on_first_painted)
    window.home_shown.connect(starting.on_home_shown)
    window.show()
    return app.exec()


def press_without_window() -> QtPress:
    """What sets pages and draws pictures where no window is open and no display is needed."""
    from wargame.ui.printing.press import QtPress

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Qt keeps it for the life of the process.
        QApplication(sys.argv[:1])
        load_fonts()
    return QtPress()


class _Starting:
    """What happens once each: after the first paint, and when the start page is whole."""

    def __init__(self, app: QApplication, window: MainWindow, options: argparse.Namespace) -> None:
        self._app, self._window, self._options = app, window, options

    def on_first_painted(self) -> None:
        if self._options.exit_after_first_paint:
            self._print_and_quit()
            return
        from wargame.ui.shell.faults import FaultCatcher, start_log

        start_log()
        catcher = FaultCatcher(self._window)
        catcher.fault_caught.connect(self._window.say_fault)
        catcher.interrupted.connect(self._window.close)
        catcher.install()
        self._app.aboutToQuit.connect(catcher.remove)

    def on_home_shown(self) -> None:
        if self._options.exit_after_home:
            self._print_and_quit()
            return
        self._window.home_shown.disconnect(self.on_home_shown)
        from wargame.ui.shell.collector import GarbageCollector

        # What the start made stays; the collector need not look at it again.
        gc.freeze()
        GarbageCollector(self._app)
        load_fonts(LATER_FILES)

    def _print_and_quit(self) -> None:
        sys.stdout.write(f"{seconds_since_start():.4f}\n")
        sys.stdout.flush()
        self._window.close()
        self._app.quit()


def seconds_since_start() -> float:
    """Seconds since this process began, as well as this system can say."""
    try:
        fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    except (OSError, ValueError, IndexError, AttributeError):
        return time.process_time()


def _has_no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wargame gui", description="Open the window.")
    parser.add_argument("path", nargs="?", help="a save or a scenario to open")
    # For the project's own measurements (wargame bench).
    parser.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-home", action="store_true", help=argparse.SUPPRESS)
    return parser
