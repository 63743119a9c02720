"""The base of our buttons: icon, label, count and shortcut hint on a painted box.

Qt's own button cannot place a hint chip at its far end, and a style sheet on it would fix its
height; so the look is a small value here, and the behaviour stays QAbstractButton's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import StyleName, Weight, text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import FOCUS_GAP, RADIUS_CHIP, RADIUS_CONTROL
from wargame.ui.theme.paint import (
    CENTRE,
    START,
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.theme.tokens import ColourRole

_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """Everything that differs between kinds of buttons; None draws nothing."""

    height: int = 32
    padding: int = 12
    fill: ColourRole | None = "raised"
    hover: ColourRole | None = "hover"
    pressed: ColourRole | None = "sunken"
    border: ColourRole | None = "line2"
    ink: ColourRole = "t1"
    icon_ink: ColourRole = "t2"
    style: StyleName = "body"
    weight: Weight = 500
    icon_size: int = 16
    radius: int = RADIUS_CONTROL
    checked_fill: ColourRole | None = "accent_soft"
    checked_border: ColourRole | None = "accent_line"
    checked_ink: ColourRole = "accent"


@dataclass(frozen=True, slots=True)
class ButtonParts:
    """Where the parts of a button lie, left to right; empty rectangles for parts it lacks."""

    icon: QRect
    text: QRect
    count: QRect
    hint: QRect


def lay_out_button(
    size: QSize, padding: int, part_widths: tuple[int, int, int, int]
) -> ButtonParts:
    """Rectangles of icon, text, count and hint from their widths (px, 0 for none).

    Parts are centred together; with a hint, label parts keep to the start and the hint to the end.
    """
    icon, text, count, hint = part_widths
    icon, text, count, hint = part_widths
    widths = [w for w in (icon, text, count) if w]
    used = sum(widths) + _GAP * max(0, len(widths) - 1)
    room = size.width() - 2 * padding
    x = padding if hint else padding + max(0, (room - used) // 2)
    end = size.width() - padding - (hint + _GAP if hint else 0)
    places = []
    for width in (icon, text, count):
        kept = min(width, max(0, end - x))
        places.append(QRect(x, 0, kept, size.height()) if width else QRect())
        x += kept + _GAP if width else 0
    hint_rect = QRect(size.width() - padding - hint, (size.height() - 18) // 2, hint, 18)
    return ButtonParts(places[0], places[1], places[2], hint_rect if hint else QRect())


def hint_text(shortcut: str) -> str:
    """A shortcut as it is printed: ``Ctrl+Enter``."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")


class PaintedButton(QAbstractButton):
    """A button that paints itself from a :class:`ButtonLook`.

    Args:
        text: The label, a verb.
        look: Colours and lengths.
        icon: Outline before the label.
        shortcut: Keys that press the button while it is visible and enabled, printed as a hint.
        hint: Keys that are only printed, where someone else listens for them.
    """

    def __init__(
        self,
        text: str,
        look: ButtonLook,
        *,
        icon: IconName | None = None,
        shortcut: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._count: int | None = None
        self._hint = hint_text(shortcut or hint) if (shortcut or hint) else ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(text_font(look.style, look.weight))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.height)
        if shortcut:
            self._listen_for(shortcut)

    @property
    def hint(self) -> str:
        """The keys that are printed; empty for none."""
        return self._hint

    def keys(self) -> str:
        """The keys that press it, as they are printed; empty for none."""
        own = self.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return self._hint or next((hint_text(s.key().toString()) for s in own), "")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        if self.accessibleName() == self.text():
            self.setAccessibleName(text)
        super().setText(text)
        self.updateGeometry()

    def set_icon(self, icon: IconName | None) -> None:
        """Show another outline, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_count(self, count: int | None) -> None:
        """Show a number in a small box after the label, or none."""
        self._count = count
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Print other keys at the far end."""
        self._hint = hint_text(hint) if hint else ""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon, text, count, hint = self._widths()
        widths = [w for w in (icon, text, count, hint) if w]
        gaps = _GAP * max(0, len(widths) - 1) + (_GAP if hint else 0)
        return QSize(sum(widths) + gaps + 2 * self._look.padding, self._look.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.EnabledChange, QEvent.Type.PaletteChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        self.paint_box(painter)
        self.paint_parts(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look.radius)

    @property
    def _is_accent(self) -> bool:
        """Whether the box has the colour of the focus ring, so that the ring needs a gap."""
        return self._look.fill == "accent_fill"

    def paint_box(self, painter: QPainter) -> None:
        """Fill and border for the state the button is in."""
        look = self._look
        fill, border = look.fill, look.border
        if not self.isEnabled():
            fill, border = ("raised" if fill else None), ("line" if fill or border else None)
        elif self.isChecked():
            fill, border = look.checked_fill, look.checked_border
        elif self.isDown():
            fill = look.pressed
        elif self.underMouse():
            fill = look.hover
        if fill or border:
            gap = FOCUS_GAP if self._is_accent and self.hasFocus() else 0
            draw_box(
                painter,
                self.rect().adjusted(gap, gap, -gap, -gap),
                fill=colour(fill) if fill else None,
                border=colour(border) if border else None,
                radius=look.radius - gap / 2,
            )

    def paint_parts(self, painter: QPainter) -> None:
        """Icon, label, count and hint."""
        look = self._look
        parts = lay_out_button(self.size(), look.padding, self._widths())
        ink, icon_ink = self._inks()
        if self._icon:
            draw_icon(
                painter, mirrored(self, parts.icon), self._icon, colour(icon_ink), look.icon_size
            )
        if self.text():
            rect = mirrored(self, parts.text)
            draw_text(painter, rect, self.text(), self.font(), colour(ink), align=START)
        if self._count is not None:
            box = mirrored(self, parts.count)
            box = QRect(box.left(), (self.height() - 18) // 2, box.width(), 18)
            draw_box(painter, box, fill=colour("hover"), radius=RADIUS_CHIP)
            font = text_font("caption", 600)
            draw_text(painter, box, str(self._count), font, colour(ink), align=CENTRE)
        if self._hint:
            box = mirrored(self, parts.hint)
            edge = colour(ink)
            edge.setAlphaF(0.45)
            draw_box(painter, box, border=edge, radius=RADIUS_CHIP)
            font = text_font("caption", 500)
            draw_text(painter, box, self._hint, font, colour(self.hint_ink()), align=CENTRE)

    def hint_ink(self) -> ColourRole:
        """Token of the hint's text."""
        return self._inks()[0]

    def _inks(self) -> tuple[ColourRole, ColourRole]:
        look = self._look
        if not self.isEnabled():
            return "t3", "t3"
        if self.isChecked():
            return look.checked_ink, look.checked_ink
        return look.ink, look.icon_ink

    def _widths(self) -> tuple[int, int, int, int]:
        small = text_font("caption", 600)
        return (
            self._look.icon_size if self._icon else 0,
            text_width(self.text(), self.font()) if self.text() else 0,
            max(18, text_width(str(self._count), small) + 8) if self._count is not None else 0,
            max(18, text_width(self._hint, small) + 8) if self._hint else 0,
        )

    def _listen_for(self, shortcut: str) -> None:
        keys = [QKeySequence(shortcut)]
        if "Return" in shortcut:
            keys.append(QKeySequence(shortcut.replace("Return", "Enter")))
        listener = QShortcut(self)
        listener.setKeys(keys)
        # A key held down must not answer the question that its first press asked.
        listener.setAutoRepeat(False)
        listener.activated.connect(self.click)
