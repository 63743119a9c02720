"""How many weapons of each class an order launches, of how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.model.ids import Weapon
from wargame.ui.team.words import WEAPONS
from wargame.ui.theme.metrics import SPACE_4, SPACE_12
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import WeaponOption

Salvo = tuple[tuple[Weapon, int], ...]


class _WeaponCount(QWidget):
    """One class: the number, and the stock below it."""

    def __init__(self, option: WeaponOption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spin = CountSpin(WEAPONS[option.weapon], 0, option.stock)
        whole = column(self, spacing=SPACE_4)
        whole.addWidget(self.spin)
        stock = TextLabel(f"of {option.stock:,}", "table", 400, "t3")
        below = column(margins=(SPACE_12, 0, 0, 0))
        below.addWidget(stock)
        whole.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class SalvoField(QWidget):
    """A count for every class that a move may use.

    Signals:
        salvo_changed(object): The person changed a count; a tuple of class and count.
    """

    salvo_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weapons: tuple[WeaponOption, ...] = ()
        self._counts: dict[Weapon, _WeaponCount] = {}
        self._is_loading = False
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Scale")

    @property
    def salvo(self) -> Salvo:
        """The counts by class."""
        return tuple((weapon, count.spin.value()) for weapon, count in self._counts.items())

    def spin(self, weapon: Weapon) -> CountSpin:
        """The control of a class."""
        return self._counts[weapon].spin

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return tuple(count.spin for count in self._counts.values())

    def set_weapons(self, weapons: Sequence[WeaponOption]) -> None:
        """Offer these classes; the same ones keep their counts."""
        if tuple(weapons) == self._weapons:
            return
        kept = dict(self.salvo)
        self._weapons = tuple(weapons)
        while self._flow.count():
            self._flow.takeAt(0)
        for old in self._counts.values():
            old.hide()
            old.deleteLater()
        self._counts = {option.weapon: _WeaponCount(option) for option in weapons}
        for weapon, count in self._counts.items():
            count.spin.set_value(kept.get(weapon, 0))
            count.spin.value_changed.connect(self._on_value_changed)
            self._flow.addWidget(count)
            count.show()  # at once: Qt would do it later, and the next Tab would pass it by
        self.updateGeometry()

    def set_salvo(self, salvo: Salvo) -> None:
        """Show these counts without a signal; without any, those that are offered first."""
        wanted = dict(salvo) or {option.weapon: option.offered for option in self._weapons}
        self._is_loading = True
        for weapon, count in self._counts.items():
            count.spin.set_value(wanted.get(weapon, 0))
        self._is_loading = False

    def _on_value_changed(self) -> None:
        if not self._is_loading:
            self.salvo_changed.emit(self.salvo)
