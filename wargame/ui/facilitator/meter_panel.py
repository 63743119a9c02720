"""The escalation meter: the ladder, the index, and its three largest parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.forecast.spiral_line import SpiralLine
from wargame.ui.facilitator.fact_rows import Fact, FactRows
from wargame.ui.facilitator.rounding import percentages
from wargame.ui.facilitator.words import meter_sentence, printed_change
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.index_readout import IndexReadout
from wargame.ui.widgets.ladder_gauge import LadderGauge
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import plain_tip

if TYPE_CHECKING:
    from wargame.model.console_view import Meter
    from wargame.ui.charts.forecast.forecast_state import ForecastState
    from wargame.ui.theme.bands import BandScale

_LARGEST: Final = 3
_LARGEST_LOW: Final = 2
_TALL: Final = 42
_LOW: Final = 37
_READOUT: Final = 144


def part_facts(meter: Meter) -> tuple[Fact, ...]:
    """Every front's and the precedents' part in the index, largest first, summing to 100 %."""
    parts = [
        (
            heat.front.name,
            heat.share,
            f"Heat {heat.heat:.1f} with weight {heat.front.weight:g}. {heat.front.note}".strip(),
        )
        for heat in meter.fronts
    ]
    parts.append(
        (
            "Precedents",
            meter.precedent,
            f"Highest direct act on record: R{meter.precedent_rung:.1f}, fading with time.",
        )
    )
    parts.sort(key=lambda part: -part[1])
    shown = percentages([share for _, share, _ in parts])
    return tuple(
        Fact(name, f"{percent} %", meaning, share)
        for (name, share, meaning), percent in zip(parts, shown, strict=True)
    )


class MeterPanel(Panel):
    """Reads as one sentence for the ear."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("Escalation", parent=parent)
        self._bands = len(scale)
        self._meter: Meter | None = None
        self._is_low = False
        self.ladder = LadderGauge(scale)
        self.readout = IndexReadout(scale)
        self.largest = FactRows("Largest parts of the index")
        self.largest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.spiral = SpiralLine()
        side = column(spacing=SPACE_8)
        side.addWidget(self.readout)
        side.addWidget(Hairline())
        rows = column()
        rows.addWidget(self.largest)
        rows.addWidget(self.spiral)
        side.addLayout(rows)
        side.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(side)
        self._side.setFixedWidth(_READOUT)
        whole = row(spacing=SPACE_16, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        whole.addWidget(self.ladder, 1)
        whole.addWidget(self._side)
        self.body.addLayout(whole)
        self.set_low(low=False)

    def set_low(self, *, low: bool) -> None:
        """Make the ladder lower where there is little height."""
        self._is_low = low
        self.ladder.setFixedHeight((_LOW if low else _TALL) * self._bands)
        self._show_largest()

    def show_forecast(self, state: ForecastState) -> None:
        """Show beside the ladder where the index may be at the end of the next turn."""
        outlook = state.outlook
        if outlook is None or not outlook.fan:
            self.ladder.set_forecast(None)
        else:
            turn = outlook.fan[0]
            ends = (turn.low90, turn.low50, turn.median, turn.high50, turn.high90)
            when = f"the end of turn {turn.turn}"
            self.ladder.set_forecast(ends, when, stale=state.is_stale)
        self._retell_ladder()

    def show_meter(self, meter: Meter) -> None:
        """Show where escalation stands."""
        moved = bool(meter.moved_turn)
        self.ladder.set_values(meter.index, meter.moved_from if moved else None)
        change = printed_change(meter) if moved else None
        since = f"in turn {meter.moved_turn}" if moved else ""
        self.readout.set_values(meter.index, change, since)
        self._meter = meter
        self._show_largest()
        sentence = meter_sentence(meter)
        self.readout.setAccessibleName(sentence)
        self.setAccessibleDescription(sentence)
        self._retell_ladder()

    def _show_largest(self) -> None:
        # FactRows in this narrow column carries no bars: the tab beside has them all.
        if self._meter is not None:
            count = _LARGEST_LOW if self._is_low else _LARGEST
            facts = part_facts(self._meter)[:count]
            self.largest.set_facts([Fact(f.name, f.text, f.meaning) for f in facts])

    def _retell_ladder(self) -> None:
        if self._meter is not None:
            words = f"{meter_sentence(self._meter)}\n{self._meter.band.meaning}"
            ahead = self.ladder.forecast_words()
            self.ladder.setToolTip(plain_tip(f"{words}\n{ahead}".strip()))
