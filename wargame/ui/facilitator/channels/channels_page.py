"""The channels tab of the console: a list of each kind, a row in full, and a field to speak in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Generic

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.model.channels import Delay
from wargame.ui.facilitator.channels.dealing_columns import (
    FROM_TO,
    line_columns,
    paper_columns,
    read_sentence,
    reading_columns,
    traffic_columns,
)
from wargame.ui.facilitator.channels.dealing_detail import DealingDetail
from wargame.ui.facilitator.channels.speaking_bar import SpeakingBar
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.newest_first import NewestFirstModel
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.seat_view import ActorLabel
    from wargame.play.dealings.control_dealings import DealingsView

MESSAGES: Final = "messages"
PAPERS: Final = "papers"
READINGS: Final = "readings"
LINES: Final = "lines"
_DELAYS: Final = (
    ("hours:0", "Carried in hours"),
    ("phase:0", "Carried to next phase"),
    ("minutes:1", "Carried in 1 min"),
    ("minutes:3", "Carried in 3 min"),
    ("minutes:10", "Carried in 10 min"),
)
"""What mediators' time is counted in, and minutes on the wall."""

_DELAY_WIDTH: Final = 152

_ROOM: Final = 720
"""Width (px) from which every column has its full width."""

_EMPTY: Final[dict[str, str]] = {
    MESSAGES: "Nobody has said anything yet.",
    PAPERS: "Nothing has been proposed.",
    READINGS: "No act was seen by anybody else yet.",
    LINES: "No red line has been crossed.",
}


class DealingTable(TableView, Generic[Row]):
    """Rows of one kind, newest on top."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], Hashable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, DENSE_ROW_HEIGHT, parent)

        def searched(row: Row) -> str:
            return " ".join(part.text(row) for part in columns)

        self.rows: NewestFirstModel[Row] = NewestFirstModel(columns, identity, searched, self)
        self.setItemDelegate(DenseTextDelegate(self))
        self.setModel(self.rows)
        self.setItemDelegateForColumn(FROM_TO, ActorDelegate(self))

    def fit(self, widths: Mapping[int, int]) -> None:
        """Give columns other widths (px)."""
        for number, width in widths.items():
            self.horizontalHeader().resizeSection(number, width)

    def current_row(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isRowSelected(index.row())
        return self.rows.row_at(index) if chosen else None

    def drop_choice(self) -> None:
        """Choose nothing."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())


class ChannelsPage(Surface):
    """Everything that seats deal with one another.

    Signals:
        summary_changed(str): What the head says of it.
        send_wished(str, object): As this seat, say these Words.
        pass_wished(int, str): Pass message n on for its mediator, in these words or its own.
        refuse_wished(int): Do not carry message n.
        sign_wished(int, str): Sign proposal n for this seat.
        decline_wished(int, str): Turn proposal n down for this seat.
        kind_chosen(): Another list is looked at.
        delay_wished(str, float): Count mediators' time so; with minutes on the wall.
    """

    kind_chosen = Signal()
    delay_wished = Signal(str, float)
    summary_changed = Signal(str)
    send_wished = Signal(str, object)
    pass_wished = Signal(int, str)
    refuse_wished = Signal(int)
    sign_wished = Signal(int, str)
    decline_wished = Signal(int, str)

    def __init__(self, actors: Sequence[ActorLabel], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        badges = {label.id: actor_value(label) for label in actors}
        self._view: DealingsView | None = None
        self._is_narrow: bool | None = None
        self.filter = SearchField("Filter channels", small=True)
        self.filter.setMaximumWidth(168)
        self.kind = SegmentedControl(
            (
                (MESSAGES, "Messages", None),
                (PAPERS, "Papers", None),
                (READINGS, "Readings", None),
                (LINES, "Red lines", None),
            ),
            "What is listed",
            small=True,
        )
        self.delay = ChoiceBox(_DELAYS, "Time that mediators take", small=True)
        self.delay.setMaximumWidth(_DELAY_WIDTH)
        self.messages = DealingTable(
            "Messages, newest first", traffic_columns(badges), lambda row: row.number
        )
        self.papers = DealingTable(
            "Proposals, newest first", paper_columns(badges), lambda row: row.number
        )
        self.readings = DealingTable(
            "Readings, newest first", reading_columns(badges), lambda row: row.number
        )
        self.lines = DealingTable(
            "Red lines crossed, newest first",
            line_columns(badges),
            lambda row: (row.crossing.act, row.crossing.seat, row.crossing.line),
        )
        self.empty = EmptyState(_EMPTY[MESSAGES])
        self.detail = DealingDetail()
        self.speaking = SpeakingBar()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self.messages, self.papers, self.readings, self.lines, self.empty):
            self._pages.addWidget(page)
        head = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        head.addWidget(self.kind)
        head.addStretch(1)
        head.addWidget(self.delay)
        head.addWidget(self.filter)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(pages, 1)
        whole.addWidget(self.detail)
        whole.addWidget(self.speaking)
        self._connect()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        tables = (self.messages, self.papers, self.readings, self.lines)
        return (self.kind, self.filter, *tables, *self.speaking.stops())

    def show_dealings(self, view: DealingsView) -> None:
        """Show everything as it is now; what is being written stays."""
        self._view = view
        self.messages.rows.set_rows(view.traffic)
        self.papers.rows.set_rows(view.papers)
        if self.shows_readings:
            self.readings.rows.set_rows(view.acts)
        self.lines.rows.set_rows(view.crossings)
        self.speaking.show_seats(view.seats)
        minutes = view.minutes if view.delay is Delay.MINUTES else 0.0
        self.delay.set_current_key(f"{view.delay.value}:{minutes:.0f}")
        self._retell()

    def set_read_only(self) -> None:
        """Offer nothing to do, for a game that is looked back on."""
        self.speaking.hide()
        self.delay.hide()
        self.detail.set_read_only()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            for table, wide, tight in (
                (self.messages, {0: 104, 1: 132, 4: 150, 5: 140}, {0: 96, 1: 128, 4: 124, 5: 84}),
                (self.papers, {0: 104, 4: 220}, {0: 60, 4: 150}),
                (self.readings, {0: 104, 1: 132, 5: 200}, {0: 96, 1: 120, 5: 150}),
                (self.lines, {0: 104, 1: 132, 5: 150}, {0: 60, 1: 120, 5: 128}),
            ):
                table.fit(tight if narrow else wide)

    @property
    def shows_readings(self) -> bool:
        """Whether how acts were read is looked at."""
        return self.kind.current() == READINGS

    def summary(self) -> str:
        """What the head says of it."""
        waiting = self._view.waiting if self._view is not None else 0
        return f"{waiting} wait for a mediator" if waiting else ""

    def clear_sent(self) -> None:
        """What was written has been said."""
        self.speaking.clear_sent()

    def show_refusal(self, sentence: str) -> None:
        """Say why something could not be done."""
        self.speaking.show_refusal(sentence)

    def _connect(self) -> None:
        self.kind.current_changed.connect(self._on_kind_chosen)
        self.delay.key_changed.connect(self._on_delay_chosen)
        self.filter.textChanged.connect(self._on_text_changed)
        for table in (self.messages, self.papers, self.readings, self.lines):
            table.selectionModel().selectionChanged.connect(self._show_detail)
        self.detail.pass_wished.connect(self._on_pass)
        self.detail.refuse_wished.connect(self.refuse_wished)
        self.detail.sign_wished.connect(self.sign_wished)
        self.detail.decline_wished.connect(self.decline_wished)
        self.speaking.send_wished.connect(self.send_wished)

    def _on_kind_chosen(self) -> None:
        self._retell()
        self.kind_chosen.emit()

    def _on_delay_chosen(self, key: str) -> None:
        delay, _, minutes = key.partition(":")
        self.delay_wished.emit(delay, float(minutes))

    def _on_text_changed(self, text: str) -> None:
        for rows in (self.messages.rows, self.papers.rows, self.readings.rows, self.lines.rows):
            rows.set_text(text)
        self._retell()

    def _retell(self) -> None:
        tables: dict[str, TableView] = {
            MESSAGES: self.messages,
            PAPERS: self.papers,
            READINGS: self.readings,
            LINES: self.lines,
        }
        key = self.kind.current()
        table = tables[key]
        has_rows = table.model().rowCount() > 0
        self.empty.set_text("Nothing has these words." if self.filter.text() else _EMPTY[key])
        self._pages.setCurrentWidget(table if has_rows else self.empty)
        self._show_detail()
        self.summary_changed.emit(self.summary())

    def _show_detail(self) -> None:
        key = self.kind.current()
        self.detail.hide()
        if key == MESSAGES and (message := self.messages.current_row()) is not None:
            self.detail.show_message(message)
        elif key == PAPERS and (paper := self.papers.current_row()) is not None:
            self.detail.show_paper(paper)
        elif key == READINGS and (act := self.readings.current_row()) is not None:
            self.detail.show_reading(act, read_sentence(act))
        elif key == LINES and (line := self.lines.current_row()) is not None:
            self.detail.show_line(line)

    def _on_pass(self, number: int) -> None:
        self.pass_wished.emit(number, self.speaking.text.toPlainText())
