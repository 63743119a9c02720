"""Follows what a report cites: every figure is worked out again from the events themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wargame.engine.words import actor_name
from wargame.model.events import Event, PhaseBegan, Record, SessionStarted
from wargame.model.happenings import ActResolved
from wargame.model.ledger import Entry
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.report import Figure, Measure, Report, Row, Sentence
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.play.debrief.replay import Replay
from wargame.storage.codec import encode_event

_DATES = re.compile(
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d{4})?(?: \d\d:\d\d)?"
)
_NUMBER = re.compile(r"R?\d+(?:,\d{3})*(?:\.\d+)?")
_VALUE = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def acts_in(events: Sequence[Event]) -> list[ActResolved]:
    """The acts among some events, as rulings among them left them."""
    ruled = {event.act: event.after for event in events if isinstance(event, ActRuled)}
    found = []
    for event in events:
        if isinstance(event, OrderRuled):
            found.append(event.act)
        elif isinstance(event, ActResolved):
            found.append(event)
    assert len(ruled) <= len(found)
    return found


def killed_or_displaced(records: Sequence[Record], what: str) -> int:
    """A sum over acts, with the ruling on an act in its place where one is cited."""
    ruled = {r.event.act: r.event.after for r in records if isinstance(r.event, ActRuled)}
    total = 0
    for record in records:
        if isinstance(record.event, ActResolved):
            total += getattr(ruled.get(record.number, record.event), what)
        elif isinstance(record.event, OrderRuled):
            total += getattr(record.event.act, what)
    return total


def measured(records: Sequence[Record], figure: Figure) -> float:  # noqa: C901 - a case for each
    """What the events say for a figure, by nothing but what stands in them."""
    events = [record.event for record in records]
    acts = acts_in(events)
    ledgers = [
        entry
        for event in events
        for entry in (event.act.ledger if isinstance(event, OrderRuled) else _ledger(event))
        if entry.variable == figure.variable and entry.first == figure.first
    ]
    match figure.measure:
        case Measure.ACTS:
            return len(acts)
        case Measure.TURN:
            turns = {e.turn for e in events if isinstance(e, ActResolved | PhaseBegan)}
            turns |= {act.turn for act in acts}
            return max(turns)
        case Measure.RUNG:
            return acts[-1].rung
        case Measure.MEANT:
            meant = acts[-1].order.meant
            assert meant is not None
            return meant
        case Measure.KILLED | Measure.DISPLACED:
            return killed_or_displaced(records, figure.measure.value)
        case Measure.LAUNCHED | Measure.LEAKED:
            return float(sum(getattr(w, figure.measure.value) for a in acts for w in a.weapons))
        case Measure.CHANGE:
            return sum(entry.after - entry.before for entry in ledgers)
        case Measure.BEFORE:
            return ledgers[0].before
        case Measure.AFTER:
            return ledgers[-1].after
        case Measure.GAP:
            return _gap(records, figure.first)
        case Measure.CHANCE:
            odds = [event.odds for event in events if isinstance(event, OrderRuled)]
            assert odds[-1] is not None
            return 100 * odds[-1].chance
        case Measure.SEED:
            started = events[0]
            assert isinstance(started, SessionStarted)
            return started.settings.seed
    raise AssertionError(figure.measure)


def _ledger(event: Event) -> tuple[Entry, ...]:
    found: tuple[Entry, ...] = getattr(event, "ledger", ())
    return found


def _gap(records: Sequence[Record], reader: str) -> float:
    own = {
        r.event.perception.act: r.event.perception.rung
        for r in records
        if isinstance(r.event, PerceptionRecorded) and r.event.perception.seat == reader
    }
    ruled = {r.event.act: r.event.after for r in records if isinstance(r.event, ActRuled)}
    gaps = []
    for record in records:
        event = record.event
        act = event.act if isinstance(event, OrderRuled) else event
        if isinstance(act, ActResolved):
            sightings = ruled[record.number].sightings if record.number in ruled else act.sightings
            estimate = next(s.rung for s in sightings if s.seat == reader)
            meant = act.rung if act.order.meant is None else act.order.meant
            gaps.append(own.get(record.number, estimate) - meant)
    return sum(gaps) / len(gaps)


def follow(replay: Replay, report: Report) -> int:
    """Follow every citation of a report for control.

    Returns:
        How many claims with citations there were.
    """
    line = {record.number: record for record in replay.line}
    followed = 0
    for claim in report.claims():
        for cite in claim.cites:
            assert cite.number in line, claim
            assert line[cite.number].event.kind == cite.kind, claim
        records = [line[c.number] for c in sorted(set(claim.cites), key=lambda c: c.number)]
        words = " ".join(claim.cells) if isinstance(claim, Row) else claim.text
        said = " ".join([encode_event(record.event)[0].decode() + record.at for record in records])
        for actor in claim.actors:
            assert f'"{actor}"' in said, (actor, claim)
            assert actor in words or actor_name(replay.scenario, actor) in words, claim
        for figure in claim.figures:
            value = measured(records, figure)
            assert abs(value - figure.value) < 1e-6, (figure, value, claim)
            printed = float(figure.text.strip("R+").replace("−", "-").replace(",", ""))
            assert abs(abs(printed) - abs(value)) <= 0.5 + 1e-9, (figure, value)
            assert figure.text in words, claim
        followed += bool(claim.cites)
    return followed


def loose_numbers(replay: Replay, claim: Sentence | Row) -> list[str]:
    """Numbers of a claim that no figure, event or text of the scenario accounts for."""
    line = {record.number: record for record in replay.line}
    words = " ".join(claim.cells) if isinstance(claim, Row) else claim.text
    sources = " ".join(
        encode_event(line[cite.number].event)[0].decode() + line[cite.number].at
        for cite in claim.cites
    )
    scenario = replay.scenario
    names = " ".join(
        [
            *(move.name for move in scenario.moves),
            *(band.name for band in scenario.bands),
            *(rung.name for rung in scenario.rungs),
            *(objective.text for actor in scenario.actors for objective in actor.objectives),
            *(start.title for start in scenario.starts),
            scenario.title,
            scenario.version,
            *(str(band.number) for band in scenario.bands),
            str(scenario.turns),
        ]
    )
    known = set(_NUMBER.findall(sources)) | set(_NUMBER.findall(names))
    known |= {figure.text.lstrip("+−") for figure in claim.figures}
    known |= {f"R{round(float(value))}" for value in _VALUE.findall(sources)}
    known |= {f"{turn_of(replay, cite.number)}" for cite in claim.cites}
    return [number for number in _NUMBER.findall(_DATES.sub("", words)) if number not in known]


def turn_of(replay: Replay, number: int) -> int:
    """The turn in which an event was written."""
    begun = [(place, turn) for turn, place in replay.turn_places()]
    place = replay.place_of(number)
    return max((turn for at, turn in begun if at <= place), default=0)
