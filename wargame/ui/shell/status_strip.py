"""The line along the bottom: what is on disk, and what to do when it is not."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, STATUS_HEIGHT
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.bars import StatusItem, StatusLine
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.surface import Surface, row

_HELP: StatusItem = ("keyboard", "F1 shortcuts")


def clock_words(moment: str, zone: tzinfo | None = None) -> str:
    """The time of day of an ISO 8601 moment in the given zone, local by default.

    >>> from datetime import timezone
    >>> clock_words("2024-05-12T14:27:31.250+00:00", timezone.utc)
    '14:27:31'
    """
    try:
        return datetime.fromisoformat(moment).astimezone(zone).strftime("%H:%M:%S")
    except ValueError:
        return ""


def unsaved_words(saved_at: str, reason: str) -> str:
    """What the red line says while changes are not on disk."""
    since = clock_words(saved_at)[:5]
    lead = f"Not saved since {since}." if since else "Not saved."
    return f"{lead} {reason}" if reason else lead


class StatusStrip(Surface):
    """The status line with two buttons that appear when the disk refuses.

    Signals:
        retry_wished(): Try to write again.
        elsewhere_wished(): Go on in a copy at another place.
    """

    retry_wished = Signal()
    elsewhere_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(STATUS_HEIGHT)
        self._is_quiet = False
        self._line = StatusLine()
        self._retry = SecondaryButton("Try again", small=True)
        self._elsewhere = SecondaryButton("Save elsewhere…", small=True)
        self._line.set_items_end((_HELP,))
        layout = row(self, spacing=SPACE_4)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._retry)
        layout.addWidget(self._elsewhere)
        self._retry.clicked.connect(self.retry_wished)
        self._elsewhere.clicked.connect(self.elsewhere_wished)
        self._retry.hide()
        self._elsewhere.hide()

    def show_facts(self, start: tuple[StatusItem, ...], end: tuple[StatusItem, ...] = ()) -> None:
        """Facts where reading begins and where it ends, before the way to help."""
        self._line.set_items_start(start)
        self._line.set_items_end((*end, _HELP))

    def set_quiet(self, *, quiet: bool) -> None:
        """Stay out of sight, unless something is not on disk."""
        self._is_quiet = quiet
        self.setVisible(not quiet or not self._retry.isHidden())

    def show_unsaved(self, saved_at: str, reason: str) -> None:
        """Say that changes are not on disk; an empty reason means that all are."""
        was_silent = self._retry.isHidden()
        self._line.set_fault(unsaved_words(saved_at, reason) if reason else "")
        self._retry.setVisible(bool(reason))
        self._elsewhere.setVisible(bool(reason))
        self.set_quiet(quiet=self._is_quiet)
        if reason and was_silent:
            announce(self, unsaved_words(saved_at, reason), at_once=True)
