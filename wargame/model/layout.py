"""Where each number of a world lies in memory.

The world's numbers are one flat run of float64. This file says which number is which, without
NumPy, so that the window can read a gauge before anything heavy is imported; ``engine/law`` gives
the same run named arrays. Every supported machine is little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wargame.model.ids import ActorId, FrontId, Layer, Weapon
from wargame.model.variables import VARIABLES, Scope

_DOUBLE = struct.Struct("<d")


@dataclass(frozen=True, slots=True)
class Address:
    """One number of the world: which variable, of whom, towards whom.

    Attributes:
        variable: Name of the variable.
        first: Actor or front it belongs to; empty for the world as a whole.
        second: Other actor, weapon class or layer; empty where there is none.
    """

    variable: str
    first: str = ""
    second: str = ""


@dataclass(frozen=True)
class Layout:
    """Where each number of a world lies, for one set of actors and fronts.

    Attributes:
        actors: Every actor, playable first, in the scenario's order.
        fronts: Every front, in the scenario's order.
    """

    actors: tuple[ActorId, ...]
    fronts: tuple[FrontId, ...]

    def axes(self, scope: Scope) -> tuple[tuple[str, ...], ...]:
        """The names along each axis of a variable of this scope, outermost first."""
        return {
            Scope.GLOBAL: (),
            Scope.ACTOR: (self.actors,),
            Scope.PAIR: (self.actors, self.actors),
            Scope.FRONT: (self.fronts,),
            Scope.WEAPON: (self.actors, tuple(Weapon)),
            Scope.LAYER: (self.actors, tuple(Layer)),
        }[scope]

    def shape(self, scope: Scope) -> tuple[int, ...]:
        """The lengths of the axes of a variable of this scope."""
        return tuple(len(axis) for axis in self.axes(scope))

    @property
    def size(self) -> int:
        """How many numbers a world holds."""
        return len(self.addresses)

    def offset(self, variable: str, first: str = "", second: str = "") -> int:
        """The place of one number, counted from 0.

        Raises:
            KeyError: The variable, or a name along one of its axes, does not exist.
        """
        return self.places[variable, first, second]

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The address of every number, in the order in which they lie."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Address]:
        for variable in VARIABLES:
            axes = self.axes(variable.scope)
            if not axes:
                yield Address(variable.name)
            elif len(axes) == 1:
                for first in axes[0]:
                    yield Address(variable.name, first)
            else:
                for first in axes[0]:
                    for second in axes[1]:
                        yield Address(variable.name, first, second)

    @cached_property
    def places(self) -> dict[tuple[str, str, str], int]:
        """The offset of every number by variable, first and second name."""
        return {(a.variable, a.first, a.second): at for at, a in enumerate(self.addresses)}

    def read(self, values: bytes, variable: str, first: str = "", second: str = "") -> float:
        """One number out of a world's values (little-endian float64)."""
        return float(_DOUBLE.unpack_from(values, 8 * self.places[variable, first, second])[0])
