"""The briefing: its first words beside the work, the whole of it in a view of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_12
from wargame.ui.widgets.markdown_view import MarkdownView
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tabs import TabStrip

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView

_SOURCE_MARK: Final = re.compile(r"\s*\[[^\]\n]*\]")
_EMPHASIS: Final = re.compile(r"[*_`]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.?])\s+")
_MARKDOWN_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


def briefing_lead(markdown: str, longest: int = 260) -> str:
    """The first whole sentences of a briefing's text, without headings and source marks.

    >>> briefing_lead("# Iran\\n\\nA guest was killed [000]. A reply is owed.")
    'A guest was killed. A reply is owed.'
    """
    for block in re.split(r"\n\s*\n", markdown):
        lines = [line for line in block.splitlines() if not line.lstrip().startswith("#")]
        text = _EMPHASIS.sub("", _SOURCE_MARK.sub("", " ".join(lines)))
        if text.strip():
            return _cut(" ".join(text.split()), longest)
    return ""


def _cut(text: str, longest: int) -> str:
    """As many whole sentences as fit, at least one."""
    kept = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if kept and len(longer) > longest:
            break
        kept = longer
    return kept


def roles_markdown(roles: tuple[tuple[str, str], ...]) -> str:
    """Titles and tasks of a team as a list; their own signs stay letters."""
    lines = [f"- **{_literal(title)}**  \n  {_literal(task)}" for title, task in roles]
    return "# Roles in this team\n\n" + "\n".join(lines) if lines else ""


def _literal(text: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


class BriefingView(QWidget):
    """The team's briefing, what every team was told, and the roles, under tabs."""

    def __init__(self, view: SeatView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, str] = {}
        self.tabs = TabStrip((), "Briefing")
        self.reader = MarkdownView()
        self.reader.setAccessibleName("Briefing")
        self.tabs.current_changed.connect(self._on_tab_chosen)
        whole = column(self)
        whole.addWidget(self.tabs)
        reading = column(margins=(SPACE_4, SPACE_12, SPACE_4, 0))
        reading.addWidget(self.reader)
        whole.addLayout(reading, 1)
        self.show_briefing(view)

    def show_briefing(self, view: SeatView) -> None:
        """Show the texts of a view; the tab that is read stays in front."""
        texts = {
            "own": view.briefing,
            "public": view.public_briefing,
            "roles": roles_markdown(view.roles),
        }
        if texts == self._texts:
            return
        self._texts = texts
        labels = {"own": "Our briefing", "public": "Told to everybody", "roles": "Roles"}
        self.tabs.set_tabs([(key, labels[key], None) for key, text in texts.items() if text])
        self._on_tab_chosen(self.tabs.current())

    def _on_tab_chosen(self, key: str) -> None:
        self.reader.set_markdown(self._texts.get(key, ""))
        self.reader.verticalScrollBar().setValue(0)
