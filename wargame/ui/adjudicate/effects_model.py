"""Numbers under a ruling as rows: before, as proposed, the range of other draws, and the final."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from wargame.model.variables import BY_NAME
from wargame.play.words.number_words import change_texts, number_text
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE, STRETCH_ROLE, WIDTH_ROLE
from wargame.ui.widgets.text import plain_tip

if TYPE_CHECKING:
    from wargame.model.ruling_views import EffectLine, Place

Index = QModelIndex | QPersistentModelIndex
Ranges = Mapping["Place", tuple[float, float]]

WHAT, BEFORE, PROPOSED, RANGE, FINAL, BACK = range(6)
_PROPOSAL: Final = (WHAT, BEFORE, PROPOSED, RANGE, FINAL, BACK)
_WRITTEN: Final = (WHAT, BEFORE, FINAL, BACK)
_TITLES: Final = ("What changes", "Before", "Proposed", "90 % range", "Final", "")
_WIDTHS: Final = (160, 84, 84, 128, 104, 32)
_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?")
_SAME: Final = 1e-9


def number_in(text: str) -> float | None:
    """The number that somebody typed; None where there is none.

    >>> number_in("R12.5"), number_in("−0.3"), number_in("yes"), number_in("1,200 days")
    (12.5, -0.3, 1.0, 1200.0)
    """
    plain = text.strip().replace("\u2212", "-").replace(",", "")
    if plain.casefold() in {"yes", "no"}:
        return 1.0 if plain.casefold() == "yes" else 0.0
    found = _NUMBER.search(plain)
    return float(found.group()) if found else None


class EffectsModel(QAbstractTableModel):
    """Rows of effects; the final value of each can be edited.

    Args:
        is_written: Whether control writes the outcome: then nothing is proposed.

    Signals:
        finals_changed(): A final value was edited or put back.
    """

    finals_changed = Signal()

    def __init__(self, *, is_written: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = _WRITTEN if is_written else _PROPOSAL
        self._is_written = is_written
        self._lines: tuple[EffectLine, ...] = ()
        self._ranges: Ranges = {}
        self._finals: dict[Place, float] = {}

    @property
    def finals(self) -> tuple[tuple[Place, float], ...]:
        """The values that differ from what is proposed."""
        return tuple(self._finals.items())

    @property
    def lines(self) -> tuple[EffectLine, ...]:
        """The numbers, top to bottom."""
        return self._lines

    def show_lines(
        self, lines: Sequence[EffectLine], finals: Sequence[tuple[Place, float]] = ()
    ) -> None:
        """Show other numbers, with these final values."""
        self.beginResetModel()
        self._lines, self._ranges, self._finals = tuple(lines), {}, dict(finals)
        self.endResetModel()

    def show_ranges(self, ranges: Ranges) -> None:
        """Show what other draws gave."""
        self._ranges = ranges
        self._told(0, len(self._lines) - 1)

    def clear_finals(self) -> None:
        """Put every value back, without a signal."""
        self._finals.clear()
        self._told(0, len(self._lines) - 1)

    def put_back(self, row: int) -> None:
        """Give a number its proposed value again."""
        if self._finals.pop(self._lines[row].place, None) is not None:
            self._told(row, row)
            self.finals_changed.emit()

    def column_of(self, kind: int) -> int:
        """Where a kind of column stands; -1 where it is not shown."""
        return self._columns.index(kind) if kind in self._columns else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()] == FINAL:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        kind = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "Now" if kind == BEFORE and self._is_written else _TITLES[kind]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(kind))
        if role == WIDTH_ROLE:
            return _WIDTHS[kind]
        if role == STRETCH_ROLE:
            return kind == WHAT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        kind, line = self._columns[index.column()], self._lines[index.row()]
        is_changed = line.place in self._finals
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(kind, line)
        if role == Qt.ItemDataRole.EditRole:
            return f"{self._finals.get(line.place, line.proposed):.6g}".replace("-", "\u2212")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(kind))
        if role == EMPHASIS_ROLE:
            if kind in {BEFORE, RANGE}:
                return "muted"
            return "strong" if is_changed or kind == FINAL else "normal"
        if role == ICON_ROLE:
            return "undo-2" if kind == BACK and is_changed else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_TITLES[kind]}: {self._text(kind, line)}" if kind else self._text(kind, line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(kind, line)
        return None

    def _tip(self, kind: int, line: EffectLine) -> str | None:
        if kind == WHAT:
            return plain_tip(BY_NAME[line.place[0]].meaning)
        if kind == BACK and line.place in self._finals:
            return "Put the proposed value back (Delete)"
        return self._text(kind, line) if kind == RANGE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = number_in(value) if isinstance(value, str) else None
        if role != Qt.ItemDataRole.EditRole or number is None:
            return False
        line = self._lines[index.row()]
        final = min(line.high, max(line.low, number))
        if abs(final - line.proposed) <= _SAME * max(1.0, abs(line.proposed)):
            self._finals.pop(line.place, None)
        elif f"{final:.6g}" == f"{line.proposed:.6g}":
            return False  # what stood in the field, not what somebody typed
        else:
            self._finals[line.place] = final
        self._told(index.row(), index.row())
        self.finals_changed.emit()
        return True

    def _told(self, first: int, last: int) -> None:
        if last >= first >= 0:
            end = self.index(last, len(self._columns) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def _text(self, kind: int, line: EffectLine) -> str:
        variable = line.place[0]
        one, two, _ = change_texts(variable, line.before, line.proposed)
        if kind == WHAT:
            return f"{line.what}, {line.whose}" if line.whose else line.what
        if kind == BEFORE:
            return number_text(variable, line.before) if self._is_written else one
        if kind == PROPOSED:
            return two
        if kind == RANGE:
            return self._range_text(line)
        if kind == FINAL:
            final = self._finals.get(line.place)
            if final is None:
                return number_text(variable, line.proposed) if self._is_written else two
            return change_texts(variable, line.proposed, final)[1]
        return ""

    def _range_text(self, line: EffectLine) -> str:
        found = self._ranges.get(line.place)
        if found is None:
            return "\u2026"
        low, high = found
        if abs(high - low) <= _SAME * max(1.0, abs(high)):
            return "fixed"
        one, two, _ = change_texts(line.place[0], low, high)
        return f"{one} to {two}"


def _side(kind: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if kind == WHAT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
