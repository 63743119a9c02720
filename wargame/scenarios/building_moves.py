"""The catalogue of moves, as the model has it, out of checked files."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.model.ids import ActorId, MoveId, SourceId
from wargame.model.moves import Move, Requirement, Salvo
from wargame.scenarios.building_parts import condition, effect, front_or_none
from wargame.scenarios.files.moves_file import MovePart
from wargame.scenarios.targets import Ties, actors_of, targets_of


def move(part: MovePart, actors: Sequence[str], ties: Ties) -> Move:
    """One move; words for targets become actors.

    Args:
        part: The move as written.
        actors: Every actor, in the scenario's order.
        ties: Whom each word for targets means for each actor.
    """
    who = actors_of(part.who, actors)
    salvo = part.salvo
    return Move(
        id=MoveId(part.id),
        category=part.category,
        name=part.name,
        summary=part.summary,
        rung=float(part.rung),
        kahn=part.kahn,
        cameo=part.cameo,
        goldstein=float(part.goldstein),
        rivera=part.rivera,
        hostility=part.hostility,
        lasting=part.lasting,
        step=part.step,
        resolution=part.resolution,
        political=float(part.cost.political),
        material=float(part.cost.material),
        preparation=part.preparation,
        deniability=float(part.deniability),
        who=tuple(map(ActorId, who)),
        targets=tuple(map(ActorId, targets_of(part.targets, who, actors, ties))),
        front=front_or_none(part.front),
        home_soil=part.home_soil,
        joint=part.joint,
        salvo=Salvo(tuple(salvo.classes), tuple(salvo.default), salvo.largest) if salvo else None,
        requires=tuple(Requirement(condition(r.when), r.code, r.reason) for r in part.requires),
        effects=tuple(map(effect, part.effects)),
        tags=frozenset(part.tags),
        precedent=part.precedent,
        precedent_day=part.precedent_day,
        sources=tuple(map(SourceId, part.sources)),
    )
