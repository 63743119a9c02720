"""Remembers the trees of files that were read before, because reading YAML is the slow part.

A tree is kept under the hash of its file's bytes, so that it can never be the tree of another text.
What is damaged, unreadable or from another version is read anew from the file; nothing depends on
the cache but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from wargame import paths
from wargame.scenarios.marks import Flaw, Mark, Node, PlainData

_FORM = b"1"
"""Changes with the form of the kept trees and with what the reader makes of a text."""

_SMALLEST = 4096
"""Files below this many bytes are read faster than a cache is asked."""

_MOST = 300
"""How many trees are kept; the oldest go first."""


def remembered_yaml(content: bytes, file: str) -> tuple[Node | None, tuple[Flaw, ...]]:
    """The same as ``read_yaml``, from the cache where the same bytes were read before."""
    if len(content) < _SMALLEST:
        return _read(content, file)
    kept = paths.cache() / "scenarios" / f"{hashlib.sha256(_FORM + content).hexdigest()}.tree"
    known = _recalled(kept, file)
    if known is not None:
        return known, ()
    root, flaws = _read(content, file)
    if root is not None and not flaws:
        # A cache that cannot be written, on a full disk say, is no reason to fail.
        with contextlib.suppress(OSError):
            _keep(kept, root)
    return root, flaws


def _read(content: bytes, file: str) -> tuple[Node | None, tuple[Flaw, ...]]:
    from wargame.scenarios.yaml_nodes import read_yaml

    return read_yaml(content, file)


def _keep(kept: Path, root: Node) -> None:
    body = json.dumps(_packed(root), separators=(",", ":")).encode()
    kept.parent.mkdir(parents=True, exist_ok=True)
    written = kept.with_suffix(f".{os.getpid()}")
    written.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    written.replace(kept)
    trees = sorted(kept.parent.glob("*.tree"), key=lambda path: path.stat().st_mtime)
    for old in trees[:-_MOST]:
        old.unlink()


def _recalled(kept: Path, file: str) -> Node | None:
    try:
        check, _, body = kept.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != check:
            return None
        return _unpacked(json.loads(body), file)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _packed(node: Node) -> PlainData:
    """A node as JSON: line, column, columns before the text, value, and where keys stand."""
    head: list[PlainData] = [node.mark.line, node.mark.column, node.quoted]
    if isinstance(node.value, dict):
        keys: dict[str, PlainData] = {
            key: [mark.line, mark.column] for key, mark in node.keys.items()
        }
        return [*head, {key: _packed(part) for key, part in node.value.items()}, keys]
    if isinstance(node.value, list):
        return [*head, [_packed(part) for part in node.value]]
    return [*head, node.value]


def _unpacked(data: PlainData, file: str) -> Node:
    """The node again.

    Raises:
        TypeError: The data have another shape.
        ValueError: The same.
        LookupError: The same.
    """
    if not isinstance(data, list):
        raise TypeError("not a node")
    line, column, quoted, value, *rest = data
    if not (isinstance(line, int) and isinstance(column, int) and isinstance(quoted, int)):
        raise TypeError("not a place")
    mark = Mark(file, line, column)
    if isinstance(value, dict):
        parts = {key: _unpacked(part, file) for key, part in value.items()}
        return Node(mark, parts, _keys(rest[0], file), quoted)
    if isinstance(value, list):
        return Node(mark, [_unpacked(part, file) for part in value], {}, quoted)
    return Node(mark, value, {}, quoted)


def _keys(data: PlainData, file: str) -> dict[str, Mark]:
    if not isinstance(data, dict):
        raise TypeError("not the places of keys")
    found: dict[str, Mark] = {}
    for key, place in data.items():
        if not isinstance(place, list):
            raise TypeError("not a place")
        line, column = place
        if not (isinstance(line, int) and isinstance(column, int)):
            raise TypeError("not a place")
        found[key] = Mark(file, line, column)
    return found
