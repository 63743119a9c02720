"""Turns the scenario's bands into the scale that gauges, glyphs and plots draw from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.theme.item_roles import RungValue

if TYPE_CHECKING:
    from wargame.model.scenario import Band

_HIGHEST: Final = 100.0
"""The index ends here; a band ends where the next begins (MODEL D4)."""


def band_scale(bands: Sequence[Band]) -> BandScale:
    """The scale of a scenario's bands, lowest first."""
    ends = [*(band.index_from for band in bands[1:]), _HIGHEST]
    return BandScale(
        tuple(
            BandSpan(band.number, band.name, band.rung_from, band.rung_to, band.index_from, end)
            for band, end in zip(bands, ends, strict=True)
        )
    )


def rung_value(scale: BandScale, rung: float | None) -> RungValue:
    """A rung with its band, as glyphs show it; a rung between two counts as the nearer one."""
    if rung is None:
        return RungValue(None)
    whole = round(rung)
    span = scale.of_rung(whole)
    return RungValue(whole, span.number, len(scale), span.name)
