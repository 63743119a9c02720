"""What the window imports before its first paint: a shell, and nothing that is slow to load."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "wargame" / "ui" / "app.py"

SLOW_TO_LOAD = {
    "alembic",
    "docx",
    "jinja2",
    "llvmlite",
    "networkx",
    "numba",
    "numpy",
    "openpyxl",
    "pydantic",
    "pyqtgraph",
    "ruamel",
    "scipy",
    "sqlalchemy",
}


def libraries_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    script = (
        f"import json, sys\n{statement}\nprint(json.dumps([n.split('.')[0] for n in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=APP.parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout))


@pytest.mark.skipif(not APP.exists(), reason="the window is not written yet")
def test_that_the_window_opens_before_anything_slow_is_imported() -> None:
    assert not libraries_after("import wargame.ui.app") & SLOW_TO_LOAD


def test_that_naming_the_package_imports_nothing_slow() -> None:
    assert not libraries_after("import wargame, wargame.paths") & {*SLOW_TO_LOAD, "PySide6"}
