"""The sheet of settings: size, colours, movement, language."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.shell.motion import MotionChoice
from wargame.ui.shell.settings import LANGUAGES, SCALES, WindowSettings
from wargame.ui.theme.metrics import SPACE_4, SPACE_16
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import Paragraph, TextLabel

_LATER = "Takes effect when the program is started again. Everything grows with the text."


_TOO_LARGE = "The window would be larger than this screen."
SMALLEST = (1280, 720)
"""The least room that the window needs, at 100 %."""


def fits(wanted: int, present: int, room: QSize) -> bool:
    """Whether the window has room at another size.

    Args:
        wanted: That size, in per cent.
        present: The size in force, in per cent.
        room: The room of the screen at the size in force.
    """
    grows = wanted / present
    return SMALLEST[0] * grows <= room.width() and SMALLEST[1] * grows <= room.height()


class SettingsSheet(Surface):
    """Each choice is kept at once; nothing has to be confirmed.

    Signals:
        theme_chosen(str): ``system``, ``dark`` or ``light``.
        motion_chosen(str): ``system`` or ``reduced``.
    """

    theme_chosen = Signal(str)
    motion_chosen = Signal(str)

    def __init__(self, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._settings = settings
        self.scale = ChoiceBox([(str(size), f"{size} %") for size in SCALES], "Size of everything")
        self.scale.view().setAccessibleName("Sizes")
        self.theme = SegmentedControl(
            [("system", "As the system", "monitor"), ("dark", "Dark", "moon"),
             ("light", "Light", "sun")],
            "Colours",
        )  # fmt: skip
        self.motion = SegmentedControl(
            [("system", "As the system", None), ("reduced", "Reduced", None)], "Movement"
        )
        self.language = ChoiceBox(LANGUAGES, "Language")
        self.language.view().setAccessibleName("Languages")
        for size in SCALES:
            if not fits(size, settings.scale, self.screen().availableSize()):
                self.scale.set_closed(str(size), _TOO_LARGE)
        self.scale.set_current_key(str(settings.scale))
        self.theme.set_current(settings.theme)
        self.motion.set_current(settings.motion)
        self.language.set_current_key(settings.language)
        self._later = Paragraph(_LATER, "table", "t3")
        whole = column(self, spacing=SPACE_4)
        for label, control, note in (
            ("Size", self.scale, self._later),
            ("Colours", self.theme, None),
            ("Movement", self.motion, Paragraph("Nothing fades, slides or blinks.", "table", "t3")),
            (
                "Language",
                self.language,
                Paragraph("Other languages can be added as they are translated.", "table", "t3"),
            ),
        ):
            whole.addWidget(TextLabel(label, "table", 500, "t2"))
            whole.addWidget(control)
            if note is not None:
                whole.addWidget(note)
            whole.addSpacing(SPACE_16)
        whole.addStretch(1)
        self.scale.key_changed.connect(self._on_scale)
        self.theme.current_changed.connect(self.theme_chosen)
        self.motion.current_changed.connect(self._on_motion)
        self.language.key_changed.connect(self._on_language)

    def _on_scale(self, key: str) -> None:
        self._settings.scale = int(key)

    def _on_motion(self, key: str) -> None:
        self._settings.motion = cast("MotionChoice", key)
        self.motion_chosen.emit(key)

    def _on_language(self, key: str) -> None:
        self._settings.language = key
