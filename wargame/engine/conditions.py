"""Whether a condition holds: for orders, requirements of moves, injects and objectives."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Since,
    Struck,
)
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, FrontId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as far as conditions count it."""

    turn: int
    by: ActorId
    to: ActorId


@dataclass(frozen=True, slots=True)
class Moment:
    """What a condition is judged against.

    Attributes:
        scenario: The scenario.
        values: The world's numbers.
        acts: Every act so far, oldest first.
        turn: The turn.
        me: Who asks; ``Struck`` without ``whom`` means this actor.
        actor: What the word ``actor`` stands for; None where there is none.
        target: What the word ``target`` stands for; None where there is none.
        front: What the word ``front`` stands for; None where there is none.
        planned: Orders of ``me`` that this turn will carry out first; act counts see them as done.
        messages: Messages between seats so far.
        minutes: Minutes on the clock on the wall; None where there is no clock, as in the law.
    """

    scenario: Scenario
    values: bytes
    acts: Sequence[ActResolved]
    turn: int
    me: ActorId | None
    actor: ActorId | None = None
    target: ActorId | None = None
    front: FrontId | None = None
    planned: tuple[Order, ...] = ()
    messages: Sequence[Message] = ()
    minutes: Mapping[Since, float] | None = None

    def named(self, name: str) -> str:
        """What a name stands for: ``actor``, ``target`` and ``front`` are words of a move."""
        if name == "actor":
            return self.actor or ""
        if name == "target":
            return self.target or ""
        if name == "front":
            return self.front or ""
        return name


def holds(condition: Condition, moment: Moment) -> bool:
    """Whether a condition holds at a moment.

    A measure whose actor or target does not exist at the moment (a move without a target) does
    not hold.
    """
    match condition:
        case AllOf(parts):
            return all(holds(part, moment) for part in parts)
        case AnyOf(parts):
            return any(holds(part, moment) for part in parts)
        case Not(part):
            return not holds(part, moment)
        case Measure():
            return _measured(condition, moment)
        case Struck():
            return _was_struck(condition, moment)
        case ActCount():
            return _count(condition, moment) >= condition.at_least
        case MessageCount():
            return messages_counted(condition, moment) >= condition.at_least
        case Elapsed(minutes, since):
            return moment.minutes is not None and moment.minutes.get(since, -1.0) >= minutes


def _measured(measure: Measure, moment: Moment) -> bool:
    compare = _COMPARE[measure.compare]
    if measure.variable == "turn":
        return compare(moment.turn, measure.value)
    if measure.variable == "day":
        return compare(moment.turn * moment.scenario.turn_days, measure.value)
    first, second = moment.named(measure.first), moment.named(measure.second)
    if (measure.first and not first) or (measure.second and not second):
        return False
    layout = moment.scenario.layout
    return compare(layout.read(moment.values, measure.variable, first, second), measure.value)


def _was_struck(struck: Struck, moment: Moment) -> bool:
    whom = struck.whom or moment.me
    by = moment.named(struck.by) if struck.by else None
    return any(
        act.turn == moment.turn
        and (whom is None or act.order.target == whom)
        and act.rung >= struck.rung
        and (by is None or act.actor == by)
        for act in moment.acts
    )


def _count(counted: ActCount, moment: Moment) -> int:
    by = moment.named(counted.by) if counted.by else None
    target = moment.named(counted.target) if counted.target else None
    first_turn = moment.turn - counted.within_turns + 1 if counted.within_turns else 0
    done = sum(
        act.turn >= first_turn
        and act.rung >= counted.rung
        and (by is None or act.actor == by)
        and (target is None or act.order.target == target)
        and (counted.front is None or act.front == counted.front)
        and (counted.move is None or act.order.move == counted.move)
        for act in moment.acts
    )
    return done + _count_planned(counted, moment, by, target)


def messages_counted(counted: MessageCount, moment: Moment) -> int:
    """How many messages a condition counts at a moment."""
    first_turn = moment.turn - counted.within_turns + 1 if counted.within_turns else 0

    def fits(by: ActorId, to: ActorId) -> bool:
        return counted.by in {None, by} and counted.to in {None, to}

    return sum(
        message.turn >= first_turn
        and (fits(message.by, message.to) or (counted.both_ways and fits(message.to, message.by)))
        for message in moment.messages
    )


def _count_planned(counted: ActCount, moment: Moment, by: str | None, target: str | None) -> int:
    """Planned orders that would count once they are carried out."""
    if by is not None and by != moment.me:
        return 0
    moves = moment.scenario.move
    return sum(
        order.condition is None
        and order.move in moves
        and moves[order.move].rung >= counted.rung
        and (target is None or order.target == target)
        and counted.front is None
        and (counted.move is None or order.move == counted.move)
        for order in moment.planned
    )
