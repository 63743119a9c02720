"""The adjudication screen: the list of moves, one of them opened, and its ruling.

It takes views and emits wishes. What was begun for a move stays while another is looked at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.model.ids import FrontId
from wargame.model.ruling_views import Case, Queue
from wargame.ui.adjudicate.adjudicate_bar import AdjudicateBar
from wargame.ui.adjudicate.case_area import CaseArea
from wargame.ui.adjudicate.case_drafts import CaseDrafts
from wargame.ui.adjudicate.queue_panel import QueuePanel
from wargame.ui.adjudicate.ruling_panel import ACCEPT, RulingPanel
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import Hairline, Surface, column, row

if TYPE_CHECKING:
    from wargame.model.ruling_views import AdjudicationView, CaseView, Learning, RulingPreview
    from wargame.model.weighing import Roll, Weighing
    from wargame.play.adjudication.act_odds import ActOdds

_LEFT: Final = 320
_RIGHT: Final = 360
_LEFT_NARROW: Final = 288
_RIGHT_NARROW: Final = 328
_ROOM: Final = 1360


class AdjudicateScreen(Surface):
    """Control's screen between the lock and the outcome.

    Args:
        view: The moves of the turn, with actors and bands.

    Signals:
        case_wished(object): Open this Case.
        preview_wished(object, object): What would this draft do? A Case, and its draft.
        record_wished(object, object): Record this draft as the ruling on the Case.
        accept_wished(object): Accept these Cases as proposed; a tuple.
        weighing_wished(object, object): Keep this Weighing of the Case.
        roll_wished(object, object): Let the dice fall for the Case; a Roll of the table or None.
        odds_cancelled(): No more other draws are wanted.
        working_wished(int): Open the working of this event.
        back_wished(): To the console.
        hide_wished(): Hide the screen.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    case_wished = Signal(object)
    preview_wished = Signal(object, object)
    record_wished = Signal(object, object)
    accept_wished = Signal(object)
    weighing_wished = Signal(object, object)
    roll_wished = Signal(object, object)
    odds_cancelled = Signal()
    working_wished = Signal(int)
    back_wished = Signal()
    hide_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, view: AdjudicationView, parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        scale = band_scale(view.bands)
        self._labels = {label.id: label for label in view.actors}
        self._view = view
        self._case: CaseView | None = None
        self._drafts = CaseDrafts()
        self.bar = AdjudicateBar()
        self.queue = QueuePanel(view.actors, scale)
        self.area = CaseArea(scale)
        self.proposal, self.argument = self.area.proposal, self.area.argument
        self.written = self.area.written
        self.ruling = RulingPanel()
        self._lay_out()
        self._connect()

    @property
    def who(self) -> str:
        """Who rules, as typed."""
        return " ".join(self.ruling.who.text().split())

    @property
    def case(self) -> CaseView | None:
        """The move that is opened."""
        return self._case

    def show_view(self, view: AdjudicationView) -> None:
        """Show the moves as they are now; the opened one stays open."""
        self._view = view
        self.bar.show_turn(view)
        self.queue.show_queue(view)
        self._pages.setCurrentIndex(0 if view.rows else 1)
        still = self._case is not None and any(r.case == self._case.row.case for r in view.rows)
        if still and self._case is not None:
            self.case_wished.emit(self._case.row.case)
        else:
            self.open_next()

    def open_next(self) -> None:
        """Open the first move that asks for judgement, or what comes after those."""
        found = self.queue.next_open()
        if found is not None:
            self.queue.choose(found.case)
            if self._case is None or self._case.row.case != found.case:
                self.case_wished.emit(found.case)

    def show_case(self, view: CaseView) -> None:
        """Show an opened move with what was begun for it."""
        before, self._case = self._case, view
        case = view.row.case
        is_other = before is None or before.row.case != case
        self.queue.choose(case)
        self.area.show_move(view, self._labels, is_other=is_other)
        if case.is_written:
            self.argument.show_case(view)
            draft = self._drafts.outcome(view)
            self.written.show_case(view, draft.rung, draft.front, draft.finals)
            words, reason, learnings = draft.words, draft.reason, draft.learnings
        else:
            act = self._drafts.act(case)
            if is_other or before is None or before.effects != view.effects:
                self.proposal.show_case(view, act.finals)
            success = view.success if act.success is None else act.success
            self.ruling.show_success(success=success)
            words, reason, learnings = act.words, act.reason, act.learnings
        self.ruling.show_case(view, self._drafts.choice(view), words, reason)
        learners = view.learners
        if case.is_written:
            learners = tuple(replace(one, words=words) if one.how else one for one in learners)
        self.ruling.learners.show_learners(learners, self._labels, learnings)
        self._show_record()
        self._ask_preview()

    def show_preview(self, case: Case, preview: RulingPreview) -> None:
        """Show what the draft of the opened move would do."""
        view = self._case
        if view is None or view.row.case != case:
            return
        needs = bool(preview.changes) if not case.is_written else self._outcome_overrules(view)
        self.ruling.show_preview(preview, len(self._view.bands), needs_reason=needs)

    def show_odds(self, case: Case, odds: ActOdds, wanted: int) -> None:
        """Show what other draws gave for the opened move."""
        if self._case is not None and self._case.row.case == case:
            self.proposal.show_odds(odds, wanted)

    def end_odds(self, words: str = "") -> None:
        """No more other draws come."""
        self.proposal.end_odds(words)

    def recorded(self, case: Case) -> None:
        """A ruling was recorded: go on to the next move."""
        self._drafts.forget(case)
        self._case = None

    def focus_work(self) -> None:
        """The list of moves."""
        self.queue.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = event.size().width() >= _ROOM
        self.queue.setFixedWidth(_LEFT if has_room else _LEFT_NARROW)
        self.ruling.setFixedWidth(_RIGHT if has_room else _RIGHT_NARROW)
        self.bar.set_room(has_room=has_room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()

    def _show_record(self) -> None:
        left = len(self._view.rows) - len(self._view.of(Queue.RULED))
        self.ruling.set_record_words(
            "Record ruling, next move" if left > 1 else "Record the last ruling"
        )

    def _outcome_overrules(self, view: CaseView) -> bool:
        return self._drafts.outcome(view).is_overruled

    # What the person does

    def _draft(self) -> object:
        view = self._case
        if view is None:
            return None
        case = view.row.case
        return self._drafts.outcome(view) if case.is_written else self._drafts.act(case)

    def _ask_preview(self) -> None:
        if self._case is not None:
            self.preview_wished.emit(self._case.row.case, self._draft())

    def _on_finals(self) -> None:
        view = self._case
        if view is None:
            return
        case = view.row.case
        finals = self.proposal.effects.effects.finals
        self._drafts.put_act(case, replace(self._drafts.act(case), finals=finals))
        self.ruling.show_choice(self._drafts.choice(view))
        self._ask_preview()

    def _on_written_effects(self) -> None:
        view = self._case
        if view is None or not view.row.case.is_written:
            return
        draft = replace(
            self._drafts.outcome(view),
            rung=float(self.written.rung.value()),
            front=FrontId(self.written.front.current_key()),
            finals=self.written.table.effects.finals,
        )
        self._drafts.put_outcome(view.row.case, draft)
        self._ask_preview()

    def _on_text(self) -> None:
        view = self._case
        if view is None:
            return
        case = view.row.case
        words, reason = self.ruling.words.toPlainText(), self.ruling.reason.toPlainText()
        if case.is_written:
            outcome = replace(self._drafts.outcome(view), words=words, reason=reason)
            self._drafts.put_outcome(case, outcome)
        else:
            self._drafts.put_act(case, replace(self._drafts.act(case), words=words, reason=reason))
        self._ask_preview()

    def _on_choice(self, choice: str) -> None:
        view = self._case
        if view is None:
            return
        self._drafts.choose(view, choice)
        if choice == ACCEPT:
            self.proposal.clear_finals()
        self.show_case(view)

    def _on_success(self, success: bool) -> None:
        view = self._case
        if view is None or view.row.case.is_written:
            return
        case = view.row.case
        chosen = None if success == view.success else success
        self._drafts.put_act(case, replace(self._drafts.act(case), success=chosen))
        self._ask_preview()

    def _on_learnings(self, learnings: tuple[Learning, ...]) -> None:
        view = self._case
        if view is None:
            return
        case = view.row.case
        if case.is_written:
            outcome = replace(self._drafts.outcome(view), learnings=learnings)
            self._drafts.put_outcome(case, outcome)
        else:
            self._drafts.put_act(case, replace(self._drafts.act(case), learnings=learnings))
            self.ruling.show_choice(self._drafts.choice(view))
        self._ask_preview()

    def _on_record(self) -> None:
        if self._case is not None:
            self.record_wished.emit(self._case.row.case, self._draft())

    def _on_weighing(self, weighing: Weighing) -> None:
        if self._case is not None:
            self.weighing_wished.emit(self._case.row.case, weighing)

    def _on_roll(self, roll: Roll | None) -> None:
        if self._case is not None:
            self.roll_wished.emit(self._case.row.case, roll)

    def _on_event_chosen(self, number: int) -> None:
        found = next((r for r in self._view.rows if r.case.act == number), None)
        if found is not None:
            self.case_wished.emit(found.case)
        else:
            self.working_wished.emit(number)

    # How it is put together

    def _lay_out(self) -> None:
        self.queue.setFixedWidth(_LEFT)
        self.ruling.setFixedWidth(_RIGHT)
        work = QWidget()
        beside = row(work, spacing=0)
        beside.addWidget(self.area, 1)
        beside.addWidget(Hairline(vertical=True))
        beside.addWidget(self.ruling)
        body = QWidget()
        self._pages = QStackedLayout(body)
        self._pages.addWidget(work)
        self._pages.addWidget(EmptyState("No move was made. The outcome can be published."))
        parts = row(spacing=0)
        parts.addWidget(self.queue)
        parts.addWidget(Hairline(vertical=True))
        parts.addWidget(body, 1)
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addLayout(parts, 1)

    def _connect(self) -> None:
        for mine, theirs in (
            (self.back_wished, self.bar.back_wished),
            (self.menu_wished, self.bar.menu_wished),
            (self.hide_wished, self.bar.hide_wished),
            (self.theme_wished, self.bar.theme_wished),
            (self.shortcuts_wished, self.bar.shortcuts_wished),
            (self.case_wished, self.queue.case_chosen),
            (self.accept_wished, self.queue.accept_wished),
            (self.working_wished, self.proposal.working_wished),
            (self.odds_cancelled, self.proposal.odds_cancelled),
        ):
            theirs.connect(mine)
        self.area.order.event_chosen.connect(self._on_event_chosen)
        self.proposal.finals_changed.connect(self._on_finals)
        self.written.effects_changed.connect(self._on_written_effects)
        self.argument.weighing_changed.connect(self._on_weighing)
        self.argument.roll_wished.connect(self._on_roll)
        self.ruling.choice_made.connect(self._on_choice)
        self.ruling.text_changed.connect(self._on_text)
        self.ruling.success_changed.connect(self._on_success)
        self.ruling.learners.learnings_changed.connect(self._on_learnings)
        self.ruling.record_wished.connect(self._on_record)
        self.area.bind_table(self)
