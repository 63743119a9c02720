"""Rulings: what control made of the law's proposals and of orders that no law knows.

A ruling never rolls again. It says what was proposed, what holds instead, why, and who said so; the
proposal stays in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from wargame.model.happenings import ActResolved, Happening, Sighting, SystemSettled
from wargame.model.ids import ActorId, Weapon
from wargame.model.ledger import Entry
from wargame.model.weighing import Odds, Roll, Weighing

LEAST_REASON = 10
"""Characters that a reason has at least."""

ENDING = frozenset({"all_out", "collapsed", "fallen", "truce_days"})
"""Variables by which the law ends a game."""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What a ruling may change about an act, beside numbers of the world.

    Attributes:
        success: Whether it came off.
        killed: People killed (count).
        displaced: People displaced (count).
        leaked: Weapons that got through, by class (count).
        words: What happened in control's words; empty for the engine's.
        told: What single seats are told instead.
        sightings: What each seat learns.
    """

    success: bool
    killed: int
    displaced: int
    leaked: tuple[tuple[Weapon, int], ...]
    words: str
    told: tuple[tuple[ActorId, str], ...]
    sightings: tuple[Sighting, ...]


def facts_of(act: ActResolved) -> ActFacts:
    """What can be ruled about an act, as it stands."""
    return ActFacts(
        success=act.success,
        killed=act.killed,
        displaced=act.displaced,
        leaked=tuple((w.weapon, w.leaked) for w in act.weapons),
        words=act.words,
        told=act.told,
        sightings=act.sightings,
    )


def with_facts(act: ActResolved, facts: ActFacts) -> ActResolved:
    """An act with other facts; what got through was not stopped, and the other way round."""
    leaked = dict(facts.leaked)
    weapons = tuple(
        replace(
            w,
            leaked=leaked.get(w.weapon, w.leaked),
            stopped=max(0, w.stopped + w.leaked - leaked.get(w.weapon, w.leaked)),
        )
        for w in act.weapons
    )
    return replace(
        act,
        success=facts.success,
        killed=facts.killed,
        displaced=facts.displaced,
        weapons=weapons,
        words=facts.words,
        told=facts.told,
        sightings=facts.sightings,
    )


@dataclass(frozen=True, slots=True)
class ArgumentWeighed:
    """Reasons, umpires or estimates of an order that waits for its ruling changed.

    Attributes:
        turn: The turn.
        seat: Whose order it is.
        slot: Its place on the seat's sealed sheet, from 1.
        weighing: All of it as it is now.
    """

    kind: ClassVar[str] = "argument-weighed"
    turn: int
    seat: ActorId
    slot: int
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class ActsAccepted:
    """Control accepted acts as the law proposed them.

    Attributes:
        turn: The turn.
        acts: Numbers of their events.
        who: Who ruled; may be empty.
    """

    kind: ClassVar[str] = "acts-accepted"
    turn: int
    acts: tuple[int, ...]
    who: str = ""


@dataclass(frozen=True, slots=True)
class ActRuled:
    """Control ruled otherwise than the law proposed.

    Attributes:
        turn: The turn.
        act: Number of the act's event.
        before: The act as it stood.
        after: The act as it is ruled.
        ledger: Changes on the numbers after the turn: the difference between the ruling and the
            proposal, kept in each variable's range, and the index that follows.
        reason: Why.
        who: Who ruled; may be empty.
    """

    kind: ClassVar[str] = "act-ruled"
    turn: int
    act: int
    before: ActFacts
    after: ActFacts
    ledger: tuple[Entry, ...]
    reason: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class OrderRuled:
    """Control wrote what came of an order that the law did not judge.

    Attributes:
        turn: The turn.
        seat: Whose order it was.
        slot: Its place on the seat's sealed sheet, from 1.
        act: What happened, with every change in its ledger.
        reason: Why, where the roll was overruled or no dice fell; may be empty.
        who: Who ruled; may be empty.
        weighing: What it was weighed by.
        odds: The odds with their make-up; None where control decided without.
        roll: The roll; None where none was made.
        margin: By how much it came off (0 or more) or failed (below 0), in pips or per cent.
        is_overruled: Whether control decided against the roll.
    """

    kind: ClassVar[str] = "order-ruled"
    turn: int
    seat: ActorId
    slot: int
    act: ActResolved
    reason: str = ""
    who: str = ""
    weighing: Weighing = field(default=Weighing())
    odds: Odds | None = None
    roll: Roll | None = None
    margin: int = 0
    is_overruled: bool = False


@dataclass(frozen=True, slots=True)
class EndOverruled:
    """Control let a game go on that the law had ended.

    Attributes:
        turn: The turn.
        ledger: What had ended it, taken back, and the index that follows.
        reason: Why.
        who: Who ruled; may be empty.
    """

    kind: ClassVar[str] = "end-overruled"
    turn: int
    ledger: tuple[Entry, ...]
    reason: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class AutomationSet:
    """Control switched parts of the automation on or off; the fields are those of ``Settings``."""

    kind: ClassVar[str] = "automation-set"
    automatic: bool
    forecast: bool
    computers: bool


class How(StrEnum):
    """What a ruling did."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling as the game remembers it.

    Attributes:
        number: Number of its event.
        turn: The turn.
        act: Number of the event of the act; an order that control wrote has that of the ruling.
        seat: Who acted.
        slot: Place of a written order on its sheet, from 1; 0 for acts of the law.
        how: What the ruling did.
        reason: Why; may be empty.
        chance: The chance of the roll, 0 to 1; None without one.
        margin: By how much it came off or failed; None without a roll.
        changed: Numbers and variables that it changed, for later acts that rest on them.
    """

    number: int
    turn: int
    act: int
    seat: ActorId
    slot: int
    how: How
    reason: str = ""
    chance: float | None = None
    margin: int | None = None
    changed: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weighing of an order that waits for its ruling, see :class:`ArgumentWeighed`."""

    turn: int
    seat: ActorId
    slot: int
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class RulingBook:
    """Every ruling of a game.

    Attributes:
        rulings: Rulings, oldest first; the last one of an act counts.
        weighings: Weighings of this turn and of earlier ones.
    """

    rulings: tuple[Ruling, ...] = ()
    weighings: tuple[Weighed, ...] = ()

    def of_act(self, act: int) -> Ruling | None:
        """The ruling that counts for an act."""
        return next((r for r in reversed(self.rulings) if r.act == act), None)

    def of_order(self, turn: int, seat: ActorId, slot: int) -> Ruling | None:
        """The ruling on an order that the law did not judge."""
        return next(
            (r for r in self.rulings if r.slot and (r.turn, r.seat, r.slot) == (turn, seat, slot)),
            None,
        )

    def weighing(self, turn: int, seat: ActorId, slot: int) -> Weighing | None:
        """What an order is weighed by; None before anything was said."""
        for weighed in self.weighings:
            if (weighed.turn, weighed.seat, weighed.slot) == (turn, seat, slot):
                return weighed.weighing
        return None


def correction_of(event: ActRuled | EndOverruled) -> SystemSettled:
    """What a ruling changed of the numbers, as something that happened; nobody is told."""
    words = "Control let the game go on." if isinstance(event, EndOverruled) else ""
    ledger = event.ledger
    return SystemSettled(event.turn, "ruling", words, (), public=False, draws=(), ledger=ledger)


def told_turns(
    numbers: tuple[tuple[int, ...], ...], book: RulingBook, events: Mapping[int, object]
) -> tuple[tuple[tuple[int, Happening], ...], ...]:
    """What happened in each turn, as ruled, from the events of a log.

    Args:
        numbers: Numbers of events, turn by turn.
        book: The rulings.
        events: Events by number; those of ``numbers`` and of the book's rulings.

    Raises:
        KeyError: An event is missing.
        TypeError: A number leads to something that cannot happen in a turn.
    """
    ruled: dict[int, ActFacts] = {}
    for ruling in book.rulings:
        event = events.get(ruling.number)
        if isinstance(event, ActRuled):
            ruled[ruling.act] = event.after
    turns = []
    for turn in numbers:
        told = tuple((n, _as_ruled(_happening(events[n]), ruled.get(n))) for n in turn)
        went_on = any(isinstance(events[n], EndOverruled) for n in turn)
        turns.append(without_end(told) if went_on else told)
    return tuple(turns)


def without_end(
    turn: tuple[tuple[int, Happening], ...],
) -> tuple[tuple[int, Happening], ...]:
    """A turn whose end was overruled: what the law said of it is no news any more."""
    return tuple((n, _unsaid(happening)) for n, happening in turn)


def _unsaid(happening: Happening) -> Happening:
    if not isinstance(happening, SystemSettled):
        return happening
    if not any(e.variable in ENDING and e.after > e.before for e in happening.ledger):
        return happening
    return replace(happening, words="", public=False, seen_by=())


def _happening(event: object) -> Happening:
    match event:
        case ActRuled() | EndOverruled():
            return correction_of(event)
        case OrderRuled():
            return event.act
        case _ if isinstance(event, Happening):
            return event
    raise TypeError(f"{type(event).__name__} is nothing that happens in a turn")


def _as_ruled(happening: Happening, facts: ActFacts | None) -> Happening:
    if facts is None or not isinstance(happening, ActResolved):
        return happening
    return with_facts(happening, facts)
