"""Follows the making of the compiled law for as long as a session is open.

The law is compiled by a process of its own; here it is only asked, now and then, how far it is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.ui.charts.forecast.forecast_state import Preparing

if TYPE_CHECKING:
    from wargame.play.forecasts.compiled_law import Preparation

SWITCH: Final = "WARGAME_FORECAST"
"""Environment variable; ``off`` opens sessions without forecasts, as for very slow machines."""

_EVERY_MS: Final = 50


class Law(Protocol):
    """The compiled law as it is asked after."""

    def start(self) -> None:
        """Begin to compile, unless that has been done."""

    def now(self) -> Preparation:
        """How far it is; never waits."""

    def end(self) -> None:
        """Stop compiling."""


def is_wanted() -> bool:
    """Whether sessions forecast at all."""
    return os.environ.get(SWITCH, "").strip().lower() != "off"


class LawWatch(QObject):
    """Says how far the compiled law is.

    Attributes:
        is_ready: Whether a forecast would begin at once.
        preparing: How far it is while it is compiled.
        fault: Why it cannot be compiled, in one sentence; empty as a rule.
        anew: What to say while the first runs compile it, where it could not be kept; None as a
            rule.

    Signals:
        moved(): One of these has changed.
    """

    moved = Signal()

    def __init__(self, law: Law, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_ready = False
        self.preparing: Preparing | None = None
        self.fault = ""
        self.anew: Preparing | None = None
        self._law = law
        self._asking = QTimer(self, interval=_EVERY_MS)
        self._asking.timeout.connect(self._ask)

    def begin(self) -> None:
        """Let the law be compiled, unless it is."""
        self._law.start()
        self._ask()
        if not self.is_ready and not self.fault:
            self._asking.start()

    def close(self) -> None:
        """Ask no more; what is compiled so far stays."""
        self._asking.stop()
        self._law.end()

    def _ask(self) -> None:
        from wargame.play.forecasts.compiled_law import LawState

        before = (self.is_ready, self.preparing, self.fault)
        now = self._law.now()
        self.is_ready = now.state is LawState.READY
        self.fault = now.sentence if now.state is LawState.FAILED else ""
        self.anew = Preparing(now.sentence, 0, 0) if self.is_ready and now.sentence else None
        is_compiling = now.state is LawState.COMPILING
        is_under_way = is_compiling or now.state is LawState.LOOKING
        self.preparing = Preparing(now.sentence, now.done, now.total) if is_compiling else None
        if not is_under_way:
            self._asking.stop()
        if before != (self.is_ready, self.preparing, self.fault):
            self.moved.emit()
