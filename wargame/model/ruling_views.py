"""What the adjudication screen shows, and what it hands back: views and drafts, frozen.

A draft says what shall hold; what it changes is counted against the proposal by the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId, FrontId, Phase, Weapon
from wargame.model.ledger import Entry
from wargame.model.orders import Order
from wargame.model.rulings import Ruling
from wargame.model.scenario import Band
from wargame.model.seat_view import ActorLabel
from wargame.model.weighing import Odds, Roll, Weighing

Place = tuple[str, str, str]
"""Variable, first and second name, as the ledger has them."""


class Queue(StrEnum):
    """The groups of the list of moves."""

    JUDGEMENT = "judgement"
    READY = "ready"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Case:
    """Which move is meant: an act that the law proposed, or an order that waits for control.

    Attributes:
        act: Number of the act's event; 0 for an order that the law did not judge.
        seat: Who acts.
        slot: Place on the seat's sheet, from 1; 0 for acts of the law.
    """

    act: int
    seat: ActorId
    slot: int = 0

    @property
    def is_written(self) -> bool:
        """Whether control writes the outcome."""
        return self.slot > 0


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A move in the list.

    Attributes:
        case: Which one.
        queue: Its group.
        words: What it is called.
        target: Whom it is aimed at.
        rung: Its rung; None where nobody said one.
        note: Why it asks for judgement, what came of it, or how it was ruled.
        is_argument: Whether the seat wrote it.
        sealed_at: When its seat sealed, ISO 8601 in UTC; empty for what was not ordered this turn.
        ruled_at: When it was ruled, the same way; empty before.
    """

    case: Case
    queue: Queue
    words: str
    target: ActorId | None
    rung: float | None
    note: str
    is_argument: bool
    sealed_at: str
    ruled_at: str = ""


@dataclass(frozen=True, slots=True)
class AdjudicationView:
    """The list of moves of a turn with what stands around it.

    Attributes:
        scenario: Title of the scenario.
        session: Title of the session.
        seed: Seed of all draws.
        turn: The turn.
        turns: Turns of a full game.
        first_day: First day of the turn, ISO date.
        last_day: Last day of the turn, ISO date.
        phase: The phase.
        locked_at: When the plans were locked, ISO 8601 in UTC.
        actors: Every actor, for badges.
        bands: The bands of the index.
        rows: Every move: those that ask for judgement first.
        index: The index now.
        automatic: Whether the law adjudicates.
        logged: Events in the log.
    """

    scenario: str
    session: str
    seed: int
    turn: int
    turns: int
    first_day: str
    last_day: str
    phase: Phase
    locked_at: str
    actors: tuple[ActorLabel, ...]
    bands: tuple[Band, ...]
    rows: tuple[QueueRow, ...]
    index: float
    automatic: bool
    logged: int

    def of(self, queue: Queue) -> tuple[QueueRow, ...]:
        """The moves of a group."""
        return tuple(row for row in self.rows if row.queue is queue)


@dataclass(frozen=True, slots=True)
class EffectLine:
    """A number that a move changes, or may be made to change.

    Attributes:
        place: Which number.
        what: What it is called.
        whose: Of whom, towards whom.
        before: Before the move.
        proposed: After it, as proposed; the same where nothing is proposed.
        low: Least value it may have.
        high: Largest value it may have.
    """

    place: Place
    what: str
    whose: str
    before: float
    proposed: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SalvoLine:
    """A row of what was launched and stopped; ``weapon`` None for all together."""

    weapon: Weapon | None
    name: str
    launched: int
    failed: int
    stopped: int
    leaked: int


@dataclass(frozen=True, slots=True)
class Learner:
    """What a seat will learn.

    Attributes:
        seat: The seat.
        how: ``own``, ``target``, ``public``, ``told``, ``intelligence``; empty for nothing.
        sure: How sure it is who acted, 0 to 1.
        rung: The rung at which it reads the act (the engine's estimate); None for nothing.
        words: What it reads.
    """

    seat: ActorId
    how: str
    sure: float
    rung: float | None
    words: str


@dataclass(frozen=True, slots=True)
class SimilarRuling:
    """An earlier ruling on something like this.

    Attributes:
        turn: Its turn.
        seat: Who acted.
        words: What it was called.
        chance: The chance of the roll, 0 to 1; None without one.
        result: What came of it, in words.
        reason: Why; may be empty.
    """

    turn: int
    seat: ActorId
    words: str
    chance: float | None
    result: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """A move opened for its ruling.

    Attributes:
        row: Its row of the list.
        order: The order.
        facts: Sealed at, overt, warned, meant as: a few words each.
        weapons: What was launched, by class, all together last; empty without weapons.
        words: What the engine says came of it, in paragraphs.
        effects: Numbers that it changes, the weightiest first.
        success: Whether it came off, as it stands.
        control_words: What control wrote about it; empty for nothing.
        learners: Every seat, and what it will learn.
        similar: Earlier rulings on something like it, the latest first.
        happened: The order of events of the turn: number, who, what.
        ruling: The ruling that counts; None before.
        weighing: What an argument is weighed by.
        odds: The odds of an argument as they stand.
        roll: The roll; None before it has fallen.
        margin: By how much it came off (0 or more) or failed; 0 without a roll.
        rung: Rung at which it stands or is meant.
        front: Its front.
        fronts: Every front, for orders that control writes.
        address: Where its draws lie: seed, turn, number.
    """

    row: QueueRow
    order: Order
    facts: tuple[str, ...]
    weapons: tuple[SalvoLine, ...]
    words: tuple[str, ...]
    effects: tuple[EffectLine, ...]
    success: bool
    control_words: str
    learners: tuple[Learner, ...]
    similar: tuple[SimilarRuling, ...]
    happened: tuple[tuple[int, ActorId | None, str], ...]
    ruling: Ruling | None
    weighing: Weighing
    odds: Odds | None
    roll: Roll | None
    margin: int
    rung: float
    front: FrontId
    fronts: tuple[tuple[FrontId, str], ...]
    address: str


@dataclass(frozen=True, slots=True)
class Learning:
    """What control decides that a seat learns.

    Attributes:
        seat: The seat.
        learns: Whether it learns of the move at all.
        words: What it reads; empty for the words of everybody.
    """

    seat: ActorId
    learns: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class ActDraft:
    """A ruling on an act as it is being written.

    Attributes:
        finals: Values that numbers shall have right after the act, where they differ.
        success: Whether it came off; None as proposed.
        leaked: What got through by class, where it differs.
        words: What happened in control's words; empty for the engine's.
        learnings: What seats learn, where it differs.
        reason: Why.
    """

    finals: tuple[tuple[Place, float], ...] = ()
    success: bool | None = None
    leaked: tuple[tuple[Weapon, int], ...] = ()
    words: str = ""
    learnings: tuple[Learning, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """The outcome of an order that control writes.

    Attributes:
        success: Whether it comes off.
        words: What happened.
        rung: Rung at which it stands, 0 to 20; from 1 on it heats its front.
        front: The front.
        finals: Values that numbers shall have afterwards.
        learnings: What seats learn; a seat that is not named learns it if it was done openly.
        reason: Why, where a roll is overruled or none was made.
        is_overruled: Whether control decides against the roll.
    """

    success: bool
    words: str
    rung: float
    front: FrontId
    finals: tuple[tuple[Place, float], ...] = ()
    learnings: tuple[Learning, ...] = ()
    reason: str = ""
    is_overruled: bool = False


@dataclass(frozen=True, slots=True)
class RulingPreview:
    """What a ruling would do.

    Attributes:
        changes: What differs from the proposal, in words.
        ledger: What it changes of the numbers now.
        before: The index now.
        after: The index after it.
        band: The band after it.
        fault: Why it cannot be recorded as it is; empty when it can.
    """

    changes: tuple[str, ...]
    ledger: tuple[Entry, ...]
    before: float
    after: float
    band: Band
    fault: str
