"""A table over rows in their given order, narrowed by words and by a test.

Thousands of rows stay quick: the view hears only of rows that changed, and a row's words for the
filter are made once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QModelIndex, QObject

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.filtered_rows import FilteredRowsModel


class OrderedRowsModel(FilteredRowsModel[Row]):
    """Rows that are replaced where they stand."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], Hashable],
        searched: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, identity, searched, parent)
        self._is_shown: Callable[[Row], bool] = lambda _: True

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the view hears only what changed, so selection stays."""
        changed = [
            number
            for number, (old, new) in enumerate(zip(self._rows, rows, strict=False))
            if old is not new and old != new
        ]
        same_length = len(rows) == len(self._rows)
        if same_length and not changed:
            return
        for number in changed:
            self._rows[number] = rows[number]
            self._texts[number] = self._text_of(rows[number])
        shared = min(len(rows), len(self._rows))
        del self._rows[shared:]
        del self._texts[shared:]
        self._rows.extend(rows[shared:])
        self._texts.extend(self._text_of(row) for row in rows[shared:])
        self._show(self._wanted(), set(changed))

    def set_text(self, text: str) -> None:
        """Narrow to rows in which all these words occur, in any order and case."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._show(self._wanted(), set())

    def set_test(self, is_shown: Callable[[Row], bool]) -> None:
        """Narrow to rows that pass a test."""
        self._is_shown = is_shown
        self._show(self._wanted(), set())

    def _wanted(self) -> list[int]:
        return [
            number
            for number, row in enumerate(self._rows)
            if self._is_shown(row) and self._has_words(number)
        ]

    def _show(self, wanted: list[int], changed: set[int]) -> None:
        """Bring the view from the rows shown to those wanted."""
        if wanted != self._shown:
            self._rearrange(wanted)
        last = len(self._columns) - 1
        for place, number in enumerate(self._shown):
            if number in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _rearrange(self, wanted: list[int]) -> None:
        gone = set(self._shown) - set(wanted)
        new = set(wanted) - set(self._shown)
        if len(gone) + len(new) > 8:
            self.beginResetModel()
            self._shown = wanted
            self.endResetModel()
            return
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place] in gone:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        for place, number in enumerate(wanted):
            if number in new:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, number)
                self.endInsertRows()
