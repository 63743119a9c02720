"""One slot of the sheet: its number, its order, how it stands; or free, or about to be filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wargame.ui.team.wrapping import draw_wrapped, wrapped
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import RungValue
from wargame.ui.theme.metrics import RADIUS_CHIP, RADIUS_CONTROL
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.widgets.band_glyph import GLYPH_WIDTH, draw_rung, rung_text, spoken_rung
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.text import set_tip

HEIGHT: Final = 56
_NUMBER: Final = 20
_LEFT: Final = 12
_DROP: Final = 24


@dataclass(frozen=True, slots=True)
class SlotShown:
    """What a card shows.

    Attributes:
        slot: Number from 1.
        title: The move; empty for a free slot.
        below: Muted words under it.
        rung: The move's rung.
        is_current: Whether it is the one in the composer.
        is_offer: Whether the move only stands in the composer and not on the sheet yet.
        fault: Why it cannot be sealed; empty when it can.
        is_unfinished: Whether it only lacks what ``below`` names.
    """

    slot: int
    title: str = ""
    below: str = ""
    rung: RungValue | None = None
    is_current: bool = False
    is_offer: bool = False
    fault: str = ""
    is_unfinished: bool = False

    @property
    def words(self) -> str:
        """The card as a sentence."""
        if not self.title:
            return f"Order {self.slot}, free"
        parts = [f"Order {self.slot}", self.title, self.below]
        if self.is_current and not self.is_offer:
            parts.append("editing")
        if self.rung is not None:
            parts.append(spoken_rung(self.rung))
        parts.append(self.fault)
        return ", ".join(filter(None, parts))


class OrderCard(QAbstractButton):
    """A slot; pressing it brings its order into the composer.

    Signals:
        drop_wished(): The order is not wanted any more.
    """

    drop_wished = Signal()

    def __init__(self, slot: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = SlotShown(slot)
        self.drop = IconButton("x", f"Drop order {slot}", 14, small=True, parent=self)
        self.drop.clicked.connect(self.drop_wished)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_slot(self._shown)

    @property
    def shown(self) -> SlotShown:
        """What the card shows."""
        return self._shown

    def show_slot(self, shown: SlotShown) -> None:
        """Show another state."""
        self._shown = shown
        self.drop.setVisible(bool(shown.title) and not shown.is_offer)
        self.setAccessibleName(shown.words)
        set_tip(self, shown.fault or f"{shown.words} (Ctrl+{shown.slot})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180 if self._shown.title else 84, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(140 if self._shown.title else 84, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self.drop.isVisible():
            self.drop_wished.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        shown = self._shown
        is_marked = shown.is_current
        draw_box(
            painter,
            self.rect(),
            fill=colour("accent_soft" if is_marked else "raised" if self.underMouse() else "panel"),
            border=colour("accent_line" if is_marked else "line2"),
            radius=RADIUS_CONTROL,
            dashed=not shown.title or shown.is_offer,
        )
        box = mirrored(self, QRect(_LEFT, (HEIGHT - _NUMBER) // 2, _NUMBER, _NUMBER))
        draw_box(
            painter,
            box,
            fill=colour("accent_fill" if is_marked else "hover"),
            radius=RADIUS_CHIP,
        )
        digit = colour("on_accent" if is_marked else "t2")
        draw_text(painter, box, str(shown.slot), text_font("table", 600), digit, align=CENTRE)
        left = _LEFT + _NUMBER + 10
        if not shown.title:
            words = mirrored(self, QRect(left, 0, self.width() - left - 8, HEIGHT))
            draw_text(painter, words, "Free", text_font("table"), colour("t3"))
        else:
            self._paint_order(painter, left)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _paint_order(self, painter: QPainter, left: int) -> None:
        shown = self._shown
        width = self.width() - left - (_DROP + 8 if not shown.is_offer else 12)
        lines = wrapped(shown.title, "body", 500, width, 2)
        tall = 18 * len(lines) + 16
        top = (HEIGHT - tall) // 2
        for number, line in enumerate(lines):
            place = mirrored(self, QRect(left, top + 18 * number, width, 18))
            draw_wrapped(painter, place, (line,), "body", 500, colour("t1"))
        below = top + 18 * len(lines)
        room = width
        if shown.rung is not None and not shown.fault:
            wide = GLYPH_WIDTH + 4 + text_width(rung_text(shown.rung), text_font("table", 600))
            spot = mirrored(self, QRect(left, below, wide, 16))
            draw_rung(painter, spot, shown.rung, colour("t1"))
            room -= wide + 8
            left += wide + 8
        if shown.fault:
            spot = mirrored(self, QRect(left, below, 14, 16))
            draw_icon(painter, spot, "triangle-alert", colour("warn"), 12)
            room -= 18
            left += 18
        words = mirrored(self, QRect(left, below, room, 16))
        text = shown.below if not shown.fault or shown.is_unfinished else "Left out"
        editing = ", ".join(filter(None, (text, "editing")))
        if (
            shown.is_current
            and not shown.is_offer
            and text_width(editing, text_font("table")) <= room
        ):
            text = editing
        draw_text(painter, words, text, text_font("table"), colour("warn" if shown.fault else "t3"))

    def _place_drop(self) -> None:
        spot = QRect(self.width() - _DROP - 6, 6, _DROP, _DROP)
        self.drop.setGeometry(mirrored(self, spot))
