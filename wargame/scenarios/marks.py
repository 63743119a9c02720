"""Values of a scenario file with the places where they stand, so that a fault can point there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Scalar = str | int | float | bool | None
Path = tuple[str | int, ...]
"""The way to a value from the root of a file: keys of maps, indexes of lists from 0."""

PlainData = Scalar | list["PlainData"] | dict[str, "PlainData"]


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a file.

    Attributes:
        mark: Where it begins; a map begins at its first key.
        value: A scalar, the nodes of a list, or the nodes of a map by key.
        keys: Where the keys of a map stand; empty for anything else.
        quoted: How many characters stand before the text itself, 1 for quoted scalars; -1 where
            the columns inside the text are not those of the file.
    """

    mark: Mark
    value: Scalar | list[Node] | dict[str, Node]
    keys: dict[str, Mark]
    quoted: int = 0

    def child(self, step: str | int) -> Node | None:
        """The value under a key or an index; None when there is none."""
        if isinstance(self.value, dict):
            return self.value.get(str(step))
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def walk(self, path: Path) -> Iterator[tuple[str | int, Node]]:
        """The steps of a path that exist, with the nodes they lead to."""
        node = self
        for step in path:
            found = node.child(step)
            if found is None:
                return
            node = found
            yield step, node

    def at(self, path: Path) -> Node:
        """The deepest node along a path; the node itself when nothing of it exists."""
        node = self
        for _, found in self.walk(path):
            node = found
        return node

    def text(self, key: str) -> str:
        """The text under a key of a map; empty when there is no such text."""
        found = self.child(key)
        return found.value if found is not None and isinstance(found.value, str) else ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in the YAML of one file, before anybody asks what it means."""

    mark: Mark
    path: Path
    message: str


def empty_map(file: str) -> Node:
    """A map without keys, for a file that may be left out."""
    return Node(Mark(file, 0, 0), {}, {})


def plain(node: Node) -> PlainData:
    """The bare data of a node; keys of maps without a value are left out, as if not written."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items() if part.value is not None}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value


def place_of(root: Node, kind: str, path: Path) -> str:
    """A readable dotted path, with ids for indexes, such as ``moves.M11.cost.political``."""
    parts = [] if path[:1] == (kind,) else [kind]
    node: Node | None = root
    for step in path:
        node = node.child(step) if node is not None else None
        parts.append(name_of(node, step) if isinstance(step, int) else step)
    return ".".join(parts)


def name_of(node: Node | None, index: int) -> str:
    """What an entry of a list is called: its id, its pair, or its number from 1."""
    if node is not None and isinstance(node.value, dict):
        own = node.text("id")
        if own:
            return own
        first, second = node.text("first"), node.text("second")
        if first and second and not node.text("title"):
            return f"{first}-{second}"
    return str(index + 1)
