"""The compiled law as a window follows its making."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from wargame.play.forecasts.compiled_law import CompiledLaw, LawState, Preparation
from wargame.play.forecasts.forecast import prepare
from wargame.play.forecasts.forecast_start import forecast_start


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def unknown(cache: Path) -> Iterator[CompiledLaw]:
    """The law of a scenario that does not exist."""
    assert not cache.exists()
    law = CompiledLaw("no-such-scenario")
    yield law
    law.end()


def waited(law: CompiledLaw, seconds: float = 60.0) -> Preparation:
    """What is said once the process has ended, or at the end of patience."""
    until = time.monotonic() + seconds
    while law.now().state is LawState.COMPILING and time.monotonic() < until:
        pass
    return law.now()


def test_that_nothing_is_compiled_unasked(unknown: CompiledLaw) -> None:
    assert unknown.now() == Preparation(LawState.UNASKED)


def test_that_a_failure_is_told_in_one_sentence(unknown: CompiledLaw) -> None:
    unknown.start()
    assert unknown.now().state is LawState.COMPILING
    said = waited(unknown)
    assert said.state is LawState.FAILED
    assert "no-such-scenario" in said.sentence
    assert said.sentence.endswith(".")


def test_that_asking_never_waits(unknown: CompiledLaw) -> None:
    unknown.start()
    began = time.perf_counter()
    unknown.now()
    assert time.perf_counter() - began < 0.1


def test_that_the_end_leaves_no_process_behind(unknown: CompiledLaw) -> None:
    unknown.start()
    unknown.end()
    assert unknown.now().state is LawState.UNASKED
    unknown.end()


@pytest.mark.compiled
def test_that_the_law_is_compiled_in_parts_and_kept(cache: Path) -> None:
    first, second = CompiledLaw("after-tehran"), CompiledLaw("after-tehran")
    try:
        first.start()
        said = waited(first, 300.0)
        assert (said.state, said.done, said.total) == (LawState.READY, 4, 4)
        kept = sorted((cache / "law").iterdir())
        second.start()
        assert waited(second, 60.0).is_ready
        assert sorted((cache / "law").iterdir()) == kept
    finally:
        first.end()
        second.end()


@pytest.mark.compiled
def test_that_what_is_compiled_already_is_found_without_a_process() -> None:
    scenario, world = forecast_start("after-tehran", None)
    prepare(scenario, world, lambda _done, _total: None)
    # A process for this name would fail.
    law = CompiledLaw("no-such-scenario", scenario)
    law.start()
    until = time.monotonic() + 60.0
    while law.now().state is LawState.LOOKING and time.monotonic() < until:
        pass
    assert law.now() == Preparation(LawState.READY)
    law.end()
    assert not any(thread.name == "law" for thread in threading.enumerate())


def test_that_it_is_said_where_the_law_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a folder is wanted")
    monkeypatch.setenv("WARGAME_CACHE", str(blocked))
    # A process for this name would fail; none is started.
    law = CompiledLaw("no-such-scenario")
    law.start()
    words = "Preparing the forecast anew: its folder cannot be written"
    assert law.now() == Preparation(LawState.READY, sentence=words)
    assert blocked.is_file()
    law.end()
    assert law.now().is_ready


def test_that_what_is_not_compiled_is_looked_for_and_then_compiled(cache: Path) -> None:
    scenario, _ = forecast_start("after-tehran", None)
    law = CompiledLaw("no-such-scenario", scenario)
    law.start()
    seen = set()
    until = time.monotonic() + 60.0
    while law.now().state in {LawState.LOOKING, LawState.COMPILING} and time.monotonic() < until:
        seen.add(law.now().state)
    assert LawState.COMPILING in seen
    assert law.now().state is LawState.FAILED
    assert not (cache / "law").exists()


def test_that_the_end_waits_for_a_look() -> None:
    scenario, _ = forecast_start("after-tehran", None)
    law = CompiledLaw("no-such-scenario", scenario)
    law.start()
    law.end()
    assert law.now().state is LawState.UNASKED
    assert not any(thread.name == "law" for thread in threading.enumerate())
