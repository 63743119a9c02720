"""The published schemas are those of the program, and say what editors need."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame import paths
from wargame.scenarios.schemas import LESSONS, PUBLISHED, schema_name, schema_text, write_schemas


@pytest.mark.parametrize("kind", PUBLISHED)
def test_that_the_published_schema_is_up_to_date(kind: str) -> None:
    published = paths.assets() / "schema" / schema_name(kind)
    again = "run: wargame schema --out assets/schema"
    assert json.loads(published.read_text("utf-8")) == json.loads(schema_text(kind)), again


def test_that_nothing_else_lies_among_the_schemas() -> None:
    found = {path.name for path in (paths.assets() / "schema").iterdir()}
    assert found == {schema_name(kind) for kind in PUBLISHED}


def test_that_every_key_of_a_schema_is_explained() -> None:
    for kind in PUBLISHED:
        schema = json.loads(schema_text(kind))
        parts = [schema, *schema.get("$defs", {}).values()]
        for part in parts:
            for name, key in part.get("properties", {}).items():
                assert "description" in key, f"{kind}: {part['title']}.{name}"


def test_that_the_first_line_of_each_bundled_file_points_to_its_schema() -> None:
    folders = [TINY, *(path for path in (paths.assets() / "scenarios").iterdir() if path.is_dir())]
    for folder in folders:
        for path in folder.rglob("*.yaml"):
            first = path.read_text("utf-8").split("\n", 1)[0]
            prefix = "# yaml-language-server: $schema="
            assert first.startswith(prefix), path
            meant = (path.parent / first.removeprefix(prefix)).resolve()
            assert meant.is_file(), path
            kind = path.relative_to(folder).parts[0].removesuffix(".yaml")
            assert meant.name == schema_name(kind)


def test_that_schemas_are_written_with_the_same_bytes_everywhere(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new")
    assert [path.name for path in written] == [schema_name(kind) for kind in PUBLISHED]
    assert all(b"\r" not in path.read_bytes() for path in written)


def test_that_the_first_line_of_each_bundled_lesson_points_to_its_schema() -> None:
    folder = paths.assets() / "lessons"
    lessons = sorted(folder.rglob("*.yaml"))
    assert len(lessons) >= 7
    for path in lessons:
        first = path.read_text("utf-8").split("\n", 1)[0]
        meant = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert meant.is_file(), path
        assert meant.name in {schema_name(kind) for kind in LESSONS}
