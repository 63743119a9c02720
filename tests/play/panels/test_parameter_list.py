"""The list of constants is complete, and says where a scenario departs from the law."""

from __future__ import annotations

from dataclasses import replace

from tests.scenes import after_tehran, blank
from wargame.engine.law.parameters import constants
from wargame.model.ids import Basis
from wargame.play.panels.parameter_list import parameter_lines


def test_that_every_constant_is_listed_once_with_who_reads_it() -> None:
    for scenario in (blank(), after_tehran()):
        lines = parameter_lines(scenario)
        assert [line.key for line in lines] == list(constants())
        assert all(line.read_by for line in lines)
        assert all(line.low <= line.value <= line.high for line in lines)


def test_that_a_changed_constant_says_so_and_keeps_the_default_beside_it() -> None:
    scenario = blank()
    changed = replace(after_tehran().parameter["index.scale"], value=70.0)
    others = tuple(p for p in scenario.parameters if p.key != "index.scale")
    told = parameter_lines(replace(scenario, parameters=(*others, changed)))
    line = next(line for line in told if line.key == "index.scale")
    assert (line.value, line.default, line.is_changed) == (70.0, 60.0, True)
    assert not any(line.is_changed for line in parameter_lines(scenario))


def test_that_only_judged_constants_are_without_a_source() -> None:
    for line in parameter_lines(after_tehran()):
        assert line.sources or line.basis is Basis.JUDGED, line.key
        assert not any(source.title.startswith("Source ") for source in line.sources), line.key
