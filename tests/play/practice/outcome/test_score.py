"""How a practice game went: objectives by the log, harm stated and weighed against them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.doctrine_games import bundled, doctrine_game
from wargame.engine.apply import fold_line
from wargame.model.conditions import ActCount, Measure, Not
from wargame.model.events import OutcomePublished, Record
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.play.practice.outcome.grounds import condition_words
from wargame.play.practice.outcome.score import HARM_STEPS, Score, credit_of, harm_of, score_of

IRAN, ISRAEL = ActorId("IRN"), ActorId("ISR")


@cache
def _line() -> tuple[Record, ...]:
    """A whole game of computers as records."""
    return tuple(
        Record(number, "", event) for number, event in enumerate(doctrine_game(3).events, 1)
    )


def _score(seat: ActorId) -> Score:
    return score_of(bundled(), _line(), seat)


@pytest.mark.parametrize("seat", [IRAN, ISRAEL])
def test_that_objectives_are_judged_as_the_seat_saw_them_at_every_outcome(seat: ActorId) -> None:
    score = _score(seat)
    published = [n for n, r in enumerate(_line()) if isinstance(r.event, OutcomePublished)]

    assert score.turns == len(published) == len(score.objectives[0].by_turn)
    world = fold_line(bundled(), _line()[: published[0] + 1])
    assert len(world.index_published) == 2
    assert len(score.index) == score.turns + 1


@pytest.mark.parametrize("seat", [IRAN, ISRAEL])
def test_that_every_ground_cites_an_event_of_the_log_in_its_turn(seat: ActorId) -> None:
    by_number = {record.number: record.event for record in _line()}
    grounds = [ground for one in _score(seat).objectives for ground in one.grounds]

    assert grounds
    for ground in grounds:
        assert getattr(by_number[ground.number], "turn", None) == ground.turn
        assert ground.words


def test_that_harm_is_summed_from_the_log_and_takes_off_what_the_rule_says() -> None:
    harm = harm_of(bundled(), _line(), ISRAEL)
    acts = [record.event for record in _line() if isinstance(record.event, ActResolved)]

    assert harm.by_us == sum(act.killed for act in acts if act.actor == ISRAEL)
    assert harm.in_all >= harm.by_us
    weighed = harm.by_us + harm.on_our_side
    assert harm.taken == next((share for least, share in HARM_STEPS if weighed >= least), 0.0)
    score = _score(ISRAEL)
    assert score.reached is not None
    assert score.result == pytest.approx(score.reached * (1.0 - harm.taken))


def test_that_more_people_killed_never_make_a_better_result() -> None:
    """Deaths are never points: each more only takes away."""
    line = list(_line())
    place = next(
        n
        for n, record in enumerate(line)
        if isinstance(record.event, ActResolved) and record.event.actor == ISRAEL
    )
    act = line[place].event
    assert isinstance(act, ActResolved)
    results = []
    for killed in (0, 5, 50, 500, 5_000):
        line[place] = replace(line[place], event=replace(act, killed=killed))
        results.append(harm_of(bundled(), line, ISRAEL).taken)
    assert results == sorted(results)
    assert results[-1] == 0.5


def test_that_what_people_judge_counts_neither_way() -> None:
    blame = next(one for one in _score(IRAN).objectives if one.id == "blame")
    assert blame.credit is None
    assert blame.standing == "for people to judge"
    assert blame.rule == ""


def test_that_an_objective_at_risk_counts_half_of_the_turns_in_which_it_held() -> None:
    assert credit_of(["holding", "holding", "at risk", "at risk"]) == 0.25
    assert credit_of(["lost", "holding"]) == 1.0
    assert credit_of([]) is None


def test_that_rules_are_told_in_words() -> None:
    scenario = bundled()
    none = Not(ActCount(1, rung=12, by=IRAN, target=ISRAEL))
    few = Not(ActCount(2, rung=9, target=IRAN, within_turns=4))
    assert (
        condition_words(scenario, none) == "there was no act of R12 or above by Iran against Israel"
    )
    assert condition_words(scenario, few).endswith("within 4 turns happened fewer than 2 times")
    assert condition_words(scenario, Measure("all_out", ">=", 1.0)) == "control is lost"
    measured = Measure("face", ">=", 0.5, "IRN")
    assert condition_words(scenario, measured) == "standing of Iran is at least 0.50"
