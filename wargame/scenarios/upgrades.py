"""Older formats of scenario files, brought up to the present one before anything is checked.

Format 0 is the draft in which the first scenarios were sketched. It is format 1 with one
difference: the length of a turn was called ``turn_length_days``, now ``turn_days``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wargame.scenarios.marks import Node

FORMAT = 1
"""The format that this program reads and writes."""

Documents = dict[str, Node]


def renamed(node: Node, old: str, new: str) -> Node:
    """A map with one key under another name, everything else and every place as it was."""
    if not isinstance(node.value, dict) or old not in node.value or new in node.value:
        return node
    return replace(
        node,
        value={new if key == old else key: part for key, part in node.value.items()},
        keys={new if key == old else key: mark for key, mark in node.keys.items()},
    )


def _from_0(documents: Documents) -> Documents:
    scenario = renamed(documents["scenario"], "turn_length_days", "turn_days")
    return {**documents, "scenario": scenario}


UPGRADES: tuple[Callable[[Documents], Documents], ...] = (_from_0,)
"""Upgrade number n takes documents of format n to format n + 1."""


def upgraded(documents: Documents, found: int) -> Documents:
    """Documents of an older format, as the present format would have them.

    Args:
        documents: Root nodes by kind; ``scenario`` is among them.
        found: The format that the files say they have, 0 to ``FORMAT``.
    """
    for upgrade in UPGRADES[found:FORMAT]:
        documents = upgrade(documents)
    return documents
