"""The header of a table: 24 px, muted captions, an arrow at the column that orders the rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import HEADER_ROW_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.theme.paint import END, START, draw_hline, draw_text, text_width

_ARROW = 12


class TableHeader(QHeaderView):
    """Paints titles on the same edges as the cells below them, also right to left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER_ROW_HEIGHT)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionsMovable(False)
        self.setFont(text_font("caption", 500))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        if not rect.isValid():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, colour("panel"))
        draw_hline(painter, rect.left(), rect.right() + 1, rect.bottom(), colour("line"))
        model = self.model()
        title = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        wanted = model.headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        ends = wanted is not None and bool(int(wanted) & int(Qt.AlignmentFlag.AlignRight))
        start = SPACE_12 if logicalIndex == 0 else SPACE_8
        end = SPACE_12 if logicalIndex == self.count() - 1 else SPACE_8
        inner = QRect(
            rect.left() + start, rect.top(), rect.width() - start - end, rect.height() - 1
        )
        inner = QStyle.visualRect(self.layoutDirection(), rect, inner)
        font = text_font("caption", 500)
        draw_text(painter, inner, title, font, colour("t3"), align=END if ends else START)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            self._paint_arrow(painter, inner, text_width(title, font), ends=ends)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inner: QRect, taken: int, *, ends: bool) -> None:
        rises = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        name: IconName = "arrow-up" if rises else "arrow-down"
        x = inner.width() - taken - _ARROW - 2 if ends else taken + 2
        spot = QRect(inner.left() + x, inner.top(), _ARROW, inner.height())
        spot = QStyle.visualRect(self.layoutDirection(), inner, spot)
        draw_icon(painter, spot, name, colour("t3"), _ARROW)
