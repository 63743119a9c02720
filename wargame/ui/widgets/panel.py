"""Panels: a head of 36 px with title, subtitle and actions, a hairline, and a body."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import PANEL_HEAD_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_hline, mirrored, start_painting
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel

_QUIET_MS = 300
"""Jobs shorter than this show nothing."""

_PATIENT_MS = 2000
"""Longer jobs show a count and Cancel."""


class PanelHead(Surface):
    """Title, muted subtitle and actions; also the place where a job shows how far it is.

    Signals:
        cancel_requested(): The person no longer wants the running job.
    """

    cancel_requested = Signal()

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        hairline: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(PANEL_HEAD_HEIGHT)
        self._hairline = hairline
        self._title = TextLabel(title, "body", 600)
        self._subtitle = ElidedLabel(subtitle, "table", 400, "t3")
        self._aside = TextLabel("", "table", 400, "t3")
        self._aside.hide()
        self._count = TextLabel("", "table", 400, "t3")
        self._cancel = LinkButton("Cancel")
        self._cancel.clicked.connect(self.cancel_requested)
        self._row = row(self, spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, 0))
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)
        self._row.addWidget(self._aside)
        self._row.addWidget(self._count)
        self._row.addWidget(self._cancel)
        self._progress: tuple[int, int] | None = None
        self._appear = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._appear.timeout.connect(self.update)
        self._insist = QTimer(self, singleShot=True, interval=_PATIENT_MS)
        self._insist.timeout.connect(self._show_count)
        self._hide_count()

    @property
    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the muted words after the title."""
        self._subtitle.setText(subtitle)

    @property
    def aside(self) -> str:
        """The muted words at the far end."""
        return self._aside.text()

    def set_aside(self, text: str) -> None:
        """Muted words at the far end, before the actions; nothing hides them."""
        self._aside.setText(text)
        self._aside.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the far end."""
        self._row.addWidget(widget)

    def set_progress(self, done: int, total: int) -> None:
        """Say how far a job is; a bar appears after 0.3 s, a count and Cancel after 2 s."""
        if self._progress is None:
            self._appear.start()
            self._insist.start()
        self._progress = (done, max(1, total))
        self._count.setText(f"{done:,} of {total:,}")
        self.update()

    def clear_progress(self) -> None:
        """The job has ended."""
        self._progress = None
        self._appear.stop()
        self._insist.stop()
        self._hide_count()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        bottom = self.height() - 1
        if self._hairline:
            draw_hline(painter, 0, self.width(), bottom, colour("line"))
        if self._progress is not None and not self._appear.isActive():
            done, total = self._progress
            bar = QRect(0, bottom - 1, round(self.width() * min(1.0, done / total)), 2)
            painter.fillRect(mirrored(self, bar), colour("accent"))

    def _show_count(self) -> None:
        self._count.show()
        self._cancel.show()

    def _hide_count(self) -> None:
        self._count.hide()
        self._cancel.hide()


class SectionHead(PanelHead):
    """A head inside a panel: the same, without the hairline below it."""

    def __init__(
        self, title: str, subtitle: str = "", aside: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, subtitle, hairline=False, parent=parent)
        self.set_aside(aside)


class PanelArea(Surface):
    """An area that F6 stops at; for panels whose head is not the plain one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setAccessibleName(name)


class Panel(PanelArea):
    """A titled area.

    Attributes:
        head: Its head.
        body: The layout below the head; ``padding`` px on every side.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        padding: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.head = PanelHead(title, subtitle)
        self.body: QVBoxLayout = column(margins=(padding, padding, padding, padding))
        whole = column(self)
        whole.addWidget(self.head)
        whole.addLayout(self.body, 1)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the muted words after the title."""
        self.head.set_subtitle(subtitle)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the far end of the head."""
        self.head.add_action(widget)
