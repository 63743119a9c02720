"""A forecast as a page: it stands alone, says what was asked, and draws what was found."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from wargame.model.outlook import Driver, Estimate
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.forecast_summary import Acts, Forecast
from wargame.play.forecasts.what_if import Asked
from wargame.reports.forecast_page import forecast_page

FOUND = Forecast(
    rollouts=2_000,
    turns=3,
    seed=5,
    first_turn=1,
    elapsed_s=1.0,
    index={
        5: (40.0, 41.0, 42.0),
        25: (45.0, 46.0, 47.0),
        50: (50.0, 51.0, 52.0),
        75: (55.0, 56.0, 57.0),
        95: (60.0, 61.0, 62.0),
    },
    all_out=Estimate(0.07, 0.06, 0.08),
    direct_strike=Estimate(0.4, 0.38, 0.42),
    truce=Estimate(0.1, 0.09, 0.11),
    collapse=Estimate(0.0, 0.0, 0.01),
    acts=(Acts("IRN", "ISR", 2.5, 0.5),),
    drivers=(Driver("Acts <large>", Estimate(-0.05, -0.07, -0.03), is_constant=False),),
    digest="d" * 64,
    doubts=("Only 20 runs: what is rare may not have come up at all.",),
)
ASKED = Asked((("face.IRN", 0.3),), ("1 ISR M13 IRN",), ("ISR HAM 5",))
_EMPTY = {"meta", "line", "polygon", "polyline", "circle"}


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        assert tag in _EMPTY

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page() -> str:
    scenario, world = forecast_start("after-tehran", None)
    return forecast_page(scenario, world, ASKED, FOUND)


def test_that_the_page_needs_nothing_else() -> None:
    assert not re.search(r"https?:|src=|url\(|<script|<link", page())


def test_that_the_page_is_well_formed() -> None:
    balance = _Balance()
    balance.feed(page())
    assert balance.open == []


def test_that_the_page_says_risks_inputs_and_doubts() -> None:
    text = page()
    for words in ("7.0 %", "6.0 to 8.0", "face.IRN = 0.3", "1 ISR M13 IRN", "ISR HAM 5"):
        assert words in text, words
    assert FOUND.doubts[0] in text
    assert FOUND.digest in text
    assert "Acts &lt;large&gt;" in text
    assert "−5.0" in text
    assert "Iran against Israel" in text


def test_that_the_fan_has_a_place_for_every_turn() -> None:
    bands = re.findall(r'<polygon points="([^"]+)"', page())
    assert [len(band.split()) for band in bands] == [8, 8]


def test_that_the_page_says_whether_the_constants_were_varied() -> None:
    scenario, world = forecast_start("after-tehran", None)
    varied = forecast_page(scenario, world, ASKED, replace(FOUND, is_uncertain=True))
    assert "<td>Constants of the model</td><td>varied</td>" in varied
    assert "<td>Constants of the model</td><td>as the scenario has them</td>" in page()


@pytest.mark.parametrize("theme", [0, 1])
def test_that_every_word_of_the_page_stands_out_from_its_paper(theme: int) -> None:
    style = page()

    def light(name: str) -> float:
        written = re.findall(rf"--{name}: #([0-9a-f]{{6}})", style)[theme]
        parts = [int(written[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    for ink in ("ink", "soft", "band"):
        one, other = light(ink), light("paper")
        assert max(one, other) / min(one, other) >= 4.5, ink


def test_that_a_narrow_screen_breaks_words_but_no_numbers() -> None:
    style = page()
    assert re.search(r"th, td \{[^}]*overflow-wrap: anywhere", style)
    assert re.search(r"td\.number, th\.number \{[^}]*white-space: nowrap", style)
