"""A session's list of injects into a spreadsheet, with every column that came in with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wargame.errors import OutsideError
from wargame.model.injects import InjectLine
from wargame.play.words.condition_text import condition_text
from wargame.play.words.effect_text import effects_text
from wargame.reports.exports import write_bytes
from wargame.reports.inject_columns import HEADINGS, WRITTEN, Field
from wargame.reports.written_sheets import book_of, text_of

_WIDTHS: Final[dict[Field, int]] = {Field.TITLE: 40, Field.TEXT: 70, Field.TRIGGER: 36}


def write_injects(path: Path, lines: Sequence[InjectLine]) -> None:
    """Write a list; the file's ending says whether as a spreadsheet (.xlsx) or as text (.csv).

    Raises:
        OutsideError: The file cannot be written, or its ending is another.
    """
    table = _table(lines)
    suffix = path.suffix.casefold()
    if suffix not in {".xlsx", ".csv"}:
        raise OutsideError(f"{path.name} must end in .xlsx or .csv.")
    widths = tuple(_WIDTHS.get(field, 14) for field in WRITTEN)
    content = book_of({"Injects": table}, {"Injects": widths})
    if suffix == ".csv":
        content = text_of(table)
    write_bytes(path, content)


def _table(lines: Sequence[InjectLine]) -> list[list[str]]:
    kept = list(dict.fromkeys(name for line in lines for name, _ in line.inject.kept))
    ours = {heading.casefold() for heading in HEADINGS.values()}
    names = [f"{name} (as imported)" if name.casefold() in ours else name for name in kept]
    rows = [[*(HEADINGS[field] for field in WRITTEN), *names]]
    for line in lines:
        own = dict(line.inject.kept)
        rows.append(
            [*(_cell(line, field) for field in WRITTEN), *(own.get(name, "") for name in kept)]
        )
    return rows


def _cell(line: InjectLine, field: Field) -> str:
    inject = line.inject
    return {
        Field.ID: inject.id,
        Field.TITLE: inject.title,
        Field.TEXT: inject.text,
        Field.KIND: inject.kind,
        Field.TO: ", ".join(inject.to),
        Field.SENDER: inject.sender,
        Field.RELIABILITY: inject.reliability,
        Field.TRIGGER: condition_text(inject.when) if inject.when is not None else "",
        Field.BY_ITSELF: "yes" if inject.by_itself else "no",
        Field.EFFECTS: effects_text(inject.effects),
        Field.FIRST: inject.first or "",
        Field.SECOND: inject.second or "",
        Field.FRONT: inject.front or "",
        Field.SOURCES: ", ".join(inject.sources),
        Field.INVENTED: "yes" if inject.invented else "no",
        Field.STATUS: f"{line.state}, turn {line.turn}" if line.turn else line.state,
    }[field]
