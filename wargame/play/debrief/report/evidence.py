"""A game's log as evidence: its events by number, acts as ruled, and what moved the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wargame.engine.start import start_values
from wargame.engine.words import actor_name, moment_words
from wargame.model.events import Event, Record
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Controller
from wargame.model.ledger import Entry, total_change
from wargame.model.report import Cite, Figure, Measure
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.play.debrief.replay import Replay

PEOPLE = frozenset({Controller.PEOPLE, Controller.FACILITATOR})


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it was ruled.

    Attributes:
        number: Number of the event.
        act: What happened.
        change: What it did to the index, in points.
        cites: The event, and the ruling that changed it.
    """

    number: int
    act: ActResolved
    change: float
    cites: tuple[Cite, ...]


class Evidence:
    """What can be said about a game, and where it stands."""

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.scenario = replay.scenario
        self.line = replay.line
        self.end = replay.world(replay.last)
        self.records = {record.number: record for record in replay.line}
        start = self.scenario.start[self.end.settings.start]
        self.first = start_values(self.scenario, start)
        self.acts = tuple(self._acts())
        self.by_number = {act.number: act for act in self.acts}
        self._moved = self._movements()

    def cite(self, *numbers: int) -> tuple[Cite, ...]:
        """Citations of events of the line; numbers of no event of it are left out."""
        known = [self.records[n] for n in sorted(set(numbers)) if n in self.records]
        return tuple(Cite(record.number, record.event.kind) for record in known)

    def of_kind(self, *kinds: type[Event]) -> tuple[Record, ...]:
        """The events of some kinds, oldest first."""
        return tuple(record for record in self.line if isinstance(record.event, kinds))

    def name(self, actor: ActorId | None) -> str:
        """An actor's name."""
        return actor_name(self.scenario, actor)

    def when(self, act: ActResolved) -> str:
        """The in-game time of an act."""
        return moment_words(self.scenario, self.end.settings.start, act.day)

    def people(self) -> tuple[ActorId, ...]:
        """Seats that people played; every seat in a game of computers."""
        found = tuple(seat.actor for seat in self.end.seats if seat.controller in PEOPLE)
        return found or tuple(seat.actor for seat in self.end.seats)

    def moved(self, variable: str, first: str = "") -> tuple[Record, ...]:
        """The events that changed a number, oldest first."""
        return tuple(self._moved.get((variable, first), ()))

    def _movements(self) -> dict[tuple[str, str], list[Record]]:
        """The events that changed each number; read once, as a log may be long."""
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self.line:
            for key in {(e.variable, e.first) for e in ledger_of(record.event)}:
                found.setdefault(key, []).append(record)
        return found

    def _acts(self) -> Iterable[Act]:
        ruled: dict[int, int] = {}
        for record in self.line:
            if isinstance(record.event, ActRuled):
                ruled[record.event.act] = record.number
        for number, act in self.end.happenings():
            if isinstance(act, ActResolved):
                entries = ledger_of(self.records[number].event)
                cites = self.cite(number, ruled.get(number, number))
                yield Act(number, act, total_change(entries, "index"), cites)


def ledger_of(event: Event) -> tuple[Entry, ...]:
    """Every change that an event brought."""
    if isinstance(event, OrderRuled):
        return event.act.ledger
    found: tuple[Entry, ...] = getattr(event, "ledger", ())
    return found


def change_of(records: Iterable[Record], variable: str, first: str = "") -> float:
    """The summed change of a number over some events."""
    entries = (entry for record in records for entry in ledger_of(record.event))
    return total_change((e for e in entries if e.first == first), variable)


def after_last(records: Iterable[Record], variable: str, first: str = "") -> float:
    """What a number was after the last of some events that changed it."""
    found = [
        entry.after
        for record in records
        for entry in ledger_of(record.event)
        if entry.variable == variable and entry.first == first
    ]
    return found[-1]


def count(value: float, measure: Measure, variable: str = "", first: str = "") -> Figure:
    """A whole number as a figure."""
    return Figure(f"{value:,.0f}".replace("-", "−"), value, measure, variable, first)


def points(value: float, measure: Measure, variable: str = "index", first: str = "") -> Figure:
    """A number with one decimal as a figure; a change has its sign."""
    signed = f"{value:+.1f}" if measure is Measure.CHANGE else f"{value:.1f}"
    return Figure(signed.replace("-", "−"), value, measure, variable, first)


def rung(value: float, measure: Measure = Measure.RUNG) -> Figure:
    """A rung as a figure."""
    return Figure(f"R{round(value)}", value, measure)


def act_figures(act: ActResolved) -> tuple[Figure, ...]:
    """The figures of an act in one line: its rung, and what became of its weapons."""
    took = rung(act.rung)
    if not act.weapons or act.words:
        return (took,)
    launched = sum(weapons.launched for weapons in act.weapons)
    leaked = sum(weapons.leaked for weapons in act.weapons)
    return (took, count(launched, Measure.LAUNCHED), count(leaked, Measure.LEAKED))
