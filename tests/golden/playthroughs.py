"""Golden playthroughs: games as text, so that a change of the rules shows in what people read.

``python -m tests.golden.playthroughs`` writes the texts anew. A commit that changes one says which
rule changed and why.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from pathlib import Path

from tests.doctrine_games import bundled, doctrine_game
from wargame.cli.main import main
from wargame.play.words.story import story_of

HERE = Path(__file__).parent

GAMES: dict[str, tuple[str, int]] = {
    "choreographed-exit": ("after-tehran", 6),
    "border-fire": ("blank", 6),
    "an-answer-owed": ("an-answer-owed", 4),
}
"""Each golden game: its scenario and how many turns of it are played."""


def play(name: str, folder: Path) -> str:
    """A golden game as text: each turn's line, then the facilitator's and one seat's view."""
    scenario, turns = GAMES[name]
    save = str(folder / f"{name}.wargame")
    orders = str(HERE / f"{name}.orders.yaml")
    seat = "IRN" if scenario == "after-tehran" else "BLU"
    commands = (
        ("new", scenario, "--save", save, "--title", name, "--seed", "11"),
        ("play", save, "--turns", str(turns), "--orders", orders),
        ("show", save),
        ("show", save, "--seat", seat),
        ("verify", save),
    )
    parts = []
    for command in commands:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = main(command)
        said = printed.getvalue().replace(str(folder), "<folder>")
        parts.append(f"$ wargame {command[0]}\n{said}(exit status {status})\n")
    return "\n".join(parts)


STORIES: tuple[int, ...] = (2, 4, 7, 8, 9, 17, 31, 37, 38, 54)
"""Seeds of the games of computer seats that are told in words."""


def tell(seed: int) -> str:
    """A game that doctrine plays in every seat, in words."""
    lines = story_of(bundled(), doctrine_game(seed).world).lines()
    return "\n".join((f"Seed {seed}, doctrine in every seat", *lines)) + "\n"


def story_name(seed: int) -> str:
    """The name of the text that tells a seed's game."""
    return f"story-{seed:02}"


def golden(name: str) -> Path:
    """The file that holds a golden game's text."""
    return HERE / f"{name}.txt"


if __name__ == "__main__":
    for game in GAMES:
        with tempfile.TemporaryDirectory() as place:
            golden(game).write_text(play(game, Path(place)), "utf-8")
        sys.stdout.write(f"{golden(game)}\n")
    for told in STORIES:
        golden(story_name(told)).write_text(tell(told), "utf-8")
        sys.stdout.write(f"{golden(story_name(told))}\n")
