"""A choreographed exit against the same weapons without notice (S7, D9.5)."""

from __future__ import annotations

import pytest

from tests.builders import AMB, BLU
from tests.laws.neighbourhood import Block, block
from wargame.engine.law.hazards import weekly_hazard

WORLDS = 150
WEEKS = 8


def after_provocation(heat: float, *, announced: bool) -> tuple[Block, float]:
    """A killing in the capital, then the answer; the chance to lose control in eight weeks."""
    b = block(
        {
            "channel.BLU.AMB": 1.0,
            "readiness.BLU": 0.6,
            "partners.BLU": 0.5,
            "front_heat.direct": heat,
        },
        lanes=WORLDS,
    )
    b.play([(BLU, "kill", AMB)])
    b.play(
        [(AMB, "barrage", BLU)], announced=int(announced), warning_asked=72.0 if announced else 0.0
    )
    shot = b.a
    safe = [1.0] * WORLDS
    for _ in range(WEEKS):
        for k, index in enumerate(b.all("index")):
            safe[k] *= 1.0 - weekly_hazard(b.p, min(index, 99.9))
        b.play()
    b.a = shot
    return b, 1.0 - sum(safe) / WORLDS


@pytest.mark.parametrize("heat", [0.0, 45.0])
def test_that_choreography_lowers_risk_leak_debt_and_the_attackers_gain(heat: float) -> None:
    """S7: before anybody replies, by a sixth or more (0.82 and 0.73 of the risk measured).

    D9.5's third counts the replies as well (prototype 0.038 against 0.096).
    """
    told, with_notice = after_provocation(heat, announced=True)
    dumb, without = after_provocation(heat, announced=False)
    assert with_notice < 0.85 * without
    leaks = [
        sum(b.a.leaked[0, weapon, k] for weapon in range(5) for k in range(WORLDS))
        for b in (told, dumb)
    ]
    assert leaks[0] < leaks[1]
    assert sum(told.all("debt.BLU.AMB")) < sum(dumb.all("debt.BLU.AMB"))
    assert sum(told.all("face.AMB")) < sum(dumb.all("face.AMB"))
