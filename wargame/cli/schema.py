"""``wargame schema``: the JSON Schema of a scenario or lesson file, for editors and programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_line, tell
from wargame.errors import OutsideError
from wargame.scenarios.text import KINDS

_LESSONS = ("exercise", "guided-game")
# As ``schemas.PUBLISHED``; to ask there would load every model for the list of commands.


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=(*KINDS, *_LESSONS),
        default="scenario",
        help="the file: %(choices)s",
    )
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write every schema here")


def run(arguments: argparse.Namespace) -> int:
    """Prints one schema, or writes all of them."""
    from wargame.scenarios.schemas import schema_text, write_schemas

    if arguments.out is None:
        print_line(schema_text(arguments.kind).rstrip("\n"))
        return 0
    try:
        for path in write_schemas(arguments.out):
            tell(str(path))
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise OutsideError(f"Cannot write into {arguments.out}: {reason}.") from error
    return 0
