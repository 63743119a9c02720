"""The whole game as a strip: turns, acts by band, turning points, and the moment one is at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from wargame.ui.theme.bands import BandScale, band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_text,
    start_painting,
    text_width,
)
from wargame.ui.theme.tokens import ColourRole

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course

_POINTS: Final = 20
_STRIP: Final = 44
_LABELS: Final = 20
_GAP: Final = 3
_BAR: Final = 4
_BADGE: Final = 16
_HEIGHT: Final = _POINTS + _STRIP + _LABELS
_LOWEST: Final = 0.12
_SIGNS: Final[dict[str, tuple[IconName, ColourRole]]] = {
    "bookmark": ("bookmark", "accent"),
    "line": ("flag", "t2"),
    "ruling": ("gavel", "t2"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A turn on the strip: its first place, the place after its last, and its rectangle."""

    turn: int
    begun: int
    after: int
    rect: QRect


def lay_out_turns(
    turn_places: Sequence[tuple[int, int]], places: int, width: int
) -> tuple[Span, ...]:
    """Turns of equal width (px), with what lies before the first turn in the first."""
    if not turn_places or width <= 0:
        return ()
    count = len(turn_places)
    starts = [0, *(place for _, place in turn_places[1:])]
    ends = [*(place for _, place in turn_places[1:]), places]
    spans = []
    for nth, (turn, _) in enumerate(turn_places):
        left, right = width * nth // count, width * (nth + 1) // count
        wide = max(1, right - left - _GAP)
        rect = QRect(left, _POINTS, wide, _STRIP)
        spans.append(Span(turn, starts[nth], ends[nth], rect))
    return tuple(spans)


def x_of(spans: Sequence[Span], place: int) -> int:
    """Where a place lies on the strip (px)."""
    at = max(0, bisect_right([span.begun for span in spans], place) - 1)
    span = spans[at]
    share = (place - span.begun) / max(1, span.after - span.begun - 1)
    return span.rect.left() + round(min(1.0, max(0.0, share)) * (span.rect.width() - 1))


def place_at(spans: Sequence[Span], x: int) -> int:
    """The place that lies at ``x`` px; the nearest where there is none."""
    for span in spans:
        if x <= span.rect.right() + _GAP:
            share = (x - span.rect.left()) / max(1, span.rect.width() - 1)
            steps = max(0, span.after - span.begun - 1)
            return span.begun + round(min(1.0, max(0.0, share)) * steps)
    return spans[-1].after - 1


class Scrubber(QAbstractSlider):
    """Drag anywhere; the value is the place on the line of the replay.

    Signals:
        span_chosen(int, int): Dragged with Shift held from one place to another.
    """

    span_chosen = Signal(int, int)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._course: Course | None = None
        self._span: tuple[int, int] | None = None
        self._bookmarks: tuple[tuple[int, str], ...] = ()
        self._begun: int | None = None
        self._kept: tuple[object, QPixmap] | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Moment of the game")

    def show_course(self, course: Course) -> None:
        """Show another game."""
        self._course = course
        self.setRange(0, course.events - 1)
        self.update()

    def set_words(self, words: str) -> None:
        """What a screen reader hears of the present moment."""
        self.setAccessibleDescription(words)

    def set_bookmarks(self, bookmarks: Sequence[tuple[int, str]]) -> None:
        """Mark places to come back to, each with its words."""
        if tuple(bookmarks) != self._bookmarks:
            self._bookmarks = tuple(bookmarks)
            self.update()

    def set_span(self, span: tuple[int, int] | None) -> None:
        """Mark the places from one to another; None marks nothing."""
        if span != self._span:
            self._span = span
            self.update()

    def spans(self) -> tuple[Span, ...]:
        """Turns as they lie now."""
        course = self._course
        if course is None:
            return ()
        return lay_out_turns(course.turn_places, course.events, self.width())

    def sizeHint(self) -> QSize:
        return QSize(960, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.spans():
            return
        x = round(event.position().x())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._begun = place_at(self.spans(), x)
        self._go(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(round(event.position().x()))
            if self._begun is not None:
                self.set_span(self._ends(self._begun))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._begun = self._begun, None
        if begun is not None and begun != self.value():
            self.span_chosen.emit(*self._ends(begun))

    def _ends(self, begun: int) -> tuple[int, int]:
        return min(begun, self.value()), max(begun, self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        course = self._course
        spans = self.spans()
        if course is None or not spans:
            return
        now = next((s for s in reversed(spans) if s.begun <= self.value()), spans[0])
        painter = start_painting(self)
        painter.drawPixmap(0, 0, self._picture(spans, course, now))
        self._paint_handle(painter, x_of(spans, self.value()))
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _picture(self, spans: Sequence[Span], course: Course, now: Span) -> QPixmap:
        """Everything but the handle; painted anew only when something else than it has changed."""
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, current_theme(), course, now.turn, self._span, self._bookmarks)
        if self._kept is None or self._kept[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(colour("panel"))
            painter = QPainter(picture)
            hints = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            painter.setRenderHints(hints, on=True)
            painter.setLayoutDirection(self.layoutDirection())
            self._paint_turns(painter, spans, now)
            self._paint_marks(painter, spans, course)
            self._paint_points(painter, spans, course)
            painter.end()
            self._kept = (key, picture)
        return self._kept[1]

    def _paint_turns(self, painter: QPainter, spans: Sequence[Span], now: Span) -> None:
        for span in spans:
            is_now = span is now
            ground = colour("accent_soft") if is_now else colour("raised")
            draw_box(painter, span.rect, fill=ground, radius=RADIUS_CHIP)
            place = QRect(span.rect.left(), _POINTS + _STRIP, span.rect.width(), _LABELS)
            font = text_font("caption", 600 if is_now else 400)
            ink = colour("t1" if is_now else "t3")
            draw_text(painter, place, f"Turn {span.turn}", font, ink, align=CENTRE)
        if self._span is not None:
            left, right = (x_of(spans, place) for place in self._span)
            marked = QRect(left, _POINTS - 2, max(2, right - left), 3)
            painter.fillRect(marked, colour("accent"))

    def _paint_marks(self, painter: QPainter, spans: Sequence[Span], course: Course) -> None:
        theme, count = current_theme(), len(self._scale)
        highest = max(1, self._scale.last_rung)
        for mark in course.marks:
            band = self._scale.of_rung(round(mark.rung)).number
            tall = round((_STRIP - 4) * max(_LOWEST, mark.rung / highest))
            left = x_of(spans, mark.place) - _BAR // 2
            bar = QRect(left, _POINTS + _STRIP - tall, _BAR, tall)
            painter.fillRect(bar, QColor(band_colour(theme, band, count).fill))

    def _paint_points(self, painter: QPainter, spans: Sequence[Span], course: Course) -> None:
        """Numbers and bookmarks over the strip; words where there is room before the next."""
        numbers = count(1)
        points = [
            (point.place, str(next(numbers)) if point.kind == "index" else point.kind, point.words)
            for point in course.turning_points
        ]
        signs = sorted([*points, *((place, "bookmark", words) for place, words in self._bookmarks)])
        lefts = [x_of(spans, place) - _BADGE // 2 for place, _, _ in signs]
        small = text_font("caption")
        free = -1
        for nth, ((_, sign, words), wanted) in enumerate(zip(signs, lefts, strict=True)):
            left = max(free, min(max(0, wanted), self.width() - _BADGE))
            box = QRect(left, 1, _BADGE, _BADGE)
            _paint_sign(painter, box, sign)
            after = lefts[nth + 1] if nth + 1 < len(lefts) else self.width()
            wide = min(after - box.right() - 10, text_width(words, small))
            if wide > 40 and sign not in {"line", "ruling"}:
                spot = QRect(box.right() + 6, 1, wide, _BADGE)
                draw_text(painter, spot, words, small, colour("t2"))
            free = box.right() + 3

    def _paint_handle(self, painter: QPainter, x: int) -> None:
        ink = colour("t1")
        painter.fillRect(QRect(x - 1, _POINTS - 2, 2, _STRIP + 4), ink)
        knob = QRect(x - 6, _POINTS - 4, 12, 10)
        draw_box(painter, knob, fill=ink, radius=RADIUS_CHIP)

    def _go(self, x: int) -> None:
        spans = self.spans()
        if spans:
            self.setValue(place_at(spans, x))


def _paint_sign(painter: QPainter, box: QRect, sign: str) -> None:
    """A turning point's number in a box, or the outline of what else it is."""
    if sign in _SIGNS:
        icon, role = _SIGNS[sign]
        draw_icon(painter, box, icon, colour(role), 13)
        return
    draw_box(painter, box, fill=colour("panel"), border=colour("t2"), radius=RADIUS_CHIP)
    draw_text(painter, box, sign, text_font("caption", 600), colour("t1"), align=CENTRE)
