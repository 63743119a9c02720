"""What a scenario lets every actor do, as tables: candidates, roles, requirements, facts to keep.

The doctrine compares hundreds of candidates a turn in thousands of worlds, so who may do what to
whom is worked out once. Requirements become short programs that ``requirements.py`` runs, the same
conditions that ``engine/conditions.py`` judges for one world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from wargame.engine.law.bundles import bundle_tables
from wargame.engine.law.past import fields_of
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.playbook_what_if import Forbidden, Forced, Held, what_if_tables
from wargame.engine.law.rng import folded, word_of
from wargame.engine.law.roles import role_of
from wargame.model.conditions import ActCount, AllOf, AnyOf, Condition, Measure, Not, Struck
from wargame.model.moves import Lasting, Move
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME

USE_OF_FORCE = 4
"""Hostility from which a move may be aimed at rivals only, as legal moves has it."""

MEASURE, COUNT, ALL, ANY, NOT = range(5)
"""Operations of a requirement's program."""

COMPARE = {">=": 0, "<=": 1, ">": 2, "<": 3, "==": 4}
NO_NAME, THE_ACTOR, THE_TARGET, THE_FRONT = range(4)
"""What a name in a condition stands for: nothing to be filled in, or a word of a move."""

_WORDS = {"actor": THE_ACTOR, "target": THE_TARGET, "front": THE_FRONT}
TURN = -1
"""Place of a measure that reads the turn."""

PlaybookRecord = np.ndarray[tuple[int], np.dtype[np.void]]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A kind of act to be counted: which, by whom, against whom, how long it counts."""

    rung: float
    front: int
    move: int
    within: int
    by: int
    target: int
    each_by: bool
    each_target: bool


@dataclass(slots=True)
class _Writer:
    """Writes requirements as programs and gathers the facts they need."""

    scenario: Scenario
    rows: list[tuple[int, int, int, int, int, int, int, int, float]] = field(default_factory=list)
    facts: list[_Fact] = field(default_factory=list)

    def write(self, condition: Condition) -> None:
        """Append a condition's program: parts first, then what joins them."""
        match condition:
            case AllOf(parts):
                self._join(ALL, parts)
            case AnyOf(parts):
                self._join(ANY, parts)
            case Not(part):
                self.write(part)
                self._row(NOT)
            case Measure():
                self._measure(condition)
            case ActCount():
                self._count(condition)
            case Struck():
                by = condition.by or None
                whom = condition.whom or "actor"
                self._count(ActCount(1, condition.rung, by, whom, None, 1))  # type: ignore[arg-type]

    def write_all(self, parts: int) -> None:
        """Append that the last so many conditions must hold together."""
        self._row(ALL, parts)

    def _join(self, operation: int, parts: tuple[Condition, ...]) -> None:
        for part in parts:
            self.write(part)
        self._row(operation, len(parts))

    def _row(
        self,
        operation: int,
        number: int = 0,
        base: int = 0,
        first: int = 0,
        first_step: int = 0,
        second: int = 0,
        second_step: int = 0,
        compare: int = 0,
        value: float = 0.0,
    ) -> None:
        self.rows.append(
            (operation, number, base, first, first_step, second, second_step, compare, value)
        )

    def _measure(self, measure: Measure) -> None:
        compare = COMPARE[measure.compare]
        if measure.variable == "turn":
            self._row(MEASURE, base=TURN, compare=compare, value=measure.value)
            return
        layout = self.scenario.layout
        axes = layout.axes(BY_NAME[measure.variable].scope)
        names = (measure.first, measure.second)[: len(axes)]
        steps = (len(axes[1]), 1) if len(axes) == 2 else (1, 0)
        places = [a[0] if n in _WORDS else n for n, a in zip(names, axes, strict=True)]
        kinds = [_WORDS.get(n, NO_NAME) for n in names] + [NO_NAME, NO_NAME]
        self._row(
            MEASURE,
            base=layout.offset(measure.variable, *places),
            first=kinds[0],
            first_step=steps[0],
            second=kinds[1],
            second_step=steps[1],
            compare=compare,
            value=measure.value,
        )

    def _count(self, counted: ActCount) -> None:
        ids: list[str] = [a.id for a in self.scenario.actors]
        by, target = counted.by or "", counted.target or ""
        fact = _Fact(
            rung=counted.rung,
            front=self._place([f.id for f in self.scenario.fronts], counted.front),
            move=self._place([m.id for m in self.scenario.moves], counted.move),
            within=counted.within_turns,
            by=ids.index(by) if by in ids else -1,
            target=ids.index(target) if target in ids else -1,
            each_by=by in _WORDS,
            each_target=target in _WORDS,
        )
        if fact not in self.facts:
            self.facts.append(fact)
        self._row(
            COUNT,
            number=self.facts.index(fact),
            first=_WORDS.get(by, NO_NAME),
            second=_WORDS.get(target, NO_NAME),
            value=float(counted.at_least),
        )

    @staticmethod
    def _place(names: list[str], name: str | None) -> int:
        return names.index(name) if name else -1


def playbook_record(
    scenario: Scenario,
    forced: Sequence[Forced] = (),
    forbidden: Sequence[Forbidden] = (),
    held: Sequence[Held] = (),
) -> PlaybookRecord:
    """The tables of a scenario as a NumPy record of one, with what a what-if asks for."""
    return with_what_if(_as_it_stands(scenario), scenario, forced, forbidden, held)


@lru_cache(maxsize=4)
def _as_it_stands(scenario: Scenario) -> PlaybookRecord:
    """The same without a what-if: some thousand words and conditions, made once."""
    writer = _Writer(scenario)
    program = [0]
    for move in scenario.moves:
        for needed in move.requires:
            writer.write(needed.condition)
        if len(move.requires) > 1:
            writer.write_all(len(move.requires))
        program.append(len(writer.rows))
    candidates = _candidates(scenario)
    tried, keys = _candidate_tables(scenario, candidates), _candidate_keys(scenario, candidates)
    bundles = bundle_tables(scenario, candidates)
    tables: dict[str, list[int] | list[float]] = {
        "max_orders": [scenario.max_orders],
        **tried,
        **bundles,
        "weighed_target": [tried["candidate_target"][n] for n in bundles["weighed"]],
        "weighed_key": [keys[n] for n in bundles["weighed"]],
        "program_from": program,
        **_program_tables(writer),
        **_fact_tables(writer.facts, len(scenario.actors)),
        **_move_tables(scenario),
        **_actor_tables(scenario),
        **what_if_tables(scenario, (), (), ()),
    }
    record = _record(tables)
    record.flags.writeable = False
    return record


def with_what_if(
    record: PlaybookRecord,
    scenario: Scenario,
    forced: Sequence[Forced] = (),
    forbidden: Sequence[Forbidden] = (),
    held: Sequence[Held] = (),
) -> PlaybookRecord:
    """A copy of a scenario's playbook with another what-if in it; far quicker than another one."""
    changed: PlaybookRecord = np.copy(record)
    for name, values in what_if_tables(scenario, forced, forbidden, held).items():
        changed[name][0] = values
    return changed


@lru_cache(maxsize=4)
def playbook_for(scenario: Scenario) -> Playbook:
    """The same for a single world, without NumPy in the way; nobody writes to it."""
    return Playbook(_as_it_stands(scenario))


def past_type(d: PlaybookRecord, actors: int, lanes: int) -> np.dtype[np.void]:
    """The NumPy type of the memory of a block of worlds."""
    facts, picks = int(d["fact_places"][0, 0]), int(d["max_orders"][0, 0])
    moves = int(d["role"].shape[1])
    kinds = {"q": "<i8", "d": "<f8"}
    return np.dtype(
        [
            (name, kinds[code], tuple(shape))
            for name, code, shape in fields_of(actors, moves, facts, picks, lanes)
        ]
    )


def _record(tables: dict[str, list[int] | list[float]]) -> PlaybookRecord:
    kinds = {name: "<f8" if name in Playbook.NUMBERS else "<i8" for name in tables}
    # An empty array has no place in a record, so one unused number stands in for it.
    filled = {name: values or [0] for name, values in tables.items()}
    record: PlaybookRecord = np.zeros(
        1, dtype=np.dtype([(n, kinds[n], (len(v),)) for n, v in filled.items()])
    )
    for name, values in filled.items():
        record[name][0] = values
    return record


def _candidates(scenario: Scenario) -> list[list[tuple[int, int]]]:
    """Move and target (-1 for none) that each actor may ever try, by actor."""
    ids = [a.id for a in scenario.actors]
    rivals = {frozenset((r.first, r.second)) for r in scenario.relations if r.kind == "rivals"}
    found: list[list[tuple[int, int]]] = []
    for me in scenario.actors:
        mine = []
        for m, move in enumerate(scenario.moves):
            if not me.playable or me.id not in move.who:
                continue
            if not move.targets:
                mine.append((m, -1))
            for target in move.targets:
                is_rival = frozenset((me.id, target)) in rivals
                if target != me.id and (move.hostility < USE_OF_FORCE or is_rival):
                    mine.append((m, ids.index(target)))
        found.append(mine)
    return found


def _candidate_tables(
    scenario: Scenario, found: list[list[tuple[int, int]]]
) -> dict[str, list[int]]:
    fronts = [f.id for f in scenario.fronts]
    starts, moves, targets, at_fronts = [0], [], [], []
    for n, mine in enumerate(found):
        me = scenario.actors[n]
        for m, j in mine:
            move = scenario.moves[m]
            front = move.front
            if front is None and j >= 0:
                front = scenario.front_between(me.id, scenario.actors[j].id, move.home_soil)
            moves.append(m)
            targets.append(j)
            at_fronts.append(fronts.index(front) if front else -1)
        starts.append(len(moves))
    return {
        "candidate_from": starts,
        "candidate_move": moves,
        "candidate_target": targets,
        "candidate_front": at_fronts,
    }


def _candidate_keys(scenario: Scenario, found: list[list[tuple[int, int]]]) -> list[int]:
    """The word at which each candidate draws: of its ids, so that no place in a list matters."""
    actors = [word_of(actor.id) for actor in scenario.actors]
    moves = [word_of(move.id) for move in scenario.moves]
    keys = []
    for me, mine in zip(actors, found, strict=True):
        for m, j in mine:
            key = folded(me, moves[m])
            keys.append(folded(key, actors[j]) if j >= 0 else key)
    return keys


def _program_tables(writer: _Writer) -> dict[str, list[int] | list[float]]:
    names = (
        "op_kind",
        "op_number",
        "op_base",
        "op_first",
        "op_first_step",
        "op_second",
        "op_second_step",
        "op_compare",
        "op_value",
    )
    columns = list(zip(*writer.rows, strict=True)) or [()] * len(names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}


def _fact_tables(facts: list[_Fact], actors: int) -> dict[str, list[int] | list[float]]:
    bases, by_steps, target_steps = [], [], []
    at = 0
    for fact in facts:
        cells = max(fact.within, 1)
        targets = actors if fact.each_target else 1
        bases.append(at)
        target_steps.append(cells if fact.each_target else 0)
        by_steps.append(cells * targets if fact.each_by else 0)
        at += cells * targets * (actors if fact.each_by else 1)
    return {
        "fact_count": [len(facts)],
        "fact_places": [at],
        "fact_base": bases,
        "fact_by_step": by_steps,
        "fact_target_step": target_steps,
        "fact_rung": [fact.rung for fact in facts],
        "fact_front": [fact.front for fact in facts],
        "fact_move": [fact.move for fact in facts],
        "fact_within": [fact.within for fact in facts],
        "fact_by": [fact.by for fact in facts],
        "fact_target": [fact.target for fact in facts],
    }


def _move_tables(scenario: Scenario) -> dict[str, list[int] | list[float]]:
    def tagged(tag: str) -> list[int]:
        return [int(tag in move.tags) for move in scenario.moves]

    return {
        "role": [role_of(move) for move in scenario.moves],
        "telegraphed": tagged("telegraphed"),
        "opportunity": tagged("opportunity"),
        "civilian": tagged("civilian"),
        "fires": [int(_is_fire(move)) for move in scenario.moves],
        "stands": [int(move.lasting is not Lasting.EVENT) for move in scenario.moves],
        "solidarity_move": tagged("solidarity"),
        "answers": tagged("reply"),
    }


def _is_fire(move: Move) -> bool:
    return move.lasting is Lasting.SUSTAINED and move.goldstein < 0


def _actor_tables(scenario: Scenario) -> dict[str, list[int] | list[float]]:
    place = sorted(range(len(scenario.actors)), key=lambda n: (scenario.actors[n].initiative, n))
    weight: dict[str, int] = {f.id: n for n, f in enumerate(scenario.fronts)}
    return {
        "playable": [int(a.playable) for a in scenario.actors],
        "in_turn": place,
        "talks_front": [weight[f] for f in _talk_fronts(scenario)],
    }


def _talk_fronts(scenario: Scenario) -> list[str]:
    """For each actor the front of its own talks: that of its first rival, else the last front."""
    fronts: list[str] = []
    for actor in scenario.actors:
        found: list[str] = [
            r.front
            for r in scenario.relations
            if r.kind == "rivals" and r.front and actor.id in {r.first, r.second}
        ]
        fronts.append(found[0] if found else scenario.fronts[-1].id)
    return fronts
