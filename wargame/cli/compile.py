"""``wargame compile``: prepares the forecast of a save or a scenario ahead of time."""

from __future__ import annotations

import argparse
import os
import sys

from wargame.cli.output import print_line
from wargame.play.forecasts.forecast import prepare
from wargame.play.forecasts.forecast_start import law_start

BEHIND = 5
"""How much nicer compiling is than what a person waits for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument(
        "name",
        metavar="FILE-or-SCENARIO",
        nargs="?",
        default="after-tehran",
        help="a save, or a scenario",
    )


def run(arguments: argparse.Namespace) -> int:
    """Compiles, with a line ``DONE TOTAL`` as each part is finished."""
    if hasattr(os, "nice"):
        # Somebody may be at work in a window meanwhile.
        os.nice(BEHIND)
    scenario, world = law_start(arguments.name)
    prepare(scenario, world, _say)
    return 0


def _say(done: int, total: int) -> None:
    print_line(f"{done} {total}")
    sys.stdout.flush()
