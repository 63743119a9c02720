"""False alarms (MODEL D5.2, M6): who expects an attack that is not coming, and what it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import AMB, BLU, PRX
from tests.laws.neighbourhood import block
from wargame.engine.law.hazards import happens, over_days

LANES = 1200
SABOTAGE, STRIKE = (BLU, "sanctions", AMB), (BLU, "strike", AMB)


def alarmed(orders: list[tuple[str, ...]], parameters: dict[str, float] | None = None) -> float:
    """Share of worlds in which AMB called out its forces."""
    b = block(parameters=parameters, lanes=LANES).play(orders)  # type: ignore[arg-type]
    return sum(alert > 0.5 for alert in b.all("alert.AMB")) / LANES


def test_that_false_alarms_are_as_rare_as_the_model_says() -> None:
    """Two per cent a week while something stirs; 1,200 draws, three standard errors."""
    assert alarmed([SABOTAGE]) == pytest.approx(0.02, abs=0.012)
    assert over_days(0.02, 7.0) == pytest.approx(0.02)


@given(st.floats(1e-16, 1.0 - 1e-16), st.floats(0.0, 1.0), st.sampled_from([1.0, 3.0, 7.0, 30.0]))
def test_that_a_draw_is_judged_as_if_its_chance_were_worked_out(
    u: float, weekly: float, days: float
) -> None:
    assert happens(u, weekly, days) == (u < over_days(weekly, days))


def test_that_nobody_is_alarmed_where_nothing_stirs() -> None:
    assert alarmed([]) == 0.0
    assert alarmed([(BLU, "fire", PRX)], {"warning.false_alarm": 0.0}) == 0.0


def test_that_an_attack_that_comes_is_no_false_alarm() -> None:
    assert alarmed([STRIKE]) == 0.0


def test_that_more_is_misread_where_false_alarms_are_likelier() -> None:
    """On common draws, a higher chance never alarms fewer worlds."""
    shares = [alarmed([SABOTAGE], {"warning.false_alarm": x}) for x in (0.0, 0.02, 0.05)]
    assert shares == sorted(shares)
    assert shares[0] == 0.0 < shares[-1]


def test_that_an_alarm_calls_out_forces() -> None:
    b = block(lanes=LANES).play([SABOTAGE])
    alert, readiness = b.all("alert.AMB"), b.all("readiness.AMB")
    called = [r for a, r in zip(alert, readiness, strict=True) if a > 0.5]
    rest = [r for a, r in zip(alert, readiness, strict=True) if a <= 0.5]
    assert called
    assert min(called) >= 0.65 > max(rest)
