"""A list of injects out of a spreadsheet: what would come in, row by row, with every fault.

Nothing is lost: columns that mean nothing here are kept with their inject and go out again, and so
is a cell that had to be read into our own words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from wargame.errors import RuleError
from wargame.model.conditions import AllOf, Condition, Elapsed, Measure
from wargame.model.ids import ActorId, FrontId, SourceId
from wargame.model.injects import Inject
from wargame.model.scenario import Scenario
from wargame.play.control.injects import LONGEST_TEXT, LONGEST_TITLE
from wargame.play.words.condition_text import read_condition
from wargame.play.words.effect_text import effects_text, read_effects
from wargame.reports.inject_cells import (
    day_of,
    kind_of,
    minutes_of,
    names_of_seats,
    reliability_of,
    seats_of,
    turn_of,
    yes_or_no,
)
from wargame.reports.inject_columns import Field

_TITLE_LENGTH: Final = 90
LONGEST_ID: Final = 60
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of a spreadsheet as it would come in.

    Attributes:
        row: Its number in the file.
        inject: The inject; None where a fault keeps it out.
        replaces: Whether it would be written over one of the session's list.
        faults: What is wrong, one sentence each.
    """

    row: int
    inject: Inject | None
    replaces: bool
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would bring.

    Attributes:
        rows: Every row that holds anything.
        kept: Names of the columns that are kept as they are.
    """

    rows: tuple[ImportRow, ...]
    kept: tuple[str, ...]

    @property
    def injects(self) -> tuple[Inject, ...]:
        """The injects that can come in."""
        return tuple(row.inject for row in self.rows if row.inject is not None)

    @property
    def faults(self) -> int:
        """Rows that cannot."""
        return sum(bool(row.faults) for row in self.rows)


def read_injects(
    names: Sequence[str],
    rows: Sequence[tuple[int, tuple[str, ...]]],
    columns: Mapping[Field, int],
    scenario: Scenario,
    first_day: date,
    known: Collection[str] = (),
    sent: Collection[str] = (),
) -> ImportPreview:
    """What the rows of a sheet would bring.

    Args:
        names: Names of the columns.
        rows: The rows below them, each with its number in the file.
        columns: Which column holds which field.
        scenario: The scenario of the session.
        first_day: The first day of the game.
        known: Ids in the session's list.
        sent: Ids of those that were sent already.
    """
    reader = _Reader(names, columns, scenario, first_day, set(known), frozenset(sent))
    found = tuple(reader.row(number, cells) for number, cells in rows)
    mapped = set(columns.values())
    kept = tuple(name for place, name in enumerate(names) if place not in mapped)
    return ImportPreview(found, kept)


class _Reader:
    """Reads rows one after another; later rows may not take the id of earlier ones."""

    def __init__(
        self,
        names: Sequence[str],
        columns: Mapping[Field, int],
        scenario: Scenario,
        first_day: date,
        known: set[str],
        sent: frozenset[str],
    ) -> None:
        self._names, self._columns = names, columns
        self._scenario, self._first_day = scenario, first_day
        self._known, self._sent = frozenset(known), sent
        self._seats = names_of_seats(scenario)
        self._taken = set(known)
        self._seen: dict[str, int] = {}
        self._sources = {source.id for source in scenario.sources}
        self._faults: list[str] = []
        self._raw: list[tuple[str, str]] = []

    def row(self, number: int, cells: tuple[str, ...]) -> ImportRow:
        """What one row would bring."""
        self._faults, self._raw = [], []
        title, text = self._cell(cells, Field.TITLE), self._cell(cells, Field.TEXT)
        if not title and not text:
            self._faults.append("It has neither a title nor a text.")
        name = self._id(number, cells)
        inject = Inject(
            id=name,
            title=" ".join(title.split()) or _title_of(text),
            text=text or title,
            kind=self._read(cells, Field.KIND, kind_of, "news"),
            to=self._read(cells, Field.TO, lambda c: seats_of(c, self._seats), ()),
            when=self._when(cells),
            effects=self._read(cells, Field.EFFECTS, read_effects, ()),
            first=self._actor(cells, Field.FIRST),
            second=self._actor(cells, Field.SECOND),
            front=self._front(cells),
            sources=self._cited(cells),
            invented=self._read(
                cells, Field.INVENTED, lambda c: yes_or_no(c, otherwise=True), otherwise=True
            ),
            sender=self._cell(cells, Field.SENDER),
            reliability=self._read(cells, Field.RELIABILITY, reliability_of, ""),
            by_itself=self._read(
                cells, Field.BY_ITSELF, lambda c: yes_or_no(c, otherwise=False), otherwise=False
            ),
            kept=self._kept(cells),
        )
        self._check(inject)
        faults = tuple(self._faults)
        return ImportRow(number, None if faults else inject, name in self._known, faults)

    def _cell(self, cells: tuple[str, ...], field: Field) -> str:
        place = self._columns.get(field)
        return cells[place] if place is not None and place < len(cells) else ""

    def _read(
        self, cells: tuple[str, ...], field: Field, read: Callable[[str], _T], otherwise: _T
    ) -> _T:
        """What a cell says; a fault is noted, and its own words are kept where ours differ."""
        cell = self._cell(cells, field)
        if not cell:
            return otherwise
        try:
            value = read(cell)
        except RuleError as error:
            self._faults.append(str(error))
            return otherwise
        if _own_words(field, value) != cell:
            self._raw.append((self._names[self._columns[field]], cell))
        return value

    def _id(self, number: int, cells: tuple[str, ...]) -> str:
        name = self._cell(cells, Field.ID)
        if name:
            if name in self._seen:
                self._faults.append(f"Row {self._seen[name]} has the same number, {name}.")
            elif name in self._sent:
                self._faults.append(f"Inject {name} was sent already.")
            self._seen.setdefault(name, number)
            self._taken.add(name)
            return name
        free = len(self._taken) + 1
        while f"n{free:02}" in self._taken:
            free += 1
        self._taken.add(f"n{free:02}")
        return f"n{free:02}"

    def _when(self, cells: tuple[str, ...]) -> Condition | None:
        parts: list[Condition] = []
        turn = self._read(cells, Field.TURN, turn_of, 0)
        if turn:
            parts.append(Measure("turn", ">=", float(turn)))
        day = self._read(cells, Field.DAY, lambda c: day_of(c, self._first_day), 0)
        if day:
            parts.append(Measure("day", ">=", float(day)))
        minutes = self._read(cells, Field.MINUTES, minutes_of, -1.0)
        if minutes >= 0:
            parts.append(Elapsed(minutes, "exercise"))
        asked = self._condition(self._cell(cells, Field.TRIGGER))
        if asked is not None:
            parts.append(asked)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _condition(self, cell: str) -> Condition | None:
        try:
            return read_condition(cell, self._scenario)
        except RuleError as error:
            self._faults.append(str(error))
            return None

    def _actor(self, cells: tuple[str, ...], field: Field) -> ActorId | None:
        name = self._cell(cells, field).upper()
        if name and name not in self._scenario.actor:
            self._faults.append(f"There is no actor {name}.")
            return None
        return ActorId(name) if name else None

    def _front(self, cells: tuple[str, ...]) -> FrontId | None:
        name = self._cell(cells, Field.FRONT)
        if name and name not in {front.id for front in self._scenario.fronts}:
            self._faults.append(f"There is no front {name}.")
            return None
        return FrontId(name) if name else None

    def _cited(self, cells: tuple[str, ...]) -> tuple[SourceId, ...]:
        """Sources that the scenario has; a cell with others is kept in its own words."""
        cell = self._cell(cells, Field.SOURCES)
        names = [part.strip() for part in cell.replace(";", ",").split(",") if part.strip()]
        if all(name in self._sources for name in names):
            return tuple(map(SourceId, names))
        self._raw.append((self._names[self._columns[Field.SOURCES]], cell))
        return ()

    def _check(self, inject: Inject) -> None:
        """Faults that lie between cells."""
        if len(inject.id) > LONGEST_ID:
            self._faults.append(f"Its number has more than {LONGEST_ID} characters.")
        if len(inject.title) > LONGEST_TITLE:
            self._faults.append(f"Its title has more than {LONGEST_TITLE} characters.")
        if len(inject.text) > LONGEST_TEXT:
            self._faults.append(f"Its text has more than {LONGEST_TEXT:,} characters.")
        for effect in inject.effects:
            sides = effect.of.split("-")
            if inject.first is None and {"actor", "rivals", "proxies"} & set(sides):
                self._faults.append(f"The effect on {effect.variable} has no actor.")
            if inject.second is None and "target" in sides:
                self._faults.append(f"The effect on {effect.variable} has no target.")
            if inject.front is None and effect.of == "front":
                self._faults.append(f"The effect on {effect.variable} has no front.")

    def _kept(self, cells: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        mapped = set(self._columns.values())
        unknown = (
            (self._names[place], cell)
            for place, cell in enumerate(cells)
            if place not in mapped and cell
        )
        return (*unknown, *self._raw)


def _own_words(field: Field, value: object) -> str:
    """A value as we would write it into a cell of its field; times go into the trigger."""
    if field is Field.TO and isinstance(value, tuple):
        return ", ".join(value)
    if field is Field.EFFECTS and isinstance(value, tuple):
        return effects_text(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field is Field.TURN:
        return str(value)
    return value if isinstance(value, str) else ""


def _title_of(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
