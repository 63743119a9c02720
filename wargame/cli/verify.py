"""``wargame verify``: is a save whole, and does replaying it give what was recorded?"""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.play.verify import verify_save


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("save", type=Path, help="the save file")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prints what was found; exit status 1 with the first difference."""
    found = verify_save(arguments.save)
    if arguments.json:
        print_json(found)
    else:
        print_line(found.words)
    return 0 if found.is_whole else 1
