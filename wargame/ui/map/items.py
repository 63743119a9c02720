"""What stands in the scene: land, names on it, actors as chips, arcs with arrows and badges.

Two views look at one scene. What belongs to only one of them paints itself in no other.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from wargame.ui.map.arcs import Arc, LineStyle
from wargame.ui.map.outlines import Outlines
from wargame.ui.theme.bands import band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ActorValue, RungValue
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, text_width
from wargame.ui.widgets.actor_badge import actor_width, draw_actor
from wargame.ui.widgets.band_glyph import rung_text
from wargame.ui.widgets.text import plain_tip

CHIP_HEIGHT: Final = 22
_BADGE_HEIGHT: Final = 18
_PADDING: Final = 7
_ARROW: Final = 8.0
_PATTERNS: Final[dict[LineStyle, list[float]]] = {
    "solid": [],
    "dashed": [4.0, 3.0],
    "dotted": [1.0, 2.2],
}


class LandItem(QGraphicsItem):
    """All land at once, the land of actors a shade lighter, with coasts and borders."""

    def __init__(self, outlines: Outlines, homes: frozenset[str]) -> None:
        super().__init__()
        self._outlines = outlines
        self._homes = homes
        self._box = QRectF()
        for area in outlines.areas:
            self._box = self._box.united(area.shape.boundingRect())
        self.setZValue(-10)

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area in self._outlines.areas:
            shade = colour("land2" if area.id in self._homes else "land")
            # Painted with a line of its own shade: the seam between neighbours would show the sea.
            painter.setPen(_cosmetic(shade, 1.0))
            painter.setBrush(shade)
            painter.drawPath(area.shape)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_cosmetic(colour("coast"), 1.0))
        painter.drawPath(self._outlines.lines)
        pen = _cosmetic(colour("coast"), 1.0)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawPath(self._outlines.disputed)


class SheetItem(QGraphicsItem):
    """Something of fixed size in pixels that paints itself in one view only.

    Args:
        home: The viewport in which it is seen.
        size: Its size (px), round its place.
    """

    def __init__(self, home: QWidget, size: QSizeF) -> None:
        super().__init__()
        self.home = home
        self._size = size
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)

    @property
    def rect(self) -> QRect:
        """Its box in its own pixels."""
        wide, high = round(self._size.width()), round(self._size.height())
        return QRect(-wide // 2, -high // 2, wide, high)

    def boundingRect(self) -> QRectF:
        return QRectF(self.rect).adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if widget is self.home:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.paint_here(painter)

    def paint_here(self, painter: QPainter) -> None:
        """Paint it; the painter is ready."""


class NameItem(SheetItem):
    """The name of a country or a sea."""

    def __init__(self, home: QWidget, text: str) -> None:
        self._text = text
        super().__init__(home, QSizeF(text_width(text, text_font("caption")) + 4, 16))
        self.setZValue(-5)

    def paint_here(self, painter: QPainter) -> None:
        draw_text(painter, self.rect, self._text, text_font("caption"), colour("t3"), align=CENTRE)


class LeaderItem(SheetItem):
    """A dot where an actor is, and a line to its chip beside it (px, from the dot)."""

    def __init__(self, home: QWidget, to: QPointF) -> None:
        self._to = to
        super().__init__(home, QSizeF(2 * abs(to.x()) + 8, 2 * abs(to.y()) + 8))
        self.setZValue(1)

    def paint_here(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour("t2"), 1))
        painter.drawLine(QPointF(0, 0), self._to)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("t2"))
        painter.drawEllipse(QPointF(0, 0), 2.5, 2.5)


def chip_size(actor: ActorValue) -> QSizeF:
    """How large the chip of an actor is (px)."""
    return QSizeF(actor_width(actor) + 2 * _PADDING, CHIP_HEIGHT)


class ChipItem(SheetItem):
    """An actor: the shape of its camp and its code."""

    def __init__(self, home: QWidget, actor: ActorValue, *, chosen: bool) -> None:
        super().__init__(home, chip_size(actor))
        self.actor = actor
        self._chosen = chosen
        self.setToolTip(plain_tip(actor.name or actor.code))
        self.setZValue(4)

    def paint_here(self, painter: QPainter) -> None:
        edge = colour("accent" if self._chosen else "line2")
        width = 2 if self._chosen else 1
        draw_box(
            painter, self.rect, fill=colour("panel"), border=edge, radius=RADIUS_CHIP, width=width
        )
        draw_actor(painter, self.rect.adjusted(_PADDING, 0, -_PADDING, 0), self.actor)


class ArcItem(QGraphicsPathItem):
    """The line of an arc; it lies in the scene, so that panning moves it with the land."""

    def __init__(self, home: QWidget, arc: Arc, path: QPainterPath, ink: QColor) -> None:
        super().__init__(path)
        self.home = home
        self.arc = arc
        pen = _cosmetic(ink, 1.75 if arc.kind else 1.0)
        if _PATTERNS[arc.style]:
            pen.setDashPattern(_PATTERNS[arc.style])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.setPen(pen)
        self.setToolTip(plain_tip(arc.words))
        self.setZValue(2)

    def shape(self) -> QPainterPath:
        """A band round the line that a pointer can hit."""
        stroker = QPainterPathStroker()
        stroker.setWidth(0.4)
        return stroker.createStroke(self.path())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if widget is self.home:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self.path())


class ArrowItem(SheetItem):
    """The head of an arc, turned the way it arrives."""

    def __init__(self, home: QWidget, heading: float, ink: QColor) -> None:
        super().__init__(home, QSizeF(2 * _ARROW, 2 * _ARROW))
        self._ink = ink
        self.setRotation(heading)
        self.setZValue(3)

    def paint_here(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        half = 0.5 * _ARROW
        painter.drawPolygon(
            QPolygonF([QPointF(1, 0), QPointF(-_ARROW, -half), QPointF(-_ARROW, half)])
        )


def badge_size(arc: Arc, rung: RungValue) -> QSizeF:
    """How large the badge of an arc is (px)."""
    words = text_width(arc.label, text_font("caption", 500)) if arc.label else -5
    step = text_width(rung_text(rung), text_font("caption", 600)) if arc.rung is not None else -5
    return QSizeF(words + 5 + step + 12, _BADGE_HEIGHT)


class BadgeItem(SheetItem):
    """The numbers of an arc's acts, as in the list of events, and the hardest rung."""

    def __init__(
        self, home: QWidget, arc: Arc, rung: RungValue, ink: QColor, *, chosen: bool
    ) -> None:
        super().__init__(home, badge_size(arc, rung))
        self.arc = arc
        self._rung = rung
        self._ink = ink
        self._chosen = chosen
        self.setToolTip(plain_tip(arc.words))
        self.setZValue(5)

    def paint_here(self, painter: QPainter) -> None:
        ground = colour("accent_soft" if self._chosen else "panel")
        edge = colour("accent") if self._chosen else self._ink
        width = 2 if self._chosen else 1
        draw_box(painter, self.rect, fill=ground, border=edge, radius=RADIUS_CHIP, width=width)
        inner = self.rect.adjusted(6, 0, -6, 0)
        used = 0
        if self.arc.label:
            font = text_font("caption", 500)
            used = draw_text(painter, inner, self.arc.label, font, colour("t2")) + 5
        if self.arc.rung is not None:
            rest = inner.adjusted(used, 0, 2, 0)
            draw_text(painter, rest, rung_text(self._rung), text_font("caption", 600), colour("t1"))


def ink_of(arc: Arc, rung: RungValue) -> QColor:
    """The colour of an arc: of its rung's band, or that of text for words."""
    if arc.kind in {"message", ""} or arc.rung is None:
        return colour("t2" if arc.kind else "t3")
    return QColor(band_colour(current_theme(), rung.band, rung.band_count).fill)


def _cosmetic(shade: QColor, width: float) -> QPen:
    """A pen that is as wide on the screen at any scale."""
    pen = QPen(shade, width)
    pen.setCosmetic(True)
    return pen
