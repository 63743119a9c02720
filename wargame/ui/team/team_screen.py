"""A team's own screen. It gets a view, drafts, readings and refusals, and emits wishes.

It holds nothing of the game beside them: when its owner deletes it, nothing of the seat is left.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from wargame.model.ids import Phase
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.item_models.moments import wall_words
from wargame.ui.team.channels.channels_panel import ChannelsPanel
from wargame.ui.team.control_panel import ControlPanel
from wargame.ui.team.index_panel import IndexPanel
from wargame.ui.team.knowledge_panel import KnowledgePanel
from wargame.ui.team.middle_pages import BriefPage, fill_resting_page
from wargame.ui.team.planning_page import PlanningPage
from wargame.ui.team.ranking_sheet import RankingSheet, ranking_sheet_of
from wargame.ui.team.reading_sheets import present_briefing, present_map, present_sources
from wargame.ui.team.resting_page import RestingPage
from wargame.ui.team.seat_column import SeatColumn
from wargame.ui.team.team_bar import TeamBar
from wargame.ui.team.team_wishes import TeamWishes
from wargame.ui.team.words import PHASES
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.side_sheet import SideSheet
from wargame.ui.widgets.surface import Hairline, Surface, column, row, stack

if TYPE_CHECKING:
    from wargame.model.orders import Draft, Order
    from wargame.model.seat_view import MoveOption, Reading, SeatView
    from wargame.ui.charts.forecast.forecast_state import (
        ForecastState,
        MoveState,
        RankingState,
    )

_LEFT: Final = (264, 296)
_RIGHT: Final = (328, 360)
_WIDE: Final = 1360
"""Width (px) from which the columns at the sides have their full width."""
_LOW: Final = 800
"""Height (px) below which channels give way while something known is read in full."""
_TALL: Final = 700
"""Height (px) of the middle from which the course of the index has a place."""


class TeamScreen(TeamWishes):
    """Top bar; briefing and own state; the work of the phase; what is known.

    Args:
        clock: The monotonic clock, in seconds.
        alone: Whether somebody plays alone: there is no control, no other team at this screen, and
            the one who plays carries the game on.

    Attributes:
        strips: Layout above the work of the phase, for what accompanies who plays alone.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
        *,
        alone: bool = False,
    ) -> None:
        super().__init__("win", parent)
        self._alone = alone
        self._view: SeatView | None = None
        self.bar = TeamBar(clock, alone=alone)
        self.seat = SeatColumn()
        self.planning: PlanningPage | None = None
        self.brief: BriefPage | None = None
        self.resting = RestingPage()
        self.resting.go_on_wished.connect(self.go_on_wished)
        self.index: IndexPanel | None = None
        self.knowledge: KnowledgePanel | None = None
        self.channels: ChannelsPanel | None = None
        self.control = ControlPanel(may_ask=not alone)
        self.ranking: RankingSheet | None = None
        middle = QWidget()
        rows = column(middle)
        self.strips = column()
        rows.addLayout(self.strips)
        self._pages = stack(rows, 1)
        self._pages.addWidget(self.resting)
        self._right = Surface("panel")
        self._right_rows = column(self._right)
        across = row(spacing=0)
        across.addWidget(self.seat)
        across.addWidget(Hairline(vertical=True))
        across.addWidget(middle, 1)
        across.addWidget(Hairline(vertical=True))
        across.addWidget(self._right)
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addLayout(across, 1)
        self.sheet = SideSheet(self)
        self._fit_columns()
        self.bar.countdown.ran_out.connect(self._on_time_up)
        self.bar.menu_wished.connect(self.menu_wished)
        self.bar.shortcuts_wished.connect(self.shortcuts_wished)
        self.bar.hide_wished.connect(self._on_hide)
        self.bar.leave_wished.connect(self.leave_wished)
        self.seat.briefing_wished.connect(self._on_briefing_wished)
        self.resting.unseal_wished.connect(self.unseal_wished)
        self.control.sheet_wished.connect(self.sheet.present)
        self.control.question_asked.connect(self.question_asked)

    def show_view(self, view: SeatView, drafts: Sequence[Draft] = ()) -> None:
        """Show what the seat may know now.

        Args:
            view: Everything it may know.
            drafts: Its drafts. They are taken when planning begins, when orders come back
                unsealed, and at the first call; while the team writes, its own text counts.
        """
        before, self._view = self._view, view
        planning, index, knowledge = self._parts(view)
        self.bar.show_turn(view)
        self.seat.show_seat(view)
        if before is None or (before.index_path, before.turn) != (view.index_path, view.turn):
            index.show_index(view)
        index.show_red_lines(view)
        if before is None or before.known != view.known:
            knowledge.show_known(view)
        self.control.show_control(view)
        if self.channels is not None:
            self.channels.show_channels(view)
        if view.phase is Phase.PLAN and view.sealed is None:
            planning.show_plan(view)
            if before is None or _begins_anew(before, view):
                planning.take_drafts(drafts)
            self._pages.setCurrentWidget(planning)
        else:
            planning.writer.forget()
            self._show_rest(view, before)
        if before is not None and (before.phase, before.turn) != (view.phase, view.turn):
            announce(self, PHASES[view.phase].format(turn=view.turn))
        if before is None or before.phase is not view.phase or _begins_anew(before, view):
            self.focus_work()

    def show_dealings(self, view: SeatView) -> None:
        """Show what changed beside the orders; nothing that is being written is touched."""
        before, self._view = self._view, view
        self.seat.show_seat(view)
        if self.index is not None:
            self.index.show_red_lines(view)
        if self.knowledge is not None and (before is None or before.known != view.known):
            self.knowledge.show_known(view)
        if self.channels is not None:
            self.channels.show_channels(view)

    def show_readings(self, order: Order, readings: Sequence[Reading]) -> None:
        """Show how an order may be read by others."""
        if self.planning is not None:
            self.planning.show_readings(order, readings)

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the seat's own forecast stands."""
        if self.index is not None:
            self.index.show_forecast(state)

    def show_outlook(self, state: MoveState) -> None:
        """Show what may follow from the order in the composer."""
        if self.planning is not None:
            self.planning.area.show_outlook(state)

    def offer_ranking(self) -> None:
        """Let the moves be ranked: there is somebody who can."""
        if self.planning is not None:
            self.planning.offer_ranking()

    def show_ranking(self, state: RankingState) -> None:
        """Show how the ranking stands, if it is still looked at."""
        if self.ranking is not None:
            self.ranking.show_state(state)

    def show_refusal(self, slot: int, code: str, sentence: str) -> None:
        """Say why a slot's order (slot 0: all orders together) may not be given.

        An empty code says that nothing is in the way.
        """
        if self.planning is not None:
            self.planning.writer.refuse(slot, code, sentence)

    def set_saved(self, saved_at: str, unsaved: str = "") -> None:
        """Say when drafts were last written (ISO 8601), and why they are not, if they are not."""
        if self.planning is None:
            return
        kept = wall_words(saved_at)
        self.planning.set_kept(
            f"not on disk: {unsaved}" if unsaved else f"draft kept {kept}" if kept else ""
        )

    def set_clock(self, deadline: float | None, remaining: float | None = None) -> None:
        """Count down to a moment of the monotonic clock, or stand still with seconds remaining.

        Both None show no clock.
        """
        self.bar.set_clock(deadline, remaining)
        self._set_time_up(time_up=False)

    def _set_time_up(self, *, time_up: bool) -> None:
        if self.planning is not None:
            self.planning.strip.set_time_up(time_up=time_up)

    def _on_time_up(self) -> None:
        self._set_time_up(time_up=True)

    def flush(self) -> None:
        """Send drafts that still wait for the last key."""
        if self.planning is not None:
            self.planning.writer.flush()

    def focus_work(self) -> None:
        """The search for a move while planning; else what there is to read."""
        page = self._pages.currentWidget()
        if isinstance(page, PlanningPage):
            page.focus_work()
        elif isinstance(page, BriefPage):
            page.briefing.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.knowledge is not None and self.knowledge.list.shown:
            self.knowledge.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.resting.next_stop() or self.bar.hide_screen).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _parts(self, view: SeatView) -> tuple[PlanningPage, IndexPanel, KnowledgePanel]:
        """The parts that depend on the scenario, built with the first view."""
        if self.planning is None or self.index is None or self.knowledge is None:
            scale = band_scale(view.bands)
            self.planning = PlanningPage(scale, view.max_orders)
            if self._alone:
                self.planning.moves.own.hide()
                self.planning.strip.set_alone()
            self.index = IndexPanel(scale)
            self.knowledge = KnowledgePanel(scale)
            self.knowledge.map_wished.connect(self._on_map_wished)
            self._pages.addWidget(self.planning)
            self._right_rows.addWidget(self.index)
            self.channels = ChannelsPanel()
            self._right_rows.addWidget(self.knowledge, 2)
            self._right_rows.addWidget(Hairline(strong=True))
            self._right_rows.addWidget(self.control)
            self._right_rows.addWidget(Hairline(strong=True))
            self._right_rows.addWidget(self.channels, 3)
            self.knowledge.detail_changed.connect(self._fit_columns)
            self._connect(self.planning)
            self.index.plot_built.connect(self._order_stops)
            self.index.cancel_wished.connect(self.forecast_cancelled)
            self.index.resume_wished.connect(self.forecast_resumed)
            self.index.sheet_wished.connect(self.sheet.present)
            self._fit_columns()
        return self.planning, self.index, self.knowledge

    def _connect(self, planning: PlanningPage) -> None:
        writer = planning.writer
        writer.draft_changed.connect(self.draft_changed)
        writer.draft_dropped.connect(self.draft_dropped)
        writer.refusal_wished.connect(self.refusal_wished)
        planning.readings_wished.connect(self.readings_wished)
        planning.seal_wished.connect(self.seal_wished)
        planning.sources_wished.connect(self._on_sources_wished)
        planning.ranking_wished.connect(self._on_ranking_wished)
        planning.area.outlook.cancel_wished.connect(self.outlook_cancelled)

    def _show_rest(self, view: SeatView, before: SeatView | None) -> None:
        if view.phase is Phase.BRIEF and view.turn == 1:
            if self.brief is None:
                self.brief = BriefPage(view, alone=self._alone)
                self.brief.go_on_wished.connect(self.go_on_wished)
                self._pages.addWidget(self.brief)
            self.brief.briefing.show_briefing(view)
            self._pages.setCurrentWidget(self.brief)
            return
        if before is None or view != before or self._pages.currentWidget() is not self.resting:
            fill_resting_page(self.resting, view, band_scale(view.bands), alone=self._alone)
        self._pages.setCurrentWidget(self.resting)

    def _order_stops(self) -> None:
        """The plot was built last; without this the Tab key would visit it last."""
        if self.index is not None and self.index.plot is not None and self.knowledge is not None:
            before: QWidget = self.index.plot
            for stop in (*self.knowledge.stops(), *self.control.stops()):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _on_map_wished(self) -> None:
        if self._view is not None:
            present_map(self.sheet, self._view)

    def _fit_columns(self) -> None:
        wide = self.width() >= _WIDE
        self.seat.setFixedWidth(_LEFT[wide])
        self._right.setFixedWidth(_RIGHT[wide])
        if self.index is not None:
            self.index.set_room(has_room=self.height() - self.bar.height() >= _TALL)
        self.control.set_room(has_room=self.height() >= _LOW)
        if self.channels is not None and self.knowledge is not None:
            gives_way = self.height() < _LOW and not self.knowledge.detail.isHidden()
            self.channels.setVisible(not gives_way)

    def _on_hide(self) -> None:
        self.flush()
        self.hide_wished.emit()

    def _on_briefing_wished(self) -> None:
        if self._view is not None:
            present_briefing(self.sheet, self._view)

    def _on_ranking_wished(self) -> None:
        if self._view is None:
            return
        sheet = ranking_sheet_of(self._view)
        sheet.order_taken.connect(self._on_order_taken)
        sheet.cancel_wished.connect(self.ranking_cancelled)
        sheet.left.connect(self._on_ranking_left)
        self.sheet.present("My moves, ranked", sheet)
        self.ranking = sheet
        self.flush()
        self.ranking_wished.emit()

    def _on_ranking_left(self) -> None:
        self.ranking = None
        self.ranking_cancelled.emit()

    def _on_order_taken(self, order: Order) -> None:
        self.ranking = None
        self.sheet.dismiss()
        if self.planning is not None:
            self.planning.take_order(order)

    def _on_sources_wished(self, option: MoveOption) -> None:
        present_sources(self.sheet, option)


def _begins_anew(before: SeatView, view: SeatView) -> bool:
    """Whether the sheet is to be read from the drafts again."""
    unsealed = before.sealed is not None and view.sealed is None
    return unsealed or before.turn != view.turn or before.phase is not view.phase
