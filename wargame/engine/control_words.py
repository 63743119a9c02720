"""What a seat has from control, and nothing of what control gave to others.

Reports are numbered for the seat alone and stand in the order in which the seat got them; what was
edited, held, skipped or sent to others leaves no trace.
"""

from __future__ import annotations

from wargame.model.control_words import Report, SeatQuestion
from wargame.model.ids import ActorId
from wargame.model.world import World


def reports_for(world: World, seat: ActorId) -> tuple[Report, ...]:
    """What control sent to a seat, oldest first; a seat has it as soon as it is sent."""
    mine = (one for one in world.injects.deliveries if seat in one.to)
    return tuple(
        Report(
            number=number,
            turn=delivery.turn,
            phase=delivery.phase,
            kind=delivery.kind,
            title=delivery.title,
            text=delivery.text,
            sender=delivery.sender,
            reliability=delivery.reliability,
        )
        for number, delivery in enumerate(mine, start=1)
    )


def questions_for(world: World, seat: ActorId) -> tuple[SeatQuestion, ...]:
    """A seat's own questions in the order of asking, then the answers that everybody got.

    Answers to others stand in the order in which they were given: when, where and by whom they
    were asked is not the seat's to know.
    """
    own = [question for question in world.questions if question.seat == seat]
    others = [
        question
        for question in world.questions
        if question.seat != seat and question.to_all and not question.is_open
    ]
    others.sort(key=lambda question: question.answered)
    return (
        *(
            SeatQuestion(n, question.text, question.turn, question.answer, question.answered_turn)
            for n, question in enumerate(own, start=1)
        ),
        *(
            SeatQuestion(n, "", question.answered_turn, question.answer, question.answered_turn)
            for n, question in enumerate(others, start=len(own) + 1)
        ),
    )
