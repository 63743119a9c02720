"""The moves of a turn as cases for control: the list, and one of them opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wargame.engine.judgement import marks_of
from wargame.engine.odds import margin_of, odds_of, roll_for
from wargame.engine.visibility import actor_labels
from wargame.engine.waiting import waiting_orders
from wargame.engine.words import (
    act_detail,
    act_words,
    actor_name,
    lapse_words,
    order_name,
    settled_words,
    turn_days,
)
from wargame.model.events import (
    ActResolved,
    OrderLapsed,
    OrdersSealed,
    PhaseBegan,
    Record,
    Sighting,
    SystemSettled,
)
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.ruling_views import (
    AdjudicationView,
    Case,
    CaseView,
    Learner,
    Queue,
    QueueRow,
    SalvoLine,
)
from wargame.model.rulings import How, Ruling
from wargame.model.scenario import Scenario
from wargame.model.weighing import Reason, Roll, Weighing
from wargame.model.world import World
from wargame.play.adjudication.ruling_drafts import first_sightings
from wargame.play.adjudication.ruling_effects import effects_of_act, effects_to_choose, front_of
from wargame.play.adjudication.similar_rulings import similar_to
from wargame.play.words.number_words import key_words
from wargame.play.words.warned_lines import drawn_line, meant_rung


def adjudication_view(
    scenario: Scenario, world: World, records: Sequence[Record]
) -> AdjudicationView:
    """The list of a turn's moves."""
    start = world.settings.start
    first_day, last_day = turn_days(scenario, start, world.turn)
    return AdjudicationView(
        scenario=scenario.title,
        session=world.settings.title,
        seed=world.settings.seed,
        turn=world.turn,
        turns=scenario.turns,
        first_day=first_day,
        last_day=last_day,
        phase=world.phase,
        locked_at=_locked_at(records, world.turn),
        actors=actor_labels(scenario),
        bands=scenario.bands,
        rows=queue_of(scenario, world, records),
        index=scenario.layout.read(world.values, "index"),
        automatic=world.settings.automatic,
        logged=world.events,
    )


def queue_of(scenario: Scenario, world: World, records: Sequence[Record]) -> tuple[QueueRow, ...]:
    """Every move of the turn: those that ask for judgement first, the longest sealed on top."""
    sealed = _sealing_times(records, world.turn)
    times = {record.number: record.at for record in records[-500:]}
    rows = [*_waiting_rows(scenario, world, sealed), *_act_rows(scenario, world, sealed, times)]
    order = list(Queue)
    return tuple(sorted(rows, key=lambda row: (order.index(row.queue), row.sealed_at or "~")))


def unruled(scenario: Scenario, world: World) -> int:
    """How many moves of the turn ask for control's judgement and have not got it."""
    acts = [(n, h) for n, h in world.turns[-1] if isinstance(h, ActResolved)] if world.turns else []
    open_acts = sum(
        world.rulings.of_act(n) is None and bool(marks_of(scenario, world, n, act))
        for n, act in acts
    )
    return open_acts + len(waiting_orders(world))


def case_view(scenario: Scenario, world: World, row: QueueRow) -> CaseView:
    """A move opened for its ruling."""
    if row.case.is_written:
        return _written_view(scenario, world, row)
    act = act_of(world, row.case.act)
    return CaseView(
        row=row,
        order=act.order,
        facts=_facts(
            scenario,
            act.order,
            row.sealed_at,
            announced=act.choreographed,
            hours=act.warning_hours,
        ),
        weapons=_salvo(act),
        words=tuple(filter(None, (act_words(scenario, act), act_detail(scenario, act)))),
        effects=effects_of_act(scenario, world, row.case.act, act),
        success=act.success,
        control_words=act.words,
        learners=learners_of(scenario, world, act),
        similar=similar_to(scenario, world, act.actor, act.order, act.rung),
        happened=_happened(scenario, world),
        ruling=world.rulings.of_act(row.case.act),
        weighing=Weighing(),
        odds=None,
        roll=None,
        margin=0,
        rung=act.rung,
        front=act.front,
        fronts=tuple((f.id, f.name) for f in scenario.fronts),
        address=f"seed {world.settings.seed} / {act.turn} / {act.number}",
    )


def act_of(world: World, number: int) -> ActResolved:
    """An act by the number of its event.

    Raises:
        KeyError: There is no such act.
    """
    for n, happening in world.happenings():
        if n == number and isinstance(happening, ActResolved):
            return happening
    raise KeyError(number)


def order_of(world: World, case: Case) -> Order:
    """The order that waits for control.

    Raises:
        KeyError: There is no such order.
    """
    sheet = world.sealed_orders(case.seat) or ()
    if not 1 <= case.slot <= len(sheet):
        raise KeyError(case)
    return sheet[case.slot - 1]


def weighing_of(world: World, case: Case) -> Weighing:
    """What an order that waits is weighed by: at first the reasons that its seat gave."""
    kept = world.rulings.weighing(world.turn, case.seat, case.slot)
    argument = order_of(world, case).argument
    if kept is not None or argument is None:
        return kept or Weighing()
    given = [" ".join(reason.split()) for reason in argument.reasons]
    return Weighing(tuple(Reason(text, favours=True, by=case.seat) for text in given if text))


def fallen(world: World, case: Case, weighing: Weighing) -> Roll | None:
    """The dice of an order, once they have fallen."""
    if not weighing.is_rolled or not weighing.rolls:
        return None
    if weighing.typed is not None:
        return weighing.typed
    return roll_for(world.settings.seed, world.turn, case.seat, case.slot, weighing.way)


def learners_of(scenario: Scenario, world: World, act: ActResolved) -> tuple[Learner, ...]:
    """Every seat with what it will learn of an act."""
    return _learners(world, act.sightings, dict(act.told), act_words(scenario, act))


def _learners(
    world: World,
    sightings: Iterable[Sighting],
    told: Mapping[ActorId, str],
    words: str,
) -> tuple[Learner, ...]:
    seen = {sighting.seat: sighting for sighting in sightings}
    learners = []
    for seat in world.seats:
        sighting = seen.get(seat.actor)
        if sighting is None:
            learners.append(Learner(seat.actor, "", 0.0, None, ""))
            continue
        sure = max((share for _, share in sighting.shares), default=0.0)
        said = told.get(seat.actor) or words
        learners.append(Learner(seat.actor, sighting.how, sure, sighting.rung, said))
    return tuple(learners)


def _written_view(scenario: Scenario, world: World, row: QueueRow) -> CaseView:
    order, case = order_of(world, row.case), row.case
    weighing = weighing_of(world, case)
    odds = odds_of(weighing)
    roll = fallen(world, case, weighing)
    return CaseView(
        row=row,
        order=order,
        facts=_facts(scenario, order, row.sealed_at, announced=False, hours=order.warning_hours),
        weapons=(),
        words=(),
        effects=effects_to_choose(scenario, world, case.seat, order.target),
        success=True,
        control_words="",
        learners=_learners(
            world,
            first_sightings(scenario, world, case.seat, order, row.rung or 0.0),
            {},
            order_name(scenario, order),
        ),
        similar=similar_to(scenario, world, case.seat, order, row.rung or 0.0),
        happened=_happened(scenario, world),
        ruling=None,
        weighing=weighing,
        odds=odds,
        roll=roll,
        margin=margin_of(odds, roll, weighing.way) if roll is not None else 0,
        rung=row.rung or 0.0,
        front=front_of(scenario, case.seat, order.target),
        fronts=tuple((f.id, f.name) for f in scenario.fronts),
        address=f"seed {world.settings.seed} / {world.turn} / {case.seat} {case.slot}",
    )


def _waiting_rows(
    scenario: Scenario, world: World, sealed: Mapping[ActorId, str]
) -> Iterator[QueueRow]:
    for seat, slot, order in waiting_orders(world):
        move = scenario.move.get(order.move)
        yield QueueRow(
            case=Case(0, seat, slot),
            queue=Queue.JUDGEMENT,
            words=order_name(scenario, order),
            target=order.target,
            rung=order.meant if move is None else move.rung,
            note="Written, to argue" if move is None else "Control writes the outcome",
            is_argument=move is None,
            sealed_at=sealed.get(seat, ""),
        )


def _act_rows(
    scenario: Scenario, world: World, sealed: Mapping[ActorId, str], times: Mapping[int, str]
) -> Iterator[QueueRow]:
    for number, happening in world.turns[-1] if world.turns else ():
        if not isinstance(happening, ActResolved):
            continue
        ruling = world.rulings.of_act(number)
        marks = () if ruling else marks_of(scenario, world, number, happening)
        if ruling is not None:
            queue, note = Queue.RULED, ruled_words(ruling)
        elif marks:
            queue, note = Queue.JUDGEMENT, ", ".join(marks[:2])
        else:
            queue, note = Queue.READY, _outcome_note(scenario, happening)
        ordered = happening.order in (world.sealed_orders(happening.actor) or ())
        yield QueueRow(
            case=Case(number, happening.actor),
            queue=queue,
            words=order_name(scenario, happening.order),
            target=happening.order.target,
            rung=happening.rung,
            note=note,
            is_argument=happening.order.argument is not None,
            sealed_at=sealed.get(happening.actor, "") if ordered else "",
            ruled_at=times.get(ruling.number, "") if ruling else "",
        )


def ruled_words(ruling: Ruling) -> str:
    """How something was ruled, in a few words."""
    if ruling.how is How.ACCEPTED:
        return "Accepted"
    if ruling.how is How.CHANGED:
        return "Changed"
    if ruling.margin is None:
        return "Written"
    return f"Held by {ruling.margin}" if ruling.margin >= 0 else f"Failed by {-ruling.margin}"


def _outcome_note(scenario: Scenario, act: ActResolved) -> str:
    words = act_words(scenario, act)
    said = words.split(": ", maxsplit=1)
    if len(said) > 1:
        return said[1][:1].upper() + said[1][1:]
    if act.goes_on:
        return "Goes on"
    if act.killed:
        return f"{act.killed:,} killed"
    return "Takes effect" if act.success else "Came to nothing"


def _facts(
    scenario: Scenario, order: Order, sealed_at: str, *, announced: bool, hours: float
) -> tuple[str, ...]:
    facts = [] if sealed_at else ["Not ordered this turn"]
    if order.argument is not None:
        facts.append("Written move")
    facts.append("Overt" if order.overt else "Deniable")
    if hours > 0:
        told = f": {', '.join(order.told)}" if order.told else ""
        facts.append(f"Warned {hours:.0f} h ahead{told}")
    if announced:
        facts.append("Notice understood")
    people = f" for {', '.join(order.audience)}" if order.audience else ""
    if (meant := meant_rung(scenario, order)) is not None:
        facts.append(f"Meant as R{meant:.0f}{people}")
    if (line := drawn_line(scenario, order)) is not None:
        facts.append(f"Draws a line at R{line:.0f}{people}")
    return tuple(facts)


def _salvo(act: ActResolved) -> tuple[SalvoLine, ...]:
    lines = [
        SalvoLine(
            w.weapon,
            key_words(w.weapon).capitalize(),
            w.launched,
            w.launched - w.arrived,
            w.stopped,
            w.leaked,
        )
        for w in act.weapons
    ]
    if not lines:
        return ()
    total = SalvoLine(
        None,
        "All",
        sum(line.launched for line in lines),
        sum(line.failed for line in lines),
        sum(line.stopped for line in lines),
        sum(line.leaked for line in lines),
    )
    return (*lines, total)


def _happened(scenario: Scenario, world: World) -> tuple[tuple[int, ActorId | None, str], ...]:
    rows: list[tuple[int, ActorId | None, str]] = []
    for number, happening in world.turns[-1] if world.turns else ():
        match happening:
            case ActResolved():
                aimed = happening.order.target
                at = f", at {actor_name(scenario, aimed)}" if aimed else ""
                rows.append((number, happening.actor, act_words(scenario, happening) + at))
            case OrderLapsed():
                rows.append((number, happening.seat, lapse_words(scenario, happening)))
            case SystemSettled():
                if happening.words or happening.step in {"time", "ruling"}:
                    rows.append((number, None, settled_words(happening)))
    return tuple(rows)


def _sealing_times(records: Sequence[Record], turn: int) -> dict[ActorId, str]:
    """When each seat sealed in the turn that goes on; the last sealing counts."""
    times: dict[ActorId, str] = {}
    for record in reversed(records):
        event = record.event
        if isinstance(event, PhaseBegan) and event.turn < turn:
            break
        if isinstance(event, OrdersSealed):
            times.setdefault(event.seat, record.at)
    return times


def _locked_at(records: Sequence[Record], turn: int) -> str:
    for record in reversed(records):
        event = record.event
        if isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE and event.turn == turn:
            return record.at
    return ""
