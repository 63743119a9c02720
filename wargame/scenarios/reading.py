"""One document and one model: the document as that model, and every fault in it."""

from __future__ import annotations

from typing import TypeVar

from wargame.scenarios.files.base import FileModel
from wargame.scenarios.files.schema_parts import ErrorDetails, ValidationError
from wargame.scenarios.findings import Findings
from wargame.scenarios.marks import Path, plain
from wargame.scenarios.mending import mended
from wargame.scenarios.plain_words import in_plain_words, known_keys

FileT = TypeVar("FileT", bound=FileModel)

_MENDINGS = 4
"""How often a faulty document is mended before it is given up; each round takes more out of it."""


def read_document(model: type[FileT], kind: str, findings: Findings) -> FileT | None:
    """The document of a kind as its model.

    Faulty parts are reported and then left out, so that the rest can be checked further; the
    document in ``findings`` is then the mended one.

    Args:
        model: The model of the whole file.
        kind: The document.
        findings: Holds the documents, and gets the faults.

    Returns:
        None when not even a part of the document is of use.
    """
    for attempt in range(_MENDINGS + 1):
        root = findings.documents[kind]
        try:
            return model.model_validate(plain(root))
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if attempt == 0:
                _report(errors, model, kind, findings)
            findings.documents[kind] = mended(root, errors, hard=attempt > 1)
    return None


def _report(
    errors: list[ErrorDetails], model: type[FileModel], kind: str, findings: Findings
) -> None:
    misspelt: set[tuple[int | str, ...]] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *parent, wrong = error["loc"]
            near = findings.nearest(str(wrong), known_keys(model, tuple(parent)))
            misspelt.update((*parent, name) for name in near)
    before = findings.touched()
    for error in errors:
        path: Path = tuple(step for step in error["loc"] if step != "[key]")
        if (kind, path) in before:
            continue
        if error["type"] == "missing" and error["loc"] in misspelt:
            # The unknown key beside it is this one, misspelt: one mistake, one fault.
            continue
        key = error["type"] in {"extra_forbidden", "missing"} or "[key]" in error["loc"]
        findings.add(kind, path, in_plain_words(error, model, findings), key=key)
