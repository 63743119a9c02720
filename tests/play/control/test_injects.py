"""Control's injects in a live game: due by clock and condition, sent, held, undone, reopened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.made_injects import an_inject
from tests.scenes import HZB, IRN, ISR, QAT, USA, loaded, settings_for
from wargame.errors import RuleError
from wargame.model.conditions import ActCount, AllOf, Elapsed, Measure, Not
from wargame.model.events import SystemSettled
from wargame.model.injects import InjectsMarked
from wargame.model.moves import Change, Effect
from wargame.play.changes import Changes
from wargame.play.control.inject_rows import Minutes
from wargame.play.control.injects import NO_MINUTES, Injects
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    tehran = loaded("after-tehran")
    live = new_game(tehran, settings_for(tehran.scenario), tmp_path / "game.wargame")
    yield live
    live.close()


@pytest.fixture
def injects(game: LiveGame) -> Injects:
    return Injects(game)


def at(exercise: float = 0.0, turn: float = 0.0, planning: float = 0.0) -> Minutes:
    return {"exercise": exercise, "turn": turn, "planning": planning}


def state(injects: Injects, name: str) -> str:
    return injects.line(name).state


def seats_that_read(game: LiveGame, title: str) -> set[str]:
    return {
        seat.actor
        for seat in game.world.seats
        if any(report.title == title for report in game.view(seat.actor).reports)
    }


def test_that_the_list_begins_as_the_scenario_has_it(injects: Injects) -> None:
    view = injects.view()
    assert len(view.rows) == 40
    assert {row.inject.id for row in view.rows if row.state == "due"} == {"i01", "i02", "i03"}
    assert {row.state for row in view.rows[3:]} == {"waiting"}
    assert view.rows[0].trigger.startswith("From turn 1 on, when ")
    assert view.rows[0].to == "All seats"


def test_that_the_scenarios_injects_of_the_turn_become_due_and_are_offered(
    game: LiveGame, injects: Injects
) -> None:
    due = injects.check(NO_MINUTES)
    assert set(due) == {"i01", "i02", "i03"}
    assert state(injects, "i01") == "due"
    assert not game.world.injects.deliveries
    assert injects.check(NO_MINUTES) == ()


def test_that_an_inject_by_the_clock_is_due_to_the_minute_and_sent_by_itself(
    game: LiveGame, injects: Injects
) -> None:
    injects.write([an_inject("a", Elapsed(15, "planning"), by_itself=True, to=(ISR, USA))])
    injects.check(NO_MINUTES)
    row = next(row for row in injects.view(at(planning=12.5)).rows if row.inject.id == "a")
    assert row.due_in == pytest.approx(2.5)
    assert row.trigger == "Clock, 15 min into planning"
    assert injects.check(at(planning=14.99)) == ()
    assert injects.check(at(planning=15)) == ("a",)
    assert state(injects, "a") == "fired"
    assert seats_that_read(game, "Title a") == {ISR, USA}


def test_that_the_switch_of_the_session_keeps_due_injects_from_going_by_themselves(
    injects: Injects,
) -> None:
    injects.write([an_inject("a", Elapsed(1, "exercise"), by_itself=True)])
    injects.switch(by_themselves=False)
    injects.check(at(exercise=2))
    assert state(injects, "a") == "due"


def test_that_nothing_becomes_due_while_all_is_held(injects: Injects) -> None:
    injects.switch(on_hold=True)
    assert injects.check(at(exercise=100)) == ()
    injects.switch(on_hold=False)
    assert injects.check(at(exercise=100))


def test_that_a_condition_over_numbers_acts_and_time_makes_an_inject_due(
    game: LiveGame, injects: Injects
) -> None:
    both = AllOf((Measure("index", ">=", 1.0), Not(Measure("turn", ">=", 3.0)), Elapsed(5)))
    never = ActCount(1000)
    injects.write([an_inject("a", both), an_inject("b", never)])
    injects.check(at(exercise=4))
    assert state(injects, "a") == "waiting"
    injects.check(at(exercise=5))
    assert state(injects, "a") == "due"
    assert state(injects, "b") == "waiting"


def test_that_held_and_skipped_injects_never_become_due_until_released(injects: Injects) -> None:
    injects.hold(["i01"])
    injects.skip(["i02"])
    injects.check(NO_MINUTES)
    assert (state(injects, "i01"), state(injects, "i02")) == ("held", "skipped")
    injects.release(["i01", "i02"])
    assert set(injects.check(NO_MINUTES)) == {"i01", "i02"}


def test_that_an_inject_can_be_moved_edited_and_is_sent_once(
    game: LiveGame, injects: Injects
) -> None:
    injects.check(NO_MINUTES)
    injects.move_to("i01", Measure("turn", ">=", 5.0))
    assert state(injects, "i01") == "waiting"
    assert injects.check(NO_MINUTES) == ()
    injects.write([replace(injects.line("i01").inject, text="Other words.")])
    injects.fire("i01")
    assert game.view(ISR).reports[-1].text == "Other words."
    with pytest.raises(RuleError, match="sent already"):
        injects.fire("i01")
    with pytest.raises(RuleError, match="sent already"):
        injects.move_to("i01", None)


def test_that_what_is_sent_reaches_its_seats_at_once_and_nobody_else(
    game: LiveGame, injects: Injects
) -> None:
    before = {seat.actor: game.view(seat.actor) for seat in game.world.seats}
    injects.send_now(
        "Trucks leave the depot.\nTwo pictures.", [IRN], "intelligence", reliability="likely"
    )
    report = game.view(IRN).reports[0]
    assert (report.number, report.title, report.kind) == (
        1,
        "Trucks leave the depot.",
        "intelligence",
    )
    assert report.reliability == "likely"
    after = {seat.actor: game.view(seat.actor) for seat in game.world.seats}
    assert {name for name in before if before[name] != after[name]} == {IRN}


def test_that_effects_stand_in_the_ledger_with_their_cause_and_move_the_world(
    game: LiveGame, injects: Injects
) -> None:
    read = game.scenario.layout.read
    before = read(game.world.values, "channel", "JOR", "IRN")
    oil = read(game.world.values, "oil")
    effects = (
        Effect("channel", "actor-target", Change.ADD, 0.04),
        Effect("oil", "world", Change.SCALE, 1.1),
        Effect("front_heat", "front", Change.ADD, 20.0),
    )
    front = game.scenario.fronts[0].id
    jor = next(a.id for a in game.scenario.actors if a.id == "JOR")
    told: list[Changes] = []
    game.listen(told.append)
    injects.write([an_inject("a", effects=effects, first=jor, second=IRN, front=front)])
    injects.fire("a")
    assert told[-1].meter
    assert read(game.world.values, "channel", "JOR", "IRN") == pytest.approx(before + 0.04)
    assert read(game.world.values, "oil") == pytest.approx(oil * 1.1)
    settled = game.records[-1].event
    assert isinstance(settled, SystemSettled)
    assert {entry.cause for entry in settled.ledger} == {"inject:a"}
    assert {entry.variable for entry in settled.ledger} == {
        "channel",
        "oil",
        "front_heat",
        "index",
    }
    row = game.console().events[-1]
    assert (row.words, row.attribution) == ("Title a", "Inject")
    assert row.index_change > 0
    assert game.working(row.number) is not None


def test_that_the_steps_of_a_turn_still_add_up_when_an_inject_moved_the_index(
    game: LiveGame, injects: Injects
) -> None:
    front = game.scenario.fronts[0].id
    heat = (Effect("front_heat", "front", Change.ADD, 15.0),)
    injects.write([an_inject(name, effects=heat, front=front) for name in "abc"])
    injects.fire("a")
    game.start_planning()
    game.lock_and_adjudicate()
    injects.fire("b")
    game.publish()
    injects.fire("c")
    meter = game.console().meter
    assert meter.index == meter.path[-1]
    moved = sum(step.change for step in meter.steps)
    assert moved == pytest.approx(meter.index - meter.moved_from)


def test_that_a_reopened_game_has_the_same_list_and_clock(game: LiveGame, injects: Injects) -> None:
    injects.check(NO_MINUTES)
    injects.fire("i01")
    injects.write([an_inject("a", Elapsed(30.0, "exercise"))])
    injects.keep_clock(at(exercise=12.5, turn=3.0, planning=1.0))
    game.start_planning()
    game.lock_and_adjudicate()
    world, lines = game.world, injects.lines()
    game.close()
    again = open_game(game.path)
    assert again.world == world
    assert again.world.state_hash() == world.state_hash()
    assert Injects(again).lines() == lines
    assert again.world.injects.exercise_minutes == 12.5
    again.close()


@pytest.mark.parametrize("phase", range(4))
def test_that_injects_can_be_sent_in_every_phase(
    game: LiveGame, injects: Injects, phase: int
) -> None:
    for step in (game.start_planning, game.lock_and_adjudicate, game.publish)[:phase]:
        step()
    injects.send_now("A word to all.")
    assert game.view(QAT).reports[-1].title == "A word to all."


def test_that_bad_injects_are_refused_in_one_sentence(injects: Injects) -> None:
    from wargame.model.ids import ActorId

    for wrong in (
        an_inject("a", title=" "),
        an_inject("a", text=""),
        an_inject("a", to=(ActorId("XXX"),)),
        an_inject("a", text="x" * 30_000),
    ):
        with pytest.raises(RuleError):
            injects.write([wrong])
    with pytest.raises(RuleError, match="no inject zz"):
        injects.fire("zz")


def test_that_editing_holding_and_skipping_leave_no_trace_in_what_seats_see(
    game: LiveGame, injects: Injects
) -> None:
    before = {seat.actor: game.view(seat.actor) for seat in game.world.seats}
    injects.write([an_inject("a"), an_inject("b")])
    injects.check(NO_MINUTES)
    injects.hold(["i01"])
    injects.skip(["i02"])
    injects.switch(by_themselves=False)
    assert {seat.actor: game.view(seat.actor) for seat in game.world.seats} == before


def test_that_numbers_of_reports_do_not_tell_of_others(game: LiveGame, injects: Injects) -> None:
    injects.send_now("For one.", [HZB])
    injects.send_now("For another.", [IRN])
    assert [report.number for report in game.view(IRN).reports] == [1]


def test_that_a_mark_of_an_unknown_inject_changes_nothing(game: LiveGame, injects: Injects) -> None:
    injects.hold(["zz"])
    assert not any(isinstance(record.event, InjectsMarked) for record in game.records)


def test_that_going_back_takes_back_what_was_sent_and_can_be_done_again(
    game: LiveGame, injects: Injects
) -> None:
    from wargame.play.going_back import GoingBack

    game.start_planning()
    injects.check(NO_MINUTES)
    injects.send_now("A word to one.", [IRN])
    back = GoingBack(game)
    assert back.last_step() == "sending of “A word to one.”"
    back.undo()
    assert game.view(IRN).reports == ()
    assert injects.check(NO_MINUTES) == ()
    assert next(row for row in injects.view().rows if row.inject.id == "i01").state == "due"
    back.redo()
    assert [report.title for report in game.view(IRN).reports] == ["A word to one."]


def test_that_nothing_is_sent_by_itself_right_after_going_back(
    game: LiveGame, injects: Injects
) -> None:
    from wargame.play.going_back import GoingBack

    injects.write([an_inject("a", Elapsed(10.0, "exercise"), by_itself=True)])
    game.start_planning()
    GoingBack(game).undo()
    assert injects.check(at(exercise=11)) == ()
    game.start_planning()
    assert "a" in injects.check(at(exercise=11))


def test_that_noting_the_clock_does_not_cut_off_what_was_taken_back(
    game: LiveGame, injects: Injects
) -> None:
    from wargame.play.going_back import GoingBack

    injects.write([an_inject("a", Elapsed(10.0, "exercise"))])
    game.start_planning()
    back = GoingBack(game)
    back.undo()
    injects.keep_clock(at(exercise=3))
    assert back.next_step()


def test_that_messages_between_seats_count_for_a_trigger(game: LiveGame, injects: Injects) -> None:
    from wargame.model.channels import Words
    from wargame.model.conditions import MessageCount
    from wargame.play.dealings.conversations import Conversations

    injects.write([an_inject("a", MessageCount(2, QAT, USA, both_ways=True))])
    game.start_planning()
    talk = Conversations(game)
    talk.send(QAT, Words(USA, "Will you hold for a day?"))
    injects.check(NO_MINUTES)
    row = next(row for row in injects.view().rows if row.inject.id == "a")
    assert (row.state, row.trigger) == ("waiting", "When QAT and USA trade 2 messages (1)")
    talk.send(USA, Words(QAT, "For a day."))
    assert injects.check(NO_MINUTES) == ("a",)


@pytest.mark.bench
def test_that_a_list_of_5000_injects_costs_under_50_ms_a_step(
    game: LiveGame, injects: Injects
) -> None:
    from time import process_time

    many = [
        an_inject(
            f"m{n}", AllOf((Measure("turn", ">=", float(n % 12 + 1)), Elapsed(float(n % 240))))
        )
        for n in range(5_000)
    ]
    injects.write(many)
    injects.view()
    costs = []
    for step in (
        lambda: injects.view(at(exercise=1.0)),
        lambda: injects.check(at(exercise=2.0)),
        lambda: injects.fire("m7"),
        lambda: injects.hold(["m8"]),
        lambda: injects.view(at(exercise=2.0)),
    ):
        began = process_time()
        step()
        costs.append(1000 * (process_time() - began))
    assert max(costs) < 50, costs
