"""Where everything stands on the projector, in logical pixels: 1440 by 900 or wider or taller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

WIDE: Final = 1440
HIGH: Final = 900
_EDGE: Final = 48
_TICKER: Final = 72
_GAP: Final = 64


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of the projector.

    Attributes:
        head: Title, turn, phase and clock, with the line below.
        ladder: The bands, one above the other.
        index: The number, its band and its change.
        news: The headlines.
        history: The index by turn.
        ticker: Further headlines along the bottom.
    """

    head: QRect
    ladder: QRect
    index: QRect
    news: QRect
    history: QRect
    ticker: QRect


def lay_out(wide: int, high: int) -> Places:
    """The places on a page of this size; at least 1440 by 900."""
    wide, high = max(wide, WIDE), max(high, HIGH)
    top = 164
    bottom = high - _TICKER - 72
    ladder = QRect(_EDGE, top, 376, bottom - top)
    index = QRect(ladder.right() + 40, top, 216, bottom - top)
    left = index.right() + 1 + _GAP // 2
    right = wide - _EDGE
    history_high = max(230, (bottom - top) * 2 // 5)
    news = QRect(left, top, right - left, bottom - top - history_high - 16)
    history = QRect(left, news.bottom() + 17, right - left, history_high)
    return Places(
        head=QRect(_EDGE, 24, wide - 2 * _EDGE, 104),
        ladder=ladder,
        index=index,
        news=news,
        history=history,
        ticker=QRect(0, high - _TICKER, wide, _TICKER),
    )


def scale_for(wide: int, high: int) -> float:
    """Screen pixels for each logical pixel, so that the page fills a screen of this size."""
    return max(0.2, min(wide / WIDE, high / HIGH))
