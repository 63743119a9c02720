"""The coach says what its seat may know, as much as the difficulty lets it, and no more."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.secret_games import pair_of
from tests.play.practice.interview.asked_games import LoggedGame
from wargame.engine.legal_moves import refusal_of
from wargame.engine.visibility import view_for
from wargame.model.advice import About
from wargame.model.channel_view import Channels, MessageView, NoticeView
from wargame.model.events import PhaseBegan
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.outlook import Estimate, IndexDifference, MoveOutlook
from wargame.model.practice import Difficulty, Practice
from wargame.model.seat_view import KnownEvent, SeatView
from wargame.play.practice.coach.alternatives import alternatives
from wargame.play.practice.coach.coach import advice
from wargame.play.practice.coach.missed import missed

ISR, IRN = ActorId("ISR"), ActorId("IRN")
BARRAGE = Order(MoveId("M11"), ISR, meant=11.0)


@cache
def planning() -> LoggedGame:
    """A practice game of Iran in the planning of turn 4."""
    game = LoggedGame(2, 3, Practice(IRN), ended=False)
    game.take(PhaseBegan(4, Phase.BRIEF))
    game.take(PhaseBegan(4, Phase.PLAN))
    return game


def outlook(order: Order, war: Estimate, points: Estimate) -> MoveOutlook:
    """What may follow from an order, as runs would tell it."""
    return MoveOutlook(
        order=order,
        runs=1_600,
        wanted=1_600,
        index=(IndexDifference(6, points),),
        all_out=war,
        all_out_then=war,
    )


def seen() -> SeatView:
    """What Iran knows once turn 3 is out."""
    game = LoggedGame(2, 3, Practice(IRN), ended=False)
    return view_for(game.scenario, game.world, IRN)


def test_that_a_barrage_is_read_against_the_line_that_the_seat_believes_in() -> None:
    game = planning()
    said = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.CALM)
    reading = next(remark for remark in said if remark.about is About.READING)
    believed = game.scenario.layout.read(game.world.published, "red_line_seen", IRN, ISR)
    assert "You mean it as R11" in reading.words
    assert f"R{believed:.1f}" in reading.words


def test_that_the_line_of_a_warning_is_not_taken_for_how_it_is_meant() -> None:
    game = planning()
    plain = Order(MoveId("I02"), ISR)

    def words(order: Order) -> str:
        said = advice(game.scenario, game.world, IRN, [order], Difficulty.CALM)
        return next(remark.words for remark in said if remark.about is About.READING)

    assert words(replace(plain, meant=0.0)) == words(plain)


def test_that_the_risk_is_told_without_runs_and_made_exact_with_them() -> None:
    game = planning()
    plain = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.FAIR, waits=True)
    risk = next(remark for remark in plain if remark.about is About.RISK)
    assert risk.waits
    assert "home soil" in risk.words
    found = outlook(BARRAGE, Estimate(0.012, 0.003, 0.021), Estimate(4.1, 2.0, 6.2))
    exact = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.FAIR, outlook=found)
    risk = next(remark for remark in exact if remark.about is About.RISK)
    assert not risk.waits
    assert "+4.1 (+2.0 to +6.2)" in risk.words
    assert "+1.2 (+0.3 to +2.1)" in risk.words


def test_that_a_difference_that_may_be_none_is_called_so() -> None:
    game = planning()
    found = outlook(BARRAGE, Estimate(0.001, -0.004, 0.006), Estimate(0.3, -1.0, 1.6))
    said = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.FAIR, outlook=found)
    risk = next(remark for remark in said if remark.about is About.RISK)
    assert "can be told from no difference" in risk.words
    assert "−0.4" in risk.words


def test_that_the_way_down_the_ladder_cites_its_source_and_can_be_ordered() -> None:
    game = planning()
    said = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.FAIR)
    other = next(remark for remark in said if remark.about is About.OTHERWISE)
    assert other.order is not None
    assert any("Osgood" in title for title in other.sources)
    assert refusal_of(game.scenario, game.world, IRN, other.order) is None


def other_way(points: tuple[Estimate, Estimate]) -> tuple[Order | None, str, tuple[Order, ...]]:
    """What is offered where the lighter blow and the step down came out like this."""
    game = planning()
    offered = alternatives(game.scenario, game.world, IRN, [BARRAGE])
    none = Estimate(0.0, -0.01, 0.01)
    tried = [
        outlook(order, none, found)
        for order, found in zip((offered[0], offered[-1]), points, strict=True)
    ]
    said = advice(game.scenario, game.world, IRN, [BARRAGE], Difficulty.FAIR, otherwise=tried)
    other = next(remark for remark in said if remark.about is About.OTHERWISE)
    return other.order, other.words, offered


def test_that_the_other_way_that_is_surely_calmer_is_offered_once_both_were_tried() -> None:
    order, words, offered = other_way((Estimate(-4.0, -5.0, -3.0), Estimate(-1.0, -2.0, 0.0)))
    assert order == offered[0]
    assert "1,600" in words
    assert "−4.0 (−5.0 to −3.0)" in words


def test_that_the_step_down_is_offered_where_nothing_is_surely_calmer() -> None:
    order, words, offered = other_way((Estimate(-1.2, -2.0, -0.4), Estimate(-1.0, -2.0, 0.0)))
    assert order == offered[-1]
    assert order != offered[0]
    assert "asks for one in kind" in words


@pytest.mark.parametrize("orders", [(), (BARRAGE,)])
def test_that_difficulty_sets_how_much_is_said(orders: tuple[Order, ...]) -> None:
    game = planning()
    counts = [
        len(advice(game.scenario, game.world, IRN, orders, difficulty))
        for difficulty in (Difficulty.HARD, Difficulty.FAIR, Difficulty.CALM)
    ]
    assert counts[0] == 1
    assert counts == sorted(counts)


def test_that_holding_still_is_weighed_by_what_is_owed() -> None:
    game = planning()
    said = advice(game.scenario, game.world, IRN, (), Difficulty.FAIR)
    owed = max(
        game.scenario.layout.read(game.world.published, "debt", IRN, other.id)
        for other in game.scenario.actors
        if other.id != IRN
    )
    words = said[0].words
    assert (f"a reply of {owed:.0f}" in words) == (owed >= 6.0)


@given(st.integers(0, 2**32))
@settings(max_examples=15)
def test_that_the_coach_says_the_same_in_worlds_that_its_seat_cannot_tell_apart(seed: int) -> None:
    plain, other, seat = pair_of(seed)
    scenario = plain.scenario
    orders = [
        Order(move.id, next((t for t in move.targets if t != seat), None))
        for move in scenario.moves
        if seat in move.who and move.rung >= 6.0
    ][:2]
    said = [advice(scenario, room.world, seat, orders, Difficulty.CALM) for room in (plain, other)]
    assert said[0] == said[1]
    views = [view_for(scenario, room.world, seat) for room in (plain, other)]
    after = [missed(view, scenario.move, Difficulty.CALM) for view in views]
    assert after[0] == after[1]


def known_event(number: int, turn: int, move: str, words: str, rung: float) -> KnownEvent:
    """Something that Israel openly did to Iran."""
    return KnownEvent(
        number=number,
        turn=turn,
        day=float(turn),
        when="20 Aug 10:00",
        actor=ISR,
        sure=1.0,
        target=IRN,
        move=MoveId(move),
        words=words,
        read_rung=rung,
        how="target",
        detail="",
    )


def test_that_a_step_towards_the_seat_and_a_blow_left_unanswered_are_named() -> None:
    view = replace(seen(), known=(), channels=Channels(), red_lines=())
    step = known_event(7, view.turn, "D05", "Declare the matter closed", 0.0)
    blow = known_event(5, view.turn - 1, "M13", "Single limited strike", 12.0)
    told = missed(replace(view, known=(blow, step)), planning().scenario.move, Difficulty.FAIR)
    assert [one.known for one in told] == [(7,), (5,)]
    assert "step towards you" in told[0].words
    answer = replace(step, number=8, actor=IRN, target=ISR, move=MoveId("I06"))
    told = missed(
        replace(view, known=(blow, step, answer)), planning().scenario.move, Difficulty.FAIR
    )
    assert [one.known for one in told] == [(7,)]


def test_that_what_was_missed_cites_events_as_the_seat_counts_them() -> None:
    view = seen()
    view = replace(view, known=(), channels=Channels(), red_lines=())
    event = known_event(900, view.turn, "M13", "Single limited strike", 15.0)
    told = missed(
        replace(view, known=(*view.known, event)), planning().scenario.move, Difficulty.HARD
    )
    assert len(told) == 1
    assert told[0].known == (900,)
    assert "3 rungs higher" in told[0].words


def test_that_an_unread_message_and_a_warning_come_before_a_misreading() -> None:
    view = seen()
    notice = NoticeView(ISR, IRN, IRN, 48.0, None, "", "3 Aug 10:00", came=True)
    message = MessageView(
        number=1,
        partner=ISR,
        by=ISR,
        sender=ISR,
        to=IRN,
        via=None,
        words="Let this be the last.",
        when="4 Aug 09:00",
        status="",
        is_new=True,
        asks=False,
        can_pass=False,
        quotable=True,
        notice=None,
    )
    told = missed(
        replace(view, channels=Channels(messages=(message,), notices=(notice,))),
        planning().scenario.move,
        Difficulty.FAIR,
    )
    assert len(told) == 2
    assert "warned you 48 h before" in told[0].words
    assert "lies unread" in told[1].words


def test_that_what_was_learned_late_is_named() -> None:
    view = seen()
    earlier = next(event for event in view.known if 0 < event.turn < view.turn)
    before = replace(view, known=tuple(e for e in view.known if e.number != earlier.number))
    told = missed(view, planning().scenario.move, Difficulty.CALM, before)
    assert any("Only now" in one.words and earlier.number in one.known for one in told)


def test_that_nothing_missed_is_said_plainly() -> None:
    view = replace(seen(), known=(), channels=Channels(), red_lines=())
    told = missed(view, planning().scenario.move, Difficulty.CALM)
    assert [one.words for one in told] == [
        "Nothing that your seat knows of went past you in this turn."
    ]
