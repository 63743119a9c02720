"""Mean behaviour of doctrine over many worlds: the properties of MODEL D9, on shared draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest

from wargame import paths
from wargame.engine.rollout import roll_out
from wargame.engine.rollout_results import Rollouts
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecast_start import forecast_start
from wargame.play.what_if import Asked, changed_scenario

pytestmark = pytest.mark.compiled

LAW = paths.cache() / "law"
COUNT = 640
TURNS = 12
SEED = 11
SLACK = 0.004
"""Three worlds in COUNT: what a flat stretch of a monotone curve may wobble by."""


@cache
def _start() -> tuple[Scenario, World]:
    return forecast_start("after-tehran", None)


@dataclass(frozen=True, slots=True)
class Seen:
    """What many worlds had in common: probabilities and mean large acts."""

    all_out: float
    replied: float
    pressed: float
    index: float


@cache
def _seen(asked: Asked) -> Seen:
    scenario, world, what_if = changed_scenario(*_start(), asked)
    found = roll_out(
        scenario, world, COUNT, TURNS, SEED, compiled_in=LAW, threads=2, what_if=what_if
    )
    return Seen(
        all_out=float((found.flags["all_out"] > 0).mean()),
        replied=float((_large(scenario, found, "IRN", "ISR") > 0).mean()),
        pressed=float(_large(scenario, found, "ISR", "HZB").mean()),
        index=float(found.index[-1].mean()),
    )


def _large(scenario: Scenario, found: Rollouts, actor: str, target: str):  # type: ignore[no-untyped-def]
    ids = [str(a) for a in scenario.layout.actors]
    return found.large[ids.index(actor), ids.index(target)]


def _with(**values: float) -> Seen:
    return _seen(Asked(tuple((path.replace("__", "."), v) for path, v in values.items())))


def _rising(numbers: list[float], slack: float = SLACK) -> bool:
    return all(b >= a - slack for a, b in pairwise(numbers))


def test_the_vise_silence_emboldens_and_a_reply_risks_the_spiral() -> None:
    base = _seen(Asked())
    silent = _seen(Asked(forbidden=("IRN ISR 5",)))
    assert silent.pressed >= 3 * base.pressed
    assert base.all_out >= 2 * silent.all_out
    assert base.all_out > silent.all_out + 0.01


def test_that_each_vow_ties_hands() -> None:
    replied = [_with(vows__IRN=float(v)).replied for v in range(4)]
    assert _rising(replied)
    assert replied[3] > replied[0] + 0.1


def test_that_a_harder_reply_ratio_of_israel_raises_the_index() -> None:
    found = [_with(doctrine__ISR__reply_ratio=r).index for r in (0.6, 1.0, 1.4)]
    assert _rising(found, 0.0)


def test_that_a_broken_taboo_does_not_calm() -> None:
    found = [
        _seen(Asked((("precedent.ISR.IRN", r), ("precedent.IRN.ISR", r))))
        for r in (6.0, 9.0, 11.0, 13.0)
    ]
    assert _rising([f.replied for f in found], 0.02)
    assert _rising([f.all_out for f in found], 0.01)


def test_that_a_held_reply_is_held() -> None:
    base, held = _seen(Asked()), _with(deferral__IRN__ISR=0.8, deferral_days__IRN__USA=60.0)
    assert held.replied < base.replied


def test_moral_hazard_leverage_and_the_pact() -> None:
    support = [_with(**{"dyads__USA-ISR__support": s}) for s in (0.0, 0.5, 1.0)]
    leverage = [_with(**{"dyads__USA-ISR__leverage": s}) for s in (1.0, 0.5, 0.0)]
    for found in (support, leverage):
        # The index varies less than a rare event and says the same.
        assert _rising([f.index for f in found], 0.0)
        assert found[2].index > found[0].index + 1.0
        assert _rising([f.all_out for f in found], 0.01)
    full = _seen(Asked((("support.USA.ISR", 1.0), ("pact.USA.ISR", 1.0))))
    assert full.index < support[2].index - 1.0
    assert full.all_out <= support[2].all_out + 0.01
