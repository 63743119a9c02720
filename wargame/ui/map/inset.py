"""The fixed inset: a crowded corner of the map, enlarged, as a second view on the same scene."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from wargame.ui.map.outlines import projected
from wargame.ui.map.pane import MapPane
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.theme.paint import draw_box, draw_hline, start_painting
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import TextLabel

LEVANT: Final = QRectF(projected(33.6, 34.9), projected(37.4, 30.6))
"""What it shows, in the plane of the scene."""

_HEAD: Final = 20
_SIZES: Final = ((420, (310, 290)), (290, (228, 214)), (0, (200, 188)))
"""From which height (px) of the map the inset has which size (px)."""


class LevantInset(Surface):
    """A titled frame over a corner of the map; it does not move and takes no focus."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget) -> None:
        super().__init__("panel", parent)
        self.pane = MapPane(scene, "Levant, enlarged", free=False)
        title = TextLabel("Levant, enlarged", "caption")
        title.setFixedHeight(_HEAD - 1)
        whole = column(self, margins=(1, 1, 1, 1))
        title.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        whole.addWidget(title)
        whole.addSpacing(1)
        whole.addWidget(self.pane, 1)
        self.pane.set_home(LEVANT)

    def fit(self, wide: int, high: int) -> None:
        """Take the lower left corner of a map of this size (px)."""
        size = next(size for least, size in _SIZES if high >= least)
        self.setGeometry(SPACE_8, high - size[1] - SPACE_8, min(size[0], 2 * wide // 5), size[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        draw_box(painter, self.rect(), border=colour("t2"), radius=0)
        draw_hline(painter, 1, self.width() - 1, _HEAD, colour("t2"))
