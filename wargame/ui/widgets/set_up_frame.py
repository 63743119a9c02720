"""The screen on which a game is set up: seats at the start, one of them told, the game at the end.

Groups and students choose different things on it; where things stand is the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, PrimaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

_GAME_WIDTH = 344


class SetUpFrame(Surface):
    """A bar over three panels, and at the foot of the last one the button that begins.

    Args:
        title: What is played.
        subtitle: What is set up.
        begin: The words of the button that begins.

    Signals:
        home_wished(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.

    Attributes:
        start: The button that begins.
        words: The line over it.
        fault: The note over it that says why the game cannot begin.
    """

    home_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self, title: str, subtitle: str, begin: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("win", parent)
        self._title = TitleBlock(title, subtitle)
        self.words = TextLabel("", "table", 400, "t2")
        self.fault = FaultNote()
        self.start = PrimaryButton(begin, "play", shortcut="Ctrl+Return")

    def lay_out(
        self,
        seats: Panel,
        seats_width: int,
        middle: QWidget,
        game: str,
        fields: QWidget,
        actions: Sequence[QWidget] = (),
    ) -> None:
        """Put everything in its place; once.

        Args:
            seats: The seats.
            seats_width: Their width (px).
            middle: The current seat.
            game: The name of the panel for the game as a whole.
            fields: What that panel holds.
            actions: What stands in the bar beside theme and help.
        """
        whole = column(self)
        whole.addWidget(self._bar(actions))
        seats.setFixedWidth(seats_width)
        end = Panel(game)
        end.setFixedWidth(_GAME_WIDTH)
        end.body.addWidget(fields, 1)
        end.body.addWidget(Hairline())
        foot = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        for widget in (self.words, self.fault, self.start):
            foot.addWidget(widget)
        end.body.addLayout(foot)
        panels = row(spacing=0)
        panels.addWidget(seats)
        panels.addWidget(Hairline(vertical=True))
        panels.addWidget(middle, 1)
        panels.addWidget(Hairline(vertical=True))
        panels.addWidget(end)
        whole.addLayout(panels, 1)

    def _bar(self, actions: Sequence[QWidget]) -> TopBar:
        bar = TopBar()
        back = IconButton("chevron-left", "Back to the start page (Esc)")
        theme, shortcuts = ThemeButton(), IconButton("circle-help", "Shortcuts and help (F1)")
        bar.add_start(back)
        bar.add_start(self._title)
        for widget in (*actions, theme, shortcuts):
            bar.add_end(widget)
        back.clicked.connect(self.home_wished)
        theme.clicked.connect(self.theme_wished)
        shortcuts.clicked.connect(self.shortcuts_wished)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.home_wished)
        return bar
