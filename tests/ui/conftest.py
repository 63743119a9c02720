"""The window's tests run with the bundled fonts and the dark theme, as the program starts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.fonts import FIRST_FILES, LATER_FILES, load_fonts
from wargame.ui.theme.tokens import DARK


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The families that the bundled files bring."""
    return load_fonts((*FIRST_FILES, *LATER_FILES))


@pytest.fixture
def dark(qapp: QApplication, fonts: tuple[str, ...]) -> QApplication:
    """The application with the dark theme applied."""
    apply_theme(qapp, DARK)
    return qapp
