"""How long replies take: the recorded times lie within the middle of what the law gives (C4).

Days from the provocation to the answer, in turns of three days. A world in which no answer came
counts as longer than any: the recorded time must lie between the times by which a tenth and nine
tenths of all worlds had answered.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pytest

from tests.doctrine_games import DoctrineGame, doctrine_games
from tests.laws.test_taboo_line import QUIET
from wargame import paths
from wargame.engine.rollout import roll_out
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import Asked, changed_scenario

LAW = paths.cache() / "law"
NEVER = math.inf
NO_BLOW = ("ISR IRN 5",)
HELD = {"deferral.IRN.ISR": 0.9, "deferral_days.IRN.USA": 60.0}


def _days(
    start: str | None,
    turns: int,
    values: Mapping[str, float],
    orders: tuple[str, ...] = (),
    forbidden: tuple[str, ...] = (),
) -> list[float]:
    """Days until somebody strikes a direct rival's soil, in many worlds."""
    asked = Asked(tuple(values.items()), orders, forbidden)
    scenario, world, what_if = changed_scenario(*forecast_start("after-tehran", start), asked)
    found = roll_out(scenario, world, 400, turns, 11, compiled_in=LAW, threads=2, what_if=what_if)
    days = scenario.turn_days
    return [days * float(t) if t > 0 else NEVER for t in found.flags["direct"]]


def _middle(days: list[float]) -> tuple[float, float]:
    """The times by which a tenth and nine tenths of all worlds had answered."""
    low, high = np.percentile(days, [10, 90], method="inverted_cdf")
    return float(low), float(high)


@pytest.mark.compiled
def test_that_iran_answers_the_killing_in_damascus_as_soon_as_it_did() -> None:
    """1 to 13 April 2024: 12 days."""
    low, high = _middle(_days(None, 14, QUIET, ("1 ISR M09 IRN",)))
    assert low <= 12 <= high


@pytest.mark.compiled
def test_that_israel_answers_the_salvo_of_april_as_soon_as_it_did() -> None:
    """13 to 19 April 2024: 6 days."""
    low, high = _middle(_days("2024-04-14", 12, {}, forbidden=("IRN ISR 9",)))
    assert low <= 6 <= high


@pytest.mark.compiled
def test_that_israel_answers_the_salvo_of_october_as_soon_as_it_did() -> None:
    """1 to 26 October 2024: 25 days."""
    low, high = _middle(_days("2024-10-02", 14, {}, forbidden=("IRN ISR 9",)))
    assert low <= 25 <= high


@pytest.mark.compiled
def test_that_iran_holds_its_answer_to_the_killing_in_tehran_as_long_as_it_did() -> None:
    """31 July to 1 October 2024: 62 days, of which it was asked to hold for most."""
    held = _days(None, 24, HELD, forbidden=NO_BLOW)
    low, high = _middle(held)
    assert low <= 62 <= high
    # Half of the worlds in which nobody asks have their answer much sooner.
    assert float(np.median(_days(None, 24, {}, forbidden=NO_BLOW))) < 31


def _first_answer(game: DoctrineGame) -> float:
    """Days until Hezbollah's first single act of rung 9 or more against Israel."""
    turns = [
        a.turn for a in game.acts if (a.actor, a.order.target) == ("HZB", "ISR") and a.rung > 8
    ]
    return min(turns) * game.scenario.turn_days if turns else NEVER


def test_that_hezbollah_answers_the_killing_in_beirut_as_soon_as_it_did() -> None:
    """30 July to 25 August 2024: 26 days."""
    low, high = _middle([_first_answer(game) for game in doctrine_games(12)])
    assert low <= 26 <= high
