"""The debrief: plot, meant and read, what was known, and the strip to go through the game.

It takes a course and moments, and wishes for others; it reads no game itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from wargame.model.debrief_notes import TAGS
from wargame.ui.debrief.debrief_bar import DebriefBar
from wargame.ui.debrief.line_chips import PLAYED, LineChips
from wargame.ui.debrief.meant_table import MeantTable
from wargame.ui.debrief.notes.notes_column import NotesColumn
from wargame.ui.debrief.notes.tag_panel import IN_SIGHT
from wargame.ui.debrief.page_area import MEANT, PageArea
from wargame.ui.debrief.points_panel import PointsPanel
from wargame.ui.debrief.scrubber import Scrubber
from wargame.ui.debrief.seen_panel import SeenPanel
from wargame.ui.debrief.sides_panel import SidesPanel
from wargame.ui.debrief.transport import Transport
from wargame.ui.debrief.truth_line import TruthLine
from wargame.ui.debrief.truth_words import page_truths, plot_truth
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.panel import Panel, PanelArea
from wargame.ui.widgets.side_sheet import SideSheet
from wargame.ui.widgets.surface import Hairline, Surface, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.debrief_view import Course, DebriefMoment
    from wargame.play.debrief.notes import RoomNotes
    from wargame.ui.charts.beside_lines import BesideLine
    from wargame.ui.charts.escalation_plot import EscalationPlot

_LEFT: Final = 288
_LEFT_NARROW: Final = 244
_RIGHT: Final = 352
_RIGHT_NARROW: Final = 308
_ROOM: Final = 1360
"""Width (px) below which the sides give some of their own to the middle."""
_AFTER_PAINT_MS: Final = 0
_KEYS: Final = (
    ("Left", -1, False),
    ("Right", 1, False),
    ("Shift+Left", -1, True),
    ("Shift+Right", 1, True),
)


class DebriefScreen(Surface):
    """A finished game, read only.

    Attributes:
        scale: The bands of the index.
        plot: The plot; None until it is built after the first paint.
        lines: Chips of the plot's lines; branches and history add theirs.
        notes: Objectives and tags.
        sides: Two points of view, when they are compared.
        pages: What is shown of the moment below the plot.
        sheet: Lies over the end of the screen for what is asked or read in between.

    Signals:
        moment_wished(int, str): Show this place, through this seat's eyes (empty: everyone's).
        moment_shown(object): This DebriefMoment is shown now.
        number_wished(int): Go to the event with this number.
        branch_wished(int): Make a branch at this place.
        line_toggled(str, bool): Show or hide a line of the plot.
        tag_wished(int, str): Mark this moment with the tag of this key, and these words.
        interview_wished(): Ask a computer seat about a choice of its own.
        report_wished(str): Write the report: ``word``, ``pdf`` or ``html``.
        built(): The plot is there.
        home_wished(): Back to the start page.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    moment_wished = Signal(int, str)
    moment_shown = Signal(object)
    number_wished = Signal(int)
    branch_wished = Signal(int)
    line_toggled = Signal(str, bool)
    tag_wished = Signal(int, str)
    interview_wished = Signal()
    report_wished = Signal(str)
    built = Signal()
    home_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        self._course = course
        # What the window's last line says while this screen fills it.
        self.setProperty("facts", _facts(course))
        self.scale = band_scale(course.bands)
        self._seat = ""
        self._moment: DebriefMoment | None = None
        self._beside: dict[str, tuple[BesideLine, ...]] = {}
        self._line_name = "Played"
        self.plot: EscalationPlot | None = None
        self.bar = DebriefBar(course)
        self.points = PointsPanel(course)
        self.notes = NotesColumn(course, self.points)
        self.meant = MeantTable(course, self.scale)
        self.seen = SeenPanel(course, self.scale)
        self.sides = SidesPanel(course, self.scale)
        self.scrubber = Scrubber(self.scale)
        self.transport = Transport()
        self.lines = LineChips()
        self._plot_panel = Panel("Escalation", padding=SPACE_12)
        self._plot_panel.add_action(self.lines)
        self.truth = TruthLine()
        self._plot_panel.body.addWidget(self.truth)
        self.pages = PageArea()
        self.pages.set_page(MEANT, self.meant)
        self._lay_out()
        self.sheet = SideSheet(self)
        self._connect()
        self.scrubber.show_course(course)
        self.lines.show_lines([(PLAYED, "Played", "The index as it was played", True)])
        self._build = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build.timeout.connect(self._on_painted)

    @property
    def place(self) -> int:
        """The place on the line of the replay that is shown."""
        return self.scrubber.value()

    @property
    def moment(self) -> DebriefMoment | None:
        """What is shown; None before the first."""
        return self._moment

    @property
    def seat(self) -> str:
        """Whose eyes; empty for everyone's."""
        return self._seat

    @property
    def plot_is_shown(self) -> bool:
        """Whether the plot is in sight beside the pages."""
        return not self._plot_panel.isHidden()

    def go_to(self, place: int) -> None:
        """Wish for another moment."""
        self.scrubber.setValue(place)

    def show_moment(self, moment: DebriefMoment) -> None:
        """Show a moment; one that is no longer wished for is passed over."""
        if moment.place != self.scrubber.value() or (moment.seat or "") != self._seat:
            return
        before, self._moment = self._moment, moment
        course = self._course
        self.points.show_gaps(moment.gaps)
        self.meant.show_rows(moment.meant)
        self.meant.show_gaps(moment.gaps)
        self.pages.head.set_aside(MEANT, f"turn {moment.turn}")
        self.notes.show_moment(moment.turn, moment.seat or "")
        self.seen.show_moment(moment)
        where = f"turn {moment.turn} of {course.turns}, event {moment.place + 1:,} of "
        where += f"{course.events:,}: {moment.what}"
        self.transport.show_moment(moment.when, where)
        band = self.scale.of_index(moment.index)
        self._plot_panel.set_subtitle(f"{moment.index:.1f}, band {band.number} {band.name}")
        self._tell_truth(moment)
        self.moment_shown.emit(moment)
        self.scrubber.set_words(f"{moment.when}, {where}")
        if self.plot is not None:
            if before is None or before.turn != moment.turn:
                self.plot.set_turns(course.turns, moment.turn)
            self.plot.set_cursor((moment.x, moment.index))

    def _tell_truth(self, moment: DebriefMoment) -> None:
        """Say what is more than the seat saw whose eyes one looks through."""
        if moment.seat is None:
            self.truth.say("")
            self.pages.set_truths({})
            return
        name = next(label.name for label in self._course.actors if label.id == moment.seat)
        self.truth.say(plot_truth(name, moment.published))
        self.pages.set_truths(page_truths(name))

    def show_sides(self, *, shown: bool) -> None:
        """Lay two points of view side by side over the middle, or the middle again."""
        self._centre.setCurrentIndex(1 if shown else 0)

    def show_notes(self, notes: RoomNotes, bookmarks: Sequence[tuple[int, str]]) -> None:
        """Show what was noted, with the places of the bookmarks and their words."""
        self.notes.show_notes(notes)
        self.scrubber.set_bookmarks(bookmarks)
        points = len(self._course.turning_points)
        told = f"{points} turning points"
        if bookmarks:
            told += f", {len(bookmarks)} {'bookmark' if len(bookmarks) == 1 else 'bookmarks'}"
        self.transport.aside.setText(told)

    def name_line(self, name: str) -> None:
        """Call the line that is gone through by another name, such as that of a branch."""
        self._line_name = name
        self.lines.show_lines([(PLAYED, name, "The line that is gone through here", True)])
        self._draw_beside()

    def draw_lines(self, group: str, lines: Sequence[BesideLine]) -> None:
        """Draw these lines beside the played one, in place of those of the same group."""
        self._beside[group] = tuple(lines)
        self._draw_beside()

    def focus_work(self) -> None:
        """The strip."""
        self.scrubber.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _ROOM
        self.notes.setFixedWidth(_LEFT if is_wide else _LEFT_NARROW)
        self.seen.setFixedWidth(_RIGHT if is_wide else _RIGHT_NARROW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()
        if self.plot is None:
            self._build.start()

    def _lay_out(self) -> None:
        centre = QSplitter(Qt.Orientation.Vertical)
        centre.setObjectName("debrief-centre")
        centre.setHandleWidth(1)
        centre.setChildrenCollapsible(False)
        centre.addWidget(self._plot_panel)
        self._plot_panel.setMinimumHeight(160)
        self.pages.setMinimumHeight(140)
        centre.addWidget(self.pages)
        centre.setStretchFactor(0, 4)
        centre.setStretchFactor(1, 3)
        centre.setSizes([380, 260])
        middle = row(spacing=0)
        middle.addWidget(self.notes)
        middle.addWidget(Hairline(vertical=True))
        places = QWidget()
        self._centre = QStackedLayout(places)
        self._centre.addWidget(centre)
        self._centre.addWidget(self.sides)
        middle.addWidget(places, 1)
        middle.addWidget(Hairline(vertical=True))
        middle.addWidget(self.seen)
        foot = PanelArea("Moment of the game")
        lines = column(foot, spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        lines.addWidget(self.transport)
        lines.addWidget(self.scrubber)
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addLayout(middle, 1)
        whole.addWidget(Hairline(strong=True))
        whole.addWidget(foot)

    def _connect(self) -> None:
        bar, transport = self.bar, self.transport
        bar.seat_chosen.connect(self._on_seat_chosen)
        bar.report_wished.connect(self.report_wished)
        bar.interview_wished.connect(self.interview_wished)
        self.lines.branch_wished.connect(lambda: self.branch_wished.emit(self.place))
        self.lines.line_toggled.connect(self._on_line_toggled)
        bar.home_wished.connect(self.home_wished)
        bar.menu_wished.connect(self.menu_wished)
        bar.theme_wished.connect(self.theme_wished)
        bar.shortcuts_wished.connect(self.shortcuts_wished)
        transport.first_wished.connect(lambda: self.go_to(0))
        transport.last_wished.connect(lambda: self.go_to(self.scrubber.maximum()))
        transport.stepped.connect(lambda by: self._step(by, turns=transport.steps_turns))
        self.scrubber.valueChanged.connect(self._wish)
        self.points.place_chosen.connect(self.go_to)
        self.points.number_chosen.connect(self.number_wished)
        self.notes.tags.tag_wished.connect(self.tag_wished)
        self.pages.height_wished.connect(self._plot_panel.setHidden)
        self.meant.place_chosen.connect(self.go_to)
        self.seen.number_chosen.connect(self.number_wished)
        for keys, by, turns in _KEYS:
            self._key(keys, lambda by=by, turns=turns: self._step(by, turns=turns))
        self._key("Home", lambda: self.go_to(0))
        self._key("End", lambda: self.go_to(self.scrubber.maximum()))
        self._key("Space", transport.toggle)
        self._key("Ctrl+T", self._toggle_table)
        for key in range(IN_SIGHT + 1, len(TAGS) + 1):
            self._key(str(key), partial(self.notes.tags.mark, key), everywhere=True)

    def _key(self, keys: str, act: object, *, everywhere: bool = False) -> None:
        """Bind a key on the strip, or wherever on the screen nobody types."""
        shortcut = QShortcut(QKeySequence(keys), self if everywhere else self.scrubber)
        where = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut.setContext(where if everywhere else Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def _step(self, by: int, *, turns: bool) -> None:
        place = self.scrubber.value()
        if turns:
            places = [at for _, at in self._course.turn_places]
            ahead = [at for at in places if at > place] if by > 0 else []
            behind = [at for at in places if at < place]
            target = ahead[0] if ahead else self.scrubber.maximum()
            place = target if by > 0 else (behind[-1] if behind else 0)
        else:
            place += by
        if place > self.scrubber.maximum() or (by > 0 and place == self.scrubber.value()):
            self.transport.stop()
        self.go_to(min(self.scrubber.maximum(), max(0, place)))

    def _wish(self) -> None:
        self.moment_wished.emit(self.scrubber.value(), self._seat)

    def _on_seat_chosen(self, seat: str) -> None:
        self._seat = seat
        self._wish()

    def _toggle_table(self) -> None:
        if self.plot is not None:
            self.plot.toggle_table()

    def _on_painted(self) -> None:
        from wargame.ui.charts.escalation_plot import EscalationPlot

        self.plot = EscalationPlot(self.scale)
        self._plot_panel.body.addWidget(self.plot, 1)
        self.plot.set_turns(self._course.turns, 0)
        self._show_played(shown=True)
        if self._moment is not None:
            self.plot.set_turns(self._course.turns, self._moment.turn)
            self.plot.set_cursor((self._moment.x, self._moment.index))
        self.built.emit()

    def _draw_beside(self) -> None:
        if self.plot is not None:
            lines = [line for lines in self._beside.values() for line in lines]
            self.plot.set_lines(lines, self._line_name)

    def _show_played(self, *, shown: bool) -> None:
        if self.plot is not None:
            points = [(x, index) for x, index, _ in self._course.line]
            self.plot.set_history(points if shown else ())

    def _on_line_toggled(self, key: str, shown: bool) -> None:
        if key == PLAYED:
            self._show_played(shown=shown)
            self._draw_beside()
        self.line_toggled.emit(key, shown)


def _facts(course: Course) -> list[str]:
    return [
        "Saved game, read only",
        f"Log: {course.logged:,} events, unbroken",
        f"Seed {course.seed}",
    ]
