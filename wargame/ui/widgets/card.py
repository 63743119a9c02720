"""A large thing to choose: a scenario, an action, a seat."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import FOCUS_GAP, RADIUS_CARD, RADIUS_CHIP
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.painted_button import hint_text
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph

_ICON_BOX: Final = 40
_PADDING: Final = 16


class Card(QAbstractButton):
    """A box with title and text, and room below for more rows.

    Attributes:
        body: Layout under the text.

    Signals:
        double_clicked(): The person means it: open at once.
    """

    double_clicked = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        icon: IconName | None = None,
        hint: str = "",
        *,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._hint = hint_text(hint) if hint else ""
        self._filled = False
        self.setCheckable(checkable)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._title = ElidedLabel(title, "title", 600)
        self._text = Paragraph(text, "table" if icon else "body", "t2")
        whole = row(self, spacing=0, margins=(_PADDING, 12, _PADDING, 16))
        if icon:
            whole.addSpacing(_ICON_BOX + _PADDING)
        layout = column(spacing=4)
        whole.addLayout(layout, 1)
        head = row(spacing=8)
        head.addWidget(self._title, 1)
        if self._hint:
            head.addSpacing(text_width(self._hint, text_font("caption", 500)) + 18)
        layout.addLayout(head)
        layout.addWidget(self._text)
        self.body: QVBoxLayout = column(spacing=8)
        layout.addLayout(self.body, 1)
        for part in (self._title, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keys(self) -> str:
        """The keys that are printed in its corner; empty for none."""
        return self._hint

    def set_filled(self, filled: bool) -> None:
        """Make it the accent card, for the first of several actions."""
        self._filled = filled
        self._title.set_ink("on_accent" if filled else "t1")
        self._text.set_ink("on_accent" if filled else "t2")
        self.update()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 88)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            self.double_clicked.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        fill, border = self._box()
        # A chosen card has an accent border of its own; it draws back to let the ring be seen.
        gap = FOCUS_GAP if self.hasFocus() and (self._filled or self.isChecked()) else 0
        draw_box(
            painter,
            self.rect().adjusted(gap, gap, -gap, -gap),
            fill=colour(fill),
            border=colour(border) if border else None,
            radius=RADIUS_CARD - gap / 2,
            width=2 if self.isChecked() else 1,
        )
        ink = colour("on_accent" if self._filled else "t2")
        if self._icon:
            box = mirrored(self, QRect(_PADDING, _PADDING, _ICON_BOX, _ICON_BOX))
            ground = colour("on_accent") if self._filled else colour("raised")
            if self._filled:
                ground.setAlphaF(0.18)
            draw_box(painter, box, fill=ground, radius=RADIUS_CARD)
            draw_icon(
                painter, box, self._icon, colour("on_accent" if self._filled else "accent"), 20
            )
        if self._hint:
            font = text_font("caption", 500)
            wide = text_width(self._hint, font) + 10
            box = mirrored(self, QRect(self.width() - _PADDING - wide, 13, wide, 18))
            edge = colour("on_accent" if self._filled else "line2")
            draw_box(painter, box, border=edge, radius=RADIUS_CHIP)
            draw_text(painter, box, self._hint, font, ink, align=CENTRE)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), RADIUS_CARD)

    def _box(self) -> tuple[ColourRole, ColourRole | None]:
        if self._filled:
            return ("accent_fill_hover" if self.underMouse() else "accent_fill"), None
        fill: ColourRole = "raised" if self.underMouse() else "panel"
        return fill, "accent" if self.isChecked() else "line2"
