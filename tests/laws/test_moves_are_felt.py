"""Every move of the catalogue is felt: it moves the number that its row is about."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.law.parameters import known_parameters
from wargame.engine.legal_moves import refusal_of
from wargame.engine.start import start_world
from wargame.model.events import SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.scenarios.loading import load_scenario

FOLDER = Path(__file__).parents[2] / "assets" / "scenarios" / "after-tehran"
SEEDS = (1, 2, 3, 4, 5, 6)
MOST_AIMS = 3

FELT: dict[str, tuple[str, ...]] = {
    "D02": ("channel",),
    "D03": ("appealed",),
    "D04": ("front_heat",),
    "D05": ("debt", "closed_days"),
    "D06": ("talks",),
    "D07": ("talks", "prestige"),
    "D08": ("accepted",),
    "D09": ("talks",),
    "D10": ("captives", "talks", "willingness"),
    "D11": ("legitimacy",),
    "D12": ("deferral",),
    "D13": ("pact",),
    "D14": ("normalisation", "goodwill"),
    "D15": ("channel",),
    "D16": ("legitimacy", "face"),
    "I01": ("vows",),
    "I02": ("warned_line", "belief"),
    "I03": ("face",),
    "I04": ("attribution", "debt"),
    "I05": ("attribution", "face"),
    "I06": ("debt",),
    "I07": ("revealed", "exposure"),
    "I08": ("alignment", "linkage"),
    "E01": ("economy", "channel"),
    "E02": ("willingness", "approval"),
    "E03": ("interceptors", "support"),
    "E04": ("leverage",),
    "E05": ("diverted", "freight"),
    "E06": ("captives", "freight"),
    "E07": ("interceptors",),
    "E08": ("oil", "freight"),
    "E09": ("economy", "legitimacy"),
    "M01": ("fear", "boldness"),
    "M02": ("readiness", "alert", "economy"),
    "M03": ("partners",),
    "M04": ("sustained", "debt"),
    "M05": ("displaced", "intensity"),
    "M06": ("strike", "deaths"),
    "M07": ("resupply",),
    "M08": ("economy",),
    "M09": ("face", "debt"),
    "M10": ("debt", "deaths"),
    "M11": ("stock", "precedent"),
    "M12": ("stock", "precedent"),
    "M13": ("debt", "precedent"),
    "M14": ("shield", "strike"),
    "M15": ("economy", "radicalisation"),
    "M16": ("deaths", "displaced", "strike"),
    "M17": ("ground", "deaths"),
    "M18": ("ceiling_shift", "strike"),
    "M19": ("stock", "front_heat"),
    "M20": ("cohesion", "front_turns"),
    "M21": ("front_heat", "face"),
    "C01": ("intel", "asset"),
    "C02": ("exposure",),
    "C03": ("readiness",),
    "C04": ("breakout_weeks",),
    "C05": ("vacancy",),
    "C06": ("vacancy", "cohesion", "disarray"),
    "C07": ("face", "talks", "disarray"),
    "C08": ("disarray", "asset"),
    "C09": ("stock", "alignment"),
    "C10": ("held_rung",),
    "C11": ("deaths", "solidarity_due"),
    "N01": ("breakout_weeks", "inspection"),
    "N02": ("breakout_weeks",),
    "N03": ("inspection",),
    "N04": ("breakout_weeks", "nuclear_resolve"),
    "N05": ("nuclear_resolve", "breakout_weeks"),
    "N06": ("ceiling_shift",),
    "N07": ("all_out",),
}
"""The numbers that each move's row of the catalogue says it moves; D01 moves none (its own test).

D04 works on the strike that follows: see test_acts.
"""


@cache
def opened() -> Scenario:
    """After Tehran with every move open and free, so that nothing but the law is looked at."""
    scenario = load_scenario(FOLDER, known_parameters()).scenario
    moves = (
        replace(m, requires=(), preparation=0, political=0.0, material=0.0) for m in scenario.moves
    )
    return replace(scenario, moves=tuple(moves))


@cache
def at_start(seed: int) -> World:
    """Its first turn with nothing going on, good intelligence, talks far on, and debts."""
    scenario = opened()
    seats = tuple(Seat(a.id, Controller.PEOPLE) for a in scenario.seats)
    settings = Settings("felt", seed, scenario.starts[0].id, 0, seats)
    world = start_world(scenario, SessionStarted(scenario.id, "", "1", settings))
    numbers = bytearray(world.values)
    ids = [actor.id for actor in scenario.actors]
    for first in ids:
        for second in ids:
            for variable, value in (("intel", 0.8), ("trust", 0.7), ("channel", 0.4)):
                put(scenario, numbers, value, variable, first, second)
    for front in scenario.fronts:
        put(scenario, numbers, 0.7, "talks", front.id)
        put(scenario, numbers, 10.0, "front_heat", front.id)
    for debtor, rival in (("ISR", "IRN"), ("USA", "IRN"), ("ISR", "HZB")):
        put(scenario, numbers, 6.0, "debt", debtor, rival)
    return replace(
        world,
        turn=1,
        phase=Phase.ADJUDICATE,
        turns=((),),
        standing=(),
        values=bytes(numbers),
    )


def put(scenario: Scenario, numbers: bytearray, value: float, *name: str) -> None:
    struct.pack_into("<d", numbers, 8 * scenario.layout.offset(*name), value)


Values = np.ndarray[tuple[int], np.dtype[np.float64]]


def after(seed: int, seat: str = "", order: Order | None = None) -> Values:
    """All numbers after a turn in which one seat gives one order, or nobody any."""
    world = at_start(seed)
    sealed = ((ActorId(seat), (order,)),) if order else ()
    now = replace(world, sealed=sealed)
    for event in adjudicate(opened(), now):
        now = replace(apply(opened(), now, event, now.events + 1), events=now.events + 1)
    return np.frombuffer(now.values)


@cache
def holding(seed: int) -> Values:
    return after(seed)


def aims(move: str) -> Iterator[tuple[str, Order]]:
    """A few open ways to make a move: who, and the order."""
    scenario = opened()
    entry = scenario.move[MoveId(move)]
    found = 0
    for seat in entry.who:
        for target in entry.targets or (None,):
            order = Order(entry.id, target)
            if found < MOST_AIMS and not refusal_of(scenario, at_start(1), seat, order):
                found += 1
                yield seat, order


def moved_by(move: str) -> set[str]:
    """The variables that a move changes, against holding, in any of a few worlds and ways."""
    scenario = opened()
    found: set[str] = set()
    for seat, order in aims(move):
        for seed in SEEDS:
            places = np.flatnonzero(after(seed, seat, order) != holding(seed))
            found |= {scenario.layout.addresses[at].variable for at in places.tolist()}
            if set(FELT.get(move, ("",))) <= found:
                return found
    return found


def test_that_the_table_has_every_move_but_the_one_that_does_nothing() -> None:
    assert set(FELT) | {"D01"} == {str(m.id) for m in opened().moves}
    assert len(opened().moves) == 72
    assert all(FELT.values()), "a move that is to be felt by nothing would pass whatever it does"
    assert all(set(names) <= set(BY_NAME) for names in FELT.values())


def test_that_every_move_is_open_to_somebody_on_the_stage() -> None:
    """Otherwise a move could be felt by nobody because nobody made it."""
    assert all(any(aims(str(m.id))) for m in opened().moves)


@pytest.mark.parametrize("move", sorted(FELT))
def test_that_a_move_moves_what_its_row_is_about(move: str) -> None:
    """Issue 3: a move whose effect is not felt by any variable is a fault."""
    found = moved_by(move)
    assert set(FELT[move]) <= found, f"{move} moves only {sorted(found)}"


def test_that_holding_moves_nothing_by_itself() -> None:
    assert moved_by("D01") == set()
