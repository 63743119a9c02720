"""An outline around the part of the screen that a guide speaks of; it takes no click and no key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import draw_box, start_painting
from wargame.ui.widgets.side_sheet import SideSheet

_MOVED = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
    }
)


class Pointer(QWidget):
    """Lies over a screen and follows one widget in it."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What it points to; None for nothing."""
        return self._target

    def point_to(self, target: QWidget | None) -> None:
        """Follow another widget of the screen from now on; None points to nothing."""
        if target is self._target:
            self._follow()
            return
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        self._target = target
        screen, part = self.parentWidget(), target
        while part is not None and part is not screen:
            self._watched.append(part)
            part = part.parentWidget()
        if screen is not None:
            self._watched.append(screen)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Dashed, so that nobody takes it for the ring of what has the keyboard.
        painter = start_painting(self)
        draw_box(painter, self.rect(), border=colour("accent"), radius=0, width=2, dashed=True)

    def _follow(self) -> None:
        target, screen = self._target, self.parentWidget()
        if target is None or screen is None or not target.isVisibleTo(screen):
            self.hide()
            return
        place = target.mapTo(screen, QPoint(0, 0))
        self.setGeometry(place.x(), place.y(), target.width(), target.height())
        self.show()
        self.raise_()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for sheet in screen.findChildren(SideSheet, options=direct):
            if not sheet.isAncestorOf(target):
                # What somebody opened to read lies over what the guide speaks of.
                self.stackUnder(sheet)
