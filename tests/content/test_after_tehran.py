"""After Tehran is complete, cites what it says, starts where history stood, has no dead ends."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from functools import cache

import pytest

from tests.scenes import after_tehran, planning_world
from wargame.engine.conditions import Moment, holds
from wargame.engine.law.parameters import known_parameters
from wargame.engine.legal_moves import move_options
from wargame.engine.start import start_world
from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Struck,
)
from wargame.model.events import SessionStarted
from wargame.model.ids import ActorId, Controller
from wargame.model.injects import Inject
from wargame.model.scenario import Scenario, StartPoint
from wargame.model.seats import Seat, Settings
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.paths import assets
from wargame.scenarios.loading import load_scenario
from wargame.scenarios.opening import read_text

FOLDER = assets() / "scenarios" / "after-tehran"
SEATS = ["ISR", "IRN", "USA", "HZB", "HAM", "HTH", "IRQ", "SYR", "QAT", "EGY", "KSA", "JOR"]
INJECTS = [f"i{number:02}" for number in range(1, 41)]
C3_INDEX = {"2024-07-31": 65.9, "2024-10-02": 86.0}
"""MODEL C3: the index of the replayed timeline on or next to the day of a start point."""


@cache
def scenario() -> Scenario:
    return load_scenario(FOLDER, known_parameters()).scenario


@cache
def texts() -> dict[str, str]:
    """Every file of the scenario by name."""
    return {name: content.decode() for name, content in read_text(FOLDER).files.items()}


def world_at(start: StartPoint) -> World:
    seats = tuple(Seat(actor.id, Controller.FACILITATOR) for actor in scenario().seats)
    settings = Settings("Check", scenario().seed, start.id, 0, seats)
    return start_world(scenario(), SessionStarted(scenario().id, "", "", settings))


def words_of(text: str) -> int:
    return len(re.sub(r"\[[^\]]*\]|[#*_]", " ", text).split())


def test_that_it_has_twelve_seats_and_five_actors_behind_them() -> None:
    assert [actor.id for actor in scenario().seats] == SEATS
    behind = [actor.id for actor in scenario().actors if not actor.playable]
    assert behind == ["LEB", "UKFR", "TUR", "CHRU", "PUB"]
    assert len({actor.abstract_name for actor in scenario().actors}) == 17


def test_that_twelve_turns_of_three_days_end_on_the_fourth_of_september() -> None:
    first = scenario().starts[0]
    last_day = first.day + timedelta(days=scenario().turns * scenario().turn_days - 1)
    assert (first.id, last_day.isoformat()) == ("2024-07-31", "2024-09-04")


@pytest.mark.parametrize("seat", SEATS)
def test_that_a_team_has_a_briefing_roles_objectives_and_red_lines(seat: str) -> None:
    actor = scenario().actor[ActorId(seat)]
    assert 250 <= words_of(actor.briefing) <= 450
    assert 3 <= len(actor.roles) <= 5
    assert 3 <= len(actor.objectives) <= 5
    assert 2 <= len(actor.red_lines) <= 4
    assert sum(objective.weight for objective in actor.objectives) == pytest.approx(1)
    assert actor.doctrine.notes
    assert actor.sources


@pytest.mark.parametrize("start", range(4))
def test_that_the_public_paper_of_a_start_point_is_complete(start: int) -> None:
    assert 380 <= words_of(scenario().starts[start].public_briefing) <= 600


@pytest.mark.parametrize("day", C3_INDEX)
def test_that_the_starting_index_is_that_of_the_replayed_timeline(day: str) -> None:
    assert world_at(scenario().start[day]).index_path[0] == pytest.approx(C3_INDEX[day], abs=2)


@pytest.mark.parametrize("start", range(4))
def test_that_a_public_paper_names_the_index_and_the_band_of_its_day(start: int) -> None:
    point = scenario().starts[start]
    index = world_at(point).index_path[0]
    assert f"stands at about {index:.0f} of 100" in point.public_briefing
    assert f"band called {scenario().band_of(index).name}" in point.public_briefing


def test_that_objectives_begin_neither_all_met_nor_lost() -> None:
    world = world_at(scenario().starts[0])
    short: Counter[str] = Counter()
    for actor in scenario().seats:
        moment = Moment(scenario(), world.values, (), 1, actor.id, actor.id, None)
        for objective in actor.objectives:
            assert objective.lost is None or not holds(objective.lost, moment), objective
            short[actor.id] += objective.holds is None or not holds(objective.holds, moment)
    assert short.total() >= 8
    assert all(short[actor.id] < len(actor.objectives) for actor in scenario().seats)


@pytest.mark.parametrize("seat", SEATS)
def test_that_no_seat_is_without_a_choice_on_the_first_day(seat: str) -> None:
    world = world_at(scenario().starts[0])
    opened = [o for o in move_options(scenario(), world, ActorId(seat)) if o.is_open]
    assert len(opened) >= 5
    assert len({option.category for option in opened}) >= 3


def test_that_every_citation_in_a_briefing_names_a_source() -> None:
    known = {source.id for source in scenario().sources}
    papers = {name: text for name, text in texts().items() if name.endswith(".md")}
    cited = {
        (name, mark) for name, text in papers.items() for mark in re.findall(r"\[([^\]]+)\]", text)
    }
    assert {name for name, _ in cited} == set(papers)
    assert [pair for pair in sorted(cited) if pair[1] not in known] == []


def test_that_every_past_act_and_every_relation_cites_a_source() -> None:
    assert all(relation.sources for relation in scenario().relations)
    for start in scenario().starts:
        assert all(act.sources for act in start.past)
        assert [act.day for act in start.past] == sorted(act.day for act in start.past)
        assert all(
            act.confidence == "low" for act in start.past if set(act.sources) == {"standing"}
        )
    assert 25 <= len(scenario().starts[0].past) <= 40


def test_that_every_source_is_used_or_carries_the_law_as_a_whole() -> None:
    cited = "\n".join(text for name, text in texts().items() if name != "sources.yaml")
    unused = [s for s in scenario().sources if not re.search(rf"[\[\" ]{s.id}[\]\",]", cited)]
    assert {source.kind for source in unused} <= {"literature", "dataset"}


def test_that_every_parameter_of_the_law_is_listed() -> None:
    assert set(scenario().parameter) == set(known_parameters())
    for key, parameter in scenario().parameter.items():
        assert parameter.low <= parameter.value <= parameter.high, key


FORBIDDEN = {
    "an exclamation mark": r"!",
    "a rung written like a turn": r"\bT\d{1,2}\b",
    "HTML": r"</?[A-Za-z][^<>\n]*>",
    "a percentage without a space": r"\d%",
    "a hyphen for a minus sign in prose": r"(?<=\s)-\d+ (?:%|degrees)",
    "a word about winning": r"\b(?:winner|loser|scored|points for)\b",
    "a path of somebody's machine": r"(?:^|\s)/(?:home|work|tmp|Users)/",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_that_no_text_holds(what: str) -> None:
    found = [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(FORBIDDEN[what], line)
    ]
    assert found == []


def test_that_no_briefing_and_no_inject_quotes_anybody() -> None:
    told = [text for name, text in texts().items() if name.endswith(".md")]
    told += [inject.text for inject in scenario().injects]
    told += [answer.text for answer in scenario().answers]
    told += [act.what for start in scenario().starts for act in start.past]
    assert [text for text in told if re.search(r"[“”«»\"]", text)] == []


@pytest.mark.parametrize("seat", SEATS)
def test_that_every_seat_is_addressed_by_name_at_least_twice(seat: str) -> None:
    assert sum(seat in inject.to for inject in scenario().injects) >= 2


def test_that_injects_are_spread_over_the_game() -> None:
    turns = Counter(turn for i in scenario().injects if (turn := first_turn(i.when)))
    assert [inject.id for inject in scenario().injects] == INJECTS
    assert len(turns) >= 9
    assert max(turns) >= 11
    assert min(turns) == 1
    kinds = {inject.kind for inject in scenario().injects}
    assert kinds == {"news", "intelligence", "message", "event"}


def test_that_what_is_invented_says_so_and_what_is_not_cites() -> None:
    for inject in scenario().injects:
        assert bool(inject.sources) != inject.invented, inject.id


@pytest.mark.parametrize("inject", INJECTS)
def test_that_an_inject_can_come_true_within_twelve_turns(inject: str) -> None:
    found = next(i for i in scenario().injects if i.id == inject)
    assert may_come_true(found), found.when


@pytest.mark.parametrize("start", ["2024-04-14", "2024-10-02", "2023-10-07"])
def test_that_injects_of_the_summer_stay_out_of_the_other_starts(start: str) -> None:
    dated = [i for i in scenario().injects if i.sources]
    assert [i.id for i in dated if may_come_true(i, scenario().start[start])] == []


# A simple lint: whether a condition is out of reach for good. It asks no simulation, so it can pass
# what will not happen; what it refuses can never happen.


def may_come_true(inject: Inject, start: StartPoint | None = None) -> bool:
    point = start or scenario().starts[0]
    values = world_at(point).values
    return any(_possible(inject.when, turn, values) for turn in range(1, scenario().turns + 1))


def _possible(condition: Condition | None, turn: int, values: bytes) -> bool:
    match condition:
        case AllOf(parts):
            return all(_possible(part, turn, values) for part in parts)
        case AnyOf(parts):
            return any(_possible(part, turn, values) for part in parts)
        case Not():
            return True
        case Measure():
            return _measure_possible(condition, turn, values)
        case ActCount():
            return _acts_possible(condition, turn)
        case Struck(rung, by, whom):
            return _acts_possible(ActCount(1, rung, by, whom), turn)
        case MessageCount() | Elapsed() | None:
            return True


def _measure_possible(measure: Measure, turn: int, values: bytes) -> bool:
    if measure.variable == "turn":
        return _compared(measure, float(turn))
    if measure.variable == "election_turns":
        # Time alone moves it.
        weeks = scenario().layout.read(values, measure.variable, measure.first)
        return _compared(measure, weeks - (turn - 1) * scenario().turn_days / 7)
    variable = BY_NAME[measure.variable]
    return _compared(measure, variable.low) or _compared(measure, variable.high)


def _compared(measure: Measure, value: float) -> bool:
    return {
        ">=": value >= measure.value,
        "<=": value <= measure.value,
        ">": value > measure.value,
        "<": value < measure.value,
        "==": value == measure.value,
    }[measure.compare]


def _acts_possible(acts: ActCount, turn: int) -> bool:
    able = [
        move
        for move in scenario().moves
        if move.rung >= acts.rung
        and acts.move in {None, move.id}
        and (acts.by is None or acts.by in move.who)
        and (acts.target is None or acts.target in move.targets)
        and move.preparation < turn
    ]
    return bool(able) and acts.at_least <= turn * scenario().max_orders


def first_turn(condition: Condition | None) -> int:
    """The first turn that a condition names; 0 when it names none."""
    match condition:
        case AllOf(parts):
            return max(map(first_turn, parts))
        case Measure("turn", ">=", value):
            return int(value)
        case _:
            return 0


def test_that_no_precedent_tells_what_lies_ahead_of_the_first_day() -> None:
    later = ("August 2024", "September 2024", "October 2024", "November 2024")
    world = planning_world(after_tehran())
    for seat in SEATS:
        for option in move_options(after_tehran(), world, ActorId(seat)):
            assert not any(month in option.precedent for month in later), option.move


def test_that_ready_answers_cite_what_they_say_of_the_world() -> None:
    answers = scenario().answers
    assert len(answers) >= 15
    assert len({answer.id for answer in answers}) == len(answers)
    assert all(answer.question.endswith("?") for answer in answers)
    # What rests on nothing speaks of the exercise itself, not of the world.
    unsourced = [answer.id for answer in answers if not answer.sources]
    assert len(unsourced) <= 4
