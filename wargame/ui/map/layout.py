"""Where chips, arcs and badges go: pure geometry in pixels, tested without a window."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_GAP: Final = 3.0
_STEPS: Final = 32
_SPOTS: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)


class Crowd:
    """Boxes that are taken; says how much of another box they cover."""

    def __init__(self, boxes: Sequence[QRectF] = ()) -> None:
        # Plain numbers: hundreds of boxes are asked about each time that the map is scaled.
        self._boxes: list[_Box] = []
        for box in boxes:
            self.add(box)

    def add(self, box: QRectF) -> None:
        """Take another box."""
        self._boxes.append(_plain(box))

    def cover(self, box: _Box) -> float:
        """How much of a box, with a little air round it, is taken (px²)."""
        left, top, right, bottom = box[0] - _GAP, box[1] - _GAP, box[2] + _GAP, box[3] + _GAP
        covered = 0.0
        for one_left, one_top, one_right, one_bottom in self._boxes:
            # Nearly all lie elsewhere: told apart before anything is reckoned.
            if one_left < right and one_right > left and one_top < bottom and one_bottom > top:
                wide = min(right, one_right) - max(left, one_left)
                covered += wide * (min(bottom, one_bottom) - max(top, one_top))
        return covered


def spread(
    points: Sequence[QPointF], sizes: Sequence[QSizeF], taken: Sequence[QRectF] = ()
) -> tuple[QRectF, ...]:
    """A box for each point: around it where there is room, otherwise beside it.

    Args:
        points: What the boxes belong to (px); earlier ones have the first choice.
        sizes: Their sizes (px).
        taken: Boxes that must stay free, if they can.
    """
    crowd = Crowd(taken)
    boxes: list[QRectF] = []
    for point, size in zip(points, sizes, strict=True):
        choices = (_around(point, size, dx, dy) for dx, dy in _offsets(size))
        box = _rect(_least(choices, crowd.cover))
        crowd.add(box)
        boxes.append(box)
    return tuple(boxes)


def _offsets(size: QSizeF) -> tuple[tuple[float, float], ...]:
    """How far a box may stand from its point, nearest first."""
    aside, off = size.width() / 2 + 8, size.height() / 2 + 7
    return (
        (0.0, 0.0),
        (aside, 0.0),
        (-aside, 0.0),
        (0.0, off),
        (0.0, -off),
        (aside, off),
        (-aside, off),
        (aside, -off),
        (-aside, -off),
        (aside, 2 * off),
        (-aside, 2 * off),
        (aside, -2 * off),
        (-aside, -2 * off),
        (0.0, 3 * off),
        (0.0, -3 * off),
        (2 * aside, 0.0),
        (-2 * aside, 0.0),
    )


def _least(boxes: Iterable[_Box], cost: Callable[[_Box], float]) -> _Box:
    """The first box that costs nothing, or else the one that costs least."""
    found: tuple[float, _Box] | None = None
    for box in boxes:
        price = cost(box)
        if price <= 0:
            return box
        if found is None or price < found[0]:
            found = (price, box)
    assert found is not None  # noqa: S101 - there is always a choice
    return found[1]


def _around(point: QPointF, size: QSizeF, dx: float, dy: float) -> _Box:
    left = point.x() + dx - size.width() / 2
    top = point.y() + dy - size.height() / 2
    return left, top, left + size.width(), top + size.height()


def _plain(box: QRectF) -> _Box:
    return box.left(), box.top(), box.left() + box.width(), box.top() + box.height()


def _rect(box: _Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from one point to another.

    Attributes:
        start: Where it begins.
        bend: Its control point.
        end: Where it ends.
    """

    start: QPointF
    bend: QPointF
    end: QPointF

    def at(self, share: float) -> QPointF:
        """The point at a share of the way, 0 to 1."""
        rest = 1 - share
        return (
            self.start * (rest * rest) + self.bend * (2 * rest * share) + self.end * (share * share)
        )

    def path(self) -> QPainterPath:
        """The curve as a path."""
        path = QPainterPath(self.start)
        path.quadTo(self.bend, self.end)
        return path

    def heading(self) -> float:
        """The direction in which it arrives, in degrees clockwise from rightwards."""
        along = self.end - self.bend
        return math.degrees(math.atan2(along.y(), along.x()))

    def between(self, first: float, last: float) -> Curve:
        """The piece between two shares of the way."""
        start, end = self.at(first), self.at(last)
        # The control point of a piece lies where the tangents at its ends meet.
        rest = 1 - first
        bend = (
            self.start * (rest * (1 - last))
            + self.bend * (rest * last + first * (1 - last))
            + self.end * (first * last)
        )
        return Curve(start, bend, end)


def curve_between(source: QRectF, target: QRectF, rank: int = 0) -> Curve | None:
    """A curve from the edge of one box to the edge of another; None where they touch.

    It bends to one side as seen from its source, so that there and back are two lines; ``rank``
    bends further arcs of the same pair further.
    """
    one, two = source.center(), target.center()
    way = two - one
    length = math.hypot(way.x(), way.y())
    if length < 1:
        return None
    bow = min(90.0, max(16.0, 0.2 * length)) * (1 + 0.9 * rank)
    aside = QPointF(way.y(), -way.x()) / length * bow
    whole = Curve(one, (one + two) / 2 + aside, two)
    near = (source.adjusted(-2, -2, 2, 2), target.adjusted(-5, -5, 5, 5))
    steps = [step / _STEPS for step in range(_STEPS + 1)]

    def is_clear(share: float) -> bool:
        point = whole.at(share)
        return not near[0].contains(point) and not near[1].contains(point)

    first = next(filter(is_clear, steps), None)
    last = next(filter(is_clear, reversed(steps)), None)
    if first is None or last is None or last <= first:
        return None
    return whole.between(
        _edge(first, first - 1 / _STEPS, is_clear), _edge(last, last + 1 / _STEPS, is_clear)
    )


def _edge(clear: float, covered: float, is_clear: Callable[[float], bool]) -> float:
    """Where a curve comes out of a box, between a share outside it and the one before, inside."""
    covered = min(1.0, max(0.0, covered))
    for _ in range(5):
        middle = (clear + covered) / 2
        clear, covered = (middle, covered) if is_clear(middle) else (clear, middle)
    return clear


def badge_box(curve: Curve, size: QSizeF, crowd: Crowd, room: QRectF) -> QRectF:
    """A box on a curve, near its middle, where it covers least of what is there already."""
    cost = _cost(size, crowd, room)
    on_it = _least((_around(curve.at(share), size, 0, 0) for share in _SPOTS), cost)
    if cost(on_it) <= 0:
        return _rect(on_it)
    # Off the line, but near it: better than on top of something else.
    middle = curve.at(0.5)
    off_it = (_around(middle, size, dx, dy) for dx, dy in _offsets(size)[1:])
    return _rect(_least(chain((on_it,), off_it), cost))


def beside(box: QRectF, size: QSizeF, crowd: Crowd, room: QRectF) -> QRectF:
    """A box next to another one, where it covers least of what is there already."""
    middle = box.center()
    down, right = (box.height() + size.height()) / 2 + 3, (box.width() + size.width()) / 2 + 3
    choices = ((0.0, down), (0.0, -down), (right, 0.0), (-right, 0.0), (0.0, 2 * down))
    boxes = (_around(middle, size, dx, dy) for dx, dy in choices)
    return _rect(_least(boxes, _cost(size, crowd, room)))


def _cost(size: QSizeF, crowd: Crowd, room: QRectF) -> Callable[[_Box], float]:
    """What speaks against a box: what it covers, and that it does not fit into the room."""
    whole, (left, top, right, bottom) = size.width() * size.height(), _plain(room)

    def cost(box: _Box) -> float:
        inside = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        return crowd.cover(box) + (0.0 if inside else whole)

    return cost
