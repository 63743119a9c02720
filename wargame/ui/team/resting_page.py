"""The middle of the screen while nothing is planned: what happens now, and what to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import SPACE_8, SPACE_16, SPACE_24
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph

_READABLE: Final = 640
"""Widest column of running text (px)."""


class RestingPage(Surface):
    """An outline, what happens now, and whatever belongs to it.

    Signals:
        unseal_wished(): Take the sealed orders back.
        go_on_wished(): What there was to read has been read.
    """

    unseal_wished = Signal()
    go_on_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._sign = IconLabel("hourglass", size=20)
        self._title = Paragraph("", "title", weight=600)
        self._words = Paragraph("", "body", "t2")
        self.unseal = SecondaryButton("Unseal", "lock-open")
        self.unseal.clicked.connect(self.unseal_wished)
        self.go_on = PrimaryButton("Go on", "arrow-right", shortcut="Ctrl+Return")
        self.go_on.clicked.connect(self.go_on_wished)
        self._content: QWidget | None = None
        self._middle = QWidget()
        self._middle.setMaximumWidth(_READABLE)
        inner = column(
            self._middle, spacing=SPACE_8, margins=(SPACE_16, SPACE_24, SPACE_16, SPACE_24)
        )
        head = row(spacing=SPACE_16)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=SPACE_8)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self.unseal, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        self.progress = LabelledBar("Other seats that have decided")
        inner.addWidget(self.progress)
        self.progress.hide()
        self._aside = column(spacing=SPACE_16, margins=(0, SPACE_8, 0, 0))
        inner.addLayout(self._aside)
        self._place = column(margins=(0, SPACE_16, 0, 0))
        inner.addLayout(self._place)
        inner.addStretch(1)
        page = ScrollContent()
        across = row(page, spacing=0)
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        self.page = ScrollPage(page, "What happens now", by_key=True)
        self._foot = Surface("panel")
        lines = column(self._foot)
        lines.addWidget(Hairline())
        foot = row(margins=(SPACE_16, SPACE_8, SPACE_16, SPACE_8))
        self._foot_words = Paragraph("", "table", "t3")
        foot.addWidget(self._foot_words, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.go_on)
        lines.addLayout(foot)
        whole = column(self)
        whole.addWidget(self.page, 1)
        whole.addWidget(self._foot)
        self._foot.hide()

    @property
    def title(self) -> str:
        """What happens now."""
        return self._title.text()

    def say(self, icon: IconName, title: str, words: str, content: QWidget | None) -> None:
        """Say what happens now, over a content that the page owns from then on."""
        self._sign.set_content(icon)
        self._title.set_text(title)
        self._words.set_text(words)
        self._words.setVisible(bool(words))
        self.unseal.hide()
        self._foot.hide()
        self.progress.hide()
        self.show_aside(())
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        if content is not None:
            self._place.addWidget(content)
        self.page.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self.page, self.page.refit)

    def show_aside(self, parts: Sequence[QWidget]) -> None:
        """Show these parts above the content, in place of those before."""
        empty(self._aside)
        for part in parts:
            self._aside.addWidget(part)
        QTimer.singleShot(0, self.page, self.page.refit)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the other seats have decided; 0 of 0 shows nothing."""
        words = f"{done} of {total}" if done < total else "the turn is being adjudicated"
        self.progress.set_value(words, done / total if total else 0.0)
        self.progress.setVisible(total > 0)

    def offer_go_on(self, label: str, words: str = "") -> None:
        """Show the way on, as the screen's primary action."""
        self.go_on.setText(label)
        self._foot_words.set_text(words)
        self._foot.show()

    def next_stop(self) -> QWidget | None:
        """The way on, while it is offered."""
        return self.go_on if not self._foot.isHidden() else None

    def offer_unseal(self) -> None:
        """Show the way back."""
        self.unseal.show()
