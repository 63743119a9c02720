"""The cards of the scenarios, kept between two starts because reading scenarios takes time.

The cards are kept under a fingerprint of every file they could have been made of. Whatever is
damaged, from another version or out of date is made anew; nothing depends on this but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from wargame import __version__, paths


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario in the list of scenarios.

    Attributes:
        id: Id of the scenario.
        title: What players read.
        line: One line about it.
        seats: Playable actors (count).
        turns: Turns of a full game.
        minutes: Planned length in minutes.
        sources: Sources it cites (count).
        starts: Start points: id and title.
        note: Note for participants (Markdown).
        path: Its folder or zip.
        bundled: Whether it came with the program.
        error: Why it cannot be read, in one sentence; empty when it looks sound.
        band: Number of the band in which it starts; None while that is not known.
        band_count: How many bands it has.
        band_name: Name of that band.
    """

    id: str
    title: str
    line: str
    seats: int
    turns: int
    minutes: int
    sources: int
    starts: tuple[tuple[str, str], ...]
    note: str
    path: Path
    bundled: bool
    error: str
    band: int | None = None
    band_count: int = 0
    band_name: str = ""


def fingerprint_of(folders: Iterable[Path]) -> str:
    """SHA-256 over names, sizes and times of all files in the folders, and over this version."""
    digest = hashlib.sha256(__version__.encode())
    for folder in folders:
        digest.update(os.fsencode(folder))
        for place, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = os.path.join(place, name)  # noqa: PTH118 - a Path for each file is slower
                with contextlib.suppress(OSError):
                    seen = os.stat(path)  # noqa: PTH116
                    digest.update(f"{path}\0{seen.st_size}\0{seen.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def recalled_cards(fingerprint: str) -> tuple[ScenarioCard, ...] | None:
    """The cards kept under a fingerprint; None when there are none."""
    try:
        kept = json.loads(_place().read_text("utf-8"))
        if kept["fingerprint"] != fingerprint:
            return None
        return tuple(
            ScenarioCard(
                **{
                    **card,
                    "path": Path(card["path"]),
                    "starts": tuple((start[0], start[1]) for start in card["starts"]),
                }
            )
            for card in kept["cards"]
        )
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def keep_cards(fingerprint: str, cards: Iterable[ScenarioCard]) -> None:
    """Keep cards for the next start; a cache that cannot be written is no reason to fail."""
    rows = [{**asdict(card), "path": str(card.path)} for card in cards]
    with contextlib.suppress(OSError, ValueError):
        place = _place()
        place.parent.mkdir(parents=True, exist_ok=True)
        written = place.with_suffix(f".{os.getpid()}")
        written.write_text(json.dumps({"fingerprint": fingerprint, "cards": rows}), "utf-8")
        written.replace(place)


def _place() -> Path:
    return paths.cache() / "scenario-cards.json"
