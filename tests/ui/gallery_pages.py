"""The pages of the gallery: parts side by side with words and numbers like those of a game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from wargame.ui.charts.escalation_plot import EscalationPlot
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.grouped_model import GroupedRowsModel, RowGroup
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.theme.item_roles import (
    ACTOR_ROLE,
    EMPHASIS_ROLE,
    ICON_ROLE,
    RUNG_ROLE,
    SPARK_ROLE,
    TWO_LINE_ROLE,
    ActorValue,
    RungValue,
    SparkValue,
    TwoLineValue,
)
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, FORM_ROW_HEIGHT
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.band_glyph import BandGlyph, RungLabel
from wargame.ui.widgets.bars import StatusLine, TitleBlock, TopBar
from wargame.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.checks import CheckBox, RadioButton
from wargame.ui.widgets.chips import ChipButton, ChipToggle
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.countdown import Countdown
from wargame.ui.widgets.delegates import (
    ActorDelegate,
    RungDelegate,
    SparklineDelegate,
    TwoLineDelegate,
)
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.index_readout import IndexReadout
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.ladder_gauge import LadderGauge
from wargame.ui.widgets.panel import Panel, SectionHead
from wargame.ui.widgets.pin_field import PinField
from wargame.ui.widgets.rung_slider import RungSlider
from wargame.ui.widgets.seal_progress import SealProgress
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.tabs import TabStrip
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel
from wargame.ui.widgets.views import TableView, TreeView
from wargame.ui.widgets.waterfall import Waterfall

SCALE = BandScale(
    (
        BandSpan(1, "Steady", 0, 2, 0, 20),
        BandSpan(2, "Posture", 3, 5, 20, 35),
        BandSpan(3, "Shadow war", 6, 9, 35, 60),
        BandSpan(4, "Direct strikes", 10, 14, 60, 80),
        BandSpan(5, "Open war", 15, 20, 80, 100),
    )
)

ISR = ActorValue("square", "ISR", "Israel")
IRN = ActorValue("circle", "IRN", "Iran")
HZB = ActorValue("circle", "HZB", "Hezbollah")
QAT = ActorValue("diamond", "QAT", "Qatar")
UNKNOWN = ActorValue("unknown", "Unknown", "Unknown")


@dataclass(frozen=True)
class Happening:
    """A row of the feed."""

    when: str
    source: ActorValue
    target: ActorValue | None
    what: str
    rung: RungValue
    seen: str
    index: float


@dataclass(frozen=True)
class Seat:
    """A row of the seats tree."""

    key: str
    shown: TwoLineValue


@dataclass(frozen=True)
class Session:
    """A row of recent sessions."""

    name: str
    turn: str
    spark: SparkValue
    peak: str


def _rung(rung: int) -> RungValue:
    span = SCALE.of_rung(rung)
    return RungValue(rung, span.number, 5, span.name)


def _top_bar() -> TopBar:
    bar = TopBar()
    bar.add_start(IconButton("menu", "Menu"))
    bar.add_start(TitleBlock("After Tehran – 31 July 2024", "Exercise “Staff College B” · Control"))
    bar.add_divider_start()
    bar.add_start(TitleBlock("Turn 4 of 12", "9–11 August 2024"))
    stepper = PhaseStepper(("Brief", "Plan", "Adjudicate", "Outcome"))
    stepper.set_current(1)
    bar.add_centre(stepper)
    clock = Countdown(lambda: 0.0)
    clock.pause(760)
    clock.set_ink("t1")
    bar.add_end(IconLabel("timer", size=16))
    bar.add_end(clock)
    bar.add_end(TextLabel("of 25:00", "table", ink="t3"))
    bar.add_end(SecondaryButton("Pause", "pause"))
    bar.add_end(SecondaryButton("+5 min"))
    bar.add_divider_end()
    bar.add_end(IconButton("projector", "Projector"))
    bar.add_end(IconButton("circle-help", "Help"))
    return bar


def _seats() -> Panel:
    panel = Panel("Seats", "12")
    panel.add_action(IconButton("funnel", "Filter seats", small=True))
    panel.add_action(IconButton("ellipsis", "More", small=True))
    columns = [
        Column[Seat]("Seat", lambda s: s.shown.title, roles={TWO_LINE_ROLE: lambda s: s.shown})
    ]
    model = GroupedRowsModel(columns, lambda s: s.key, panel)
    planning = [("ISR", ISR, "Israel", "Dana, Tom, Ravi"), ("IRN", IRN, "Iran", "Leila, Omid, Per")]
    sealed = [("HZB", HZB, "Hezbollah", "Karim, Ana"), ("QAT", QAT, "Qatar", "Noor")]
    model.set_groups(
        [
            RowGroup("Planning", tuple(_seat(*s, "Planning", "2 of 3 moves") for s in planning)),
            RowGroup("Sealed", tuple(_seat(*s, "Sealed", "14:21") for s in sealed)),
        ]
    )
    tree = TreeView("Seats")
    tree.setItemDelegate(TwoLineDelegate(tree))
    tree.setModel(model)
    tree.setCurrentIndex(model.index_of("ISR"))
    panel.body.addWidget(tree)
    foot = row(margins=(12, 8, 12, 8))
    foot.addWidget(SecondaryButton("Nudge 3 seats", "bell", small=True))
    foot.addStretch(1)
    questions = SecondaryButton("Questions", small=True)
    questions.set_count(2)
    foot.addWidget(questions)
    panel.body.addWidget(Hairline())
    panel.body.addLayout(foot)
    return panel


def _seat(key: str, actor: ActorValue, name: str, who: str, state: str, more: str) -> Seat:
    icon = "pen-line" if state == "Planning" else "lock"
    return Seat(
        key,
        TwoLineValue(
            title=name,
            actor=actor,
            subtitle=who,
            subtitle_icon="users",
            aside=state,
            aside_icon="pen-line" if icon == "pen-line" else "lock",
            aside_below=more,
        ),
    )


def _events() -> Panel:
    panel = Panel("Events", "turn 3 outcome, newest first")
    search = SearchField("Filter events", small=True)
    search.setFixedWidth(184)
    panel.add_action(search)
    columns = [
        Column[Happening]("In-game time", lambda h: h.when, 104),
        Column[Happening](
            "From, to",
            lambda h: h.source.code,
            156,
            roles={ACTOR_ROLE: lambda h: (h.source, h.target)},
        ),
        Column[Happening](
            "What happened",
            lambda h: h.what,
            stretch=True,
            roles={EMPHASIS_ROLE: lambda h: "strong" if h.index > 2 else "normal"},
        ),
        Column[Happening](
            "Rung", lambda h: str(h.rung.rung), 64, roles={RUNG_ROLE: lambda h: h.rung}
        ),
        Column[Happening](
            "Attribution",
            lambda h: h.seen,
            112,
            roles={ICON_ROLE: lambda _: "eye", EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column[Happening]("Index", lambda h: f"{h.index:+.1f}".replace("-", "−"), 64, "end"),
    ]
    rows = [
        Happening(
            "8 Aug 22:10",
            QAT,
            IRN,
            "Qatar carries a message: hold for Doha",
            _rung(0),
            "Private",
            -1.4,
        ),
        Happening(
            "8 Aug 17:00",
            ISR,
            None,
            "Carrier group and destroyers ordered in",
            _rung(4),
            "Overt",
            0.7,
        ),
        Happening(
            "8 Aug 03:40",
            ISR,
            HZB,
            "Air raids on launch sites, southern Lebanon",
            _rung(8),
            "Overt",
            2.6,
        ),
        Happening(
            "7 Aug 02:30",
            UNKNOWN,
            ISR,
            "Rockets at Ain al-Asad air base, Iraq",
            _rung(13),
            "Not claimed",
            1.2,
        ),
        Happening(
            "6 Aug 18:00",
            IRN,
            None,
            "“A reply will come at a time of our choosing”",
            _rung(16),
            "Overt",
            0.9,
        ),
    ]
    table = TableView("Events", DENSE_ROW_HEIGHT)
    table.setModel(RowsModel(columns, rows, panel))
    table.setItemDelegateForColumn(1, ActorDelegate(table))
    table.setItemDelegateForColumn(3, RungDelegate(table))
    table.selectRow(2)
    panel.body.addWidget(table)
    return panel


def _sessions() -> Panel:
    panel = Panel("Recent sessions")
    histories = [
        ((0, 58), (1, 77), (2, 75), (3, 74)),
        tuple((t, 40 + 3 * t if t < 8 else 64 + (12 - t)) for t in range(13)),
        ((0, 20), (1, 30), (2, 28), (3, 58), (4, 50)),
    ]
    columns = [
        Column[Session](
            "Session", lambda s: s.name, 160, roles={EMPHASIS_ROLE: lambda _: "strong"}
        ),
        Column[Session]("Turn", lambda s: s.turn, 80, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column[Session](
            "Escalation, peak", lambda _: "", 120, roles={SPARK_ROLE: lambda s: s.spark}
        ),
        Column[Session]("Peak", lambda s: s.peak, 60, "end"),
        Column[Session]("", lambda _: "", stretch=True),
    ]
    rows = [
        Session(
            f"Staff College {letter}",
            "4 of 12",
            SparkValue(tuple(points), 12, 60, SCALE.of_index(max(p[1] for p in points)).number),
            str(max(p[1] for p in points)),
        )
        for letter, points in zip("ABC", histories, strict=True)
    ]
    table = TableView("Sessions", FORM_ROW_HEIGHT)
    table.setModel(RowsModel(columns, rows, panel))
    table.setItemDelegateForColumn(2, SparklineDelegate(table))
    panel.body.addWidget(table)
    return panel


def _escalation() -> Surface:
    side = Surface("panel")
    side.setFixedWidth(368)
    whole = column(side)
    panel = Panel("Escalation")
    choice = ChoiceBox((("all", "All fronts"), ("isr-irn", "Israel–Iran")), "Front", small=True)
    choice.setFixedWidth(148)
    panel.add_action(choice)
    panel.add_action(IconButton("info", "How the index is made", small=True))
    top = row(spacing=24, margins=(12, 12, 12, 12))
    ladder = LadderGauge(SCALE)
    ladder.set_values(71.8, 75.6)
    ladder.set_forecast((58, 66, 72.5, 77, 86))
    ladder.setFixedHeight(220)
    top.addWidget(ladder, 1)
    right = column(spacing=8)
    readout = IndexReadout(SCALE)
    readout.set_values(71.8, -3.8, "in turn 3")
    right.addWidget(readout)
    right.addWidget(Hairline())
    for name, value in (("Israel–Iran", "47.2"), ("Israel–Lebanon", "11.4"), ("Precedent", "13.2")):
        line = row()
        line.addWidget(TextLabel(name, "table", ink="t2"))
        line.addStretch(1)
        line.addWidget(TextLabel(value, "table", 600))
        right.addLayout(line)
    right.addStretch(1)
    top.addLayout(right)
    panel.body.addLayout(top)
    whole.addWidget(panel)
    whole.addWidget(Hairline())
    whole.addWidget(SectionHead("History", aside="end of each turn"))
    plot = EscalationPlot(SCALE)
    plot.setFixedHeight(176)
    plot.set_turns(12, 4)
    plot.set_history([(0, 66), (0.3, 77), (1, 76), (2, 75.6), (2.5, 72.5), (3, 71.8)])
    plot.set_red_lines([(88, "Israel: fire on cities")])
    plot.set_crossings([(0.3, "Iran: strike in the capital, turn 1")])
    holder = column(margins=(10, 0, 10, 8))
    holder.addWidget(plot)
    whole.addLayout(holder)
    whole.addWidget(Hairline())
    whole.addWidget(SectionHead("What moved it", aside="turn 3"))
    fall = Waterfall()
    deltas = [
        ("Israeli air raids, Lebanon", 2.6),
        ("Hezbollah rockets", 1.9),
        ("Ain al-Asad, unclaimed", 1.2),
    ]
    deltas += [
        ("Tehran vows a reply", 0.9),
        ("US carrier ordered", 0.7),
        ("Message through Doha", -1.4),
    ]
    deltas += [("Time passes, heat fades", -9.7)]
    fall.set_rows(("Start of turn 3", 75.6), deltas, ("Now", 71.8))
    holder = column(margins=(12, 0, 12, 12))
    holder.addWidget(fall)
    whole.addLayout(holder)
    whole.addStretch(1)
    whole.addWidget(Hairline(strong=True))
    foot = column(spacing=8, margins=(12, 8, 12, 12))
    line = row()
    line.addWidget(TextLabel("9 of 12 seats sealed", "table", 500))
    line.addStretch(1)
    line.addWidget(TextLabel("3 get a 60-second warning", "table", ink="t2"))
    foot.addLayout(line)
    seals = SealProgress()
    seals.set_counts(9, 12)
    foot.addWidget(seals)
    foot.addWidget(PrimaryButton("Lock plans and adjudicate", "lock", "Ctrl+Return"))
    whole.addLayout(foot)
    return side


def console_page() -> QWidget:
    """Parts as the facilitator's console puts them."""
    page = Surface("win")
    page.resize(1440, 900)
    whole = column(page)
    whole.addWidget(_top_bar())
    middle = row(spacing=0)
    seats = _seats()
    seats.setFixedWidth(288)
    middle.addWidget(seats)
    middle.addWidget(Hairline(vertical=True))
    centre = column()
    tabs = TabStrip(
        (
            ("map", "Theatre map", "map"),
            ("rel", "Relations", "share-2"),
            ("act", "Actor states", "table"),
        )
    )
    tabs.set_count("rel", 9)
    centre.addWidget(tabs)
    centre.addWidget(EmptyState("Nothing has happened yet.", "Send something now"), 1)
    centre.addWidget(_events(), 1)
    centre.addWidget(_sessions(), 1)
    middle.addLayout(centre, 1)
    middle.addWidget(Hairline(vertical=True))
    middle.addWidget(_escalation())
    whole.addLayout(middle, 1)
    status = StatusLine()
    status.set_items_start(
        [("save", "Saved 3 s ago"), ("link", "Log: 412 events, unbroken"), (None, "Seed 48151")]
    )
    status.set_items_end([(None, "English"), ("keyboard", "F1 shortcuts")])
    whole.addWidget(status)
    return page


def controls_page() -> QWidget:
    """Form parts, in the states they have."""
    page = Surface("panel")
    page.resize(1440, 900)
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setHorizontalSpacing(48)
    for place, part in enumerate((_buttons(), _form(), _words())):
        grid.addWidget(part, 0, place)
        grid.setColumnStretch(place, 1)
    return page


def _buttons() -> QWidget:
    part = QWidget()
    whole = column(part, spacing=12)
    whole.addWidget(PrimaryButton("Seal orders", "lock"))
    whole.addWidget(PrimaryButton("Open Iran’s seat", "lock-open", hint="Return"))
    closed = PrimaryButton("Record ruling, next move", "gavel", "Ctrl+Return")
    closed.setEnabled(False)
    whole.addWidget(closed)
    line = row()
    for button in (
        SecondaryButton("Pause", "pause"),
        SecondaryButton("+5 min"),
        SecondaryButton("Continue", suggested=True),
        SecondaryButton("Send something now", "plus", hint="Ctrl+I"),
    ):
        line.addWidget(button)
    line.addStretch(1)
    whole.addLayout(line)
    line = row()
    for button in (
        SecondaryButton("Open channel", small=True),
        SecondaryButton("Set our reading", small=True, suggested=True),
        SecondaryButton("Carry to: USA", "corner-down-right", small=True),
    ):
        line.addWidget(button)
    closed_small = SecondaryButton("Closed", small=True)
    closed_small.setEnabled(False)
    line.addWidget(closed_small)
    line.addStretch(1)
    whole.addLayout(line)
    line = row()
    line.addWidget(QuietButton("Read all, 2 pages"))
    line.addWidget(LinkButton("Sources, 3", "book-open"))
    line.addWidget(IconButton("settings", "Settings"))
    focused = SecondaryButton("Has the focus")
    focused.setFocus()
    line.addWidget(focused)
    line.addStretch(1)
    whole.addLayout(line)
    whole.addWidget(CheckBox("Ask each seat how it reads this move", checked=True))
    whole.addWidget(CheckBox("Not ticked"))
    whole.addWidget(RadioButton("Accept the proposal", checked=True))
    whole.addWidget(RadioButton("Write a different outcome"))
    line = row(spacing=16)
    cards = (
        Card(
            "Run an exercise",
            "Teams, injects, a clock and a projector view",
            "presentation",
            "Ctrl+1",
        ),
        Card(
            "Practise solo", "One seat is yours, the others are played by rules", "user", "Ctrl+2"
        ),
    )
    cards[0].set_filled(True)
    for card in cards:
        line.addWidget(card)
    whole.addLayout(line)
    chosen = Card(
        "After Tehran – 31 July 2024",
        "A guest of the state is killed in the capital. Who answers, and who can stop it?",
    )
    chosen.setChecked(True)
    facts = row()
    facts.addWidget(BandGlyph(4, 5, "Direct strikes"))
    facts.addWidget(TextLabel("Starts in 4 Direct strikes", "table", ink="t2"))
    facts.addStretch(1)
    chosen.body.addLayout(facts)
    whole.addWidget(chosen)
    whole.addStretch(1)
    return part


def _form() -> QWidget:
    part = QWidget()
    whole = column(part, spacing=12)
    whole.addWidget(SearchField("Find a move", "/"))
    line = row()
    target = ChoiceBox((("ISR", "Israel"), ("USA", "United States")), "Target")
    target.set_mark("ISR", "square")
    line.addWidget(target)
    line.addWidget(ChoiceBox((("a", "Nevatim and Ramon air bases"),), "Place"), 1)
    whole.addLayout(line)
    line = row()
    for name, high, value in (("Drones", 900, 110), ("Cruise", 240, 24), ("Ballistic", 700, 70)):
        line.addWidget(CountSpin(name, 0, high, value))
    whole.addLayout(line)
    line = row()
    line.addWidget(
        SegmentedControl((("overt", "Overt", "eye"), ("deny", "Deniable", "venetian-mask")))
    )
    line.addStretch(1)
    whole.addLayout(line)
    warning = SegmentedControl(
        (("0", "None", None), ("6", "6 h", None), ("30", "30 h", None), ("72", "72 h", None))
    )
    warning.set_current("30")
    whole.addWidget(warning)
    chips = FlowLayout()
    chips.addWidget(TextLabel("Tell", "table", ink="t2"))
    for name in ("Qatar", "Saudi Arabia", "Jordan"):
        chips.addWidget(ChipToggle(name, checked=True))
    chips.addWidget(ChipToggle("Egypt"))
    chips.addWidget(ChipButton("Add"))
    whole.addLayout(chips)
    slider = RungSlider(SCALE, "Meant as rung")
    slider.setValue(11)
    whole.addWidget(slider)
    focused = RungSlider(SCALE, "Meant as rung")
    focused.setEnabled(False)
    whole.addWidget(focused)
    for name, text, share in (
        ("Missiles and drones", "1,840 of 2,300", 0.8),
        ("Air defence", "Ready within 6 h", 0.62),
        ("Political capital", "5 of 8", 0.625),
    ):
        whole.addWidget(LabelledBar(name, text, share))
    pin = PinField()
    line = row()
    line.addWidget(pin)
    line.addStretch(1)
    whole.addLayout(line)
    whole.addStretch(1)
    return part


def _words() -> QWidget:
    part = QWidget()
    whole = column(part, spacing=12)
    whole.addWidget(TextLabel("Index 71.8", "index", 600))
    whole.addWidget(TextLabel("Clock 12:40", "clock", 600))
    whole.addWidget(TextLabel("Title, fifteen over twenty", "title", 600))
    whole.addWidget(TextLabel("Body, thirteen over twenty", "body"))
    whole.addWidget(TextLabel("Table, twelve over sixteen", "table", ink="t2"))
    whole.addWidget(TextLabel("Caption, eleven over sixteen", "caption", ink="t3"))
    whole.addWidget(
        Paragraph(
            "A guest of the state was killed in your capital. A reply is owed, and your partners "
            "are waiting for it.\nWashington asks you, through Qatar, to hold until the Doha talks "
            "on 15 August. Your services doubt that a deal is near."
        )
    )
    cut = ElidedLabel(
        "A line that is far too long for the place it has been given in this column of parts"
    )
    cut.setFixedWidth(240)
    whole.addWidget(cut)
    whole.addWidget(Paragraph("مرحبا بالعالم · שלום עולם · 12:40", "body", "t2"))
    whole.addWidget(FaultNote("That is not Iran’s PIN. 4 tries left.", "danger"))
    whole.addWidget(
        FaultNote("Nuclear site list is empty: this line can never be crossed.", "warn")
    )
    whole.addWidget(FaultNote("Kept in the log, shown in the debrief.", "info"))
    whole.addWidget(FaultNote("Recovered to 14:27:31, nothing lost.", "ok"))
    line = row(spacing=16)
    for actor in (ISR, IRN, QAT, UNKNOWN):
        line.addWidget(ActorBadge(actor))
    line.addStretch(1)
    whole.addLayout(line)
    line = row(spacing=16)
    for rung in (1, 4, 8, 13, 16):
        line.addWidget(RungLabel(_rung(rung)))
    line.addStretch(1)
    whole.addLayout(line)
    seven = BandScale(
        tuple(
            BandSpan(n, f"Band {n}", 3 * n - 3, 3 * n - 1, 14 * n - 14, 14 * n) for n in range(1, 8)
        )
    )
    ladder = LadderGauge(seven)
    ladder.set_values(40, 44)
    ladder.setFixedSize(260, 280)
    whole.addWidget(ladder)
    whole.addStretch(1)
    return part


PAGES: dict[str, Callable[[], QWidget]] = {"console": console_page, "controls": controls_page}
