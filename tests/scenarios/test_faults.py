"""Every kind of mistake is found, at its place, in words, and once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from wargame.errors import ScenarioError
from wargame.model.ids import Basis
from wargame.model.scenario import Parameter
from wargame.scenarios.loading import faults_of, scenario_of
from wargame.scenarios.text import ScenarioText

Faults = Callable[[str, bytes | None], list[str]]


@dataclass
class Mistake:
    """One entry of ``faults.txt``."""

    name: str
    file: str = ""
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def mistakes() -> list[Mistake]:
    found: list[Mistake] = []
    for line in (Path(__file__).parent / "faults.txt").read_text("utf-8").split("\n"):
        if line.startswith("== "):
            found.append(Mistake(line[3:]))
        elif line[:2] in {"- ", "+ ", "! ", "-", "+"}:
            now = found[-1]
            {"-": now.old, "+": now.new, "!": now.expected}[line[0]].append(line[2:])
        elif line and not line.startswith("#"):
            found[-1].file = line
    return found


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.name)
def test_that_a_mistake_is_found_where_it_is(
    mistake: Mistake, tiny: ScenarioText, faults: Faults
) -> None:
    written = tiny.files[mistake.file].decode()
    old, new = "\n".join(mistake.old), "\n".join(mistake.new)
    assert old in written
    assert faults(mistake.file, written.replace(old, new, 1).encode()) == mistake.expected


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("briefings/RED.md", b" \n", "briefings/RED.md:0:0: briefings.RED: the briefing is empty"),
        (
            "briefings/RED.md",
            b"# A\n\nUse <b>this</b>\n",
            "briefings/RED.md:3:5: briefings.RED: HTML is not used in briefings; write Markdown",
        ),
        (
            "briefings/RED.md",
            b"# A\n see ![x](y.png)\n",
            "briefings/RED.md:2:6: briefings.RED: pictures are not used in briefings",
        ),
        (
            "briefings/RED.md",
            b"caf\xe9\n",
            "briefings/RED.md:0:0: briefings.RED: not UTF-8 text; save the file as UTF-8",
        ),
        (
            "relations.yaml",
            b"- a\n",
            "relations.yaml:1:1: relations: expected keys such as “relations:”, found a list",
        ),
        ("sources.yaml", b"# nothing\n", "sources.yaml:0:0: sources: the file is empty"),
        ("sources.yaml", b"", "sources.yaml:0:0: sources: the file is empty"),
        (
            "sources.yaml",
            b"sources:\n  \0\n",
            "sources.yaml:2:3: sources: holds the character U+0000, which no text file should",
        ),
        (
            "sources.yaml",
            b"sources: {}\n# caf\xe9",
            "sources.yaml:2:6: sources: not UTF-8 text (the byte 0xE9); save the file as UTF-8",
        ),
        ("moves.yaml", None, "moves.yaml:0:0: moves: the file is missing; every scenario has one"),
        (
            "move.yaml",
            b"moves: []\n",
            "move.yaml:0:0: file: not a file of a scenario; perhaps moves.yaml is meant",
        ),
        (
            "injects.yml",
            b"injects: []\n",
            "injects.yml:0:0: file: not a file of a scenario; perhaps injects.yaml is meant",
        ),
    ],
)
def test_that_a_spoilt_file_gets_one_sentence(
    faults: Faults, file: str, content: bytes | None, expected: str
) -> None:
    assert faults(file, content) == [expected]


def test_that_code_and_links_are_not_taken_for_html(faults: Faults) -> None:
    assert faults("briefings/RED.md", b"`<b>` and 3 < 4, see <https://example.org>\n") == []


def test_that_faults_of_all_files_come_at_once_and_in_order(tiny: ScenarioText) -> None:
    files = {name: content.replace(b"RED", b"Red") for name, content in tiny.files.items()}
    found = faults_of(ScenarioText(files, "tiny"))
    assert {fault.file for fault in found} >= {
        "actors.yaml",
        "injects.yaml",
        "moves.yaml",
        "relations.yaml",
        "scenario.yaml",
    }
    places = [(fault.file, fault.line, fault.column) for fault in found]
    assert places == sorted(places)


def test_that_a_file_that_cannot_be_read_is_not_blamed_for_every_id(faults: Faults) -> None:
    found = faults("moves.yaml", b"moves:\n\t- id: M05\n")
    assert found == ["moves.yaml:2:1: moves: a tab stands where only spaces can be; use spaces"]


def test_that_a_spoilt_scenario_raises_with_every_fault(tiny: ScenarioText) -> None:
    files = dict(tiny.files)
    files["sources.yaml"] = b"sources: {}\n"
    with pytest.raises(ScenarioError, match=r"^tiny cannot be used: actors\.yaml, line 18: ") as e:
        scenario_of(ScenarioText(files, "tiny"))
    assert len(e.value.faults) == 5


def test_that_parameters_that_the_law_does_not_know_are_found(tiny: ScenarioText) -> None:
    known = {
        key: Parameter(key, 1.0, 0.0, 2.0, Basis.JUDGED, "", ())
        for key in ("index.half_life_day", "index.scale")
    }
    (fault,) = faults_of(tiny, known)
    assert str(fault) == (
        "parameters.yaml:3:3: parameters.index.half_life_days: the law has no parameter "
        "“index.half_life_days”; did you mean “index.half_life_day”?"
    )


def test_that_thousands_of_mistakes_are_found_without_a_long_wait(faults: Faults) -> None:
    wrong = "".join(f"  key{n}: {{titel: x}}\n" for n in range(20_000))
    assert len(faults("sources.yaml", f"sources:\n{wrong}".encode())) == 5_000


def test_that_nothing_of_a_newer_format_is_blamed(tiny: ScenarioText, faults: Faults) -> None:
    written = tiny.files["scenario.yaml"].replace(b"format: 1", b"format: 7\nnovelty: 3")
    (fault,) = faults("scenario.yaml", written)
    assert fault == (
        "scenario.yaml:2:9: scenario.format: format 7 was written by a newer program; "
        "this one reads up to format 1"
    )
