"""Every pair of text and ground that sheet or painters use can be read, in both themes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import wargame.ui
from wargame.ui.theme.bands import BandScale, BandSpan, band_colour, band_colours
from wargame.ui.theme.contrast import contrast, mixed, over
from wargame.ui.theme.sheet import style_sheet
from wargame.ui.theme.tokens import COLOUR_ROLES, DARK, LIGHT, ColourRole, Theme, theme_named

UI = Path(next(iter(wargame.ui.__path__)))

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)

INKS: tuple[ColourRole, ...] = ("t1", "t2", "t3", "accent", "danger", "warn", "ok")
GROUNDS: tuple[ColourRole, ...] = ("win", "panel", "raised", "hover", "sunken", "accent_soft")
FILLS: tuple[ColourRole, ...] = ("accent_fill", "accent_fill_hover", "accent_fill_pressed")

FIVE = BandScale(
    (
        BandSpan(1, "Steady", 0, 2, 0, 20),
        BandSpan(2, "Posture", 3, 5, 20, 35),
        BandSpan(3, "Shadow war", 6, 9, 35, 60),
        BandSpan(4, "Direct strikes", 10, 14, 60, 80),
        BandSpan(5, "Open war", 15, 20, 80, 100),
    )
)


@THEMES
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_that_every_text_colour_can_be_read_on_every_ground(
    theme: Theme, ink: ColourRole, ground: ColourRole
) -> None:
    assert contrast(theme.hex(ink), theme.hex(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", FILLS)
def test_that_the_primary_button_can_be_read_in_all_its_states(
    theme: Theme, ground: ColourRole
) -> None:
    assert contrast(theme.on_accent, theme.hex(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("count", range(3, 10))
def test_that_text_can_be_read_on_every_band(theme: Theme, count: int) -> None:
    for band in band_colours(theme, count):
        assert contrast(band.on_fill, band.fill) >= 4.5
        assert contrast(theme.t1, band.tint) >= 4.5
        assert contrast(theme.t2, band.tint) >= 4.5


@THEMES
def test_that_text_stays_readable_on_forecasts_over_any_band(theme: Theme) -> None:
    for band in theme.bands:
        outer = over(theme.fan, theme.fan90_share, band.tint)
        assert contrast(theme.t1, over(theme.fan, theme.fan50_share, outer)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["win", "panel", "raised", "sunken"])
def test_that_input_borders_and_the_focus_ring_stand_out(theme: Theme, ground: ColourRole) -> None:
    assert contrast(theme.ctl, theme.hex(ground)) >= 3
    assert contrast(theme.accent, theme.hex(ground)) >= 3


@THEMES
def test_that_bands_differ_from_their_neighbours(theme: Theme) -> None:
    for count in range(3, 10):
        fills = [band.fill for band in band_colours(theme, count)]
        assert len(set(fills)) == count
        for lower, upper in pairwise(fills):
            assert contrast(lower, upper) > 1.02 or lower[1:3] != upper[1:3]


def test_that_five_bands_use_the_given_colours_and_other_ramps_keep_their_ends() -> None:
    assert band_colours(DARK, 5) == DARK.bands
    for count in (3, 4, 6, 9):
        ramp = band_colours(LIGHT, count)
        assert ramp[0].fill == LIGHT.bands[0].fill
        assert ramp[-1].fill == LIGHT.bands[-1].fill


def test_that_a_band_outside_the_ramp_takes_the_nearer_end() -> None:
    assert band_colour(DARK, 0, 5) == DARK.bands[0]
    assert band_colour(DARK, 9, 5) == DARK.bands[4]


@pytest.mark.parametrize(
    ("index", "band"),
    [(0, 1), (19.9, 1), (20, 2), (35, 3), (59.99, 3), (60, 4), (80, 5), (100, 5), (120, 5)],
)
def test_that_an_index_on_a_cut_off_belongs_to_the_band_above(index: float, band: int) -> None:
    assert FIVE.of_index(index).number == band


@pytest.mark.parametrize(("rung", "band"), [(0, 1), (2, 1), (3, 2), (9, 3), (14, 4), (20, 5)])
def test_that_rungs_lie_in_their_bands(rung: int, band: int) -> None:
    assert FIVE.of_rung(rung).number == band


def test_that_bands_are_equally_tall_on_a_gauge_whatever_they_span() -> None:
    assert FIVE.height_share(0) == 0
    assert FIVE.height_share(35) == pytest.approx(2 / 5)
    assert FIVE.height_share(70) == pytest.approx(3.5 / 5)
    assert FIVE.height_share(100) == 1


def test_that_mixing_keeps_both_ends() -> None:
    assert mixed("#7C90AE", "#EC5078", 0.0) == "#7C90AE"
    assert mixed("#7C90AE", "#EC5078", 1.0) == "#EC5078"


def test_that_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_that_the_sheet_has_no_token_left_open_and_names_no_colour_of_its_own() -> None:
    known = {DARK.hex(role) for role in COLOUR_ROLES}
    sheet = style_sheet(DARK)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= known
    assert style_sheet(LIGHT) != sheet


def test_that_no_file_but_the_tokens_holds_a_literal_colour() -> None:
    literal = re.compile(r"""["'(]\s*#[0-9A-Fa-f]{3,8}\b|\brgba?\(|GlobalColor\.(?!transparent)""")
    found = [
        f"{path.relative_to(UI)}:{number}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "tokens.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if literal.search(line) and ">>>" not in line
    ]
    assert not found


def test_that_no_screen_sets_a_sheet_of_its_own() -> None:
    found = [
        str(path.relative_to(UI))
        for path in sorted(UI.rglob("*.py"))
        if "setStyleSheet(" in path.read_text("utf-8") and path.name != "apply.py"
    ]
    assert not found


def test_that_themes_are_found_by_name() -> None:
    assert theme_named("light") is LIGHT
    assert theme_named("dark") is DARK
    assert theme_named("None") is DARK
