"""A sound scenario becomes what its author wrote, with words and wild cards resolved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from wargame.model.conditions import ActCount, AllOf, AnyOf, Measure, Not, Struck
from wargame.model.ids import Weapon
from wargame.model.moves import Change, Lasting
from wargame.model.scenario import OngoingAct, Scenario
from wargame.scenarios.loading import scenario_of
from wargame.scenarios.text import ScenarioText
from wargame.scenarios.upgrades import FORMAT, UPGRADES

Spoilt = Callable[[str, bytes | None], ScenarioText]


@pytest.fixture
def scenario(tiny: ScenarioText) -> Scenario:
    return scenario_of(tiny)


def test_that_playable_actors_come_first(scenario: Scenario) -> None:
    assert [actor.id for actor in scenario.actors] == ["RED", "TEAL", "FEN"]
    assert [actor.id for actor in scenario.seats] == ["RED", "TEAL"]


def test_that_briefings_are_part_of_the_scenario(scenario: Scenario) -> None:
    assert scenario.seats[0].briefing == "You hold the north bank.\n"
    assert scenario.starts[0].public_briefing.startswith("# The river")


def test_that_everyone_and_rivals_become_actors(scenario: Scenario) -> None:
    moves = scenario.move
    hold = next(move for move in scenario.moves if move.id == "D01")
    fire = next(move for move in scenario.moves if move.id == "M05")
    assert len(moves) == 3
    assert hold.who == ("RED", "TEAL", "FEN")
    assert hold.targets == ()
    assert fire.who == fire.targets == ("RED", "TEAL")
    assert fire.lasting is Lasting.SUSTAINED


@pytest.mark.parametrize(
    ("word", "who", "expected"),
    [
        ("proxies", "TEAL", ("FEN",)),
        ("patrons", "FEN", ("TEAL",)),
        ("rivals", "RED", ("TEAL",)),
        ("*", "FEN", ("RED", "TEAL")),
        ("FEN", "RED", ("FEN",)),
    ],
)
def test_that_words_for_targets_follow_the_relations(
    spoilt: Spoilt, tiny: ScenarioText, word: str, who: str, expected: tuple[str, ...]
) -> None:
    added = f"""
  - id: Q01
    category: covert
    name: New
    summary: New.
    rung: 6
    goldstein: -2
    rivera: Violent
    hostility: 3
    step: covert
    who: [{who}]
    targets: ["{word}"]
"""
    moves = tiny.files["moves.yaml"].rstrip() + added.encode()
    found = scenario_of(spoilt("moves.yaml", moves)).moves[-1]
    assert found.targets == expected


def test_that_starting_values_fill_wild_cards_and_later_ones_win(scenario: Scenario) -> None:
    values = {(v.variable, v.first, v.second): v for v in scenario.starts[0].values}
    beliefs = {key[1:]: v.value for key, v in values.items() if key[0] == "belief"}
    assert len(beliefs) == 6
    assert beliefs["RED", "TEAL"] == 0.9
    assert beliefs["TEAL", "RED"] == 0.6
    face = values["face", "RED", ""]
    assert (face.value, face.note, face.sources) == (0.65, "Lost the last round", ("notes",))
    assert values["stock", "TEAL", "rocket"].value == 40.0
    assert values["front_heat", "river", ""].value == 5.0
    assert values["oil", "", ""].value == 1.1
    for variable, first, second in values:
        scenario.layout.offset(variable, first, second)


def test_that_an_earlier_value_loses_to_a_later_wild_card(
    spoilt: Spoilt, tiny: ScenarioText
) -> None:
    written = tiny.files["scenario.yaml"].replace(
        b"      belief.*.*: 0.6\n      belief.RED.TEAL: 0.9\n",
        b"      belief.RED.TEAL: 0.9\n      belief.*.*: 0.6\n      stock.*.*: 7\n",
    )
    values = scenario_of(spoilt("scenario.yaml", written)).starts[0].values
    assert {v.value for v in values if v.variable == "belief"} == {0.6}
    stocks = {(v.first, v.second): v.value for v in values if v.variable == "stock"}
    assert len(stocks) == 3 * len(Weapon)
    assert stocks["TEAL", "rocket"] == 40.0


def test_that_conditions_become_trees(scenario: Scenario) -> None:
    barrage = next(move for move in scenario.moves if move.id == "M11")
    first, second = barrage.requires
    assert first.condition == Measure("debt", ">=", 4.0, "actor", "target")
    assert isinstance(second.condition, AnyOf)
    assert second.condition.parts[1] == Struck(10.0)
    assert isinstance(second.condition.parts[0], ActCount)
    assert second.condition.parts[0].move == "M05"
    rain = scenario.injects[0].when
    assert rain == AllOf((Measure("turn", ">=", 2.0), Not(Measure("all_out", ">", 0.0))))
    water = scenario.seats[0].objectives[0]
    assert water.lost == ActCount(at_least=3, rung=12.0, by=scenario.seats[1].id)


def test_that_the_rest_of_a_move_is_as_written(scenario: Scenario) -> None:
    barrage = next(move for move in scenario.moves if move.id == "M11")
    assert barrage.salvo is not None
    assert barrage.salvo.classes == (Weapon.DRONE, Weapon.ROCKET)
    assert barrage.salvo.default == (4, 20)
    assert (barrage.political, barrage.material) == (2.0, 3.0)
    assert barrage.effects[0].change is Change.RAISE_TO
    assert barrage.tags == {"reply", "direct"}
    assert isinstance(barrage.rung, float)


def test_that_the_usual_ladder_and_bands_are_there_when_none_are_given(scenario: Scenario) -> None:
    assert [rung.number for rung in scenario.rungs] == list(range(21))
    assert [band.index_from for band in scenario.bands] == [0, 20, 35, 60, 80]
    for lower, upper in zip(scenario.bands, scenario.bands[1:], strict=False):
        assert upper.rung_from == lower.rung_to + 1


def test_that_a_start_point_has_its_past_and_what_goes_on(scenario: Scenario) -> None:
    (start,) = scenario.starts
    assert start.day == date(2031, 4, 1)
    assert start.past[0].day == date(2031, 3, 20)
    move = next(move for move in scenario.moves if move.id == "M05")
    red, teal = scenario.seats
    assert start.ongoing == (OngoingAct(teal.id, move.id, red.id),)


def test_that_an_older_format_is_brought_up_to_the_present_one(
    spoilt: Spoilt, tiny: ScenarioText
) -> None:
    draft = tiny.files["scenario.yaml"]
    draft = draft.replace(b"format: 1", b"format: 0").replace(b"turn_days", b"turn_length_days")
    assert scenario_of(spoilt("scenario.yaml", draft)) == scenario_of(tiny)
    assert len(UPGRADES) == FORMAT


def test_that_faults_in_an_older_format_are_where_they_were_written(
    tiny: ScenarioText, faults: Callable[[str, bytes | None], list[str]]
) -> None:
    draft = tiny.files["scenario.yaml"].replace(b"format: 1", b"format: 0")
    draft = draft.replace(b"turn_days: 2", b"turn_length_days: two")
    assert faults("scenario.yaml", draft) == [
        "scenario.yaml:8:19: scenario.turn_days: expected a number, found “two”"
    ]


def test_that_the_present_format_has_no_words_of_the_older_one(
    tiny: ScenarioText, faults: Callable[[str, bytes | None], list[str]]
) -> None:
    draft = tiny.files["scenario.yaml"].replace(b"turn_days", b"turn_length_days")
    (fault,) = faults("scenario.yaml", draft)
    assert fault == (
        "scenario.yaml:8:1: scenario.turn_length_days: unknown key “turn_length_days”; "
        "did you mean “turn_days”?"
    )
