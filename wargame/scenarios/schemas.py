"""The JSON Schemas of scenario and lesson files, so that editors help authors while they write."""

from __future__ import annotations

import json
from pathlib import Path

from wargame.scenarios.examining import MODELS
from wargame.scenarios.files.base import FileModel
from wargame.scenarios.files.lesson_file import ExerciseFile, GuidedFile
from wargame.scenarios.text import KINDS

LESSONS: dict[str, type[FileModel]] = {"exercise": ExerciseFile, "guided-game": GuidedFile}
"""The model of each kind of lesson file."""

PUBLISHED = (*KINDS, *LESSONS)
"""Every kind that has a schema."""


def schema_text(kind: str) -> str:
    """The JSON Schema of one kind of file, as it is published in ``assets/schema``.

    Raises:
        KeyError: There is no such kind; see ``PUBLISHED``.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **{**MODELS, **LESSONS}[kind].model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_name(kind: str) -> str:
    """The name under which the schema of a kind is published."""
    return f"{kind}.schema.json"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schema of every kind into a folder; the files written, in the order of kinds."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in PUBLISHED:
        path = folder / schema_name(kind)
        path.write_text(schema_text(kind), encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
