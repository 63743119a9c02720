"""``wargame check``: every fault in a scenario at once."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from wargame.cli.output import print_json, print_line, tell
from wargame.errors import Fault, OutsideError, ScenarioError
from wargame.play.panels.known_parameters import parameters_by_key
from wargame.scenarios.checking import check_path


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found at one path; the fields are those of the JSON document."""

    path: str
    ok: bool
    counts: str
    faults: tuple[Fault, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder, zip or file")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prints every fault; exit status 1 if there is one.

    Raises:
        OutsideError: There is nothing at a path.
    """
    paths: list[Path] = arguments.paths
    for path in paths:
        if not _is_there(path):
            raise OutsideError(f"There is no file or folder {path}.")
    answers = [_answer(path) for path in paths]
    if arguments.json:
        print_json(answers)
    else:
        for answer in answers:
            _print(answer, named=len(answers) > 1)
    return 0 if all(answer.ok for answer in answers) else 1


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        # A name that is too long, or a folder that may not be looked into.
        return False


def _answer(path: Path) -> _Answer:
    try:
        checked = check_path(path, parameters_by_key())
    except ScenarioError as error:
        return _Answer(str(path), ok=False, counts="", faults=error.faults)
    ok = not checked.faults
    return _Answer(str(path), ok, checked.counts if ok else "", checked.faults)


def _print(answer: _Answer, *, named: bool) -> None:
    if answer.ok:
        print_line(f"{answer.path}: no faults in {answer.counts}")
        return
    if named:
        tell(f"{answer.path}: {len(answer.faults)} faults")
    for fault in answer.faults:
        print_line(str(fault))
