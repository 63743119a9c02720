"""Two points of view lie side by side in the debrief."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from wargame.ui.debrief.debrief_screen import DebriefScreen


def test_that_two_seats_can_be_compared_at_any_moment(screen: DebriefScreen) -> None:
    assert screen.seen.compare.isHidden() or not screen.seen.compare.isVisible()
    screen.bar.choose("GRN")
    assert screen.seen.compare.isVisible()
    screen.seen.compare.click()
    assert screen.sides.isVisible()
    assert screen.sides.rows
    assert screen.sides.head.title.endswith("side by side")
    count = len(screen.sides.rows)
    screen.go_to(0)
    assert len(screen.sides.rows) < count


def test_that_only_what_differs_can_be_shown(screen: DebriefScreen) -> None:
    screen.bar.choose("GRN")
    screen.seen.compare.click()
    every = screen.sides.rows
    screen.sides.differing.click()
    assert set(screen.sides.rows) == {pair for pair in every if pair.differs}


def test_that_another_seat_can_be_laid_beside(screen: DebriefScreen) -> None:
    screen.bar.choose("GRN")
    screen.seen.compare.click()
    seats = [str(seat) for seat in screen._course.seats if seat != "GRN"]
    screen.sides.other_chosen.emit(seats[-1])
    name = next(label.name for label in screen._course.actors if label.id == seats[-1])
    assert name in screen.sides.head.title


def test_that_a_row_leads_to_its_moment_and_closing_leads_back(screen: DebriefScreen) -> None:
    screen.bar.choose("GRN")
    screen.seen.compare.click()
    number = next(pair.number for pair in screen.sides.rows if pair.number)
    nth = [pair.number for pair in screen.sides.rows].index(number)
    table = screen.sides.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(nth, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    moment = screen.moment
    assert moment is not None
    assert moment.number == number
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert screen.pages.isVisible()
    screen.seen.compare.click()
    screen.bar.choose("")
    assert screen.pages.isVisible()
