"""A game as tables for other programs: log, orders, index, perceptions and tags.

For control everything is in them; for a seat only what its own views hold, and no number of the
log, which would tell how much happened that it did not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import order_name
from wargame.model.events import OrdersSealed, Record
from wargame.model.export import Cell, ExportTable
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.ledger import total_change
from wargame.model.orders import Order
from wargame.model.rulings import OrderRuled
from wargame.model.scenario import Scenario
from wargame.model.seat_view import SeatView
from wargame.play.dealings.perceptions import read_acts
from wargame.play.debrief.notes import RoomNotes
from wargame.play.debrief.replay import Replay
from wargame.play.debrief.report.evidence import ledger_of
from wargame.play.debrief.report.seat_report import own_sheets, seat_view_of
from wargame.play.words.event_words import event_words
from wargame.play.words.warned_lines import drawn_line, meant_rung

_ORDER = (
    "turn",
    "seat",
    "place",
    "move",
    "name",
    "target",
    "meant",
    "line_drawn",
    "warning_hours",
    "told",
    "overt",
    "message",
    "reason",
)
_LOG = (
    "event",
    "written",
    "turn",
    "kind",
    "actor",
    "target",
    "move",
    "rung",
    "success",
    "killed",
    "displaced",
    "index_change",
    "words",
)
_KNOWN = ("number", "turn", "when", "actor", "sure", "target", "move", "read", "how", "words")


def tables_for_control(replay: Replay, notes: RoomNotes) -> tuple[ExportTable, ...]:
    """Everything."""
    return (
        ExportTable("log", _LOG, tuple(_log(replay))),
        ExportTable("orders", ("event", *_ORDER), tuple(_orders(replay))),
        ExportTable("index", ("turn", "index", "band"), tuple(_index(replay))),
        ExportTable(
            "perceptions",
            (
                "event",
                "turn",
                "actor",
                "target",
                "meant",
                "was",
                "seat",
                "estimate",
                "recorded",
                "line",
            ),
            tuple(_perceptions(replay)),
        ),
        ExportTable(
            "tags",
            ("turn", "after_event", "by", "seat", "mark", "objective", "note", "in_play"),
            tuple(
                (
                    tag.turn,
                    tag.after,
                    tag.by,
                    tag.seat or "",
                    tag.label,
                    tag.objective,
                    tag.note,
                    tag.is_from_play,
                )
                for tag in notes.tags
            ),
        ),
    )


def tables_for_seat(replay: Replay, seat: ActorId) -> tuple[ExportTable, ...]:
    """What a seat may know, from its own views alone; equal views give equal tables.

    Raises:
        RuleError: There is no such seat.
    """
    view = seat_view_of(replay, seat)
    scenario = replay.scenario
    sheets = tuple(
        _order_row(scenario, turn, seat, place, order)
        for turn, sheet in own_sheets(replay, seat)
        for place, order in enumerate(sheet, start=1)
    )
    return (
        ExportTable("known", _KNOWN, tuple(_known(view))),
        ExportTable("orders", _ORDER, sheets),
        ExportTable(
            "index",
            ("turn", "index", "band"),
            tuple(
                (turn, index, scenario.band_of(index).name)
                for turn, index in enumerate(view.index_path)
            ),
        ),
        ExportTable("messages", ("when", "by", "to", "words", "status"), tuple(_messages(view))),
    )


def _log(replay: Replay) -> Iterator[tuple[Cell, ...]]:
    turn = 0
    for record in replay.line:
        event = record.event
        turn = getattr(event, "turn", turn) or turn
        act = event.act if isinstance(event, OrderRuled) else event
        words = event_words(replay.scenario, event)
        change = total_change(ledger_of(event), "index") if ledger_of(event) else None
        facts: tuple[Cell, ...] = ("", "", "", None, None, None, None)
        if isinstance(act, ActResolved):
            facts = (
                act.actor,
                act.order.target or "",
                act.order.move,
                act.rung,
                act.success,
                act.killed,
                act.displaced,
            )
        yield (record.number, record.at, turn, event.kind, *facts, change, words)


def _orders(replay: Replay) -> Iterator[tuple[Cell, ...]]:
    turn = 0
    for record in replay.line:
        event = record.event
        turn = getattr(event, "turn", turn) or turn
        if isinstance(event, OrdersSealed):
            yield from _sheet(replay.scenario, record, turn, event)


def _sheet(
    scenario: Scenario, record: Record, turn: int, event: OrdersSealed
) -> Iterator[tuple[Cell, ...]]:
    for place, order in enumerate(event.orders, start=1):
        yield (record.number, *_order_row(scenario, turn, event.seat, place, order))


def _order_row(
    scenario: Scenario, turn: int, seat: ActorId, place: int, order: Order
) -> tuple[Cell, ...]:
    return (
        turn,
        seat,
        place,
        order.move,
        order_name(scenario, order),
        order.target or "",
        meant_rung(scenario, order),
        drawn_line(scenario, order),
        order.warning_hours,
        ", ".join(order.told),
        order.overt,
        order.message,
        order.rationale,
    )


def _index(replay: Replay) -> Iterator[tuple[Cell, ...]]:
    for turn, index in enumerate(replay.world(replay.last).index_path):
        yield turn, index, replay.scenario.band_of(index).name


def _perceptions(replay: Replay) -> Iterator[tuple[Cell, ...]]:
    for act in read_acts(replay.scenario, replay.world(replay.last)):
        for by in act.readers:
            yield (
                act.number,
                act.turn,
                act.actor,
                act.target or "",
                act.meant,
                act.rung,
                by.seat,
                by.estimate,
                by.read,
                by.line,
            )


def _known(view: SeatView) -> Iterator[tuple[Cell, ...]]:
    for event in view.known:
        yield (
            event.number,
            event.turn,
            event.when,
            event.actor or "",
            event.sure,
            event.target or "",
            event.move or "",
            event.read_rung,
            event.how,
            event.words,
        )


def _messages(view: SeatView) -> Iterator[tuple[Cell, ...]]:
    for message in view.channels.messages:
        yield message.when, message.by, message.to or "", message.words, message.status
