"""The pages of a practice game: what is chosen first, what is said about harm and predictions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.practice_pages import expectations, offer, practice_set_up
from wargame.model.ids import ActorId, Controller
from wargame.model.practice import Difficulty, Length
from wargame.play.practice.outcome.score import HarmResult
from wargame.play.practice.predictions.resolving import Brier
from wargame.play.practice.set_up import SoloChoice
from wargame.ui.practice.expectations_sheet import ExpectationsSheet
from wargame.ui.practice.predictions_table import brier_sentence
from wargame.ui.practice.score_parts import harm_words, index_words
from wargame.ui.practice.set_up_form import first_choice
from wargame.ui.practice.set_up_screen import PracticeSetUp
from wargame.ui.practice.standing_strip import lay_out_boxes


def test_that_a_seat_with_much_to_do_is_chosen_for_whoever_chooses_nothing() -> None:
    chosen = first_choice(offer())
    assert chosen.seat == "IRN"
    assert (chosen.length, chosen.difficulty) == (Length.STANDARD, Difficulty.FAIR)
    assert chosen.coach
    assert first_choice(offer(), ActorId("QAT")).seat == "QAT"
    assert first_choice(offer(), ActorId("XXX")).seat == "IRN"


def test_that_a_choice_of_an_earlier_day_must_still_fit() -> None:
    chosen = first_choice(offer())
    assert offer().fits(chosen)
    assert not offer().fits(replace(chosen, start="1999-01-01"))
    assert not offer().fits(replace(chosen, opponents=Controller.PEOPLE))


def test_that_another_start_shows_how_its_seats_stand_and_keeps_the_seat(
    dark: QApplication, qtbot: QtBot
) -> None:
    screen = practice_set_up()
    assert isinstance(screen, PracticeSetUp)
    qtbot.addWidget(screen)
    screen.show()
    before = offer().seat(screen.choice)
    other = offer().starts[1][0]

    screen.fields.choice_changed.emit(replace(screen.choice, start=other))

    assert screen.choice.start == other
    assert screen.choice.seat == before.actor
    assert offer().seat(screen.choice) != before


def test_that_enter_on_a_seat_begins_the_game_with_it(dark: QApplication, qtbot: QtBot) -> None:
    screen = practice_set_up()
    assert isinstance(screen, PracticeSetUp)
    qtbot.addWidget(screen)
    screen.show()
    screen.seats.view.setFocus()
    QTest.keyClick(screen.seats.view, Qt.Key.Key_End)
    assert screen.choice.seat == "JOR"
    assert screen.start.text() == "Begin as Jordan"

    with qtbot.waitSignal(screen.start_wished) as wished:
        QTest.keyClick(screen.seats.view, Qt.Key.Key_Return)

    (choice,) = wished.args
    assert isinstance(choice, SoloChoice)
    assert choice.seat == "JOR"


def test_that_nothing_begins_twice_while_it_begins(dark: QApplication, qtbot: QtBot) -> None:
    screen = practice_set_up()
    assert isinstance(screen, PracticeSetUp)
    qtbot.addWidget(screen)
    screen.set_busy("Starting the game")
    with qtbot.assertNotEmitted(screen.start_wished):
        screen.start.click()
    screen.set_busy("")
    with qtbot.waitSignal(screen.start_wished):
        screen.start.click()


def test_that_answers_begin_where_they_were_left_and_at_even_odds(
    dark: QApplication, qtbot: QtBot
) -> None:
    sheet = expectations()
    assert isinstance(sheet, ExpectationsSheet)
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.kept) as kept:
        sheet.keep.click()
    assert kept.args == [(70, 50)]


def test_that_harm_is_stated_in_whole_sentences() -> None:
    harm = HarmResult(1, 0, 1, 0, 0.1, ())
    assert harm_words(harm) == (
        "1 person was killed in this game: 1 by acts of this seat, 0 on its own side.",
    )
    assert harm_words(replace(harm, displaced=20))[1] == "20 people were displaced."
    assert harm_words(HarmResult(0, 0, 0, 0, 0.0, ())) == ("The log holds no deaths.",)


def test_that_the_engine_is_said_to_have_made_none_rather_than_given_a_number() -> None:
    alone = brier_sentence(Brier(3, 0.2, 0, None, None))
    assert "0.20 over 3 predictions" in alone
    assert "The engine made none" in alone
    both = brier_sentence(Brier(3, 0.2, 2, 0.1, 0.3))
    assert "you have 0.10 and the engine 0.30" in both
    assert brier_sentence(Brier(0, None, 0, None, None)).startswith("No prediction")


def test_that_the_index_is_told_from_its_first_to_its_last() -> None:
    words = "Escalation went from 66 to 84 of 100 and stood highest at 88."
    assert index_words((65.9, 88.2, 84.0)) == words
    assert index_words((65.9,)) == ""


@given(st.integers(0, 60), st.integers(60, 600))
def test_that_boxes_of_turns_follow_one_another_within_their_width(count: int, width: int) -> None:
    boxes = lay_out_boxes(count, width)
    assert len(boxes) == count
    for box, after in pairwise(boxes):
        assert box.right() < after.left()
    if boxes and width >= 3 * count:
        assert boxes[-1].right() < width
