"""The one style sheet: a template whose every colour is a token.

It dresses Qt's own controls. Controls that paint themselves (widgets/) read the same tokens, so
nothing here names their classes. Fonts are set on the application, never here: a sheet cannot
ask for tabular figures and would switch them off.
"""

from __future__ import annotations

from string import Template
from typing import Final

from wargame.ui.theme.tokens import COLOUR_ROLES, Theme

TEMPLATE: Final = Template("""
QMainWindow, QDialog { background: $win; }
*[surface="win"] { background: $win; }
*[surface="panel"] { background: $panel; }
*[surface="raised"] { background: $raised; }
*[surface="sunken"] { background: $sunken; }
*[surface="line"] { background: $line; }
*[surface="line2"] { background: $line2; }

QLabel { background: transparent; }
QLabel[ink="t1"] { color: $t1; }
QLabel[ink="t2"] { color: $t2; }
QLabel[ink="t3"] { color: $t3; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="on_accent"] { color: $on_accent; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="warn"] { color: $warn; }
QLabel[ink="ok"] { color: $ok; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $sunken; color: $t1; border: 1px solid $ctl; border-radius: 6px;
    padding: 1px 8px; placeholder-text-color: $t3;
    selection-background-color: $accent_fill; selection-color: $on_accent;
}
QLineEdit { min-height: 28px; max-height: 28px; }
QLineEdit[compact="true"] {
    min-height: 22px; max-height: 22px; border-radius: 4px; padding: 0 8px;
}
QLineEdit[compact="true"]:focus { min-height: 20px; max-height: 20px; padding: 0 7px; }
QPlainTextEdit, QTextEdit { padding: 5px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 3px; }
QTextEdit[bare="true"] {
    background: transparent; border: 2px solid transparent; border-radius: 0; padding: 4px;
}
QTextEdit[bare="true"]:focus { border: 2px solid $accent; padding: 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: $panel; color: $t3; border-color: $line2;
}
QLineEdit:read-only { background: $panel; color: $t2; border-color: $line2; }
QLineEdit[faulty="true"] { border-color: $danger; }
QLineEdit[bare="true"] { background: transparent; border: 0; padding: 0; min-height: 0; }

QPushButton {
    background: $raised; color: $t1; border: 1px solid $line2; border-radius: 6px;
    padding: 0 12px; min-height: 30px; max-height: 30px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: $t3; background: $panel; border-color: $line; }

QAbstractItemView {
    background: $panel; color: $t1; border: 0; outline: 0;
    selection-background-color: $accent_soft; selection-color: $t1;
    alternate-background-color: $panel;
}
QHeaderView { background: $panel; border: 0; }
QTableCornerButton::section { background: $panel; border: 0; }

QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $line2; padding: 4px; outline: 0;
}

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $ctl; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QScrollArea { background: transparent; border: 0; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $ctl; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenu { background: $raised; color: $t1; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $t3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $panel; color: $t2; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $t1; }

QToolTip { background: $raised; color: $t1; border: 1px solid $line2; padding: 4px 6px; }
QStatusBar { background: $panel; color: $t3; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QProgressBar { background: $hover; border: 0; max-height: 2px; min-height: 2px; }
QProgressBar::chunk { background: $accent; }
""")


def style_sheet(theme: Theme) -> str:
    """The template with the theme's tokens in it."""
    return TEMPLATE.substitute({role: theme.hex(role) for role in COLOUR_ROLES})
