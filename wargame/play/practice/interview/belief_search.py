"""The nearest number that an opponent would have had to hold for another choice.

The opponent decides again with one of its numbers put elsewhere and everything else as it was, all
draws included. Distance is counted in shares of a number's range, so that a rung and a probability
can stand beside each other. What is reported has been run; what was not found was tried.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from wargame.engine.known_values import is_known
from wargame.model.ids import ActorId
from wargame.model.interview import Flip, NumberChange, Search
from wargame.model.layout import Address
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.words.number_words import variable_name, whose_words

ABOUT_OTHERS = (
    "belief",
    "red_line_seen",
    "debt",
    "trust",
    "channel",
    "intel",
    "fear",
    "attribution",
    "deferral",
)
"""What a seat holds about another, in the order in which it is told."""

ABOUT_ITSELF = (
    "face",
    "approval",
    "hardline",
    "patience",
    "risk_appetite",
    "reckoning",
    "willingness",
)
"""How a seat takes itself to stand."""

SCALES: dict[str, tuple[float, float]] = {
    "debt": (60.0, 0.1),
    "fear": (1.0, 0.01),
    "red_line_seen": (21.0, 0.1),
    "heat": (60.0, 0.1),
    "front_heat": (60.0, 0.1),
    "vows": (3.0, 1.0),
}
"""Width that counts as a number's whole range, and the step in which it is printed, where they are
not 1 and 0.01. 60 S units answer to nuclear use (MODEL D3)."""

Decide = Callable[[World], Sequence[Order]]
Flips = Callable[[Sequence[Order]], bool]
Tried = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried.

    Attributes:
        points: Values tried each way over a number's range, before closing in.
        closest: Share of the range to which a change is closed in on.
        numbers: Numbers tried at most.
        sheets: Other sheets tried at most.
    """

    points: int
    closest: float
    numbers: int
    sheets: int


FULL = Effort(points=20, closest=0.0, numbers=60, sheets=120)
"""For opponents that decide within milliseconds."""

SPARING = Effort(points=2, closest=0.05, numbers=5, sheets=10)
"""For opponents that play their moves forward, which takes them a second or so."""

FRUGAL = Effort(points=2, closest=0.1, numbers=3, sheets=6)
"""For opponents that look several turns deep, which takes them several seconds."""


def held_numbers(seat: ActorId, others: Sequence[ActorId]) -> Iterator[Address]:
    """The numbers of a seat that a choice may rest on: about these others, then about itself."""
    for other in others:
        for name in ABOUT_OTHERS:
            yield Address(name, seat, other)
    for name in ABOUT_ITSELF:
        yield Address(name, seat, "")


def facts_in_sight(scenario: Scenario, seat: ActorId, other: ActorId) -> Iterator[Address]:
    """What everybody could see when a choice was made, as far as it may bear on it."""
    yield Address("heat", other, seat)
    yield Address("heat", seat, other)
    yield Address("vows", seat, "")
    for front in scenario.layout.fronts:
        yield Address("front_heat", front, "")


def with_number(scenario: Scenario, world: World, address: Address, number: float) -> World:
    """The world with one number put elsewhere, as it is and as it was published."""
    at = 8 * scenario.layout.offset(address.variable, address.first, address.second)
    values, published = bytearray(world.values), bytearray(world.published)
    struct.pack_into("<d", values, at, number)
    struct.pack_into("<d", published, at, number)
    return replace(world, values=bytes(values), published=bytes(published))


def nearest_number(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    addresses: Sequence[Address],
    decide: Decide,
    flips: Flips,
    *,
    effort: Effort = FULL,
    nearer_than: Search | None = None,
    tried: Tried = lambda: None,
) -> Search:
    """The change of one number, smallest in shares of its range, that flips a choice.

    Args:
        scenario: The scenario.
        world: The world in which the choice was made.
        seat: Who chose; numbers that it may not know are passed over.
        addresses: Numbers that may be changed, one at a time.
        decide: The opponent's own decision.
        flips: Whether orders are another choice.
        effort: How much is tried.
        nearer_than: An earlier search; only what lies nearer than its find is looked for.
        tried: Called before every run; an error that it raises passes through.
    """
    search = _NumberSearch(scenario, world, decide, flips, effort, tried)
    if nearer_than is not None and nearer_than.flip is not None:
        search.bound = _share(nearer_than.flip)
    names: list[str] = []
    for address in addresses:
        if len(names) == effort.numbers:
            break
        if scenario.layout.places.get((address.variable, address.first, address.second)) is None:
            continue
        if not is_known(address, seat):
            continue
        names.append(_name(scenario, address))
        search.try_number(address)
    return Search(search.best, tuple(names), search.runs)


class _NumberSearch:
    """A search that goes on from number to number, never farther than the nearest found."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        decide: Decide,
        flips: Flips,
        effort: Effort,
        tried: Tried,
    ) -> None:
        self._scenario, self._world = scenario, world
        self._decide, self._flips = decide, flips
        self._effort, self._tried = effort, tried
        self.best: Flip | None = None
        self.bound = math.inf
        self.runs = 0

    def try_number(self, address: Address) -> None:
        """Look both ways from what the number is."""
        read = self._scenario.layout.read
        before = read(self._world.published, address.variable, address.first, address.second)
        for direction in (1, -1):
            self._try_way(address, before, direction)

    def _try_way(self, address: Address, before: float, direction: int) -> None:
        width, step = SCALES.get(address.variable, (1.0, 0.01))
        values = _values(address, before, direction, width, step)
        stride = max(1, math.ceil(width / step / self._effort.points))
        missed, at = -1, stride - 1
        while missed < len(values) - 1:
            if abs(values[missed + 1] - before) / width >= self.bound:
                return
            at = min(at, len(values) - 1)
            orders = self._run(address, values[at])
            if orders is not None:
                self._close_in(address, before, values, missed, at, orders, width, step)
                return
            missed, at = at, at + stride

    def _close_in(
        self,
        address: Address,
        before: float,
        values: Sequence[float],
        missed: int,
        hit: int,
        orders: Sequence[Order],
        width: float,
        step: float,
    ) -> None:
        """Halve the distance between a value that flips nothing and one that does."""
        closest = max(1, round(self._effort.closest * width / step))
        while hit - missed > closest:
            middle = (missed + hit) // 2
            found = self._run(address, values[middle])
            if found is None:
                missed = middle
            else:
                hit, orders = middle, found
        share = abs(values[hit] - before) / width
        if share < self.bound:
            second, self.bound = address.second, share
            change = NumberChange(
                address.variable, address.first, second, before, values[hit], share
            )
            self.best = Flip(change, tuple(orders))

    def _run(self, address: Address, number: float) -> Sequence[Order] | None:
        """The orders with a number put elsewhere; None where they are the same choice."""
        self._tried()
        self.runs += 1
        orders = self._decide(with_number(self._scenario, self._world, address, number))
        return orders if self._flips(orders) else None


def _values(
    address: Address, before: float, direction: int, width: float, step: float
) -> list[float]:
    """Values as they are printed, from the number outwards, within its range."""
    variable = BY_NAME[address.variable]
    low, high = variable.low, min(variable.high, max(variable.low + width, before))
    first = (
        math.floor(before / step + 1e-9) + 1
        if direction > 0
        else math.ceil(before / step - 1e-9) - 1
    )
    values = []
    at = first
    while low - 1e-9 <= at * step <= high + 1e-9:
        values.append(round(at * step, 4))
        at += direction
    return values


def _share(flip: Flip) -> float:
    return flip.change.share if isinstance(flip.change, NumberChange) else math.inf


def _name(scenario: Scenario, address: Address) -> str:
    variable, first, second = address.variable, address.first, address.second
    name = variable_name(variable).lower()
    if variable in {"heat", "front_heat"}:
        return f"heat {whose_words(scenario, variable, first, second)}"
    return f"{name} ({second})" if second else name
