"""Type: the bundled families and the six named text styles, all with tabular figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontDatabase

from wargame.paths import assets

StyleName = Literal["caption", "table", "body", "title", "clock", "index"]
Weight = Literal[400, 500, 600]

FIRST_FILES: Final = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
"""Needed by the first paint."""

LATER_FILES: Final = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Medium.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Medium.ttf",
    "NotoSansHebrew-SemiBold.ttf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Medium.ttf",
)
"""Needed once other scripts or code are shown."""

FAMILIES: Final = ("Inter", "Noto Sans Arabic", "Noto Sans Hebrew", "sans-serif")
MONO_FAMILIES: Final = ("JetBrains Mono", "monospace")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and line height in px."""

    size: int
    line: int


TEXT_STYLES: Final[dict[StyleName, TextStyle]] = {
    "caption": TextStyle(11, 16),
    "table": TextStyle(12, 16),
    "body": TextStyle(13, 20),
    "title": TextStyle(15, 20),
    "clock": TextStyle(20, 28),
    "index": TextStyle(40, 44),
}


def load_fonts(files: tuple[str, ...] = FIRST_FILES) -> tuple[str, ...]:
    """Register bundled font files with Qt and give the families that were added.

    Call it with ``FIRST_FILES`` before the first window and with ``LATER_FILES`` after its first
    paint. A file that cannot be read is passed over: the system's sans serif then stands in.
    """
    families: list[str] = []
    for name in files:
        number = QFontDatabase.addApplicationFont(str(assets() / "fonts" / name))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def text_font(style: StyleName = "body", weight: Weight = 400) -> QFont:
    """The font of a named style."""
    return sized_font(TEXT_STYLES[style].size, weight)


def sized_font(pixels: int, weight: Weight = 400) -> QFont:
    """The text family at a size outside the named styles (projector, hand-over); at least 11 px."""
    return _font(FAMILIES, pixels, weight)


def mono_font(style: StyleName = "table", weight: Weight = 400) -> QFont:
    """The font for YAML and ``file:line``."""
    return _font(MONO_FAMILIES, TEXT_STYLES[style].size, weight)


def line_height(style: StyleName) -> int:
    """Line height of a named style in px."""
    return TEXT_STYLES[style].line


# Painters ask for fonts by the thousand; each differs only in these three plain values.
@lru_cache(maxsize=64)
def _font(families: tuple[str, ...], pixels: int, weight: Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(11, pixels))
    font.setWeight(QFont.Weight(weight))
    if hasattr(font, "setFeature"):  # from Qt 6.7
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
