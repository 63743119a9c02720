"""Item views with our look: hairlines instead of grids, fixed rows, one Tab stop, a focus ring.

Reading and arrow keys are Qt's; Enter and double click say that the row was meant.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QTableView,
    QTreeView,
    QWidget,
)

from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import STRETCH_ROLE, WIDTH_ROLE
from wargame.ui.theme.metrics import TABLE_ROW_HEIGHT
from wargame.ui.theme.paint import draw_focus_ring
from wargame.ui.widgets.delegates import TextDelegate
from wargame.ui.widgets.table_header import TableHeader

Index = QModelIndex | QPersistentModelIndex

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed alone: with Ctrl it belongs to the screen's primary action."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def _prepare(view: QAbstractItemView, name: str) -> None:
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFont(text_font("table"))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.setItemDelegate(TextDelegate(view))


def _paint_ring(view: QAbstractItemView) -> None:
    if view.hasFocus():
        painter = QPainter(view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_focus_ring(painter, QRect(view.viewport().rect()), 0)


class TableView(QTableView):
    """A table; rows of one height, columns as wide as the model's columns say.

    Signals:
        row_activated(QModelIndex): Enter or a double click on a row.
    """

    row_activated = Signal(QModelIndex)

    def __init__(
        self, name: str = "", row_height: int = TABLE_ROW_HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(TableHeader(self))
        self.doubleClicked.connect(self.row_activated)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        super().setModel(model)
        if model is None:
            return
        header = self.horizontalHeader()
        for number in range(model.columnCount()):
            width = model.headerData(number, Qt.Orientation.Horizontal, WIDTH_ROLE)
            stretches = model.headerData(number, Qt.Orientation.Horizontal, STRETCH_ROLE)
            fixed, grow = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, grow if stretches else fixed)
            if isinstance(width, int):
                header.resizeSection(number, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _enter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()


class TreeView(QTreeView):
    """A two-level list: group rows over their members, opened from the start.

    Signals:
        row_activated(QModelIndex): Enter or a double click on a member.
    """

    row_activated = Signal(QModelIndex)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.doubleClicked.connect(self._on_double_clicked)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        super().setModel(model)
        if model is not None:
            self.expandAll()
            model.rowsInserted.connect(self._on_rows_inserted)
            model.modelReset.connect(self.expandAll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event) and self.currentIndex().parent().isValid():
            self.row_activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_ring(self)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802
        """Nothing: group rows say by themselves what they are."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _enter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        model = self.model()
        if not parent.isValid():
            for row in range(first, last + 1):
                self.expand(model.index(row, 0))
        else:
            self.expand(parent)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.parent().isValid():
            self.row_activated.emit(index)


class ListView(QListView):
    """A plain list.

    Signals:
        row_activated(QModelIndex): Enter or a double click on a row.
    """

    row_activated = Signal(QModelIndex)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(self.row_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformItemSizes() and event.size().width() != event.oldSize().width():
            # Qt lays rows out anew only along their own direction; here the width makes the height.
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _enter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()


def _enter(view: QAbstractItemView) -> None:
    """Give a view that is entered by key a current row, so that arrows and Enter act."""
    model = view.model()
    if not view.currentIndex().isValid() and model.rowCount() > 0:
        first = model.index(0, 0)
        if isinstance(view, QTreeView) and model.rowCount(first) > 0:
            first = model.index(0, 0, first)
        view.setCurrentIndex(first)
    view.viewport().update()
