"""Small toggles and actions of 24 px, set side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import RADIUS_CHIP, SMALL_CONTROL_HEIGHT
from wargame.ui.widgets.painted_button import ButtonLook, PaintedButton

_CHIP = ButtonLook(
    height=SMALL_CONTROL_HEIGHT,
    padding=8,
    fill=None,
    ink="t2",
    icon_ink="t3",
    style="table",
    icon_size=12,
    radius=RADIUS_CHIP,
)


class ChipToggle(PaintedButton):
    """A choice that is on (ticked, accent) or off (outlined)."""

    def __init__(
        self,
        text: str,
        icon: IconName | None = None,
        *,
        checked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._idle_icon = icon
        super().__init__(text, _CHIP, icon=icon, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self.setChecked(checked)

    def _on_toggled(self, checked: bool) -> None:
        # The tick makes on and off differ without colour.
        self.set_icon("check" if checked else self._idle_icon)


class ChipButton(PaintedButton):
    """A small action among chips, such as Add."""

    def __init__(
        self, text: str, icon: IconName | None = "plus", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, replace(_CHIP, fill=None), icon=icon, parent=parent)
