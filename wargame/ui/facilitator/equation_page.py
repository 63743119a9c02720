"""An equation opened: its words, what it read, its draws and sums, and every constant it reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wargame.ui.facilitator.fact_rows import Fact, FactRows
from wargame.ui.facilitator.parameter_block import ParameterBlock
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_focus_ring
from wargame.ui.widgets.surface import Hairline, Surface, column
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.workings import EquationWorking, InputLine

_RING = 2
"""Room (px) for the ring around a page."""

_STEP = 48
"""Pixels that an arrow key scrolls."""


class PageFrame(Surface):
    """What an equation page lies in: shows by a ring that the page has the keyboard.

    The page is covered by its own words, so a ring of its own would not be seen.
    """

    def __init__(self, page: EquationPage, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._page = page
        page.focus_moved.connect(self.update)
        whole = column(self)
        whole.addWidget(Hairline(strong=True))
        inner = column(margins=(_RING, _RING, _RING, _RING))
        inner.addWidget(page)
        whole.addLayout(inner, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._page.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus_ring(painter, self.rect(), 0)


class EquationPage(QScrollArea):
    """One Tab stop that the arrow keys scroll; shows one equation or all those of a system.

    Signals:
        focus_moved(): It got the keyboard or lost it.
    """

    focus_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.setAccessibleName("Equation")
        self._shown: tuple[EquationWorking, ...] = ()

    @property
    def shown(self) -> tuple[EquationWorking, ...]:
        """The equations on the page."""
        return self._shown

    def show_equations(self, equations: Sequence[EquationWorking]) -> None:
        """Show these equations one below the other."""
        if tuple(equations) == self._shown:
            return
        self._shown = tuple(equations)
        page = Surface("panel")
        rows = column(page, spacing=SPACE_12, margins=(0, SPACE_12, SPACE_12, SPACE_12))
        for number, equation in enumerate(self._shown):
            if number:
                rows.addWidget(Hairline())
            _fill(rows, equation)
        rows.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(". ".join(f"{e.title}. {e.words}" for e in self._shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()


def _fill(rows: QVBoxLayout, equation: EquationWorking) -> None:
    head = column(spacing=SPACE_4)
    head.addWidget(Paragraph(equation.title, "body", weight=600))
    head.addWidget(Paragraph(f"{equation.system} · {equation.reference}", "caption", "t3"))
    rows.addLayout(head)
    rows.addWidget(Paragraph(equation.words, "body"))
    for title, lines in (
        ("How it comes to this", equation.steps),
        ("What it read, as it was when the event began", equation.inputs),
        ("Draws", equation.draws),
    ):
        if lines:
            rows.addLayout(_facts(title, lines))
    if equation.parameters:
        part = column(spacing=SPACE_8)
        part.addWidget(TextLabel("Constants", "caption", 600, "t3"))
        for line in equation.parameters:
            part.addWidget(ParameterBlock(line))
        rows.addLayout(part)


def _facts(title: str, lines: Sequence[InputLine]) -> QVBoxLayout:
    part = column(spacing=SPACE_4)
    part.addWidget(TextLabel(title, "caption", 600, "t3"))
    facts = FactRows(title)
    facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    facts.set_facts([Fact(line.name, line.text, line.note) for line in lines])
    part.addWidget(facts)
    return part
