"""Actors and relations, as the model has them, out of checked files."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.model.actors import Actor, Doctrine, Objective, Place, RedLine, Relation, Role
from wargame.model.ids import ActorId, SourceId
from wargame.scenarios.building_parts import condition, front_or_none
from wargame.scenarios.files.actors_file import ActorPart, DoctrinePart, RedLinePart
from wargame.scenarios.files.other_files import RelationPart

_PASSIVE = Doctrine(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "")
"""For actors in the background that control plays: it does nothing by itself."""


def in_order(parts: Iterable[ActorPart]) -> list[ActorPart]:
    """Actors in the scenario's order: playable ones first, otherwise as written."""
    return sorted(parts, key=lambda part: not part.playable)


def actor(part: ActorPart, briefing: str) -> Actor:
    """One actor with the text of its briefing."""
    return Actor(
        id=ActorId(part.id),
        name=part.name,
        common_name=part.common_name,
        abstract_name=part.abstract_name,
        camp=part.camp,
        playable=part.playable,
        initiative=part.initiative,
        borders=tuple(map(ActorId, part.borders)),
        roles=tuple(Role(role.title, role.task) for role in part.roles),
        objectives=tuple(
            Objective(
                id=objective.id,
                text=objective.text,
                holds=condition(objective.holds) if objective.holds else None,
                lost=condition(objective.lost) if objective.lost else None,
                weight=float(objective.weight),
            )
            for objective in part.objectives
        ),
        red_lines=tuple(map(_red_line, part.red_lines)),
        doctrine=_doctrine(part.doctrine) if part.doctrine else _PASSIVE,
        briefing=briefing,
        sources=tuple(map(SourceId, part.sources)),
        place=Place(float(part.place.lon), float(part.place.lat)) if part.place else None,
    )


def _red_line(part: RedLinePart) -> RedLine:
    return RedLine(
        id=part.id,
        text=part.text,
        rung=float(part.rung),
        by=tuple(map(ActorId, part.by)),
        front=front_or_none(part.front),
        against=tuple(map(ActorId, part.against)),
        promise=part.promise,
        public=part.public,
    )


def _doctrine(part: DoctrinePart) -> Doctrine:
    return Doctrine(
        reply_ratio=float(part.reply_ratio),
        opportunism=float(part.opportunism),
        ceiling=float(part.ceiling),
        routine=float(part.routine),
        solidarity=float(part.solidarity),
        telegraphs=float(part.telegraphs),
        notes=part.notes,
    )


def relation(part: RelationPart) -> Relation:
    """One relation."""
    return Relation(
        first=ActorId(part.first),
        second=ActorId(part.second),
        kind=part.kind,
        front=front_or_none(part.front),
        home_front=front_or_none(part.home_front),
        note=part.note,
        sources=tuple(map(SourceId, part.sources)),
    )
