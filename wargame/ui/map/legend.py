"""The strip under the map: what lines and shapes mean, and what the borders are worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.model.seat_view import ActorLabel
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.map.arcs import LineStyle
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import MarkName
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.theme.paint import draw_hline, draw_text, start_painting, text_width
from wargame.ui.widgets.actor_badge import draw_mark

_HEIGHT: Final = 24
_LINE: Final = 24
_MARK: Final = 9
_GAP: Final = 6
_BETWEEN: Final = 16

ACTS: Final[tuple[tuple[LineStyle, str], ...]] = (
    ("solid", "Attributed"),
    ("dashed", "Unattributed"),
    ("dotted", "Message"),
)
_FOLLOWERS: Final[tuple[tuple[MarkName, str], ...]] = (
    ("square", "partners"),
    ("circle", "allied groups"),
)
_PATTERNS: Final[dict[LineStyle, list[float]]] = {
    "solid": [],
    "dashed": [4.0, 2.5],
    "dotted": [1.0, 2.2],
}


def camp_words(actors: Sequence[ActorLabel]) -> tuple[tuple[MarkName, str], ...]:
    """What the shapes of the camps mean, by who leads them in this scenario.

    >>> from wargame.model.ids import ActorId
    >>> camp_words([ActorLabel(ActorId("BLU"), "Blue", "israel-and-partners")])
    (('square', 'Blue'), ('diamond', 'Mediators'))
    """
    found: list[tuple[MarkName, str]] = []
    for mark, followers in _FOLLOWERS:
        names = [label.name for label in actors if mark_of(label.camp) == mark]
        if names:
            found.append((mark, f"{names[0]}, {followers}" if len(names) > 1 else names[0]))
    return (*found, ("diamond", "Mediators"))


class Legend(QWidget):
    """One line; what has no room is left out from the far end, but the note always stays."""

    def __init__(
        self,
        note: str,
        lines: Sequence[tuple[LineStyle, str]] = ACTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._note = note
        self._lines = tuple(lines)
        self._marks: tuple[tuple[MarkName, str], ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A legend explains what does not mirror.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.show_camps(())

    def show_camps(self, actors: Sequence[ActorLabel]) -> None:
        """Name the camps after these actors."""
        self._marks = camp_words(actors)
        words = ", ".join(text for _, text in (*self._lines, *self._marks))
        self.setAccessibleName(f"Legend: {words}. {self._note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        painter.fillRect(self.rect(), colour("panel"))
        draw_hline(painter, 0, self.width(), 0, colour("line"))
        font = text_font("caption")
        end = self.width() - SPACE_12
        if self._note:
            wide = text_width(self._note, font)
            end -= wide
            draw_text(painter, QRect(end, 0, wide, _HEIGHT), self._note, font, colour("t3"))
            end -= _BETWEEN
        x = SPACE_12
        for style, text in self._lines:
            used = _LINE + _GAP + text_width(text, font)
            if x + used > end:
                return
            pen = QPen(colour("t1"), 1.75)
            if _PATTERNS[style]:
                pen.setDashPattern(_PATTERNS[style])
            painter.setPen(pen)
            painter.drawLine(x, _HEIGHT // 2, x + _LINE, _HEIGHT // 2)
            rest = QRect(x + _LINE + _GAP, 0, used, _HEIGHT)
            draw_text(painter, rest, text, font, colour("t2"))
            x += used + _BETWEEN
        for mark, text in self._marks:
            used = _MARK + _GAP + text_width(text, font)
            if x + used > end:
                return
            place = QRect(x, (_HEIGHT - _MARK) // 2, _MARK, _MARK)
            draw_mark(painter, place, mark, colour("t2"))
            rest = QRect(x + _MARK + _GAP, 0, used, _HEIGHT)
            draw_text(painter, rest, text, font, colour("t2"))
            x += used + _BETWEEN
