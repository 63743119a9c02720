"""Files become one document of each kind: split files put together, older formats brought up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.scenarios.findings import Findings, shown
from wargame.scenarios.marks import Flaw, Mark, Node, empty_map, place_of
from wargame.scenarios.text import KINDS, ScenarioText, is_stray
from wargame.scenarios.tree_cache import remembered_yaml
from wargame.scenarios.upgrades import FORMAT, upgraded

NEEDED = frozenset({"scenario", "actors", "moves"})
"""The kinds without which there is no scenario."""


def read_documents(text: ScenarioText, findings: Findings) -> frozenset[str]:
    """Put the root of every kind into ``findings.documents``.

    Args:
        text: The files.
        findings: Gets the documents and every fault of their YAML.

    Returns:
        The kinds of which every file could be read; the others hold what could be.
    """
    _say_strays(text, findings)
    return read_kinds(text, findings, KINDS)


def read_kinds(text: ScenarioText, findings: Findings, kinds: Iterable[str]) -> frozenset[str]:
    """The same for some of the kinds only."""
    readable: set[str] = set()
    flaws: list[tuple[str, Flaw]] = []
    for kind in kinds:
        files = text.of_kind(kind)
        roots: list[Node] = []
        for name, content in files.items():
            root, found = remembered_yaml(content, name)
            flaws += [(kind, flaw) for flaw in found]
            if root is not None and isinstance(root.value, dict):
                roots.append(root)
            elif root is not None:
                message = f"expected keys such as “{kind}:”, found {shown(root.value)}"
                flaws.append((kind, Flaw(root.mark, (), message)))
        if len(roots) == len(files):
            readable.add(kind)
        if kind in NEEDED and not files:
            message = "the file is missing; every scenario has one"
            flaws.append((kind, Flaw(Mark(f"{kind}.yaml", 0, 0), (), message)))
            readable.discard(kind)
        findings.documents[kind] = _together(kind, roots, flaws)
    for kind, flaw in flaws:
        if findings.documents[kind].mark.file == flaw.mark.file:
            findings.touch(kind, flaw.path)
        place = ".".join((kind, *(str(step) for step in flaw.path if step != kind)))
        findings.add_at(
            flaw.mark, _named(findings.documents[kind], kind, flaw) or place, flaw.message
        )
    return frozenset(readable)


def _named(root: Node, kind: str, flaw: Flaw) -> str:
    """The place of a flaw with ids for numbers, where the document is one file."""
    return place_of(root, kind, flaw.path) if root.mark.file == flaw.mark.file else ""


def _together(kind: str, roots: list[Node], flaws: list[tuple[str, Flaw]]) -> Node:
    """One root of several files: lists one after another, maps side by side."""
    if not roots:
        return empty_map(f"{kind}.yaml")
    whole = roots[0]
    for part in roots[1:]:
        whole = _joined(kind, whole, part, flaws)
    return whole


def _joined(kind: str, one: Node, other: Node, flaws: list[tuple[str, Flaw]]) -> Node:
    assert isinstance(one.value, dict)  # noqa: S101 - for the type checker; callers pass maps
    assert isinstance(other.value, dict)  # noqa: S101
    entries = dict(one.value)
    for key, part in other.value.items():
        here = entries.get(key)
        if here is None or here.value is None:
            entries[key] = part
        elif isinstance(here.value, list) and isinstance(part.value, list):
            entries[key] = replace(here, value=here.value + part.value)
        elif isinstance(here.value, dict) and isinstance(part.value, dict):
            entries[key] = _side_by_side(kind, key, here, part, flaws)
        elif part.value is not None:
            mark = other.keys[key]
            message = f"the key “{key}” was already given in {here.mark.file}"
            flaws.append((kind, Flaw(mark, (key,), message)))
    return replace(one, value=entries, keys={**other.keys, **one.keys})


def _side_by_side(
    kind: str, key: str, one: Node, other: Node, flaws: list[tuple[str, Flaw]]
) -> Node:
    assert isinstance(one.value, dict)  # noqa: S101 - for the type checker; callers pass maps
    assert isinstance(other.value, dict)  # noqa: S101
    for name, mark in other.keys.items():
        if name in one.keys:
            first = one.keys[name]
            message = f"the key “{name}” was already given in {first.file}, line {first.line}"
            flaws.append((kind, Flaw(mark, (key, name), message)))
    return replace(one, value={**other.value, **one.value}, keys={**other.keys, **one.keys})


def _say_strays(text: ScenarioText, findings: Findings) -> None:
    for name in text.files:
        if is_stray(name):
            stem = name.rpartition("/")[2].partition(".")[0]
            near = findings.nearest(stem, KINDS)[:1] or KINDS
            meant = " or ".join(f"{kind}.yaml" for kind in near)
            message = f"not a file of a scenario; perhaps {meant} is meant"
            findings.add_at(Mark(name, 0, 0), "file", message)


def check_format(findings: Findings, *, readable: bool) -> bool:
    """Bring older documents up to the present format.

    Args:
        findings: Holds the documents, and gets the fault if there is one.
        readable: Whether ``scenario.yaml`` could be read.

    Returns:
        Whether the documents can be checked; False for formats of a newer program.
    """
    if not readable:
        return True
    root = findings.documents["scenario"]
    written = root.child("format")
    found = written.value if written is not None else None
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        return True  # the file's model says what is wrong with it
    if found > FORMAT:
        message = (
            f"format {found} was written by a newer program; this one reads up to format {FORMAT}"
        )
        findings.add("scenario", ("format",), message)
        return False
    findings.documents.update(upgraded(findings.documents, found))
    return True
