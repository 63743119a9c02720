"""Injects: somebody reads them, and their effects know whose numbers they change."""

from __future__ import annotations

from wargame.scenarios.checks.conditions import check_condition
from wargame.scenarios.checks.effects import NEEDS_ACTOR, NEEDS_TARGET, check_effect
from wargame.scenarios.files.other_files import InjectPart
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review

KIND = "injects"


def check_injects(review: Review) -> None:
    """Every inject."""
    for n, inject in enumerate(review.files.injects.injects if review.files.injects else []):
        path: Path = (KIND, n)
        _check_readers(review, inject, path)
        check_condition(review, inject.when, KIND, (*path, "when"), by_control=True)
        review.check_name("actor", inject.first, KIND, (*path, "first"))
        review.check_name("actor", inject.second, KIND, (*path, "second"))
        review.check_name("front", inject.front, KIND, (*path, "front"))
        review.check_sources(inject.sources, KIND, path)
        if not inject.invented and not inject.sources:
            message = "an inject that is not invented is a fact and needs a source"
            review.findings.add(KIND, (*path, "invented"), message)
        if inject.first and inject.first == inject.second:
            message = f"first and second are both {inject.first}"
            review.findings.add(KIND, (*path, "second"), message)
        for k, effect in enumerate(inject.effects):
            where = (*path, "effects", k)
            check_effect(review, effect, KIND, where)
            _check_sides(review, inject, effect.of, (*where, "of"))
    for n, answer in enumerate(review.files.injects.answers if review.files.injects else []):
        review.check_sources(answer.sources, KIND, ("answers", n))


def _check_readers(review: Review, inject: InjectPart, path: Path) -> None:
    for k, name in enumerate(inject.to):
        where = (*path, "to", k)
        known = review.check_name("actor", name, KIND, where)
        if known and review.names.actors and name not in review.names.playable:
            review.findings.add(KIND, where, f"{name} has no seat, so nobody would read this there")
        if name in inject.to[:k]:
            review.findings.add(KIND, where, f"{name} is named twice")


def _check_sides(review: Review, inject: InjectPart, of: str, path: Path) -> None:
    missing = [
        key
        for key, needed, given in (
            ("first", of in NEEDS_ACTOR, inject.first),
            ("second", of in NEEDS_TARGET, inject.second),
            ("front", of == "front", inject.front),
        )
        if needed and not given
    ]
    for key in missing:
        message = f"the effect is of {of}, but the inject has no key “{key}” that says which"
        review.findings.add(KIND, path, message)
