"""Planner and searcher: fair, repeatable on any number of threads, lawful, with their reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doctrine_games import bundled
from tests.engine.secret_games import pair_of
from tests.opponents.hidden_changes import planning_world, with_other_numbers
from tests.scenes import blank
from wargame import paths
from wargame.engine.legal_moves import sheet_refusal
from wargame.model.ids import ActorId, Controller, Phase
from wargame.opponents.decider import Decider
from wargame.opponents.planner import Planner
from wargame.opponents.race import paired
from wargame.opponents.searcher import Searcher
from wargame.play.computer_seats import Deciders

pytestmark = pytest.mark.compiled

LITTLE = 0.1
KINDS = (Controller.PLANNER, Controller.SEARCHER)
SEATS = tuple(ActorId(name) for name in ("ISR", "IRN", "HZB", "QAT"))


def _decider(kind: Controller, threads: int = 2, noise: float = 1.0) -> Decider:
    scenario = bundled()
    start = scenario.starts[0].id
    return Deciders(scenario, start, noise, threads=threads, effort=LITTLE).of(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_that_threads_leave_no_trace_in_what_is_decided(kind: Controller) -> None:
    world = planning_world(3)
    for seat in SEATS[:2]:
        sheets = {threads: _decider(kind, threads).decide(world, seat) for threads in (1, 2, 5)}
        assert sheets[1] == sheets[2] == sheets[5]


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_sheet_may_be_sealed_and_every_order_says_why(kind: Controller) -> None:
    scenario, told = bundled(), 0
    decider = _decider(kind)
    for seed in (1, 2):
        world = planning_world(seed)
        for actor in scenario.seats:
            sheet = decider.decide(world, actor.id)
            assert sheet_refusal(scenario, world, actor.id, sheet) is None
            for order in sheet:
                assert re.fullmatch(r"M\d+: .+ imagined runs\.", order.rationale), order.rationale
                told += "looking ahead" in order.rationale
    assert told > 5


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 2**32), seat=st.sampled_from(SEATS))
@settings(max_examples=6)
def test_that_no_choice_changes_with_a_number_that_the_seat_cannot_know(
    kind: Controller, seed: int, seat: ActorId
) -> None:
    world = planning_world(seed % 5)
    other = with_other_numbers(world, seat, seed)
    assert other.published != world.published
    decider = _decider(kind)
    assert decider.decide(world, seat) == decider.decide(other, seat)


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=6)
def test_that_no_choice_changes_with_words_papers_and_lines_of_others(
    kind: Controller, seed: int
) -> None:
    plain, other, observer = pair_of(seed)
    scenario = blank()
    decider = Deciders(scenario, scenario.starts[0].id, threads=2, effort=LITTLE).of(kind)
    worlds = [
        replace(room.world, phase=Phase.PLAN, turn=max(room.world.turn, 1))
        for room in (plain, other)
    ]
    assert decider.decide(worlds[0], observer) == decider.decide(worlds[1], observer)


def test_that_what_is_chosen_is_the_best_of_what_was_tried() -> None:
    scenario = bundled()
    planner = Planner(
        scenario,
        scenario.starts[0].id,
        noise=1e-9,
        compiled_in=paths.cache() / "law",
        effort=LITTLE,
    )
    for seat in SEATS:
        for step in planner.choices(planning_world(2), seat):
            best = step.runners[0]
            assert all(paired(best, other).high >= 0.0 for other in step.runners[1:])
            assert best.sheet[: len(step.given)] == step.given


def test_that_the_searcher_learns_ways_and_follows_them() -> None:
    scenario = bundled()
    searcher = Searcher(
        scenario, scenario.starts[0].id, compiled_in=paths.cache() / "law", effort=LITTLE
    )
    steps = searcher.choices(planning_world(2), ActorId("ISR"))
    tried = {tuple((o.move, o.target) for o in runner.sheet) for runner in steps[0].runners}
    assert len(tried) == len(steps[0].runners) > 8
    assert () in tried


@pytest.mark.parametrize("make", [Planner, Searcher])
def test_that_deciding_ends_at_once_where_nobody_waits(
    make: Callable[..., Planner | Searcher],
) -> None:
    scenario = bundled()
    decider = make(scenario, scenario.starts[0].id, compiled_in=paths.cache() / "law")
    asked: list[int] = []

    class StoppedError(Exception):
        """Nobody waits any more."""

    def check() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        decider.decide(planning_world(1), ActorId("IRN"), check)
    assert len(asked) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_that_wavering_changes_choices(kind: Controller) -> None:
    world = planning_world(4)
    calm = [_decider(kind, noise=0.01).decide(world, seat) for seat in SEATS]
    wild = [_decider(kind, noise=400.0).decide(world, seat) for seat in SEATS]
    assert calm != wild
