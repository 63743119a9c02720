"""The gallery's second page: form parts in the states they have."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from tests.ui.gallery_sample import IRN, ISR, QAT, SCALE, UNKNOWN, rung_value
from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.band_glyph import BandGlyph, RungLabel
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
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.ladder_gauge import LadderGauge
from wargame.ui.widgets.pin_field import PinField
from wargame.ui.widgets.rung_slider import RungSlider
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel


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
            "Practise solo",
            "One seat is yours, the others are played by the computer",
            "user",
            "Ctrl+2",
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
        line.addWidget(RungLabel(rung_value(rung)))
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
