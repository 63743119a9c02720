"""Where red lines stand in the escalation plot, and which of them are named first.

A red line is a rung, the plot shows the index: a line is drawn where its rung lies within its band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from wargame.ui.theme.bands import BandScale


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A red line as a plot may show it: the lowest rung that crosses it, whose it is, its words."""

    rung: float
    owner: str
    text: str


def index_of_rung(scale: BandScale, rung: float) -> float:
    """The index that stands for a rung, between the ends of its band."""
    span = scale.of_rung(int(rung))
    inside = (rung - span.first_rung) / (span.last_rung + 1 - span.first_rung)
    return span.low + min(1.0, max(0.0, inside)) * (span.high - span.low)


def drawn_lines(
    scale: BandScale, lines: Sequence[PlotLine], now: float, most: int = 100
) -> tuple[tuple[float, str], ...]:
    """Index and words of every line, the next above the present index first.

    Lines of one rung are drawn once and named together. Those below the present index have no
    words when only some may have them.

    Args:
        scale: The bands.
        lines: The red lines.
        now: The present index.
        most: How many may have words at most.
    """
    told = []
    for rung, group in groupby(sorted(lines, key=lambda line: line.rung), lambda one: one.rung):
        told.append((index_of_rung(scale, rung), _words(rung, list(group))))

    def nearness(line: tuple[float, str]) -> tuple[bool, float]:
        return line[0] < now, abs(line[0] - now)

    ordered = sorted(told, key=nearness)
    if len(ordered) <= most:
        return tuple(ordered)
    return tuple(
        (index, words if place < most and index >= now else "")
        for place, (index, words) in enumerate(ordered)
    )


def _words(rung: float, lines: Sequence[PlotLine]) -> str:
    if len(lines) == 1:
        line = lines[0]
        return f"{line.owner}: {line.text}" if line.owner else line.text
    owners = list(dict.fromkeys(line.owner for line in lines if line.owner))
    if not owners:
        return f"{len(lines)} red lines at R{rung:.0f}"
    return f"{', '.join(owners)}: R{rung:.0f}"
