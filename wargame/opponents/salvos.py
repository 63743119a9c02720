"""What a computer seat launches: the number that a move offers first, as far as the stock goes."""

from __future__ import annotations

from wargame.model.ids import ActorId, Weapon
from wargame.model.moves import Move
from wargame.model.scenario import Scenario
from wargame.model.world import World


def offered_salvo(
    scenario: Scenario, world: World, seat: ActorId, move: Move
) -> tuple[tuple[Weapon, int], ...]:
    """The salvo that a move offers first, held to what the seat has left; empty without weapons."""
    if move.salvo is None:
        return ()
    read, values = scenario.layout.read, world.published
    stock = [
        (weapon, min(count, int(read(values, "stock", seat, weapon))))
        for weapon, count in zip(move.salvo.classes, move.salvo.default, strict=True)
    ]
    return tuple(pair for pair in stock if pair[1] > 0)
