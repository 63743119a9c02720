"""How games end: before their last turn, and what the last turn leaves standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.builders import (
    AMB,
    BLU,
    BORDER,
    DIRECT,
    GRN,
    PRX,
    order,
    relation,
    with_orders,
    with_values,
    world,
)
from tests.laws.neighbourhood import neighbourhood
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import ActResolved, GameEnded
from wargame.model.ids import ActorId, FrontId
from wargame.model.orders import Order, StandingAct
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Band, Scenario
from wargame.model.world import World

BANDS = tuple(
    Band(n + 1, name, low, 0, 20, "")
    for n, (name, low) in enumerate(
        (("Steady", 0.0), ("Posture", 20.0), ("Shadow war", 35.0), ("Direct", 60.0), ("War", 80.0))
    )
)
TURNS = 6


def stage(linked: FrontId = BORDER) -> Scenario:
    """The neighbourhood with bands, a linked front, and a patron that faces its partner's rival."""
    base = neighbourhood()
    fronts = tuple(replace(f, linked=f.id == linked) for f in base.fronts)
    relations = (*base.relations, relation(GRN, AMB, "rivals", DIRECT))
    return replace(base, turns=TURNS, bands=BANDS, fronts=fronts, relations=relations)


STAGE = stage()
LINKED_ELSEWHERE = stage(linked=DIRECT)


def ending(
    turn: int = TURNS,
    values: Mapping[str, float] | None = None,
    standing: tuple[StandingAct, ...] = (),
    earlier: tuple[ActResolved, ...] = (),
    of: Scenario = STAGE,
    **sheets: list[Order],
) -> Outcome | None:
    """How a game is found to end with a turn."""
    now = with_values(of, world(of, turn=turn), values or {})
    now = replace(now, standing=standing)
    turns = list(now.turns)
    for n, act in enumerate(earlier, start=1):
        turns[act.turn - 1] = (*turns[act.turn - 1], (n, act))
    now = with_orders(replace(now, turns=tuple(turns)), **sheets)
    found = [e for e in adjudicate(of, now) if isinstance(e, GameEnded)]
    return found[0].outcome if found else None


def done(actor: ActorId, what: Order, turn: int) -> ActResolved:
    """An act as an earlier turn resolved it."""
    now = with_orders(world(STAGE, turn=turn), **{actor: [what]})
    act = next(e for e in adjudicate(STAGE, now) if isinstance(e, ActResolved))
    return replace(act, turn=turn)


def test_that_a_game_goes_on_before_its_last_turn() -> None:
    assert ending(turn=TURNS - 1) is None


def test_that_a_truce_ends_a_game_once_it_has_held_and_nobody_fires() -> None:
    """D8, S13: the truce must have lasted, on every linked front, with no fire elsewhere."""
    held = {"truce.border": 1.0, "truce_days": 6.0}
    found = ending(turn=3, values=held)
    assert found is not None
    assert found.ending is Ending.TRUCE
    assert "13 days" in found.words
    assert ending(turn=3, values={"truce.border": 1.0}) is None
    assert ending(turn=3, values=held, AMB=[order("fire", BLU)]) is None
    assert ending(turn=3, values={**held, "front_heat.direct": 220.0}) is None


def test_that_states_that_strike_each_other_start_the_days_of_truce_anew() -> None:
    held = {"truce.border": 1.0, "truce_days": 60.0}
    assert ending(turn=3, values=held, BLU=[order("strike", AMB)]) is None


def test_that_a_government_falls_only_after_days_of_doubt() -> None:
    """S16, M58: survival below the mark for some days, then a hazard, larger the lower it lies."""
    fallen = 0
    weak = {"approval.BLU": 0.0, "doubt_days.BLU": 30.0}
    for seed in range(200):
        now = with_values(STAGE, world(STAGE, seed=seed, turn=2), weak)
        ends = [e for e in adjudicate(STAGE, now) if isinstance(e, GameEnded)]
        fallen += len(ends)
        assert all(e.outcome.ending is Ending.GOVERNMENT_FELL for e in ends)
    assert 0.08 < fallen / 200 < 0.22
    assert all(
        not any(isinstance(e, GameEnded) for e in adjudicate(STAGE, now))
        for seed in range(40)
        for now in [
            with_values(
                STAGE, world(STAGE, seed=seed, turn=2), {"approval.BLU": 0.5, "doubt_days.BLU": 30}
            )
        ]
    )


def test_that_doubt_is_counted_only_while_survival_is_low() -> None:
    def days(approval: float) -> float:
        start = {"approval.BLU": approval, "doubt_days.BLU": 3.0}
        now: World = with_values(STAGE, world(STAGE, turn=2), start)
        for event in adjudicate(STAGE, now):
            now = replace(apply(STAGE, now, event, now.events + 1), events=now.events + 1)
        return STAGE.layout.read(now.values, "doubt_days", BLU)

    assert days(0.05) == 10.0
    assert days(0.6) == 0.0


def test_that_a_states_collapse_ends_a_game_and_a_groups_does_not() -> None:
    found = ending(turn=2, values={"collapsed.AMB": 1.0})
    assert found is not None
    assert found.ending is Ending.COLLAPSE
    assert ending(turn=2, values={"collapsed.PRX": 1.0}) is None


HOT, WARM = {"front_heat.direct": 200.0}, {"front_heat.direct": 30.0}
STRIKE, FIRE = order("strike", AMB), order("fire", BLU)
CASES: dict[Ending, dict[str, object]] = {
    Ending.BREAKOUT: {"values": {"nuclear_resolve.AMB": 1.5}},
    Ending.PATRON_AT_WAR: {"GRN": [STRIKE]},
    Ending.STRAIT_CLOSED: {"AMB": [order("strait", BLU)]},
    Ending.WIDER_WAR: {"values": {"drawn_in.SID": 1.0}, "BLU": [STRIKE]},
    Ending.OPEN_WAR: {"values": HOT, "BLU": [STRIKE]},
    Ending.CAMPAIGN: {"of": LINKED_ELSEWHERE, "BLU": [order("campaign", PRX)]},
    Ending.SPREAD: {"BLU": [order("campaign", PRX), order("sabotage", AMB)], "AMB": [FIRE]},
    Ending.CONTAINED: {"BLU": [order("campaign", PRX)]},
    Ending.ALLY_BROKEN: {"values": {"collapsed.PRX": 1.0}},
    Ending.UNSETTLED_EXCHANGE: {"BLU": [STRIKE]},
    Ending.PARTIAL_TRUCE: {"values": {"truce.border": 1.0}},
    Ending.ABSORBED: {"earlier": (done(BLU, STRIKE, 2),)},
    Ending.STEPPED_BACK: {"earlier": (done(BLU, STRIKE, 2), done(AMB, order("strike", BLU), 3))},
    Ending.SHADOW_WAR: {"values": WARM},
    Ending.COOLED: {},
}


@pytest.mark.parametrize("wanted", CASES, ids=str)
def test_that_a_game_of_full_length_is_judged_by_what_it_leaves(wanted: Ending) -> None:
    found = ending(**CASES[wanted])  # type: ignore[arg-type]
    assert found is not None
    assert found.ending is wanted, found.words
    assert found.words.startswith(f"All {TURNS} turns were played. ")
    assert found.words.endswith(".")


def test_that_the_gravest_ending_is_told() -> None:
    """A breakout is told before an exchange, an exchange before a truce."""
    values = {"nuclear_resolve.AMB": 1.5, "truce.border": 1.0}
    found = ending(values=values, BLU=[STRIKE])
    assert found is not None
    assert found.ending is Ending.BREAKOUT
    values = {"truce.border": 1.0}
    found = ending(values=values, BLU=[STRIKE])
    assert found is not None
    assert found.ending is Ending.UNSETTLED_EXCHANGE


def test_that_a_campaign_from_before_the_game_is_no_ending_of_it() -> None:
    old = StandingAct(BLU, order("campaign", PRX), 0, 0)
    found = ending(standing=(old,), values=WARM)
    assert found is not None
    assert found.ending is Ending.SHADOW_WAR
