"""The door of the command line: finds the command, and turns every failure into one sentence.

Only the module of the command that was asked for is imported, so that the command line starts fast.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wargame import __version__
from wargame.errors import ScenarioError, WargameError

if TYPE_CHECKING:
    from wargame.reports.report_files import Press

DONE, NO, UNUSABLE = 0, 1, 2
"""Exit statuses: done; the answer is no; unusable arguments or input."""

COMMANDS: dict[str, str] = {
    "gui": "open the window, if wanted with a save or a scenario",
    "scenarios": "list the bundled and own scenarios",
    "check": "print every fault of a scenario at once",
    "schema": "print the JSON Schema of a scenario file",
    "new": "begin a new game in a save file",
    "play": "advance a game by whole turns",
    "show": "print the game as a seat may know it",
    "verify": "check a save: chain, replay and rules",
    "forecast": "play many worlds forward: probabilities with intervals",
    "compile": "prepare the forecast of a scenario ahead of time",
    "salvo": "fly one salvo against one shield, many times",
    "index": "give the escalation index along a coded timeline",
    "dry-run": "play games of computer seats alone, and compare opponents",
    "report": "write the after-action report of a game",
    "export": "write the log and the tables of a game",
    "bench": "measure the program, as ratios in one run",
}
"""Every command with its line of help; the module has its name in ``wargame.cli``."""


def main(
    arguments: Sequence[str] | None = None, open_press: Callable[[], Press] | None = None
) -> int:
    """Runs one command and gives its exit status; messages go to stderr.

    Args:
        arguments: The words after the program's name; None for those of this process.
        open_press: Gives what sets pages and draws pictures, for commands that write papers.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that does not know a letter gets its number, never a traceback.
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(_help())
        return DONE if words else UNUSABLE
    if words[0] in {"-V", "--version"}:
        sys.stdout.write(f"Wargame {__version__}\n")
        return DONE
    command = words[0]
    if command not in COMMANDS or command == "gui":
        return _refuse(f"There is no command {command!r}; see wargame --help.")
    module = importlib.import_module(f"wargame.cli.{command.replace('-', '_')}")
    parser = _Parser(prog=f"wargame {command}", description=COMMANDS[command].capitalize() + ".")
    module.add_arguments(parser)
    parser.set_defaults(open_press=open_press)
    try:
        status = int(module.run(parser.parse_args(words[1:])))
        sys.stdout.flush()
        return status
    except ScenarioError as error:
        for fault in error.faults:
            sys.stderr.write(f"{fault}\n")
        return _refuse(str(error))
    except WargameError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # The reader of our output went away, as ``head`` does; that is no fault of ours.
        _silence()
        return DONE
    except OSError as error:
        _silence()
        return _refuse(f"The answer could not be written: {error.strerror or error}.")
    except KeyboardInterrupt:
        return _refuse("Stopped.")


class _Parser(argparse.ArgumentParser):
    """An argument parser that answers wrong words in one sentence."""

    def error(self, message: str) -> None:  # type: ignore[override]
        sentence = message[:1].upper() + message[1:]
        raise SystemExit(_refuse(f"{sentence}. See {self.prog} --help."))


def _silence() -> None:
    """Let what is still to be printed go nowhere, or Python would complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return UNUSABLE


def _help() -> str:
    lines = [
        "Wargame: crisis exercises with teams, computer opponents and a debrief.",
        "",
        "usage: wargame [COMMAND ...]     without a command the window opens",
        "",
        *(f"  {name:<10} {line}" for name, line in COMMANDS.items()),
        "",
        "wargame COMMAND --help tells more.",
        "",
    ]
    return "\n".join(lines)
