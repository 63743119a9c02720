"""The compiled law and the plain one: the same bits, over many random worlds and turns."""

from __future__ import annotations

from types import FunctionType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import START, with_values, world
from tests.laws.alliances import MOVE, alliance
from wargame import paths
from wargame.engine.law import acts_table
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.compiled import Records, compiled
from wargame.engine.law.context import Context
from wargame.engine.law.index import settle_index
from wargame.engine.law.layout import acts_type, context_type, world_type
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters import parameter_record
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import uniform
from wargame.engine.law.turn import play_turn
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.native.machine import Door

pytestmark = pytest.mark.compiled

SCENARIO = alliance()
ROWS = 40
FIELDS = (
    *acts_table.WHOLE_FIELDS,
    *acts_table.NUMBER_FIELDS,
    *acts_table.WEAPON_FIELDS,
    *acts_table.SHARE_FIELDS,
)

VALUES = {
    "face.AMB": (0.0, 1.0),
    "debt.AMB.BLU": (0.0, 60.0),
    "debt.PRX.BLU": (0.0, 30.0),
    "belief.BLU.AMB": (0.0, 1.0),
    "channel.AMB.BLU": (0.0, 1.0),
    "channel.BLU.AMB": (0.0, 1.0),
    "intel.BLU.AMB": (0.0, 1.0),
    "intel.AMB.BLU": (0.0, 1.0),
    "precedent.BLU.AMB": (6.0, 15.0),
    "front_heat.direct": (0.0, 150.0),
    "front_heat.border": (0.0, 150.0),
    "cohesion.PRX": (0.0, 0.4),
    "weak_days.PRX": (0.0, 30.0),
    "readiness.BLU": (0.0, 1.0),
    "alert.BLU": (0.0, 1.0),
    "partners.BLU": (0.0, 1.0),
    "interceptors.BLU.upper": (0.0, 1.0),
    "stock.AMB.drone": (0.0, 300.0),
    "economy.AMB": (0.0, 1.5),
    "alignment.SOL.AMB": (0.0, 1.0),
    "autonomy.SOL.AMB": (0.0, 1.0),
    "grievance.SOL.AMB": (0.0, 1.0),
    "preparing.SOL.AMB": (0.0, 30.0),
    "prepared_seen.BLU.SOL": (0.0, 1.0),
    "solidarity_due.AMB.SOL": (0.0, 20.0),
    "asset.BLU.SOL": (0.0, 1.0),
    "exposure.BLU.SOL": (0.0, 1.0),
    "disarray.PRX": (0.0, 20.0),
    "vacancy.PRX": (0.0, 0.5),
    "talks.border": (0.0, 1.0),
    "truce.border": (0.0, 1.0),
    "accepted.PRX.BLU": (0.0, 30.0),
    "deferral_days.AMB.GRN": (0.0, 30.0),
    "trust.AMB.GRN": (0.0, 1.0),
    "hardline.BLU": (0.0, 1.0),
    "reckoning.BLU": (0.0, 1.0),
    "election_turns.GRN": (0.0, 20.0),
    "leverage.GRN.BLU": (0.0, 1.0),
}
moves = st.integers(0, len(MOVE) - 1)
actors = st.integers(0, 4)
rows = st.lists(st.tuples(actors, moves, actors, st.booleans(), st.booleans()), max_size=12)
numbers = st.fixed_dictionaries({name: st.floats(*span) for name, span in VALUES.items()})


@pytest.fixture(scope="module")
def law() -> Door:
    """The compiled turn; it takes worlds, constants, acts and the frame of the turn."""
    records = {
        "WorldNumbers": world_type(SCENARIO.layout),
        "Parameters": parameter_record(SCENARIO, START).dtype,
        "Acts": acts_type(ROWS),
        "Context": context_type(),
    }
    return compiled(play_turn, records, paths.cache() / "law")


def filled(p: Parameters, wanted: list[tuple[int, int, int, bool, bool]]) -> Acts:
    """A table of acts: who, what, whom, openly or not, announced or not."""
    acts = Acts(ROWS)
    for actor, move, target, overt, announced in wanted:
        aimed = target if target != actor and SCENARIO.moves[move].targets else -1
        if aimed < 0 and SCENARIO.moves[move].targets:
            continue
        row = append_act(p, acts, 0, actor, move, aimed)
        acts.overt[row, 0] = int(overt)
        acts.announced[row, 0] = int(announced)
    return acts


def as_record(acts: Acts) -> Records:
    record = np.zeros(1, acts_type(ROWS))
    record["rows"] = ROWS
    record["count"][0] = acts.count.tolist()
    for name in FIELDS:
        record[name][0] = np.array(getattr(acts, name).tolist())
    return record


def frame(context: Context) -> Records:
    record = np.zeros(1, context_type())
    record["lanes"], record["turn"], record["days"] = 1, context.turn, context.days
    record["key_high"][0], record["key_low"][0] = context.key_high[0], context.key_low[0]
    return record


@given(
    values=numbers,
    wanted=rows,
    seed=st.integers(0, 2**53 - 1),
    days=st.sampled_from([1.0, 3.0, 7.0]),
)
@settings(max_examples=300)
def test_that_compiled_and_plain_turns_give_the_same_bits(
    law: Door,
    values: dict[str, float],
    wanted: list[tuple[int, int, int, bool, bool]],
    seed: int,
    days: float,
) -> None:
    start = with_values(SCENARIO, world(SCENARIO), values).values
    parameters = parameter_record(SCENARIO, START)
    p = Parameters(parameters)
    acts, context = filled(p, wanted), Context(seed, 1, days)
    records = as_record(acts)
    compiled_world = np.frombuffer(start, world_type(SCENARIO.layout)).copy()
    law(compiled_world, parameters, records, frame(context))
    memory = bytearray(start)
    play_turn(WorldNumbers(SCENARIO.layout, memory), p, acts, context)
    assert compiled_world.tobytes() == bytes(memory)
    assert records.tobytes() == as_record(acts).tobytes()


def test_that_the_plain_law_keeps_its_own_functions(law: Door) -> None:
    assert callable(law)
    assert all(type(kept) is FunctionType for kept in (play_turn, settle_index, uniform))
    assert play_turn.__globals__["run_pending"].__globals__["settle_index"] is settle_index


def test_that_a_block_of_lanes_equals_as_many_single_worlds() -> None:
    parameters = parameter_record(SCENARIO, START)
    p = Parameters(parameters)
    start, lanes = world(SCENARIO).values, 3
    wanted = [(1, 9, 0, True, True), (0, 7, 1, False, False), (3, 14, 0, True, False)]
    block = bytearray(b"".join(start[at : at + 8] * lanes for at in range(0, len(start), 8)))
    table = Acts(ROWS, lanes)
    for k in range(lanes):
        for actor, move, target, overt, announced in wanted:
            row = append_act(p, table, k, actor, move, target)
            table.overt[row, k], table.announced[row, k] = int(overt), int(announced)
    play_turn(WorldNumbers(SCENARIO.layout, block, lanes), p, table, Context(9, 1, 7.0, lanes, 5))
    together = np.frombuffer(bytes(block)).reshape(-1, lanes)
    for k in range(lanes):
        memory = bytearray(start)
        play_turn(
            WorldNumbers(SCENARIO.layout, memory),
            p,
            filled(p, wanted),
            Context(9, 1, 7.0, 1, 5 + k),
        )
        assert np.array_equal(together[:, k], np.frombuffer(bytes(memory)))
