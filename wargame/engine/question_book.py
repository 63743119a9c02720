"""What becomes of the questions that seats ask control, event by event."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.questions import Question, QuestionAnswered, QuestionAsked, QuestionEvent


def questions_after(questions: tuple[Question, ...], event: QuestionEvent) -> tuple[Question, ...]:
    """The questions after an event."""
    match event:
        case QuestionAsked(question):
            return (*questions, question)
        case QuestionAnswered(number, answer, turn, _, to_all):
            place = sum(not question.is_open for question in questions) + 1
            return tuple(
                replace(question, answer=answer, answered_turn=turn, to_all=to_all, answered=place)
                if question.number == number
                else question
                for question in questions
            )
