"""A turn without the law: control writes every outcome, and nothing fades or moves by itself.

Time stands still for the numbers, so that the index moves by control's effects alone. What went on
goes on. Whether the last turn ends the game is asked when its outcome is published.
"""

from __future__ import annotations

from wargame.model.events import Event, StandingChanged
from wargame.model.world import World


def by_hand(world: World) -> tuple[Event, ...]:
    """The events of a locked turn with automatic adjudication off."""
    return (StandingChanged(world.turn, world.standing, ()),)
