"""The command line of the set-up: what it refuses, in how many words, with which status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from setup_commands import main, opens_a_window, pytest_arguments

BOOTSTRAP = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"


def bootstrap(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the real file in its own process."""
    settings = {**os.environ, **(environment or {})}
    return subprocess.run(
        [sys.executable, str(BOOTSTRAP), *arguments],
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )


def as_python(version: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real file in a process that believes it is another Python."""
    script = (
        "import runpy, sys\n"
        f"sys.version_info = {version}\n"
        f"sys.argv = {[str(BOOTSTRAP), *arguments]!r}\n"
        f"runpy.run_path({str(BOOTSTRAP)!r}, run_name='__main__')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )


def assert_one_sentence(text: str) -> None:
    assert text.strip()
    assert text.count("\n") == 1
    assert "Traceback" not in text


@pytest.mark.parametrize("version", ["(3, 10, 13, 'final', 0)", "(2, 7, 18, 'final', 0)"])
def test_that_an_older_python_is_refused_in_one_sentence(version: str) -> None:
    done = as_python(version, "run")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert "Python 3.11 or newer" in done.stderr


def test_that_the_file_has_nothing_an_old_python_stumbles_over_before_it_can_say_so() -> None:
    source = BOOTSTRAP.read_text("utf-8")
    before = source.partition("from setup_commands")[0]
    assert "from __future__" not in before
    assert 'f"' not in before
    assert source.isascii()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere windows always open")
def test_that_running_without_a_display_is_refused_in_one_sentence() -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = bootstrap("run", environment=nowhere)
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert "no display" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["dance"], ["setup", "everything"]])
def test_that_unusable_arguments_are_refused_with_status_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert_one_sentence(said.err)


def test_that_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "run | test | setup" in said


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["gui"], True), (["gui", "a.wargame"], True), (["verify", "a.wargame"], False)],
)
def test_that_only_the_window_needs_a_display(arguments: list[str], window: bool) -> None:
    assert opens_a_window(arguments) is window


def test_that_the_whole_suite_runs_on_several_cores_and_a_chosen_part_as_asked() -> None:
    assert "-n" in pytest_arguments([])
    assert pytest_arguments(["tests/packaging", "-x"]) == ["tests/packaging", "-x"]


def test_that_arguments_and_the_off_screen_platform_reach_the_tests() -> None:
    chosen = {"QT_QPA_PLATFORM": "", "PYTEST_ADDOPTS": "-p no:cacheprovider"}
    done = bootstrap("test", "--version", environment=chosen)
    assert done.returncode == 0, done.stderr
    assert "pytest" in done.stdout + done.stderr
