"""A branch differs from the game by its change alone, is kept beside it, and is found again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.played import doctrine_game
from wargame.errors import RuleError, WargameError
from wargame.model.branches import BranchChange, BranchedOff, BranchFan, Changed
from wargame.model.events import GameEnded
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.rulings import ActRuled
from wargame.play.adjudication.rulings import Rulings
from wargame.play.debrief.branching.change_words import change_words
from wargame.play.debrief.branching.changed_turn import changed_turn
from wargame.play.debrief.branching.kept_branches import Branches, kept_branch, replay_of
from wargame.play.debrief.branching.many_runs import fans
from wargame.play.debrief.branching.play_on import play_on
from wargame.play.debrief.branching.played_turn import acts_of_turn, played_turn, sheets_of
from wargame.play.debrief.branching.run_on import run_on
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.going_back import GoingBack
from wargame.play.live_game import open_game
from wargame.play.verify import verify_save

TURN = 2


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("branching"), 3, full=4)
    path = game.path
    game.close()
    return path


@pytest.fixture(scope="module")
def replay(saved: Path) -> Replay:
    return open_replay(saved)


@pytest.fixture
def path(saved: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(saved, tmp_path / "Game.wargame"))


def a_seat(replay: Replay) -> tuple[ActorId, Order]:
    """A seat that ordered something in the turn, and its first order."""
    sheets = sheets_of(replay, played_turn(replay, TURN))
    return next((seat, sheet[0]) for seat, sheet in sheets.items() if sheet)


def an_attack(replay: Replay) -> tuple[int, ActResolved]:
    """The deadliest act of the turn."""
    acts = acts_of_turn(replay, played_turn(replay, TURN))
    return max(acts, key=lambda pair: pair[1].killed)


def leaving_out(replay: Replay) -> BranchChange:
    seat, _ = a_seat(replay)
    return BranchChange(Changed.ORDER, seat=seat, slot=1)


def test_that_a_turn_with_nothing_changed_comes_out_as_it_was_played(replay: Replay) -> None:
    seat, order = a_seat(replay)
    same = BranchChange(Changed.ORDER, seat=seat, slot=1, order=order)
    changed = changed_turn(replay, TURN, same)
    played = replay.world(changed.played.adjudicated)
    assert changed.world.values == played.values
    assert [h for _, h in changed.world.turns[-1]] == [h for _, h in played.turns[-1]]


def test_that_an_order_left_out_is_carried_out_no_more_and_the_others_are(replay: Replay) -> None:
    seat, order = a_seat(replay)
    changed = changed_turn(replay, TURN, leaving_out(replay))
    sheets = sheets_of(replay, changed.played)
    for other, sheet in sheets.items():
        now = changed.world.sealed_orders(other)
        assert now == (sheet[1:] if other == seat else sheet)
    assert order not in [a.order for a in acts_now(changed.world.turns[-1]) if not a.goes_on]


def acts_now(turn: tuple[tuple[int, object], ...]) -> list[ActResolved]:
    return [h for _, h in turn if isinstance(h, ActResolved)]


def test_that_an_order_that_the_rules_forbid_is_refused_in_their_words(replay: Replay) -> None:
    seat, _ = a_seat(replay)
    unknown = BranchChange(Changed.ORDER, seat=seat, slot=1, order=Order(MoveId("M999")))
    with pytest.raises(RuleError, match="There is no move"):
        changed_turn(replay, TURN, unknown)


@pytest.mark.parametrize("turn", [0, 5, 99])
def test_that_a_turn_that_was_not_played_is_refused(replay: Replay, turn: int) -> None:
    with pytest.raises(RuleError, match="has not been adjudicated"):
        changed_turn(replay, turn, leaving_out(replay))


def test_that_graver_draws_kill_no_fewer(replay: Replay) -> None:
    number, act = an_attack(replay)
    killed = []
    for quantile in (0.0, 0.5, 1.0):
        changed = changed_turn(
            replay, TURN, BranchChange(Changed.DRAW, act=number, quantile=quantile)
        )
        ruled = changed.events[0]
        assert isinstance(ruled, ActRuled)
        assert ruled.before.killed == act.killed
        killed.append(ruled.after.killed)
        assert changed.after == replay.line[changed.played.adjudicated].number
    assert killed == sorted(killed)
    assert killed[0] < killed[-1]


def test_that_another_ruling_moves_the_dead_by_as_many_as_it_says(replay: Replay) -> None:
    number, act = an_attack(replay)
    target = act.order.target or ""
    change = BranchChange(Changed.RULING, act=number, success=True, killed=act.killed + 12)
    changed = changed_turn(replay, TURN, change)
    played = replay.world(changed.played.adjudicated)
    read = replay.scenario.layout.read
    dead = read(changed.world.values, "deaths", target) - read(played.values, "deaths", target)
    assert dead == pytest.approx(12)


def test_that_a_ruling_that_is_taken_away_gives_the_law_s_own_numbers(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 1)
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    proposed = game.world.values
    rulings = Rulings(game)
    number, _ = max(
        ((n, h) for n, h in game.world.turns[-1] if isinstance(h, ActResolved)),
        key=lambda pair: pair[1].killed,
    )
    case = next(row.case for row in rulings.queue() if row.case.act == number)
    view = rulings.case(case)
    line = next(line for line in view.effects if line.place[0] == "deaths")
    from wargame.model.ruling_views import ActDraft

    rulings.rule(
        case,
        ActDraft(finals=((line.place, line.proposed + 50),), reason="The shelter was hit."),
    )
    assert game.world.values != proposed
    game.publish()
    replay = Replay(game.scenario, game.records)
    changed = changed_turn(replay, TURN, BranchChange(Changed.RULING, act=number))
    assert changed.world.values == proposed
    words = change_words(replay, TURN, BranchChange(Changed.RULING, act=number))
    assert words.startswith("In turn 2 control does not overrule")
    game.close()


def test_that_an_act_that_control_did_not_rule_on_has_no_ruling_to_take_away(
    replay: Replay,
) -> None:
    number, _ = an_attack(replay)
    with pytest.raises(RuleError, match="did not rule"):
        changed_turn(replay, TURN, BranchChange(Changed.RULING, act=number))


def test_that_a_parameter_works_from_its_turn_on_and_only_within_its_range(
    replay: Replay,
) -> None:
    key = "index.half_life_days"
    change = BranchChange(Changed.PARAMETER, parameter=key, value=10.0)
    changed = changed_turn(replay, TURN, change)
    played = replay.world(changed.played.adjudicated)
    assert changed.world.index_path[:TURN] == played.index_path[:TURN]
    assert changed.world.index_path[TURN] < played.index_path[TURN]
    with pytest.raises(RuleError, match="lies between 10 and 40"):
        changed_turn(replay, TURN, replace(change, value=41.0))
    with pytest.raises(RuleError, match="There is no parameter"):
        changed_turn(replay, TURN, replace(change, parameter="no.such"))


def test_that_a_branch_runs_on_to_an_end_the_same_way_each_time(replay: Replay) -> None:
    changed = changed_turn(replay, TURN, leaving_out(replay))
    one, other = run_on(changed), run_on(changed)
    assert one == other
    assert one.world.outcome is not None
    assert any(isinstance(event, GameEnded) for event in one.events)
    assert one.index[0] == replay.world(changed.played.planned).index_path[TURN - 1]
    assert len(one.index) == one.world.turn - TURN + 2
    people = {Controller.PEOPLE, Controller.FACILITATOR}
    assert not people & {seat.controller for seat in one.world.seats}


def test_that_running_on_tells_how_far_it_is_and_ends_where_nobody_waits(replay: Replay) -> None:
    changed = changed_turn(replay, TURN, leaving_out(replay))
    told: list[tuple[int, int]] = []

    class NobodyWaitsError(Exception):
        pass

    def hear(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise NobodyWaitsError

    with pytest.raises(NobodyWaitsError):
        run_on(changed, hear)
    assert told[0] == (1, replay.scenario.turns - TURN + 1)


def test_that_a_kept_branch_is_found_again_in_the_save_and_can_be_looked_at(path: Path) -> None:
    replay = open_replay(path)
    before = verify_save(path).state
    change = leaving_out(replay)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    kept = kept_branch(replay, changed, change, title=" Restraint ", reason="", once=once)
    Branches(Notebook(path)).keep(kept)
    (branch,) = Branches(Notebook(path)).listed()
    assert (branch.title, branch.shown, branch.kept) == ("Restraint", True, kept)
    again = replay_of(open_replay(path), branch)
    assert again.world(again.last).state_hash() == once.world.state_hash()
    assert again.world(again.last).index_path[TURN - 1 :] == kept.index
    verified = verify_save(path)
    assert verified.is_whole
    assert verified.state == before


def test_that_branches_are_named_hidden_and_dropped_without_a_cut(path: Path) -> None:
    replay = open_replay(path)
    change = leaving_out(replay)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    branches = Branches(Notebook(path))
    kept = kept_branch(replay, changed, change, title="One", reason="Why not", once=once)
    number = branches.keep(kept).number
    with pytest.raises(RuleError, match="already"):
        branches.keep(kept)
    branches.rename(number, "Another")
    branches.show(number, shown=False)
    (branch,) = Branches(Notebook(path)).listed()
    assert (branch.title, branch.shown) == ("Another", False)
    with pytest.raises(RuleError, match="Give the branch a name"):
        branches.rename(number, "  ")
    branches.drop(number)
    assert Branches(Notebook(path)).listed() == ()
    assert len(Notebook(path).of_type(type(kept))) == 1
    with pytest.raises(WargameError, match="no such branch"):
        branches.drop(number)


def test_that_a_branch_follows_the_line_that_counts_after_going_back(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 2, full=3)
    GoingBack(game).undo()
    game.publish()
    replay = Replay(game.scenario, game.records)
    change = leaving_out(replay)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    kept = kept_branch(replay, changed, change, title="x", reason="", once=once)
    game.close()
    branches = Branches(Notebook(game.path))
    again = replay_of(replay, branches.keep(kept))
    assert again.world(again.last).state_hash() == once.world.state_hash()


def test_that_people_play_a_branch_on_in_a_session_of_its_own(path: Path) -> None:
    replay = open_replay(path)
    change = leaving_out(replay)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    kept = kept_branch(replay, changed, change, title="Restraint", reason="", once=once)
    branch = Branches(Notebook(path)).keep(kept)
    before = path.read_bytes()
    session = play_on(path, branch)
    assert path.read_bytes() == before
    game = open_game(session)
    assert game.world.values == changed.world.values
    assert game.world.seats == replay.world(0).seats
    assert (game.world.turn, game.world.phase) == (TURN, Phase.ADJUDICATE)
    assert game.world.settings.title.endswith(": Restraint")
    origin = game.records[-1].event
    assert isinstance(origin, BranchedOff)
    assert origin.words == kept.words
    game.publish()
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    game.close()
    assert verify_save(session).is_whole
    assert play_on(path, branch) != session


def test_that_a_branch_with_another_parameter_is_looked_at_only(path: Path) -> None:
    replay = open_replay(path)
    change = BranchChange(Changed.PARAMETER, parameter="index.half_life_days", value=10.0)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    kept = kept_branch(replay, changed, change, title="Fading", reason="", once=once)
    branch = Branches(Notebook(path)).keep(kept)
    with pytest.raises(RuleError, match="not played on"):
        play_on(path, branch)
    again = replay_of(replay, branch)
    assert again.world(again.last).index_path[TURN - 1 :] == kept.index


@pytest.mark.compiled
def test_that_pairs_of_runs_show_the_change_and_not_the_luck(replay: Replay) -> None:
    seat, order = a_seat(replay)
    same = changed_turn(replay, TURN, BranchChange(Changed.ORDER, seat=seat, slot=1, order=order))
    few, many = fans(replay, same, steps=(20, 40))
    assert (few.runs, many.runs, many.wanted) == (20, 40, 40)
    assert many.fan == many.played
    assert all(pair.points.value == 0.0 for pair in many.pairs)
    fading = BranchChange(Changed.PARAMETER, parameter="index.half_life_days", value=10.0)
    (fan,) = fans(replay, changed_turn(replay, TURN, fading), steps=(40,))
    assert fan.pairs[-1].points.high < 0.0
    assert fan.fan[0].turn == TURN + 1


@pytest.mark.compiled
def test_that_a_stopped_fan_keeps_the_pairs_that_are_done(replay: Replay) -> None:
    changed = changed_turn(replay, TURN, leaving_out(replay))
    found: list[BranchFan] = []
    for fan in fans(replay, changed, steps=(64, 128), stopped=lambda: bool(found)):
        found.append(fan)
        assert len(found) <= 2
    assert [fan.runs for fan in found] == [64]


def test_that_nothing_is_run_after_the_last_turn(replay: Replay) -> None:
    cut = replace(replay.scenario, turns=TURN)
    shorter = Replay(cut, replay.records)
    with pytest.raises(RuleError, match="is the last"):
        next(fans(shorter, changed_turn(shorter, TURN, leaving_out(shorter))))


def test_that_an_act_that_never_fails_by_the_law_is_taken_back_by_a_ruling(
    replay: Replay,
) -> None:
    sure = [
        (number, act)
        for number, act in acts_of_turn(replay, played_turn(replay, TURN))
        if act.success and act.order.move in replay.scenario.move and not act.weapons
    ]
    number, act = sure[0]
    change = BranchChange(Changed.RULING, act=number, success=False)
    ruled = changed_turn(replay, TURN, change).events[0]
    assert isinstance(ruled, ActRuled)
    assert (ruled.after.success, ruled.after.killed) == (False, 0)
    assert ruled.before.killed == act.killed


def test_that_other_luck_is_kept_to_the_last_digit(path: Path) -> None:
    replay = open_replay(path)
    number, _ = an_attack(replay)
    change = BranchChange(Changed.DRAW, act=number, quantile=0.25)
    changed = changed_turn(replay, TURN, change)
    once = run_on(changed)
    kept = kept_branch(replay, changed, change, title="Luck", reason="", once=once)
    again = replay_of(replay, Branches(Notebook(path)).keep(kept))
    assert again.world(again.last).state_hash() == once.world.state_hash()
