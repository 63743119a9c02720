"""Keeps where the lines between panels were drawn, from one start to the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QSplitter, QWidget

from wargame.ui.shell.settings import WindowSettings

_KEPT = "kept"


def keep_splitters(screen: QWidget, settings: WindowSettings) -> None:
    """Bring every splitter of a screen to where it was, and remember where it goes from now on.

    Splitters are known by their object name, or by their class where they have none; asking again
    for the same screen only looks at splitters that are new.
    """
    for splitter in screen.findChildren(QSplitter):
        if splitter.property(_KEPT):
            continue
        splitter.setProperty(_KEPT, "true")
        name = splitter.objectName() or type(splitter).__name__
        state = settings.splitter(name)
        if not state.isEmpty():
            splitter.restoreState(state)
            # The state holds the look of another version's handle too.
            splitter.setHandleWidth(1)
        splitter.splitterMoved.connect(partial(_keep, splitter, name, settings))


def _keep(
    splitter: QSplitter, name: str, settings: WindowSettings, _place: int, _number: int
) -> None:
    settings.keep_splitter(name, splitter.saveState())
