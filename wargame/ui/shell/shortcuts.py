"""Every key of the window in one place, and the sheet that F1 opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import RADIUS_CHIP, SPACE_8, SPACE_12
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import TextLabel


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that act on the same screen: each the keys and what they do."""

    title: str
    keys: tuple[tuple[str, str], ...]


KEYS: Final = (
    KeyGroup(
        "Everywhere",
        (
            ("Ctrl+Enter", "The screen’s primary action"),
            ("Ctrl+K", "Everything that can be done here"),
            ("F1", "These shortcuts"),
            ("Ctrl+,", "Settings"),
            ("F6", "Next panel"),
            ("Shift+F6", "Panel before"),
            ("F11", "Full screen on or off"),
            ("Alt", "Menu bar"),
            ("Ctrl+Q", "Close the window; the game is saved"),
        ),
    ),
    KeyGroup(
        "Start page",
        (
            ("Ctrl+1", "Run an exercise"),
            ("Ctrl+2", "Practise solo"),
            ("Ctrl+3", "Learn"),
            ("Ctrl+L", "Go on with the last session"),
            ("Ctrl+O", "Open a file"),
            ("/", "Find a scenario"),
            ("Enter", "On a session: go on with it"),
        ),
    ),
    KeyGroup(
        "Set-up",
        (
            ("Enter", "On a seat: fill it. On a name: the next player"),
            ("Backspace", "On an empty name: remove the player"),
            ("Down", "On a role: the roles of this team"),
            ("Esc", "Back to the start page"),
        ),
    ),
    KeyGroup(
        "Control’s console",
        (
            ("F9", "Pause or resume the clock"),
            ("Ctrl+I", "Write something and send it now"),
            ("Ctrl+R", "Questions of teams"),
            ("S H K M", "On an inject: send, hold, skip, edit or move it"),
            ("Ctrl+Z", "Take the last step back"),
            ("Ctrl+Shift+Z", "Do again what was taken back"),
            ("Enter", "On a seat: pass the laptop to it. On an event: its working"),
            ("W", "The working of an event, also from what moved the index"),
            ("/", "Find an event, or a state of the actor"),
            ("Esc", "Take a lock back while it counts down; close an event"),
            ("Ctrl+H", "Hide the screen"),
            ("1 to 9", "Among the observers: mark this moment. N: a note. Delete: take back"),
            ("Ctrl+P", "Projector on or off"),
            ("B", "Blank the projector, or show it again"),
            ("Ctrl+T", "The map, the relations or a plot as a table"),
            ("Arrows", "On the map: move it. + and −: scale it. Home: show everything"),
        ),
    ),
    KeyGroup(
        "Adjudication",
        (
            ("Ctrl+Enter", "Record the ruling and open the next move"),
            ("Ctrl+Shift+A", "Accept every move that is ready"),
            ("+ and −", "In an argument: a reason for, a reason against"),
            ("Enter", "On an effect: type its final value. Delete: as proposed"),
            ("Ctrl+T", "How else it might have come out, as a table"),
            ("Alt+Left", "Back to the console"),
        ),
    ),
    KeyGroup(
        "Projector",
        (
            ("B", "Blank it, or show it again"),
            ("Ctrl+P", "Close it"),
        ),
    ),
    KeyGroup(
        "Team seat",
        (
            ("/", "Find a move"),
            ("N", "Write your own move"),
            ("Enter", "On a move: put it on the sheet"),
            ("Ctrl+1 … 3", "To an order of the sheet"),
            ("Delete", "On an order: drop it. On a rung: leave it unsaid"),
            ("Ctrl+Enter", "Seal the orders"),
            ("Ctrl+R", "Ask control, and read what came from it"),
            ("Ctrl+T", "How others may read it, as a table"),
            ("Ctrl+M", "What we know, on the map"),
            ("Ctrl+H", "Hide the screen"),
            ("Ctrl+W", "Save and leave, where you play alone"),
        ),
    ),
    KeyGroup(
        "Debrief, on the strip",
        (
            ("Left, Right", "One event back or on"),
            ("Shift+Left, Right", "One turn back or on"),
            ("Home, End", "To the beginning or the end"),
            ("Space", "Play or pause"),
            ("Shift and drag", "Why the meter moved from here to there"),
            ("B", "Keep this moment to come back to"),
            ("1 to 9", "Tag what is on screen, for the chosen objective"),
            ("Ctrl+B", "Branch from here"),
            ("Ctrl+T", "The plot as a table"),
        ),
    ),
    KeyGroup(
        "Hand-over",
        (
            ("0 to 9", "The PIN"),
            ("Enter", "Open the seat"),
        ),
    ),
)


class ShortcutList(QScrollArea):
    """All keys, by screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("Shortcuts")
        page = Surface("panel")
        lines = column(page, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        for group in KEYS:
            lines.addWidget(TextLabel(group.title, "body", 600))
            for keys, words in group.keys:
                lines.addWidget(_KeyLine(keys, words))
            lines.addSpacing(SPACE_8)
        lines.addStretch(1)
        self.setWidget(page)


class _KeyLine(QWidget):
    """What a key does, and the key in its box at the end."""

    def __init__(self, keys: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._words = keys, words
        self.setAccessibleName(f"{keys}: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        font = text_font("caption", 500)
        wide = max(20, text_width(self._keys, font) + 10)
        box = mirrored(self, QRect(self.width() - wide, 3, wide, 18))
        draw_box(painter, box, fill=colour("raised"), border=colour("line2"), radius=RADIUS_CHIP)
        draw_text(painter, box, self._keys, font, colour("t2"), align=CENTRE)
        words = mirrored(self, QRect(0, 0, self.width() - wide - 12, self.height()))
        draw_text(painter, words, self._words, text_font("table"), colour("t2"))
