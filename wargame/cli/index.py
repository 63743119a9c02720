"""``wargame index``: the escalation index along a coded timeline."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.play.analysis import index_of_timeline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("timeline", type=Path, help="CSV file with one coded event in each row")
    parser.add_argument("--scenario", default="after-tehran", help="whose bands")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prints the index of each day."""
    days = index_of_timeline(arguments.timeline, arguments.scenario)
    if arguments.json:
        print_json({"days": days})
    else:
        for day in days:
            print_line(f"{day.date}  {day.index:5.1f}  {day.band}")
    return 0
