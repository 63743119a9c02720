"""Mean behaviour of doctrine over many worlds: the properties of MODEL D9, on shared draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from wargame import paths
from wargame.engine.law.hazards import weekly_hazard
from wargame.engine.law.parameters import parameter_record
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.rollout import roll_out
from wargame.engine.rollout_results import Rollouts
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import Asked, changed_scenario

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
    risk: float


def _risk(scenario: Scenario, found: Rollouts) -> float:
    """Mean probability of losing control, summed along each path: less noisy than the event."""
    before = found.index.copy()
    for world, turn in enumerate(found.flags["all_out"]):
        if turn > 0:
            before[turn - 1 :, world] = before[max(turn - 2, 0), world]
    p = Parameters(parameter_record(scenario, scenario.starts[0].id))
    weekly = np.vectorize(lambda index: weekly_hazard(p, index))(before)
    safe = np.prod((1.0 - weekly) ** (scenario.turn_days / 7.0), axis=0)
    return float(1.0 - safe.mean())


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
        risk=_risk(scenario, found),
    )


def _large(scenario: Scenario, found: Rollouts, actor: str, target: str):  # type: ignore[no-untyped-def]
    ids = [str(a) for a in scenario.layout.actors]
    return found.large[ids.index(actor), ids.index(target)]


def _with(**values: float) -> Seen:
    return _seen(
        Asked(tuple((path.replace("___", "-").replace("__", "."), v) for path, v in values.items()))
    )


def _rising(numbers: list[float], slack: float = SLACK) -> bool:
    return all(b >= a - slack for a, b in pairwise(numbers))


def test_the_vise_silence_emboldens_and_a_reply_risks_the_spiral() -> None:
    base = _seen(Asked())
    silent = _seen(Asked(forbidden=("IRN ISR 5",)))
    # The prototype has .27 against 2.07 in 26 weeks; in five weeks the belief falls less far.
    assert silent.pressed >= 2 * base.pressed
    assert base.all_out >= 3 * silent.all_out
    assert base.all_out > silent.all_out + 0.01


def test_that_each_vow_ties_hands() -> None:
    replied = [_with(vows__IRN=float(v)).replied for v in range(4)]
    assert _rising(replied)
    assert replied[3] > replied[0] + 0.1


def test_that_a_harder_reply_ratio_of_israel_raises_the_risk() -> None:
    """D9.8: prototype .061 to .146 in 26 weeks."""
    found = [_with(doctrine__ISR__reply_ratio=r) for r in (0.6, 1.0, 1.4)]
    assert _rising([f.index for f in found], 0.0)
    assert _rising([f.all_out for f in found], 0.002)
    assert found[2].risk > 1.05 * found[1].risk


def test_that_a_harder_reply_ratio_of_iran_raises_the_risk_and_curbs_opportunism() -> None:
    """D9.8: prototype .024, .062, .082, .105, .221, and 1.37 to .15 large strikes."""
    found = [_with(doctrine__IRN__reply_ratio=r) for r in (0.2, 0.5, 0.8, 1.1, 1.5)]
    assert _rising([f.all_out for f in found], 0.002)
    assert _rising([f.risk for f in found], 0.0)
    assert found[4].risk > 3 * found[0].risk
    assert found[4].pressed < 0.7 * found[0].pressed


def test_that_choreography_lowers_the_risk_by_a_third() -> None:
    """D9.5: the same weapons; prototype .038 against .096. With a channel it holds oftener."""
    plain, told = (_with(dyads__IRN___ISR__choreography=c) for c in (0.0, 1.0))
    assert told.risk < 0.75 * plain.risk
    line = {"channel__ISR__IRN": 1.0, "channel__IRN__ISR": 1.0}
    plain, told = (_with(dyads__IRN___ISR__choreography=c, **line) for c in (0.0, 1.0))
    assert told.risk < 0.70 * plain.risk


def test_that_a_back_channel_lowers_the_risk() -> None:
    """D9.6: prototype .181 to .071; noise matters less where few acts are misread."""
    found = [_with(channel__ISR__IRN=c, channel__IRN__ISR=c).risk for c in (0.0, 1.0)]
    assert found[1] < 0.95 * found[0]


def test_that_a_broken_taboo_does_not_calm() -> None:
    found = [
        _seen(Asked((("precedent.ISR.IRN", r), ("precedent.IRN.ISR", r))))
        for r in (6.0, 9.0, 11.0, 13.0)
    ]
    assert _rising([f.replied for f in found], 0.005)
    assert _rising([f.risk for f in found], 0.0)
    assert found[3].risk > 1.1 * found[0].risk
    assert found[3].index > found[0].index


def test_that_a_held_reply_is_held() -> None:
    base, held = _seen(Asked()), _with(deferral__IRN__ISR=0.8, deferral_days__IRN__USA=60.0)
    # The prototype: .924 to .537 in four turns.
    assert held.replied <= 0.7 * base.replied


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
