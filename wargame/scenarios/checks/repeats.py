"""Ids that are given twice, found in the raw files so that faulty entries count as well."""

from __future__ import annotations

from wargame.scenarios.findings import Findings, shown
from wargame.scenarios.marks import Node, Path

_LISTS = (
    ("actors", "actors"),
    ("moves", "moves"),
    ("injects", "injects"),
    ("injects", "answers"),
    ("scenario", "fronts"),
    ("scenario", "starts"),
)


def check_repeats(findings: Findings) -> None:
    """Ids of actors, moves, injects, answers, fronts, starts, and of what lies within an actor."""
    for kind, key in _LISTS:
        root = findings.documents[kind]
        _check_list(findings, kind, (key,), root)
        if kind == "actors":
            for n in range(len(_parts(root, (key,)))):
                _check_list(findings, kind, (key, n, "objectives"), root)
                _check_list(findings, kind, (key, n, "red_lines"), root)


def _parts(root: Node, path: Path) -> list[Node]:
    steps = list(root.walk(path))
    if len(steps) < len(path) or not isinstance(steps[-1][1].value, list):
        return []
    return steps[-1][1].value


def _check_list(findings: Findings, kind: str, path: Path, root: Node) -> None:
    seen: dict[str, Node] = {}
    for n, part in enumerate(_parts(root, path)):
        own = part.text("id")
        if own and own in seen:
            first = seen[own].mark
            message = f"the id {shown(own)} was already given in {first.file}, line {first.line}"
            findings.add(kind, (*path, n, "id"), message)
        seen.setdefault(own, part)
