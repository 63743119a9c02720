"""The cache saves time and nothing else: damaged, foreign or missing, the answer is the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from wargame.scenarios.tree_cache import remembered_yaml
from wargame.scenarios.yaml_nodes import read_yaml

CONTENT = ("a: .inf\nb:\n" + "  - {c: 'x', d: [1, 2.5, true, ~, é]}\n" * 200).encode()


def kept(cache: Path) -> Path:
    (tree,) = (cache / "scenarios").glob("*.tree")
    return tree


def test_that_a_remembered_tree_is_the_tree_that_was_read(cache: Path) -> None:
    fresh = read_yaml(CONTENT, "f.yaml")
    assert remembered_yaml(CONTENT, "f.yaml") == fresh
    assert kept(cache).exists()
    assert remembered_yaml(CONTENT, "f.yaml") == fresh


def test_that_a_remembered_tree_carries_the_name_it_is_asked_under() -> None:
    remembered_yaml(CONTENT, "f.yaml")
    root, _ = remembered_yaml(CONTENT, "moves/g.yaml")
    assert root is not None
    assert root.at(("b", 3, "c")).mark.file == "moves/g.yaml"


def checked(body: bytes) -> bytes:
    """A kept tree whose check sum is right, whatever it holds."""
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff" * 100,
        checked(b"[1, 2]"),
        checked(b"nonsense"),
        checked(json.dumps([1, 1, 0, {"a": 3}, {}]).encode()),
        checked(json.dumps([1, 1, 0, {"a": [1, 1, 0, 1]}]).encode()),
        checked(json.dumps(["1", 1, 0, {}]).encode()),
        checked(b"[" * 100_000),
    ],
    ids=range(8),
)
def test_that_a_damaged_cache_is_read_past(cache: Path, damaged: bytes) -> None:
    fresh = remembered_yaml(CONTENT, "f.yaml")
    kept(cache).write_bytes(damaged)
    assert remembered_yaml(CONTENT, "f.yaml") == fresh


def test_that_a_cache_with_one_changed_byte_is_read_past(cache: Path) -> None:
    fresh = remembered_yaml(CONTENT, "f.yaml")
    whole = kept(cache).read_bytes()
    kept(cache).write_bytes(whole.replace(b"2.5", b"9.5", 1))
    assert remembered_yaml(CONTENT, "f.yaml") == fresh
    kept(cache).write_bytes(whole[: len(whole) // 2])
    assert remembered_yaml(CONTENT, "f.yaml") == fresh


def test_that_a_cache_that_cannot_be_written_is_done_without(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "scenarios").write_text("in the way", "utf-8")
    assert remembered_yaml(CONTENT, "f.yaml") == read_yaml(CONTENT, "f.yaml")


def test_that_faulty_files_are_never_remembered(cache: Path) -> None:
    _, flaws = remembered_yaml(CONTENT + b"a: 2\n", "f.yaml")
    assert flaws
    assert not (cache / "scenarios").exists()


def test_that_only_so_many_trees_are_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wargame.scenarios.tree_cache._MOST", 3)
    for n in range(5):
        remembered_yaml(CONTENT + f"z: {n}\n".encode(), "f.yaml")
    assert len(list((cache / "scenarios").iterdir())) == 3
