"""Actors and what ties them: seats that can be played, lines on the ladder, pairs that are two."""

from __future__ import annotations

from wargame.scenarios.checks.conditions import check_condition
from wargame.scenarios.files.actors_file import ActorPart
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review

KIND = "actors"


def check_actors(review: Review) -> None:
    """Every actor."""
    for n, actor in enumerate(review.actors):
        path: Path = (KIND, n)
        review.check_sources(actor.sources, KIND, path)
        review.check_names("actor", actor.borders, KIND, (*path, "borders"))
        if actor.id in actor.borders:
            at = actor.borders.index(actor.id)
            review.findings.add(KIND, (*path, "borders", at), f"{actor.id} does not border itself")
        if actor.playable:
            _check_seat(review, actor, path)
        _check_lines(review, actor, path)
        for k, objective in enumerate(actor.objectives):
            where = (*path, "objectives", k)
            check_condition(review, objective.holds, KIND, (*where, "holds"))
            check_condition(review, objective.lost, KIND, (*where, "lost"))
        if actor.doctrine is not None:
            where = (*path, "doctrine")
            review.check_rung(actor.doctrine.ceiling, KIND, (*where, "ceiling"))
            review.check_rung(actor.doctrine.routine, KIND, (*where, "routine"))
    if review.files.actors and not review.names.playable:
        review.findings.add(KIND, (KIND,), "no actor is playable", key=True)


def _check_seat(review: Review, actor: ActorPart, path: Path) -> None:
    """A playable actor has what its team needs; its briefing is checked with the briefings."""
    if not actor.roles:
        message = f"{actor.id} is playable but has no roles for its players"
        review.findings.add(KIND, (*path, "playable"), message)
    if actor.doctrine is None:
        message = f"{actor.id} is playable but has no doctrine for a computer to play it by"
        review.findings.add(KIND, (*path, "playable"), message)


def _check_lines(review: Review, actor: ActorPart, path: Path) -> None:
    for k, line in enumerate(actor.red_lines):
        where = (*path, "red_lines", k)
        if line.rung > review.top_rung:
            review.findings.add(
                KIND,
                (*where, "rung"),
                f"a red line at rung {line.rung:g} is above the ladder, "
                f"which ends at R{review.top_rung}",
            )
        review.check_names("actor", line.by, KIND, (*where, "by"))
        review.check_names("actor", line.against, KIND, (*where, "against"))
        review.check_name("front", line.front, KIND, (*where, "front"))


def check_relations(review: Review) -> None:
    """Every relation: two different actors, said once."""
    relations = review.files.relations.relations if review.files.relations else []
    seen: dict[tuple[str, ...], int] = {}
    for n, relation in enumerate(relations):
        path: Path = ("relations", n)
        review.check_name("actor", relation.first, "relations", (*path, "first"))
        review.check_name("actor", relation.second, "relations", (*path, "second"))
        review.check_name("front", relation.front, "relations", (*path, "front"))
        review.check_name("front", relation.home_front, "relations", (*path, "home_front"))
        review.check_sources(relation.sources, "relations", path)
        if relation.first == relation.second:
            message = f"{shown(relation.first)} cannot have a relation with itself"
            review.findings.add("relations", (*path, "second"), message)
        pair = (relation.kind, *sorted((relation.first, relation.second)))
        if pair in seen:
            message = (
                f"{relation.first} and {relation.second} are {relation.kind} already, "
                f"in entry {seen[pair] + 1}"
            )
            review.findings.add("relations", path, message)
        seen.setdefault(pair, n)
