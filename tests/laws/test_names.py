"""The law's names: what a function reads exists, and every constant says what it rests on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.builders import START, scenario
from wargame.engine.law import acts_table
from wargame.engine.law.parameters import constants, known_parameters, parameter_record
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import Basis
from wargame.model.variables import VARIABLES

LAW = Path(__file__).resolve().parents[2] / "wargame" / "engine" / "law"


def names_read(letter: str) -> dict[str, str]:
    """Attributes that the law's functions read of ``w``, ``p`` or ``a``, with a place."""
    found: dict[str, str] = {}
    for path in sorted(LAW.glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and letter in {
                argument.arg for argument in function.args.args
            }:
                for node in ast.walk(function):
                    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == letter:
                        found[node.attr] = f"{path.name}:{node.lineno}"
    return found


def test_that_every_parameter_read_exists() -> None:
    known = set(parameter_record(scenario(), START).dtype.names or ())
    assert {n: at for n, at in names_read("p").items() if n not in known} == {}


def test_that_every_variable_read_exists() -> None:
    known = {variable.name for variable in VARIABLES} | {"flat"}
    assert {n: at for n, at in names_read("w").items() if n not in known} == {}


def test_that_the_view_names_every_variable_of_the_registry() -> None:
    named = set(WorldNumbers.__annotations__) - {"flat"}
    assert named == {variable.name for variable in VARIABLES}


def test_that_every_field_of_an_act_read_exists() -> None:
    known = {
        "rows",
        "count",
        *acts_table.WHOLE_FIELDS,
        *acts_table.NUMBER_FIELDS,
        *acts_table.WEAPON_FIELDS,
        *acts_table.SHARE_FIELDS,
    }
    assert {n: at for n, at in names_read("a").items() if n not in known} == {}


def test_that_every_constant_is_used() -> None:
    read = names_read("p")
    unused = {key for key, constant in constants().items() if constant.name not in read}
    # Read once, when the tables are made.
    assert unused <= {"precedent.least_front_weight"}


def test_that_every_constant_has_a_range_around_its_default_and_a_note() -> None:
    for constant in constants().values():
        assert constant.low <= constant.value <= constant.high, constant.key
        assert constant.low < constant.high or constant.value == 0.0, constant.key
        assert constant.note.endswith("."), constant.key
        assert constant.reference, constant.key


def test_that_only_judged_constants_go_without_a_source() -> None:
    for constant in constants().values():
        if constant.basis in {Basis.DATA, Basis.SOURCE}:
            assert constant.sources, constant.key


def test_that_two_constants_never_share_a_place() -> None:
    places = [(constant.name, constant.place) for constant in constants().values()]
    assert len(set(places)) == len(places)
    assert set(known_parameters()) == set(constants())


def test_that_an_unknown_constant_cannot_be_set() -> None:
    with pytest.raises(KeyError):
        parameter_record(scenario(), START, {"index.half_live_days": 3.0})


def test_that_a_scenario_changes_a_constant() -> None:
    changed = parameter_record(scenario(parameters={"index.scale": 55.0}), START)
    assert float(changed["index_scale"][0]) == 55.0
