"""F6 and Shift+F6: from panel to panel, in the order of reading."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from wargame.ui.widgets.bars import TopBar
from wargame.ui.widgets.panel import PanelArea


def panels_of(screen: QWidget) -> list[QWidget]:
    """The visible panels of a screen, columns from the start on, top to bottom inside."""
    found = [
        panel
        for kind in (TopBar, PanelArea)
        for panel in screen.findChildren(kind)
        if panel.isVisible() and _first_stop(panel) is not None
    ]

    def place(panel: QWidget) -> tuple[int, int, int]:
        corner = panel.mapTo(screen, QPoint(0, 0))
        x = screen.width() - corner.x() if screen.isRightToLeft() else corner.x()
        return (0 if isinstance(panel, TopBar) else 1, x, corner.y())

    return sorted(found, key=place)


def step_panel(screen: QWidget, by: int) -> None:
    """Move the keyboard to the next panel (``by`` 1) or the one before (−1), coming round."""
    panels = panels_of(screen)
    if not panels:
        return
    holder = QApplication.focusWidget()
    inside = [
        number
        for number, panel in enumerate(panels)
        if holder is not None and panel.isAncestorOf(holder)
    ]
    # The innermost panel counts; from outside all panels, the first or the last is next.
    now = inside[-1] if inside else (-1 if by > 0 else 0)
    goal = _first_stop(panels[(now + by) % len(panels)])
    if goal is not None:
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first_stop(panel: QWidget) -> QWidget | None:
    """The first widget in a panel that takes the Tab key."""
    for widget in panel.findChildren(QWidget):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
