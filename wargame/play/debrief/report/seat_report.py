"""A report for one team: what it knew and did, from its own views and from nothing else.

Numbers in it are those of the team's own list, never those of the log: they would tell how much
happened that the team did not see. Two games that differ only in what it may not know give equal
reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wargame.engine.words import order_words
from wargame.errors import RuleError
from wargame.model.events import PhaseBegan
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.report import (
    Chart,
    Cite,
    OwnText,
    Report,
    Row,
    Section,
    Table,
)
from wargame.model.seat_view import KnownEvent, SeatView, turn_words
from wargame.play.debrief.replay import Replay
from wargame.play.debrief.report.after_action import with_texts
from wargame.play.debrief.report.objectives import STANDINGS
from wargame.play.words.warned_lines import line_words, meant_rung

_HOW = {
    "own": "Own move",
    "target": "Felt it",
    "public": "Public",
    "told": "Was told",
    "intelligence": "Intelligence",
}
_SURE = 0.9


def seat_report(replay: Replay, seat: ActorId, texts: Mapping[str, str]) -> Report:
    """The report for a team.

    Args:
        replay: The game.
        seat: The team's seat.
        texts: The author's words by the key of their place; places of a team begin with its id.

    Raises:
        RuleError: There is no such seat.
    """
    view = seat_view_of(replay, seat)
    sections = (
        _overview(view),
        _objectives(view),
        _index(view),
        _orders(replay, view),
        _known(view),
        _lines(view),
        _messages(view),
        Section(
            "improvement",
            "What to keep and what to change",
            (
                OwnText(f"{seat}.strengths", "What went well"),
                OwnText(f"{seat}.weaknesses", "What to do otherwise"),
            ),
        ),
    )
    return Report(
        title=f"What {view.label.name} knew and did",
        subtitle=f"{view.scenario}: {view.session}",
        seat=seat,
        # No time of the clock on the wall: it would tell when others acted.
        made_from=f"{replay.view(seat, 0).first_day}T00:00:00",
        sections=tuple(with_texts(section, texts) for section in sections),
    )


def seat_view_of(replay: Replay, seat: ActorId) -> SeatView:
    """What a seat knew at the end.

    Raises:
        RuleError: There is no such seat.
    """
    known = {one.actor for one in replay.world(replay.last).seats}
    if seat not in known:
        raise RuleError(
            "seat.unknown", f"There is no seat {seat}; there are: {', '.join(sorted(known))}."
        )
    return replay.view(seat, replay.last)


def own_sheets(replay: Replay, seat: ActorId) -> Iterator[tuple[int, tuple[Order, ...]]]:
    """A seat's sealed orders by turn, each as its own view had them at the lock."""
    for place, record in enumerate(replay.line):
        event = record.event
        if isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE:
            view = replay.view(seat, place - 1)
            if view.sealed:
                yield event.turn, view.sealed


def _overview(view: SeatView) -> Section:
    rows = (
        Row(("Team", view.label.name)),
        Row(("Exercise", view.session)),
        Row(("Scenario", view.scenario)),
        Row(("Turns", f"{view.turn} of {view.turns}, to {view.last_day}")),
    )
    table = Table("The exercise", ("", ""), rows, (0.24, 0.76))
    return Section(
        "overview", "Overview", (table, OwnText(f"{view.seat}.summary", "Summary for the team"))
    )


def _objectives(view: SeatView) -> Section:
    rows = tuple(Row((one.text, STANDINGS[one.standing])) for one in view.objectives)
    table = Table("Objectives", ("Objective", "By the rules"), rows, (0.7, 0.3), "None was set.")
    own = OwnText(f"{view.seat}.objectives", "Analysis of the objectives")
    return Section("objectives", "Objectives", (table, own))


def _index(view: SeatView) -> Section:
    chart = Chart(
        caption="The escalation index as it was published",
        turns=max(1, len(view.index_path) - 1),
        bands=view.bands,
        line=tuple((float(turn), index) for turn, index in enumerate(view.index_path)),
    )
    rows = tuple(Row((f"{turn}", f"{at:.1f}")) for turn, at in enumerate(view.index_path))
    table = Table("The published index", ("After turn", "Index"), rows, (0.3, 0.7))
    return Section("escalation", "Escalation", (chart, table))


def _orders(replay: Replay, view: SeatView) -> Section:
    rows = []
    for turn, sheet in own_sheets(replay, view.seat):
        for order in sheet:
            rung = meant_rung(replay.scenario, order)
            meant = "" if rung is None else f"R{round(rung)}"
            said = [f"“{order.message}”"] if order.message else []
            said += [order.rationale] if order.rationale else []
            words = order_words(replay.scenario, order) + line_words(replay.scenario, order)
            rows.append(Row((f"{turn}", words, meant, " ".join(said))))
    head = ("Turn", "Order", "Meant as", "Message and reason")
    table = Table("What we ordered", head, tuple(rows), (0.1, 0.4, 0.12, 0.38), "Nothing.")
    own = OwnText(f"{view.seat}.decisions", "What our decisions show")
    return Section("decisions", "Our decisions", (table, own))


def _known(view: SeatView) -> Section:
    # What was before the game stood in the briefing.
    rows = tuple(_known_row(event) for event in view.known if event.turn)
    head = ("Turn", "When", "Who", "What", "We read", "How we know")
    table = Table(
        "What we knew of the game, by the end",
        head,
        rows,
        (0.08, 0.15, 0.2, 0.34, 0.08, 0.15),
        "Nothing yet.",
    )
    own = OwnText(f"{view.seat}.timeline", "What we understood late or wrongly")
    return Section("timeline", "What we knew", (table, own))


def _known_row(event: KnownEvent) -> Row:
    who = event.actor or "Unknown"
    if event.actor and event.sure < _SURE:
        who = f"{who}, {round(100 * event.sure)} % sure"
    if event.target:
        who = f"{who} → {event.target}"
    read = "" if event.read_rung is None else f"R{round(event.read_rung)}"
    words = f"{event.words.rstrip('.')}. {event.detail}" if event.detail else event.words
    cells = (f"{event.turn}", event.when, who, words, read, _HOW.get(event.how, event.how))
    return Row(cells, (Cite(event.number, "known"),))


def _lines(view: SeatView) -> Section:
    rows = []
    for line in view.red_lines:
        state = "Held"
        if line.crossed is not None:
            state = "Crossed, " + turn_words(line.crossed).lower()
        kept = "" if line.kept is None else ("Kept" if line.kept else "Not kept")
        rows.append(Row((line.text, f"R{round(line.rung)}", state, line.promise, kept)))
    head = ("Our line", "From", "As we saw it", "What we said we would do", "Promise")
    table = Table("Our red lines", head, tuple(rows), (0.3, 0.08, 0.2, 0.28, 0.14), "None.")
    return Section("lines", "Red lines and promises", (table,))


def _messages(view: SeatView) -> Section:
    rows = tuple(
        Row((m.when, f"{m.by} → {m.to or 'all'}", m.words, m.status))
        for m in view.channels.messages
    )
    head = ("When", "Who", "Words", "State")
    table = Table("What was said", head, rows, (0.16, 0.16, 0.48, 0.2), "Nothing was said.")
    papers = tuple(Row((p.title, p.by, p.words)) for p in view.channels.proposals)
    proposals = Table("Proposals", ("Title", "By", "State"), papers, (0.4, 0.2, 0.4), "None.")
    return Section("channels", "Channels", (table, proposals))
