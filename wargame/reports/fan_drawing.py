"""The fan of a forecast as a drawing in a page (SVG), with the bands of the scenario beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from wargame.model.scenario import Scenario
from wargame.play.forecasts.forecast_summary import Forecast

WIDTH, HEIGHT = 960, 420
LEFT, RIGHT, TOP, BOTTOM = 48, 150, 16, 36


def fan_drawing(scenario: Scenario, played: Sequence[float], found: Forecast) -> str:
    """The drawing with its caption.

    Args:
        scenario: The scenario, for its bands.
        played: The index at the start and after each turn that was played.
        found: The forecast.
    """
    begin = found.first_turn - 1
    path = [*played[: begin + 1]]
    here = path[-1] if path else found.index[50][0]
    turns = list(range(begin, begin + found.turns + 1))
    first = begin - len(path) + 1 if path else begin
    last = turns[-1]

    def x(turn: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (turn - first) / max(last - first, 1)

    def y(index: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - index / 100.0)

    def line(values: Sequence[float], begins: int) -> str:
        return " ".join(f"{x(begins + n):.1f},{y(v):.1f}" for n, v in enumerate(values))

    def band(low: int, high: int, opacity: float) -> str:
        upper = line([here, *found.index[high]], begin)
        lower = " ".join(reversed(line([here, *found.index[low]], begin).split(" ")))
        return f'<polygon points="{upper} {lower}" fill="var(--fan)" fill-opacity="{opacity}"/>'

    marks = []
    for mark in scenario.bands:
        # The name of a band stands above the line at which it begins.
        at = y(mark.index_from)
        marks.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" '
            'stroke="var(--line)"/>'
            f'<text x="{WIDTH - RIGHT + 8}" y="{at - 4:.1f}" font-size="13" fill="var(--band)">'
            f"{escape(mark.name)}</text>"
        )
    every = max(1, (last - first) // 12)
    ticks = [
        f'<text x="{x(turn):.1f}" y="{HEIGHT - 12}" font-size="13" text-anchor="middle" '
        f'fill="var(--soft)">{turn}</text>'
        for turn in range(first, last + 1, every)
    ]
    scale = [
        f'<text x="{LEFT - 10}" y="{y(index) + 4:.1f}" font-size="13" text-anchor="end" '
        f'fill="var(--soft)">{index}</text>'
        for index in (0, 25, 50, 75, 100)
    ]
    median = line([here, *found.index[50]], begin)
    return "\n".join(
        [
            "<figure>",
            (
                f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
                'aria-label="Escalation index by turn, with half and nine tenths of the rollouts">'
            ),
            *marks,
            *ticks,
            *scale,
            band(5, 95, 0.18),
            band(25, 75, 0.28),
            (
                f'<polyline points="{median}" fill="none" stroke="var(--fan)" stroke-width="2" '
                'stroke-dasharray="6 4"/>'
            ),
            (
                f'<polyline points="{line(path, first)}" fill="none" stroke="var(--ink)" '
                'stroke-width="2.5"/>'
            ),
            f'<circle cx="{x(begin):.1f}" cy="{y(here):.1f}" r="4" fill="var(--ink)"/>',
            "</svg>",
            (
                "<figcaption>Index by turn. Dark: half of the rollouts; light: nine tenths; "
                "dashed: the median; solid: what was played.</figcaption>"
            ),
            "</figure>",
        ]
    )
