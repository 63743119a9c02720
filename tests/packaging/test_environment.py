"""The environment of a checkout, really made in a folder of its own, without a network."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import setup_environment
from setup_environment import Environment, last_line, trouble_in
from setup_refusal import Refusal

NAME = "tinything"
FILES = {
    f"{NAME}.py": "ANSWER = 42\n",
    f"{NAME}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n",
    f"{NAME}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


def wheel_in(folder: Path) -> Path:
    """The smallest wheel that pip installs; the same file each time."""
    path = folder / f"{NAME}-1.0-py3-none-any.whl"
    if path.exists():
        return path
    record = f"{NAME}-1.0.dist-info/RECORD"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(name, text)
        wheel.writestr(record, "".join(f"{name},,\n" for name in [*FILES, record]))
    return path


def locked(wheel: Path, digest: str | None = None) -> str:
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{NAME} @ {wheel.as_uri()} --hash=sha256:{digest}\n"


def says(place: Environment, code: str) -> str:
    """What the environment's own Python prints."""
    command = [str(place.python), "-c", code]
    elsewhere = place.root.parent  # Python would find the folder it stands in first
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def last_change(place: Environment) -> int:
    return (place.folder / "install.log").stat().st_mtime_ns


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A checkout with locks of one package and its environment, made for running."""
    root = tmp_path_factory.mktemp("a checkout")
    (root / "packaging").mkdir()
    (root / "wargame").mkdir()
    (root / "wargame" / "__init__.py").write_text("PLACE = __file__\n", "utf-8")
    place = Environment(root)
    for purpose in ("run", "test"):
        place.lock_file(purpose).write_text(locked(wheel_in(root)), "utf-8")
    place.prepare("run")
    return place


@pytest.fixture
def ready(checkout: Environment) -> Environment:
    """The same, whatever the test before did to it."""
    checkout.lock_file("run").write_text(locked(wheel_in(checkout.root)), "utf-8")
    checkout.prepare("run")
    return checkout


def test_that_the_environment_holds_the_locked_packages_and_the_checkout(
    ready: Environment,
) -> None:
    assert says(ready, f"import {NAME}; print({NAME}.ANSWER)") == "42"
    where = says(ready, "import wargame; print(wargame.PLACE)")
    assert Path(where).resolve() == (ready.root / "wargame" / "__init__.py").resolve()


def test_that_a_second_start_does_nothing(ready: Environment) -> None:
    before = last_change(ready)
    ready.prepare("run")
    assert last_change(ready) == before


def test_that_running_does_not_count_as_ready_for_the_tests(ready: Environment) -> None:
    assert ready.is_ready("run")
    ready.prepare("test")
    assert ready.is_ready("test")
    assert ready.is_ready("run"), "what the tests need contains what running needs"


def test_that_a_changed_lock_installs_again(ready: Environment) -> None:
    lock = ready.lock_file("run")
    lock.write_text("# a comment\n" + lock.read_text("utf-8"), "utf-8")
    assert not ready.is_ready("run")
    before = last_change(ready)
    ready.prepare("run")
    assert ready.is_ready("run")
    assert last_change(ready) > before


def test_that_a_set_up_cut_off_in_the_middle_starts_over(ready: Environment) -> None:
    ready.stamp_file("run").unlink()
    ready.python.unlink()  # what a half-made environment looks like
    assert not ready.is_ready("run")
    ready.prepare("run")
    assert ready.is_ready("run")
    assert says(ready, f"import {NAME}; print({NAME}.ANSWER)") == "42"


def test_that_a_failed_install_leaves_no_stamp(ready: Environment) -> None:
    ready.lock_file("run").write_text(locked(wheel_in(ready.root), "0" * 64), "utf-8")
    with pytest.raises(Refusal, match="differs from the one that was locked"):
        ready.prepare("run")
    assert not ready.stamp_file("run").exists()
    assert not ready.is_ready("run")


def test_that_a_package_for_no_such_system_is_one_sentence(
    ready: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    ready.lock_file("run").write_text(f"nothing-like-it==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(Refusal, match="not ready-made") as refused:
        ready.prepare("run")
    assert "\n" not in str(refused.value)


def test_that_settings_of_the_person_do_not_lead_pip_astray(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET"):
        monkeypatch.setenv(name, "elsewhere")
    clean = setup_environment.clean_environment()
    assert not {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET"} & clean.keys()
    assert clean["PATH"] == os.environ["PATH"]


def test_that_a_python_without_environments_is_told_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packaging").mkdir()
    place = Environment(tmp_path)
    place.lock_file("run").write_text("", "utf-8")
    assert place.missing_packages("run") == []
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert place.missing_packages("run") == [f"python{version}-venv"]


def test_that_a_folder_that_may_not_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    place = Environment(tmp_path)
    place.lock_file("run").write_text("", "utf-8")
    place.folder.write_text("a file stands where the environment belongs", "utf-8")
    with pytest.raises(Refusal) as refused:
        place.prepare("run")
    assert "\n" not in str(refused.value)
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device: 'numpy'", "disk is full"),
        ("NewConnectionError: Failed to establish a new connection", "check the network"),
        ("Temporary failure in name resolution", "check the network"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "differs from the one that was locked"),
    ],
)
def test_that_what_pip_reports_becomes_a_sentence(said: str, sentence: str) -> None:
    assert sentence in str(trouble_in(said))


def test_that_the_unknown_is_reported_by_its_last_line() -> None:
    assert trouble_in("something new\n") is None
    assert last_line("first\n\nsomething new\n\n") == "something new."
    assert last_line("") == "no reason was given."
