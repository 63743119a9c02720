"""Going back to an earlier moment of a game, and forward again; nothing is ever cut from the log.

A command writes its events in one piece, at one time; such a piece is a step. Control goes back a
step at a time, or straight to the beginning of a phase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wargame.engine.standing_log import standing
from wargame.errors import RuleError
from wargame.model.channels import MessageDelivered, MessagesRead
from wargame.model.dealings import DealingEvent
from wargame.model.events import (
    ActResolved,
    ClockSet,
    Event,
    OrdersSealed,
    OrdersUnsealed,
    PhaseBegan,
    Record,
    SeatChanged,
    SessionStarted,
    WentBack,
)
from wargame.model.ids import Phase
from wargame.model.injects import InjectClockKept, InjectFired, InjectsMarked, InjectsWritten
from wargame.model.observing import ObservingEvent
from wargame.model.orders import Draft
from wargame.model.predictions import PredictingEvent
from wargame.model.questions import QuestionAnswered, QuestionAsked
from wargame.model.rulings import ActRuled, ActsAccepted, ArgumentWeighed, OrderRuled
from wargame.play.words.dealing_words import dealing_words

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame

_PHASES = {
    Phase.BRIEF: "briefing",
    Phase.PLAN: "planning",
    Phase.ADJUDICATE: "adjudicated, not published",
    Phase.OUTCOME: "outcome published",
    Phase.ENDED: "the end",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to which the game can go.

    Attributes:
        number: Number of the last event before it.
        turn: The turn.
        phase: The phase that it stands in.
        words: The moment in words, such as "Turn 3, before the lock".
        at: When it was reached, ISO 8601 in UTC.
    """

    number: int
    turn: int
    phase: Phase
    words: str
    at: str


class GoingBack:
    """Control's way to earlier moments of a live game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    def moments(self) -> tuple[Moment, ...]:
        """Beginnings of phases and the moments before a lock, oldest first, without the present."""
        found = {moment.number: moment for moment in _moments(self._game.line)}
        last = self._game.line[-1].number
        return tuple(found[number] for number in sorted(found) if number < last)

    def last_step(self) -> str:
        """What ``undo`` would take back, in words; empty when there is nothing."""
        steps = _steps(self._game.line)
        return _step_words(steps[-1]) if len(steps) > 1 and _can_go(steps[-1]) else ""

    def next_step(self) -> str:
        """To where ``redo`` would lead, in words; empty when nothing was taken back."""
        number = self._left_behind()
        return "" if number is None else self._words_of(number)

    def undo(self) -> None:
        """Takes back the last step of the game.

        Raises:
            RuleError: There is nothing to take back.
        """
        words = self.last_step()
        if not words:
            raise RuleError("undo.nothing", "There is nothing to take back.")
        self._go(_steps(self._game.line)[-2][-1].number, f"before: {words}", "")

    def redo(self) -> None:
        """Goes forward again to where the last going back came from.

        Raises:
            RuleError: Nothing was taken back, or the game has gone another way since.
        """
        number = self._left_behind()
        if number is None:
            raise RuleError("redo.nothing", "Nothing that was taken back can be done again.")
        self._go(number, self._words_of(number), "")

    def go_to(self, number: int, reason: str) -> None:
        """Goes back to a moment; orders that were sealed after it become drafts again.

        Args:
            number: ``Moment.number``.
            reason: Why, for the log and the debrief; may be empty.

        Raises:
            RuleError: There is no such moment.
        """
        for moment in self.moments():
            if moment.number == number:
                self._go(number, moment.words, reason)
                return
        raise RuleError("undo.unknown", "The game has no such moment to go back to.")

    def reopen_planning(self) -> None:
        """Goes back to before the lock of this turn, while its outcome is not published.

        Raises:
            RuleError: The plans are not locked, or the outcome is published.
        """
        world = self._game.world
        locks = [m for m in self.moments() if m.turn == world.turn and m.phase is Phase.PLAN]
        if world.phase is not Phase.ADJUDICATE or not locks:
            raise RuleError("phase.wrong", "Planning is reopened before an outcome is published.")
        self._go(locks[-1].number, locks[-1].words, "Planning was reopened.")

    def _go(self, number: int, words: str, reason: str) -> None:
        left = [record for record in self._game.line if record.number > number]
        self._game.go_back(WentBack(number, words, reason), _drafts_of(left))

    def _left_behind(self) -> int | None:
        """The last event of the line that the game has just left; None when it has moved on."""
        records = list(self._game.records)
        while isinstance(records[-1].event, ObservingEvent | PredictingEvent):
            records.pop()
        last = records[-1]
        if not isinstance(last.event, WentBack):
            return None
        before = records[:-1]
        line = standing(before)
        return line[-1].number if line[-1].number > last.event.to else None

    def _words_of(self, number: int) -> str:
        line = standing(self._game.records[:number])
        return _step_words(_steps(line)[-1])


def _steps(line: Sequence[Record]) -> list[list[Record]]:
    """The line in pieces that were written together; what the clock brings is no step."""
    pieces = [list(group) for _, group in groupby(line, key=lambda record: record.at)]
    steps: list[list[Record]] = []
    for piece in pieces:
        if steps and all(_is_of_the_clock(record.event) for record in piece):
            steps[-1] += piece
        else:
            steps.append(piece)
    return steps


def _is_of_the_clock(event: Event) -> bool:
    """Whether nobody in the game did it: a clock was noted, an inject became due, a message
    arrived or was read, an observer marked a moment."""
    if isinstance(event, InjectsMarked):
        return event.state == "due"
    by_itself = (
        ClockSet
        | InjectClockKept
        | ObservingEvent
        | PredictingEvent
        | MessageDelivered
        | MessagesRead
    )
    return isinstance(event, by_itself)


def _can_go(step: Sequence[Record]) -> bool:
    """Whether a step may be taken back: the beginning of the session may not."""
    return not any(isinstance(record.event, SessionStarted) for record in step)


def _moments(line: Sequence[Record]) -> Iterator[Moment]:
    """Moments worth going to, oldest first."""
    turn, phase = 0, Phase.BRIEF
    before = line[0]
    for step in _steps(line):
        begun = [record.event for record in step if isinstance(record.event, PhaseBegan)]
        if turn and any(event.phase is Phase.ADJUDICATE for event in begun):
            yield Moment(before.number, turn, phase, f"Turn {turn}, before the lock", before.at)
        before = step[-1]
        if begun:
            turn, phase = begun[-1].turn, begun[-1].phase
            yield Moment(before.number, turn, phase, f"Turn {turn}, {_PHASES[phase]}", before.at)


def _step_words(step: Sequence[Record]) -> str:
    """What a step did, in words."""
    events: list[Event] = [record.event for record in step]
    phases = [event for event in events if isinstance(event, PhaseBegan)]
    if phases:
        last = phases[-1]
        acts = sum(isinstance(event, ActResolved) for event in events)
        if last.phase is Phase.ADJUDICATE:
            return f"lock and adjudication of turn {last.turn}, {acts} acts"
        if last.phase is Phase.OUTCOME:
            return f"publication of turn {last.turn}"
        if last.phase is Phase.ENDED:
            return "the end of the game"
        return f"beginning of {_PHASES[last.phase]}, turn {last.turn}"
    match events[0]:
        case OrdersSealed(seat):
            return f"sealing by {seat}"
        case OrdersUnsealed(seat):
            return f"unsealing by {seat}"
        case SeatChanged(seat):
            return f"change of the seat {seat.actor}"
        case event:
            return _words_of_control(event)


def _words_of_control(event: Event) -> str:
    """What control did with injects and questions, in words; the kind for everything else."""
    match event:
        case InjectFired(inject):
            return f"sending of “{inject.title}”"
        case InjectsWritten(injects):
            count = len(injects)
            return f"writing of “{injects[0].title}”" if count == 1 else f"{count:,} injects"
        case InjectsMarked(_, injects, state):
            return f"inject {injects[0]} {state}" if len(injects) == 1 else f"injects {state}"
        case QuestionAsked(question):
            return f"a question of {question.seat}"
        case QuestionAnswered(number):
            return f"the answer to question {number}"
        case ActsAccepted(_, acts):
            return "accepting a move" if len(acts) == 1 else f"accepting {len(acts)} moves"
        case ActRuled() | OrderRuled():
            return "a ruling"
        case ArgumentWeighed(_, seat):
            return f"weighing an argument of {seat}"
        case event:
            if isinstance(event, DealingEvent):
                return dealing_words(event)
            return event.kind.replace("-", " ")


def _drafts_of(left: Sequence[Record]) -> tuple[Draft, ...]:
    """Orders that were sealed in what was left, as drafts; the first sheet of each seat counts."""
    sheets: dict[str, OrdersSealed] = {}
    for record in left:
        event = record.event
        if isinstance(event, PhaseBegan) and event.phase is Phase.BRIEF:
            break
        if isinstance(event, OrdersSealed):
            sheets[event.seat] = event
    return tuple(
        Draft(sheet.seat, slot, order)
        for sheet in sheets.values()
        for slot, order in enumerate(sheet.orders, start=1)
    )
