"""What a computer opponent answers when it is asked about a choice of its own.

Every sentence rests on the log or on the opponent's own decision run again; what it cites stands
beside it, so that a reader can open it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import Order


class Question(StrEnum):
    """What an opponent can be asked."""

    WHY = "why"
    BELIEFS = "beliefs"
    CHANGE = "change"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that an opponent can be asked about.

    Attributes:
        number: Number of the event in the log that it cites.
        turn: The turn in which it was ordered or said.
        actor: Whose it is: the opponent's own choice, or something that the asking seat did.
        words: What it was, in one line.
        rung: Its rung; None for holding still and for messages.
        move: Entry of the catalogue; None for holding still, own words and messages.
        target: Whom it was aimed at; None for nobody.
        is_message: Whether it was said through a channel.
    """

    number: int
    turn: int
    actor: ActorId
    words: str
    rung: float | None
    move: MoveId | None = None
    target: ActorId | None = None
    is_message: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A short paragraph of an answer.

    Attributes:
        words: Plain text.
        events: Numbers of the events in the log that it rests on.
        is_told_truth: Whether it says what only the whole truth knows; for the debrief.
    """

    words: str
    events: tuple[int, ...] = ()
    is_told_truth: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What an opponent answers.

    Attributes:
        opponent: Who answers.
        question: What was asked.
        topic: About what.
        passages: The answer, in order.
        note: What the asking seat must know about the answer itself; empty for nothing.
    """

    opponent: ActorId
    question: Question
    topic: Topic
    passages: tuple[Passage, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number that an opponent held, put elsewhere.

    Attributes:
        variable: Name in ``model/variables.py``.
        first: Whose number; the opponent's own, or a front's.
        second: Towards whom; empty for a number of its own.
        before: What it held.
        after: What it would have had to hold.
        share: How far apart they lie, as a share of the number's range, 0 to 1.
    """

    variable: str
    first: str
    second: str
    before: float
    after: float
    share: float


@dataclass(frozen=True, slots=True)
class SheetChange:
    """Another sheet of the asking seat in an earlier turn.

    Attributes:
        turn: The turn whose sheet is exchanged.
        number: Number of the event that sealed it.
        sheet: What would have been sealed instead.
        words: What is different, such as "Vow of revenge left out".
        distance: How far it is from what was sealed, in rungs.
    """

    turn: int
    number: int
    sheet: tuple[Order, ...]
    words: str
    distance: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A change, and what the opponent orders with it; run, not supposed.

    Attributes:
        change: What is changed.
        orders: What it orders then.
    """

    change: NumberChange | SheetChange
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for and what was found.

    Attributes:
        flip: The nearest change that flips the choice; None where none was found.
        tried: What was tried, in words.
        runs: How often the opponent decided anew.
        refusal: Why nothing could be tried; empty otherwise.
    """

    flip: Flip | None
    tried: tuple[str, ...]
    runs: int
    refusal: str = ""
