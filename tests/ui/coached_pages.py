"""A strip of the coach and an interview in the middle of an answer, for tests of whole screens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.scenes import IRN, ISR, after_tehran
from wargame.engine.visibility import actor_labels
from wargame.model.advice import About, Remark
from wargame.model.ids import MoveId
from wargame.model.interview import Answer, Passage, Question, Topic
from wargame.model.orders import Order
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.practice.coach.coach_strip import CoachStrip
from wargame.ui.practice.interview.interview_page import InterviewPage

STRIKE = Topic(229, 2, ISR, "Strike production and air defence, at Iran", 13.0, MoveId("M14"), IRN)
HELD = Topic(192, 3, ISR, "Held still", None)


def coached() -> QWidget:
    """The coach on a barrage that is being drafted."""
    strip = CoachStrip()
    strip.show_remarks(
        (
            Remark(About.READING, "Israel may read it as R11 to R16, most likely R13.", (12,)),
            Remark(About.RISK, "It breaks the unstated ban on home soil.", waits=True),
            Remark(
                About.OTHERWISE,
                "Another way: Stand down, pull back, at Israel.",
                sources=("Charles Osgood, An Alternative to War or Surrender",),
                order=Order(MoveId("M21"), ISR),
            ),
        )
    )
    strip.labels.set_current(str(About.OTHERWISE))
    strip.labels.current_changed.emit(str(About.OTHERWISE))
    return strip


def interviewed() -> QWidget:
    """Israel, asked by Iran after the game."""
    scenario = after_tehran()
    page = InterviewPage(band_scale(scenario.bands))
    page.show_opponents((ISR,), actor_labels(scenario), ISR)
    page.show_topics((HELD, STRIKE), ())
    page.show_note("The game goes on. Practice lets opponents speak openly.")
    page.show_answer(
        Answer(
            ISR,
            Question.BELIEFS,
            STRIKE,
            (
                Passage("I gave it 65 % that you would answer a blow of mine.", (229, 151)),
                Passage("As it was: your line lay at R13.0.", (), is_told_truth=True),
            ),
            "The game goes on. Practice lets opponents speak openly.",
        )
    )
    page.show_event("Event 229: ISR strikes.")
    return page
