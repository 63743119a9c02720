"""The kinds of buttons: one primary per screen, secondary boxes, quiet words, bare icons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import (
    CONTROL_HEIGHT,
    PRIMARY_HEIGHT,
    RADIUS_CHIP,
    SMALL_CONTROL_HEIGHT,
)
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.painted_button import ButtonLook, PaintedButton
from wargame.ui.widgets.text import set_tip

_PRIMARY = ButtonLook(
    height=PRIMARY_HEIGHT,
    padding=16,
    fill="accent_fill",
    hover="accent_fill_hover",
    pressed="accent_fill_pressed",
    border=None,
    ink="on_accent",
    icon_ink="on_accent",
    weight=600,
)
_SECONDARY = ButtonLook(height=CONTROL_HEIGHT)
_SMALL = ButtonLook(
    height=SMALL_CONTROL_HEIGHT, padding=8, style="table", icon_size=14, radius=RADIUS_CHIP
)
_QUIET = ButtonLook(
    height=CONTROL_HEIGHT,
    padding=8,
    fill=None,
    border=None,
    ink="t2",
    weight=400,
    checked_border=None,
)
_LINK = replace(
    _QUIET, height=SMALL_CONTROL_HEIGHT, padding=4, ink="accent", icon_ink="accent", style="table"
)
_ICON = ButtonLook(height=CONTROL_HEIGHT, padding=0, fill=None, border=None, checked_border=None)


class PrimaryButton(PaintedButton):
    """The screen's one main action, 40 px tall."""

    def __init__(
        self,
        text: str,
        icon: IconName | None = None,
        shortcut: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, _PRIMARY, icon=icon, shortcut=shortcut, hint=hint, parent=parent)


class SecondaryButton(PaintedButton):
    """Any other action in a box: 32 px, or 24 px when small; accent when it is suggested."""

    def __init__(
        self,
        text: str,
        icon: IconName | None = None,
        shortcut: str = "",
        hint: str = "",
        *,
        small: bool = False,
        suggested: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        look = _SMALL if small else _SECONDARY
        if suggested:
            look = replace(
                look, fill="accent_soft", border="accent_line", ink="accent", icon_ink="accent"
            )
        super().__init__(text, look, icon=icon, shortcut=shortcut, hint=hint, parent=parent)

    def hint_ink(self) -> ColourRole:
        return "t2" if self.isEnabled() else "t3"


class QuietButton(PaintedButton):
    """A word without a box until the pointer is on it."""

    def __init__(
        self,
        text: str,
        icon: IconName | None = None,
        shortcut: str = "",
        hint: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        look = replace(_QUIET, height=SMALL_CONTROL_HEIGHT, style="table") if small else _QUIET
        super().__init__(text, look, icon=icon, shortcut=shortcut, hint=hint, parent=parent)


class LinkButton(PaintedButton):
    """A word in the accent colour that leads somewhere."""

    def __init__(
        self, text: str, icon: IconName | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, _LINK, icon=icon, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(PaintedButton):
    """A bare outline in a square of 32 px; its name is the tip and what a screen reader says."""

    def __init__(
        self,
        icon: IconName,
        name: str,
        size: int = 16,
        shortcut: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        edge = SMALL_CONTROL_HEIGHT if small else CONTROL_HEIGHT
        look = replace(_ICON, height=edge, icon_size=size)
        super().__init__("", look, icon=icon, shortcut=shortcut, parent=parent)
        self._hint = ""
        self.set_name(name)
        self.setFixedSize(QSize(edge, edge))

    def set_name(self, name: str) -> None:
        """Say something else, such as Resume after Pause."""
        set_tip(self, name)
        self.setAccessibleName(name)
