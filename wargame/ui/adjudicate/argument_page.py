"""A matrix argument: what is wanted, reasons on both sides, blind estimates, odds and dice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.weighing import SUMS, Reason, Roll, Way, Weighing
from wargame.ui.adjudicate.chart_or_table import ChartOrTable
from wargame.ui.adjudicate.dice_view import DiceView
from wargame.ui.adjudicate.distribution_chart import Bar
from wargame.ui.adjudicate.reasons_column import ReasonsColumn
from wargame.ui.adjudicate.umpires_panel import UmpiresPanel
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import LinkButton, SecondaryButton
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.ruling_views import CaseView

_WAYS: Final = (
    (Way.DICE, "Odds and dice", None),
    (Way.PERCENT, "Per cent", None),
    (Way.UMPIRE, "Umpire", None),
    (Way.AGREEMENT, "Agreement", None),
)


class ArgumentPage(QWidget):
    """What a written move is weighed by.

    Signals:
        weighing_changed(object): The Weighing as it is to be kept.
        roll_wished(object): Let the dice fall; a Roll of the table, or None for the game's own.
    """

    weighing_changed = Signal(object)
    roll_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weighing = Weighing()
        self.ways = SegmentedControl(_WAYS, "Settle by", small=True)
        self.ways.current_changed.connect(self._on_way)
        self.quote = Paragraph("", "title")
        self.result = Paragraph("", "body", "t2")
        self.pro = ReasonsColumn(favours=True)
        self.con = ReasonsColumn(favours=False)
        self.pro.reasons_changed.connect(self._on_reasons)
        self.con.reasons_changed.connect(self._on_reasons)
        self.umpires = UmpiresPanel()
        self.umpires.weighing_changed.connect(self.weighing_changed)
        self.odds = ChartOrTable("Odds of two dice", "Sum")
        self._odds_words = TextLabel("", "table", 400, "t3")
        self.dice = DiceView()
        self.verdict = Paragraph("", "title", weight=600)
        self.make_up = Paragraph("", "table", "t2")
        self.roll = SecondaryButton("Roll", "dices", suggested=True)
        self.roll.clicked.connect(lambda: self.roll_wished.emit(None))
        self.type_in = LinkButton("Type in a table roll")
        self.type_in.clicked.connect(self._on_type_in)
        self.typed = QLineEdit()
        self.typed.setFont(text_font("table"))
        self.typed.setPlaceholderText("Two dice such as 4 5, or a per cent, then Enter")
        self.typed.setAccessibleName("Dice of the table")
        self.typed.returnPressed.connect(self._on_typed)
        self._address = TextLabel("", "table", 400, "t3")
        self._scale = QWidget()
        self._lay_out()
        for keys, side in (("+", self.pro), ("-", self.con)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(side.begin)

    def show_case(self, view: CaseView) -> None:
        """Show an order that waits."""
        argument = view.order.argument
        weighing, odds = view.weighing, view.odds
        self._weighing = weighing
        self._scale.setVisible(argument is not None)
        self.ways.setVisible(argument is not None)
        if argument is None:
            self.quote.set_text(view.row.words)
            self.result.set_text(
                view.order.message or "The law is off: control says what comes of it."
            )
            return
        self.quote.set_text(f"\u201c{argument.do}\u201d")
        self.result.set_text(f"If it works: {argument.result}")
        self.ways.set_current(weighing.way)
        self.ways.setEnabled(not weighing.is_rolled)
        can_edit = not weighing.is_rolled
        self.pro.show_reasons(weighing.reasons, can_edit=can_edit)
        self.con.show_reasons(weighing.reasons, can_edit=can_edit)
        self.umpires.show_weighing(weighing)
        if odds is None:
            return
        is_dice = weighing.way is Way.DICE
        self.odds.setVisible(is_dice)
        total = view.roll.total if view.roll is not None else None
        self.odds.set_bars(_bars(odds.needed, total))
        self._odds_words.setText(_odds_words(weighing.way, odds.needed, odds.chance))
        self.make_up.set_text(_make_up(view))
        rolls = weighing.rolls
        self.dice.setVisible(rolls)
        self.dice.set_roll(view.roll)
        self.roll.setVisible(rolls and not weighing.is_rolled)
        self.type_in.setVisible(rolls and not weighing.is_rolled)
        self.typed.hide()
        self.roll.setEnabled(not weighing.estimates or weighing.is_open)
        self._address.setText(view.address if rolls else "")
        self.verdict.set_text(_verdict(view))
        self.verdict.setVisible(bool(self.verdict.text()))

    def _lay_out(self) -> None:
        whole = column(self, spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        settle = row(spacing=SPACE_8)
        settle.addStretch(1)
        settle.addWidget(self.ways)
        whole.addLayout(settle)
        whole.addWidget(self.quote)
        whole.addWidget(self.result)
        scale = column(self._scale, spacing=SPACE_12)
        scale.addWidget(Hairline())
        sides = row(spacing=SPACE_16)
        sides.addWidget(self.pro, 1)
        sides.addWidget(self.con, 1)
        scale.addLayout(sides)
        scale.addWidget(Hairline())
        scale.addWidget(self.umpires)
        scale.addWidget(Hairline())
        chance = row(spacing=SPACE_16)
        left = column(spacing=SPACE_8)
        head = row(spacing=SPACE_8)
        head.addWidget(TextLabel("Odds", "body", 600))
        head.addWidget(self._odds_words)
        head.addStretch(1)
        left.addLayout(head)
        left.addWidget(self.odds)
        left.addStretch(1)
        right = column(spacing=SPACE_8)
        right.addWidget(TextLabel("Roll", "body", 600))
        fell = row(spacing=SPACE_12)
        fell.addWidget(self.dice, 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=SPACE_8)
        said.addWidget(self.verdict)
        said.addWidget(self.make_up)
        fell.addLayout(said, 1)
        right.addLayout(fell)
        act = row(spacing=SPACE_12)
        act.addWidget(self.roll)
        act.addWidget(self.type_in)
        act.addStretch(1)
        act.addWidget(self._address)
        right.addLayout(act)
        right.addWidget(self.typed)
        right.addStretch(1)
        chance.addLayout(left, 1)
        chance.addLayout(right, 1)
        scale.addLayout(chance)
        whole.addWidget(self._scale)

    def _on_way(self, key: str) -> None:
        self.weighing_changed.emit(replace(self._weighing, way=Way(key)))

    def _on_reasons(self, reasons: tuple[Reason, ...]) -> None:
        side = self.sender() is self.pro
        others = tuple(r for r in self._weighing.reasons if r.favours != side)
        both = (*reasons, *others) if side else (*others, *reasons)
        self.weighing_changed.emit(replace(self._weighing, reasons=both))

    def _on_type_in(self) -> None:
        self.typed.clear()
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        found = tuple(
            int(part) for part in self.typed.text().replace(",", " ").split() if part.isdigit()
        )
        if found:
            self.roll_wished.emit(Roll(found, is_typed=True))


def _bars(needed: int, rolled: int | None) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            str(total),
            ways / 36,
            is_drawn=total == rolled,
            is_outlined=total < needed,
            tag="rolled" if total == rolled else "",
        )
        for total, ways in SUMS.items()
    )


def _odds_words(way: Way, needed: int, chance: float) -> str:
    if way is Way.DICE:
        return f"two dice: {needed} or more succeeds, {100 * chance:.0f} %"
    return f"{100 * chance:.0f} %" if way is Way.PERCENT else "for orientation; no dice fall"


def _make_up(view: CaseView) -> str:
    odds, weighing = view.odds, view.weighing
    if odds is None:
        return ""
    balance = f"{odds.balance:+d}".replace("-", "\u2212") if odds.balance else "0"
    parts = [f"Reasons balance at {balance}, which gives {100 * odds.from_reasons:.0f} %"]
    if odds.median is not None:
        parts.append(f"umpires\u2019 median is {100 * odds.median:.0f} %")
    if weighing.way is Way.DICE:
        parts.append(f"so {odds.needed} or more, {100 * odds.chance:.0f} %")
    elif weighing.way is Way.PERCENT:
        parts.append(f"so {odds.needed} or less of 100")
    return "; ".join(parts) + "."


def _verdict(view: CaseView) -> str:
    roll = view.roll
    if roll is None:
        return ""
    unit = "" if view.weighing.way is Way.DICE else " points"
    if view.margin >= 0:
        by = f", by {view.margin}{unit}" if view.margin else ", just so"
        return f"{roll.total}: it works{by}"
    return f"{roll.total}: it fails, by {-view.margin}{unit}"
