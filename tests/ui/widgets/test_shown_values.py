"""Parts that show values: what they say to a screen reader, and what they do over time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery_sample import SCALE
from wargame.ui.theme.item_roles import ActorValue, RungValue
from wargame.ui.theme.tokens import DARK
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.band_glyph import BandGlyph, RungLabel
from wargame.ui.widgets.bars import StatusLine
from wargame.ui.widgets.countdown import Countdown, clock_text
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.index_readout import IndexReadout
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.ladder_gauge import LadderGauge
from wargame.ui.widgets.panel import PanelHead
from wargame.ui.widgets.seal_progress import SealProgress
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel, plain_tip, set_tip
from wargame.ui.widgets.waterfall import ROW, Waterfall

pytestmark = pytest.mark.usefixtures("dark")


class Clock:
    """A monotonic clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (760, "12:40"),
        (759.2, "12:40"),
        (0.1, "00:01"),
        (0, "00:00"),
        (-5, "00:00"),
        (3723, "1:02:03"),
    ],
)
def test_that_the_clock_prints_minutes_and_seconds(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_that_the_countdown_follows_its_clock_and_ends_once(qtbot: QtBot) -> None:
    clock = Clock()
    countdown = Countdown(clock)
    qtbot.addWidget(countdown)
    countdown.set_deadline(clock.now + 301)
    assert countdown.text() == "05:01"
    with qtbot.waitSignal(countdown.minute_mark_reached) as mark:
        clock.now += 1
        countdown.refresh()
    assert mark.args == [5]
    with qtbot.waitSignal(countdown.minute_mark_reached) as mark:
        clock.now += 245
        countdown.refresh()
    assert mark.args == [1]
    with qtbot.waitSignal(countdown.ran_out):
        clock.now += 100
        countdown.refresh()
    assert countdown.text() == "00:00"
    assert not countdown.is_running
    with qtbot.assertNotEmitted(countdown.ran_out):
        countdown.refresh()


def test_that_marks_already_past_are_not_announced(qtbot: QtBot) -> None:
    clock = Clock()
    countdown = Countdown(clock)
    qtbot.addWidget(countdown)
    with qtbot.assertNotEmitted(countdown.minute_mark_reached):
        countdown.set_deadline(clock.now + 30)
        countdown.refresh()


def test_that_a_paused_clock_stands_still(qtbot: QtBot) -> None:
    clock = Clock()
    countdown = Countdown(clock)
    qtbot.addWidget(countdown)
    countdown.set_deadline(clock.now + 600)
    countdown.pause(600)
    clock.now += 60
    countdown.refresh()
    assert countdown.text() == "10:00"
    assert not countdown.is_running
    assert countdown.toolTip() == "The clock is paused"


def test_that_the_timer_runs_the_clock_by_itself(qtbot: QtBot) -> None:
    clock = Clock()
    countdown = Countdown(clock)
    qtbot.addWidget(countdown)
    countdown.set_deadline(clock.now + 60)
    clock.now += 7
    qtbot.waitUntil(lambda: countdown.text() == "00:53")


def test_that_the_ladder_says_where_the_index_stands(qtbot: QtBot) -> None:
    gauge = LadderGauge(SCALE)
    qtbot.addWidget(gauge)
    assert gauge.accessibleName() == "Escalation: no value yet."
    gauge.set_values(71.8, 75.6)
    assert gauge.accessibleName() == (
        "Escalation 71.8 of 100, band 4 of 5, Direct strikes, 3.8 lower than a turn ago."
    )
    gauge.set_forecast((60, 69, 72, 79, 90))
    assert gauge.accessibleName().endswith("Forecast: half of runs 69 to 79, nine of ten 60 to 90.")


def test_that_the_ladder_fills_the_bands_up_to_the_present_one(qtbot: QtBot) -> None:
    gauge = LadderGauge(SCALE)
    qtbot.addWidget(gauge)
    gauge.resize(208, 220)
    gauge.set_values(40)
    picture = gauge.grab().toImage()
    for number in range(1, 6):
        y = 220 - (number - 1) * 44 - 6
        filled = picture.pixelColor(3, y) == QColor(DARK.bands[number - 1].fill)
        assert filled == (number <= 3)


def test_that_the_readout_says_number_band_and_change(qtbot: QtBot) -> None:
    readout = IndexReadout(SCALE)
    qtbot.addWidget(readout)
    readout.set_values(80.0, 4.25, "in turn 3")
    assert readout.accessibleName() == ("Escalation 80.0 of 100, 5 Open war, 4.2 higher in turn 3")
    readout.set_values(80.0, 0.01, "in turn 3")
    assert readout.accessibleName().endswith("unchanged in turn 3")
    readout.set_values(None)
    assert readout.accessibleName() == "No index yet"


def test_that_rungs_actors_and_bands_are_said_in_words(qtbot: QtBot) -> None:
    rung = RungLabel(RungValue(13, 4, 5, "Direct strikes"))
    actor = ActorBadge(ActorValue("circle", "HTH", "Ansar Allah (Houthis)"))
    glyph = BandGlyph(4, 5, "Direct strikes")
    for widget in (rung, actor, glyph):
        qtbot.addWidget(widget)
    assert rung.accessibleName() == "Rung 13, Direct strikes"
    assert actor.accessibleName() == "Ansar Allah (Houthis)"
    assert glyph.accessibleName() == "Band 4 of 5, Direct strikes"


def test_that_the_stepper_says_the_phase(qtbot: QtBot) -> None:
    stepper = PhaseStepper(("Brief", "Plan", "Adjudicate", "Outcome"))
    qtbot.addWidget(stepper)
    stepper.set_current(1)
    assert stepper.accessibleName() == "Phase 2 of 4: Plan"
    assert stepper.sizeHint().height() == 47


def test_that_the_waterfall_is_read_as_a_list(qtbot: QtBot) -> None:
    fall = Waterfall()
    qtbot.addWidget(fall)
    fall.set_rows(("Start of turn 3", 75.6), [("Raids", 2.6), ("Time", -6.4)], ("Now", 71.8))
    assert fall.accessibleName() == "Start of turn 3 75.6. Raids +2.6. Time −6.4. Now 71.8"
    assert fall.sizeHint().height() == 4 * ROW


def test_that_bars_and_seals_are_said_in_words(qtbot: QtBot) -> None:
    bar, seals = LabelledBar("Air defence", "Ready within 6 h", 1.4), SealProgress()
    qtbot.addWidget(bar)
    qtbot.addWidget(seals)
    seals.set_counts(9, 12)
    assert bar.accessibleName() == "Air defence: Ready within 6 h"
    assert seals.accessibleName() == "9 of 12 seats sealed"


def test_that_the_status_line_puts_a_fault_before_everything(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_items_start([("save", "Saved 3 s ago"), (None, "Seed 48151")])
    assert line.accessibleName() == "Saved 3 s ago. Seed 48151"
    line.set_fault("Not saved since 14:27. Free some space or save elsewhere.")
    assert line.accessibleName().startswith("Not saved since 14:27.")
    line.set_fault("")
    assert line.accessibleName() == "Saved 3 s ago. Seed 48151"


def test_that_a_note_takes_no_room_until_it_has_something_to_say(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    note = FaultNote()
    layout.addWidget(note)
    qtbot.addWidget(window)
    window.show()
    assert note.isHidden()
    note.say("That is not Iran’s PIN. 4 tries left.")
    assert note.isVisible()
    assert note.accessibleName() == note.text() == "That is not Iran’s PIN. 4 tries left."
    note.clear()
    assert not layout.sizeHint().height() > 2 * layout.contentsMargins().top()


def test_that_a_long_note_wraps_and_grows(qtbot: QtBot) -> None:
    note = FaultNote("Not saved since 14:27. Free some space or save elsewhere. " * 3)
    qtbot.addWidget(note)
    layout = note.layout()
    assert layout is not None
    assert layout.totalHeightForWidth(200) > layout.totalHeightForWidth(600)


def test_that_an_empty_state_offers_its_action(qtbot: QtBot) -> None:
    empty = EmptyState("No injects left this turn", "Send something now")
    qtbot.addWidget(empty)
    empty.show()
    button = next(
        child
        for child in empty.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_short_jobs_show_nothing_in_the_head(qtbot: QtBot) -> None:
    head = PanelHead("History")
    qtbot.addWidget(head)
    head.resize(300, 36)
    bare = head.grab().toImage()
    head.set_progress(50, 100)
    assert head.grab().toImage() == bare
    qtbot.waitUntil(lambda: head.grab().toImage() != bare)
    head.clear_progress()
    assert head.grab().toImage() == bare


def test_that_labels_and_tips_never_read_markup(qtbot: QtBot) -> None:
    text = "<b>bold</b> & <img src='file:///x.png'>"
    label = TextLabel(text)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    set_tip(label, text)
    assert "&lt;b&gt;" in label.toolTip()
    assert "<img" not in label.toolTip()
    assert plain_tip("Plain words") == "Plain words"


def test_that_a_cut_line_says_the_whole_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Direct barrage on air bases, telegraphed thirty hours ahead")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    tips = [label.toolTip()]
    label.resize(600, 20)
    tips.append(label.toolTip())
    assert tips == [label.text(), ""]


def test_that_a_paragraph_has_the_line_height_of_its_style(qtbot: QtBot) -> None:
    words = Paragraph("A reply is owed.\nYour partners are waiting for it.")
    qtbot.addWidget(words)
    assert words.heightForWidth(400) == 40
    assert words.heightForWidth(120) == 60
    assert words.accessibleName() == words.text()


@pytest.mark.parametrize("text", ["", "\n", "A\n\nB", "مرحبا بالعالم", "x" * 500])
def test_that_a_paragraph_of_any_text_can_be_painted(qtbot: QtBot, text: str) -> None:
    words = Paragraph(text)
    qtbot.addWidget(words)
    words.resize(100, max(20, words.heightForWidth(100)))
    assert not words.grab().isNull()


def test_that_chips_flow_onto_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    flow = FlowLayout(window)
    for name in ("Qatar", "Saudi Arabia", "Jordan", "Egypt"):
        flow.addWidget(QLabel(name))
    qtbot.addWidget(window)
    assert flow.heightForWidth(90) > flow.heightForWidth(900)
    window.resize(900, 100)
    window.show()
    lefts = [label.geometry().left() for label in window.findChildren(QLabel)]
    assert lefts == sorted(lefts)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(901, 100)
    qtbot.waitUntil(
        lambda: (
            window.findChildren(QLabel)[0].geometry().left()
            > window.findChildren(QLabel)[1].geometry().left()
        )
    )
