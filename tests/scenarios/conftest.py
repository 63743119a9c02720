"""The smallest scenario, with ways to spoil it, and a cache of the tests' own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wargame.scenarios.loading import faults_of
from wargame.scenarios.opening import read_text
from wargame.scenarios.text import ScenarioText

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, so that no test leans on what another one read."""
    place = tmp_path / "cache"
    monkeypatch.setenv("WARGAME_CACHE", str(place))
    return place


@pytest.fixture(scope="session")
def tiny() -> ScenarioText:
    """A scenario of three actors and three moves without a fault."""
    return read_text(TINY)


@pytest.fixture
def spoilt(tiny: ScenarioText) -> Callable[[str, bytes | None], ScenarioText]:
    """Gives the scenario with one file replaced, or taken out when the content is None."""

    def spoil(file: str, content: bytes | None) -> ScenarioText:
        files = {name: old for name, old in tiny.files.items() if name != file}
        if content is not None:
            files[file] = content
        return ScenarioText(files, tiny.folder)

    return spoil


@pytest.fixture
def faults(
    spoilt: Callable[[str, bytes | None], ScenarioText],
) -> Callable[[str, bytes | None], list[str]]:
    """Gives every fault of the scenario with one file replaced."""

    def find(file: str, content: bytes | None) -> list[str]:
        return [str(fault) for fault in faults_of(spoilt(file, content))]

    return find
