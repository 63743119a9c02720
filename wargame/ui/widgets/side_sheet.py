"""A sheet over the end of the window for what is read in between: notes, shortcuts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import SPACE_4, SPACE_16
from wargame.ui.theme.paint import draw_vline, start_painting
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.panel import PanelHead
from wargame.ui.widgets.surface import Surface, column

_WIDTH: Final = 440


class SideSheet(Surface):
    """Lies over the end of its parent, from top to bottom; Esc closes it.

    It is 440 px wide, or wider where its content has a larger minimum width.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("panel", parent)
        self._head = PanelHead("")
        self._close = IconButton("x", "Close (Esc)", small=True)
        self._close.clicked.connect(self.dismiss)
        self._head.add_action(self._close)
        self._content: QWidget | None = None
        self._before: QWidget | None = None
        whole = column(self, margins=(1, 0, 0, 0))
        whole.addWidget(self._head)
        self._body = column(margins=(SPACE_16, SPACE_16, SPACE_4, SPACE_16))
        whole.addLayout(self._body, 1)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    @property
    def title(self) -> str:
        """What the sheet is about."""
        return self._head.title

    def present(self, title: str, content: QWidget) -> None:
        """Open the sheet with a content, which it owns from then on."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._drop_content()
        self._head.set_title(title)
        self.setAccessibleName(title)
        self._content = content
        self._body.addWidget(content)
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close the sheet and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        self._drop_content()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        x = self.width() - 1 if self.isRightToLeft() else 0
        draw_vline(start_painting(self), x, 0, self.height(), colour("line2"))

    def _place(self) -> None:
        below = self.parentWidget()
        if below is None:
            return
        room = below.rect()
        wanted = _WIDTH
        if self._content is not None:
            wanted = max(wanted, self._content.minimumWidth() + SPACE_16 + SPACE_4 + 1)
        wide = min(wanted, room.width())
        left = 0 if self.isRightToLeft() else room.width() - wide
        self.setGeometry(QRect(left, 0, wide, room.height()))

    def _drop_content(self) -> None:
        if self._content is not None:
            self._body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None
