"""The coach after a turn: what the student missed, in two sentences that cite events.

Everything comes from the seat's own view at that moment: what it knew, what lay unread, what it
read wrongly by its own catalogue. What the seat cannot know yet is never told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wargame.engine.law.roles import role_of
from wargame.model.advice import About, Remark
from wargame.model.ids import MoveId
from wargame.model.moves import Move
from wargame.model.practice import Difficulty
from wargame.model.proposals import ProposalState
from wargame.model.seat_view import KnownEvent, SeatView
from wargame.play.practice.coach.alternatives import STEPS_DOWN

MISREAD = 1.5
"""Rungs between a reading and the move's own rung from which it is a misreading."""

BLOW = 9.0
"""Rung from which a blow calls for an answer of some kind, if only a word."""

SENTENCES = 2

_WEIGHTS = {
    "warned": 6.0,
    "unread": 5.0,
    "offer": 4.5,
    "late": 4.2,
    "crossed": 4.0,
    "way out": 3.8,
    "unanswered": 3.6,
    "lapsed": 3.0,
    "misread": 2.0,
    "unsure": 1.0,
}


@dataclass(frozen=True, slots=True)
class _Missed:
    """Something that was missed.

    Attributes:
        weight: How much it matters.
        words: One sentence.
        known: Events that it cites, as the seat counts them.
    """

    weight: float
    words: str
    known: tuple[int, ...] = ()


def missed(
    view: SeatView,
    moves: Mapping[MoveId, Move],
    difficulty: Difficulty,
    before: SeatView | None = None,
) -> tuple[Remark, ...]:
    """What was missed in the last published turn; one remark that says nothing was, for nothing.

    Args:
        view: The seat's view once the outcome is out.
        moves: The catalogue, which everybody can look up.
        difficulty: One sentence for hard, two otherwise.
        before: Its view while the turn was planned, for what it learned late; None to leave that.
    """
    turn = view.turn
    found = sorted((*_found(view, moves, turn), *_late(view, before)), key=lambda one: -one.weight)
    most = 1 if difficulty is Difficulty.HARD else SENTENCES
    if not found:
        words = "Nothing that your seat knows of went past you in this turn."
        return (Remark(About.MISSED, words),)
    return tuple(Remark(About.MISSED, one.words, one.known) for one in found[:most])


def _found(view: SeatView, moves: Mapping[MoveId, Move], turn: int) -> Iterator[_Missed]:
    yield from _channels(view)
    for line in view.red_lines:
        if line.crossed == turn:
            words = f"Your line “{line.text}” was crossed, and you promised: {line.promise}."
            yield _Missed(_WEIGHTS["crossed"], words)
    for event in view.known:
        if event.turn != turn:
            continue
        if event.actor == view.seat:
            if "did not happen" in event.words:
                words = f"Your order came to nothing (event {event.number}): {event.words}."
                yield _Missed(_WEIGHTS["lapsed"], _ended(words), (event.number,))
            continue
        yield from _way_out(view, moves, event)
        yield from _misread(view, moves, event)
    yield from _unanswered(view, turn)


def _channels(view: SeatView) -> Iterator[_Missed]:
    for message in view.channels.messages:
        if message.is_new and message.sender != view.seat:
            who = _name(view, message.sender)
            yield _Missed(
                _WEIGHTS["unread"],
                f"A message of {who} lies unread since {message.when}; it may hold a way out.",
            )
            break
    for proposal in view.channels.proposals:
        if proposal.may_sign and proposal.state is ProposalState.OPEN:
            yield _Missed(
                _WEIGHTS["offer"],
                f"“{proposal.title}” has waited for your signature since turn {proposal.turn}.",
            )
            break
    for notice in view.channels.notices:
        if notice.by != view.seat and notice.about == view.seat and notice.came:
            yield _Missed(
                _WEIGHTS["warned"],
                f"{_name(view, notice.by)} had warned you {notice.hours:.0f} h before "
                f"({notice.when}); a warned blow is often meant to be the last (M13, M16).",
            )
            break


def _late(view: SeatView, before: SeatView | None) -> Iterator[_Missed]:
    """What happened in an earlier turn and was not known while this one was planned."""
    if before is None:
        return
    known = {(event.turn, event.actor, event.target, event.words) for event in before.known}
    for event in view.known:
        key = (event.turn, event.actor, event.target, event.words)
        if 0 < event.turn < view.turn and key not in known:
            yield _Missed(
                _WEIGHTS["late"],
                f"Only now do you learn of “{event.words}” of turn {event.turn} (event "
                f"{event.number}); you planned without it.",
                (event.number,),
            )
            return


def _way_out(view: SeatView, moves: Mapping[MoveId, Move], event: KnownEvent) -> Iterator[_Missed]:
    """A small step towards the seat, which it may answer in kind (MODEL B14)."""
    move = moves.get(event.move) if event.move is not None else None
    if move is None or event.actor is None or event.target != view.seat:
        return
    if role_of(move) in STEPS_DOWN:
        yield _Missed(
            _WEIGHTS["way out"],
            f"“{event.words}” by {_name(view, event.actor)} (event {event.number}) was a step "
            "towards you: answered in kind, it may lead further down (M14).",
            (event.number,),
        )


def _unanswered(view: SeatView, turn: int) -> Iterator[_Missed]:
    """The gravest blow of the turn before that the seat's own sheet left without an answer."""
    answered = {e.target for e in view.known if e.turn == turn and e.actor == view.seat}
    blows = [
        event
        for event in view.known
        if event.turn == turn - 1
        and event.target == view.seat
        and event.actor is not None
        and event.actor not in answered
        and (event.read_rung or 0.0) >= BLOW
    ]
    if blows:
        gravest = max(blows, key=lambda event: event.read_rung or 0.0)
        yield _Missed(
            _WEIGHTS["unanswered"],
            f"“{gravest.words}” by {_name(view, gravest.actor or '')} (event {gravest.number}) "
            "went by without a word from you: silence leaves room to stop, and is taken for leave "
            "to go on (M18, M21).",
            (gravest.number,),
        )


def _misread(view: SeatView, moves: Mapping[MoveId, Move], event: KnownEvent) -> Iterator[_Missed]:
    move = moves.get(event.move) if event.move is not None else None
    if move is not None and event.read_rung is not None and move.rung > 0:
        gap = event.read_rung - move.rung
        if abs(gap) >= MISREAD:
            way = "higher" if gap > 0 else "lower"
            who = _name(view, event.actor) if event.actor else "somebody unknown"
            yield _Missed(
                _WEIGHTS["misread"] + 0.1 * abs(gap) + (0.5 if event.target == view.seat else 0.0),
                f"You read “{event.words}” by {who} as R{event.read_rung:.0f} (event "
                f"{event.number}), {abs(gap):.0f} rungs {way} than the move itself: harm and a "
                "poor line blur a reading (M6, M17).",
                (event.number,),
            )
    if event.target == view.seat and event.sure < 0.6 and (event.read_rung or 0.0) >= 6.0:
        yield _Missed(
            _WEIGHTS["unsure"],
            f"Who did “{event.words}” is not sure (event {event.number}): whoever answers the "
            "wrong one opens a second quarrel (M45).",
            (event.number,),
        )


def _name(view: SeatView, actor: str) -> str:
    return next((label.name for label in view.actors if label.id == actor), actor)


def _ended(words: str) -> str:
    return words.replace("..", ".")
