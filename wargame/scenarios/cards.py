"""What the start page and ``wargame scenarios`` show of each scenario, without checking it all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wargame import paths
from wargame.errors import ScenarioError
from wargame.scenarios.documents import read_kinds
from wargame.scenarios.findings import Findings
from wargame.scenarios.marks import Node
from wargame.scenarios.opening import read_text
from wargame.scenarios.upgrades import FORMAT

CARD_KINDS = ("scenario", "actors", "sources")
"""The kinds of files that a card is made of."""


@dataclass(frozen=True, slots=True)
class StartCard:
    """A start point on a card."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario in a list.

    Attributes:
        id: Id; the name of its folder or zip where it cannot be read.
        title: What players read; the id where there is no title.
        line: One line about it.
        seats: Playable actors (count).
        actors: All actors (count).
        turns: Turns of a full game.
        minutes: Planned length in minutes.
        sources: Sources it cites (count).
        starts: Start points.
        note: Note for participants (Markdown).
        path: Its folder or zip.
        bundled: Whether it came with the program.
        error: Why it cannot be read, in one sentence; empty when it looks sound. A scenario with
            an empty error may still have faults: opening it finds them.
    """

    id: str
    title: str
    line: str
    seats: int
    actors: int
    turns: int
    minutes: int
    sources: int
    starts: tuple[StartCard, ...]
    note: str
    path: Path
    bundled: bool
    error: str


def bundled_scenarios() -> tuple[ScenarioCard, ...]:
    """The scenarios that came with the program, by title."""
    return cards_in(paths.assets() / "scenarios", bundled=True)


def own_scenarios() -> tuple[ScenarioCard, ...]:
    """The scenarios that this person wrote or was given, by title."""
    return cards_in(paths.own_scenarios(), bundled=False)


def cards_in(folder: Path, *, bundled: bool) -> tuple[ScenarioCard, ...]:
    """A card for each scenario folder and zip in a folder, by title; none when it is not there."""
    try:
        found = [path for path in sorted(folder.iterdir()) if _looks_like_one(path)]
    except OSError:
        return ()
    cards = (card_of(path, bundled=bundled) for path in found)
    return tuple(sorted(cards, key=lambda card: (card.title.casefold(), card.id)))


def _looks_like_one(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return (path / "scenario.yaml").exists() or (path / "scenario").is_dir()
    return path.suffix.lower() == ".zip"


def card_of(path: Path, *, bundled: bool = False) -> ScenarioCard:
    """The card of one scenario; a scenario that cannot be read has a card that says why."""
    findings = Findings()
    try:
        text = read_text(path)
        read_kinds(text, findings, CARD_KINDS)
        faults = findings.sorted()
    except ScenarioError as error:
        faults = error.faults
    scenario = findings.documents.get("scenario")
    actors = _parts(findings.documents.get("actors"), "actors")
    sources = findings.documents.get("sources")
    listed = sources.child("sources") if sources else None
    own = (scenario.text("id") if scenario else "") or path.stem
    problem = f"line {faults[0].line} of {faults[0].file}: {faults[0].message}" if faults else ""
    if not problem and _number(scenario, "format") > FORMAT:
        problem = "written for a newer version of this program"
    return ScenarioCard(
        id=own,
        title=(scenario.text("title").strip() if scenario else "") or own,
        line=scenario.text("line").strip() if scenario else "",
        seats=sum(_is_playable(actor) for actor in actors),
        actors=len(actors),
        turns=_number(scenario, "turns"),
        minutes=_number(scenario, "minutes"),
        sources=len(listed.value) if listed and isinstance(listed.value, dict) else 0,
        starts=tuple(
            StartCard(part.text("id"), part.text("title")) for part in _parts(scenario, "starts")
        ),
        note=scenario.text("note") if scenario else "",
        path=path,
        bundled=bundled,
        error=problem,
    )


def _is_playable(actor: Node) -> bool:
    playable = actor.child("playable")
    return playable is not None and playable.value is True


def _number(node: Node | None, key: str) -> int:
    found = node.child(key) if node else None
    return found.value if found is not None and isinstance(found.value, int) else 0


def _parts(node: Node | None, key: str) -> list[Node]:
    found = node.child(key) if node else None
    return found.value if found is not None and isinstance(found.value, list) else []
