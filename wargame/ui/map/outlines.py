"""The land under the map: outlines from ``assets/map``, projected once and kept.

Borders are kept as runs of points that both neighbours share, so that no gap shows between them.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from wargame.paths import assets

if TYPE_CHECKING:
    from wargame.model.actors import Place

Points = list[QPointF]

LABELS: Final = (
    ("Türkiye", 34.5, 39.0),
    ("Iran", 55.5, 32.6),
    ("Iraq", 42.4, 31.9),
    ("Saudi Arabia", 44.2, 23.0),
    ("Yemen", 47.6, 15.9),
    ("Oman", 57.0, 20.6),
    ("Egypt", 28.6, 26.8),
    ("Sudan", 30.5, 17.5),
    ("Afghanistan", 65.6, 33.8),
    ("Pakistan", 67.0, 28.2),
    ("Turkmenistan", 59.0, 39.4),
)
"""Names on the land, with the longitude and latitude of their middle."""

BOUNDS: Final = (8.5, 7.5, 86.0, 45.5)
"""West, south, east, north: the part of the world that the outlines cover (degrees)."""


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of land.

    Attributes:
        id: Its code in the asset.
        shape: Its outline in the plane of the scene.
    """

    id: str
    shape: QPainterPath


@dataclass(frozen=True, slots=True)
class Outlines:
    """Everything that is drawn under the actors.

    Attributes:
        notice: Where the data comes from.
        areas: Land, each with its outline.
        lines: Coasts and borders, each once.
        disputed: Lines that are drawn dashed.
    """

    notice: str
    areas: tuple[Area, ...]
    lines: QPainterPath
    disputed: QPainterPath


def projected(longitude: float, latitude: float) -> QPointF:
    """A point in the plane of the scene: Mercator, in degrees at the equator, y downwards.

    >>> round(projected(35.0, 0.0).y(), 6) == 0.0, projected(35.0, 10.0).y() < 0
    (True, True)
    """
    stretched = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return QPointF(longitude, -math.degrees(stretched))


def spot_of(place: Place) -> QPointF:
    """Where a place lies in the scene."""
    return projected(place.longitude, place.latitude)


def bounds() -> QRectF:
    """The part of the scene that the outlines cover."""
    west, south, east, north = BOUNDS
    return QRectF(projected(west, north), projected(east, south))


@cache
def load_outlines() -> Outlines:
    """The outlines; read at the first call."""
    text = (assets() / "map" / "outlines.json").read_text(encoding="utf-8")
    data = json.loads(text)
    arcs = {name: _points(line) for name, line in data["arcs"].items()}
    areas = tuple(
        Area(area["id"], _shape([_ring([arcs[a] for a in ring]) for ring in area["rings"]]))
        for area in data["areas"]
    )
    dashed = frozenset(data["dashed"])
    # An edge is where the data was cut off, not a coast.
    plain = [a for name, a in arcs.items() if name not in dashed and not name.startswith("edge-")]
    return Outlines(
        notice=data["notice"],
        areas=areas,
        lines=_runs(plain),
        disputed=_runs([arcs[name] for name in sorted(dashed)]),
    )


def _points(line: str) -> Points:
    pairs = (pair.split(",") for pair in line.split())
    return [projected(float(longitude), float(latitude)) for longitude, latitude in pairs]


def _ring(arcs: list[Points]) -> Points:
    """The points round an area, each run turned so that it goes on from the one before."""
    first = arcs[0]
    if len(arcs) > 1 and first[-1] not in (arcs[1][0], arcs[1][-1]):
        first = first[::-1]
    ring = list(first)
    for arc in arcs[1:]:
        ring += arc[1:] if arc[0] == ring[-1] else arc[-2::-1]
    return ring


def _shape(rings: list[Points]) -> QPainterPath:
    shape = QPainterPath()
    for ring in rings:
        shape.addPolygon(QPolygonF(ring))
        shape.closeSubpath()
    return shape


def _runs(arcs: list[Points]) -> QPainterPath:
    path = QPainterPath()
    for arc in arcs:
        path.moveTo(arc[0])
        for point in arc[1:]:
            path.lineTo(point)
    return path
