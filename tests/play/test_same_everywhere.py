"""One start, one seed, one game: the same in every process, whatever else the machine does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TURNS = 2


def _played(folder: Path, hash_seed: str, *, in_pieces: bool) -> tuple[str, list[str]]:
    """State hash and printed events of a game of doctrine that a process of its own plays."""
    save = folder / f"game-{hash_seed}.wargame"
    seats = [word for seat in ("BLU", "AMB", "GRN") for word in ("--seat", f"{seat}=doctrine")]
    plays = [("play", str(save), "--turns", "1")] * TURNS
    if not in_pieces:
        plays = [("play", str(save), "--turns", str(TURNS))]
    for words in (("new", "blank", "--save", str(save), "--seed", "23", *seats), *plays):
        _run(words, hash_seed)
    view = json.loads(_run(("show", str(save), "--json"), hash_seed))
    return view["state"], [event["words"] for event in view["view"]["events"]]


def _run(words: tuple[str, ...], hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-m", "wargame", *words],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return done.stdout


@pytest.mark.parametrize("in_pieces", [False, True], ids=["at once", "turn by turn"])
def test_that_two_processes_play_one_start_alike(tmp_path: Path, *, in_pieces: bool) -> None:
    """Issue 3, list 4: nothing hangs on the order of a set, a process or a pause."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    first = _played(one, "1", in_pieces=False)
    second = _played(two, "4711", in_pieces=in_pieces)
    assert first[1]
    assert first == second
