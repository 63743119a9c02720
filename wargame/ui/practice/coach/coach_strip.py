"""The coach above the work: one short remark at a time, with what it cites, folded by a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.advice import About
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import IconButton, LinkButton
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, Surface, column, empty, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.advice import Remark

_LABELS: Final[dict[About, tuple[str, IconName]]] = {
    About.READING: ("Read as", "eye"),
    About.RISK: ("Risk", "trending-up"),
    About.OTHERWISE: ("Another way", "corner-down-right"),
    About.PRECEDENT: ("Before", "history"),
    About.MISSED: ("Missed", "search"),
}
_WAITS: Final = "The risk is being worked out; it will be said in numbers."
_ROOM: Final = 48
"""Height of a remark and its links (px) below which the strip would jump from one to the next."""


class CoachStrip(Surface):
    """Remarks behind labels of which one is read.

    Signals:
        order_wished(object): Bring this Order into the composer.
        event_wished(int): Open this event, as the seat counts it.
        folded(bool): Whether the person folded the strip.
    """

    order_wished = Signal(object)
    event_wished = Signal(int)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.setAccessibleName("Coach")
        self._remarks: tuple[Remark, ...] = ()
        self._is_folded = False
        self.labels = SegmentedControl((), "What the coach speaks of", small=True)
        self.labels.current_changed.connect(lambda _: self._show_remark())
        self._gist = ElidedLabel("", "table", 400, "t2")
        self.fold = IconButton("chevron-up", "Fold the coach", 14, small=True)
        self.fold.clicked.connect(self._on_fold)
        head = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_4, SPACE_8, SPACE_4))
        head.addWidget(IconLabel("message-square", size=14))
        head.addWidget(TextLabel("Coach", "table", 600))
        head.addWidget(self.labels)
        head.addWidget(self._gist, 1)
        head.addWidget(self.fold)
        self._body = QWidget()
        self._body.setMinimumHeight(_ROOM)
        lines = column(self._body, spacing=SPACE_4, margins=(SPACE_12, 0, SPACE_12, SPACE_8))
        self._words = Paragraph("", "table")
        lines.addWidget(self._words)
        self._cited = QWidget()
        self._links = FlowLayout(self._cited, gap=SPACE_4)
        lines.addWidget(self._cited)
        lines.addStretch(1)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(self._body)
        whole.addWidget(Hairline())
        self.hide()

    @property
    def words(self) -> str:
        """The remark that is read."""
        return self._words.text()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Everything that the coach says now."""
        return self._remarks

    @property
    def is_folded(self) -> bool:
        """Whether only one line is shown."""
        return self._is_folded

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show what the coach says; without remarks the strip takes no room."""
        if tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        abouts = dict.fromkeys(remark.about for remark in self._remarks)
        self.labels.set_segments([(str(about), *_LABELS[about]) for about in abouts])
        self.setVisible(bool(self._remarks))
        self._show_remark()

    def set_folded(self, *, folded: bool) -> None:
        """Fold or unfold without a signal."""
        self._is_folded = folded
        self.fold.set_icon("chevron-down" if folded else "chevron-up")
        self.fold.set_name("Unfold the coach" if folded else "Fold the coach")
        self._body.setVisible(not folded)
        self._show_remark()

    def current(self) -> tuple[Remark, ...]:
        """The remarks that are read: those about the same thing."""
        return tuple(r for r in self._remarks if str(r.about) == self.labels.current())

    def _show_remark(self) -> None:
        remarks = self.current()
        if not remarks:
            return
        parts = [remark.words for remark in remarks if remark.words]
        if any(remark.waits for remark in remarks):
            parts.append(_WAITS)
        self._words.set_text("\n".join(parts))
        self._gist.setText(parts[0] if self._is_folded else "")
        several = len({remark.about for remark in self._remarks}) > 1
        self.labels.setVisible(not self._is_folded and several)
        empty(self._links)
        for remark in remarks:
            self._add_links(remark)
        self._cited.setVisible(self._links.count() > 0)

    def _add_links(self, remark: Remark) -> None:
        """What a remark offers and cites."""
        if remark.order is not None:
            take = LinkButton("Bring it into the composer", "corner-down-right")
            take.clicked.connect(partial(self.order_wished.emit, remark.order))
            self._links.addWidget(take)
        for number in remark.known:
            link = LinkButton(f"Event {number}")
            link.clicked.connect(partial(self.event_wished.emit, number))
            self._links.addWidget(link)
        if remark.sources:
            cited = TextLabel(_sources(remark.sources), "caption", 400, "t3")
            set_tip(cited, "\n".join(remark.sources))
            self._links.addWidget(cited)

    def _on_fold(self) -> None:
        self.set_folded(folded=not self._is_folded)
        self.folded.emit(self._is_folded)


def _sources(titles: Sequence[str]) -> str:
    """The source, or how many there are; the tip has their titles.

    >>> _sources(("One", "Two"))
    '2 sources'
    """
    return f"Source: {titles[0]}" if len(titles) == 1 else f"{len(titles)} sources"
