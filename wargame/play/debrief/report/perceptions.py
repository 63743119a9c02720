"""What was meant and what was read, move by move and pair by pair."""

from __future__ import annotations

from collections import defaultdict

from wargame.model.ids import ActorId
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.report import Figure, Measure, OwnText, Row, Section, Table
from wargame.play.dealings.perceptions import ReadAct, ReadBy, read_acts
from wargame.play.debrief.report.evidence import Evidence, act_figures, count, rung

LOUD_RUNG = 3.0
FEWEST_ACTS = 3
"""Acts below which a mean of a pair says nothing."""
MOST_PAIRS = 12
WIDE_GAP = 2.0
"""Rungs between what was meant and what was read from which a reading is told."""


def meant_and_read(evidence: Evidence) -> Section:
    """How acts were meant, and how each reader recorded or is estimated to have read them."""
    acts = [act for act in read_acts(evidence.scenario, evidence.end) if _says_something(act)]
    recorded = _recorded(evidence)
    told = [act for act in acts if _is_told(act)]
    rows = tuple(_row(evidence, act, recorded) for act in told)
    head = ("Turn", "Who", "What", "Meant", "Was", "Read by others")
    table = Table(
        "Moves from R3 up, or read two rungs or more beside what was meant, with a stated meaning "
        "or a recorded reading (* recorded by the team; the others are the law's estimates)",
        head,
        rows,
        (0.08, 0.16, 0.34, 0.1, 0.08, 0.24),
        "No such move was made.",
    )
    pairs = Table(
        "How each pair read the other over the game: read less meant, in rungs; where no meaning "
        "was stated, the rung of the act stands in",
        ("Reader", "Whose moves", "Mean difference", "Moves"),
        tuple(_pairs(evidence, acts, recorded)),
        (),
        "No pair saw three moves of the other.",
    )
    own = OwnText("perceptions", "What was misread, and why")
    return Section("perceptions", "Meant and read", (own, table, pairs))


def _is_told(act: ReadAct) -> bool:
    """Whether an act stands in the table: not for talk that everybody read as it was meant."""
    if act.meant is None and not _was_recorded(act):
        return False
    return act.rung >= LOUD_RUNG or any(_gap(act, by) >= WIDE_GAP for by in act.readers)


def _gap(act: ReadAct, by: ReadBy) -> float:
    meant = act.rung if act.meant is None else act.meant
    return abs((by.estimate if by.read is None else by.read) - meant)


def _readers_words(act: ReadAct) -> str:
    """The readings that differ or were recorded, and the rest in one piece."""
    said, rest = [], []
    for by in act.readers:
        read = by.estimate if by.read is None else by.read
        if by.read is not None or by.seat == act.target or _gap(act, by) >= WIDE_GAP:
            said.append(f"{by.seat} R{round(read)}" + ("*" if by.read is not None else ""))
        else:
            rest.append(round(read))
    if rest:
        low, high = min(rest), max(rest)
        span = f"R{low}" if low == high else f"R{low} to R{high}"
        said.append(f"{'others' if said else 'all'} {span}")
    return ", ".join(said)


def _says_something(act: ReadAct) -> bool:
    return act.meant is not None or act.rung >= LOUD_RUNG or _was_recorded(act)


def _was_recorded(act: ReadAct) -> bool:
    return any(by.read is not None for by in act.readers)


def _recorded(evidence: Evidence) -> dict[tuple[ActorId, int], int]:
    """The event with which a seat recorded how it read an act; a later record counts."""
    found = {}
    for record in evidence.of_kind(PerceptionRecorded):
        if isinstance(record.event, PerceptionRecorded):
            read = record.event.perception
            found[read.seat, read.act] = record.number
    return found


def _row(evidence: Evidence, act: ReadAct, recorded: dict[tuple[ActorId, int], int]) -> Row:
    numbers = [recorded[by.seat, act.number] for by in act.readers if by.read is not None]
    figures = act_figures(evidence.by_number[act.number].act)
    if act.meant is not None:
        figures = (*figures, rung(act.meant, Measure.MEANT))
    aim = f" → {act.target}" if act.target else ""
    cells = (
        f"{act.turn}",
        f"{act.actor}{aim}",
        act.words,
        "not said" if act.meant is None else f"R{round(act.meant)}",
        f"R{round(act.rung)}",
        _readers_words(act),
    )
    named = (by.seat for by in act.readers if by.read is not None)
    actors = (act.actor, *((act.target,) if act.target else ()), *named)
    cites = (*evidence.by_number[act.number].cites, *evidence.cite(*numbers))
    return Row(cells, cites, actors, figures)


def _pairs(
    evidence: Evidence, acts: list[ReadAct], recorded: dict[tuple[ActorId, int], int]
) -> list[Row]:
    gaps: dict[tuple[ActorId, ActorId], list[tuple[float, int]]] = defaultdict(list)
    for act in acts:
        meant = act.rung if act.meant is None else act.meant
        for by in act.readers:
            read = by.estimate if by.read is None else by.read
            gaps[by.seat, act.actor].append((read - meant, act.number))
    found = []
    for (reader, actor), values in gaps.items():
        if len(values) < FEWEST_ACTS:
            continue
        mean = sum(gap for gap, _ in values) / len(values)
        numbers = [number for _, number in values]
        numbers += [recorded[reader, n] for n in numbers if (reader, n) in recorded]
        figure = Figure(f"{mean:+.1f}".replace("-", "−"), mean, Measure.GAP, first=reader)
        cells = (evidence.name(reader), evidence.name(actor), figure.text, f"{len(values)}")
        rulings = (cite for _, n in values for cite in evidence.by_number[n].cites[1:])
        cites = (*evidence.cite(*numbers), *rulings)
        figures = (figure, count(len(values), Measure.ACTS))
        found.append((mean, Row(cells, cites, (reader, actor), figures)))
    found.sort(key=lambda pair: -abs(pair[0]))
    return [row for _, row in found[:MOST_PAIRS]]
