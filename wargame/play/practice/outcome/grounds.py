"""Why an objective stands as it does: the rule by which it is judged, and the events that moved it.

The events are found in the log's ledger: an objective asks about numbers and acts, and every
change of a number is written down with what brought it about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wargame.engine.words import act_words
from wargame.model.actors import Objective
from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Measure,
    Not,
    Struck,
)
from wargame.model.events import Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.play.words.number_words import number_text, variable_name

MOST: Final = 3
_WORDS: Final = {
    ">=": "at least",
    "<=": "at most",
    ">": "above",
    "<": "below",
    "==": "exactly",
}


_MARKS: Final = {
    "all_out": "control is lost",
    "collapsed": "{0} has dropped out",
    "truce": "a truce holds ({0})",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """An event that moved what an objective is judged by.

    Attributes:
        number: Number of the event in the log.
        turn: Its turn.
        words: What happened, in one line.
    """

    number: int
    turn: int
    words: str


def how_judged(scenario: Scenario, objective: Objective) -> str:
    """The rule of an objective in words; empty where people judge.

    Args:
        scenario: The scenario.
        objective: The objective.
    """
    parts = []
    if objective.holds is not None:
        parts.append(f"Holds while {condition_words(scenario, objective.holds)}.")
    if objective.lost is not None:
        parts.append(f"Lost once {condition_words(scenario, objective.lost)}.")
    return " ".join(parts)


def condition_words(scenario: Scenario, condition: Condition) -> str:
    """A condition as people read it."""
    match condition:
        case Measure():
            return _measured(scenario, condition)
        case ActCount(at_least):
            what = _counted(scenario, condition)
            return f"there was {what}" if at_least == 1 else f"{what} happened {at_least} times"
        case Not(ActCount(at_least) as counted):
            what = _counted(scenario, counted)
            few = f"{what} happened fewer than {at_least} times"
            return f"there was no {what.removeprefix('an ')}" if at_least == 1 else few
        case Struck(rung, by, whom):
            by_words = f" by {_name(scenario, by)}" if by else ""
            return f"{_name(scenario, whom or '') or 'it'} was struck at R{rung:g}{by_words}"
        case AllOf(parts):
            return " and ".join(condition_words(scenario, part) for part in parts)
        case AnyOf(parts):
            return " or ".join(condition_words(scenario, part) for part in parts)
        case Not(part):
            return f"it is not so that {condition_words(scenario, part)}"
        case _:
            return "what the scenario says holds"


def grounds_of(
    scenario: Scenario, line: Sequence[Record], objective: Objective
) -> tuple[Ground, ...]:
    """What moved an objective most, the latest first."""
    asked = [one for one in (objective.holds, objective.lost) if one is not None]
    leaves = [leaf for one in asked for leaf in _leaves(one)]
    measures = {
        (leaf.variable, leaf.first, leaf.second) for leaf in leaves if isinstance(leaf, Measure)
    }
    counts = [leaf for leaf in leaves if isinstance(leaf, ActCount)]
    found: list[tuple[float, Ground]] = []
    for record in line:
        event = record.event
        if not isinstance(event, ActResolved | SystemSettled):
            continue
        moved = sum(
            abs(entry.after - entry.before) / _span(entry.variable)
            for entry in event.ledger
            if (entry.variable, entry.first, entry.second) in measures
        )
        if isinstance(event, ActResolved) and any(_counts(one, event) for one in counts):
            moved += 1.0
        if moved > 0.0 and (words := _event_words(scenario, event)):
            found.append((moved, Ground(record.number, event.turn, words)))
    largest = sorted(found, key=lambda one: -one[0])[:MOST]
    return tuple(sorted((ground for _, ground in largest), key=lambda one: -one.number))


def _leaves(condition: Condition) -> Iterator[Condition]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            yield condition


def _counts(counted: ActCount, act: ActResolved) -> bool:
    return (
        act.rung >= counted.rung
        and counted.by in {None, act.actor}
        and counted.target in {None, act.order.target}
        and counted.front in {None, act.front}
        and counted.move in {None, act.order.move}
    )


def _event_words(scenario: Scenario, event: ActResolved | SystemSettled) -> str:
    if isinstance(event, SystemSettled):
        return event.words
    name = scenario.actor[event.actor].name
    target = event.order.target
    aim = f" against {scenario.actor[target].name}" if target else ""
    return f"{name}{aim}: {act_words(scenario, event)}"


def _counted(scenario: Scenario, counted: ActCount) -> str:
    """The acts that a condition counts, as one of them."""
    who = _name(scenario, counted.by or "") or "anybody"
    whom = f" against {_name(scenario, counted.target)}" if counted.target else ""
    move = scenario.move.get(counted.move) if counted.move else None
    what = f"“{move.name}”" if move else f"an act of R{counted.rung:g} or above"
    span = f" within {counted.within_turns} turns" if counted.within_turns else ""
    return f"{what} by {who}{whom}{span}"


def _measured(scenario: Scenario, measure: Measure) -> str:
    """A comparison in words; a mark that is set or not needs no number."""
    name = variable_name(measure.variable)
    words = name[:1].lower() + name[1:]
    names = [_name(scenario, one) for one in (measure.first, measure.second) if one]
    value = number_text(measure.variable, measure.value)
    if value == "yes":
        mark = _MARKS.get(measure.variable)
        plain = f"{words} ({', '.join(names)})" if names else words
        return mark.format(*names) if mark else plain
    if names:
        words += f" of {names[0]}" if len(names) == 1 else f" ({', '.join(names)})"
    return f"{words} is {_WORDS[measure.compare]} {value}"


def _name(scenario: Scenario, name: str) -> str:
    for actor in scenario.actors:
        if actor.id == name:
            return actor.name
    for front in scenario.fronts:
        if front.id == name:
            return front.name
    return name


def _span(variable: str) -> float:
    found = BY_NAME.get(variable)
    return max(1e-9, min(found.high - found.low, 100.0)) if found else 1.0
