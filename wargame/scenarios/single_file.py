"""One YAML file on its own, checked against its model: orders, lessons."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from wargame.errors import ScenarioError
from wargame.scenarios.files.base import FileModel
from wargame.scenarios.findings import Findings
from wargame.scenarios.limits import MAX_FILE_BYTES
from wargame.scenarios.reading import read_document
from wargame.scenarios.yaml_nodes import read_yaml

FileT = TypeVar("FileT", bound=FileModel)


def read_single(path: Path, model: type[FileT], kind: str) -> tuple[FileT | None, Findings]:
    """The file as its model, as far as it is of use, and every fault found so far.

    Raises:
        ScenarioError: The file cannot be read at all.
    """
    findings = Findings()
    root, flaws = read_yaml(content_of(path), path.name)
    for flaw in flaws:
        findings.add_at(flaw.mark, kind, flaw.message)
    if root is None:
        return None, findings
    findings.documents[kind] = root
    return read_document(model, kind, findings), findings


def content_of(path: Path) -> bytes:
    """The bytes of a file of a bearable size.

    Raises:
        ScenarioError: It cannot be read, or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ScenarioError(f"{path} cannot be read: {reason}.") from error
    if len(content) > MAX_FILE_BYTES:
        raise ScenarioError(f"{path} is larger than {MAX_FILE_BYTES // 2**20} MiB.")
    return content
