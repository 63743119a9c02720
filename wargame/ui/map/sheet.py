"""What one view shows of the scene: chips, arcs and names laid out for its scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.map.arcs import Arc
from wargame.ui.map.items import (
    ArcItem,
    ArrowItem,
    BadgeItem,
    ChipItem,
    LeaderItem,
    NameItem,
    badge_size,
    chip_size,
    ink_of,
)
from wargame.ui.map.layout import Crowd, Curve, badge_box, beside, curve_between, spread

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

    from wargame.model.ids import ActorId
    from wargame.ui.theme.bands import BandScale
    from wargame.ui.theme.item_roles import ActorValue


@dataclass(frozen=True, slots=True)
class Content:
    """What a sheet shows.

    Attributes:
        chips: Actors with a chip, and where they are in the scene.
        dots: Actors that another view shows; arcs end at a dot.
        arcs: The arcs; one whose ends are not both here is left out.
        names: Names on the land, where there is room.
        chosen: Numbers of the chosen events.
        actor: The chosen actor; None for none.
    """

    chips: tuple[tuple[ActorValue, QPointF], ...] = ()
    dots: tuple[tuple[ActorValue, QPointF], ...] = ()
    arcs: tuple[Arc, ...] = ()
    names: tuple[tuple[str, QPointF], ...] = ()
    chosen: frozenset[int] = frozenset()
    actor: str = ""


@dataclass
class Sheet:
    """Lays its content out again whenever the scale of its view changes."""

    scene: QGraphicsScene
    view: QGraphicsView
    scale_of: BandScale
    content: Content = field(default_factory=Content)
    _items: list[QGraphicsItem] = field(default_factory=list)

    def show(self, content: Content, taken: Sequence[QRectF] = ()) -> None:
        """Show this; ``taken`` are boxes of the viewport (px) that something covers."""
        self.content = content
        self.lay_out(taken)

    def lay_out(self, taken: Sequence[QRectF] = ()) -> None:
        """Put everything where it belongs at the present scale."""
        for item in self._items:
            self.scene.removeItem(item)
        self._items = []
        home, scale = self.view.viewport(), self.view.transform().m11()
        # Pixels, counted from the scene's origin: what the view scrolls to makes no difference.
        visible = self.view.mapToScene(home.rect()).boundingRect()
        room = QRectF(visible.topLeft() * scale, visible.size() * scale)
        covered = [box.translated(room.topLeft()) for box in taken]
        content = self.content
        points = [spot * scale for _, spot in content.chips]
        boxes = spread(points, [chip_size(actor) for actor, _ in content.chips], covered)
        places: dict[str, QRectF] = {}
        for (actor, spot), point, box in zip(content.chips, points, boxes, strict=True):
            places[actor.code] = box
            chip = ChipItem(home, actor, chosen=actor.code == content.actor)
            self._add(chip, box.center() / scale)
            if not box.contains(point):
                self._add(LeaderItem(home, _nearest(box, point) - point), spot)
        for actor, spot in content.dots:
            point = spot * scale
            places[actor.code] = QRectF(point.x() - 3, point.y() - 3, 6, 6)
            self._add(LeaderItem(home, QPointF(0, 0)), spot)
        used = [*covered, *boxes]
        used += self._draw_arcs(places, used, room, scale)
        for text, spot in content.names:
            name = NameItem(home, text)
            box = QRectF(name.rect).translated(spot * scale)
            if not any(box.intersects(other) for other in used):
                self._add(name, spot)

    def _draw_arcs(
        self, places: Mapping[str, QRectF], used: Sequence[QRectF], room: QRectF, scale: float
    ) -> list[QRectF]:
        """Draw the arcs with their badges; gives the boxes of the badges."""
        home, crowd, badges = self.view.viewport(), Crowd(used), list[QRectF]()
        ranks: Counter[tuple[ActorId, ActorId | None]] = Counter()
        drawn: list[tuple[Arc, Curve | None]] = []
        for arc in self.content.arcs:
            source = places.get(str(arc.source))
            target = places.get(str(arc.target)) if arc.target else None
            if source is None or (arc.target and target is None):
                continue
            rank = ranks[arc.source, arc.target]
            ranks[arc.source, arc.target] += 1
            drawn.append((arc, curve_between(source, target, rank) if target else None))
        for arc, curve in drawn:
            rung = rung_value(self.scale_of, arc.rung)
            ink = ink_of(arc, rung)
            if curve is not None:
                shrink = QTransform.fromScale(1 / scale, 1 / scale)
                self._add(ArcItem(home, arc, shrink.map(curve.path()), ink), QPointF(0, 0))
                if arc.kind:
                    self._add(ArrowItem(home, curve.heading(), ink), curve.end / scale)
            if not arc.label and arc.rung is None:
                continue
            size = badge_size(arc, rung)
            if curve is not None:
                box = badge_box(curve, size, crowd, room)
            else:
                box = beside(places[str(arc.source)], size, crowd, room)
            crowd.add(box)
            badges.append(box)
            chosen = bool(self.content.chosen.intersection(arc.numbers))
            self._add(BadgeItem(home, arc, rung, ink, chosen=chosen), box.center() / scale)
        return badges

    def _add(self, item: QGraphicsItem, spot: QPointF) -> None:
        item.setPos(spot)
        self.scene.addItem(item)
        self._items.append(item)


def _nearest(box: QRectF, point: QPointF) -> QPointF:
    """The point of a box that lies nearest to another point."""
    return QPointF(
        min(max(point.x(), box.left()), box.right()),
        min(max(point.y(), box.top()), box.bottom()),
    )
