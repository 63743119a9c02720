"""The house rules of the code base on who may import what, checked on every test run.

Only the standard library is used: files are parsed, never imported, so this
runs in well under a second and needs neither Qt nor SQLAlchemy.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2] / "wargame"

# What each package may import from wargame. Read it top to bottom: a row only
# names rows above it, so the arrows all point up the page and cannot circle.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "paths": set(),
    "model": {"errors"},
    "engine": {"errors", "model"},
    "scenarios": {"errors", "paths", "model"},
    "storage": {"errors", "paths", "model"},
    "opponents": {"errors", "model", "engine"},
    "play": {"errors", "paths", "model", "engine", "scenarios", "storage", "opponents"},
    "reports": {"errors", "paths", "model", "play"},
    "cli": {"errors", "paths", "model", "scenarios", "play", "reports"},
    "ui": {"errors", "paths", "model", "scenarios", "play", "reports"},
    "__main__": {"errors", "cli", "ui"},
    "__init__": set(),
}

# Inside ui the pages are strangers to one another; only the window knows them.
_PAGE = {"theme", "printing", "worker", "bridge", "widgets", "item_models", "charts", "map"}
_SCREENS = {
    "home",
    "setup",
    "handover",
    "facilitator",
    "team",
    "adjudicate",
    "injects",
    "debrief",
    "practice",
    "learning",
    "workshop",
    "projector",
}
UI_MAY_IMPORT: dict[str, set[str]] = {
    "theme": set(),
    "worker": set(),
    "printing": {"theme"},  # the colour of paper
    "bridge": {"worker"},
    "widgets": {"theme"},
    "item_models": {"theme", "bridge"},
    "charts": {"theme", "widgets"},
    "map": {"theme", "widgets", "item_models"},  # it can be read as a table
    **{screen: set(_PAGE) for screen in sorted(_SCREENS)},
    "shell": set(_PAGE),  # what stands around the screens, and knows none of them
    # The controllers: what screens wish becomes a command to the game.
    "exercise": _PAGE | _SCREENS,
    "debriefing": _PAGE | _SCREENS | {"exercise"},
    "practising": _PAGE | _SCREENS | {"exercise"},
    "preparation": _PAGE | _SCREENS | {"debriefing", "practising"},
    "main_window": _PAGE | _SCREENS | {"shell", "preparation", "exercise", "practising"},
    "app": _PAGE | {"shell", "main_window"},
    "__init__": set(),
}

# Each foreign library has one owner; everyone else goes through the owner.
OWNERS: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "pyqtgraph": {"ui"},
    "networkx": {"ui"},
    "sqlalchemy": {"storage"},
    "sqlite3": {"storage"},
    "alembic": {"storage"},
    "msgspec": {"storage"},  # the canonical form of events, and their codec
    "ruamel": {"scenarios"},
    "pydantic": {"scenarios"},
    "numba": {"engine"},
    "llvmlite": {"engine"},
    "numpy": {"engine", "opponents", "play", "reports", "ui"},  # where numbers are made or drawn
    "platformdirs": {"paths"},
    "docx": {"reports"},
    "openpyxl": {"reports"},
    "jinja2": {"reports"},
    "markdown_it": {"reports"},
    "random": set(),  # randomness is addressed through engine/law/rng.py
    "secrets": {"play"},  # a fresh seed where nobody chose one
    "pickle": set(),  # saves are read by people and by later versions
}

MAX_LINES = 400


class Import(NamedTuple):
    file: Path
    line: int
    target: str  # dotted name as written, made absolute


def package_of(dotted: str) -> str:
    """The row of MAY_IMPORT a dotted wargame name belongs to."""
    parts = dotted.split(".")
    row = parts[1] if len(parts) > 1 else "__init__"
    return "__init__" if row == "__version__" else row


def module_of(path: Path) -> str:
    """The dotted name of a file, without the leading ``wargame.``."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports_of(path: Path) -> Iterator[Import]:
    """Every import in a file, also those inside functions and TYPE_CHECKING."""
    home = ("wargame", *path.relative_to(ROOT).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(path, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            base = home[: len(home) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *filter(None, [node.module])))
            for alias in node.names:
                yield Import(path, node.lineno, f"{stem}.{alias.name}")


def all_imports() -> list[Import]:
    return [item for path in sorted(ROOT.rglob("*.py")) for item in imports_of(path)]


def where(item: Import) -> str:
    return f"{item.file.relative_to(ROOT.parent)}:{item.line} imports {item.target}"


def test_that_every_package_has_a_row_in_the_table() -> None:
    for root, table in ((ROOT, MAY_IMPORT), (ROOT / "ui", UI_MAY_IMPORT)):
        found = {p.relative_to(root).parts[0] for p in root.rglob("*.py")}
        names = {name.removesuffix(".py") for name in found}
        assert names <= table.keys(), f"decide their row: {names - table.keys()}"


def test_that_imports_between_packages_go_one_way() -> None:
    broken = []
    for item in all_imports():
        if item.target.split(".")[0] != "wargame":
            continue
        here = module_of(item.file).split(".")[0]
        there = package_of(item.target)
        if there not in MAY_IMPORT.get(here, set()) | {here, "__init__"}:
            broken.append(where(item))
    assert not broken, "against the one-way rule:\n" + "\n".join(broken)


def test_that_ui_pages_do_not_know_one_another() -> None:
    broken = []
    for item in all_imports():
        here, there = module_of(item.file).split("."), item.target.split(".")
        if here[0] != "ui" or there[:2] != ["wargame", "ui"]:
            continue
        mine, theirs = here[1], there[2] if len(there) > 2 else "__init__"
        if theirs not in UI_MAY_IMPORT.get(mine, set()) | {mine}:
            broken.append(where(item))
    assert not broken, "against the ui rule:\n" + "\n".join(broken)


def test_that_the_rule_tables_themselves_have_no_circle() -> None:
    for table in (MAY_IMPORT, UI_MAY_IMPORT):
        seen: set[str] = set()
        for name, allowed in table.items():
            assert allowed <= seen, f"{name} names a row below itself: {allowed - seen}"
            seen.add(name)


def test_that_package_inits_hold_a_docstring_and_no_imports() -> None:
    full = [where(i) for i in all_imports() if i.file.name == "__init__.py"]
    assert not full, "circles start in an __init__ that imports:\n" + "\n".join(full)


def test_that_each_foreign_library_is_imported_by_its_owner_only() -> None:
    broken = []
    for item in all_imports():
        owners = OWNERS.get(item.target.split(".")[0])
        here = module_of(item.file)
        if owners is not None and not any(here == o or here.startswith(o + ".") for o in owners):
            broken.append(where(item))
    assert not broken, "imported outside its owner:\n" + "\n".join(broken)


def test_that_pydantic_is_entered_by_one_door() -> None:
    """Its modules import one another: threads by two doors may meet one that is half there."""
    doors = {item.file.name for item in all_imports() if item.target.startswith("pydantic")}
    assert doors == {"schema_parts.py"}


def test_that_modules_inside_a_package_do_not_import_in_a_circle() -> None:
    known = {"wargame." + module_of(p): p for p in ROOT.rglob("*.py")}
    graph: dict[str, set[str]] = {name: set() for name in known}
    for item in all_imports():
        here = "wargame." + module_of(item.file)
        for candidate in (item.target, item.target.rpartition(".")[0]):
            if candidate in known and candidate != here:
                graph[here].add(candidate)
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, "circle: " + " -> ".join((*trail, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_that_no_file_outgrows_the_limit() -> None:
    sizes = {p: len(p.read_text("utf-8").splitlines()) for p in ROOT.rglob("*.py")}
    big = [f"{module_of(p)}: {n}" for p, n in sizes.items() if n > MAX_LINES]
    assert not big, f"over {MAX_LINES} lines, split it:\n" + "\n".join(big)
