"""The commands of the set-up: what ``run``, ``test`` and ``setup`` do, in order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from setup_environment import Environment
from setup_qt import install_packages, missing_packages, require_display
from setup_refusal import UNUSABLE, Refusal

ROOT = Path(__file__).resolve().parent.parent
USAGE = "Usage: python3 packaging/bootstrap.py run | test | setup, each with optional arguments."
INTERRUPTED = 130


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Whether ``wargame`` with these arguments shows a window rather than runs a command."""
    return not arguments or arguments[0] == "gui"


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """The arguments for pytest: those given, or the whole suite on a few cores."""
    if arguments:
        return list(arguments)
    return ["-q", "-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]


def prepared(purpose: str, qt_packages: list[str]) -> Environment:
    """The environment, fit for a purpose, on a system that has what both it and Qt need.

    Raises:
        Refusal: Something is missing and cannot be had from here.
    """
    place = Environment(ROOT)
    # All at once, so that a person without rights is sent away only once.
    install_packages([*qt_packages, *place.missing_packages(purpose)])
    place.prepare(purpose)
    return place


def run_wargame(arguments: Sequence[str]) -> int:
    """Start the application, or one of its commands, with these arguments.

    Raises:
        Refusal: There is no display, or the environment cannot be made.
    """
    needed: list[str] = []
    if opens_a_window(arguments):
        require_display(os.environ)
        off_screen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        needed = missing_packages(for_a_window=not off_screen)
    place = prepared("run", needed)
    return hand_over([str(place.python), "-m", "wargame", *arguments], {})


def run_tests(arguments: Sequence[str]) -> int:
    """Pass the tests, off screen unless the person chose a Qt platform.

    Raises:
        Refusal: The environment cannot be made.
    """
    place = prepared("test", missing_packages(for_a_window=False))
    os.chdir(ROOT)
    pytest = [str(place.python), "-m", "pytest", *pytest_arguments(arguments)]
    return hand_over(pytest, {"QT_QPA_PLATFORM": "offscreen"})


def only_prepare(arguments: Sequence[str]) -> int:
    """Prepare the environment for work on the project and start nothing.

    Raises:
        Refusal: It cannot be made, or arguments were given.
    """
    if arguments:
        raise Refusal(f"setup takes no arguments, not '{arguments[0]}'.", UNUSABLE)
    prepared("test", missing_packages(for_a_window=False))
    return 0


def hand_over(command: list[str], defaults: dict[str, str]) -> int:
    """Let a program take this one's place, with settings it needs unless already chosen.

    Args:
        command: Program and arguments.
        defaults: Environment variables to set where the person has not.

    Returns:
        Its exit status, where a process cannot be replaced (Windows).
    """
    # One process per core is ours to decide; a linear-algebra pool beside it only costs memory.
    environment = {"OPENBLAS_NUM_THREADS": "1", **defaults, **os.environ}
    environment.pop("PYTHONHOME", None)
    sys.stdout.flush()
    sys.stderr.flush()
    # On Windows a replaced process returns to the prompt while the program still writes.
    if sys.platform == "win32":
        return subprocess.run(command, env=environment, check=False).returncode
    os.execve(command[0], command, environment)  # noqa: S606 - no shell is wanted


COMMANDS = {"run": run_wargame, "test": run_tests, "setup": only_prepare}


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; returns the exit status, never raises."""
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        print(USAGE)
        return 0
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(USAGE, file=sys.stderr)
        return UNUSABLE
    try:
        return command(arguments[1:])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.status
    except OSError as error:
        print(f"The set-up stopped: {error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the next start goes on from here.", file=sys.stderr)
        return INTERRUPTED
