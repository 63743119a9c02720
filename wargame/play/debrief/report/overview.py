"""The beginning of a report: which exercise it was, who played, and how the game went."""

from __future__ import annotations

from dataclasses import replace

from wargame.engine.words import act_words, counted, day_words, game_moment
from wargame.model.events import GameEnded, PhaseBegan, Record, SeatChanged, SessionStarted
from wargame.model.ids import ActorId, Controller
from wargame.model.report import (
    Block,
    Measure,
    OwnText,
    Paragraph,
    Row,
    Section,
    Sentence,
    Table,
)
from wargame.play.debrief.report.evidence import (
    Act,
    Evidence,
    act_figures,
    after_last,
    count,
    ledger_of,
    points,
)

MOST_TURNING_POINTS = 6
LEAST_CHANGE = 1.0
"""Points of the index below which an act turns nothing."""

_CONTROLLERS = {
    Controller.PEOPLE: "People",
    Controller.FACILITATOR: "Control",
    Controller.DOCTRINE: "Computer: doctrine",
    Controller.PLANNER: "Computer: planner",
    Controller.SEARCHER: "Computer: searcher",
    Controller.HISTORY: "Computer: what its actor did",
}


def overview(evidence: Evidence) -> Section:
    """Which exercise it was."""
    scenario, end, line = evidence.scenario, evidence.end, evidence.line
    started = line[0]
    settings = end.settings
    begun = scenario.start[settings.start]
    last_day = game_moment(scenario, settings.start, end.turn * scenario.turn_days - 1 / 1440)
    days = sorted({line[0].at[:10], line[-1].at[:10]})
    ended = evidence.of_kind(GameEnded)
    rows = [
        Row(("Exercise", settings.title), evidence.cite(started.number)),
        Row(("Scenario", f"{scenario.title}, {begun.title}"), evidence.cite(started.number)),
        Row(("Played on", " to ".join(days)), evidence.cite(started.number, line[-1].number)),
        Row(
            ("Time in the game", f"{day_words(begun.day)} to {day_words(last_day.date())}"),
            evidence.cite(started.number, _last_phase(evidence)),
        ),
        Row(
            ("Turns", f"{end.turn} of {scenario.turns}"),
            evidence.cite(_last_phase(evidence)),
            figures=(count(end.turn, Measure.TURN),),
        ),
    ]
    if ended:
        event = ended[-1].event
        words = event.outcome.words if isinstance(event, GameEnded) else ""
        rows.append(Row(("How it ended", words), evidence.cite(ended[-1].number)))
    else:
        where = evidence.cite(line[-1].number)
        rows.append(Row(("How it ended", "The game was not played to its end."), where))
    seats = tuple(_seat_row(evidence, seat.actor) for seat in end.seats)
    blocks: tuple[Block, ...] = (
        Table("The exercise", ("", ""), tuple(rows), (0.24, 0.76)),
        OwnText("purpose", "Purpose, scope and participants"),
        Table("Seats", ("Seat", "Decided by", "Players"), seats, (0.36, 0.3, 0.34)),
    )
    return Section("overview", "Overview of the exercise", blocks)


def summary(evidence: Evidence) -> Section:
    """How the game went, in a few sentences."""
    sentences = [*_index_sentences(evidence), *_harm_sentences(evidence)]
    turning = tuple(_turning_sentence(evidence, act) for act in turning_points(evidence))
    blocks: list[Block] = [OwnText("summary", "Summary for readers in a hurry")]
    if sentences:
        blocks.append(Paragraph(tuple(sentences)))
    blocks += [Paragraph((sentence,)) for sentence in turning]
    return Section("summary", "Summary", tuple(blocks))


def turning_points(evidence: Evidence) -> tuple[Act, ...]:
    """The acts that moved the index most, in the order of the game."""
    moved = [act for act in evidence.acts if abs(act.change) >= LEAST_CHANGE]
    largest = sorted(moved, key=lambda act: -abs(act.change))[:MOST_TURNING_POINTS]
    return tuple(sorted(largest, key=lambda act: act.number))


def index_by_turn(evidence: Evidence) -> tuple[tuple[int, tuple[Record, ...]], ...]:
    """Each turn with the events that moved the index in it."""
    turns = [turn for turn, _ in evidence.replay.turn_places()]
    places = [place for _, place in evidence.replay.turn_places()]
    ends = [*places[1:], len(evidence.line)]
    return tuple(
        (turn, tuple(r for r in evidence.line[begun:end] if _moves_index(r)))
        for turn, begun, end in zip(turns, places, ends, strict=True)
    )


def _moves_index(record: Record) -> bool:
    return any(entry.variable == "index" for entry in ledger_of(record.event))


def _last_phase(evidence: Evidence) -> int:
    """The number of the event with which the last phase began."""
    return evidence.of_kind(PhaseBegan)[-1].number


def _seat_row(evidence: Evidence, actor: ActorId) -> Row:
    seat = evidence.end.seat(actor)
    changed = [
        record.number
        for record in evidence.of_kind(SeatChanged)
        if isinstance(record.event, SeatChanged) and record.event.seat.actor == actor
    ]
    started = evidence.of_kind(SessionStarted)[0].number
    players = ", ".join(f"{p.name} ({p.role})" if p.role else p.name for p in seat.players)
    return Row(
        (evidence.name(actor), _CONTROLLERS[seat.controller], players),
        evidence.cite(changed[-1] if changed else started),
        actors=(actor,),
    )


def _index_sentences(evidence: Evidence) -> list[Sentence]:
    moved = [record for record in evidence.line if _moves_index(record)]
    if not moved:
        return []
    scenario = evidence.scenario
    first = next(e.before for e in ledger_of(moved[0].event) if e.variable == "index")
    last = after_last(moved, "index")
    turn = evidence.end.turn
    begun, stands = points(first, Measure.BEFORE), points(last, Measure.AFTER)
    sentences = [
        Sentence(
            f"The escalation index stood at {begun.text} "
            f"({scenario.band_of(first).name}) when the game began.",
            evidence.cite(moved[0].number),
            figures=(begun,),
        ),
        Sentence(
            f"After turn {turn} it stood at {stands.text} ({scenario.band_of(last).name}).",
            evidence.cite(moved[-1].number),
            figures=(stands,),
        ),
    ]
    highest = max(moved, key=lambda record: after_last((record,), "index"))
    top = points(after_last((highest,), "index"), Measure.AFTER)
    if top.value > max(first, last):
        sentences.append(
            Sentence(
                f"It was highest at {top.text} ({scenario.band_of(top.value).name}).",
                evidence.cite(highest.number),
                figures=(top,),
            )
        )
    return sentences


def _harm_sentences(evidence: Evidence) -> list[Sentence]:
    found = []
    for verb, measure in (("killed", Measure.KILLED), ("displaced", Measure.DISPLACED)):
        acts = [act for act in evidence.acts if getattr(act.act, verb)]
        total = sum(getattr(act.act, verb) for act in acts)
        if not acts:
            continue
        figure = count(total, measure)
        number = count(len(acts), Measure.ACTS)
        people = counted(total, "person was", "people were")
        cites = tuple(cite for act in acts for cite in act.cites)
        by = "one act" if len(acts) == 1 else f"{number.text} acts"
        figures = (figure,) if len(acts) == 1 else (figure, number)
        found.append(Sentence(f"{people} {verb} by {by}.", cites, figures=figures))
    if not found:
        return [Sentence("No act of the game killed or displaced anybody.")]
    return found


def _turning_sentence(evidence: Evidence, point: Act) -> Sentence:
    act = point.act
    aim = f" at {evidence.name(act.order.target)}" if act.order.target else ""
    change = points(point.change, Measure.CHANGE)
    moved = "raised" if point.change > 0 else "lowered"
    change = replace(change, text=change.text.lstrip("+−"))
    return Sentence(
        f"{evidence.when(act)}, turn {act.turn}: {evidence.name(act.actor)}{aim}: "
        f"{act_words(evidence.scenario, act)} (R{round(act.rung)}); "
        f"it {moved} the index by {change.text}.",
        point.cites,
        tuple(actor for actor in (act.actor, act.order.target) if actor),
        (change, count(act.turn, Measure.TURN), *act_figures(act)),
    )
