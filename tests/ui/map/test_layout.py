"""The geometry of the map: outlines that close, boxes that keep apart, curves that end at them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from wargame.ui.map.layout import Crowd, badge_box, beside, curve_between, spread
from wargame.ui.map.outlines import load_outlines, projected

SIZE = QSizeF(48, 22)


def box_at(x: float, y: float) -> QRectF:
    return QRectF(x - 24, y - 11, 48, 22)


def test_that_every_outline_closes_and_holds_its_capital() -> None:
    areas = {area.id: area.shape for area in load_outlines().areas}
    capitals = {"IRN": (51.4, 35.7), "SAU": (46.7, 24.7), "EGY": (31.2, 30.0), "TUR": (32.9, 39.9)}
    for code, place in capitals.items():
        holders = [name for name, shape in areas.items() if shape.contains(projected(*place))]
        assert holders == [code]
    for shape in areas.values():
        for polygon in shape.toSubpathPolygons():
            assert polygon.isClosed()


def test_that_the_sea_belongs_to_nobody() -> None:
    sea = ((33.5, 33.5), (51.0, 27.6), (38.5, 20.5), (62.0, 18.0), (51.0, 39.0), (34.0, 43.0))
    for place in sea:
        point = projected(*place)
        assert not any(area.shape.contains(point) for area in load_outlines().areas), place


def test_that_boxes_of_crowded_places_do_not_cover_one_another() -> None:
    points = [QPointF(100 + 14 * n, 100 + 9 * n) for n in range(6)]
    boxes = spread(points, [SIZE] * 6)
    assert boxes[0].center() == points[0]
    for number, one in enumerate(boxes):
        assert not any(one.intersects(other) for other in boxes[number + 1 :])


def test_that_a_curve_runs_from_edge_to_edge_and_there_and_back_are_two_lines() -> None:
    one, two = box_at(100, 100), box_at(400, 180)
    there, back = curve_between(one, two), curve_between(two, one)
    assert there is not None
    assert back is not None
    assert not one.contains(there.start)
    assert not two.contains(there.end)
    assert one.adjusted(-4, -4, 4, 4).contains(there.start)
    assert two.adjusted(-8, -8, 8, 8).contains(there.end)
    apart = there.at(0.5) - back.at(0.5)
    assert apart.manhattanLength() > 20


def test_that_boxes_that_touch_have_no_curve_between_them() -> None:
    assert curve_between(box_at(100, 100), box_at(104, 100)) is None
    assert curve_between(box_at(100, 100), box_at(100, 100)) is None


def test_that_badges_leave_what_is_there_in_sight() -> None:
    curve = curve_between(box_at(100, 100), box_at(400, 100))
    assert curve is not None
    room = QRectF(0, 0, 500, 300)
    size = QSizeF(40, 18)
    taken: list[QRectF] = []
    for _ in range(5):
        box = badge_box(curve, size, Crowd(taken), room)
        assert not any(box.intersects(other) for other in taken)
        assert room.contains(box)
        taken.append(box)


def test_that_a_badge_at_the_edge_stays_inside() -> None:
    chip = box_at(200, 14)
    box = beside(chip, QSizeF(40, 18), Crowd((chip,)), QRectF(0, 0, 400, 300))
    assert box.top() > chip.bottom()
