"""Capping enrichment (N01): what enriches ends, and a decision to build a weapon is taken back."""

from __future__ import annotations

from dataclasses import replace

from tests.laws.test_moves_are_felt import at_start, opened, put
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.law.nuclear import weekly_decision
from wargame.engine.law.parameters import parameters_for
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import Order, StandingAct
from wargame.model.world import World

IRN = ActorId("IRN")
CAP, ENRICH = Order(MoveId("N01")), Order(MoveId("N02"))


def after(resolve: float, *, capped: bool, seed: int = 1) -> World:
    """Iran enriches, with some resolve; a turn in which it caps its enrichment, or not."""
    of, start = opened(), at_start(seed)
    numbers = bytearray(start.values)
    put(of, numbers, resolve, "nuclear_resolve", "IRN")
    put(of, numbers, 1.0, "approval", "IRN")
    put(of, numbers, 0.0, "hardline", "IRN")
    sealed = ((IRN, (CAP,)),) if capped else ()
    now = replace(
        start,
        values=bytes(numbers),
        standing=(StandingAct(IRN, ENRICH, 0, 0),),
        sealed=sealed,
    )
    for event in adjudicate(of, now):
        if isinstance(event, ActResolved) and event.order.move == "N01":
            assert event.success, "the seed must be one without a veto at home"
        now = replace(apply(of, now, event, now.events + 1), events=now.events + 1)
    return now


def resolve_of(world: World) -> float:
    return opened().layout.read(world.values, "nuclear_resolve", "IRN")


def enriches(world: World) -> bool:
    return any(standing.order.move == "N02" for standing in world.standing)


def test_that_capping_ends_what_enriches() -> None:
    assert enriches(after(0.2, capped=False))
    assert not enriches(after(0.2, capped=True))


def test_that_capping_takes_a_decision_back() -> None:
    assert resolve_of(after(1.5, capped=False)) == 1.5
    assert resolve_of(after(1.5, capped=True)) <= 0.4


def test_that_a_decision_taken_back_is_not_soon_taken_again() -> None:
    """The weekly chance falls from near certainty to about a hundredth."""
    p = parameters_for(opened(), opened().starts[0].id)
    assert weekly_decision(p, 1.45) > 0.5
    assert weekly_decision(p, resolve_of(after(1.5, capped=True))) < 0.02


def test_that_capping_without_a_decision_lowers_resolve_a_little() -> None:
    plain, capped = resolve_of(after(0.3, capped=False)), resolve_of(after(0.3, capped=True))
    assert 0.0 < plain - capped < 0.1
