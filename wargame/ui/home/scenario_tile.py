"""One scenario on the shelf: what it is about, how long, how large, where it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.home.words import counted, error_words, minutes_words
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.band_glyph import GLYPH_HEIGHT, GLYPH_WIDTH, draw_band_glyph
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from wargame.play.scenario_cards import ScenarioCard

_LINE = 20
_ICON = 14
_GAP = 5
_WORDS = 110

Fact = tuple[IconName, str]


def facts_of(card: ScenarioCard) -> tuple[Fact, ...]:
    """The facts in the order in which one asks for them."""
    return (
        ("users", counted(card.seats, "seat", "seats")),
        ("list-ordered", counted(card.turns, "turn", "turns")),
        ("clock", minutes_words(card.minutes)),
        ("book-open", counted(card.sources, "source", "sources")),
    )


def lay_out_facts(widths: tuple[int, ...], room: int) -> tuple[int, ...]:
    """Where each fact begins so that they spread over ``room`` px, the last ending at its end."""
    spare = max(0, room - sum(widths))
    gaps = max(1, len(widths) - 1)
    places, x = [], 0
    for number, width in enumerate(widths):
        places.append(x + spare * number // gaps)
        x += width
    return tuple(places)


class ScenarioTile(Card):
    """A card that is chosen with one click and run with two.

    Attributes:
        card: The scenario it stands for.
    """

    def __init__(self, card: ScenarioCard, parent: QWidget | None = None) -> None:
        super().__init__(card.title, card.line, parent=parent)
        self.card = card
        facts = _Facts(card)
        self.body.addStretch(1)
        self.body.addWidget(facts)
        spoken = [text for _, text in facts_of(card)]
        if card.band is not None:
            spoken.append(start_words(card))
        self.setAccessibleDescription(". ".join((card.line, *spoken)))


class BrokenTile(Card):
    """A scenario that cannot be read: its name, why, and the way to it.

    Attributes:
        card: What is known of it.
        folder: Leads to where it lies.
    """

    def __init__(self, card: ScenarioCard, parent: QWidget | None = None) -> None:
        words = error_words(card.error)
        title = card.title or card.path.name
        super().__init__(title, shortened(words, _WORDS), checkable=False, parent=parent)
        self.card = card
        self.folder = LinkButton("Show in folder", "folder-open")
        self.body.addStretch(1)
        self.body.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeading)
        set_tip(self, words)


def shortened(text: str, most: int) -> str:
    """A text of at most ``most`` characters, cut at a word.

    >>> shortened("one two three", 9)
    'one two …'
    """
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0] + " …"


def start_words(card: ScenarioCard) -> str:
    """``Starts in 4 Direct strikes``."""
    return f"Starts in {card.band} {card.band_name}"


class _Facts(QWidget):
    """Seats, turns, minutes and sources in a row, the starting band below."""

    def __init__(self, card: ScenarioCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._facts = facts_of(card)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, 2 * _LINE + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        font, ink = text_font("table"), colour("t2")
        widths = tuple(_ICON + _GAP + text_width(text, font) for _, text in self._facts)
        for x, width, (icon, text) in zip(
            lay_out_facts(widths, self.width()), widths, self._facts, strict=True
        ):
            spot = mirrored(self, QRect(x, 0, _ICON, _LINE))
            draw_icon(painter, spot, icon, colour("t3"), _ICON)
            words = QRect(x + _ICON + _GAP, 0, width - _ICON - _GAP, _LINE)
            draw_text(painter, mirrored(self, words), text, font, ink)
        if self._card.band is None:
            return
        top = _LINE + 4
        glyph = QRect(0, top + (_LINE - GLYPH_HEIGHT) // 2, GLYPH_WIDTH, GLYPH_HEIGHT)
        draw_band_glyph(painter, mirrored(self, glyph), self._card.band, self._card.band_count)
        words = QRect(GLYPH_WIDTH + 8, top, self.width() - GLYPH_WIDTH - 8, _LINE)
        draw_text(painter, mirrored(self, words), start_words(self._card), font, ink)
