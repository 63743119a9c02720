"""Answers why the meter moved and what became of words; long spans are read in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.ui.debrief.page_area import DEEDS, WHY
from wargame.ui.debrief.why_page import FROM, GAME, TO
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.debrief_view import DebriefMoment
    from wargame.model.why_view import WhyMoved
    from wargame.play.debrief.deeds import Deeds
    from wargame.play.debrief.expectations import Expectations
    from wargame.play.debrief.why import Why
    from wargame.ui.debrief.deeds_page import DeedsPage
    from wargame.ui.debrief.why_page import WhyPage
    from wargame.ui.debriefing.open_debrief import OpenDebrief


class WhyDesk(QObject):
    """Serves the pages that explain.

    Signals:
        refused(str): It could not be read; one sentence.
    """

    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._moment: DebriefMoment | None = None
        self._why: Why | None = None
        self._deeds: Deeds | None = None
        self._expected: Expectations | None = None
        self._why_page: WhyPage | None = None
        self._deeds_page: DeedsPage | None = None
        self._chosen: tuple[int, int] | None = None
        self._asked: tuple[int, int] | None = None
        self._reading = LatestJob(self)

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        self.close()
        self._open = opened
        opened.screen.moment_shown.connect(self._on_moment_shown)
        opened.screen.pages.page_shown.connect(self._on_page_shown)
        opened.screen.scrubber.span_chosen.connect(self._on_span_chosen)

    def close(self) -> None:
        """Serve nobody."""
        self._reading.cancel()
        self._open = self._moment = None
        self._why = self._deeds = self._expected = None
        self._why_page = self._deeds_page = None
        self._chosen = self._asked = None

    def _on_moment_shown(self, moment: DebriefMoment) -> None:
        self._moment = moment
        self._fill()

    def _on_page_shown(self, key: str) -> None:
        opened = self._open
        if opened is None:
            return
        if key == WHY and self._why_page is None:
            self._build_why(opened)
        if key == DEEDS and self._deeds_page is None:
            self._build_deeds(opened)
        self._fill()

    def _build_why(self, opened: OpenDebrief) -> None:
        from wargame.play.debrief.why import Why
        from wargame.ui.debrief.why_page import WhyPage

        self._why = Why(opened.replay)
        self._why_page = WhyPage(opened.course)
        self._why_page.span_wished.connect(self._on_span_wished)
        self._why_page.place_chosen.connect(opened.screen.go_to)
        opened.screen.pages.set_page(WHY, self._why_page)

    def _build_deeds(self, opened: OpenDebrief) -> None:
        from wargame.play.debrief.deeds import Deeds
        from wargame.ui.debrief.deeds_page import DeedsPage

        self._deeds, self._expected = Deeds(opened.replay), opened.debrief.expectations
        self._deeds_page = DeedsPage(opened.course)
        self._deeds_page.place_chosen.connect(opened.screen.go_to)
        opened.screen.pages.set_page(DEEDS, self._deeds_page)

    def _fill(self) -> None:
        opened = self._open
        if opened is None or self._moment is None:
            return
        if opened.screen.pages.current == WHY:
            self._ask(opened, self._moment)
        elif opened.screen.pages.current == DEEDS:
            self._show_deeds(opened, self._moment)

    # Why

    def _ask(self, opened: OpenDebrief, moment: DebriefMoment) -> None:
        why = self._why
        if why is None:
            return
        span = self._chosen if self._chosen is not None else why.turn_of(moment.place)
        opened.screen.scrubber.set_span(self._chosen)
        if span != self._asked:
            self._asked = span
            self._reading.run(partial(_moved, why, span), self._on_read, self.refused.emit)

    def _on_read(self, moved: WhyMoved) -> None:
        if self._why_page is not None:
            self._why_page.show_why(moved)

    def _on_span_wished(self, key: str) -> None:
        opened, moment = self._open, self._moment
        if opened is None or moment is None:
            return
        last = opened.replay.last
        first, end = self._chosen or (0, last)
        self._chosen = {
            GAME: (0, last),
            FROM: (moment.place, max(end, moment.place)),
            TO: (min(first, moment.place), moment.place),
        }.get(key)
        self._ask(opened, moment)

    def _on_span_chosen(self, first: int, last: int) -> None:
        if self._open is None:
            return
        self._chosen = (first, last)
        self._open.screen.pages.show_page(WHY)
        self._fill()

    # Words and deeds

    def _show_deeds(self, opened: OpenDebrief, moment: DebriefMoment) -> None:
        from wargame.play.debrief.expectations import brier

        if self._deeds_page is None or self._deeds is None or self._expected is None:
            return
        expected = self._expected.until(moment.place, moment.seat)
        names = {label.id: label.name for label in opened.course.actors}
        seats = dict.fromkeys(row.actor for row in expected)
        scores = [
            (names[seat], score)
            for seat in seats
            if (score := brier(row for row in expected if row.actor == seat)) is not None
        ]
        rows = (*self._deeds.until(moment.place, moment.seat), *expected)
        self._deeds_page.show_rows(rows, scores)


def _moved(why: Why, span: tuple[int, int], _progress: Progress) -> WhyMoved:
    return why.moved(*span)
