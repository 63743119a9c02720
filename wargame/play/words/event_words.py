"""Any event of a log in a few words, for timelines."""

from __future__ import annotations

from wargame.engine.words import act_words
from wargame.model.branches import BranchedOff
from wargame.model.dealings import DealingEvent
from wargame.model.events import (
    Event,
    GameEnded,
    OrdersSealed,
    OrdersUnsealed,
    OutcomePublished,
    PhaseBegan,
    SeatChanged,
    SessionStarted,
)
from wargame.model.happenings import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.play.words.dealing_words import dealing_words

_PHASES = {
    Phase.BRIEF: "the briefing begins",
    Phase.PLAN: "planning begins",
    Phase.ADJUDICATE: "plans are locked",
    Phase.OUTCOME: "the outcome is published",
    Phase.ENDED: "the game is over",
}


def event_words(scenario: Scenario, event: Event) -> str:  # noqa: C901 - a phrase for each kind
    """What an event was, such as "Turn 3: plans are locked".

    Args:
        scenario: The scenario of the session.
        event: The event.
    """
    match event:
        case SessionStarted():
            return "The session begins"
        case PhaseBegan(turn, phase):
            return f"Turn {turn}: {_PHASES[phase]}"
        case OrdersSealed(seat, orders):
            count = len(orders)
            return f"{seat} seals {count} {'order' if count == 1 else 'orders'}"
        case OrdersUnsealed(seat):
            return f"{seat} takes its orders back"
        case SeatChanged(seat):
            return f"The seat {seat.actor} changes hands"
        case ActResolved():
            aim = f" → {event.order.target}" if event.order.target else ""
            return f"{event.actor}{aim}: {act_words(scenario, event)}"
        case OrderLapsed():
            return f"{event.seat}: an order lapses. {event.reason}"
        case SystemSettled():
            return event.words or "Time and systems move the world"
        case OutcomePublished(turn):
            return f"The outcome of turn {turn} is published"
        case GameEnded():
            return event.outcome.words
        case BranchedOff():
            return f"The session goes on from “{event.session}”. {event.words}"
        case _ if isinstance(event, DealingEvent):
            words = dealing_words(event)
            return words[:1].upper() + words[1:]
        case _:
            words = event.kind.replace("-", " ")
            return words[:1].upper() + words[1:]
