"""A view on the scene that can be moved and scaled by mouse, wheel and keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from wargame.ui.map.items import ArcItem, BadgeItem, ChipItem
from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import draw_focus_ring

_STEP: Final = 1.25
_LARGEST: Final = 12.0
_NUDGE: Final = 48
_CLICK: Final = 4
"""How far (px) a press may travel and still be a click."""

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapPane(QGraphicsView):
    """Shows its home, a part of the scene, until it is moved.

    Args:
        free: Whether it can be moved and scaled.

    Signals:
        scaled(): Its scale has changed.
        events_chosen(tuple): Numbers of the events of an arc that was clicked; empty for none.
        actor_chosen(str): An actor's chip was clicked.
    """

    scaled = Signal()
    events_chosen = Signal(tuple)
    actor_chosen = Signal(str)

    def __init__(
        self, scene: QGraphicsScene, name: str, *, free: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(scene, parent)
        self._home = QRectF(0, 0, 1, 1)
        self._is_free = free
        self._is_home = True
        self._pressed: QPoint | None = None
        self.setAccessibleName(name)
        self.viewport().setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A map does not mirror.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        if free:
            self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def is_home(self) -> bool:
        """Whether it shows its home and not what it was moved to."""
        return self._is_home

    def set_home(self, home: QRectF) -> None:
        """What it shows until it is moved, in the plane of the scene."""
        self._home = home
        if self._is_home:
            self.go_home()

    def go_home(self) -> None:
        """Show the home again, as large as it goes."""
        room = self.viewport().size()
        if room.width() < 2 or room.height() < 2 or self._home.isEmpty():
            return
        fit = self._fit()
        self.resetTransform()
        self.scale(fit, fit)
        self.centerOn(self._home.center())
        self._is_home = True
        self.scaled.emit()

    def zoom(self, steps: float) -> None:
        """Scale by so many steps, inwards above 0."""
        present = self.transform().m11()
        # A low map shows its home smaller than the land would fill it.
        limit = min(self._smallest(), self._fit())
        wanted = min(max(present * _STEP**steps, limit), _LARGEST * max(limit, 1.0) * 2)
        if abs(wanted - present) < 1e-9:
            return
        self.scale(wanted / present, wanted / present)
        self._is_home = False
        self.scaled.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, colour("sea"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_free:
            event.ignore()
            return
        if event.key() in _ARROWS:
            across, down = _ARROWS[Qt.Key(event.key())]
            self.pan(across * _NUDGE, down * _NUDGE)
        elif event.text() in {"+", "="}:
            self._zoom_at_centre(1)
        elif event.text() in {"-", "_", "−"}:
            self._zoom_at_centre(-1)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_0}:
            self.go_home()
        elif event.key() == Qt.Key.Key_Escape:
            self.events_chosen.emit(())
        else:
            super().keyPressEvent(event)

    def pan(self, across: int, down: int) -> None:
        """Move what is shown by so many pixels."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)
        self._is_home = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._is_free and event.angleDelta().y():
            self.zoom(event.angleDelta().y() / 120)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if pressed is None:
            return
        if (place - pressed).manhattanLength() > _CLICK:
            self._is_home = False
            return
        self._click(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_home:
            self.go_home()
        else:
            self.scaled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus_ring(painter, self.viewport().rect(), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _click(self, place: QPoint) -> None:
        mine = self.viewport()
        for item in self.items(place):
            if isinstance(item, BadgeItem | ArcItem) and item.home is mine:
                self.events_chosen.emit(item.arc.numbers)
                return
            if isinstance(item, ChipItem) and item.home is mine:
                self.actor_chosen.emit(item.actor.code)
                return
        self.events_chosen.emit(())

    def _zoom_at_centre(self, steps: float) -> None:
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom(steps)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _fit(self) -> float:
        """The scale at which the home just fits."""
        room, home = self.viewport().size(), self._home
        return min(room.width() / home.width(), room.height() / home.height())

    def _smallest(self) -> float:
        """The scale at which the scene just fills the view."""
        whole, room = self.sceneRect(), self.viewport().size()
        if whole.isEmpty():
            return 0.1
        return max(room.width() / whole.width(), room.height() / whole.height())
