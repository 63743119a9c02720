"""The facilitator's console as data: seats, events, the meter with what moved it, and harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from wargame.engine.visibility import SURE, actor_labels
from wargame.engine.words import (
    act_detail,
    act_words,
    actor_name,
    day_words,
    lapse_words,
    moment_words,
    order_words,
    past_detail,
    settled_words,
    turn_days,
    turn_end,
)
from wargame.model.console_view import ConsoleView, EventRow, SeatRow, StandingRow
from wargame.model.events import ActResolved, OrderLapsed, OrdersSealed, Record, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.ledger import total_change
from wargame.model.orders import Order
from wargame.model.same import Same
from wargame.model.scenario import Scenario
from wargame.model.seat_view import ActorLabel
from wargame.model.seats import Seat
from wargame.model.world import Happening, World
from wargame.play.adjudication.ruling_cases import unruled
from wargame.play.panels.harm import harm_lines
from wargame.play.panels.meter import meter_of
from wargame.play.words.act_kinds import act_kind

SMALLEST_MOVEMENT = 0.05
"""Points of the index below which a movement prints as 0.0."""


def console_view(
    scenario: Scenario,
    world: World,
    records: Sequence[Record],
    drafts: Mapping[ActorId, tuple[Order, ...]],
    drafted_at: Mapping[ActorId, str],
    first: bytes,
) -> ConsoleView:
    """Everything that the facilitator's console shows.

    Args:
        scenario: The scenario.
        world: The state now.
        records: The records that count, oldest first.
        drafts: Draft orders of seats that plan.
        drafted_at: When the oldest draft of a seat was begun, ISO 8601 in UTC.
        first: The world's numbers at the start, for what changed since.
    """
    start = world.settings.start
    first_day, last_day = turn_days(scenario, start, world.turn)
    sealed_at = _sealing_times(records, world.turn)
    rows = [_seat_row(scenario, world, seat, sealed_at, drafts, drafted_at) for seat in world.seats]
    return ConsoleView(
        scenario=scenario.title,
        session=world.settings.title,
        seed=world.settings.seed,
        turn=world.turn,
        turns=scenario.turns,
        first_day=first_day,
        last_day=last_day,
        phase=world.phase,
        actors=actor_labels(scenario),
        plan_minutes=world.settings.plan_minutes,
        seats=tuple(sorted(rows, key=_planning_first)),
        events=(
            *_past_rows(scenario, start),
            *chain.from_iterable(_turn_rows(Same(scenario), start, Same(t)) for t in world.turns),
        ),
        meter=meter_of(scenario, world),
        harm=harm_lines(scenario, world, first),
        outcome=world.outcome,
        logged=world.events,
        standing=tuple(
            StandingRow(
                actor=act.actor,
                words=order_words(scenario, act.order),
                since=act.since,
                ready=act.ready if act.ready > world.turn else 0,
            )
            for act in world.standing
        ),
        to_rule=unruled(scenario, world),
    )


# A turn stays the same object for as long as nothing in it changes: in a long game all but the
# last are made once, and not with every letter that somebody types into a draft.
@lru_cache(maxsize=64)
def _turn_rows(
    scenario: Same[Scenario], start: str, turn: Same[tuple[tuple[int, Happening], ...]]
) -> tuple[EventRow, ...]:
    return tuple(
        _event_row(scenario.thing, start, number, happening)
        for number, happening in turn.thing
        if is_news(happening)
    )


def _past_rows(scenario: Scenario, start: str) -> Iterator[EventRow]:
    """What happened before the game, oldest first, with numbers that are not in the log."""
    past = scenario.start[start].past
    for place, act in enumerate(past):
        yield EventRow(
            number=place - len(past),
            act=0,
            turn=0,
            when=day_words(act.day),
            actor=act.actor,
            target=act.target,
            words=act.what,
            rung=act.rung,
            attribution="History",
            index_change=0.0,
            detail=past_detail(scenario, act),
        )


def is_news(happening: Happening) -> bool:
    """Whether it belongs in the list of events; all of it stands in the log in any case.

    A quiet system and another turn of a quiet standing move are no news; "what goes on" has them.
    """
    moved = abs(total_change(getattr(happening, "ledger", ()), "index")) >= SMALLEST_MOVEMENT
    match happening:
        case SystemSettled():
            return moved or bool(happening.words)
        case ActResolved():
            return moved or not happening.goes_on or bool(happening.killed)
        case OrderLapsed():
            return True


def _sealing_times(records: Sequence[Record], turn: int) -> dict[ActorId, str]:
    """When each seat sealed in the turn that goes on; the last sealing counts."""
    times: dict[ActorId, str] = {}
    for record in reversed(records):
        if getattr(record.event, "turn", turn) < turn:
            break
        if isinstance(record.event, OrdersSealed):
            times.setdefault(record.event.seat, record.at)
    return times


def _seat_row(
    scenario: Scenario,
    world: World,
    seat: Seat,
    sealed_at: Mapping[ActorId, str],
    drafts: Mapping[ActorId, tuple[Order, ...]],
    drafted_at: Mapping[ActorId, str],
) -> SeatRow:
    actor = scenario.actor[seat.actor]
    sealed = world.sealed_orders(seat.actor)
    written = drafts.get(seat.actor, ()) if sealed is None else sealed
    return SeatRow(
        label=ActorLabel(actor.id, actor.full_name, actor.camp),
        controller=seat.controller,
        players=seat.players,
        sealed_at="" if sealed is None else sealed_at.get(seat.actor, ""),
        orders=len(written),
        may=scenario.max_orders,
        drafted_at=drafted_at.get(seat.actor, "") if sealed is None else "",
        has_pin=bool(seat.pin),
    )


def _planning_first(row: SeatRow) -> tuple[bool, str]:
    """Planning seats first, the oldest draft on top; seats without drafts after them."""
    return row.is_sealed, row.sealed_at or row.drafted_at or "~"


def _event_row(scenario: Scenario, start: str, number: int, happening: Happening) -> EventRow:
    match happening:
        case ActResolved():
            return EventRow(
                number=number,
                act=happening.number,
                turn=happening.turn,
                when=moment_words(scenario, start, happening.day),
                actor=happening.actor,
                target=happening.order.target,
                words=act_words(scenario, happening),
                rung=happening.rung,
                attribution=_attribution(happening),
                index_change=total_change(happening.ledger, "index"),
                detail=act_detail(scenario, happening),
                learned=_learned(scenario, happening),
                kind=act_kind(scenario, happening),
                attributed=_certainty(happening) >= SURE,
            )
        case OrderLapsed():
            return EventRow(
                number=number,
                act=0,
                turn=happening.turn,
                when=moment_words(scenario, start, turn_end(scenario, happening.turn)),
                actor=happening.seat,
                target=happening.order.target,
                words=lapse_words(scenario, happening),
                rung=None,
                attribution="Own seat",
                index_change=0.0,
                detail=happening.reason,
            )
        case SystemSettled():
            return EventRow(
                number=number,
                act=0,
                turn=happening.turn,
                when=moment_words(scenario, start, _settled_day(scenario, happening)),
                actor=None,
                target=None,
                words=settled_words(happening),
                rung=None,
                attribution=_source(happening),
                index_change=total_change(happening.ledger, "index"),
                detail=_changes(happening),
            )


def _settled_day(scenario: Scenario, settled: SystemSettled) -> float:
    """When a system worked: time and control at the turn's beginning, all others at its end."""
    turns = settled.turn - 1 if settled.step in {"time", "inject"} else settled.turn
    return turns * scenario.turn_days


def _source(settled: SystemSettled) -> str:
    """Who brought it about or knows of it, in a word."""
    if settled.step == "inject":
        return "Inject"
    return "Public" if settled.public else "Control"


def _changes(settled: SystemSettled) -> str:
    count = len(settled.ledger)
    return f"{count:,} numbers changed." if count != 1 else "One number changed."


def _certainty(act: ActResolved) -> float:
    """How sure those are who had to find out: the target, or else who learned of it first."""
    others = [s for s in act.sightings if s.seat != act.actor]
    target = [s for s in others if s.seat == act.order.target]
    return dict((target or others)[0].shares).get(act.actor, 0.0) if others else 1.0


def _attribution(act: ActResolved) -> str:
    """Who knows of an act, in a few words, as its target has it."""
    seen = {s.seat: s for s in act.sightings}
    others = [s for s in act.sightings if s.seat != act.actor]
    if not others:
        return "Private"
    target = seen.get(act.order.target) if act.order.target else None
    shares = (target or others[0]).shares
    sure = dict(shares).get(act.actor, 0.0)
    if sure >= SURE:
        return "Overt" if any(s.how == "public" for s in others) else "Told"
    # The likeliest alone: who else it might have been stands in what each seat learned.
    return f"{shares[0][0]} {100 * shares[0][1]:.0f} %" if shares else "Unknown"


_WAYS = (
    ("target", "As its target"),
    ("public", "In public"),
    ("told", "Told"),
    ("intelligence", "By intelligence"),
)


def _learned(scenario: Scenario, act: ActResolved) -> str:
    """Who learned of an act, how, and at which rung each reads it."""
    parts = []
    for how, words in _WAYS:
        readers = [s for s in act.sightings if s.how == how and s.seat != act.actor]
        if readers:
            named = [f"{actor_name(scenario, s.seat)} R{s.rung:.0f}" for s in readers]
            parts.append(f"{words}: {', '.join(named)}.")
    return " ".join(parts) or "Nobody else learned of it."
