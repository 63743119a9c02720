"""Names with values in rows of 20 px, with a bar between them where the value is a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import (
    END,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.widgets.text import plain_tip

ROW: Final = 20
_BAR: Final = 9
_NUMBERS: Final = 48


@dataclass(frozen=True, slots=True)
class Fact:
    """One row.

    Attributes:
        name: What it is.
        text: Its value in words.
        meaning: Tool tip, and what a screen reader says after the value.
        share: The bar, 0 to 1; None for no bar.
    """

    name: str
    text: str
    meaning: str = ""
    share: float | None = None


class FactRows(QWidget):
    """As tall as it has rows; read with the eye, the pointer or a screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._facts: tuple[Fact, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The rows that are shown."""
        return self._facts

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other rows."""
        self._facts = tuple(facts)
        told = [f"{f.name}: {f.text}{f' ({f.meaning})' if f.meaning else ''}" for f in facts]
        self.setAccessibleName(f"{self._name}. {'. '.join(told)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * len(self._facts))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, ROW * len(self._facts))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = event.pos().y() // ROW
            tip = ""
            if 0 <= number < len(self._facts):
                fact = self._facts[number]
                tip = f"{fact.name}: {fact.text}\n{fact.meaning}".strip()
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        longest = max((text_width(f.name, text_font("table")) for f in self._facts), default=0)
        names = min(longest + 12, self.width() * 3 // 5)
        for number, fact in enumerate(self._facts):
            if fact.share is None:
                self._paint_plain(painter, fact, number * ROW)
            else:
                self._paint_share(painter, fact, fact.share, number * ROW, names)

    def _paint_plain(self, painter: QPainter, fact: Fact, top: int) -> None:
        """Name and value in full where there is room; else the name gives way, then the value."""
        name = text_width(fact.name, text_font("table"))
        value = text_width(fact.text, text_font("table", 600))
        value = min(value, max(self.width() * 3 // 5, self.width() - name - 8))
        self._paint_texts(painter, fact, top, self.width() - value - 8, self.width() - value)

    def _paint_share(
        self, painter: QPainter, fact: Fact, share: float, top: int, names: int
    ) -> None:
        end = self.width() - _NUMBERS
        track = QRect(names, top + (ROW - _BAR) // 2, max(0, end - names), _BAR)
        painter.fillRect(mirrored(self, track), colour("hover"))
        filled = QRect(track)
        filled.setWidth(round(track.width() * min(1.0, max(0.0, share))))
        painter.fillRect(mirrored(self, filled), colour("t2"))
        self._paint_texts(painter, fact, top, names - 8, end)

    def _paint_texts(
        self, painter: QPainter, fact: Fact, top: int, names: int, values: int
    ) -> None:
        """The name up to ``names`` px, the value from ``values`` px on, at the far end."""
        label = mirrored(self, QRect(0, top, names, ROW))
        draw_text(painter, label, fact.name, text_font("table"), colour("t2"))
        value = mirrored(self, QRect(values, top, max(0, self.width() - values), ROW))
        draw_text(painter, value, fact.text, text_font("table", 600), colour("t1"), align=END)
