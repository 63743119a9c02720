"""Effects: a variable that exists, of somebody whom it can belong to, by an amount that can be."""

from __future__ import annotations

from wargame.model.ids import Layer, Weapon
from wargame.model.moves import Change, EffectOf
from wargame.model.variables import Scope, Variable
from wargame.scenarios.checks.variables import check_range, variable_named
from wargame.scenarios.files.effects_part import EffectPart
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review

_ONE: tuple[EffectOf, ...] = ("actor", "target")
_PAIR: tuple[EffectOf, ...] = ("actor-target", "target-actor", "rivals-actor", "proxies-actor")
BELONGS: dict[Scope, tuple[EffectOf, ...]] = {
    Scope.GLOBAL: ("world",),
    Scope.ACTOR: _ONE,
    Scope.PAIR: _PAIR,
    Scope.FRONT: ("front",),
    Scope.WEAPON: _ONE,
    Scope.LAYER: _ONE,
}
"""Whose number a variable of each scope can be."""

NEEDS_ACTOR = frozenset({"actor", "actor-target", "target-actor", "rivals-actor", "proxies-actor"})
NEEDS_TARGET = frozenset({"target", "actor-target", "target-actor"})


def check_effect(review: Review, effect: EffectPart, kind: str, path: Path) -> None:
    """Everything in an effect that does not depend on the move or inject around it."""
    variable = variable_named(review, effect.variable, kind, (*path, "variable"), key=False)
    if variable is None:
        return
    allowed = BELONGS[variable.scope]
    if effect.of not in allowed:
        message = f"{variable.name} is a number of {' or '.join(allowed)}, not of {effect.of}"
        review.findings.add(kind, (*path, "of"), message)
    _check_key(review, variable, effect.key, kind, path)
    _check_amount(review, variable, effect, kind, path)


def _check_key(review: Review, variable: Variable, key: str, kind: str, path: Path) -> None:
    keys: dict[Scope, tuple[str, ...]] = {Scope.WEAPON: tuple(Weapon), Scope.LAYER: tuple(Layer)}
    known = keys.get(variable.scope)
    what = "weapon class" if variable.scope is Scope.WEAPON else "layer"
    if known is None:
        if key:
            message = f"{variable.name} has no weapon class or layer, found {shown(key)}"
            review.findings.add(kind, (*path, "key"), message)
    elif not key:
        message = f"{variable.name} needs a key: a {what}, or * for all"
        review.findings.add(kind, path, message)
    elif key != "*" and key not in known:
        hint = review.findings.near(key, known)
        review.findings.add(kind, (*path, "key"), f"there is no {what} {shown(key)}{hint}")


def _check_amount(
    review: Review, variable: Variable, effect: EffectPart, kind: str, path: Path
) -> None:
    where = (*path, "amount")
    if effect.change in {Change.RAISE_TO, Change.LOWER_TO}:
        check_range(review, variable, effect.amount, kind, where)
    elif effect.change is Change.SCALE and effect.amount < 0:
        review.findings.add(kind, where, f"cannot scale by {effect.amount:g}, which is below 0")
    elif effect.change is Change.CLOSE_GAP:
        if not 0 <= effect.amount <= 1:
            review.findings.add(kind, where, f"the share {effect.amount:g} must lie in 0 to 1")
        check_range(review, variable, effect.towards, kind, (*path, "towards"))
