"""The world's numbers as one seat may know them: what a computer seat is given to decide from.

Its own rows stay, what is public stays, and what both sides of a tie know stays. Everything else is
replaced by the registry's start value, so an opponent cannot use what a person in its seat could
not have seen.
"""

from __future__ import annotations

import struct
from functools import lru_cache

from wargame.model.ids import ActorId
from wargame.model.layout import Address, Layout
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME, Scope
from wargame.model.world import World

PUBLIC_OF_ACTORS = frozenset(
    {
        "vows",
        "election_turns",
        "alert",
        "collapsed",
        "fallen",
        "economy",
        "legitimacy",
        "prestige",
        "deaths",
        "displaced",
        "captives",
        "arsenal",
    }
)
"""Numbers of an actor that everybody can see or read about."""

PUBLIC_OF_PAIRS = frozenset({"heat", "precedent", "boldness", "support", "pact", "last_rung"})
"""Numbers of a pair that everybody can see: what was done, and what was promised in public."""

SHARED_BY_PAIRS = frozenset(
    {
        "warned_line",
        "channel",
        "trust",
        "alignment",
        "autonomy",
        "resupply",
        "leverage",
        "deferral",
        "accepted",
        "deferral_days",
        "attribution",
    }
)
"""Numbers of a tie that both of its sides know: each sees whether the other listens and answers."""


def known_values(scenario: Scenario, world: World, seat: ActorId) -> bytes:
    """The published numbers with everything hidden from a seat at its registry start value."""
    numbers = list(struct.unpack(f"<{scenario.layout.size}d", world.published))
    for at, start in hidden_from(scenario.layout, seat):
        numbers[at] = start
    return struct.pack(f"<{len(numbers)}d", *numbers)


@lru_cache(maxsize=64)
def hidden_from(layout: Layout, seat: ActorId) -> tuple[tuple[int, float], ...]:
    """Places of the numbers that a seat may not know, with what it takes them for."""
    return tuple(
        (at, BY_NAME[address.variable].start)
        for at, address in enumerate(layout.addresses)
        if not is_known(address, seat)
    )


def is_known(address: Address, seat: ActorId) -> bool:
    """Whether a seat may know a number."""
    name = address.variable
    scope = BY_NAME[name].scope
    if scope in {Scope.GLOBAL, Scope.FRONT} or address.first == seat:
        return True
    if scope is Scope.ACTOR:
        return name in PUBLIC_OF_ACTORS
    if scope is Scope.PAIR:
        return name in PUBLIC_OF_PAIRS or (name in SHARED_BY_PAIRS and address.second == seat)
    return False
