"""A column that scrolls, can be scrolled by key, and shows that it has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wargame.ui.theme.paint import draw_focus_ring, start_painting
from wargame.ui.widgets.surface import Surface


class _Ring(QWidget):
    """The focus ring above what scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_focus_ring(start_painting(self), self.rect(), 0)


class ScrollContent(Surface):
    """What scrolls: as tall as its width asks for, never as tall as its narrowest would ask for.

    Qt reckons the least height of wrapping parts at their least width, which would leave a gap at
    the end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(QScrollArea):
    """Holds one widget as wide as itself; ``by_key`` makes it a stop of the Tab key."""

    def __init__(
        self, content: QWidget, name: str, *, by_key: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._by_key = by_key
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ring = _Ring(self)
        self.setWidget(content)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)

    def refit(self) -> None:
        """Give the content the height it asks for, once its new parts know their own.

        Qt may have reckoned it while the page was being filled, and does not ask again.
        """
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def sizeHint(self) -> QSize:
        # What scrolls asks for no room: a window must be able to stay as low as it is.
        return QSize(super().sizeHint().width(), 80)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.raise_()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._ring.update()
        return super().event(event)

    def _on_range_changed(self, _low: int, high: int) -> None:
        # Where all is in sight there is nothing to do by key.
        stop = self._by_key and high > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.NoFocus)
