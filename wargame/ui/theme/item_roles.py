"""Item data roles: models fill them, delegates read them, and neither may import the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)

SORT_ROLE: Final = _FIRST + 1
"""A value that orders rows where the text does not."""

ROW_ROLE: Final = _FIRST + 2
"""The whole row object."""

RUNG_ROLE: Final = _FIRST + 3
"""A :class:`RungValue`."""

ACTOR_ROLE: Final = _FIRST + 4
"""An :class:`ActorValue`, or a tuple of two for from and to."""

SPARK_ROLE: Final = _FIRST + 5
"""A :class:`SparkValue`."""

ICON_ROLE: Final = _FIRST + 6
"""An icon name drawn before the text."""

EMPHASIS_ROLE: Final = _FIRST + 7
"""``strong``, ``normal`` or ``muted``: how loud the text is."""

SUBTEXT_ROLE: Final = _FIRST + 8
"""A second line of muted text (two-line rows)."""

ASIDE_ROLE: Final = _FIRST + 9
"""A pair of texts at the trailing edge of a two-line row, upper and lower."""

MarkName = Literal["square", "circle", "diamond", "unknown"]
"""Camp by shape: Israel and partners, Iran and allied groups, mediators, not known."""


@dataclass(frozen=True, slots=True)
class RungValue:
    """A rung with the band it lies in; ``rung`` None prints a dash."""

    rung: int | None
    band: int = 1
    band_count: int = 5
    band_name: str = ""


@dataclass(frozen=True, slots=True)
class ActorValue:
    """An actor's mark and code, such as a square and ISR."""

    mark: MarkName
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SparkValue:
    """An index history for a sparkline.

    Attributes:
        points: (turn, index) in order.
        turns: Turns of the whole game, so that a short game has a short line.
        threshold: Index of the dashed line, where band 4 begins.
        peak_band: Band of the highest point.
        band_count: Bands of the scenario.
        low: Bottom of the scale.
        high: Top of the scale.
    """

    points: tuple[tuple[float, float], ...]
    turns: int
    threshold: float
    peak_band: int
    band_count: int = 5
    low: float = 0.0
    high: float = 100.0
