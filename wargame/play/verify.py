"""Whether a save is whole: its chain, its fold, and its turns adjudicated once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply, fold
from wargame.engine.rules_version import RULES_VERSION
from wargame.errors import InternalError
from wargame.model.events import (
    ActResolved,
    Event,
    GameEnded,
    OrderLapsed,
    PhaseBegan,
    Record,
    StandingChanged,
    SystemSettled,
    WentBack,
)
from wargame.model.ids import Phase
from wargame.model.outcome import Ending
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.library import scenario_of_save
from wargame.storage.opening import open_save
from wargame.storage.refusals import DamagedSaveError

_ADJUDICATED = (ActResolved, OrderLapsed, SystemSettled, StandingChanged, GameEnded)


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a save found.

    Attributes:
        is_whole: Whether nothing differs.
        words: The finding in one sentence; the first difference where there is one.
        events: Events in the log.
        rules: The rules version that played it.
        same_rules: Whether this program has the same rules, so that turns were adjudicated again.
        state: Hash of the state after the last event; empty when it could not be folded.
    """

    is_whole: bool
    words: str
    events: int
    rules: str
    same_rules: bool
    state: str


def verify_save(path: Path) -> Verification:
    """Checks the hash chain, folds the log, and adjudicates every turn again.

    Raises:
        SaveError: The file cannot be opened as a save at all.
    """
    try:
        save = open_save(path, read_only=True)
    except DamagedSaveError as error:
        return Verification(
            is_whole=False, words=str(error), events=0, rules="", same_rules=False, state=""
        )
    with save:
        differences = save.check()
        rules = save.header.rules
        same_rules = rules == RULES_VERSION
        if differences:
            return Verification(
                is_whole=False,
                words=differences[0].words,
                events=0,
                rules=rules,
                same_rules=same_rules,
                state="",
            )
        scenario = scenario_of_save(save)
        records = tuple(save.record_list())
    try:
        world, difference = _replay(scenario, records, same_rules)
    except (InternalError, KeyError) as error:
        words = f"The log cannot be replayed: {error}"
        return Verification(
            is_whole=False,
            words=words,
            events=len(records),
            rules=rules,
            same_rules=same_rules,
            state="",
        )
    if difference:
        return Verification(
            is_whole=False,
            words=difference,
            events=len(records),
            rules=rules,
            same_rules=same_rules,
            state="",
        )
    found = f"Whole: {len(records):,} events, the chain is unbroken"
    words = f"{found}, every turn adjudicates the same again."
    if not same_rules:
        words = (
            f"{found}; rules {rules} played it and this program has rules {RULES_VERSION}, so its "
            "turns stand as they were logged and cannot be adjudicated again."
        )
    return Verification(
        is_whole=True,
        words=words,
        events=len(records),
        rules=rules,
        same_rules=same_rules,
        state=world.state_hash(),
    )


def _replay(scenario: Scenario, records: Sequence[Record], same_rules: bool) -> tuple[World, str]:
    """The world after the log, and the first difference in words (empty for none)."""
    world: World | None = None
    expected: list[Event] = []
    for record in records:
        event = record.event
        if isinstance(event, WentBack):
            if expected:
                return _must(world), f"Before event {record.number} an adjudication is incomplete."
            world = fold(scenario, records[: record.number])
            continue
        if isinstance(event, _ADJUDICATED) and not _is_stopped(event):
            if expected and expected.pop(0) != event:
                return _must(world), f"Event {record.number} differs from what the rules give."
        elif expected:
            return _must(world), f"Before event {record.number} an event of the rules is missing."
        world = replace(apply(scenario, world, event, record.number), events=record.number)
        begins = isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE
        if begins and same_rules:
            expected = list(adjudicate(scenario, world))
    return _must(world), "The last turn's events are incomplete." if expected else ""


def _is_stopped(event: Event) -> bool:
    """Whether the facilitator ended the game, which no rule foretells."""
    return isinstance(event, GameEnded) and event.outcome.ending is Ending.STOPPED


def _must(world: World | None) -> World:
    if world is None:
        raise InternalError("the log is empty")
    return world
