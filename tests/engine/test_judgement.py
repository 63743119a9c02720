"""Which acts ask for control's judgement, each reason on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scenes import AMB, BLU, after, blank, order, planning_world
from wargame.engine.adjudicate import adjudicate
from wargame.engine.judgement import marks_of
from wargame.model.events import ActResolved, Draw, OrdersSealed, PhaseBegan, Weapons
from wargame.model.ids import Phase, Weapon
from wargame.model.ledger import Entry
from wargame.model.rulings import How, Ruling, RulingBook
from wargame.model.world import World

SCENARIO = blank()


def quiet() -> tuple[World, int, ActResolved]:
    """A turn with one harmless act."""
    sealed = (OrdersSealed(BLU, (order("D04", "GRN"),)), PhaseBegan(1, Phase.ADJUDICATE))
    locked = after(SCENARIO, sealed, planning_world(SCENARIO))
    world = after(SCENARIO, adjudicate(SCENARIO, locked), locked)
    number, act = next(
        (n, h) for n, h in world.turns[-1] if isinstance(h, ActResolved) and h.order.move == "D04"
    )
    return world, number, replace(act, draws=())


WORLD, NUMBER, ACT = quiet()


def marks(**changed: object) -> tuple[str, ...]:
    act = replace(ACT, **changed)  # type: ignore[arg-type]
    return marks_of(SCENARIO, WORLD, NUMBER, act)


def salvo(launched: int) -> tuple[Weapons, ...]:
    return (Weapons(Weapon.DRONE, launched, launched, launched, 0, launched),)


def test_that_a_harmless_act_is_ready() -> None:
    assert marks() == ()


@pytest.mark.parametrize(
    ("changed", "mark"),
    [
        ({"killed": 120}, "120 killed"),
        ({"weapons": salvo(80)}, "Large strike"),
        ({"rung": 19.0, "success": False}, "Nuclear"),
        ({"rung": 12.0, "front": SCENARIO.fronts[0].id}, "New rung on this front"),
        ({"draws": (Draw("harm.deaths", 0, 0.99, 40.0),)}, "Rare draw"),
        (
            {"ledger": (Entry("disarray", "GRN", "", 0.0, 14.0, "act:1", "S11"),)},
            "A leader was hit",
        ),
    ],
)
def test_that_each_reason_for_judgement_is_named(changed: dict[str, object], mark: str) -> None:
    assert mark in marks(**changed)


def test_that_what_goes_on_asks_for_nothing() -> None:
    assert marks(goes_on=True, killed=5_000, weapons=salvo(500)) == ()


def test_that_an_ordinary_draw_asks_for_nothing() -> None:
    assert marks(draws=(Draw("harm.deaths", 0, 0.5, 1.0),)) == ()
    assert marks(draws=(Draw("perception.reader", 0, 0.999, 1.0),)) == ()


def test_that_the_later_of_two_who_strike_each_other_clashes() -> None:
    first = replace(ACT, actor=AMB, order=order("C04", "BLU"), rung=11.0)
    second = replace(ACT, actor=BLU, order=order("C04", "AMB"), rung=12.0)
    world = replace(WORLD, turns=(((901, first), (902, second)),))
    assert "Clashes with AMB" in marks_of(SCENARIO, world, 902, second)
    assert not any(m.startswith("Clashes") for m in marks_of(SCENARIO, world, 901, first))


def test_that_an_act_on_numbers_that_control_overruled_says_so() -> None:
    place = ("debt", "AMB", "BLU")
    ruling = Ruling(5, 0, 4, BLU, 0, How.CHANGED, changed=(place,))
    world = replace(WORLD, rulings=RulingBook((ruling,)))
    act = replace(ACT, ledger=(Entry(*place, 0.0, 2.0, "act:1", "S9"),))
    assert "Rests on a ruling" in marks_of(SCENARIO, world, NUMBER, act)
