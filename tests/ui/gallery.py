"""Every part of the interface on a few pages, in both themes, saved as pictures to be looked at.

A tool for whoever changes the look: ``python -m tests.ui.gallery OUT_DIR``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gallery_pages import PAGES
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.fonts import FIRST_FILES, LATER_FILES, load_fonts
from wargame.ui.theme.tokens import DARK, LIGHT


def main(folder: Path, only: str = "") -> None:
    """Save one picture per page and theme into ``folder``."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    load_fonts((*FIRST_FILES, *LATER_FILES))
    folder.mkdir(parents=True, exist_ok=True)
    apply_theme(app, DARK)
    for name, build in PAGES.items():
        if only and only != name:
            continue
        page = build()
        for theme in (DARK, LIGHT):
            apply_theme(app, theme)
            _save(page, folder / f"{name}-{theme.name}.png")
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        apply_theme(app, DARK)
        _save(page, folder / f"{name}-rtl.png")
        page.deleteLater()


def _save(page: QWidget, file: Path) -> None:
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.grab().save(str(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
