"""Time and names for groups, talks, patrons and politics: D9 16 and 19."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import START
from tests.laws.alliances import AMB, BLU, PRX, SOL, Block, alliance, block
from wargame.engine.law.parameters import parameter_record
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.turn import pass_time

RANDOM = {
    "bench.PRX": (0.0, 1.0),
    "vacancy.PRX": (0.0, 0.5),
    "strike.PRX": (0.0, 0.7),
    "disarray.PRX": (0.0, 20.0),
    "held_days.SOL": (0.0, 20.0),
    "held_rung.SOL": (5.0, 12.0),
    "solidarity_due.AMB.SOL": (0.0, 20.0),
    "revealed.AMB": (0.0, 20.0),
    "exposure.BLU.PRX": (0.0, 0.9),
    "talks.border": (0.25, 0.75),
    "talks.hills": (0.25, 0.75),
    "willingness.BLU": (0.0, 1.0),
    "willingness.PRX": (0.0, 1.0),
    "reckoning.BLU": (0.0, 1.0),
    "truce.hills": (0.0, 1.0),
    "accepted.BLU.PRX": (0.0, 40.0),
    "table_days.border": (0.0, 30.0),
    "deferral_days.AMB.GRN": (0.0, 30.0),
    "trust.AMB.GRN": (0.0, 1.0),
    "leverage.GRN.BLU": (0.0, 1.0),
    "boldness.GRN.BLU": (0.0, 1.0),
    "appealed.BLU": (0.0, 2.0),
    "ceiling_shift.AMB": (-4.0, 4.0),
    "fear.AMB.GRN": (0.0, 1.0),
    "election_turns.GRN": (0.0, 20.0),
    "approval.GRN": (0.0, 1.0),
}
WHOLE = {"truce.hills"}
numbers = st.fixed_dictionaries(
    {
        name: st.floats(*span).map(round) if name in WHOLE else st.floats(*span)
        for name, span in RANDOM.items()
    }
)


def passed(values: Mapping[str, float], days: float, turns: int) -> list[float]:
    """All numbers after some turns in which nobody acts and nothing is drawn."""
    b = block(alliance(values), days=days)
    for _ in range(turns):
        pass_time(b.w, b.p, b.c)
    return [b.w.flat[n, 0] for n in range(b.layout.size)]


@given(numbers)
def test_that_seven_days_and_a_week_leave_the_same_world(values: dict[str, float]) -> None:
    """D9 16: every rate of these systems is integrated over the days."""
    assert passed(values, 1.0, 7) == pytest.approx(passed(values, 7.0, 1), rel=1e-9, abs=1e-9)


NAMES = (BLU, AMB, "GRN", PRX, SOL)
ACTS = (
    (1, "restrain", 3),
    (1, "supply", 3),
    (0, "behead", 3),
    (0, "fire", 3),
    (3, "fire", 0),
    (2, "mediate", 3),
    (0, "accept", 3),
    (3, "accept", 0),
    (1, "all-fronts", 0),
    (0, "interdict", 3),
    (3, "unseen", 0),
)
numbered = st.lists(st.sampled_from(ACTS), max_size=5, unique=True)


def twin(of: Block, chosen: list[tuple[int, str, int]], *, swapped: bool) -> dict[str, float]:
    """Numbers of two twin groups after acts that concern one of them, by the name it then has."""
    other = {3: 4, 4: 3} if swapped else {}
    ids = of.layout.actors
    for actor, name, target in chosen:
        of.act(0, ids[other.get(actor, actor)], name, ids[other.get(target, target)])
    of.play()
    first, second = (SOL, PRX) if swapped else (PRX, SOL)
    found = {}
    for name in ("strike", "cohesion", "vacancy", "disarray", "approval", "hardline", "deaths"):
        found[f"{name}.one"] = of.at(f"{name}.{first}")
        found[f"{name}.two"] = of.at(f"{name}.{second}")
    for name in ("alignment", "autonomy", "grievance", "preparing"):
        found[f"{name}.one"] = of.at(f"{name}.{first}.AMB")
        found[f"{name}.two"] = of.at(f"{name}.{second}.AMB")
    fronts = ("hills", "border") if swapped else ("border", "hills")
    for name in ("talks", "truce", "front_heat"):
        found[f"{name}.one"], found[f"{name}.two"] = (of.at(f"{name}.{f}") for f in fronts)
    return found


@settings(max_examples=60)
@given(numbered)
def test_that_two_twin_groups_fare_alike_under_each_others_names(
    chosen: list[tuple[int, str, int]],
) -> None:
    """D9 19: a group's name, place and front decide nothing, once its draws are its twin's."""
    of = alliance(
        {
            name: value
            for g, f in ((PRX, "border"), (SOL, "hills"))
            for name, value in {
                f"alignment.{g}.AMB": 0.8,
                f"autonomy.{g}.AMB": 0.4,
                f"grievance.{g}.AMB": 0.5,
                f"stock.{g}.rocket": 20_000.0,
                f"stock.{g}.drone": 100.0,
                f"captives.{g}": 10.0,
                f"talks.{f}": 0.7,
                f"front_heat.{f}": 10.0,
                "approval.BLU": 1.0,
                f"approval.{g}": 1.0,
            }.items()
        }
    )
    doctrine = of.actor[SOL].doctrine
    actors = tuple(replace(a, doctrine=doctrine) if a.id == PRX else a for a in of.actors)
    fronts = tuple(replace(f, linked=f.id in {"border", "hills"}) for f in of.fronts)
    actors = tuple(replace(a, borders=(PRX, SOL)) if a.id == BLU else a for a in actors)
    of = replace(of, actors=actors, fronts=fronts)
    plain, changed = block(of), block(of)
    # The twins exchange the words that address their draws, and so their luck.
    record = parameter_record(of, START)
    record["actor_key"][0][[3, 4]] = record["actor_key"][0][[4, 3]]
    changed = replace(changed, p=Parameters(record))
    assert twin(plain, chosen, swapped=False) == pytest.approx(twin(changed, chosen, swapped=True))
