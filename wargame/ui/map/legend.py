"""The strip under the map: what lines and shapes mean, and what the borders are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
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
from wargame.ui.widgets.text import plain_tip

_HEIGHT: Final = 24
_MARK: Final = 9

ACTS: Final[tuple[tuple[LineStyle, str], ...]] = (
    ("solid", "Attributed"),
    ("dashed", "Unattributed"),
    ("dotted", "Message"),
)
_FOLLOWERS: Final[tuple[tuple[MarkName, str], ...]] = (
    ("square", "partners"),
    ("circle", "allied groups"),
)
_SHORTER: Final = (", allied groups", ", allies")
Sign = LineStyle | MarkName
_PATTERNS: Final[dict[LineStyle, list[float]]] = {
    "solid": [],
    "dashed": [4.0, 2.5],
    "dotted": [1.0, 2.2],
}


@dataclass(frozen=True, slots=True)
class Spacing:
    """How wide a line's sample is, how far its words are from it, and parts from each other."""

    line: int
    gap: int
    between: int

    def end_of(self, x: int, sign: Sign, text: str) -> int:
        """Where a part that begins at ``x`` ends."""
        sample = self.line if sign in _PATTERNS else _MARK
        return x + sample + self.gap + text_width(text, text_font("caption"))


_WIDE: Final = Spacing(24, 6, 16)
_CLOSE: Final = Spacing(18, 4, 10)


def lay_out_legend(
    parts: Sequence[tuple[Sign, str]], note: str, width: int
) -> tuple[Spacing, tuple[tuple[Sign, str], ...]]:
    """How the parts stand beside a note on ``width`` px, closer and shorter where they must.

    What has no room even so is left out from the far end.
    """
    short = [(sign, text.replace(*_SHORTER)) for sign, text in parts]
    for spacing, words in ((_WIDE, parts), (_CLOSE, parts)):
        shown = _fitting(spacing, words, note, width)
        if len(shown) == len(parts):
            return spacing, shown
    return _CLOSE, _fitting(_CLOSE, short, note, width)


def _fitting(
    spacing: Spacing, parts: Sequence[tuple[Sign, str]], note: str, width: int
) -> tuple[tuple[Sign, str], ...]:
    """The parts that have room beside the note, from the first on."""
    limit = width - SPACE_12
    if note:
        limit -= text_width(note, text_font("caption")) + spacing.between
    x, shown = SPACE_12, []
    for sign, text in parts:
        end = spacing.end_of(x, sign, text)
        if end > limit:
            break
        shown.append((sign, text))
        x = end + spacing.between
    return tuple(shown)


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
    """One line; what has no room is left out from the far end, but the note always stays.

    The tool tip says all of it.
    """

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
        words = ", ".join(text for _, text in self._parts)
        self.setAccessibleName(f"Legend: {words}. {self._note}")
        self.setToolTip(plain_tip(f"{words}. {self._note}."))
        self.update()

    @property
    def shown(self) -> tuple[str, ...]:
        """The words that have room."""
        return tuple(text for _, text in lay_out_legend(self._parts, self._note, self.width())[1])

    @property
    def _parts(self) -> tuple[tuple[Sign, str], ...]:
        return (*self._lines, *self._marks)

    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        painter.fillRect(self.rect(), colour("panel"))
        draw_hline(painter, 0, self.width(), 0, colour("line"))
        font = text_font("caption")
        if self._note:
            wide = text_width(self._note, font)
            place = QRect(self.width() - SPACE_12 - wide, 0, wide, _HEIGHT)
            draw_text(painter, place, self._note, font, colour("t3"))
        x = SPACE_12
        spacing, parts = lay_out_legend(self._parts, self._note, self.width())
        for sign, text in parts:
            end = spacing.end_of(x, sign, text)
            self._paint_sign(painter, x, sign, spacing.line)
            words = text_width(text, font)
            draw_text(painter, QRect(end - words, 0, words, _HEIGHT), text, font, colour("t2"))
            x = end + spacing.between

    def _paint_sign(self, painter: QPainter, x: int, sign: Sign, line: int) -> None:
        match sign:
            case "solid" | "dashed" | "dotted":
                pen = QPen(colour("t1"), 1.75)
                if _PATTERNS[sign]:
                    pen.setDashPattern(_PATTERNS[sign])
                painter.setPen(pen)
                painter.drawLine(x, _HEIGHT // 2, x + line, _HEIGHT // 2)
            case _:
                place = QRect(x, (_HEIGHT - _MARK) // 2, _MARK, _MARK)
                draw_mark(painter, place, sign, colour("t2"))
