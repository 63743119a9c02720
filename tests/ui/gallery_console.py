"""The gallery's first page: parts as the facilitator's console puts them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_lists import events_panel, seats_panel, sessions_panel
from tests.ui.gallery_sample import SCALE
from wargame.ui.charts.escalation_plot import EscalationPlot
from wargame.ui.widgets.bars import StatusLine, TitleBlock, TopBar
from wargame.ui.widgets.buttons import (
    IconButton,
    PrimaryButton,
    SecondaryButton,
)
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.countdown import Countdown
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.index_readout import IndexReadout
from wargame.ui.widgets.ladder_gauge import LadderGauge
from wargame.ui.widgets.panel import Panel, SectionHead
from wargame.ui.widgets.seal_progress import SealProgress
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.tabs import TabStrip
from wargame.ui.widgets.text import TextLabel
from wargame.ui.widgets.waterfall import Waterfall


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
    seats = seats_panel()
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
    centre.addWidget(events_panel(), 1)
    centre.addWidget(sessions_panel(), 1)
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
