"""The catalogue: who may make a move, at whom, with what, under which conditions."""

from __future__ import annotations

from wargame.model.moves import Resolution
from wargame.scenarios.checks.conditions import WORDS, check_condition
from wargame.scenarios.checks.effects import NEEDS_TARGET, check_effect
from wargame.scenarios.files.moves_file import MovePart, SalvoPart
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review
from wargame.scenarios.targets import EVERYONE, RELATION_WORDS, Ties, actors_of, targets_of, ties_of

KIND = "moves"
TARGET_WORDS = (EVERYONE, *RELATION_WORDS)


def check_moves(review: Review) -> None:
    """Every move, and that every seat has one."""
    ties = ties_of(review.files.relations.relations) if review.files.relations else None
    for n, move in enumerate(review.moves):
        path: Path = (KIND, n)
        review.check_rung(move.rung, KIND, (*path, "rung"))
        review.check_name("front", move.front, KIND, (*path, "front"))
        review.check_sources(move.sources, KIND, path)
        if move.precedent and not move.sources:
            review.findings.add(
                KIND, (*path, "precedent"), "a precedent is a fact and needs a source"
            )
        _check_who(review, move, path)
        _check_targets(review, move, path, ties)
        _check_salvo(review, move.salvo, move.resolution, path)
        for k, requirement in enumerate(move.requires):
            where = (*path, "requires", k, "when")
            check_condition(review, requirement.when, KIND, where, words=WORDS)
        for k, effect in enumerate(move.effects):
            check_effect(review, effect, KIND, (*path, "effects", k))
    _check_seats_have_moves(review)


def _check_who(review: Review, move: MovePart, path: Path) -> None:
    if not move.who and not review.findings.is_touched(KIND, (*path, "who")):
        review.findings.add(
            KIND, (*path, "who"), "nobody may make this move; name at least one actor"
        )
        return
    named = [name for name in move.who if name != EVERYONE]
    if EVERYONE in move.who and named:
        review.findings.add(KIND, (*path, "who"), "“*” is everyone; nobody else need be named")
    for k, name in enumerate(move.who):
        if name != EVERYONE:
            review.check_name("actor", name, KIND, (*path, "who", k))
        if name in move.who[:k]:
            review.findings.add(KIND, (*path, "who", k), f"{shown(name)} is named twice")


def _check_targets(review: Review, move: MovePart, path: Path, ties: Ties | None) -> None:
    for k, name in enumerate(move.targets):
        if name not in TARGET_WORDS:
            review.check_name("actor", name, KIND, (*path, "targets", k))
        if name in move.targets[:k]:
            review.findings.add(KIND, (*path, "targets", k), f"{shown(name)} is named twice")
    touched = review.findings.is_touched(KIND, (*path, "targets"))
    if move.targets and review.cast and ties is not None and not touched:
        who = actors_of(move.who, review.cast)
        if who and not targets_of(move.targets, who, review.cast, ties):
            words = ", ".join(move.targets)
            message = f"aimed at {shown(words)}, which for {', '.join(who)} is nobody"
            review.findings.add(KIND, (*path, "targets"), message)
    if not move.targets:
        for k, effect in enumerate(move.effects):
            if effect.of in NEEDS_TARGET:
                message = f"the effect is of {effect.of}, but the move has no targets"
                review.findings.add(KIND, (*path, "effects", k, "of"), message)


def _check_salvo(
    review: Review, salvo: SalvoPart | None, resolution: Resolution, path: Path
) -> None:
    if salvo is None:
        if resolution is Resolution.BARRAGE:
            message = "a move resolved as a barrage needs a salvo"
            if not review.findings.is_touched(KIND, (*path, "salvo")):
                review.findings.add(KIND, (*path, "resolution"), message)
        return
    where = (*path, "salvo")
    if review.findings.is_touched(KIND, where):
        return
    if len(salvo.classes) != len(salvo.default):
        message = (
            f"expected {len(salvo.classes)}, one count for each weapon class; "
            f"found {len(salvo.default)}"
        )
        review.findings.add(KIND, (*where, "default"), message)
    if len(set(salvo.classes)) != len(salvo.classes):
        review.findings.add(KIND, (*where, "classes"), "a weapon class is named twice")
    if sum(salvo.default) > salvo.largest:
        message = f"{salvo.largest} is less than the default salvo of {sum(salvo.default)}"
        review.findings.add(KIND, (*where, "largest"), message)


def _check_seats_have_moves(review: Review) -> None:
    if review.files.moves is None or not review.cast:
        return
    able = {name for move in review.moves for name in actors_of(move.who, review.cast)}
    for n, actor in enumerate(review.actors):
        if actor.playable and actor.id not in able:
            message = f"{actor.id} is playable but may make no move of the catalogue"
            review.findings.add("actors", ("actors", n, "playable"), message)
