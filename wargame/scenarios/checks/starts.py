"""Start points: values in range, a past before the first day, moves that can be going on."""

from __future__ import annotations

from wargame.model.moves import Lasting
from wargame.scenarios.checks.variables import check_address, check_range, variable_named
from wargame.scenarios.files.scenario_file import StartPart
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review
from wargame.scenarios.targets import actors_of, targets_of, ties_of

KIND = "scenario"


def check_starts(review: Review) -> None:
    """Every start point."""
    scenario = review.files.scenario
    if scenario is not None and not scenario.starts:
        message = "the scenario needs at least one start point"
        review.findings.add(KIND, ("starts",), message, key=True)
    for n, start in enumerate(scenario.starts if scenario else []):
        path: Path = ("starts", n)
        _check_values(review, start, path)
        _check_past(review, start, path)
        _check_ongoing(review, start, path)


def _check_values(review: Review, start: StartPart, path: Path) -> None:
    for address, part in start.values.items():
        where = (*path, "values", address)
        review.check_sources(part.sources, KIND, where)
        name, *names = address.split(".")
        variable = variable_named(review, name, KIND, where, key=True)
        if variable is None:
            continue
        check_address(review, variable, tuple(names), KIND, where, words=("*",))
        check_range(review, variable, part.value, KIND, (*where, "value"))


def _check_past(review: Review, start: StartPart, path: Path) -> None:
    for n, act in enumerate(start.past):
        where = (*path, "past", n)
        review.check_name("actor", act.actor, KIND, (*where, "actor"))
        review.check_name("actor", act.target, KIND, (*where, "target"))
        review.check_name("front", act.front, KIND, (*where, "front"))
        review.check_rung(act.rung, KIND, (*where, "rung"))
        review.check_sources(act.sources, KIND, where)
        if not act.sources:
            review.findings.add(KIND, where, "a fact needs a source; name one of sources.yaml")
        if act.day > start.day:
            message = f"{act.day} lies after the first day of the start point, {start.day}"
            review.findings.add(KIND, (*where, "day"), message)


def _check_ongoing(review: Review, start: StartPart, path: Path) -> None:
    moves = {move.id: move for move in review.moves}
    actors = review.cast
    ties = ties_of(review.files.relations.relations) if review.files.relations else None
    for n, act in enumerate(start.ongoing):
        where = (*path, "ongoing", n)
        review.check_name("actor", act.actor, KIND, (*where, "actor"))
        review.check_name("actor", act.target, KIND, (*where, "target"))
        review.check_name("move", act.move, KIND, (*where, "move"))
        move = moves.get(act.move)
        if move is None or not actors:
            continue
        if move.lasting is Lasting.EVENT:
            message = f"{act.move} is an event and cannot be going on"
            review.findings.add(KIND, (*where, "move"), message)
        if act.actor in actors and act.actor not in actors_of(move.who, actors):
            message = f"{act.actor} may not make {act.move}"
            review.findings.add(KIND, (*where, "actor"), message)
        elif act.target and act.target in actors and ties is not None:
            possible = targets_of(move.targets, [act.actor], actors, ties)
            if act.target not in possible:
                message = f"{act.move} of {act.actor} cannot be aimed at {shown(act.target)}"
                review.findings.add(KIND, (*where, "target"), message)
        if not act.target and move.targets:
            message = f"{act.move} needs a target"
            review.findings.add(KIND, where, message)
