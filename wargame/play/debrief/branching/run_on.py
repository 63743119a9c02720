"""A branch played to its end once, by computers in every seat, event by event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wargame.engine.adjudicate import adjudicate
from wargame.model.events import Event, GameEnded, OrdersSealed, PhaseBegan, SeatChanged
from wargame.model.happenings import ActResolved
from wargame.model.ids import Controller, Phase
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.computer_seats import COMPUTERS, Deciders
from wargame.play.debrief.branching.changed_turn import ChangedTurn
from wargame.play.debrief.branching.telling import Telling
from wargame.play.publishing import publishing_events

Told = Callable[[int, int], None]
"""Hears how many turns of how many are done; raises where nobody waits any more."""


@dataclass(frozen=True, slots=True)
class RunOn:
    """A branch that was played on.

    Attributes:
        events: Its own events from the change to the end.
        world: The world at its end.
        index: The index before the changed turn and after each turn from it on.
        killed: People killed from the changed turn on (count).
    """

    events: tuple[Event, ...]
    world: World
    index: tuple[float, ...]
    killed: int


def run_on(changed: ChangedTurn, told: Told = lambda _done, _total: None) -> RunOn:
    """Plays a branch to its end.

    Args:
        changed: The turn with its change.
        told: Called before each turn and while a seat decides; an error that it raises ends it.
    """
    scenario, turn = changed.scenario, changed.played.turn
    telling = Telling(scenario, changed.world)
    _publish(telling)
    computers = [_by_computer(seat) for seat in telling.world.seats]
    telling.take_all(
        SeatChanged(seat) for seat in computers if seat != telling.world.seat(seat.actor)
    )
    settings = telling.world.settings
    deciders = Deciders(scenario, settings.start, settings.noise)
    total = scenario.turns - turn + 1
    done = 1

    def check() -> None:
        told(done, total)

    while telling.world.outcome is None and telling.world.turn < scenario.turns:
        done = telling.world.turn - turn + 1
        check()
        now = telling.world.turn + 1
        telling.take(PhaseBegan(now, Phase.BRIEF), PhaseBegan(now, Phase.PLAN))
        sheets = deciders.sheets(telling.world, computers, lambda _done, _total: check())
        telling.take_all(OrdersSealed(seat, sheet) for seat, sheet in sheets.items())
        telling.take(PhaseBegan(now, Phase.ADJUDICATE))
        telling.take_all(adjudicate(scenario, telling.world))
        _publish(telling)
    told(total, total)
    world = telling.world
    acts = (h for _, h in world.happenings() if isinstance(h, ActResolved) and h.turn >= turn)
    return RunOn(
        events=(*changed.events, *telling.events),
        world=world,
        index=world.index_path[turn - 1 :],
        killed=sum(act.killed for act in acts),
    )


def _publish(telling: Telling) -> None:
    phase = Phase.ENDED if telling.world.outcome is not None else Phase.OUTCOME
    telling.take_all(publishing_events(telling.scenario, telling.world, phase))


def _by_computer(seat: Seat) -> Seat:
    if seat.controller in COMPUTERS:
        return seat
    return replace(seat, controller=Controller.DOCTRINE, players=(), pin="")


def ended(events: tuple[Event, ...]) -> str:
    """How a branch ended, in words; empty where it did not."""
    endings = [event.outcome.words for event in events if isinstance(event, GameEnded)]
    return endings[-1] if endings else ""
