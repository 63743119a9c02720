"""Checking for authors: a folder, a zip, or one file of a scenario, and every fault in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.errors import Fault
from wargame.model.scenario import Parameter, Scenario
from wargame.scenarios.lessons import lesson_faults
from wargame.scenarios.loading import examined
from wargame.scenarios.opening import read_text
from wargame.scenarios.text import ScenarioText, belongs, check_size, refusal


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        faults: Every fault, by file and line.
        counts: What was checked, in words; empty when there are faults.
    """

    faults: tuple[Fault, ...]
    counts: str


def check_path(path: Path, known_parameters: Mapping[str, Parameter] | None = None) -> Checked:
    """Every fault of a scenario, or of one of its files.

    A single file is checked together with the scenario around it when there is one, because most
    of what can be wrong is between files; only its own faults are given.

    Args:
        path: A folder, a zip, or one YAML or Markdown file of a scenario; or a lesson.
        known_parameters: The law's parameters by key; None leaves keys unchecked.

    Raises:
        ScenarioError: The path cannot even be opened as a scenario.
    """
    if path.is_file() and path.suffix.lower() in {".yaml", ".yml", ".md"}:
        return _check_file(path, known_parameters)
    scenario, faults = examined(read_text(path), known_parameters)
    return Checked(faults, counts_of(scenario) if scenario else "")


def counts_of(scenario: Scenario) -> str:
    """What a scenario holds, in words."""
    counts = (
        (len(scenario.seats), "seat"),
        (len(scenario.actors) - len(scenario.seats), "background actor"),
        (len(scenario.moves), "move"),
        (len(scenario.injects), "inject"),
        (len(scenario.parameters), "parameter"),
        (len(scenario.sources), "source"),
        (len(scenario.starts), "start point"),
    )
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)


def _check_file(path: Path, known_parameters: Mapping[str, Parameter] | None) -> Checked:
    lesson = lesson_faults(path) if path.suffix.lower() != ".md" else None
    if lesson is not None:
        kind, faults = lesson
        return Checked(faults, f"one {kind.replace('-', ' ')}")
    own = path.resolve()
    for folder in (own.parent, own.parent.parent):
        name = own.relative_to(folder).as_posix()
        if belongs(name) and (folder / "scenario.yaml").is_file():
            _, faults = examined(read_text(folder), known_parameters)
            mine = tuple(fault for fault in faults if fault.file == name)
            return Checked(mine, "one file, checked with the scenario around it")
    if not belongs(own.name):
        raise refusal(path.name, "not a file of a scenario, and no scenario.yaml lies beside it")
    try:
        check_size(own.name, own.stat().st_size)
        text = ScenarioText({own.name: own.read_bytes()})
    except OSError as error:
        raise refusal(path.name, f"cannot be read ({error.strerror})") from error
    _, faults = examined(text, known_parameters, only=own.stem)
    mine = tuple(fault for fault in faults if fault.file == own.name)
    return Checked(mine, "one file, checked alone")
