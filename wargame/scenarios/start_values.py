"""Starting values: addresses with ``*`` become one value for each name, and later ones win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from wargame.model.actors import StartValue
from wargame.model.ids import Layer, SourceId, Weapon
from wargame.model.variables import BY_NAME, Scope
from wargame.scenarios.files.scenario_file import ValuePart


def start_values(
    written: Mapping[str, ValuePart], actors: Sequence[str], fronts: Sequence[str]
) -> tuple[StartValue, ...]:
    """The starting values that an author's addresses stand for.

    Args:
        written: Values by address, in the order of the file; a later one replaces an earlier one.
        actors: Every actor, in the scenario's order.
        fronts: Every front, in the scenario's order.

    Returns:
        One value for each address at most; pairs of an actor with itself have none.
    """
    found: dict[tuple[str, str, str], StartValue] = {}
    for address, part in written.items():
        variable, *names = address.split(".")
        for first, second in _addresses(BY_NAME[variable].scope, names, actors, fronts):
            found[variable, first, second] = StartValue(
                variable=variable,
                first=first,
                second=second,
                value=float(part.value),
                note=part.note,
                sources=tuple(map(SourceId, part.sources)),
            )
    return tuple(found.values())


def _addresses(
    scope: Scope, names: Sequence[str], actors: Sequence[str], fronts: Sequence[str]
) -> Iterable[tuple[str, str]]:
    axes: dict[Scope, tuple[Sequence[str], ...]] = {
        Scope.GLOBAL: (),
        Scope.ACTOR: (actors,),
        Scope.PAIR: (actors, actors),
        Scope.FRONT: (fronts,),
        Scope.WEAPON: (actors, tuple(Weapon)),
        Scope.LAYER: (actors, tuple(Layer)),
    }
    meant = [
        axis if name == "*" else (name,) for axis, name in zip(axes[scope], names, strict=True)
    ]
    for chosen in product(*meant):
        first, second = (*chosen, "", "")[:2]
        if scope is not Scope.PAIR or first != second:
            yield str(first), str(second)
