"""Where on a replay's line a turn was locked and published, and what the seats had ordered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.errors import RuleError
from wargame.model.events import (
    ActResolved,
    GameEnded,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    Record,
    StandingChanged,
)
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.outcome import Ending
from wargame.model.rulings import ActRuled, ActsAccepted, ArgumentWeighed, EndOverruled, OrderRuled
from wargame.model.world import World
from wargame.play.debrief.replay import Replay

Ruled = ActRuled | ActsAccepted | ArgumentWeighed | EndOverruled | OrderRuled
"""What control writes between the lock and the publication."""


@dataclass(frozen=True, slots=True)
class PlayedTurn:
    """A turn as it was played; places are those of the replay's line.

    Attributes:
        turn: The turn.
        planned: Place of the last event before the orders that were sealed last.
        locked: Place of the lock.
        adjudicated: Place of the last event that the law or control settled.
        published: Place at which the outcome was out; ``adjudicated`` where it never was.
    """

    turn: int
    planned: int
    locked: int
    adjudicated: int
    published: int


def played_turn(replay: Replay, turn: int) -> PlayedTurn:
    """A turn of a game.

    Raises:
        RuleError: It has not been adjudicated, or not by the law.
    """
    line = replay.line
    locks = [at for at, record in enumerate(line) if _is_lock(record, turn)]
    if not locks:
        raise RuleError(
            "branch.turn", f"Turn {turn} has not been adjudicated; choose an earlier moment."
        )
    locked = locks[-1]
    if not replay.world(locked).settings.automatic:
        raise RuleError(
            "branch.by-hand", f"Turn {turn} was adjudicated by hand; the law cannot play it again."
        )
    planned = locked - 1
    while planned > 0 and isinstance(line[planned].event, OrdersSealed):
        planned -= 1
    begins = (
        at
        for at in range(locked + 1, len(line))
        if isinstance(line[at].event, OutcomePublished | PhaseBegan)
    )
    after = next(begins, len(line))
    # What the publication itself writes first (lapses, words kept or broken) belongs to it.
    settled = (at for at in range(after - 1, locked, -1) if _settles(line[at]))
    adjudicated = next(settled, locked)
    published = adjudicated
    if after < len(line) and isinstance(line[after].event, OutcomePublished):
        published = min(after + 1, replay.last)
    return PlayedTurn(turn, planned, locked, adjudicated, published)


def sheets_of(replay: Replay, played: PlayedTurn) -> dict[ActorId, tuple[Order, ...]]:
    """What every seat had ordered when the turn was locked, in the order of the seats."""
    world = replay.world(played.locked)
    return {seat.actor: world.sealed_orders(seat.actor) or () for seat in world.seats}


def acts_of_turn(replay: Replay, played: PlayedTurn) -> Iterator[tuple[int, ActResolved]]:
    """The acts of a turn by the numbers of their events, as they were ruled in the end."""
    world: World = replay.world(played.adjudicated)
    for number, happening in world.turns[-1]:
        if isinstance(happening, ActResolved):
            yield number, happening


def rulings_of_turn(replay: Replay, played: PlayedTurn) -> list[Record]:
    """What control ruled between the lock and the publication, oldest first."""
    span = replay.line[played.locked + 1 : played.adjudicated + 1]
    return [record for record in span if isinstance(record.event, Ruled)]


def _is_lock(record: Record, turn: int) -> bool:
    event = record.event
    return isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE and event.turn == turn


def _settles(record: Record) -> bool:
    """Whether the law or control settled something; that somebody broke the game off is neither."""
    event = record.event
    if isinstance(event, GameEnded):
        return event.outcome.ending is not Ending.STOPPED
    return isinstance(event, StandingChanged | Ruled)
