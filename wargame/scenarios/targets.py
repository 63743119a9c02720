"""Whom a move can be aimed at: words such as “rivals” become actors by way of the relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wargame.scenarios.files.other_files import RelationPart

EVERYONE = "*"
RELATION_WORDS = ("rivals", "proxies", "patrons", "partners", "mediators")
"""The words that stand for actors by their relation to the one who acts."""

Ties = Mapping[tuple[str, str], frozenset[str]]
"""For an actor and a word, the actors that the word means for it."""


def ties_of(relations: Iterable[RelationPart]) -> Ties:
    """Whom each word means for each actor.

    Rivals, allies and the two sides of a mediation are so for one another; the first side of a
    patronage is the patron, the second its proxy or partner.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for relation in relations:
        first, second = relation.first, relation.second
        for_first, for_second = _WORDS_BY_KIND.get(relation.kind, ("", ""))
        found.setdefault((first, for_first), set()).add(second)
        found.setdefault((second, for_second), set()).add(first)
    return {key: frozenset(others) for key, others in found.items()}


_WORDS_BY_KIND = {
    "rivals": ("rivals", "rivals"),
    "allies": ("partners", "partners"),
    "mediation": ("mediators", "mediators"),
    "patron-proxy": ("proxies", "patrons"),
    "patron-partner": ("partners", "patrons"),
}
"""What the second side is for the first, and the first for the second."""


def actors_of(who: Iterable[str], actors: Sequence[str]) -> tuple[str, ...]:
    """Who may make a move, in the scenario's order; ``*`` is everyone."""
    named = set(who)
    return tuple(actor for actor in actors if actor in named or EVERYONE in named)


def targets_of(
    targets: Iterable[str], who: Sequence[str], actors: Sequence[str], ties: Ties
) -> tuple[str, ...]:
    """Whom a move can be aimed at, in the scenario's order.

    The union over all who may make it, because whether a pair fits is decided anew for each order.
    An actor is among them only if another one may aim at it.

    Args:
        targets: Ids and words as written.
        who: Who may make the move.
        actors: Every actor, in the scenario's order.
        ties: Whom each word means for each actor.
    """
    found: set[str] = set()
    for target in set(targets):
        for own in who:
            if target == EVERYONE:
                meant: Iterable[str] = actors
            else:
                meant = (
                    ties.get((own, target), frozenset()) if target in RELATION_WORDS else (target,)
                )
            found.update(other for other in meant if other != own)
    return tuple(actor for actor in actors if actor in found)
