"""Plain coloured areas, hairlines and layouts on the grid: what panels are made of."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

SurfaceRole = Literal["win", "panel", "raised", "sunken", "line", "line2"]
Margins = tuple[int, int, int, int]


class Surface(QWidget):
    """An area in a surface colour."""

    def __init__(self, role: SurfaceRole = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", role)


class Hairline(Surface):
    """A line of one pixel between parts; ``strong`` is the border colour of boxes."""

    def __init__(
        self, *, vertical: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("line2" if strong else "line", parent)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, free)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(free, fixed)


def column(
    parent: QWidget | None = None, *, spacing: int = 0, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A vertical layout without Qt's default gaps; margins are left, top, right, bottom in px."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout


def row(
    parent: QWidget | None = None, *, spacing: int = 8, margins: Margins = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A horizontal layout without Qt's default gaps; margins as in :func:`column`."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout


def stack(whole: QBoxLayout, stretch: int = 0) -> QStackedLayout:
    """Pages of which one is shown, as a part of a layout that lies in a widget already.

    A stack that belongs to no widget yet would show its first page as a window of its own, for a
    moment, and take the keyboard from the real one.
    """
    pages = QStackedLayout()
    whole.addLayout(pages, stretch)
    return pages


def empty(lines: QLayout) -> None:
    """Takes every widget out of a layout and lets it go, hidden first: no window of its own."""
    while (item := lines.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
