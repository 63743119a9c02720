"""Movement on the screen: what the toolkit animates, still where people want it still."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

MotionChoice = Literal["system", "reduced"]

_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion:
    """Remembers how the system had it, so that the choice can be taken back."""

    def __init__(self, app: QApplication, choice: MotionChoice = "system") -> None:
        self._app = app
        self._blink = app.cursorFlashTime()
        self._effects = {effect: app.isEffectEnabled(effect) for effect in _EFFECTS}
        self.set_choice(choice)

    def set_choice(self, choice: MotionChoice) -> None:
        """Let the system decide, or let nothing fade, slide or blink."""
        still = choice == "reduced"
        self._app.setCursorFlashTime(0 if still else self._blink)
        for effect, enabled in self._effects.items():
            self._app.setEffectEnabled(effect, enabled and not still)
