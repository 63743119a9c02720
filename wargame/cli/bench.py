"""``wargame bench``: the project's own measurements, as ratios in one run."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from wargame.cli.output import print_json, print_line, tell
from wargame.errors import RuleError
from wargame.play.bench.whole_bench import machine, measurements


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("--rounds", type=int, default=7, help="repeats of each; 7 by default")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Measures and prints a line for each; exit status 1 when a goal is missed."""
    if not 1 <= arguments.rounds <= 100:
        raise RuleError("rounds.range", "The number of rounds is 1 to 100.")
    tell(machine())
    done = []
    for measured in measurements(arguments.rounds):
        done.append(measured)
        if not arguments.json:
            word = "met" if measured.is_good else "missed"
            print_line(
                f"{measured.name:<28} {measured.ours_ms:9.2f} ms  "
                f"{measured.ratio:6.3f} x {measured.reference}; goal {measured.goal:.3g}, {word}"
            )
    if arguments.json:
        print_json([{**asdict(m), "is_good": m.is_good} for m in done])
    return 0 if all(m.is_good for m in done) else 1
