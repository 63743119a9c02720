"""One reading of a scenario under review: its files as models, its names, its faults so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wargame.model.scenario import Parameter
from wargame.scenarios.files.actors_file import MOST_ACTORS, ActorPart, ActorsFile
from wargame.scenarios.files.moves_file import MovePart, MovesFile
from wargame.scenarios.files.other_files import (
    InjectsFile,
    ParametersFile,
    RelationsFile,
    SourcesFile,
)
from wargame.scenarios.files.scenario_file import ScenarioFile
from wargame.scenarios.findings import Findings, shown
from wargame.scenarios.marks import Node, Path
from wargame.scenarios.text import ScenarioText

DEFAULT_TOP = 20
"""The highest rung of the usual ladder (MODEL D3)."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files as models; None where a file is so broken that nothing of it could be kept."""

    scenario: ScenarioFile | None
    actors: ActorsFile | None
    relations: RelationsFile | None
    moves: MovesFile | None
    injects: InjectsFile | None
    parameters: ParametersFile | None
    sources: SourcesFile | None


Ids = dict[str, None]
"""Ids in their order, quick to look up."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every id that is written somewhere, also of entries that are otherwise faulty.

    The ids are keys, in the order of the files. An attribute is None when its file cannot be read;
    then nothing is said about such ids.
    """

    actors: Ids | None
    playable: frozenset[str]
    moves: Ids | None
    fronts: Ids | None
    sources: Ids | None

    def of(self, what: str) -> Ids | None:
        """The ids of actors, moves, fronts or sources, by the word in the singular."""
        known = {
            "actor": self.actors,
            "move": self.moves,
            "front": self.fronts,
            "source": self.sources,
        }
        return known[what]


def names_in(documents: Mapping[str, Node], readable: frozenset[str]) -> Names:
    """The ids that the files give.

    Args:
        documents: Root nodes by kind.
        readable: The kinds of which every file could be read.
    """

    def ids(kind: str, key: str) -> Ids | None:
        if kind not in readable:
            return None
        found = documents[kind].child(key)
        if found is None or found.value is None:
            return {}
        if not isinstance(found.value, list):
            return None
        own = (part.text("id") for part in found.value)
        return dict.fromkeys(filter(None, own))

    actors = documents["actors"].child("actors")
    parts = actors.value if actors is not None and isinstance(actors.value, list) else []
    playable = {p.text("id") for p in parts if (c := p.child("playable")) is None or c.value}
    listed = documents["sources"].child("sources")
    sources = listed.value if listed is not None else {}
    return Names(
        actors=ids("actors", "actors"),
        playable=frozenset(playable),
        moves=ids("moves", "moves"),
        fronts=ids("scenario", "fronts"),
        sources=(
            dict.fromkeys(sources) if "sources" in readable and isinstance(sources, dict) else None
        ),
    )


@dataclass(frozen=True, slots=True)
class Review:
    """What every check gets.

    Attributes:
        text: The files word for word.
        files: The files as models.
        names: Every id.
        findings: Where faults go.
        known_parameters: The law's parameters by key; None leaves keys unchecked.
    """

    text: ScenarioText
    files: Files
    names: Names
    findings: Findings
    known_parameters: Mapping[str, Parameter] | None

    @property
    def cast(self) -> tuple[str, ...]:
        """The ids of every actor; none when they cannot be known, or are too many to be right."""
        known = self.names.actors or {}
        return tuple(known) if len(known) <= MOST_ACTORS else ()

    @property
    def actors(self) -> list[ActorPart]:
        """The actors that could be read."""
        return self.files.actors.actors if self.files.actors else []

    @property
    def moves(self) -> list[MovePart]:
        """The moves that could be read."""
        return self.files.moves.moves if self.files.moves else []

    @property
    def top_rung(self) -> int:
        """The highest rung of the ladder."""
        scenario = self.files.scenario
        if scenario is None or not scenario.rungs:
            return DEFAULT_TOP
        return max(rung.number for rung in scenario.rungs)

    def check_name(
        self, what: str, name: str | None, kind: str, path: Path, offset: int = 0
    ) -> bool:
        """Whether an id points somewhere; a fault with near names when it does not.

        Args:
            what: ``actor``, ``move``, ``front`` or ``source``.
            name: The id; None and an empty one are always right.
            kind: The document it is written in.
            path: Where in that document.
            offset: Characters into the text.
        """
        known = self.names.of(what)
        if not name or known is None or name in known:
            return True
        hint = self.findings.near(name, known)
        self.findings.add(kind, path, f"there is no {what} {shown(name)}{hint}", offset=offset)
        return False

    def check_names(self, what: str, names: Iterable[str], kind: str, path: Path) -> None:
        """A list of ids: each points somewhere, none stands twice."""
        seen: set[str] = set()
        for n, name in enumerate(names):
            self.check_name(what, name, kind, (*path, n))
            if name in seen:
                self.findings.add(kind, (*path, n), f"{shown(name)} is named twice")
            seen.add(name)

    def check_rung(self, rung: float, kind: str, path: Path) -> None:
        """A rung is on the ladder."""
        if rung > self.top_rung:
            self.findings.add(
                kind,
                path,
                f"rung {rung:g} is above the ladder, which ends at R{self.top_rung}",
            )

    def check_sources(self, sources: list[str], kind: str, path: Path) -> None:
        """The sources of an entry exist."""
        self.check_names("source", sources, kind, (*path, "sources"))
