"""Orders in a seat's own words, and turns without the law: control writes what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from wargame.engine.odds import chance_of_sum, margin_of, odds_of, roll_for
from wargame.errors import RuleError
from wargame.model.arguments import Argument
from wargame.model.events import ActResolved, OrderLapsed, StandingChanged
from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import WRITTEN, Order
from wargame.model.ruling_views import Case, OutcomeDraft, Queue
from wargame.model.rulings import OrderRuled
from wargame.model.weighing import Reason, Roll, Way, Weighing
from wargame.play.adjudication.rulings import Rulings
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.verify import verify_save

CALL = Order(
    WRITTEN,
    AMB,
    meant=2.0,
    audience=(AMB,),
    message="Nobody moves before the harvest is in.",
    argument=Argument(
        "Both harbours are closed to warships until the harvest is in.",
        "No patrol leaves port this month.",
        ("Both sides asked for it.", "Their crews are unpaid."),
    ),
)
REASON = "The table thought the odds too kind."


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


def waiting(game: LiveGame) -> tuple[Rulings, Case]:
    game.seal(BLU, (order("D04", "GRN"), CALL))
    game.lock_and_adjudicate()
    desk = Rulings(game)
    return desk, next(row.case for row in desk.queue() if row.case.is_written)


def draft_for(desk: Rulings, case: Case, **more: object) -> OutcomeDraft:
    if not desk.weighing(case).is_rolled:
        desk.roll(case)
    view = desk.case(case)
    plain = OutcomeDraft(success=True, words="Both harbours close.", rung=2.0, front=view.front)
    success = view.margin >= 0
    return replace(plain, **{"success": success, **more})  # type: ignore[arg-type]


def test_that_the_law_skips_a_written_order_and_control_finds_it_waiting(game: LiveGame) -> None:
    desk, case = waiting(game)
    row = next(row for row in desk.queue() if row.case == case)
    assert (row.queue, row.is_argument, row.rung) == (Queue.JUDGEMENT, True, 2.0)
    assert case == Case(0, BLU, 2)
    acts = [h for _, h in game.world.turns[-1] if isinstance(h, ActResolved)]
    assert all(act.order.argument is None for act in acts)
    assert desk.unruled() >= 1


@pytest.mark.parametrize(
    "wrong",
    [
        replace(CALL, argument=Argument("Too short", "Nothing", ())),
        replace(CALL, argument=Argument("We close both harbours at once.", " ", ())),
        replace(CALL, move=MoveId("C04")),
        replace(CALL, argument=None),
        replace(CALL, target=ActorId("NOBODY")),
        replace(CALL, target=BLU),
        replace(CALL, warning_hours=3.0),
    ],
)
def test_that_half_an_argument_cannot_be_sealed(game: LiveGame, wrong: Order) -> None:
    with pytest.raises(RuleError):
        game.seal(BLU, (wrong,))


def test_that_two_written_orders_may_stand_on_one_sheet(game: LiveGame) -> None:
    other = replace(CALL, argument=Argument("We open the grain stores to all.", "Prices fall."))
    game.seal(BLU, (CALL, other))
    game.lock_and_adjudicate()
    assert len([row for row in Rulings(game).queue() if row.case.is_written]) == 2


def test_that_a_ruling_becomes_something_that_happened_with_its_make_up(game: LiveGame) -> None:
    desk, case = waiting(game)
    weighing = Weighing(
        reasons=(Reason("Both asked for it", favours=True, weight=3, by="AMB"),),
        umpires=("Ines", "Grace"),
        estimates=(("Ines", 0.4), ("Grace", 0.6)),
    )
    desk.weigh(case, weighing)
    draft = draft_for(desk, case, finals=((("goodwill", "", ""), 0.9),))
    index = desk.preview_outcome(case, draft).after
    desk.write(case, draft, "Ines")
    event = game.records[-1].event
    assert isinstance(event, OrderRuled)
    assert event.weighing == replace(weighing, is_rolled=True)
    assert event.odds is not None
    assert event.roll == roll_for(7, 1, BLU, 2, Way.DICE)
    assert game.scenario.layout.read(game.world.values, "goodwill") == pytest.approx(0.9)
    assert game.world.index_path[-1] == index
    act = game.world.turns[-1][-1][1]
    assert isinstance(act, ActResolved)
    assert act.order == CALL
    game.publish()
    for seat in (BLU, AMB, GRN):
        assert any(e.words == "Both harbours close." for e in game.view(seat).known)


def test_that_others_never_read_what_a_seat_wanted_or_why(game: LiveGame) -> None:
    desk, case = waiting(game)
    desk.write(case, draft_for(desk, case))
    game.publish()
    for seat in (AMB, GRN):
        shown = repr(game.view(seat))
        assert "No patrol leaves port" not in shown
        assert "crews are unpaid" not in shown


def test_that_estimates_stay_hidden_until_all_are_in_or_control_closes_them() -> None:
    one = Weighing(umpires=("Ines", "Grace"), estimates=(("Ines", 0.4),))
    assert one.median is None
    assert one.missing == ("Grace",)
    assert odds_of(one).median is None
    assert replace(one, is_closed=True).median == 0.4
    assert replace(one, estimates=(("Ines", 0.4), ("Grace", 0.6))).median == 0.5


def test_that_a_ruling_waits_for_estimates_that_were_asked_for(game: LiveGame) -> None:
    desk, case = waiting(game)
    desk.weigh(case, Weighing(umpires=("Ines", "Grace"), estimates=(("Ines", 0.4),)))
    with pytest.raises(RuleError, match="Estimates"):
        desk.roll(case)


def test_that_a_roll_can_be_overruled_with_a_reason_and_not_without(game: LiveGame) -> None:
    desk, case = waiting(game)
    fair = draft_for(desk, case)
    against = replace(fair, success=not fair.success)
    with pytest.raises(RuleError, match="roll says otherwise"):
        desk.write(case, against)
    with pytest.raises(RuleError, match="Say why"):
        desk.write(case, replace(against, is_overruled=True))
    desk.write(case, replace(against, is_overruled=True, reason=REASON))
    event = game.records[-1].event
    assert isinstance(event, OrderRuled)
    assert event.is_overruled
    assert event.reason == REASON


def test_that_dice_of_the_table_can_be_typed_in(game: LiveGame) -> None:
    desk, case = waiting(game)
    with pytest.raises(RuleError, match="1 to 6"):
        desk.roll(case, Roll((7, 1), is_typed=True))
    desk.roll(case, Roll((6, 6), is_typed=True))
    desk.write(case, draft_for(desk, case))
    event = game.records[-1].event
    assert isinstance(event, OrderRuled)
    assert event.roll == Roll((6, 6), is_typed=True)
    assert event.act.success


def test_that_nothing_is_weighed_anew_once_the_dice_have_fallen(game: LiveGame) -> None:
    desk, case = waiting(game)
    assert desk.case(case).roll is None
    with pytest.raises(RuleError, match="Roll the dice"):
        desk.write(
            case, OutcomeDraft(success=True, words="Both.", rung=2, front=desk.case(case).front)
        )
    desk.roll(case)
    assert desk.case(case).roll is not None
    with pytest.raises(RuleError, match="have fallen"):
        desk.weigh(case, Weighing(reasons=(Reason("Late", favours=True, weight=3),)))
    with pytest.raises(RuleError, match="have fallen"):
        desk.roll(case)


def test_that_a_seats_own_reasons_stand_on_the_scale_from_the_start(game: LiveGame) -> None:
    desk, case = waiting(game)
    reasons = desk.case(case).weighing.reasons
    assert [(r.text, r.favours, r.by) for r in reasons] == [
        ("Both sides asked for it.", True, BLU),
        ("Their crews are unpaid.", True, BLU),
    ]


def test_that_what_is_left_without_a_ruling_lapses_at_publication(game: LiveGame) -> None:
    _, case = waiting(game)
    game.publish()
    lapsed = [h for _, h in game.world.turns[0] if isinstance(h, OrderLapsed)]
    assert [(h.seat, h.order) for h in lapsed if h.code == "ruling.none"] == [(case.seat, CALL)]


def test_that_arguments_come_back_with_the_game(game: LiveGame) -> None:
    desk, case = waiting(game)
    desk.weigh(case, Weighing(reasons=(Reason("They asked", favours=True),)))
    desk.write(case, draft_for(desk, case))
    game.publish()
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    before, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == before
    again.close()
    found = verify_save(path)
    assert found.is_whole, found.words


def test_that_a_draft_of_an_argument_is_kept_word_by_word(game: LiveGame) -> None:
    game.keep_draft(BLU, 1, CALL)
    path = game.path
    game.close()
    again = open_game(path)
    assert [draft.order for draft in again.drafts(BLU)] == [CALL]
    again.close()


def test_that_with_the_automation_off_only_control_moves_the_index(game: LiveGame) -> None:
    Rulings(game).set_automation(automatic=False, forecast=False, computers=False)
    before = game.world.values
    game.seal(BLU, (order("C04", "AMB"),))
    game.lock_and_adjudicate()
    assert game.world.values == before
    assert isinstance(game.records[-1].event, StandingChanged)
    desk = Rulings(game)
    (row,) = desk.queue()
    assert row.case.is_written
    path = game.world.index_path
    front = game.scenario.fronts[0].id
    desk.write(row.case, OutcomeDraft(success=True, words="A depot burns.", rung=9.0, front=front))
    assert game.world.index_path[-1] > path[-1]
    game.publish()
    found_path = game.path
    game.close()
    found = verify_save(found_path)
    assert found.is_whole, found.words


def test_that_computer_seats_hold_when_they_are_switched_off(game: LiveGame) -> None:
    desk = Rulings(game)
    desk.set_automation(automatic=True, forecast=True, computers=False)
    assert not game.world.settings.computers
    game.lock_and_adjudicate()
    assert all(sheet == () for _, sheet in game.world.sealed)


def test_that_automation_is_not_switched_in_the_middle_of_an_adjudication(
    game: LiveGame,
) -> None:
    game.lock_and_adjudicate()
    with pytest.raises(RuleError):
        Rulings(game).set_automation(automatic=False, forecast=True, computers=True)


@given(st.integers(-12, 12), st.sampled_from([Way.DICE, Way.PERCENT]))
def test_that_more_weight_for_an_argument_never_lowers_its_odds(balance: int, way: Way) -> None:
    def weighed(points: int) -> Weighing:
        reasons = tuple(Reason("r", favours=points > 0) for _ in range(abs(points)))
        return Weighing(reasons=reasons, way=way)

    assert odds_of(weighed(balance + 1)).chance >= odds_of(weighed(balance)).chance
    assert 0 < odds_of(weighed(balance)).chance < 1


@given(st.integers(0, 2**53 - 1), st.integers(1, 99), st.integers(1, 9))
def test_that_dice_have_an_address_and_are_fair(seed: int, turn: int, slot: int) -> None:
    roll = roll_for(seed, turn, BLU, slot, Way.DICE)
    assert roll == roll_for(seed, turn, BLU, slot, Way.DICE)
    assert all(1 <= die <= 6 for die in roll.dice)
    assert 1 <= roll_for(seed, turn, BLU, slot, Way.PERCENT).total <= 100


def test_that_reasons_and_umpires_give_the_odds_of_two_dice() -> None:
    weighing = Weighing(
        reasons=tuple(
            Reason(str(weight), favours=weight > 0, weight=abs(weight))
            for weight in (3, 2, 1, -3, -2)
        ),
        umpires=("Ines", "Grace", "Tomas"),
        estimates=(("Ines", 0.4), ("Grace", 0.55), ("Tomas", 0.65)),
    )
    odds = odds_of(weighing)
    assert (odds.balance, odds.median, odds.needed) == (1, 0.55, 7)
    assert odds.chance == chance_of_sum(7) == pytest.approx(21 / 36)
    assert margin_of(odds, Roll((4, 5)), Way.DICE) == 2


def test_that_a_covert_move_ruled_by_hand_is_felt_by_its_target_and_known_to_nobody_else(
    game: LiveGame,
) -> None:
    desk = Rulings(game)
    desk.set_automation(automatic=False, forecast=True, computers=True)
    game.seal(BLU, (order("C04", "AMB"),))
    game.lock_and_adjudicate()
    (row,) = desk.queue()
    view = desk.case(row.case)
    assert [learner.seat for learner in view.learners if learner.how] == [BLU, AMB]
    words = "A pump station burns."
    draft = OutcomeDraft(success=True, words=words, rung=3.0, front=view.front)
    desk.write(row.case, draft)
    game.publish()
    (felt,) = (event for event in game.view(AMB).known if event.words == words)
    assert felt.actor is None
    assert any(event.words == words for event in game.view(BLU).known)
    assert words not in repr(game.view(GRN))
