"""The door of the program: without arguments the window, otherwise the command line."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.ui.printing.press import QtPress


def main() -> int:
    """Run what the words after the program's name ask for; gives the exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    words = sys.argv[1:]
    if not words or words[0] == "gui":
        # Everything that a start makes stays: collecting garbage meanwhile finds nothing and
        # costs a tenth of the time. The window sees to it from then on.
        gc.disable()
        from wargame.ui.app import main as open_window

        return open_window(words[1:])
    from wargame.cli.main import main as run_command

    return run_command(words, _press)


def _press() -> QtPress:
    """What sets pages for a command; imported only when it is asked for."""
    from wargame.ui.app import press_without_window

    return press_without_window()


if __name__ == "__main__":
    sys.exit(main())
