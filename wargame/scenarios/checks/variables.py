"""State variables as files name them: known, with as many names as their scope asks for."""

from __future__ import annotations

from collections.abc import Collection

from wargame.model.ids import Layer, Weapon
from wargame.model.variables import BY_NAME, Scope, Variable
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.review import Review

AXES: dict[Scope, tuple[str, ...]] = {
    Scope.GLOBAL: (),
    Scope.ACTOR: ("actor",),
    Scope.PAIR: ("actor", "actor"),
    Scope.FRONT: ("front",),
    Scope.WEAPON: ("actor", "weapon class"),
    Scope.LAYER: ("actor", "layer"),
}
"""What each name after a variable's name is."""


def variable_named(
    review: Review, name: str, kind: str, path: Path, *, key: bool
) -> Variable | None:
    """The variable of a name; a fault with near names when there is none."""
    variable = BY_NAME.get(name)
    if variable is None:
        hint = review.findings.near(name, BY_NAME)
        review.findings.add(kind, path, f"there is no variable {shown(name)}{hint}", key=key)
    return variable


def asks_for(variable: Variable) -> str:
    """How a variable's address is written, such as ``debt.ACTOR.ACTOR``."""
    axes = (axis.upper().replace(" ", "_") for axis in AXES[variable.scope])
    return ".".join((variable.name, *axes))


def check_address(
    review: Review,
    variable: Variable,
    names: tuple[str, ...],
    kind: str,
    path: Path,
    *,
    words: tuple[str, ...],
    offsets: tuple[int, ...] = (),
) -> bool:
    """Whether the names after a variable's name fit it.

    Args:
        review: The reading.
        variable: The variable.
        names: What stands after its name.
        kind: The document.
        path: Where it is written.
        words: Words that may stand for an actor, ``front`` for a front, or ``*`` for everything.
        offsets: Where each name begins in a text; empty when the address is a key.
    """
    axes = AXES[variable.scope]
    as_key = not offsets
    if len(names) != len(axes):
        found = shown(".".join((variable.name, *names)))
        written = asks_for(variable) if axes else "by itself, without names"
        message = f"{variable.name} is written {written}; found {found}"
        review.findings.add(kind, path, message, key=as_key)
        return False
    good = True
    for n, (axis, name) in enumerate(zip(axes, names, strict=True)):
        fits = name == "*" or axis == ("front" if name == "front" else "actor")
        if name in words and fits:
            continue
        known = known_on(review, axis)
        if known is not None and name not in known:
            hint = review.findings.near(name, known)
            offset = offsets[n] if offsets else 0
            message = f"there is no {axis} {shown(name)}{hint}"
            review.findings.add(kind, path, message, key=as_key, offset=offset)
            good = False
    if axes == ("actor", "actor") and names[0] == names[1] and names[0] not in words:
        message = f"{variable.name} lies between two actors, not between {names[0]} and itself"
        review.findings.add(kind, path, message, key=as_key)
        return False
    return good


def known_on(review: Review, axis: str) -> Collection[str] | None:
    """The names along an axis; None when they cannot be known."""
    if axis == "weapon class":
        return tuple(Weapon)
    if axis == "layer":
        return tuple(Layer)
    return review.names.of(axis)


def check_range(
    review: Review, variable: Variable, value: float, kind: str, path: Path, offset: int = 0
) -> None:
    """A value lies in the variable's range."""
    if not variable.low <= value <= variable.high:
        review.findings.add(
            kind,
            path,
            f"{value:g} is outside the range of {variable.name}, "
            f"{variable.low:g} to {variable.high:g}",
            offset=offset,
        )
