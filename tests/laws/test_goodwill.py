"""Goodwill, normalisation and who joins a defence (S21)."""

from __future__ import annotations

import pytest

from tests.builders import AMB, BLU, GRN, PRX
from tests.laws.neighbourhood import Block, Order, block
from wargame.engine.law.goodwill import join_chance

FOILED = {"partners.BLU": 1.0, "goodwill": 0.5, "readiness.BLU": 1.0}


def attacked(hours: float = 72.0, **values: float) -> Block:
    b = block({**FOILED, **values})
    return b.play([(AMB, "barrage", BLU)], warning_asked=hours)


def test_that_restraint_after_a_foiled_attack_makes_partners_likelier_to_join() -> None:
    """S21, M63."""
    b = attacked()
    before = join_chance(b.w, b.p, 0, 24.0)
    b.play().play()
    assert b.all("goodwill")[0] == pytest.approx(0.6, abs=0.01)
    assert join_chance(b.w, b.p, 0, 24.0) > before


def test_that_a_direct_reply_makes_partners_less_likely_to_join() -> None:
    """S21, M64."""
    b = attacked()
    before = join_chance(b.w, b.p, 0, 24.0)
    b.play([(BLU, "prepared", AMB)]).play().play()
    assert b.all("goodwill")[0] == pytest.approx(0.36, abs=0.02)
    assert join_chance(b.w, b.p, 0, 24.0) < before


def test_that_who_is_under_no_guarantee_spends_no_goodwill() -> None:
    """D5.16 is about the neighbours who might defend a state, not about its attacker."""
    b = block({"goodwill": 0.5}).play([(AMB, "barrage", BLU)])
    assert b.all("goodwill") == [0.5]


def test_that_a_salvo_that_gets_through_earns_no_goodwill() -> None:
    b = attacked(hours=0.0, **{"readiness.BLU": 0.2, "shield.BLU": 0.2, "partners.BLU": 0.0})
    assert b.all("foiled_days.BLU") == [0.0]


def test_that_harm_spends_goodwill_and_undoes_normalisation() -> None:
    """D5.16, M65."""
    b = block({"goodwill": 0.5, "normalisation": 0.4}, lanes=10).play([(BLU, "campaign", PRX)])
    deaths = b.mean("deaths.PRX") / 1000
    assert b.mean("goodwill") == pytest.approx(0.5 - 0.02 * deaths, abs=1e-3)
    assert b.mean("normalisation") == pytest.approx(0.4 - 0.01 * deaths, abs=1e-6)


@pytest.mark.parametrize(("goodwill", "hours"), [(0.2, 72.0), (0.5, 72.0), (0.9, 72.0)])
def test_that_background_partners_join_as_often_as_goodwill_says(
    goodwill: float, hours: float
) -> None:
    """D5.16: logistic(-1 + 3 g + 1 with warning), within three standard errors."""
    b = block({"goodwill": goodwill, "partners.BLU": 0.0}, lanes=1500)
    b.play([(AMB, "barrage", BLU)], warning_asked=hours)
    joined = sum(x > 0.15 for x in b.all("partners.BLU")) / 1500
    chance = join_chance(b.w, b.p, 0, hours)
    assert abs(joined - chance) < 3 * (chance * (1 - chance) / 1500) ** 0.5


def test_that_an_order_to_join_counts_only_with_hours_of_warning() -> None:
    """Move M03, S6: six hours or more."""
    leaks = {}
    for hours in (1.0, 24.0):
        for joins in (False, True):
            b = block({"partners.BLU": 0.0, "goodwill": 0.0}, lanes=60)
            help_comes: list[Order] = [(GRN, "join-defence", BLU)] if joins else []
            b.play([*help_comes, (AMB, "barrage", BLU)], warning_asked=hours)
            leaks[hours, joins] = sum(
                b.a.leaked[len(help_comes), weapon, k] for weapon in range(5) for k in range(60)
            )
    assert leaks[1.0, True] == leaks[1.0, False]
    assert leaks[24.0, True] < leaks[24.0, False]
