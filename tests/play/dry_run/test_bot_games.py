"""Bot games: no crash, no illegal order, no stall, and counts that are what was played."""

from __future__ import annotations

import pytest

from tests.doctrine_games import bundled, doctrine_game
from tests.scenes import blank
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Controller
from wargame.model.scenario import Scenario
from wargame.play.computer_seats import Deciders
from wargame.play.dry_run.bot_game import BotGame, Played
from wargame.play.dry_run.seating import Seating, seating
from wargame.play.dry_run.survey import MOST_FAULTS, Tally

SAMPLE = 10
MANY = 500
CYCLE = (Controller.DOCTRINE, Controller.HISTORY)
ALL = (Controller.DOCTRINE, Controller.PLANNER, Controller.HISTORY, Controller.SEARCHER)


def _mixed(
    scenario: Scenario, seed: int, kinds: tuple[Controller, ...]
) -> dict[ActorId, Controller]:
    """Another seat with another kind in each game."""
    seats = scenario.seats
    return {
        actor.id: kinds[(seed + at) % len(kinds)]
        for at, actor in enumerate(seats)
        if (seed + at) % 3 == 0
    }


def _sound(game: Played, scenario: Scenario) -> None:
    assert game.refused == ()
    assert game.ending
    assert 1 <= game.turns <= scenario.turns
    assert game.world.outcome is not None
    assert all(0.0 <= index <= 100.0 for index in game.world.index_path)
    assert all(0.0 <= spent <= game.turns for spent in game.spent.values())


def test_that_mixed_bot_games_end_without_an_order_against_the_rules() -> None:
    scenario = bundled()
    starts = [start.id for start in scenario.starts]
    for seed in range(SAMPLE // 2):
        start = starts[seed % len(starts)]
        seats = _mixed(scenario, seed, CYCLE)
        _sound(BotGame(scenario, start, seed, seats, Deciders(scenario, start)).play(), scenario)
    small = blank()
    deciders = Deciders(small, small.starts[0].id)
    for seed in range(SAMPLE // 2):
        _sound(BotGame(small, small.starts[0].id, seed, {}, deciders).play(), small)


@pytest.mark.soak
@pytest.mark.compiled
@pytest.mark.parametrize("part", range(10))
def test_that_hundreds_of_mixed_bot_games_end_without_a_fault(part: int) -> None:
    scenario = bundled()
    starts = [start.id for start in scenario.starts]
    made = {start: Deciders(scenario, start, effort=0.05) for start in starts}
    for seed in range(part * MANY // 10, (part + 1) * MANY // 10):
        start = starts[seed % len(starts)]
        # Those who look ahead are slow, so that they sit in one game of ten.
        seats = _mixed(scenario, seed, ALL if seed % 10 == 0 else CYCLE)
        _sound(BotGame(scenario, start, seed, seats, made[start]).play(), scenario)


def test_that_a_bot_game_is_the_game_that_is_kept() -> None:
    scenario = bundled()
    start = scenario.starts[0].id
    game = BotGame(scenario, start, 1, {}, Deciders(scenario, start)).play()
    kept = doctrine_game(1).world
    assert game.world.index_path == kept.index_path
    assert kept.outcome is not None
    assert game.ending == kept.outcome.ending
    assert sum(game.ordered.values()) > 100


def test_that_a_tally_counts_and_names_what_never_came_into_play() -> None:
    scenario = blank()
    start = scenario.starts[0].id
    tally, deciders = Tally(scenario), Deciders(scenario, start)
    assert tally.survey() is None
    games = [BotGame(scenario, start, seed, {}, deciders).play() for seed in range(6)]
    for game in games:
        tally.add(game)
    survey = tally.survey()
    assert survey is not None
    assert survey.games == len(games) == sum(ended.games for ended in survey.endings)
    used = {move for game in games for move in game.moves}
    assert {move.id for move in survey.unused_moves} == {m.id for m in scenario.moves} - used
    held = {inject for game in games for inject in game.injects}
    assert not held & {inject.id for inject in survey.dead_injects}
    low, middle, high = survey.index
    assert low <= middle <= high
    for idle in survey.idle_seats:
        assert sum(game.ordered[idle.seat] for game in games) < len(games)


def test_that_a_tally_keeps_few_faults_however_many_there_are() -> None:
    scenario = blank()
    start = scenario.starts[0].id
    game = BotGame(scenario, start, 1, {}, Deciders(scenario, start)).play()
    tally = Tally(scenario)
    faulty = Played(
        seed=1,
        ending=game.ending,
        turns=game.turns,
        index=game.index,
        world=game.world,
        ordered=game.ordered,
        spent=game.spent,
        moves=game.moves,
        injects=game.injects,
        refused=("Turn 1, BLU: no.",) * 15,
        lapsed=0,
    )
    for _ in range(4):
        tally.add(faulty)
    survey = tally.survey()
    assert survey is not None
    assert len(survey.refused) == MOST_FAULTS


def test_that_seats_are_filled_and_kinds_compared_as_it_is_written() -> None:
    scenario = bundled()
    isr, irn = ActorId("ISR"), ActorId("IRN")
    planner, history = Controller.PLANNER, Controller.HISTORY
    assert seating(scenario, []) == Seating({})
    assert seating(scenario, ["planner:ISR,IRN"]).fixed == {isr: planner, irn: planner}
    assert set(seating(scenario, ["history"]).fixed) == {a.id for a in scenario.seats}
    found = seating(scenario, ["history:IRN", "doctrine,planner:ISR"])
    assert found == Seating({irn: history}, (Controller.DOCTRINE, planner), (isr,))


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        (["wizard:ISR"], "no kind of opponent"),
        (["people:ISR"], "no kind of opponent"),
        (["planner:XXX"], "There is no seat"),
        (["planner:"], None),
        (["doctrine,planner:ISR", "doctrine,history:IRN"], "Only one comparison"),
        (["doctrine,doctrine:ISR"], "named once"),
        ([""], "no kind of opponent"),
    ],
)
def test_that_a_wish_that_cannot_be_met_is_answered_in_a_sentence(
    wishes: list[str], says: str | None
) -> None:
    if says is None:
        assert seating(bundled(), wishes).fixed
        return
    with pytest.raises(RuleError, match=says):
        seating(bundled(), wishes)
