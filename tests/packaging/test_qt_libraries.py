"""What the set-up says when a Linux system lacks what Qt stands on."""

from __future__ import annotations

import shutil
import socket
import sys
from pathlib import Path

import pytest
import setup_qt
from setup_qt import DRAWING, WINDOWS, apt_command, display_trouble, missing_libraries
from setup_refusal import UNUSABLE, Refusal

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux has displays and apt-get"
)


def test_that_a_library_that_is_not_there_is_named_with_its_package() -> None:
    needed = {"libno-such-thing.so.1": "libnosuchthing1"}
    assert missing_libraries(needed) == needed


def test_that_only_the_missing_ones_are_named() -> None:
    absent = {"libxcb-cursor.so.0"}
    missing = missing_libraries({**DRAWING, **WINDOWS}, lambda name: name not in absent)
    assert missing == {"libxcb-cursor.so.0": "libxcb-cursor0"}


@on_linux
def test_that_the_libraries_for_drawing_are_on_this_system() -> None:
    assert missing_libraries(DRAWING) == {}


def test_that_the_command_is_exact_sorted_and_without_repeats() -> None:
    packages = [DRAWING["libgthread-2.0.so.0"], DRAWING["libglib-2.0.so.0"], "libegl1"]
    install = "apt-get install -y --no-install-recommends libegl1 libglib2.0-0"
    assert " ".join(apt_command(packages, as_root=True)) == install
    assert " ".join(apt_command(packages, as_root=False)) == f"sudo {install}"


@on_linux
def test_that_a_person_without_rights_is_given_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(setup_qt, "is_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(Refusal, match=r"run: sudo apt-get install -y .* libxcb-cursor0$"):
        setup_qt.install_packages(["libxcb-cursor0"])


@on_linux
def test_that_a_system_without_apt_gets_the_names_of_the_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(setup_qt, "DRAWING", {"libno-such-thing.so.1": "libnosuchthing1"})
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(Refusal, match=r"not here: libno-such-thing\.so\.1\.$"):
        setup_qt.missing_packages(for_a_window=False)


@on_linux
def test_that_no_display_is_one_sentence() -> None:
    trouble = display_trouble({})
    assert trouble is not None
    assert "no display" in trouble
    assert trouble.endswith(".")
    with pytest.raises(Refusal) as refused:
        setup_qt.require_display({})
    assert refused.value.status == UNUSABLE


@on_linux
def test_that_a_display_nobody_serves_is_named(tmp_path: Path) -> None:
    assert "The display :4711 does not answer" in str(display_trouble({"DISPLAY": ":4711"}))
    gone = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "wayland-7" in str(display_trouble(gone))


@on_linux
def test_that_a_display_that_answers_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        served = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display_trouble(served) is None


@pytest.mark.parametrize(
    "environment",
    [{"QT_QPA_PLATFORM": "offscreen"}, {"DISPLAY": "localhost:10.0"}, {"DISPLAY": "desk:0"}],
)
def test_that_a_chosen_platform_and_a_far_display_are_taken_at_their_word(
    environment: dict[str, str],
) -> None:
    assert display_trouble(environment) is None
