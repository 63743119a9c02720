"""``wargame report``: the after-action report of a game."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.model.ids import ActorId
from wargame.play.debrief.report.making import report_of
from wargame.reports.report_files import checked_suffix, write_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("save", type=Path, help="the save file")
    parser.add_argument("--out", required=True, type=Path, help="NAME.docx, NAME.pdf or NAME.html")
    parser.add_argument("--seat", help="an actor: the report that its team may read")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Writes the report and says where it is."""
    checked_suffix(arguments.out)
    seat = ActorId(arguments.seat) if arguments.seat else None
    report, words = report_of(arguments.save, seat)
    write_report(report, words, arguments.out, arguments.open_press)
    claims = tuple(report.claims())
    cited = sum(bool(claim.cites) for claim in claims)
    if arguments.json:
        print_json({"report": str(arguments.out), "sections": len(report.sections), "cited": cited})
    else:
        print_line(f"{report.title} written to {arguments.out}; {cited:,} statements cite events.")
    return 0
