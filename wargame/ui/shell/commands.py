"""Everything that can be done on the present screen, gathered from the screen itself.

Buttons, tabs and search fields say what they are called and which keys press them, so that a list
of commands needs no second list that could fall behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.painted_button import PaintedButton, hint_text
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.tabs import TabStrip

_EVERYWHERE: Final = "Wargame"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done now.

    Attributes:
        name: What it does.
        where: The panel in which it stands.
        keys: The keys that do it; empty for none.
        run: Does it.
    """

    name: str
    where: str
    keys: str
    run: Callable[[], object]

    def matches(self, words: Iterable[str]) -> bool:
        """Whether all these words, in small letters, occur in it."""
        text = f"{self.name} {self.where} {self.keys}".casefold()
        return all(word in text for word in words)


def commands_of(screen: QWidget, actions: Iterable[QAction]) -> tuple[Command, ...]:
    """What can be done on a screen, its next step first, and then what the menu offers.

    Args:
        screen: The screen; what is hidden or closed in it is left out.
        actions: The commands of the menu.
    """
    found: dict[tuple[str, str], Command] = {}
    first = [w for w in screen.findChildren(PrimaryButton) if w.isVisible() and w.isEnabled()]
    lead = (Command(w.text(), _where(w), w.keys(), w.click) for w in first)
    for command in (*lead, *_on_screen(screen), *_in_menu(actions)):
        found.setdefault((command.name, command.where), command)
    return tuple(found.values())


def _on_screen(screen: QWidget) -> Iterator[Command]:
    for widget in screen.findChildren(QWidget):
        if not (widget.isVisible() and widget.isEnabled()):
            continue
        if isinstance(widget, QAbstractButton):
            name, keys = _plain_name(widget.text() or widget.accessibleName())
            if name:
                own = widget.keys() if isinstance(widget, PaintedButton | Card) else ""
                yield Command(name, _where(widget), own or keys, widget.click)
        elif isinstance(widget, TabStrip):
            for key, label in widget.labels():
                yield Command(f"Show: {label}", _where(widget), "", partial(widget.choose, key))
        elif isinstance(widget, SearchField):
            focus = partial(widget.setFocus, Qt.FocusReason.ShortcutFocusReason)
            yield Command(widget.placeholderText(), _where(widget), widget.hint, focus)


def _in_menu(actions: Iterable[QAction]) -> Iterator[Command]:
    for action in actions:
        if action.isEnabled():
            name = action.text().replace("&", "")
            if action.isCheckable():
                name = f"Colours: {name[0].lower()}{name[1:]}"
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            yield Command(name, _EVERYWHERE, hint_text(keys) if keys else "", action.trigger)


def _plain_name(name: str) -> tuple[str, str]:
    """A name without the keys that some carry in brackets, and those keys.

    >>> _plain_name("Hide the screen (Ctrl+H)")
    ('Hide the screen', 'Ctrl+H')
    >>> _plain_name("Ansar Allah (Houthis)")
    ('Ansar Allah (Houthis)', '')
    """
    rest, bracket, keys = name.rpartition(" (")
    is_key = keys.endswith(")") and ("+" in keys or len(keys) <= 4 or keys.startswith("F"))
    return (rest, keys[:-1]) if bracket and is_key else (name, "")


def _where(widget: QWidget) -> str:
    """The name of the panel that a widget stands in; empty outside of one."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, PanelArea):
            return parent.accessibleName()
        parent = parent.parentWidget()
    return ""
