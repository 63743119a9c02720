"""``wargame check``: every fault in a scenario at once."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from wargame.errors import Fault, ScenarioError
from wargame.scenarios.checking import Checked, check_path

COMMAND = "check"
SUMMARY = "every fault in a scenario folder, zip or file at once"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder, zip or file")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Check the paths.

    Returns:
        0 when nothing is wrong, 1 when there are faults, 2 when a path does not exist.
    """
    paths: list[Path] = arguments.paths
    missing = [path for path in paths if not path.exists()]
    if missing:
        print(f"There is no file or folder {missing[0]}.", file=sys.stderr)
        return 2
    results = [(path, _checked(path)) for path in paths]
    if arguments.json:
        print(json.dumps([_as_data(path, result) for path, result in results], indent=1))
    else:
        for path, result in results:
            _print(path, result, many=len(results) > 1)
    return 1 if any(result.faults for _, result in results) else 0


def _checked(path: Path) -> Checked:
    try:
        return check_path(path)
    except ScenarioError as error:
        return Checked(error.faults, "")


def _print(path: Path, result: Checked, *, many: bool) -> None:
    if many and result.faults:
        print(f"{path}:", file=sys.stderr)
    for fault in result.faults:
        print(fault)
    if not result.faults:
        print(f"{path}: no faults: {result.counts}")


def _as_data(path: Path, result: Checked) -> dict[str, object]:
    return {
        "path": str(path),
        "ok": not result.faults,
        "counts": result.counts,
        "faults": [_fault(fault) for fault in result.faults],
    }


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "place": fault.place,
        "message": fault.message,
    }
