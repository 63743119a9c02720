"""The head of an opened move: who does what to whom, at which rung, and a line of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.model.ruling_views import Queue
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.moments import wall_words
from wargame.ui.theme.item_roles import ActorValue, RungValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wargame.model.ids import ActorId
    from wargame.model.ruling_views import CaseView
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

_NOBODY: Final = ActorValue("unknown", "")


class CaseHead(Surface):
    """Two lines: the move, and the facts about its order."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._scale = scale
        self._actor = ActorBadge(_NOBODY)
        self._name = TextLabel("", "title", 600)
        self._words = ElidedLabel("", "title", 400)
        self._arrow = IconLabel("arrow-right", "", "table", "t2", size=14)
        self._target = ActorBadge(_NOBODY)
        self._rung = RungLabel(RungValue(None))
        self._why = Paragraph("", "table", "warn")
        line = row(spacing=SPACE_12)
        line.addWidget(self._actor)
        line.addWidget(self._name)
        line.addWidget(self._words, 1)
        line.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._target)
        line.addWidget(self._rung, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = column(self, spacing=SPACE_4, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_8))
        lines.addLayout(line)
        lines.addWidget(self._why)

    def show_case(self, view: CaseView, labels: Mapping[ActorId, ActorLabel]) -> None:
        """Show which move it is."""
        label = labels.get(view.row.case.seat)
        _show_badge(self._actor, label)
        self._name.setText(label.name if label is not None else view.row.case.seat)
        self._words.setText(view.row.words.splitlines()[0] if view.row.words else "")
        target = view.row.target
        self._arrow.setVisible(target is not None)
        _show_badge(self._target, labels.get(target) if target is not None else None)
        self._rung.set_value(rung_value(self._scale, view.row.rung))
        asks = view.row.queue is Queue.JUDGEMENT and not view.row.case.is_written
        note = f"Asks for your judgement: {view.row.note}" if asks else ""
        self._why.set_text(note)
        self._why.setVisible(bool(note))
        set_tip(self._words, view.row.words)


def _show_badge(badge: ActorBadge, label: ActorLabel | None) -> None:
    badge.setVisible(label is not None)
    if label is not None:
        badge.set_actor(actor_value(label))


class FactsLine(QWidget):
    """Sealed at, overt, warned, meant as; and the seat's own reasons for the debrief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Paragraph("", "table", "t2")
        lines = column(self, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        lines.addWidget(self._facts)

    def show_case(self, view: CaseView) -> None:
        """Show the facts of an order."""
        sealed = f"Sealed {wall_words(view.row.sealed_at)[:5]}" if view.row.sealed_at else ""
        parts = [sealed, *view.facts]
        words = "   \u00b7   ".join(filter(None, parts))
        for what, text in (("Message", view.order.message), ("Rationale", view.order.rationale)):
            if text:
                words += f"\n{what}: {text}"
        self._facts.set_text(words)
