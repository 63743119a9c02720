"""The icons that code names are in the bundled set, and tinted; the type is what was specified."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from wargame.paths import assets
from wargame.ui.theme.fonts import (
    FIRST_FILES,
    LATER_FILES,
    TEXT_STYLES,
    StyleName,
    load_fonts,
    mono_font,
    sized_font,
    text_font,
)
from wargame.ui.theme.icon_names import ICON_NAMES, IconName
from wargame.ui.theme.icons import icon, icon_pixmap
from wargame.ui.theme.paint import printed
from wargame.ui.theme.tokens import DARK


@pytest.mark.parametrize("name", ICON_NAMES)
def test_that_every_icon_that_code_may_name_is_bundled(name: IconName) -> None:
    assert (assets() / "icons" / f"{name}.svg").is_file()


def test_that_every_bundled_icon_can_be_named() -> None:
    bundled = {path.stem for path in (assets() / "icons").glob("*.svg")}
    assert bundled == set(ICON_NAMES)


@pytest.mark.parametrize("name", ICON_NAMES)
def test_that_every_icon_draws_something_in_the_colour_asked_for(
    qapp: QApplication, name: IconName
) -> None:
    picture = icon_pixmap(name, DARK.accent, 16, 2.0).toImage()
    assert picture.width() == 32
    wanted = QColor(DARK.accent)
    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 250
    ]
    assert inked
    assert all(abs(ink.hue() - wanted.hue()) <= 3 for ink in inked)


def test_that_a_filled_icon_has_more_ink(qapp: QApplication) -> None:
    def ink(*, filled: bool) -> int:
        picture = icon_pixmap("flag", DARK.t1, 16, 1.0, filled=filled).toImage()
        return sum(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16))

    assert ink(filled=True) > 1.5 * ink(filled=False)


def test_that_an_icon_has_a_disabled_look(dark: QApplication) -> None:
    made = icon("lock", "t1", 16)
    usable = made.pixmap(16, 16)
    closed = made.pixmap(16, 16, made.Mode.Disabled)
    assert usable.toImage() != closed.toImage()


@pytest.mark.parametrize("file", [*FIRST_FILES, *LATER_FILES])
def test_that_every_font_file_is_bundled_and_readable(qapp: QApplication, file: str) -> None:
    assert load_fonts((file,))


def test_that_a_missing_font_file_is_passed_over(qapp: QApplication) -> None:
    assert load_fonts(("Nowhere-Regular.ttf",)) == ()


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_that_text_styles_have_their_sizes_in_inter(
    fonts: tuple[str, ...], style: StyleName
) -> None:
    font = text_font(style, 600)
    assert QFontInfo(font).family() == "Inter"
    assert font.pixelSize() == TEXT_STYLES[style].size
    assert TEXT_STYLES[style].size >= 11
    assert QFontMetrics(font).tightBoundingRect("Hg0").height() <= TEXT_STYLES[style].line


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_that_figures_are_of_one_width(fonts: tuple[str, ...], weight: int) -> None:
    metrics = QFontMetrics(text_font("body", weight))  # type: ignore[arg-type]
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_that_nothing_is_printed_below_eleven_pixels() -> None:
    assert sized_font(6).pixelSize() == 11


def test_that_code_is_printed_in_the_mono_face(fonts: tuple[str, ...]) -> None:
    assert QFontInfo(mono_font()).family() == "JetBrains Mono"


def test_that_words_keep_their_hyphens_narrow(fonts: tuple[str, ...]) -> None:
    metrics = QFontMetrics(text_font("index"))
    assert metrics.horizontalAdvance(printed("-")) < metrics.horizontalAdvance("0") * 0.75
    assert printed("−1.4") == "−1.4"
