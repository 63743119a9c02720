"""The one place where a world comes from another: an event in, the next world out.

Opening a save, undo, replay and branching are all this fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wargame.engine.dealings import after_phase, apply_dealing
from wargame.engine.inject_book import book_after
from wargame.engine.ledger_values import changed_values
from wargame.engine.question_book import questions_after
from wargame.engine.ruling_book import RulingEvent, apply_ruling
from wargame.engine.standing_log import standing
from wargame.engine.start import start_world
from wargame.errors import InternalError
from wargame.model.branches import BranchedOff
from wargame.model.dealings import DealingEvent
from wargame.model.events import (
    ActResolved,
    ClockSet,
    Event,
    GameEnded,
    OrderLapsed,
    OrdersSealed,
    OrdersUnsealed,
    OutcomePublished,
    PhaseBegan,
    Record,
    SeatChanged,
    SessionStarted,
    StandingChanged,
    SystemSettled,
    WentBack,
)
from wargame.model.ids import Phase
from wargame.model.injects import InjectEvent
from wargame.model.observing import ObservingEvent
from wargame.model.predictions import PredictingEvent
from wargame.model.questions import QuestionEvent
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World


def fold(scenario: Scenario, records: Sequence[Record]) -> World:
    """The world after a whole log; what going back left out does not count.

    Args:
        scenario: The scenario of the session.
        records: The log from its first event on.

    Raises:
        InternalError: The records do not follow, or there are none to begin with.
    """
    world = fold_line(scenario, standing(records))
    return replace(world, events=len(records))


def fold_line(scenario: Scenario, line: Iterable[Record], world: World | None = None) -> World:
    """The world after a run of records that all count.

    Args:
        scenario: The scenario of the session.
        line: The records of the standing line that follow ``world``, in order.
        world: Where to begin; None to begin with the session's first event.

    Raises:
        InternalError: The records do not follow, or there are none to begin with.
    """
    happened: list[tuple[int, Happening]] = []
    number = world.events if world else 0
    for record in line:
        event = record.event
        if record.number <= number:
            raise InternalError(f"Event {record.number} does not follow the one before it.")
        number = record.number
        if world is not None and isinstance(event, ActResolved | OrderLapsed | SystemSettled):
            happened.append((number, event))
            continue
        if world is not None and happened:
            world = _after_happenings(scenario, world, happened)
            happened = []
        world = replace(apply(scenario, world, event, number), events=number)
    if world is None:
        raise InternalError("A session cannot be opened without its first event.")
    return _after_happenings(scenario, world, happened) if happened else world


def apply(  # noqa: C901, PLR0912 - one case for each kind of event
    scenario: Scenario, world: World | None, event: Event, number: int
) -> World:
    """The world after one event.

    Args:
        scenario: The scenario of the session.
        world: The world before; None before the first event.
        event: What happened.
        number: The event's number in the log.
    """
    if isinstance(event, SessionStarted):
        return start_world(scenario, event)
    if world is None:
        raise InternalError("The first event of a log must begin its session.")
    if isinstance(event, RulingEvent):
        return apply_ruling(scenario, world, event, number)
    if isinstance(event, InjectEvent):
        return replace(world, injects=book_after(scenario.injects, world.injects, event))
    if isinstance(event, QuestionEvent):
        return replace(world, questions=questions_after(world.questions, event))
    if isinstance(event, ObservingEvent | PredictingEvent | BranchedOff):
        # What people note and expect is no part of the world, nor where a session comes from.
        return world
    if isinstance(event, DealingEvent):
        return apply_dealing(world, event, number)
    match event:
        case SeatChanged(seat):
            seats = tuple(seat if old.actor == seat.actor else old for old in world.seats)
            return replace(world, seats=seats)
        case PhaseBegan(turn, phase):
            return after_phase(scenario, _begin_phase(world, turn, phase), number)
        case OrdersSealed(seat, orders):
            others = tuple(pair for pair in world.sealed if pair[0] != seat)
            # Sorted, so that the order of sealing leaves no trace in the state.
            return replace(world, sealed=tuple(sorted((*others, (seat, orders)), key=_seat_name)))
        case OrdersUnsealed(seat):
            return replace(world, sealed=tuple(p for p in world.sealed if p[0] != seat))
        case ActResolved() | SystemSettled() | OrderLapsed():
            return _after_happenings(scenario, world, [(number, event)])
        case StandingChanged():
            # Adjudication's last event: the turn's index is final now.
            index = scenario.layout.read(world.values, "index")
            path = (*world.index_path[: world.turn], index)
            return replace(world, standing=event.standing, index_path=path)
        case OutcomePublished(turn):
            return replace(
                world,
                published=world.values,
                published_turn=turn,
                index_published=world.index_path,
                standing_published=world.standing,
            )
        case GameEnded(_, outcome):
            return replace(world, outcome=outcome)
        case ClockSet():
            return world
        case WentBack():
            raise InternalError("Going back is no step of a world; fold the line that stands.")


def _after_happenings(
    scenario: Scenario, world: World, happened: Sequence[tuple[int, Happening]]
) -> World:
    """The world after things that happened in its turn: the numbers are copied once for all."""
    ledger = (
        entry
        for _, happening in happened
        if not isinstance(happening, OrderLapsed)
        for entry in happening.ledger
    )
    values = changed_values(scenario, world.values, ledger)
    path = world.index_path
    if len(path) > world.turn and any(is_inject(happening) for _, happening in happened):
        # The turn is adjudicated already, and what control brings in moves its index all the same.
        path = (*path[: world.turn], scenario.layout.read(values, "index"))
    return replace(
        world,
        values=values,
        index_path=path,
        turns=(*world.turns[:-1], (*world.turns[-1], *happened)),
        events=happened[-1][0],
    )


def is_inject(happening: Happening) -> bool:
    """Whether control brought it about, and no turn of the law."""
    return isinstance(happening, SystemSettled) and happening.step == "inject"


def _begin_phase(world: World, turn: int, phase: Phase) -> World:
    if turn == world.turn:
        return replace(world, phase=phase)
    return replace(world, turn=turn, phase=phase, sealed=(), turns=(*world.turns, ()))


def _seat_name(pair: tuple[str, object]) -> str:
    return pair[0]
