"""The pages of the gallery by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_console import console_page
from tests.ui.gallery_controls import controls_page

PAGES: dict[str, Callable[[], QWidget]] = {"console": console_page, "controls": controls_page}
