"""The chosen event in full: weapons, losses, reasons, and who learned of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from wargame.ui.facilitator.event_columns import EventWords, moved_words
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.theme.item_roles import ActorValue, RungValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.theme.paint import mirrored, start_painting
from wargame.ui.widgets.actor_badge import actor_width, draw_actor, draw_from_to
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.console_view import EventRow

_TALLEST: Final = 112
"""Height of the words (px); longer ones scroll."""

_ARROW: Final = 24


class _FromTo(QWidget):
    """Badges of who acted on whom, as the table shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: ActorValue | tuple[ActorValue, ActorValue] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(
        self, value: ActorValue | tuple[ActorValue, ActorValue] | None, words: str
    ) -> None:
        self._value = value
        self.setVisible(value is not None)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if isinstance(self._value, tuple):
            return QSize(sum(actor_width(v) for v in self._value) + _ARROW, 16)
        return QSize(actor_width(self._value) if self._value else 0, 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        spot = mirrored(self, QRect(0, 0, self.width(), self.height()))
        if isinstance(self._value, tuple):
            draw_from_to(painter, spot, *self._value)
        elif self._value is not None:
            draw_actor(painter, spot, self._value)


class EventDetail(Surface):
    """A strip under the table; takes no room while nothing is chosen.

    Signals:
        closed(): The person has read it.
        working_wished(int): Number of the event whose working is wished for.
    """

    closed = Signal()
    working_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._when = TextLabel("", "table", 400, "t3")
        self._from_to = _FromTo()
        self._rung = RungLabel(RungValue(None))
        self._facts = TextLabel("", "table", 400, "t2")
        self._title = Paragraph("", "body", weight=600)
        self._detail = Paragraph("", "table", "t2")
        self._learned = Paragraph("", "table", "t3")
        self.close_button = IconButton("x", "Close the detail (Esc)", 14, small=True)
        self.close_button.clicked.connect(self.closed)
        self._number = 0
        self.working_button = SecondaryButton("Working", "list-ordered", hint="Enter", small=True)
        set_tip(self.working_button, "Open the working of this event: equations, inputs, draws")
        self.working_button.clicked.connect(self._on_working)
        head = row(spacing=SPACE_12, margins=(SPACE_12, SPACE_4, SPACE_8, 0))
        for part in (self._when, self._from_to, self._rung, self._facts):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.working_button)
        head.addWidget(self.close_button)
        self._words = Surface("panel")
        words = column(self._words, spacing=SPACE_4, margins=(SPACE_12, 0, SPACE_12, SPACE_8))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addWidget(self._learned)
        words.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._words)
        whole = column(self)
        whole.addWidget(Hairline(strong=True))
        whole.addLayout(head)
        whole.addWidget(self._scroll)
        self.hide()

    def show_event(self, event: EventRow, words: EventWords) -> None:
        """Show an event."""
        self._number = event.number
        self._when.setText(f"{event.turn_words} · {event.when}")
        self._from_to.set_value(words.from_to(event), words.between(event))
        self._rung.set_value(rung_value(words.scale, event.rung))
        self._rung.setVisible(event.rung is not None)
        facts = [event.attribution] if event.attribution else []
        if round(event.index_change, 1):
            facts.append(f"index {moved_words(event.index_change)}")
        self._facts.setText(" · ".join(facts))
        self._title.set_text(event.words)
        for part, text in ((self._detail, event.detail), (self._learned, event.learned)):
            part.set_text(text)
            part.setVisible(bool(text))
        self.setAccessibleName(f"Event {event.number}: {event.words}")
        self.setAccessibleDescription(" ".join(filter(None, (event.detail, event.learned))))
        self.show()
        self._fit()

    def _on_working(self) -> None:
        self.working_wished.emit(self._number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the words need at this width; beyond a limit they scroll."""
        layout = self._words.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width())
        if needed > _TALLEST:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            needed = layout.totalHeightForWidth(self.width() - bar)
        # A scroll area alone would never make its words lower than they are at a narrow width.
        self._words.setFixedHeight(needed)
        self._scroll.setFixedHeight(min(_TALLEST, needed))
