"""What two seats had stands side by side, each act once."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.debrief_view import SeenRow
from wargame.model.ids import ActorId
from wargame.play.debrief.sides import side_by_side

IRN, ISR = ActorId("IRN"), ActorId("ISR")


def row(number: int, turn: int, **changed: object) -> SeenRow:
    plain = SeenRow(number, turn, "1 Aug", IRN, ISR, "A strike", 11.0, "Public", is_missed=False)
    return replace(plain, **changed)  # type: ignore[arg-type]


def test_that_an_act_stands_once_with_both_sides() -> None:
    pairs = side_by_side([row(9, 2), row(4, 1)], [row(9, 2, rung=14.0), row(4, 1)])
    assert [pair.number for pair in pairs] == [9, 4]
    assert [pair.differs for pair in pairs] == [True, False]


def test_that_what_one_side_missed_is_told_as_it_was() -> None:
    missed = row(9, 2, is_missed=True, note="Never known to it")
    (pair,) = side_by_side([missed], [row(9, 2, actor=None)])
    assert pair.told == missed
    assert pair.differs


def test_that_what_neither_knew_is_left_out() -> None:
    missed = row(9, 2, is_missed=True)
    assert side_by_side([missed], [missed]) == ()


def test_that_words_without_a_number_stand_for_themselves() -> None:
    pairs = side_by_side([row(0, 1), row(0, 1)], [row(0, 1)])
    assert len(pairs) == 3
    assert all(pair.left is None or pair.right is None for pair in pairs)


def test_that_only_what_differs_can_be_asked_for() -> None:
    pairs = side_by_side([row(9, 2), row(4, 1)], [row(9, 2, rung=14.0), row(4, 1)], differing=True)
    assert [pair.number for pair in pairs] == [9]
