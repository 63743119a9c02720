"""A report as facts: sections of sentences and tables, each with the events that it rests on.

Every form of a report (Word, PDF, web page) is made of this. What a program found and what an
author wrote are kept apart: an author's words stand in ``OwnText`` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId
from wargame.model.scenario import Band


class Measure(StrEnum):
    """How a figure follows from the events that are cited beside it."""

    ACTS = "acts"
    TURN = "turn"
    RUNG = "rung"
    MEANT = "meant"
    KILLED = "killed"
    DISPLACED = "displaced"
    LAUNCHED = "launched"
    LEAKED = "leaked"
    CHANGE = "change"
    BEFORE = "before"
    AFTER = "after"
    GAP = "gap"
    CHANCE = "chance"
    SEED = "seed"


@dataclass(frozen=True, slots=True)
class Cite:
    """An event that says what a sentence says.

    Attributes:
        number: Its number in the log; in a seat's report the number of what the seat knows.
        kind: Its kind; ``known`` in a seat's report.
    """

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence, and how it follows from the events cited.

    Attributes:
        text: As it is printed.
        value: Its value before rounding.
        measure: What it is of the events cited: their count, a sum, or what the last of them says.
        variable: For ``CHANGE``, ``BEFORE`` and ``AFTER``: the variable in their ledgers.
        first: For these whose variable, empty for the world's; for ``GAP`` who reads.
    """

    text: str
    value: float
    measure: Measure
    variable: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it rests on.

    Attributes:
        text: The sentence, without its citation.
        cites: Events that say it; empty for a sentence that states no fact of the game.
        actors: Actors that it names; each of them is in an event cited.
        figures: Figures that it prints.
    """

    text: str
    cites: tuple[Cite, ...] = ()
    actors: tuple[ActorId, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, and what they rest on as a sentence does."""

    cells: tuple[str, ...]
    cites: tuple[Cite, ...] = ()
    actors: tuple[ActorId, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: What it shows.
        head: Names of its columns.
        rows: Its rows.
        widths: Share of the width of each column; empty for equal ones.
        none: What is said when there are no rows.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    none: str = "Nothing of the kind took place."


@dataclass(frozen=True, slots=True)
class Dot:
    """A moment on the chart.

    Attributes:
        x: Turns since the start.
        y: The index after it.
        words: What it was.
        event: Number of its event.
    """

    x: float
    y: float
    words: str
    event: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The escalation index over the game.

    Attributes:
        caption: What it shows.
        turns: Turns on the axis.
        bands: The bands, lowest first.
        line: (turns since the start, index), as it was played.
        dots: Moments that are named.
        others: Other lines beside it, by name.
    """

    caption: str
    turns: int
    bands: tuple[Band, ...]
    line: tuple[tuple[float, float], ...]
    dots: tuple[Dot, ...] = ()
    others: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnText:
    """A place for the author's words.

    Attributes:
        key: Under which the words are kept.
        title: What belongs here, for the author.
        text: What the author wrote, in Markdown; empty while nothing is written.
    """

    key: str
    title: str
    text: str = ""


Block = Paragraph | Table | Chart | OwnText


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes:
        key: Under which it is known, such as ``timeline``.
        title: Its heading.
        blocks: What stands in it, in order.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def is_blank(self) -> bool:
        """Whether it is there for the author's words alone, and none were written."""
        return all(isinstance(block, OwnText) and not block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Attributes:
        title: Its title.
        subtitle: What it is about, in one line.
        seat: For which seat's eyes alone; None for control.
        made_from: The last moment that is in it, ISO 8601 in UTC: the same game gives the same
            report, whenever it is made.
        sections: Its sections.
    """

    title: str
    subtitle: str
    seat: ActorId | None
    made_from: str
    sections: tuple[Section, ...]

    def claims(self) -> Iterator[Sentence | Row]:
        """Everything in it that may state a fact."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from block.sentences
                elif isinstance(block, Table):
                    yield from block.rows
