"""Make the example saves again: the same games, to the last hash.

    .venv/bin/python packaging/make_examples.py [NAME ...]

Writes ``saves/examples``. Needed when a scenario or a computer seat plays otherwise than before.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from example_games import history_game, solo_game, staff_game
from example_games.writing import bundled, chain_ends

from wargame.scenarios.loading import LoadedScenario

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "saves" / "examples"
SCENARIO = ROOT / "assets" / "scenarios" / "after-tehran"

Make = Callable[[LoadedScenario, Path, Path], None]

MADE: dict[str, tuple[Make, Callable[[LoadedScenario], LoadedScenario]]] = {
    "2024-as-it-happened": (history_game.make, history_game.until_october),
    "staff-seminar": (staff_game.make, staff_game.in_eight_turns),
    "six-days-in-tehran": (solo_game.make, solo_game.in_six_days),
}
"""Each example by its file's name: what plays it, and how the scenario is set for it."""


def main(names: list[str]) -> int:
    """Make the examples that are named, or all."""
    EXAMPLES.mkdir(parents=True, exist_ok=True)
    for name in names or list(MADE):
        play, set_for = MADE[name]
        target = EXAMPLES / f"{name}.wargame"
        with tempfile.TemporaryDirectory() as scratch:
            play(set_for(bundled(SCENARIO)), Path(scratch), target)
        log, notes = chain_ends(target)
        size = target.stat().st_size / 1e6
        print(f"{target.name}: {size:.1f} MB, log ends in {log[:16]}, notes in {notes[:16]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
