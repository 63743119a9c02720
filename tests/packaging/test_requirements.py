"""The lock: every package named, versioned and hashed, and nothing about where it came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "requirements.txt"
TEST = ROOT / "packaging" / "requirements-dev.txt"

Pins = dict[str, set[str]]


def normal(name: str) -> str:
    """A package name as package tools compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> Pins:
    """Each requirement of a lock, with its version and marker, and its hashes."""
    found: Pins = {}
    current = ""
    for raw in lock.read_text("utf-8").splitlines():
        line = raw.strip().removesuffix("\\").strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("--hash="):
            found[current].add(line.removeprefix("--hash="))
        else:
            current = line
            found[current] = set()
    return found


def names(lock: Path) -> set[str]:
    return {normal(pin.partition("==")[0]) for pin in pins(lock)}


@pytest.mark.parametrize("lock", [RUN, TEST], ids=lambda path: path.name)
def test_that_every_requirement_has_one_version_and_hashes(lock: Path) -> None:
    for pin, hashes in pins(lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*( ; .+)?", pin), pin
        assert hashes, f"{pin} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), pin


@pytest.mark.parametrize("lock", [RUN, TEST], ids=lambda path: path.name)
def test_that_the_lock_names_no_index_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(
        r"://|--(extra-)?index-url|--find-links|--trusted-host|(^|\s)-[ifr]\s", text
    )


def test_that_the_lock_for_tests_contains_the_lock_for_running() -> None:
    running, testing = pins(RUN), pins(TEST)
    missing = {pin for pin in running if pin not in testing}
    assert not missing
    assert all(running[pin] == testing[pin] for pin in running)


def test_that_the_locks_hold_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {normal(re.split(r"[<>=!~ ;]", d)[0]) for d in project["project"]["dependencies"]}
    tools = {normal(re.split(r"[<>=!~ ;]", d)[0]) for d in project["dependency-groups"]["dev"]}
    assert declared <= names(RUN)
    assert declared | tools <= names(TEST)
    assert not tools & names(RUN), "a tool for developers is installed for players"


@pytest.mark.parametrize("lock", [RUN, TEST], ids=lambda path: path.name)
def test_that_the_defective_qt_binding_is_not_locked(lock: Path) -> None:
    qt = [pin for pin in pins(lock) if pin.startswith(("pyside6-essentials==", "shiboken6=="))]
    assert len(qt) == 2
    assert not [pin for pin in qt if pin.endswith("==6.12.0")]
