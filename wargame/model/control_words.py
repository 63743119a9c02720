"""What a seat has from control: reports that were sent to it, and answers to questions."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import Phase
from wargame.model.injects import InjectKind, Reliability


@dataclass(frozen=True, slots=True)
class Report:
    """Something that control sent to the seat: news, intelligence, a message or an event.

    Attributes:
        number: Number among the reports that this seat has, from 1.
        turn: The turn in which it came.
        phase: Its phase.
        kind: What it is.
        title: One line.
        text: All of it.
        sender: From whom a message comes; empty where nobody is named.
        reliability: How far an intelligence report can be leaned on; empty where nobody says.
    """

    number: int
    turn: int
    phase: Phase
    kind: InjectKind
    title: str
    text: str
    sender: str
    reliability: Reliability


@dataclass(frozen=True, slots=True)
class SeatQuestion:
    """A question of the seat's own, or an answer that control gave to everybody.

    Attributes:
        number: Number among these for this seat, from 1; own questions come first.
        text: What the seat asked; empty where another seat did.
        turn: The turn of asking; of the answer where another seat asked.
        answer: What control answered; empty while it is open.
        answered_turn: The turn of the answer; 0 while it is open.
    """

    number: int
    text: str
    turn: int
    answer: str
    answered_turn: int

    @property
    def is_own(self) -> bool:
        """Whether this seat asked it."""
        return bool(self.text)

    @property
    def is_open(self) -> bool:
        """Whether control has still to answer."""
        return not self.answered_turn
