"""Text on screen: plain always, in a named style, never cut without saying the whole elsewhere."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import StyleName, Weight, line_height, text_font
from wargame.ui.theme.paint import draw_text, printed, start_painting, text_width
from wargame.ui.theme.tokens import ColourRole

_TIP_COLUMNS = 72


def plain_tip(text: str) -> str:
    """A tool tip that shows ``text`` letter by letter, wrapped, whatever marks it contains."""
    wrapped = "\n".join(textwrap.fill(line, _TIP_COLUMNS) for line in text.splitlines())
    if "<" in wrapped or "&" in wrapped:
        import html

        # Qt guesses rich text from the look of a tip; escaping it is the only way to be literal.
        return "<qt>" + html.escape(wrapped).replace("\n", "<br>") + "</qt>"
    return wrapped


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip and the same words as its accessible description."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


class TextLabel(QLabel):
    """Plain text in a named style; one line unless wrapping is switched on."""

    def __init__(
        self,
        text: str = "",
        style: StyleName = "body",
        weight: Weight = 400,
        ink: ColourRole = "t1",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(style, weight))
        self._style: StyleName = style
        self._ink: ColourRole = ink
        self.setProperty("ink", ink)
        self.setText(text)

    def set_ink(self, ink: ColourRole) -> None:
        """Change the colour token."""
        if self._ink != ink:
            self._ink = ink
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def set_wrapping(self, wrapping: bool) -> None:
        """Break into lines where the width ends; prefer :class:`Paragraph` for running text."""
        self.setWordWrap(wrapping)

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self.wordWrap() else self._line_size()

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self.wordWrap() else self._line_size()

    def _line_size(self) -> QSize:
        """Exactly one line of the style, as wide as its text is painted."""
        edges = self.contentsMargins()
        wide = text_width(self.text(), self.font()) + edges.left() + edges.right()
        return QSize(wide, line_height(self._style) + edges.top() + edges.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        # Qt aligns a label by the script of its text; lines of a form should share one edge.
        painter = start_painting(self)
        ink = colour(self._ink if self.isEnabled() else "t3")
        place = self.contentsRect()
        draw_text(painter, place, self.text(), self.font(), ink, align=self.alignment())


class ElidedLabel(TextLabel):
    """One line that gives way: it ends in an ellipsis when narrow and says the whole in its tip."""

    def __init__(
        self,
        text: str = "",
        style: StyleName = "body",
        weight: Weight = 400,
        ink: ColourRole = "t1",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, style, weight, ink, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self._update_tip()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, line_height(self._style))

    @property
    def is_cut(self) -> bool:
        """Whether the text is wider than the label."""
        return text_width(self.text(), self.font()) - 1 > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tip()

    def _update_tip(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.is_cut else "")


class Paragraph(QWidget):
    """Running text with the line height of its style; as tall as its width asks for."""

    def __init__(
        self,
        text: str = "",
        style: StyleName = "body",
        ink: ColourRole = "t1",
        weight: Weight = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style: StyleName = style
        self._ink: ColourRole = ink
        self.setFont(text_font(style, weight))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = ""
        self.set_text(text)

    def text(self) -> str:
        """The text as given."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; line breaks in it are kept."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: ColourRole) -> None:
        """Change the colour token."""
        self._ink = ink
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * line_height(self._style)

    def sizeHint(self) -> QSize:
        widest = max(
            (self.fontMetrics().horizontalAdvance(part) for part in self._text.splitlines()),
            default=0,
        )
        width = min(widest + 1, 360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, line_height(self._style))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        painter.setPen(colour(self._ink))
        step = line_height(self._style)
        metrics = QFontMetrics(self.font())
        lead = (step - metrics.ascent() - metrics.descent()) // 2
        for number, layout in enumerate(self._lines(self.width())):
            layout.draw(painter, QPointF(0, number * step + lead))

    def _lines(self, width: int) -> list[QTextLayout]:
        """One laid-out line each, so that the line height is ours and not the font's."""
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines: list[QTextLayout] = []
        for part in printed(self._text).splitlines():
            rest = part
            while True:
                layout = QTextLayout(rest, self.font())
                layout.setTextOption(option)
                layout.beginLayout()
                line = layout.createLine()
                if not line.isValid():
                    layout.endLayout()
                    lines.append(layout)
                    break
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, 0))
                taken = line.textLength()
                layout.endLayout()
                lines.append(layout)
                rest = rest[taken:]
                if not rest:
                    break
        return lines
