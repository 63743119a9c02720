"""The project's own measurements: each a ratio to something measured in the same run.

Absolute times on shared machines say little; a ratio of two things measured turn about says more.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import fold
from wargame.model.events import PhaseBegan, Record, SessionStarted
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings
from wargame.storage.measure import append_latency, reading_time, typical_events

_BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
class Bare(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QApplication.instance().quit()
app = QApplication(sys.argv[:1])
window = Bare("Wargame")
window.resize(1440, 900)
window.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the bench.

    Attributes:
        name: What was measured.
        ours_ms: Median of ours in milliseconds.
        reference_ms: Median of what it is compared with; 0 where there is a bound instead.
        reference: What it is compared with, or the bound.
        ratio: Ours as a multiple of the reference or of the bound.
        goal: The largest ratio that is good.
    """

    name: str
    ours_ms: float
    reference_ms: float
    reference: str
    ratio: float
    goal: float

    @property
    def is_good(self) -> bool:
        """Whether the goal is met."""
        return self.ratio <= self.goal


def measurements(rounds: int = 7) -> Iterator[Measured]:
    """Every measurement, one after the other, as each is done.

    Args:
        rounds: Repeats of each; medians are given.
    """
    yield _first_paint(rounds, "--exit-after-first-paint", "first painted window", 1.5)
    yield _first_paint(rounds, "--exit-after-home", "start page with its lists", 3.0)
    append = append_latency(rounds)
    yield Measured(
        "durable append", append.ours_ms, append.reference_ms, append.reference, append.ratio, 1.6
    )
    reading = reading_time(rounds=rounds)
    yield Measured(
        "open 10,000 events", reading.ours_ms, 0.0, "500 ms with the fold", reading.ours_ms / 500, 1
    )
    scenario = find_scenario("after-tehran").scenario
    yield _fold(scenario, rounds)
    yield _adjudication(scenario, rounds)
    yield from _forecasts(rounds)


def _forecasts(rounds: int) -> Iterator[Measured]:
    """The forecast: compiling, the first answer, rollouts, threads (design/PERFORMANCE.md)."""
    # NumPy and the law come in here, after the window has been measured.
    from wargame.play.bench.forecast_bench import forecast_times

    t = forecast_times(rounds)
    yield Measured("compile the law", t.compiling, 0.0, "4 s", t.compiling / 4_000, 1.0)
    yield Measured("first forecast, law kept", t.first, 0.0, "1 s", t.first / 1_000, 1.0)
    yield Measured("500 rollouts", t.five_hundred, 0.0, "50 ms", t.five_hundred / 50, 1.0)
    ten_thousand = t.ten_thousand / 500
    yield Measured("10,000 rollouts, two threads", t.ten_thousand, 0.0, "0.5 s", ten_thousand, 1.0)
    for twin, reference in (
        (t.twin, "an object-per-agent twin, all that may be tried"),
        (t.lean_twin, "the same twin, only what can be chosen"),
        (t.plain, "the same law in Python"),
    ):
        ratio = t.five_hundred / twin
        yield Measured("500 rollouts", t.five_hundred, twin, reference, ratio, 1 / 250)
    yield Measured(
        "2,000 rollouts, two threads",
        t.two_threads,
        t.one_thread,
        "one thread",
        t.two_threads / t.one_thread,
        1 / 1.8,
    )


def _first_paint(rounds: int, flag: str, name: str, goal: float) -> Measured:
    """Process start to the word of the first paint, against a bare window, turn about."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            ours.append(_until_first_line((sys.executable, "-m", "wargame", "gui", flag), folder))
            bare.append(_until_first_line((sys.executable, "-c", _BARE_WINDOW), folder))
    # The first round warms the disk's caches and does not count.
    ours_ms, bare_ms = statistics.median(ours[1:]), statistics.median(bare[1:])
    return Measured(name, ours_ms, bare_ms, "a bare PySide6 window", ours_ms / bare_ms, goal)


def _until_first_line(command: tuple[str, ...], saves: str) -> float:
    """Milliseconds until a program prints its first line."""
    import os

    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "WARGAME_SAVES": saves},
    ) as program:
        if program.stdout is not None:
            program.stdout.readline()
        took = time.perf_counter() - began
    return 1000 * took


def _fold(scenario: Scenario, rounds: int, count: int = 10_000) -> Measured:
    """Folding a log of 10,000 typical events, decoded already."""
    started = SessionStarted(scenario.id, "0" * 64, "1", default_settings(scenario))
    events = (started, PhaseBegan(1, Phase.BRIEF), *typical_events(count - 2))
    records = [Record(number, "", event) for number, event in enumerate(events, start=1)]
    took = _median_ms(lambda: fold(scenario, records), rounds)
    return Measured("fold 10,000 events", took, 0.0, "100 ms", took / 100, 1.0)


def _adjudication(scenario: Scenario, rounds: int) -> Measured:
    """Adjudicating a turn of every seat, the ledger on."""
    started = SessionStarted(scenario.id, "0" * 64, "1", default_settings(scenario))
    records = [
        Record(1, "", started),
        Record(2, "", PhaseBegan(1, Phase.BRIEF)),
        Record(3, "", PhaseBegan(1, Phase.ADJUDICATE)),
    ]
    locked = fold(scenario, records)
    adjudicate(scenario, locked)
    took = _median_ms(lambda: adjudicate(scenario, locked), rounds)
    return Measured("adjudicate a turn", took, 0.0, "50 ms", took / 50, 1.0)


def _median_ms(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def machine() -> str:
    """What was measured on, in a few words."""
    import os
    import platform

    kind = "source" if (Path(__file__).parents[3] / "pyproject.toml").exists() else "installed"
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {kind}"
