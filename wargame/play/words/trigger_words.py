"""What an inject waits for, in words for the queue, with the number as it is now."""

from __future__ import annotations

from dataclasses import replace

from wargame.engine.conditions import Moment, holds, messages_counted
from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Struck,
)
from wargame.play.words.number_words import variable_name

BY_HAND = "By hand"

_COMPARES = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "==": "="}
_CLOCKS = {
    "exercise": "the exercise",
    "turn": "the turn",
    "planning": "planning",
}


def trigger_words(condition: Condition | None, moment: Moment) -> str:
    """Such as "Clock, 15 min into planning" or "When index ≥ 75 (now 71.8)"."""
    if condition is None:
        return BY_HAND
    if isinstance(condition, Elapsed):
        return f"Clock, {_part(condition, moment)}"
    if isinstance(condition, Measure) and condition.variable in {"turn", "day"}:
        words = _part(condition, moment)
        return words[0].upper() + words[1:]
    if isinstance(condition, AllOf) and isinstance(condition.parts[0], Measure):
        first, *rest = condition.parts
        if condition.parts[0].variable in {"turn", "day"} and rest:
            words = trigger_words(first, moment)
            return f"{words}, when {' and '.join(_part(part, moment) for part in rest)}"
    return f"When {_part(condition, moment)}"


def next_clock(condition: Condition | None, moment: Moment) -> Elapsed | None:
    """The clock reading that makes an inject due, if nothing else changes.

    None where the clock alone will not, or where it holds already.
    """
    if condition is None or moment.minutes is None:
        return None
    now = moment.minutes
    waits = [one for one in _clocks(condition) if one.minutes > now[one.since]]
    for one in sorted(waits, key=lambda wait: wait.minutes - now[wait.since]):
        missing = one.minutes - now[one.since]
        later = {since: minutes + missing for since, minutes in now.items()}
        if holds(condition, replace(moment, minutes=later)):
            return one
    return None


def is_by_clock(condition: Condition | None) -> bool:
    """Whether the clock on the wall has a say in it."""
    return condition is not None and bool(_clocks(condition))


def _clocks(condition: Condition) -> list[Elapsed]:
    match condition:
        case Elapsed():
            return [condition]
        case AllOf(parts) | AnyOf(parts):
            return [one for part in parts for one in _clocks(part)]
        case Not(part):
            return _clocks(part)
        case _:
            return []


def _part(condition: Condition, moment: Moment) -> str:
    match condition:
        case Elapsed(minutes, since):
            return f"{minutes:g} min into {_CLOCKS[since]}"
        case Measure():
            return _measure(condition, moment)
        case Struck(rung, by, whom):
            return f"{by or 'anybody'} strikes {whom or 'anybody'} at R{rung:g} or above"
        case ActCount():
            return _acts(condition)
        case MessageCount():
            return f"{_messages(condition)} ({messages_counted(condition, moment)})"
        case Not(part):
            return f"not: {_part(part, moment)}"
        case AllOf(parts):
            return " and ".join(_part(part, moment) for part in parts)
        case AnyOf(parts):
            return " or ".join(_part(part, moment) for part in parts)


def _measure(measure: Measure, moment: Moment) -> str:
    if measure.variable in {"turn", "day"}:
        if measure.compare == ">=":
            return f"from {measure.variable} {measure.value:g} on"
        return f"{measure.variable} {_COMPARES[measure.compare]} {measure.value:g}"
    name = variable_name(measure.variable)
    words = name[0].lower() + name[1:]
    whose = " → ".join(filter(None, (measure.first, measure.second)))
    read = moment.scenario.layout.read
    now = read(moment.values, measure.variable, measure.first, measure.second)
    line = f"{words} {whose} {_COMPARES[measure.compare]} {measure.value:g} (now {now:.3g})"
    return " ".join(line.split())


def _acts(counted: ActCount) -> str:
    many = f"{counted.at_least} acts" if counted.at_least > 1 else "an act"
    parts = [many]
    parts += [f"of R{counted.rung:g} or above"] if counted.rung else []
    parts += [f"of {counted.move}"] if counted.move else []
    parts += [f"by {counted.by}"] if counted.by else []
    parts += [f"at {counted.target}"] if counted.target else []
    parts += [f"on {counted.front}"] if counted.front else []
    return " ".join((*parts, *_within(counted.within_turns)))


def _messages(counted: MessageCount) -> str:
    many = f"{counted.at_least} messages" if counted.at_least > 1 else "a message"
    if counted.both_ways and counted.by and counted.to:
        return " ".join((counted.by, "and", counted.to, "trade", many))
    parts = [many, "passed" if not counted.by else f"from {counted.by}"]
    parts += [f"to {counted.to}"] if counted.to else []
    return " ".join((*parts, *_within(counted.within_turns)))


def _within(turns: int) -> list[str]:
    return [f"within {turns} turns"] if turns else []
