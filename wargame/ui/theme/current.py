"""Which theme is in force, kept on the application object so that no module holds state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from wargame.ui.theme.tokens import DARK, ColourRole, Theme, theme_named

_PROPERTY = "wargameTheme"


def current_theme() -> Theme:
    """The theme last applied, dark before any was; painters ask for it on every paint."""
    app = QCoreApplication.instance()
    return theme_named(str(app.property(_PROPERTY))) if app is not None else DARK


def remember_theme(app: QCoreApplication, theme: Theme) -> None:
    """Make ``theme`` the one :func:`current_theme` gives."""
    app.setProperty(_PROPERTY, theme.name)


def colour(role: ColourRole, theme: Theme | None = None) -> QColor:
    """A token as a Qt colour, of ``theme`` or of the one in force."""
    return QColor((theme or current_theme()).hex(role))
