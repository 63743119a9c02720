"""All steps of a reading in order: YAML, formats, models, checks, and only then a scenario."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.errors import Fault
from wargame.model.scenario import Parameter, Scenario
from wargame.scenarios.building import build
from wargame.scenarios.checks.actors import check_actors, check_relations
from wargame.scenarios.checks.briefings import check_briefings
from wargame.scenarios.checks.injects import check_injects
from wargame.scenarios.checks.ladder import check_scenario
from wargame.scenarios.checks.moves import check_moves
from wargame.scenarios.checks.parameters import check_parameters
from wargame.scenarios.checks.repeats import check_repeats
from wargame.scenarios.checks.starts import check_starts
from wargame.scenarios.documents import check_format, read_documents
from wargame.scenarios.files.actors_file import ActorsFile
from wargame.scenarios.files.base import FileModel
from wargame.scenarios.files.moves_file import MovesFile
from wargame.scenarios.files.other_files import (
    InjectsFile,
    ParametersFile,
    RelationsFile,
    SourcesFile,
)
from wargame.scenarios.files.scenario_file import ScenarioFile
from wargame.scenarios.findings import Findings
from wargame.scenarios.reading import FileT, read_document
from wargame.scenarios.review import Files, Review, names_in
from wargame.scenarios.text import ScenarioText

MODELS: dict[str, type[FileModel]] = {
    "scenario": ScenarioFile,
    "actors": ActorsFile,
    "relations": RelationsFile,
    "moves": MovesFile,
    "injects": InjectsFile,
    "parameters": ParametersFile,
    "sources": SourcesFile,
}
"""The model of each kind of file."""

CHECKS = (
    check_scenario,
    check_starts,
    check_actors,
    check_relations,
    check_moves,
    check_injects,
    check_parameters,
    check_briefings,
)


def examine(
    text: ScenarioText,
    known_parameters: Mapping[str, Parameter] | None,
    only: str | None = None,
) -> tuple[Scenario | None, tuple[Fault, ...]]:
    """The scenario and no faults, or None and every fault, by file and line.

    Args:
        text: The files.
        known_parameters: The law's parameters by key; None leaves keys unchecked.
        only: The one kind of file that is there, so that nothing is said about ids of others.
    """
    findings = Findings()
    readable = read_documents(text, findings)
    if only is not None:
        readable &= {only}
    if not check_format(findings, readable="scenario" in readable):
        return None, findings.sorted()
    names = names_in(findings.documents, readable)
    check_repeats(findings)

    def file(model: type[FileT], kind: str) -> FileT | None:
        return read_document(model, kind, findings) if kind in readable else None

    files = Files(
        scenario=file(ScenarioFile, "scenario"),
        actors=file(ActorsFile, "actors"),
        relations=file(RelationsFile, "relations"),
        moves=file(MovesFile, "moves"),
        injects=file(InjectsFile, "injects"),
        parameters=file(ParametersFile, "parameters"),
        sources=file(SourcesFile, "sources"),
    )
    review = Review(text, files, names, findings, known_parameters)
    for check in CHECKS:
        check(review)
    faults = findings.sorted()
    return (None, faults) if faults else (build(files, text), ())
