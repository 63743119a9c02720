"""Actors chosen one by one: ticked chips for those in, a button with a list for the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from wargame.model.ids import ActorId
from wargame.ui.widgets.chips import ChipButton, ChipToggle
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import ActorLabel


class ActorChips(QWidget):
    """A word, the chosen actors, and Add.

    Signals:
        actors_chosen(object): The person changed the choice; a tuple of actor ids.
        rebuilt(): There are other chips now; whoever keeps the order of the Tab key sets it anew.
    """

    actors_chosen = Signal(object)
    rebuilt = Signal()

    def __init__(self, lead: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._labels: tuple[ActorLabel, ...] = ()
        self._chosen: tuple[ActorId, ...] = ()
        self._chips: list[ChipToggle] = []
        self.add = ChipButton("Add")
        self.add.setAccessibleName(f"Add: {name}")
        self.add.clicked.connect(self._on_add)
        self._flow = FlowLayout(self)
        self._flow.addWidget(TextLabel(lead, "table", 400, "t2"))
        self._flow.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def chosen(self) -> tuple[ActorId, ...]:
        """The chosen actors, in the order of the list."""
        return self._chosen

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (*self._chips, self.add)

    def set_choices(self, labels: Sequence[ActorLabel]) -> None:
        """Offer these actors."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self._rebuild()

    def set_chosen(self, chosen: Sequence[ActorId]) -> None:
        """Choose these actors without a signal."""
        wanted = set(chosen)
        known = [label.id for label in self._labels if label.id in wanted]
        kept = (*known, *(actor for actor in chosen if actor not in known))
        if kept != self._chosen:
            self._chosen = kept
            self._rebuild()

    def list_others(self) -> QMenu:
        """A list of the actors that are not in yet; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self._labels:
            if label.id not in self._chosen:
                action = menu.addAction(label.name.replace("&", "&&"))
                action.setData(str(label.id))
        menu.triggered.connect(lambda action: self._include(ActorId(action.data())))
        return menu

    def _on_add(self) -> None:
        place = self.add.mapToGlobal(QPoint(0, self.add.height()))
        self.list_others().popup(place)

    def _include(self, actor: ActorId) -> None:
        self.set_chosen((*self._chosen, actor))
        self.actors_chosen.emit(self._chosen)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _exclude(self, actor: ActorId) -> None:
        self.set_chosen(tuple(one for one in self._chosen if one != actor))
        self.actors_chosen.emit(self._chosen)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        names = {label.id: label.name for label in self._labels}
        while self._flow.count() > 1:
            self._flow.takeAt(self._flow.count() - 1)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for actor in self._chosen:
            chip = ChipToggle(names.get(actor, str(actor)), checked=True)
            chip.setAccessibleName(f"{self._name}: {chip.text()}, press to remove")
            chip.toggled.connect(lambda _on, one=actor: self._exclude(one))
            self._flow.addWidget(chip)
            chip.show()  # at once: Qt would do it later, and the next Tab would pass it by
            self._chips.append(chip)
        self._flow.addWidget(self.add)
        self.add.setVisible(len(self._chosen) < len(self._labels))
        self.updateGeometry()
        self.rebuilt.emit()
