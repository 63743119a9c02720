"""What a student is asked to predict: three events, picked for the turn from the seat's own view.

Only such things are asked as both the log and a rollout can answer in the same words, so that the
student and the engine are measured alike.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from wargame.model.ids import ActorId, Phase
from wargame.model.predictions import Question
from wargame.model.scenario import Scenario
from wargame.model.seat_view import SeatView
from wargame.model.world import World

LARGE: Final = 9.5
"""Rung from which an act counts, as in rollouts: R10 and above (MODEL D9.7)."""

_ACT_TURNS: Final = 3
_TRUCE_TURNS: Final = 3
_RECENT: Final = 3
_NEAR: Final = 0.5
_EDGE: Final = 4.0
"""How near the beginning of a band must be to be asked about; else the index of now is."""


def questions_for(scenario: Scenario, world: World, view: SeatView) -> tuple[Question, ...]:
    """The questions of a turn that is being planned.

    Args:
        scenario: The scenario.
        world: The game, of which only what is published to everybody is read.
        view: What the seat may know.
    """
    if world.phase is not Phase.PLAN:
        return ()
    last = scenario.turns
    turn = world.turn
    asked = [_act(scenario, view, min(turn + _ACT_TURNS - 1, last))]
    index_at = min(turn + 1, last)
    asked.append(Question("index", index_at, _level(scenario, view.index_path[-1])))
    if _truce_holds(scenario, world.published):
        asked.append(_other_act(scenario, view, asked[0], min(turn + _ACT_TURNS - 1, last)))
    else:
        asked.append(Question("truce", min(turn + _TRUCE_TURNS - 1, last)))
    return tuple(question for question in asked if question is not None)


def question_words(scenario: Scenario, question: Question) -> str:
    """A question as a statement that will be true or not."""
    by = f"by the end of turn {question.until}"
    match question.kind:
        case "act":
            actor, target = (
                scenario.actor[one].name if one else "nobody"
                for one in (question.by, question.target)
            )
            return f"{actor} strikes or harms {target} at R{question.level:g} or above {by}"
        case "index":
            return (
                f"The escalation index is {question.level:g} or higher at the end of "
                f"turn {question.until}"
            )
        case "truce":
            return f"A truce holds on some front {by}"


def _act(scenario: Scenario, view: SeatView, until: int) -> Question | None:
    """The act that the seat has most reason to expect: of whoever has aimed at it of late."""
    pair = _against(scenario, view) or _rivals(scenario, view)
    return Question("act", until, 10.0, *pair) if pair else None


def _other_act(
    scenario: Scenario, view: SeatView, first: Question | None, until: int
) -> Question | None:
    """The act that would answer the first."""
    if first is not None and first.target is not None and first.by is not None:
        return Question("act", until, 10.0, first.target, first.by)
    return _act(scenario, view, until)


def _against(scenario: Scenario, view: SeatView) -> tuple[ActorId, ActorId] | None:
    """Who aimed hostile acts at the seat in the last turns, the most often, and the seat."""
    aimed = Counter(
        event.actor
        for event in view.known
        if event.target == view.seat
        and event.actor is not None
        and event.actor != view.seat
        and event.turn > view.turn - _RECENT
        and (event.read_rung or 0.0) > 0.0
    )
    most = max(aimed.values(), default=0)
    for actor in scenario.actors:
        if most and aimed[actor.id] == most:
            return actor.id, view.seat
    return None


def _rivals(scenario: Scenario, view: SeatView) -> tuple[ActorId, ActorId] | None:
    """A rival of the seat and the seat; for a seat without one, the first rivals there are."""
    pairs = [
        (relation.first, relation.second)
        for relation in scenario.relations
        if relation.kind == "rivals"
    ]
    for first, second in pairs:
        if view.seat in {first, second}:
            return (second, first) if view.seat == first else (first, second)
    return pairs[0] if pairs else None


def _level(scenario: Scenario, index: float) -> float:
    """The beginning of a band where one is near; else the index itself, in whole points."""
    edges = [band.index_from for band in scenario.bands if band.index_from > 0.0]
    nearest = min(edges, key=lambda edge: abs(edge - index), default=index)
    return nearest if abs(nearest - index) <= _EDGE else float(round(index))


def _truce_holds(scenario: Scenario, values: bytes) -> bool:
    return any(scenario.layout.read(values, "truce", f.id) > _NEAR for f in scenario.fronts)
