"""How a team reads what it saw: its own word first, blank while it may still give one, and the
engine's estimate where nobody did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.seat_view import KnownEvent
from wargame.model.world import World


def as_read(
    world: World, seat: ActorId, known: Iterable[tuple[int, KnownEvent]]
) -> tuple[KnownEvent, ...]:
    """What a seat knows, with the rungs at which it reads each act.

    Args:
        world: The state.
        seat: Whose view it is.
        known: Each thing with its event's number in the log; 0 for what is no event of the game.
    """
    own = {p.act: p for p in world.perceptions if p.seat == seat}
    has_people = world.seat(seat).controller is Controller.PEOPLE
    # What merely goes on was read when it began.
    old = {
        number
        for turn in world.turns[max(world.published_turn - 1, 0) : world.published_turn]
        for number, act in turn
        if isinstance(act, ActResolved) and act.goes_on
    }
    found = []
    for origin, event in known:
        if event.turn < 1 or event.how == "own" or event.read_rung is None or not origin:
            found.append(event)
        elif origin in own:
            mine = own[origin]
            found.append(replace(event, read_rung=mine.rung, reading="ours", crosses=mine.line))
        elif has_people and origin not in old and asks_for(world, event.turn):
            found.append(replace(event, read_rung=None, reading="asked"))
        else:
            found.append(event)
    return tuple(found)


def asks_for(world: World, turn: int) -> bool:
    """Whether readings of a turn's acts are asked for: from its outcome to the next lock."""
    if turn != world.published_turn:
        return False
    if world.phase in {Phase.OUTCOME, Phase.ENDED}:
        return world.turn == turn
    return world.turn == turn + 1 and world.phase in {Phase.BRIEF, Phase.PLAN}
