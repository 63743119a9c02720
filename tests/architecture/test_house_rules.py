"""The house rules that can be read off a file: names, openings, calls that block the window."""

from __future__ import annotations

import ast
import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "wargame"

NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}

# Calls that stop or re-enter the event loop; each with the only module that may make it.
BLOCKING_CALLS = {
    "exec": {"ui/app.py"},  # the one event loop
    "exec_": set[str](),
    "processEvents": set[str](),
    "sleep": set[str](),
    "msleep": set[str](),
    "waitForFinished": set[str](),
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def called_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The last name of every call, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno


def test_that_every_module_opens_with_why_it_exists() -> None:
    silent = [place(p) for p in modules() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_that_names_of_modules_say_what_is_in_them() -> None:
    vague = [
        place(p)
        for p in modules()
        if {p.stem, *p.relative_to(ROOT).parts[:-1]} & NAMES_THAT_SAY_NOTHING
    ]
    assert not vague


def test_that_nothing_blocks_or_reenters_the_event_loop() -> None:
    found = [
        f"{place(path)}:{line} calls {name}()"
        for path in modules()
        for name, line in called_names(ast.parse(path.read_text("utf-8")))
        if name in BLOCKING_CALLS and place(path) not in BLOCKING_CALLS[name]
    ]
    assert not found, "\n".join(found)


def test_that_stacks_of_pages_lie_in_a_widget_before_they_get_their_pages() -> None:
    found = [place(path) for path in modules() if "QStackedLayout()" in path.read_text("utf-8")]
    assert found == ["ui/widgets/surface.py"]


def test_that_untyped_values_stay_at_the_edges() -> None:
    edges = ("codec", "wire", "schema", "migrations", "yaml")
    found = [
        place(path)
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "typing"
        if any(alias.name == "Any" for alias in node.names)
        if not any(edge in place(path) for edge in edges)
    ]
    assert not found


def test_that_examples_in_docstrings_hold() -> None:
    wrong = []
    for path in modules():
        if ">>> " in path.read_text("utf-8"):
            name = ".".join(("wargame", *path.relative_to(ROOT).with_suffix("").parts))
            result = doctest.testmod(importlib.import_module(name))
            if result.failed or not result.attempted:
                wrong.append(f"{name}: {result}")
    assert not wrong, "\n".join(wrong)
