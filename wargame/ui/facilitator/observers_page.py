"""Observers: one key marks a moment, a few words go with it, and every mark is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.moments import wall_words
from wargame.ui.item_models.newest_first import NewestFirstModel
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ActorValue
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.chips import ChipButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.observing import Observer, Tag
    from wargame.model.seat_view import ActorLabel
    from wargame.play.control.observing import Marked

_NEW: Final = "+"
_ROOM: Final = ""
_LABEL: Final = 24
"""Characters of a tag that its chip prints; the tip has all of them."""


class MarksTable(TableView):
    """What was marked, newest on top.

    Signals:
        drop_wished(int): Number of a mark that is to be taken back.
    """

    drop_wished = Signal(int)

    def __init__(self, actors: Sequence[ActorLabel], parent: QWidget | None = None) -> None:
        super().__init__("Marks of observers, newest first", DENSE_ROW_HEIGHT, parent)
        values = {label.id: actor_value(label) for label in actors}

        def team(mark: Marked) -> ActorValue | None:
            seat = mark.observation.seat
            return values.get(seat) if seat is not None else None

        def team_words(mark: Marked) -> str:
            value = team(mark)
            return (value.name or value.code) if value is not None else "Whole room"

        columns: tuple[Column[Marked], ...] = (
            Column("Time", lambda m: wall_words(m.at), 84),
            Column(
                "Moment",
                lambda m: f"Turn {m.observation.turn}, {m.observation.phase.value}",
                120,
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
            Column("Observer", lambda m: m.observation.observer, 96),
            Column("Team", team_words, 72, tip=team_words, roles={ACTOR_ROLE: team}),
            Column("Mark", lambda m: m.observation.tag.label, 180, tip=_label),
            Column("Note", lambda m: m.observation.note, stretch=True, tip=_note),
        )
        self._marks: NewestFirstModel[Marked] = NewestFirstModel(
            columns, lambda m: m.observation.number, partial(_searched, team_words), self
        )
        self.setItemDelegate(DenseTextDelegate(self))
        self.setModel(self._marks)
        self.setItemDelegateForColumn(3, ActorDelegate(self))

    def show_marks(self, marks: Sequence[Marked]) -> None:
        """Show these, given oldest first."""
        self._marks.set_rows(marks)

    def set_filter(self, text: str) -> None:
        """Show the marks with these words."""
        self._marks.set_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.drop_wished.emit(self._marks.row_at(self.currentIndex()).observation.number)
            return
        super().keyPressEvent(event)


class ObserversPage(Surface):
    """Keys 1 to 9 mark, N leads to the note, Enter keeps it; Delete takes a mark back.

    Signals:
        observer_wished(str, str): Somebody watches this seat (empty for the whole room).
        tag_wished(str, int): This observer marks this moment with a key.
        note_wished(int, str): A few words for a mark.
        drop_wished(int): A mark is to be taken back.
    """

    observer_wished = Signal(str, str)
    tag_wished = Signal(str, int)
    note_wished = Signal(int, str)
    drop_wished = Signal(int)

    def __init__(self, actors: Sequence[ActorLabel], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._names = {str(label.id): label.name for label in actors}
        self._tags: dict[str, tuple[Tag, ...]] = {}
        self._last = 0
        self.filter = SearchField("Filter marks", small=True)
        self.filter.setFixedWidth(184)
        self.observer = ChoiceBox([(_NEW, "New observer")], "Observer", small=True)
        self.name = QLineEdit()
        self.name.setProperty("compact", "true")
        self.name.setPlaceholderText("Name of the observer")
        self.name.setAccessibleName("Name of the observer")
        seats = [(str(label.id), label.name) for label in actors]
        self.seat = ChoiceBox([(_ROOM, "Whole room"), *seats], "Watches", small=True)
        self.seat.set_current_key(_ROOM)
        self.add = SecondaryButton("Watch", small=True)
        self.note = QLineEdit()
        self.note.setProperty("compact", "true")
        self.note.setPlaceholderText("Note on the last mark (N)")
        self.note.setAccessibleName("Note on the last mark")
        self.note.setEnabled(False)
        self._said = TextLabel("", "table", 400, "t3")
        self.chips: list[ChipButton] = []
        self._chip_place = QWidget()
        self._flow = FlowLayout(self._chip_place)
        self.table = MarksTable(actors)
        self._lay_out()
        self._connect()
        self._show_form()

    @property
    def current(self) -> str:
        """Who marks now; empty while somebody new is written down."""
        key = self.observer.current_key()
        return "" if key == _NEW else key

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        return (
            self.filter, self.observer, self.name, self.seat, self.add, *self.chips, self.note,
            self.table,
        )  # fmt: skip

    def show_observing(
        self, observers: Sequence[tuple[Observer, tuple[Tag, ...]]], marks: Sequence[Marked]
    ) -> None:
        """Show who watches with which keys, and what was marked, oldest first."""
        was_alone = not self._tags
        self._tags = {observer.name: tags for observer, tags in observers}
        watched = {
            observer.name: self._names.get(str(observer.seat), "the whole room")
            for observer, _ in observers
        }
        choices = [(name, f"{name} · {team}") for name, team in watched.items()]
        self.observer.set_choices([*choices, (_NEW, "New observer")])
        if was_alone and choices:
            self.observer.set_current_key(choices[0][0])
        if marks and marks[-1].observation.number > self._last:
            last = marks[-1].observation
            self._last = last.number
            self._said.setText(f"Marked: {last.tag.label}")
            self.note.setEnabled(True)
            self.note.setText(last.note)
        self.table.show_marks(marks)
        self._show_form()

    def choose_observer(self, name: str) -> None:
        """Let somebody mark who watches already."""
        self.observer.set_current_key(name)
        self._show_form()

    def _lay_out(self) -> None:
        head = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_4))
        for part in (self.observer, self.name, self.seat, self.add):
            head.addWidget(part)
        head.addWidget(self.note, 1)
        head.addWidget(self._said)
        chips = column(margins=(SPACE_12, 0, SPACE_12, SPACE_8))
        chips.addWidget(self._chip_place)
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(chips)
        whole.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.set_filter)
        self.observer.key_changed.connect(self._show_form)
        self.add.clicked.connect(self._on_add)
        self.name.returnPressed.connect(self._on_add)
        self.note.returnPressed.connect(self._on_note)
        self.table.drop_wished.connect(self.drop_wished)
        for key in range(1, 10):
            self._listen(str(key), partial(self._tag, key))
        self._listen("N", partial(self.note.setFocus, Qt.FocusReason.ShortcutFocusReason))

    def _listen(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _show_form(self) -> None:
        """Show the fields for somebody new, or the keys of who watches."""
        is_new = not self.current
        form: tuple[QWidget, ...] = (self.name, self.seat, self.add)
        marking: tuple[QWidget, ...] = (self.note, self._said, self._chip_place)
        for part in form:
            part.setVisible(is_new)
        for part in marking:
            part.setVisible(not is_new)
        self._show_chips(self._tags.get(self.current, ()))

    def _show_chips(self, tags: Sequence[Tag]) -> None:
        labels = [(tag.key, tag.label) for tag in tags]
        if labels == [(chip.property("key"), chip.property("label")) for chip in self.chips]:
            return
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for key, label in labels:
            words = label if len(label) <= _LABEL else f"{label[:_LABEL].rstrip()}…"
            chip = ChipButton(f"{key}  {words}", None)
            chip.setProperty("key", key)
            chip.setProperty("label", label)
            chip.setAccessibleName(f"{key}: {label}")
            set_tip(chip, f"{key}: {label}")
            chip.clicked.connect(partial(self._tag, key))
            self._flow.addWidget(chip)
            self.chips.append(chip)

    def _tag(self, key: int) -> None:
        if self.current and key in {tag.key for tag in self._tags.get(self.current, ())}:
            self.tag_wished.emit(self.current, key)

    def _on_add(self) -> None:
        self.observer_wished.emit(self.name.text(), self.seat.current_key())

    def _on_note(self) -> None:
        self.note_wished.emit(self._last, self.note.text())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _label(mark: Marked) -> str:
    return mark.observation.tag.label


def _note(mark: Marked) -> str:
    return mark.observation.note


def _searched(team: Callable[[Marked], str], mark: Marked) -> str:
    seen = mark.observation
    parts = (seen.observer, team(mark), str(seen.seat or ""), seen.tag.label, seen.note)
    return " ".join((*parts, f"turn {seen.turn}", seen.phase.value))
