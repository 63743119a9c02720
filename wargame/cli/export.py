"""``wargame export``: the log and the tables of a game, as everybody or one seat may know them."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.model.ids import ActorId
from wargame.play.debrief.report.making import tables_of
from wargame.reports.exports import write_tables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("save", type=Path, help="the save file")
    parser.add_argument("--out", required=True, type=Path, help="NAME.csv, NAME.xlsx or NAME.json")
    parser.add_argument("--seat", help="an actor: only what it may know")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Writes the tables and says where they are."""
    seat = ActorId(arguments.seat) if arguments.seat else None
    tables = tables_of(arguments.save, seat)
    files = write_tables(tables, arguments.out)
    if arguments.json:
        rows = {table.name: len(table.rows) for table in tables}
        print_json({"files": [str(file) for file in files], "rows": rows})
        return 0
    for table in tables:
        print_line(f"{table.name}: {len(table.rows):,} rows")
    for file in files:
        print_line(f"written to {file}")
    return 0
