"""The painted page of the projector: one frozen view and one clock, nothing to press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.projector.layout import lay_out, scale_for
from wargame.ui.projector.words import change_line, phase_lines, spoken, turn_line
from wargame.ui.theme.bands import band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import sized_font
from wargame.ui.theme.paint import END, START, draw_box, draw_hline, draw_text, draw_vline, printed
from wargame.ui.widgets.band_glyph import draw_band_glyph

if TYPE_CHECKING:
    from wargame.model.public_view import PublicView
    from wargame.ui.theme.tokens import ColourRole

_TEXT: Final = 22
_DATE: Final = 132
_MOST_NEWS: Final = 6


class ProjectorPage(QWidget):
    """Keeps what it was given last until it is given something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PublicView | None = None
        self._clock = ""
        self._is_paused = False
        self._is_blank = False
        self.setAccessibleName("Projector")

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown for now."""
        return self._is_blank

    @property
    def view(self) -> PublicView | None:
        """What is shown."""
        return self._view

    @property
    def clock(self) -> str:
        """The time as it is printed; empty for none."""
        return self._clock

    def show_view(self, view: PublicView) -> None:
        """Show what is public now."""
        if view != self._view:
            self._view = view
            self.setAccessibleDescription(spoken(view))
            self.update()

    def show_clock(self, text: str, *, paused: bool = False) -> None:
        """Print a time, or none."""
        if (text, paused) != (self._clock, self._is_paused):
            self._clock, self._is_paused = text, paused
            self.update()

    def set_blank(self, *, blank: bool) -> None:
        """Show nothing for now, or everything again."""
        self._is_blank = blank
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        if self._is_blank or self._view is None:
            return
        hints = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        painter.setRenderHints(hints)
        scale = scale_for(self.width(), self.height())
        painter.scale(scale, scale)
        places = lay_out(round(self.width() / scale), round(self.height() / scale))
        self._paint_head(painter, self._view, places.head)
        self._paint_ladder(painter, self._view, places.ladder)
        self._paint_index(painter, self._view, places.index)
        shown = self._paint_news(painter, self._view, places.news)
        self._paint_history(painter, self._view, places.history)
        self._paint_ticker(painter, self._view, places.ticker, shown)

    def _paint_head(self, painter: QPainter, view: PublicView, place: QRect) -> None:
        right = place.right() + 1
        if self._clock:
            font = sized_font(80, 600)
            wide = QFontMetrics(font).horizontalAdvance(self._clock) + 4
            ink: ColourRole = "t3" if self._is_paused else "t1"
            _line(painter, QRect(right - wide, 16, wide, 104), self._clock, font, ink, end=True)
            right -= wide + 40
        first, second = phase_lines(view)
        if self._clock and self._is_paused:
            second = second or "The clock stands still"
        font = sized_font(_TEXT)
        lines = [line for line in (first, second) if line]
        top = 68 - 16 * len(lines)
        for number, line in enumerate(lines):
            rect = QRect(right - 420, top + 30 * number, 420, 30)
            _line(painter, rect, line, font, "t2", end=True)
        room = right - 440 - place.left()
        title = QRect(place.left(), 34, room, 42)
        _line(painter, title, view.scenario, sized_font(32, 600), "t1")
        _line(painter, QRect(place.left(), 76, room, 30), turn_line(view), font, "t2")
        draw_hline(painter, place.left(), place.right() + 1, place.bottom(), colour("line2"))

    def _paint_ladder(self, painter: QPainter, view: PublicView, place: QRect) -> None:
        _line(
            painter,
            QRect(place.left(), place.top(), 300, 30),
            "Escalation",
            sized_font(_TEXT),
            "t2",
        )
        scale, index = band_scale(view.bands), view.index_path[-1]
        present = scale.of_index(index).number
        body = place.adjusted(0, 40, -24, 0)
        count, theme = len(scale), current_theme()
        for span in scale.spans:
            high = body.height() // count
            top = body.bottom() + 1 - high * span.number
            row = QRect(body.left(), top, body.width(), high - 2)
            shades = band_colour(theme, span.number, count)
            painter.fillRect(row, QColor(shades.tint))
            number = QRect(row.left(), row.top(), 40, row.height())
            if span.number <= present:
                painter.fillRect(number, QColor(shades.fill))
                ink = QColor(shades.on_fill)
            else:
                draw_box(
                    painter, number, fill=colour("sunken"), border=QColor(shades.fill), radius=0
                )
                ink = colour("t1")
            _centred(painter, number, str(span.number), sized_font(24, 600), ink)
            if span.number == present:
                draw_box(painter, row, border=colour("t2"), radius=0)
            font = sized_font(26, 600 if span.number == present else 400)
            _line(painter, row.adjusted(54, 0, -56, 0), span.name, font, "t1")
        y = body.top() + (1.0 - scale.height_share(index)) * body.height()
        painter.setPen(QPen(colour("t1"), 4))
        painter.drawLine(QPointF(body.right() - 46, y), QPointF(body.right() + 2, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("t1"))
        tip = body.right() + 2
        painter.drawPolygon(
            QPolygonF([QPointF(tip, y), QPointF(tip + 22, y - 13), QPointF(tip + 22, y + 13)])
        )

    def _paint_index(self, painter: QPainter, view: PublicView, place: QRect) -> None:
        scale, index = band_scale(view.bands), view.index_path[-1]
        span = scale.of_index(index)
        font = sized_font(136, 600)
        _line(painter, QRect(place.left(), 176, 260, 160), f"{index:.0f}", font, "t1")
        _line(painter, QRect(place.left(), 336, 240, 30), "of 100", sized_font(_TEXT), "t2")
        draw_band_glyph(painter, QRect(place.left(), 398, 50, 40), span.number, len(scale))
        words = f"{span.number} {span.name}"
        used = _wrapped(
            painter, QRect(place.left(), 448, 220, 150), words, sized_font(28, 600), 36, "t1"
        )
        change = change_line(view)
        _line(painter, QRect(place.left(), 448 + used + 16, 260, 30), change, sized_font(20), "t2")

    def _paint_news(self, painter: QPainter, view: PublicView, place: QRect) -> int:
        """Paint the latest headlines; gives how many had room."""
        title = "How it ended" if view.outcome else "In the news"
        _line(painter, QRect(place.left(), place.top(), 300, 30), title, sized_font(_TEXT), "t2")
        y, end = place.top() + 40, place.bottom()
        wide = place.width() - _DATE
        if view.outcome:
            font = sized_font(24, 600)
            room = QRect(place.left(), y, place.width(), end - y)
            y += _wrapped(painter, room, view.outcome, font, 32, "t1") + 20
            draw_hline(painter, place.left(), place.right() + 1, y - 10, colour("line2"))
        if not view.news:
            words = "Nothing has happened yet."
            _line(painter, QRect(place.left(), y, wide, 32), words, sized_font(24), "t2")
        for number, item in enumerate(view.news[:_MOST_NEWS]):
            font = sized_font(24, 600 if number == 0 and not view.outcome else 400)
            high = 32 * min(3, len(_lines(item.words, font, wide)))
            if y + high > end:
                return number
            _line(painter, QRect(place.left(), y, _DATE - 8, 32), item.when, sized_font(20), "t2")
            room = QRect(place.left() + _DATE, y, wide, high)
            _wrapped(painter, room, item.words, font, 32, "t1")
            y += high + 12
            draw_hline(painter, place.left(), place.right() + 1, y, colour("line"))
            y += 12
        return min(_MOST_NEWS, len(view.news))

    def _paint_history(self, painter: QPainter, view: PublicView, place: QRect) -> None:
        label = QRect(place.left(), place.top(), 300, 30)
        _line(painter, label, "Index by turn", sized_font(_TEXT), "t2")
        body = place.adjusted(28, 38, 0, -28)
        scale, theme = band_scale(view.bands), current_theme()
        count = len(scale)
        for span in scale.spans:
            top = body.bottom() + 1 - round(body.height() * span.number / count)
            high = round(body.height() / count)
            shades = band_colour(theme, span.number, count)
            painter.fillRect(QRect(body.left(), top, body.width(), high), QColor(shades.tint))
            painter.fillRect(QRect(body.left(), top, 6, high), QColor(shades.fill))
            number = QRect(place.left(), top, 20, high)
            _centred(painter, number, str(span.number), sized_font(18, 600), colour("t2"))
        step = (body.width() - 6) / max(1, view.turns)

        def spot(turn: int, index: float) -> QPointF:
            share = scale.height_share(index)
            return QPointF(body.left() + 6 + step * turn, body.top() + (1 - share) * body.height())

        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("t1"), 3.5))
        points = [spot(turn, index) for turn, index in enumerate(view.index_path)]
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour("sunken"))
        painter.drawEllipse(points[-1], 8, 8)
        for turn in range(1, view.turns + 1):
            middle = body.left() + 6 + round(step * (turn - 0.5))
            rect = QRect(middle - 24, body.bottom() + 4, 48, 24)
            font = sized_font(18, 600 if turn == view.turn else 400)
            ink = colour("t1" if turn == view.turn else "t2")
            _centred(painter, rect, str(turn), font, ink)

    def _paint_ticker(self, painter: QPainter, view: PublicView, place: QRect, shown: int) -> None:
        painter.fillRect(place, colour("panel"))
        draw_hline(painter, 0, place.right() + 1, place.top(), colour("line"))
        x, font = 48, sized_font(24, 600)
        rest = QRect(x, place.top(), 120, place.height())
        x += draw_text(painter, rest, "News", font, colour("t1")) + 20
        draw_vline(painter, x, place.top() + 20, place.bottom() - 20, colour("line2"))
        x += 22
        font = sized_font(_TEXT)
        # Headlines that found no room above, in whole ones: cut ones would say half a truth.
        for number, item in enumerate(view.news[shown:]):
            wide = QFontMetrics(font).horizontalAdvance(printed(item.words)) + 1
            lead = 44 if number else 0
            if x + lead + wide > place.right() - 48:
                break
            if number:
                dot = QRect(x + 16, place.top(), 12, place.height())
                _centred(painter, dot, "·", font, colour("t3"))
            x += lead
            _line(painter, QRect(x, place.top(), wide, place.height()), item.words, font, "t1")
            x += wide


def _line(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: ColourRole, *, end: bool = False
) -> None:
    draw_text(painter, rect, text, font, colour(ink), align=END if end else START)


def _centred(painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def _lines(text: str, font: QFont, wide: int) -> list[str]:
    """A text broken at spaces into lines of a width (px)."""
    metrics = QFontMetrics(font)
    lines: list[str] = []
    for word in printed(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _wrapped(
    painter: QPainter, rect: QRect, text: str, font: QFont, step: int, ink: ColourRole
) -> int:
    """Paint a text over several lines; gives the height used (px). What has no room is elided."""
    lines = _lines(text, font, rect.width())
    most = max(1, rect.height() // step)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    for number, line in enumerate(lines):
        place = QRect(rect.left(), rect.top() + step * number, rect.width(), step)
        draw_text(painter, place, line, font, colour(ink))
    return step * len(lines)
