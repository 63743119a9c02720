"""The door of this package: a path or a text goes in, a scenario or every fault comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.errors import Fault, ScenarioError
from wargame.model.scenario import Parameter, Scenario
from wargame.scenarios.opening import read_text
from wargame.scenarios.text import ScenarioText


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario and the files that it was made of."""

    scenario: Scenario
    text: ScenarioText


def load_scenario(
    path: Path, known_parameters: Mapping[str, Parameter] | None = None
) -> LoadedScenario:
    """The scenario in a folder or a zip.

    Args:
        path: A folder, or a zip of one.
        known_parameters: The law's parameters by key, so that unknown keys are found; None leaves
            keys unchecked.

    Raises:
        ScenarioError: Anything is wrong with it; ``faults`` holds every fault.
    """
    text = read_text(path)
    return LoadedScenario(scenario_of(text, known_parameters), text)


def scenario_of(
    text: ScenarioText, known_parameters: Mapping[str, Parameter] | None = None
) -> Scenario:
    """The scenario that the files make, such as those kept in a save.

    Raises:
        ScenarioError: Anything is wrong with them; ``faults`` holds every fault.
    """
    scenario, faults = examined(text, known_parameters)
    if scenario is None:
        first = faults[0]
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        name = text.folder or "the scenario"
        message = f"{name} cannot be used: {first.file}, line {first.line}: {first.message}{more}"
        raise ScenarioError(message, faults)
    return scenario


def faults_of(
    text: ScenarioText, known_parameters: Mapping[str, Parameter] | None = None
) -> tuple[Fault, ...]:
    """Every fault in the files, by file and line; empty when they make a scenario."""
    return examined(text, known_parameters)[1]


def examined(
    text: ScenarioText,
    known_parameters: Mapping[str, Parameter] | None = None,
    only: str | None = None,
) -> tuple[Scenario | None, tuple[Fault, ...]]:
    """The scenario and no faults, or None and every fault; for ``only`` see ``examine``."""
    from wargame.scenarios.examining import examine

    return examine(text, known_parameters, only)
