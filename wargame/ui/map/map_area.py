"""The map itself: the free view, the fixed inset over its corner, and the buttons that scale it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from wargame.ui.map.inset import LEVANT, LevantInset
from wargame.ui.map.items import LandItem
from wargame.ui.map.outlines import bounds, load_outlines
from wargame.ui.map.pane import MapPane
from wargame.ui.map.sheet import Content, Sheet
from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.theme.paint import draw_box, start_painting
from wargame.ui.widgets.buttons import IconButton

_MARGIN: Final = 0.09
"""Air round what the map shows at first, as a share of its size."""


class _LeadingPane(MapPane):
    """The free view; draws the lines that tie the inset to its place."""

    inset: LevantInset | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.inset is None or self.inset.isHidden():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour("t2"), 1))
        place = self.mapFromScene(LEVANT).boundingRect()
        painter.drawRect(place)
        frame = self.inset.geometry()
        painter.drawLine(place.topLeft(), frame.topRight())
        painter.drawLine(place.bottomRight(), frame.bottomRight())


class _ScaleButton(IconButton):
    """A button on the map: the map must not shine through."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_box(painter, self.rect(), fill=colour("raised"), border=colour("line2"))
        painter.end()
        super().paintEvent(event)


class MapArea(QWidget):
    """One scene in two views.

    Args:
        scale: The bands, for the colours of arcs.
        homes: Codes of areas where an actor is; they are a shade lighter.
        with_land: Whether there is land under the actors; without it there is no inset either.

    Signals:
        events_chosen(tuple): Numbers of the events of an arc that was clicked; empty for none.
        actor_chosen(str): An actor's chip was clicked.
    """

    events_chosen = Signal(tuple)
    actor_chosen = Signal(str)

    def __init__(
        self,
        scale: BandScale,
        homes: frozenset[str] = frozenset(),
        *,
        with_land: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        # A handful of items that come and go: looking for them in a tree would cost more.
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        if with_land:
            self._scene.addItem(LandItem(load_outlines(), homes))
            self._scene.setSceneRect(bounds())
        name = "Theatre map" if with_land else "Relations"
        self.pane = _LeadingPane(self._scene, name, free=True, parent=self)
        self.pane.setAccessibleDescription("Ctrl+T shows it as a table")
        self._sheet = Sheet(self._scene, self.pane, scale)
        self.inset = LevantInset(self._scene, self) if with_land else None
        self._inset_sheet = (
            Sheet(self._scene, self.inset.pane, scale) if self.inset is not None else None
        )
        self._inset_content = Content()
        self._main_content = Content()
        self.closer = _ScaleButton("plus", "Zoom in (+)", small=True, parent=self)
        self.wider = _ScaleButton("minus", "Zoom out (−)", small=True, parent=self)
        self.home = _ScaleButton("crosshair", "Show everything (Home)", small=True, parent=self)
        for button in (self.closer, self.wider, self.home):
            # The map's own keys do the same.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.closer.clicked.connect(lambda: self.pane.zoom(1))
        self.wider.clicked.connect(lambda: self.pane.zoom(-1))
        self.home.clicked.connect(self.pane.go_home)
        self.pane.scaled.connect(self._lay_out)
        for pane in filter(None, (self.pane, self.inset.pane if self.inset else None)):
            pane.events_chosen.connect(self.events_chosen)
            pane.actor_chosen.connect(self.actor_chosen)
        if self.inset is not None:
            self.pane.inset = self.inset
            # It has its size later than the map, and parts its words anew at that scale.
            self.inset.pane.scaled.connect(self._lay_out)

    def set_home(self, home: QRectF) -> None:
        """What it shows at first, in the plane of the scene; without land also how far it goes."""
        across, down = _MARGIN * max(home.width(), 1.0), _MARGIN * max(home.height(), 1.0)
        wide = home.adjusted(-across, -down, across, down)
        if self.inset is None:
            self._scene.setSceneRect(wide.adjusted(-across, -down, across, down))
        self.pane.set_home(wide)

    def show_content(self, main: Content, inset: Content | None = None) -> None:
        """Show actors, arcs and names, and in the inset what belongs there."""
        self._main_content = main
        self._inset_content = inset or Content()
        if self.inset is not None:
            self.inset.setVisible(inset is not None)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.setGeometry(self.rect())
        x, y = self.width() - SPACE_8 - self.closer.sizeHint().width(), SPACE_8
        for button in (self.closer, self.wider, self.home):
            button.move(x, y)
            button.raise_()
            y += button.height() + SPACE_4
        if self.inset is not None:
            self.inset.fit(self.width(), self.height())
            self.inset.raise_()
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_main_content"):
            self._lay_out()
            self._scene.update()

    def _lay_out(self) -> None:
        taken = [QRectF(button.geometry()) for button in (self.closer, self.wider, self.home)]
        if self.inset is not None and self._inset_sheet is not None:
            if not self.inset.isHidden():
                taken.append(QRectF(self.inset.geometry()))
                taken.append(self.pane.mapFromScene(LEVANT).boundingRect().toRectF())
            self._inset_sheet.show(self._inset_content)
        self._sheet.show(self._main_content, taken)
