"""The list of commands over the screen: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.shell.commands import Command
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ROW_ROLE
from wargame.ui.theme.metrics import RADIUS_CARD, RADIUS_CHIP, SPACE_8, SPACE_12
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.delegates import GroundDelegate
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import ListView

_SIZE: Final = (560, 420)
_TOP: Final = 72
_ROW: Final = 32

Index = QModelIndex | QPersistentModelIndex


class _CommandDelegate(GroundDelegate):
    """What it does, where it stands, and its keys."""

    height = _ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        command = index.data(ROW_ROLE)
        if not isinstance(command, Command):
            return
        rest = QRect(inner)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        if command.keys:
            font = text_font("caption", 500)
            wide = max(20, text_width(command.keys, font) + 10)
            left = rest.left() if backwards else rest.right() + 1 - wide
            box = QRect(left, rest.center().y() - 8, wide, 18)
            draw_box(painter, box, border=colour("line2"), radius=RADIUS_CHIP)
            draw_text(painter, box, command.keys, font, colour("t2"), align=CENTRE)
            rest.adjust(wide + 8 if backwards else 0, 0, 0 if backwards else -wide - 8, 0)
        used = draw_text(painter, rest, command.name, text_font("body", 500), colour("t1"))
        rest.adjust(0 if backwards else used + 10, 0, -used - 10 if backwards else 0, 0)
        draw_text(painter, rest, command.where, text_font("table"), colour("t3"))


class Palette(QWidget):
    """Covers the window until a command is chosen or the list is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands: tuple[Command, ...] = ()
        self._before: QWidget | None = None
        self.setAccessibleName("All commands")
        self.card = QWidget(self)
        self.field = SearchField("What do you want to do?")
        self.list = ListView("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model: RowsModel[Command] = RowsModel(
            (Column("Command", lambda c: c.name, spoken=_spoken),), parent=self
        )
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setModel(self._model)
        inside = column(
            self.card, spacing=SPACE_8, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        )
        inside.addWidget(self.field)
        inside.addWidget(self.list, 1)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._run)
        parent.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> tuple[Command, ...]:
        """The commands that the words in the field leave."""
        return self._model.rows

    def present(self, commands: Sequence[Command]) -> None:
        """Offer these."""
        self._before = QApplication.focusWidget()
        self._commands = tuple(commands)
        self.field.clear()
        self._narrow("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        shade = colour("win")
        shade.setAlphaF(0.55)
        painter.fillRect(self.rect(), shade)
        draw_box(
            painter,
            self.card.geometry(),
            fill=colour("panel"),
            border=colour("line2"),
            radius=RADIUS_CARD,
        )

    def _on_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self.list.currentIndex())
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            count = len(self._model.rows)
            if count:
                self._choose((row + (1 if key == Qt.Key.Key_Down else -1)) % count)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            pass
        else:
            return False
        return True

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        found = [command for command in self._commands if command.matches(words)]
        if words:
            found.sort(key=lambda command: _rank(command.name.casefold(), words))
        self._model.set_rows(found)
        if found:
            self._choose(0)

    def _choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        command = self._model.row_at(index)
        # Closed first: what the command does may take the keyboard somewhere else.
        self.dismiss()
        command.run()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        wide = min(_SIZE[0], self.width() - 32)
        high = min(_SIZE[1], self.height() - _TOP - 32)
        place = QRect((self.width() - wide) // 2, min(_TOP, self.height() // 8), wide, high)
        self.card.setGeometry(mirrored(self, place))


def _rank(name: str, words: Sequence[str]) -> int:
    """Commands whose name says it come before those whose panel says it."""
    if not all(word in name for word in words):
        return 2
    return 0 if name.startswith(words[0]) else 1


def _spoken(command: Command) -> str:
    parts = (command.name, command.where, command.keys)
    return ", ".join(part for part in parts if part)
