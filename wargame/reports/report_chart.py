"""The escalation chart of a report as a drawing (SVG): on a page, in Word, and alive in a browser.

The drawing is whole without a script; a page that has one lets its reader point at the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Final

from wargame.model.report import Chart

WIDTH: Final = 960
HEIGHT: Final = 420
LEFT, RIGHT, TOP, BOTTOM = 48, 150, 24, 44
_LAST_LABEL: Final = 46
"""Room (px) that the name of a line at its end needs."""

ON_PAPER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ink": "#16191E",
        "soft": "#5C6573",
        "line": "#C3C9D2",
        "mark": "#2557B5",
        "page": "#FFFFFF",
        "letters": "Inter",
    }
)
ON_SCREEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: f"var(--{name})" for name in ("ink", "soft", "line", "mark", "page")},
        "letters": "Inter, Noto Sans, sans-serif",
    }
)


@dataclass(frozen=True, slots=True)
class Scales:
    """Where turns and indices lie on the drawing, in pixels."""

    turns: int

    def x(self, turn: float) -> float:
        """Of turns since the start."""
        return LEFT + (WIDTH - LEFT - RIGHT) * turn / max(1, self.turns)

    def y(self, index: float) -> float:
        """Of an index, 0 to 100."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - index / 100.0)


def chart_drawing(chart: Chart, colours: Mapping[str, str] = ON_PAPER) -> str:
    """The drawing.

    Args:
        chart: What it shows.
        colours: Colour by name, see ``ON_PAPER``.
    """
    scales = Scales(chart.turns)
    words = escape(chart.caption, quote=True)
    font = f'font-family="{colours["letters"]}" font-size="13"'
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
                f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{words}" {font}>'
            ),
            *_bands(chart, scales, colours),
            *_axes(chart, scales, colours),
            *_others(chart, scales, colours),
            *_line(chart, scales, colours),
            *_dots(chart, scales, colours),
            "</svg>",
        ]
    )


def _bands(chart: Chart, scales: Scales, colours: Mapping[str, str]) -> list[str]:
    found = []
    for band in chart.bands:
        at = scales.y(band.index_from)
        found.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" '
            f'stroke="{colours["line"]}"/>'
            f'<text x="{WIDTH - RIGHT + _LAST_LABEL}" y="{at - 5:.1f}" fill="{colours["soft"]}">'
            f"{band.number} {escape(band.name)}</text>"
        )
    return found


def _axes(chart: Chart, scales: Scales, colours: Mapping[str, str]) -> list[str]:
    every = max(1, chart.turns // 16)
    ticks = [
        f'<text x="{scales.x(turn):.1f}" y="{HEIGHT - 22}" text-anchor="middle" '
        f'fill="{colours["soft"]}">{turn}</text>'
        for turn in range(0, chart.turns + 1, every)
    ]
    marks = [
        f'<text x="{LEFT - 10}" y="{scales.y(index) + 4:.1f}" text-anchor="end" '
        f'fill="{colours["soft"]}">{index}</text>'
        for index in (0, 20, 40, 60, 80, 100)
    ]
    middle = (LEFT + WIDTH - RIGHT) / 2
    name = (
        f'<text x="{middle:.0f}" y="{HEIGHT - 4}" text-anchor="middle" '
        f'fill="{colours["soft"]}">Turns played</text>'
    )
    return [*ticks, *marks, name]


def _points(line: tuple[tuple[float, float], ...], scales: Scales) -> str:
    return " ".join(f"{scales.x(x):.1f},{scales.y(y):.1f}" for x, y in line)


def _line(chart: Chart, scales: Scales, colours: Mapping[str, str]) -> list[str]:
    if not chart.line:
        return []
    x, y = chart.line[-1]
    return [
        (
            f'<polyline class="played" points="{_points(chart.line, scales)}" fill="none" '
            f'stroke="{colours["ink"]}" stroke-width="2.2" stroke-linejoin="round"/>'
        ),
        (
            f'<text x="{scales.x(x) + 8:.1f}" y="{scales.y(y) + 4:.1f}" font-weight="600" '
            f'fill="{colours["ink"]}">{y:.1f}</text>'
        ),
    ]


def _others(chart: Chart, scales: Scales, colours: Mapping[str, str]) -> list[str]:
    """Lines beside the played one: dashed, each named below the drawing's top."""
    found = []
    for place, (name, line) in enumerate(chart.others):
        found.append(
            f'<polyline points="{_points(line, scales)}" fill="none" stroke="{colours["mark"]}" '
            f'stroke-width="1.6" stroke-dasharray="{6 - place % 3} {4 + place % 3}"/>'
            f'<text x="{LEFT + 8}" y="{TOP + 14 + 16 * place}" fill="{colours["mark"]}">'
            f"{escape(name)} (dashed)</text>"
        )
    return found


def _dots(chart: Chart, scales: Scales, colours: Mapping[str, str]) -> list[str]:
    found = []
    for number, dot in enumerate(chart.dots, start=1):
        x, y = scales.x(dot.x), scales.y(dot.y)
        words = escape(f"{number}. {dot.words} [{dot.event}]")
        found.append(
            f'<g class="dot"><title>{words}</title>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colours["mark"]}"/>'
            f'<rect x="{x - 9:.1f}" y="{y - 28:.1f}" width="18" height="18" rx="4" '
            f'fill="{colours["page"]}" stroke="{colours["mark"]}"/>'
            f'<text x="{x:.1f}" y="{y - 14:.1f}" text-anchor="middle" font-weight="600" '
            f'fill="{colours["mark"]}">{number}</text></g>'
        )
    return found
