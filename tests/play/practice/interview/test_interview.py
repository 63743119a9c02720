"""Opponents that are asked: what they answer is in the log, or true when it is run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.play.practice.interview.asked_games import TURNS, LoggedGame, ended_game
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.legal_moves import sheet_refusal
from wargame.engine.rollout import BLOCK
from wargame.errors import RuleError
from wargame.model.channels import Message, MessageSent, Notice, Way
from wargame.model.events import OrdersSealed, OutcomePublished, PhaseBegan, SessionStarted
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.interview import NumberChange, Question, SheetChange
from wargame.model.layout import Address
from wargame.model.orders import Order
from wargame.model.practice import Practice
from wargame.model.world import World
from wargame.opponents.decider import Check
from wargame.opponents.deliberation import Deliberations
from wargame.opponents.doctrine import Doctrine
from wargame.opponents.looking_ahead import Choice as Tried
from wargame.opponents.race import Runner
from wargame.play.practice.interview.belief_search import (
    Effort,
    held_numbers,
    nearest_number,
    with_number,
)
from wargame.play.practice.interview.choices import Choice
from wargame.play.practice.interview.interview import NOT_YET, OPENLY, Interview
from wargame.play.practice.interview.looked_ahead import looked_ahead_passages
from wargame.play.practice.interview.moments import Moments
from wargame.play.practice.interview.move_search import nearest_sheet
from wargame.play.practice.interview.why_answer import OTHERWISE

ISR, IRN, HZB = ActorId("ISR"), ActorId("IRN"), ActorId("HZB")
SEEDS = (2, 5)
MODEST = Effort(points=6, closest=0.02, numbers=12, sheets=12)


def choice_of(game: LoggedGame, seat: ActorId, turn: int, place: int) -> Choice:
    """One choice of a seat; stillness where its sheet is empty."""
    moments = Moments(game.scenario, game.line)
    sheet = moments.sheet(seat, turn)
    assert sheet is not None
    order = sheet[place % len(sheet)] if sheet else None
    topic = game.interview(ISR if seat != ISR else IRN).choices(seat)[0]
    sealed = moments.seal_number(seat, turn)
    return Choice(seat, Controller.DOCTRINE, turn, order, sheet, topic, sealed)


def decision(doctrine: Doctrine, seat: ActorId) -> Callable[[World], tuple[Order, ...]]:
    """A seat's own decision, as the searches ask for it."""
    return lambda world: doctrine.decide(world, seat)


def played_otherwise(
    game: LoggedGame, seat: ActorId, first: int, last: int, sheet: tuple[Order, ...]
) -> World:
    """The planning of turn ``last``, had the seat sealed another sheet; by hand from the start."""
    world: World | None = None
    moments = Moments(game.scenario, game.line)

    def take(event: object) -> World:
        number = (world.events if world else 0) + 1
        return replace(apply(game.scenario, world, event, number), events=number)  # type: ignore[arg-type]

    world = take(game.line[0].event)
    for turn in range(1, last + 1):
        if turn > 1:
            world = take(OutcomePublished(turn - 1))
            world = take(PhaseBegan(turn - 1, Phase.OUTCOME))
        world = take(PhaseBegan(turn, Phase.BRIEF))
        world = take(PhaseBegan(turn, Phase.PLAN))
        if turn == last:
            break
        for other in game.scenario.seats:
            sealed = moments.sheet(other.id, turn)
            assert sealed is not None
            is_changed = other.id == seat and turn == first
            world = take(OrdersSealed(other.id, sheet if is_changed else sealed))
        world = take(PhaseBegan(turn, Phase.ADJUDICATE))
        for event in adjudicate(game.scenario, world):
            world = take(event)
    return world


def test_that_every_choice_in_a_log_is_made_again_as_it_was() -> None:
    game = ended_game(SEEDS[0])
    moments = Moments(game.scenario, game.line)
    doctrine = Doctrine(game.scenario, game.world.settings.start)
    for turn in moments.turns:
        for seat in game.scenario.seats:
            again = doctrine.decide(moments.deciding(turn), seat.id)
            assert again == moments.sheet(seat.id, turn)


def test_that_turns_repeated_with_the_same_sheet_come_out_the_same() -> None:
    game = ended_game(SEEDS[0])
    moments = Moments(game.scenario, game.line)
    sheet = moments.sheet(IRN, 2)
    assert sheet is not None
    again = moments.repeated(2, 4, IRN, sheet)
    as_logged = moments.deciding(4)
    assert (again.values, again.published) == (as_logged.values, as_logged.published)
    assert again.standing == as_logged.standing


chosen = (
    st.sampled_from(SEEDS),
    st.sampled_from((ISR, IRN, HZB)),
    st.integers(2, TURNS),
    st.integers(0, 2),
)


@given(*chosen)
@settings(max_examples=10)
def test_that_a_changed_number_really_flips_the_choice(
    seed: int, seat: ActorId, turn: int, place: int
) -> None:
    game = ended_game(seed)
    asker = ISR if seat != ISR else IRN
    choice = choice_of(game, seat, turn, place)
    world = Moments(game.scenario, game.line).deciding(turn)
    doctrine = Doctrine(game.scenario, game.world.settings.start)
    found = nearest_number(
        game.scenario,
        world,
        seat,
        list(held_numbers(seat, (asker,))),
        decision(doctrine, seat),
        choice.is_other,
        effort=MODEST,
    )
    assert found.runs > 0
    if found.flip is None:
        return
    change = found.flip.change
    assert isinstance(change, NumberChange)
    address = Address(change.variable, change.first, change.second)
    held = game.scenario.layout.read(world.published, change.variable, change.first, change.second)
    assert held == change.before
    # A seat that never weighed anything else gives the same orders.
    fresh = Doctrine(game.scenario, game.world.settings.start)
    orders = fresh.decide(with_number(game.scenario, world, address, change.after), seat)
    assert orders == found.flip.orders
    assert choice.is_other(orders)
    assert not choice.is_other(
        fresh.decide(with_number(game.scenario, world, address, change.before), seat)
    )


@given(*chosen)
@settings(max_examples=8)
def test_that_a_changed_sheet_really_flips_the_choice(
    seed: int, seat: ActorId, turn: int, place: int
) -> None:
    game = ended_game(seed)
    asker = ISR if seat != ISR else IRN
    choice = choice_of(game, seat, turn, place)
    doctrine = Doctrine(game.scenario, game.world.settings.start)
    moments = Moments(game.scenario, game.line)
    found = nearest_sheet(
        moments,
        asker,
        seat,
        turn,
        decision(doctrine, seat),
        choice.is_other,
        effort=MODEST,
        turns_back=2,
    )
    assert found.runs > 0
    if found.flip is None:
        return
    change = found.flip.change
    assert isinstance(change, SheetChange)
    planned = moments.deciding(change.turn)
    assert sheet_refusal(game.scenario, planned, asker, change.sheet) is None
    world = played_otherwise(game, asker, change.turn, turn, change.sheet)
    fresh = Doctrine(game.scenario, game.world.settings.start)
    assert fresh.decide(world, seat) == found.flip.orders
    assert choice.is_other(found.flip.orders)


def test_that_flips_of_both_kinds_are_found_at_all() -> None:
    game = ended_game(SEEDS[0])
    moments = Moments(game.scenario, game.line)
    doctrine = Doctrine(game.scenario, game.world.settings.start)
    kinds = set()
    for turn in (2, 3):
        for seat in (IRN, HZB):
            choice = choice_of(game, seat, turn, 0)
            numbers = nearest_number(
                game.scenario,
                moments.deciding(turn),
                seat,
                list(held_numbers(seat, (ISR,))),
                decision(doctrine, seat),
                choice.is_other,
                effort=MODEST,
            )
            sheets = nearest_sheet(
                moments,
                ISR,
                seat,
                turn,
                decision(doctrine, seat),
                choice.is_other,
            )
            kinds |= {type(s.flip.change) for s in (numbers, sheets) if s.flip is not None}
    assert kinds == {NumberChange, SheetChange}


def test_that_the_reason_is_the_recorded_one_beside_what_was_weighed() -> None:
    game = ended_game(SEEDS[0])
    interview = game.interview(ISR)
    topic = next(t for t in interview.choices(IRN) if t.move is not None)
    answer = interview.answer(IRN, Question.WHY, topic)
    sheet = Moments(game.scenario, game.line).sheet(IRN, topic.turn)
    assert sheet is not None
    order = next(o for o in sheet if (o.move, o.target) == (topic.move, topic.target))
    assert order.rationale in answer.passages[0].words
    assert topic.number in answer.passages[0].events
    assert "pull" in answer.passages[-1].words


def test_that_what_was_weighed_holds_the_sheet_that_was_sealed() -> None:
    game = ended_game(SEEDS[0])
    moments = Moments(game.scenario, game.line)
    told = Deliberations(game.scenario, game.world.settings.start)
    for turn in moments.turns:
        weighed = told.of(moments.deciding(turn), IRN).weighed
        assert list(weighed) == sorted(weighed, key=lambda one: -one.score)
        sheet = moments.sheet(IRN, turn)
        assert sheet is not None
        picked = {(one.move, one.target) for one in weighed if one.picked}
        assert picked <= {(order.move, order.target) for order in sheet}


def test_that_beliefs_are_those_of_the_moment_of_the_choice() -> None:
    game = ended_game(SEEDS[0])
    interview = game.interview(ISR)
    topic = interview.choices(IRN)[0]
    answer = interview.answer(IRN, Question.BELIEFS, topic)
    world = Moments(game.scenario, game.line).deciding(topic.turn)
    believed = game.scenario.layout.read(world.published, "belief", IRN, ISR)
    assert f"{100 * believed:.0f} %" in answer.passages[0].words
    assert any(passage.is_told_truth for passage in answer.passages)
    assert answer.note == ""


def test_that_an_act_means_the_rung_that_was_read_and_the_numbers_that_moved() -> None:
    game = ended_game(SEEDS[0])
    interview = game.interview(ISR)
    for topic in interview.said_and_done(IRN):
        act = next(h for n, h in game.world.happenings() if n == topic.number)
        assert isinstance(act, ActResolved)
        words = interview.answer(IRN, Question.MEANING, topic).passages[0].words
        sighting = next((s for s in act.sightings if s.seat == IRN), None)
        if sighting is None:
            assert "never learned" in words
        else:
            assert f"R{sighting.rung:.1f}" in words


def test_that_a_message_with_a_warning_is_told_as_one() -> None:
    game = LoggedGame(SEEDS[1], 1, Practice(ISR), ended=False)
    message = Message(
        number=1,
        sender=ISR,
        to=IRN,
        via=None,
        text="What comes next is limited.",
        quotable=True,
        notice=Notice(IRN, 48.0, None),
        turn=1,
        hour=2.0,
        tells=1,
        leaked=False,
        overheard=(),
        way=Way.DELIVERED,
        words="What comes next is limited.",
        arrives=3.0,
    )
    game.take(MessageSent(message, 0.0, ()))
    interview = game.interview(ISR)
    topic = next(t for t in interview.said_and_done(IRN) if t.is_message)
    words = " ".join(p.words for p in interview.answer(IRN, Question.MEANING, topic).passages)
    assert "48 h" in words
    assert "No blow followed" in words


def test_that_nobody_answers_while_an_ordinary_game_goes_on() -> None:
    interview = LoggedGame(SEEDS[0], turns=1, ended=False).interview(ISR)
    assert interview.refusal == NOT_YET
    topic = interview.choices(IRN)[0]
    for question in (Question.WHY, Question.BELIEFS, Question.CHANGE):
        with pytest.raises(RuleError, match="when the game has ended"):
            interview.answer(IRN, question, topic)


@pytest.mark.parametrize("coach", [True, False])
def test_that_practice_with_a_coach_lets_opponents_speak_and_says_so(coach: bool) -> None:
    game = LoggedGame(SEEDS[0], 1, Practice(ISR, coach=coach), ended=False)
    interview = game.interview(ISR)
    topic = interview.choices(IRN)[0]
    if not coach:
        with pytest.raises(RuleError):
            interview.answer(IRN, Question.WHY, topic)
        return
    answer = interview.answer(IRN, Question.BELIEFS, topic)
    assert answer.note == OPENLY
    assert not any(passage.is_told_truth for passage in answer.passages)


def test_that_a_choice_that_comes_out_otherwise_now_is_not_explained_by_other_numbers() -> None:
    game = ended_game(SEEDS[0])
    started = game.line[0].event
    assert isinstance(started, SessionStarted)
    # Other draws stand in for other rules: the log is whole, but nothing decides so again.
    other = replace(started, settings=replace(started.settings, seed=99))
    line = (replace(game.line[0], event=other), *game.line[1:])
    interview = Interview(game.scenario, line, ISR)
    told = [
        interview.answer(IRN, Question.WHY, topic).passages[-1].words
        for topic in interview.choices(IRN)
    ]
    assert OTHERWISE in told
    at = told.index(OTHERWISE)
    answer = interview.answer(IRN, Question.CHANGE, interview.choices(IRN)[at])
    assert "comes out otherwise" in answer.passages[0].words
    assert len(answer.passages) == 1


def test_that_a_search_can_be_stopped() -> None:
    game = ended_game(SEEDS[0])
    interview = game.interview(ISR)
    topic = interview.choices(IRN)[0]
    heard: list[int] = []

    class StopError(Exception):
        pass

    def told(done: int, _total: int) -> None:
        heard.append(done)
        if done >= 3:
            raise StopError

    with pytest.raises(StopError):
        interview.answer(IRN, Question.CHANGE, topic, told)
    assert heard[-1] == 3


def test_that_the_asking_seat_is_no_opponent_of_its_own() -> None:
    interview = ended_game(SEEDS[0]).interview(ISR)
    assert ISR not in interview.opponents()
    assert IRN in interview.opponents()


def test_that_who_looks_ahead_tells_what_it_tried_and_how_far_behind_it_came() -> None:
    game = ended_game(SEEDS[0])
    moments = Moments(game.scenario, game.line)
    turn, seat = next(
        (turn, seat.id)
        for turn in moments.turns
        for seat in game.scenario.seats
        if moments.sheet(seat.id, turn)
    )
    choice = choice_of(game, seat, turn, 0)
    assert choice.order is not None

    def runner(sheet: tuple[Order, ...], worth: float) -> Runner:
        runs = np.linspace(worth - 0.2, worth + 0.2, 3 * BLOCK)
        return Runner(sheet, 0.0, runs[np.newaxis, :])

    aside = runner((replace(choice.order, meant=1.0),), 2.02)

    class Ahead:
        def choices(self, world: World, seat: ActorId, check: Check) -> tuple[Tried, ...]:
            check()
            assert (world.turn, seat) == (turn, choice.seat)
            assert choice.order is not None
            return (Tried((), (runner((choice.order,), 2.0), runner((), 0.5), aside)),)

    world = moments.deciding(turn)
    told = list(looked_ahead_passages(game.scenario, world, choice, Ahead(), lambda: None))
    assert len(told) == 1
    assert "holding still: 1.5 behind (1.5 to 1.5)" in told[0].words
    assert ": 0.0 behind (0.0 to 0.0)" in told[0].words
    assert "−0.0" not in told[0].words
