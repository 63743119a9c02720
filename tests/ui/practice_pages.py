"""Pages of a practice game filled for tests of their looks."""

from __future__ import annotations

from functools import cache

from PySide6.QtWidgets import QWidget

from tests.scenes import after_tehran
from wargame.model.ids import ActorId
from wargame.model.seat_view import Standing
from wargame.play.practice.lengths import lengths_of
from wargame.play.practice.outcome.grounds import Ground
from wargame.play.practice.outcome.score import HarmResult, ObjectiveResult, Score
from wargame.play.practice.predictions.resolving import Resolved, brier
from wargame.play.practice.set_up import opponents_of, seat_offers
from wargame.ui.practice.expectations_sheet import Asked, ExpectationsSheet
from wargame.ui.practice.score_page import ScorePage
from wargame.ui.practice.set_up_form import PracticeOffer, first_choice
from wargame.ui.practice.set_up_screen import PracticeSetUp

STANDINGS: tuple[Standing, ...] = ("holding", "at risk", "lost", "for people to judge")


@cache
def offer() -> PracticeOffer:
    """What the bundled scenario offers."""
    scenario = after_tehran()
    return PracticeOffer(
        scenario.id,
        scenario.title,
        tuple((start.id, start.title) for start in scenario.starts),
        {start.id: seat_offers(scenario, start.id) for start in scenario.starts},
        lengths_of(scenario),
        opponents_of(scenario),
    )


def practice_set_up() -> QWidget:
    """The set-up as it is first shown."""
    return PracticeSetUp(offer(), first_choice(offer()))


def expectations() -> QWidget:
    """The form with one answer of before."""
    asked = (Asked("The index is 60 or higher at the end of turn 2", 70), Asked("A truce holds"))
    return ExpectationsSheet(asked)


def score_page() -> QWidget:
    """A game that went unevenly."""
    grounds = (Ground(124, 3, "Israel against Iran: Direct barrage, 12 launched, 3 got through"),)
    objectives = tuple(
        ObjectiveResult(
            f"o{number}",
            "Restore deterrence without an open war, and be seen to have done so",
            0.25,
            ("holding", "at risk", standing),
            None if standing == "for people to judge" else 0.25,
            "Holds while standing of Iran is at least 0.50.",
            grounds if number else (),
        )
        for number, standing in enumerate(STANDINGS)
    )
    harm = HarmResult(12, 134, 1_480, 36_000, 0.35, (124, 160))
    words = "Israel strikes or harms Iran at R10 or above by the end of turn 3"
    predictions = (
        Resolved(1, words, 0.8, 0.25, 1_000, happened=True, cites=(124,)),
        Resolved(2, words, 0.1, None, 0, happened=None, cites=()),
    )
    score = Score(
        seat=ActorId("IRN"),
        turns=3,
        outcome="Control was lost: the exchange grew into all-out war, which nobody ordered.",
        objectives=objectives,
        reached=41.7,
        harm=harm,
        result=27.1,
        index=(65.9, 71.0, 88.2, 84.0),
    )
    return ScorePage("After Tehran", "Iran", score, predictions, brier(predictions))
