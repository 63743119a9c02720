"""Puts a theme on the application: style, palette, fonts and sheet, also while windows are open."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from wargame.ui.theme.current import remember_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.sheet import style_sheet
from wargame.ui.theme.tokens import Theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give every window the theme; open ones are polished and painted again.

    Controls that paint themselves need nothing more: they read the theme in force when they
    paint. Those that hold tinted pictures make them anew in ``changeEvent`` (PaletteChange).
    """
    remember_theme(app, theme)
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(text_font("body"))
    table = text_font("table")
    # WORKAROUND PySide6 6.11 takes only str here while its stubs ask for bytes: drop the ignores
    # once both agree.
    app.setFont(text_font("caption", 500), "QHeaderView")  # type: ignore[arg-type]
    app.setFont(table, "QAbstractItemView")  # type: ignore[arg-type]
    app.setFont(table, "QToolTip")  # type: ignore[arg-type]
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))


def palette_of(theme: Theme) -> QPalette:
    """The theme in Qt's own words, for whatever the sheet does not reach."""
    role = QPalette.ColorRole
    everywhere = {
        role.Window: theme.win,
        role.WindowText: theme.t1,
        role.Base: theme.panel,
        role.AlternateBase: theme.panel,
        role.Text: theme.t1,
        role.Button: theme.raised,
        role.ButtonText: theme.t1,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.t1,
        role.PlaceholderText: theme.t3,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.t1,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.raised,
        role.Mid: theme.line2,
        role.Dark: theme.line,
        role.Shadow: theme.win,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for name, value in everywhere.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.t3))
    return palette
