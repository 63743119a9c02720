"""The escalation meter: the ladder, the index, and its three largest parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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
    from wargame.ui.theme.bands import BandScale

_LARGEST: Final = 3
_TALL: Final = 44
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
        self.ladder = LadderGauge(scale)
        self.readout = IndexReadout(scale)
        self.largest = FactRows("Largest parts of the index")
        self.largest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = column(spacing=SPACE_8)
        side.addWidget(self.readout)
        side.addWidget(Hairline())
        side.addWidget(self.largest)
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
        self.ladder.setFixedHeight((_LOW if low else _TALL) * self._bands)

    def show_meter(self, meter: Meter) -> None:
        """Show where escalation stands."""
        moved = bool(meter.moved_turn)
        self.ladder.set_values(meter.index, meter.moved_from if moved else None)
        change = printed_change(meter) if moved else None
        since = f"in turn {meter.moved_turn}" if moved else ""
        self.readout.set_values(meter.index, change, since)
        # FactRows in this narrow column carries no bars: the tab beside has them all.
        self.largest.set_facts(
            [Fact(f.name, f.text, f.meaning) for f in part_facts(meter)[:_LARGEST]]
        )
        sentence = meter_sentence(meter)
        self.readout.setAccessibleName(sentence)
        self.setAccessibleDescription(sentence)
        self.ladder.setToolTip(plain_tip(f"{sentence}\n{meter.band.meaning}"))
