"""Whom a move can be aimed at: words such as “rivals” become actors by way of the relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wargame.scenarios.files.other_files import RelationPart

EVERYONE = "*"


def actors_of(who: Iterable[str], actors: Sequence[str]) -> tuple[str, ...]:
    """Who may make a move, in the scenario's order; ``*`` is everyone."""
    named = set(who)
    return tuple(actor for actor in actors if actor in named or EVERYONE in named)


def targets_of(
    targets: Sequence[str],
    who: Sequence[str],
    actors: Sequence[str],
    relations: Sequence[RelationPart],
) -> tuple[str, ...]:
    """Whom a move can be aimed at, in the scenario's order.

    The union over all who may make it, because whether a pair fits is decided anew for each order.
    An actor is among them only if another one may aim at it.

    Args:
        targets: Ids and words as written.
        who: Who may make the move.
        actors: Every actor, in the scenario's order.
        relations: What ties them.
    """
    found: set[str] = set()
    for own in who:
        for target in targets:
            found |= set(_meant(target, own, actors, relations)) - {own}
    return tuple(actor for actor in actors if actor in found)


def _meant(
    target: str, own: str, actors: Sequence[str], relations: Sequence[RelationPart]
) -> Iterable[str]:
    if target == EVERYONE:
        return actors
    if target in {"rivals", "proxies", "patrons", "partners", "mediators"}:
        return {
            other
            for relation in relations
            for side, other, first in (
                (relation.first, relation.second, True),
                (relation.second, relation.first, False),
            )
            if side == own and _is(target, relation.kind, own_is_first=first)
        }
    return (target,)


def _is(word: str, kind: str, *, own_is_first: bool) -> bool:
    """Whether a relation makes the other side what the word says."""
    if word == "rivals":
        return kind == "rivals"
    if word == "proxies":
        return kind == "patron-proxy" and own_is_first
    if word == "patrons":
        return kind in {"patron-proxy", "patron-partner"} and not own_is_first
    if word == "partners":
        return kind == "allies" or (kind == "patron-partner" and own_is_first)
    return kind == "mediation"
