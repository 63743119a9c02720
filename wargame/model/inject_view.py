"""What control sees of its injects and of the teams' questions: rows with their words."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId
from wargame.model.injects import Answer, Inject, InjectState


@dataclass(frozen=True, slots=True)
class InjectRow:
    """One inject of the list.

    Attributes:
        number: Its place in the list, from 1.
        inject: The inject.
        state: What has become of it.
        turn: The turn in which it was sent or skipped; 0 while it waits.
        to: Who gets it, in words, such as "USA, ISR".
        trigger: What it waits for, in words.
        due_in: Minutes until the clock makes it due; None where the clock alone will not.
        by_clock: Whether the clock has a say in it.
    """

    number: int
    inject: Inject
    state: InjectState
    turn: int
    to: str
    trigger: str
    due_in: float | None
    by_clock: bool

    @property
    def is_open(self) -> bool:
        """Whether it can still come."""
        return self.state in {"waiting", "due", "held"}


@dataclass(frozen=True, slots=True)
class InjectsView:
    """The session's list of injects.

    Attributes:
        rows: All of them, in the list's order.
        by_themselves: Whether due injects that say so are sent without being offered.
        on_hold: Whether nothing becomes due for now.
        seats: The seats that can be written to, in the scenario's order.
    """

    rows: tuple[InjectRow, ...]
    by_themselves: bool
    on_hold: bool
    seats: tuple[ActorId, ...]

    @property
    def left(self) -> int:
        """How many can still come."""
        return sum(row.is_open for row in self.rows)

    @property
    def left_by_clock(self) -> int:
        """How many of those the clock has a say in."""
        return sum(row.is_open and row.by_clock for row in self.rows)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of a team.

    Attributes:
        number: Control's own number of it.
        seat: Who asks.
        name: Its name, for people.
        text: What it asks.
        when: Turn and phase of asking, in words.
        asked_at: When it was asked, ISO 8601 in UTC.
        answer: What control answered; empty while it is open.
        to_all: Whether every seat got the answer.
        is_open: Whether control has still to answer.
    """

    number: int
    seat: ActorId
    name: str
    text: str
    when: str
    asked_at: str
    answer: str
    to_all: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The teams' questions, open ones first and the oldest of them on top.

    Attributes:
        rows: The questions.
        answers: The scenario's ready answers.
    """

    rows: tuple[QuestionRow, ...]
    answers: tuple[Answer, ...]

    @property
    def open(self) -> int:
        """How many wait for an answer."""
        return sum(row.is_open for row in self.rows)
