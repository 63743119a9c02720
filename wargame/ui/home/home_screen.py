"""The start page: what one can begin, the scenarios, and the sessions to come back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wargame.ui.home.action_cards import ActionCards
from wargame.ui.home.words import note_words, shelf_words
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_48
from wargame.ui.widgets.bars import TopBar
from wargame.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.play.library import SessionCard
    from wargame.play.scenario_cards import ScenarioCard
    from wargame.ui.home.scenario_shelf import ScenarioShelf
    from wargame.ui.home.session_table import SessionTable


class HomeScreen(Surface):
    """The start page; shelf and sessions appear when they are given.

    Signals:
        exercise_wished(object): Run this ScenarioCard as an exercise.
        solo_wished(object): Practise alone with this ScenarioCard.
        learn_wished(): The tutorial and the exercises.
        session_wished(object, str): A SessionCard and "continue", "debrief", "open",
            "folder" or "recover".
        compare_wished(object): Compare the sessions at these paths, a tuple.
        note_wished(object): The note for participants of this ScenarioCard.
        folder_wished(object): Show this Path among the person's files.
        file_wished(): Open a file or folder.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    exercise_wished = Signal(object)
    solo_wished = Signal(object)
    learn_wished = Signal()
    session_wished = Signal(object, str)
    compare_wished = Signal(object)
    note_wished = Signal(object)
    folder_wished = Signal(object)
    file_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        self._now = now
        self._shelf: ScenarioShelf | None = None
        self._table: SessionTable | None = None
        self._last: SessionCard | None = None
        self._sessions: tuple[SessionCard, ...] = ()
        self._titles: dict[str, str] = {}
        self.first_row = ActionCards()
        self._shelf_title = TextLabel("Scenarios", "title", 600)
        self._shelf_count = TextLabel("", "table", 400, "t3")
        self.search = SearchField("Find a scenario", "/")
        self._open = SecondaryButton("Open a file", "folder-open", shortcut="Ctrl+O")
        self.note = LinkButton("Note for participants")
        self._note_words = ElidedLabel("", "table", 400, "t2")
        self._sessions_title = TextLabel("Recent sessions", "title", 600)
        self._sessions_aside = TextLabel("", "table", 400, "t3")
        self._no_sessions = TextLabel("", "body", 400, "t3")
        self._lay_out()
        self._connect()

    def show_scenarios(self, cards: tuple[ScenarioCard, ...]) -> None:
        """Show the scenarios there are."""
        shelf = self._made_shelf()
        shelf.show_cards(cards)
        self._titles = {card.id: card.title for card in cards if not card.error}
        if self._sessions:
            self.show_sessions(self._sessions)
        own = sum(not card.bundled for card in cards)
        self._shelf_count.setText(shelf_words(len(cards) - own, own))
        self._on_chosen()
        self._tell_empty()

    def show_sessions(self, cards: tuple[SessionCard, ...]) -> None:
        """Show the sessions there are, newest first."""
        from wargame.ui.home.session_rows import THRESHOLD, last_unfinished

        self._sessions = cards
        table = self._made_table() if cards or self._table is not None else None
        if table is not None:
            table.show_cards(cards, self._titles)
            table.setVisible(bool(cards))
        self._last = last_unfinished(cards)
        scenario = self._last.scenario if self._last is not None else ""
        self.first_row.show_last(self._last, self._titles.get(scenario, scenario))
        if self.first_row.go_on is not None:
            self.first_row.go_on.clicked.connect(self._on_go_on)
        self._no_sessions.setVisible(not cards)
        self._sessions_aside.setText(
            f"Dashed line: {THRESHOLD:.0f}, where band 4 begins" if cards else ""
        )
        self._tell_empty()

    def show_failure(self, text: str) -> None:
        """Say in one sentence why scenarios or sessions cannot be listed."""
        self._no_sessions.setText(text)
        self._no_sessions.setVisible(True)

    def current(self) -> ScenarioCard | None:
        """The chosen scenario."""
        return self._shelf.current() if self._shelf is not None else None

    def choose(self, scenario: str) -> None:
        """Choose a scenario by its id."""
        if self._shelf is not None:
            self._shelf.choose(scenario)

    def focus_work(self) -> None:
        """The first action."""
        last = self.first_row.go_on
        (last or self.first_row.exercise).setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_shelf(self) -> ScenarioShelf:
        if self._shelf is None:
            from wargame.ui.home.scenario_shelf import ScenarioShelf

            self._shelf = ScenarioShelf()
            self._shelf_place.addWidget(self._shelf)
            self._shelf.run_wished.connect(self._on_exercise)
            self._shelf.chosen.connect(self._on_chosen)
            self._shelf.folder_wished.connect(self.folder_wished)
            self._shelf.set_text(self.search.text())
            self.search.textChanged.connect(self._shelf.set_text)
        return self._shelf

    def _made_table(self) -> SessionTable:
        if self._table is None:
            from wargame.ui.home.session_table import SessionTable

            self._table = SessionTable(self._now)
            self._session_place.addWidget(self._table)
            self._table.action_wished.connect(self.session_wished)
            self._table.compare_wished.connect(self.compare_wished)
        return self._table

    def _lay_out(self) -> None:
        whole = column(self)
        bar = TopBar()
        self._menu = IconButton("menu", "Menu")
        self._theme = ThemeButton()
        self._help = IconButton("circle-help", "Shortcuts and help (F1)")
        bar.add_start(self._menu)
        bar.add_start(TextLabel("Wargame", "title", 600))
        bar.add_end(self._theme)
        bar.add_end(self._help)
        whole.addWidget(bar)
        page = Surface("win")
        rows = column(page, margins=(SPACE_48, SPACE_24, SPACE_48, SPACE_24))
        rows.addWidget(self.first_row)
        rows.addSpacing(SPACE_24)
        head = row(spacing=SPACE_8)
        head.addWidget(self._shelf_title)
        head.addWidget(self._shelf_count, 1)
        self.search.setFixedWidth(216)
        head.addWidget(self.search)
        head.addWidget(self._open)
        rows.addLayout(head)
        rows.addSpacing(SPACE_12)
        self._shelf_place = column()
        rows.addLayout(self._shelf_place)
        rows.addSpacing(SPACE_8)
        note = row(spacing=SPACE_4)
        note.addWidget(self._note_words)
        note.addWidget(self.note)
        note.addStretch(1)
        rows.addLayout(note)
        self.note.hide()
        rows.addSpacing(SPACE_16)
        foot = row(spacing=SPACE_8)
        foot.addWidget(self._sessions_title, 1)
        foot.addWidget(self._sessions_aside)
        rows.addLayout(foot)
        rows.addSpacing(SPACE_12)
        self._session_place = column()
        rows.addLayout(self._session_place)
        rows.addWidget(self._no_sessions)
        self._no_sessions.hide()
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.first_row.exercise.clicked.connect(self._on_exercise)
        self.first_row.solo.clicked.connect(self._on_solo)
        self.first_row.learn.clicked.connect(self.learn_wished)
        self._open.clicked.connect(self.file_wished)
        self.note.clicked.connect(self._on_note)
        self._theme.clicked.connect(self.theme_wished)
        self._help.clicked.connect(self.shortcuts_wished)
        self._menu.clicked.connect(self._on_menu)
        slash = QShortcut(QKeySequence("/"), self)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.search.setFocus)
        primary = QShortcut(self)
        primary.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        primary.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        primary.activated.connect(self._on_exercise)

    def _on_exercise(self) -> None:
        if self.current() is not None:
            self.exercise_wished.emit(self.current())

    def _on_solo(self) -> None:
        if self.current() is not None:
            self.solo_wished.emit(self.current())

    def _on_note(self) -> None:
        if self.current() is not None:
            self.note_wished.emit(self.current())

    def _on_go_on(self) -> None:
        if self._last is not None:
            self.session_wished.emit(self._last, "continue")

    def _on_menu(self) -> None:
        self.menu_wished.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def _on_chosen(self) -> None:
        card = self.current()
        words = note_words(card.note) if card is not None else ""
        self._note_words.setText(words)
        self.note.setVisible(bool(words))

    def _tell_empty(self) -> None:
        card = self.current()
        words = "No sessions yet."
        if card is not None and card.minutes:
            words += f" {card.title} takes {card.minutes} minutes."
        self._no_sessions.setText(words)
