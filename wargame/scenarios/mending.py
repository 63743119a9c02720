"""Faulty parts are set aside so that the rest of a file can still be checked.

One bad move must not hide what is wrong elsewhere: values that pydantic refuses are taken out of
the tree, missing ones get a neutral stand-in, and what cannot be mended is dropped with the entry
that it belongs to. A mended tree is only ever checked; no scenario is built from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.scenarios.files.schema_parts import ErrorDetails
from wargame.scenarios.marks import Mark, Node, Path, PlainData

STAND_IN_ID = "unnamed"
"""The id of a scenario that has none."""

_STAND_INS: dict[str, PlainData] = {
    "name": "?", "title": "?", "text": "?", "summary": "?", "note": "?", "line": "?", "task": "?",
    "what": "?", "reason": "?", "promise": "?", "meaning": "?", "version": "?", "code": "x.x",
    "abstract_name": "?", "camp": "background", "confidence": "low", "category": "military",
    "rivera": "Violent", "step": "strike", "rung": 0, "goldstein": 0, "hostility": 1,
    "public": False, "playable": False, "invented": True, "weight": 0, "turns": 1, "turn_days": 1,
    "minutes": 1, "format": 1, "ceiling": 0, "reply_ratio": 0, "at_least": 1, "amount": 1,
    "basis": "judged", "change": "add", "fronts": [], "starts": [], "actors": [], "moves": [],
    "who": ["*"], "when": {"measure": "turn >= 1"},
}  # fmt: skip


def mended(root: Node, errors: Iterable[ErrorDetails], *, hard: bool) -> Node:
    """The tree without what was refused.

    Args:
        root: The root of a file.
        errors: What pydantic refused in it.
        hard: Drop the whole entries of lists and maps that hold a refused value, rather than the
            values alone; for a second attempt.
    """
    removed: set[Path] = set()
    added: dict[Path, PlainData] = {}
    for error in errors:
        path: Path = tuple(step for step in error["loc"] if step != "[key]")
        if hard:
            removed.add(_entry(path))
        elif error["type"] != "missing":
            removed.add(_existing(root, path))
        elif path == ("id",):
            added[path] = STAND_IN_ID
        elif path[-1] == "day":
            # So that a past act is never blamed for the day of its start point, nor the reverse.
            added[path] = "0001-01-01" if "past" in path else "9999-12-31"
        elif path[-1] in _STAND_INS:
            added[path] = _STAND_INS[str(path[-1])]
        else:
            removed.add(_entry(path))
    return _rebuilt(root, (), removed, added)


def _existing(root: Node, path: Path) -> Path:
    """The part of a path that leads to something written."""
    return path[: sum(1 for _ in root.walk(path))]


def _entry(path: Path) -> Path:
    """The innermost entry of a list, or of the file's own map, that a path lies in."""
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            return path[:length]
    return path[:2]


def _rebuilt(node: Node, path: Path, removed: set[Path], added: dict[Path, PlainData]) -> Node:
    if isinstance(node.value, dict):
        entries = {
            key: _rebuilt(part, (*path, key), removed, added)
            for key, part in node.value.items()
            if (*path, key) not in removed
        }
        for place, stand_in in added.items():
            if place[:-1] == path:
                entries[str(place[-1])] = _node(node.mark, stand_in)
        return replace(node, value=entries)
    if isinstance(node.value, list):
        parts = [
            _rebuilt(part, (*path, n), removed, added)
            for n, part in enumerate(node.value)
            if (*path, n) not in removed
        ]
        return replace(node, value=parts)
    return node


def _node(mark: Mark, data: PlainData) -> Node:
    """A stand-in as if it had been written at a place."""
    if isinstance(data, dict):
        return Node(mark, {key: _node(mark, part) for key, part in data.items()}, {})
    if isinstance(data, list):
        return Node(mark, [_node(mark, part) for part in data], {})
    return Node(mark, data, {})
