"""Escalation bands as the interface needs them: cut-offs from the scenario, colours from a ramp.

Scenarios bring three to nine bands. Five use the tested colours of the theme; any other number
is read off the same ramp in OKLab, so that steps stay even to the eye.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.ui.theme.contrast import contrast, mixed
from wargame.ui.theme.tokens import EXTREMES, BandColour, Theme

_READABLE = 4.5


@dataclass(frozen=True, slots=True)
class BandSpan:
    """One band: its number from 1, name, rungs (inclusive) and index range (low in, high out)."""

    number: int
    name: str
    first_rung: int
    last_rung: int
    low: float
    high: float

    @property
    def rungs_text(self) -> str:
        """``R10–14``, or ``R3`` for a band of one rung."""
        if self.first_rung == self.last_rung:
            return f"R{self.first_rung}"
        return f"R{self.first_rung}–{self.last_rung}"

    @property
    def index_text(self) -> str:
        """``60–80``."""
        return f"{self.low:g}–{self.high:g}"


@dataclass(frozen=True, slots=True)
class BandScale:
    """The bands of a scenario from the lowest to the highest, without gaps."""

    spans: tuple[BandSpan, ...]

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def last_rung(self) -> int:
        """The highest rung of the ladder."""
        return self.spans[-1].last_rung

    @property
    def low(self) -> float:
        """The lowest index on the scale, as a rule 0."""
        return self.spans[0].low

    @property
    def high(self) -> float:
        """The highest index on the scale, as a rule 100."""
        return self.spans[-1].high

    def of_rung(self, rung: int) -> BandSpan:
        """The band that holds a rung; rungs off the ladder count as its nearest end."""
        for span in self.spans:
            if rung <= span.last_rung:
                return span
        return self.spans[-1]

    def of_index(self, index: float) -> BandSpan:
        """The band that holds an index; a value on a cut-off belongs to the band above."""
        for span in self.spans:
            if index < span.high:
                return span
        return self.spans[-1]

    def height_share(self, index: float) -> float:
        """Where an index stands, 0..1 from the bottom, when all bands are drawn equally tall."""
        span = self.of_index(index)
        inside = (index - span.low) / (span.high - span.low)
        return (span.number - 1 + min(1.0, max(0.0, inside))) / len(self.spans)


def band_colours(theme: Theme, count: int) -> tuple[BandColour, ...]:
    """Colours for ``count`` bands (3..9), lowest first."""
    ramp = theme.bands
    if count == len(ramp):
        return ramp
    colours = []
    for step in range(count):
        place = step / max(1, count - 1) * (len(ramp) - 1)
        below = min(int(place), len(ramp) - 2)
        share = place - below
        fill = mixed(ramp[below].fill, ramp[below + 1].fill, share)
        tint = mixed(ramp[below].tint, ramp[below + 1].tint, share)
        colours.append(BandColour(fill, tint, _readable_on(fill, theme)))
    return tuple(colours)


def _readable_on(fill: str, theme: Theme) -> str:
    usual = sorted({band.on_fill for band in theme.bands})
    best = max(usual, key=lambda text: contrast(text, fill))
    if contrast(best, fill) >= _READABLE:
        return best
    return max(EXTREMES, key=lambda text: contrast(text, fill))


def band_colour(theme: Theme, number: int, count: int) -> BandColour:
    """The colours of band ``number`` (from 1) when there are ``count`` bands."""
    return band_colours(theme, count)[min(max(number, 1), count) - 1]
