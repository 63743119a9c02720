"""The lines on the plot of a debrief: what was played, branches, history; each can be hidden."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.surface import empty, row
from wargame.ui.widgets.text import set_tip

PLAYED: Final = "played"
LineChip = tuple[str, str, str, bool]
"""Key, words, tool tip, whether the line is shown."""


class LineChips(QWidget):
    """One chip for each line and the button that makes a branch.

    Signals:
        line_toggled(str, bool): Show or hide the line with this key.
        branch_wished(): Make a branch at this moment.
    """

    line_toggled = Signal(str, bool)
    branch_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, ChipToggle] = {}
        self._groups: dict[str, tuple[LineChip, ...]] = {}
        self._chips = row(spacing=8)
        self.branch = SecondaryButton("Branch from here", "git-branch", "Ctrl+B", small=True)
        set_tip(self.branch, "Change something at this moment and play on from it (Ctrl+B)")
        self.branch.clicked.connect(self.branch_wished)
        whole = row(self, spacing=8)
        whole.addLayout(self._chips)
        whole.addWidget(self.branch)

    def show_lines(self, lines: Sequence[LineChip], group: str = PLAYED) -> None:
        """Offer these lines, in order, in place of those of the same group.

        Groups stand in the order in which they first came.
        """
        if self._groups.get(group) == tuple(lines):
            return
        self._groups[group] = tuple(lines)
        empty(self._chips)
        self.chips = {}
        for key, words, tip, shown in (chip for chips in self._groups.values() for chip in chips):
            chip = ChipToggle(words, checked=shown)
            set_tip(chip, tip)
            chip.toggled.connect(partial(self.line_toggled.emit, key))
            self.chips[key] = chip
            self._chips.addWidget(chip)
