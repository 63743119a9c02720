"""What a seat may know: the only way from a world to a team screen, a pack or an opponent.

A view is made of the published numbers, the seat's own sealed orders and the sightings that the law
gave the seat. Nothing else of the world is read here; what is not read cannot leak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.engine.conditions import Moment, holds
from wargame.engine.control_words import questions_for, reports_for
from wargame.engine.legal_moves import acts_of, move_options
from wargame.engine.overheard import overheard_by
from wargame.engine.own_state import gauges
from wargame.engine.seat_channels import channels_for
from wargame.engine.seat_perceptions import as_read
from wargame.engine.seat_red_lines import red_lines_known
from wargame.engine.words import (
    act_detail,
    act_words,
    actor_name,
    day_words,
    harm_words,
    lapse_words,
    moment_words,
    past_detail,
    settled_words,
    standing_words,
    turn_days,
    turn_end,
)
from wargame.model.actors import Objective
from wargame.model.events import ActResolved, OrderLapsed, Sighting, SystemSettled
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import PastAct, Scenario
from wargame.model.seat_view import (
    ActorLabel,
    KnownEvent,
    MoveLabel,
    ObjectiveView,
    SeatView,
    Standing,
)
from wargame.model.world import Happening, World

SURE = 0.9
"""From this certainty on an act counts as attributed (MODEL, row I06 of the move catalogue)."""

FIGHTING = 7.0
"""Rung of a move from which another turn of it is worth telling again."""


def actor_labels(scenario: Scenario) -> tuple[ActorLabel, ...]:
    """How every actor is written in lists and where the map shows it."""
    return tuple(ActorLabel(a.id, a.full_name, a.camp, a.place) for a in scenario.actors)


def view_for(
    scenario: Scenario, world: World, seat: ActorId, drafts: Sequence[Order] = ()
) -> SeatView:
    """Everything that a seat may know now.

    Args:
        scenario: The scenario.
        world: The state.
        seat: Whose view it is.
        drafts: The seat's own drafts; a move may build on another that stands among them.

    Raises:
        KeyError: The actor has no seat.
    """
    world.seat(seat)
    actor = scenario.actor[seat]
    known = as_read(world, seat, known_with_origins(scenario, world, seat))
    start = world.settings.start
    first_day, last_day = turn_days(scenario, start, world.turn)
    return SeatView(
        seat=seat,
        label=ActorLabel(actor.id, actor.full_name, actor.camp),
        actors=actor_labels(scenario),
        scenario=scenario.title,
        session=world.settings.title,
        turn=world.turn,
        turns=scenario.turns,
        first_day=first_day,
        last_day=last_day,
        phase=world.phase,
        plan_minutes=world.settings.plan_minutes,
        briefing=actor.briefing,
        public_briefing=scenario.start[start].public_briefing,
        roles=tuple((role.title, role.task) for role in actor.roles),
        objectives=tuple(_objective(scenario, world, seat, o) for o in actor.objectives),
        red_lines=red_lines_known(scenario, world, seat, known),
        gauges=gauges(scenario, world, actor),
        known=known,
        moves=move_options(scenario, world, seat, drafts) if world.phase is Phase.PLAN else (),
        catalogue=_move_labels(scenario, seat),
        bands=scenario.bands,
        index_path=world.index_published,
        political=scenario.layout.read(world.published, "political", seat),
        material=scenario.layout.read(world.published, "material", seat),
        max_orders=scenario.max_orders,
        sealed=world.sealed_orders(seat),
        standing=tuple(
            standing_words(scenario, standing, world.turn)
            for standing in world.standing_published
            if standing.actor == seat
        ),
        channels=channels_for(scenario, world, seat),
        reports=reports_for(world, seat),
        questions=questions_for(world, seat),
    )


def _move_labels(scenario: Scenario, seat: ActorId) -> tuple[MoveLabel, ...]:
    return tuple(
        MoveLabel(
            move.id, move.name, move.rung, move.political, move.material, "warning" in move.tags
        )
        for move in scenario.moves
        if seat in move.who
    )


def known_with_origins(
    scenario: Scenario, world: World, seat: ActorId
) -> Iterator[tuple[int, KnownEvent]]:
    """What the seat has learned of published turns, oldest first, numbered for the seat alone.

    Each comes with its event's number in the log, which no seat may see; 0 where it has none.
    """
    start = world.settings.start
    number = 0
    for number, past in enumerate(scenario.start[start].past, start=1):
        yield 0, known_past(scenario, start, past, number)
    for place, turn in enumerate(world.turns[: world.published_turn], start=1):
        for heard in overheard_by(scenario, world, seat, place, number):
            number = heard.number
            yield 0, heard
        for origin, happening in turn:
            known = known_happening(scenario, start, happening, seat, number + 1)
            if known is not None:
                number += 1
                yield origin, known


def known_happening(
    scenario: Scenario, start: str, happening: Happening, seat: ActorId, number: int
) -> KnownEvent | None:
    """What a seat learns of one thing that happened, once its turn is published; None for nothing.

    Args:
        scenario: The scenario.
        start: Start point of the game.
        happening: What happened.
        seat: Who learns of it.
        number: Its number among what the seat knows.
    """
    match happening:
        case ActResolved():
            return _known_act(scenario, start, happening, seat, number)
        case OrderLapsed():
            return _known_lapse(scenario, start, happening, seat, number)
        case SystemSettled():
            return _known_settling(scenario, start, happening, seat, number)


def known_past(scenario: Scenario, start: str, past: PastAct, number: int) -> KnownEvent:
    """What everybody knows of the time before the game."""
    return KnownEvent(
        number=number,
        turn=0,
        day=float((past.day - scenario.start[start].day).days),
        when=day_words(past.day),
        actor=past.actor,
        sure=1.0,
        target=past.target,
        move=None,
        words=past.what,
        read_rung=past.rung,
        how="public",
        detail=past_detail(scenario, past),
    )


def _known_act(
    scenario: Scenario, start: str, act: ActResolved, seat: ActorId, number: int
) -> KnownEvent | None:
    sighting = next((s for s in act.sightings if s.seat == seat), None)
    move = scenario.move.get(act.order.move)
    is_quiet = act.goes_on and (move is None or move.rung < FIGHTING)
    if sighting is None or is_quiet:
        return None
    suspect, sure = _suspect(sighting)
    return KnownEvent(
        number=number,
        turn=act.turn,
        day=act.day,
        when=moment_words(scenario, start, act.day),
        actor=suspect,
        sure=sure,
        target=act.order.target,
        move=act.order.move,
        words=dict(act.told).get(seat) or act_words(scenario, act),
        read_rung=sighting.rung,
        how=sighting.how,
        detail=_known_detail(scenario, act, sighting),
    )


def _suspect(sighting: Sighting) -> tuple[ActorId | None, float]:
    """Whom a seat takes for the actor, and how sure it is; None when it cannot say."""
    if not sighting.shares:
        return None, 0.0
    return max(sighting.shares, key=lambda share: (share[1], share[0]))


def _known_detail(scenario: Scenario, act: ActResolved, sighting: Sighting) -> str:
    """As much of the outcome as the way of knowing allows."""
    if sighting.how == "own":
        return act_detail(scenario, act)
    if sighting.how in {"target", "public"}:
        parts = list(harm_words(act))
        others = [
            f"{actor_name(scenario, name)} {100 * share:.0f} %"
            for name, share in sighting.shares
            if share < SURE
        ]
        if others:
            parts.append("Suspected: " + ", ".join(others) + ".")
        return " ".join(parts)
    return ""


def _known_lapse(
    scenario: Scenario, start: str, lapsed: OrderLapsed, seat: ActorId, number: int
) -> KnownEvent | None:
    if lapsed.seat != seat:
        return None
    day = turn_end(scenario, lapsed.turn)
    return KnownEvent(
        number=number,
        turn=lapsed.turn,
        day=day,
        when=moment_words(scenario, start, day),
        actor=seat,
        sure=1.0,
        target=lapsed.order.target,
        move=lapsed.order.move,
        words=lapse_words(scenario, lapsed),
        read_rung=None,
        how="own",
        detail="",
    )


def _known_settling(
    scenario: Scenario, start: str, settled: SystemSettled, seat: ActorId, number: int
) -> KnownEvent | None:
    if not settled.words or not (settled.public or seat in settled.seen_by):
        return None
    day = settled.turn * scenario.turn_days
    return KnownEvent(
        number=number,
        turn=settled.turn,
        day=day,
        when=moment_words(scenario, start, day),
        actor=None,
        sure=0.0,
        target=None,
        move=None,
        words=settled_words(settled),
        read_rung=None,
        how="public" if settled.public else "told",
        detail="",
    )


def _objective(
    scenario: Scenario, world: World, seat: ActorId, objective: Objective
) -> ObjectiveView:
    seen = [act for act in acts_of(world) if act.turn <= world.published_turn]

    moment = Moment(scenario, world.published, seen, world.published_turn, seat, seat)

    standing: Standing = "holding"
    if objective.lost is not None and holds(objective.lost, moment):
        standing = "lost"
    elif objective.holds is not None:
        standing = "holding" if holds(objective.holds, moment) else "at risk"
    elif objective.lost is None:
        standing = "for people to judge"
    return ObjectiveView(objective.id, objective.text, standing)
