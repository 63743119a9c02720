"""What happened turn by turn, what seats decided, and how the index moved."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import act_words, order_name, settled_words
from wargame.model.events import GameEnded, OrdersSealed, Record, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.injects import InjectFired
from wargame.model.orders import Order
from wargame.model.proposals import ProposalAccepted, ProposalBroken
from wargame.model.red_lines import LineCrossed
from wargame.model.report import (
    Chart,
    Dot,
    Measure,
    OwnText,
    Row,
    Section,
    Table,
)
from wargame.model.rulings import OrderRuled
from wargame.play.debrief.history_line import history_line
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.evidence import (
    PEOPLE,
    Act,
    Evidence,
    act_figures,
    after_last,
    change_of,
    points,
)
from wargame.play.debrief.report.mechanisms import mechanisms
from wargame.play.debrief.report.overview import index_by_turn, turning_points
from wargame.play.words.warned_lines import line_words, meant_rung

Line = tuple[str, tuple[tuple[float, float], ...]]
"""A line of the chart with its name."""

LOUD_RUNG = 3.0
"""Acts below it are talk: the timeline tells them only where they moved the index or did harm."""
LEAST_CHANGE = 0.5
"""Points of the index from which quiet acts are told too."""


def timeline(evidence: Evidence) -> Section:
    """What happened, in the order of the game."""
    rows = tuple(_rows(evidence))
    head = ("Turn", "When", "Who", "What", "Rung", "Index")
    table = Table(
        "What happened", head, rows, (0.08, 0.16, 0.17, 0.4, 0.09, 0.1), "Nothing has happened."
    )
    return Section("timeline", "Timeline", (OwnText("timeline", "Remarks on the course"), table))


def decisions(evidence: Evidence) -> Section:
    """What seats with people ordered and why, as they wrote it before the lock."""
    scenario = evidence.scenario
    chosen = set(evidence.people())
    is_played = any(seat.controller in PEOPLE for seat in evidence.end.seats)
    rows = []
    for turn, record in _sealed(evidence):
        event = record.event
        if not isinstance(event, OrdersSealed) or event.seat not in chosen:
            continue
        for order in event.orders:
            move = scenario.move.get(order.move)
            if not is_played and (move is None or move.rung < LOUD_RUNG):
                continue
            rows.append(_decision_row(evidence, record, turn, event.seat, order))
    who = "people" if is_played else "computers, from R3 up"
    head = ("Turn", "Seat", "Order", "Meant as", "Message and reason")
    table = Table(
        f"Sealed orders of seats played by {who}",
        head,
        tuple(rows),
        (0.08, 0.17, 0.29, 0.1, 0.36),
        "No order was sealed.",
    )
    own = OwnText("decisions", "What the decisions show")
    return Section("decisions", "Decisions", (own, table))


def escalation(evidence: Evidence, author: Author) -> Section:
    """The index as a chart and turn by turn."""
    rows = []
    for turn, records in index_by_turn(evidence):
        if not records:
            continue
        stands = points(after_last(records, "index"), Measure.AFTER)
        change = points(change_of(records, "index"), Measure.CHANGE)
        band = evidence.scenario.band_of(stands.value)
        cells = (f"{turn}", stands.text, change.text, f"{band.number} {band.name}")
        cites = evidence.cite(*(record.number for record in records))
        rows.append(Row(cells, cites, figures=(stands, change)))
    table = Table(
        "The index after each turn", ("Turn", "Index", "Change", "Band"), tuple(rows), (), "No turn"
    )
    own = OwnText("escalation", "Why the index moved as it did")
    return Section(
        "escalation", "Escalation", (own, chart(evidence, author), table, *mechanisms(evidence))
    )


def chart(evidence: Evidence, author: Author) -> Chart:
    """The index as it was played, with its turning points, and branches beside it."""
    line: list[tuple[float, float]] = []
    places: dict[int, tuple[float, float]] = {}
    for turn, records in index_by_turn(evidence):
        for nth, record in enumerate(records, start=1):
            if not line:
                before = after_last((record,), "index") - change_of((record,), "index")
                line.append((0.0, before))
            here = (turn - 1 + nth / len(records), after_last((record,), "index"))
            line.append(here)
            places[record.number] = here
    dots = tuple(
        Dot(*places[point.number], _dot_words(evidence, point), point.number)
        for point in turning_points(evidence)
        if point.number in places
    )
    return Chart(
        caption="The escalation index as it was played",
        turns=max(1, evidence.end.turn, *(k.turn - 2 + len(k.index) for _, k in author.branches)),
        bands=evidence.scenario.bands,
        line=tuple(line),
        dots=dots,
        others=(*_history(evidence), *_branches(author)),
    )


def _history(evidence: Evidence) -> list[Line]:
    """What happened at the time, where a timeline comes with the scenario."""
    found = history_line(evidence.scenario, evidence.end.settings.start)
    if found is None:
        return []
    shown = tuple(point for point in found.points if point[0] <= evidence.end.turn)
    return [(found.title, shown)] if len(shown) > 1 else []


def _branches(author: Author) -> list[Line]:
    return [
        (name, tuple((float(kept.turn - 1 + n), at) for n, at in enumerate(kept.index)))
        for name, kept in author.branches
        if kept.index
    ]


def _dot_words(evidence: Evidence, point: Act) -> str:
    return f"{point.act.actor}: {act_words(evidence.scenario, point.act)}"


def _sealed(evidence: Evidence) -> Iterator[tuple[int, Record]]:
    """The sheets that counted, each with its turn; a sheet that was taken back does not count."""
    places = evidence.replay.turn_places()
    ends = [place for _, place in places[1:]] + [len(evidence.line)]
    for (turn, begun), end in zip(places, ends, strict=True):
        last: dict[ActorId, Record] = {}
        for record in evidence.line[begun:end]:
            if isinstance(record.event, OrdersSealed):
                last[record.event.seat] = record
        for record in sorted(last.values(), key=lambda record: record.number):
            yield turn, record


def _decision_row(
    evidence: Evidence, record: Record, turn: int, seat: ActorId, order: Order
) -> Row:
    aim = f", at {evidence.name(order.target)}" if order.target else ""
    said = [f"“{order.message}”"] if order.message else []
    if order.rationale:
        said.append(order.rationale)
    rung = meant_rung(evidence.scenario, order)
    line = line_words(evidence.scenario, order)
    cells = (
        f"{turn}",
        evidence.name(seat),
        f"{order_name(evidence.scenario, order)}{aim}{line}",
        "" if rung is None else f"R{round(rung)}",
        " ".join(said),
    )
    actors = (seat, order.target) if order.target else (seat,)
    return Row(cells, evidence.cite(record.number), actors)


def _rows(evidence: Evidence) -> Iterator[Row]:
    turn = 0
    for record in evidence.line:
        event = record.event
        turn = getattr(event, "turn", turn) or turn
        act = evidence.by_number.get(record.number)
        if act is not None:
            if _is_told(act):
                yield _act_row(evidence, act)
            continue
        who, words = _words_of(evidence, record)
        if words:
            yield Row((f"{turn}", "", who, words, "", ""), evidence.cite(record.number))


def _is_told(act: Act) -> bool:
    if act.act.goes_on and not act.act.killed:
        return False
    loud = act.act.rung >= LOUD_RUNG or act.act.killed > 0
    return loud or abs(act.change) >= LEAST_CHANGE


def _act_row(evidence: Evidence, act: Act) -> Row:
    what = act.act
    aim = f" → {what.order.target}" if what.order.target else ""
    change = points(act.change, Measure.CHANGE)
    moved = change.text if abs(act.change) >= 0.05 else ""
    cells = (
        f"{what.turn}",
        evidence.when(what),
        f"{what.actor}{aim}",
        act_words(evidence.scenario, what),
        f"R{round(what.rung)}",
        moved,
    )
    actors = (what.actor, what.order.target) if what.order.target else (what.actor,)
    return Row(
        cells, act.cites, actors, (*act_figures(what), change) if moved else act_figures(what)
    )


def _words_of(evidence: Evidence, record: Record) -> tuple[str, str]:
    """Who, and what an event that is no act says in a timeline; nothing for most."""
    match record.event:
        case SystemSettled() as settled if settled.public and settled.words:
            return "", settled_words(settled)
        case InjectFired(inject, delivery):
            to = "all" if delivery.is_public else ", ".join(delivery.to)
            return f"Control → {to}", inject.title
        case ProposalAccepted(_, number):
            return (
                "",
                f"Proposal {number}, “{evidence.end.proposals[number - 1].terms.title}”, binds",
            )
        case ProposalBroken(number, breach):
            title = evidence.end.proposals[number - 1].terms.title
            return breach.by, f"Breaks proposal {number}, “{title}”"
        case LineCrossed(crossing):
            return crossing.by, f"Crosses a red line of {evidence.name(crossing.seat)}"
        case GameEnded(_, outcome):
            return "", outcome.words
        case OrderRuled():
            return "", ""
    return "", ""
