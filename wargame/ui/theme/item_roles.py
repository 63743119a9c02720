"""Item data roles: models fill them, delegates read them, and neither may import the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt

from wargame.ui.theme.icon_names import IconName

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

TWO_LINE_ROLE: Final = _FIRST + 8
"""A :class:`TwoLineValue`."""

WIDTH_ROLE: Final = _FIRST + 9
"""Header only: width of a column in px."""

STRETCH_ROLE: Final = _FIRST + 10
"""Header only: whether a column takes the width that is left."""

Emphasis = Literal["strong", "normal", "muted"]
"""How loud a cell is: weight 600 in t1, weight 400 in t1, or t2."""

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
class TwoLineValue:
    """A row of 44 px: who, two lines about it, and two at the far end.

    Attributes:
        title: Upper line.
        actor: Mark and code before both lines, or None.
        subtitle: Lower line.
        subtitle_icon: Outline before the lower line.
        aside: Upper text at the far end.
        aside_icon: Outline before it.
        aside_below: Lower text at the far end.
        rung: Drawn at the far end instead of ``aside``.
        strong: Whether the title is printed in weight 600.
    """

    title: str
    actor: ActorValue | None = None
    subtitle: str = ""
    subtitle_icon: IconName | None = None
    aside: str = ""
    aside_icon: IconName | None = None
    aside_below: str = ""
    rung: RungValue | None = None
    strong: bool = False


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
