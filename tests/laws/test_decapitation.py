"""Killing leaders: S11 of MODEL A8, and D9 14."""

from __future__ import annotations

from math import log

import pytest

from tests.laws.alliances import AMB, BLU, PRX, SOL, Block, alliance, block
from wargame.model.ids import ActorId

SURE = {"covert.success_base": 50.0, "strike.success_base": 50.0}


def killed(name: str, target: ActorId, values: dict[str, float] | None = None) -> Block:
    """A world after one act at leaders that is sure to succeed."""
    of = alliance(values, parameters=SURE)
    b = block(of)
    b.act(0, BLU, name, target)
    return b.play()


def capability_after(bench: float, weeks: int) -> list[float]:
    """Striking capability of a group in each week after its leader was killed."""
    b = killed("behead", PRX, {"bench.PRX": bench})
    path = [b.at("strike.PRX")]
    for turn in range(2, weeks + 2):
        b = b.turned(turn).play()
        path.append(b.at("strike.PRX"))
    return path


def test_that_a_kill_costs_a_fifth_of_capability_and_some_cohesion() -> None:
    """S11: capability dips at least 15 %."""
    b = killed("behead", PRX, {"cohesion.PRX": 0.9})
    assert b.at("strike.PRX") == pytest.approx(0.8)
    assert b.at("cohesion.PRX") == pytest.approx(0.9 * 0.93)
    assert b.at("autonomy.PRX.AMB") == pytest.approx(0.55)
    assert b.at("hardline.PRX") > 0.3


@pytest.mark.parametrize("bench", [0.3, 0.8, 1.0])
def test_that_half_of_the_dip_is_back_after_the_half_life_of_replacement(bench: float) -> None:
    """S11: the half-life is ln 2 over the pace of the bench."""
    half_life = log(2) / (0.08 * bench)
    path = capability_after(bench, int(half_life) + 1)
    assert path[int(half_life) - 1] < 0.9 <= path[int(half_life) + 1]


def test_that_capability_at_the_end_rises_with_the_bench_and_without_one_never_recovers() -> None:
    """D9 14: prototype .79, .88, .94 with rates 0, .08 and .2 a week."""
    ends = [capability_after(bench, 26)[-1] for bench in (0.0, 0.5, 1.0)]
    assert ends[0] == pytest.approx(0.8)
    assert ends[0] < ends[1] < ends[2] < 1.0


def test_that_the_bench_gives_back_what_leaders_took_and_not_what_fire_destroyed() -> None:
    b = killed("behead", PRX, {"bench.PRX": 1.0, "strike.PRX": 0.5})
    for turn in range(2, 150):
        b = b.turned(turn).play()
    assert b.at("strike.PRX") == pytest.approx(0.5, abs=1e-3)


def test_that_a_commander_counts_for_a_quarter_of_a_leader() -> None:
    """C05."""
    b = killed("mid", PRX)
    assert b.at("strike.PRX") == pytest.approx(1 - 0.25 * 0.2)
    assert b.at("disarray.PRX") == 0


def test_that_a_guest_killed_in_the_capital_weakens_his_own_group_and_not_the_host() -> None:
    """C07: the host is shamed, has to explain itself, and the group's talks stop."""
    b = killed("guest", AMB, {"talks.border": 0.5, "talks.hills": 0.2})
    assert b.at("strike.AMB") == 1.0
    assert b.at("strike.PRX") == pytest.approx(0.8)
    assert b.at("strike.SOL") == 1.0
    assert b.at("talks.border") == pytest.approx(0.1, abs=0.02)
    assert b.at("reckoning.AMB") == pytest.approx(0.1)
    assert b.at("face.AMB") < 0.7


def test_that_the_guest_is_he_with_whom_others_talk() -> None:
    b = killed("guest", AMB, {"talks.border": 0.1, "talks.hills": 0.7})
    assert b.at("strike.PRX") == 1.0
    assert b.at("strike.SOL") == pytest.approx(0.8)


def test_that_a_military_head_carries_the_talks_only_now_and_then() -> None:
    """C06, M46: with the probability that the constant says."""
    lanes = 4000
    b = block(alliance({"talks.border": 0.5}, parameters=SURE), lanes)
    for k in range(lanes):
        b.act(k, BLU, "behead", PRX)
    b.play()
    stopped = sum(b.at("talks.border", k) < 0.3 for k in range(lanes)) / lanes
    assert stopped == pytest.approx(0.3, abs=0.02)


@pytest.mark.parametrize("days", [1.0, 7.0])
def test_that_disarray_halves_fire_and_shield_for_two_weeks(days: float) -> None:
    """C08, M41: what it can bring to bear is 60 % of what it has."""
    values = {"asset.BLU.PRX": 0.9}
    of = alliance(values, parameters=SURE, turn_days=days)
    b = block(of, days=days)
    b.act(0, BLU, "devices", PRX)
    b.play()
    assert b.at("strike.PRX") == 1.0
    shaken = []
    for turn in range(2, int(28 / days) + 2):
        b = b.turned(turn, days)
        row = b.act(0, PRX, "ships", BLU)
        b.a.salvo[row, 4, 0] = 100
        b.play()
        shaken.append(b.a.launched[row, 4, 0] == 60)
    in_disarray = int(14 / days) - 1
    assert shaken == [True] * in_disarray + [False] * (len(shaken) - in_disarray)


def test_that_devices_need_an_asset_that_has_matured() -> None:
    """S12: C08 without it comes to nothing."""
    assert killed("devices", PRX, {"asset.BLU.PRX": 0.59}).at("disarray.PRX") == 0
    assert killed("devices", PRX, {"asset.BLU.PRX": 0.61}).at("disarray.PRX") > 0


def test_that_killing_the_negotiator_delays_an_agreement() -> None:
    """S13: weeks of mediation until terms lie on the table."""

    def weeks(negotiator_dies: bool) -> int:
        b = block(alliance({"talks.border": 0.45}, parameters=SURE))
        for turn in range(1, 60):
            b = b.turned(turn)
            b.act(0, SOL, "mediate", PRX)
            if negotiator_dies and turn == 1:
                b.act(0, BLU, "guest", AMB)
            b.play()
            if b.at("talks.border") >= 0.6:
                return turn
        return 60

    assert weeks(negotiator_dies=True) >= weeks(negotiator_dies=False) + 8
