"""What nobody foresaw becomes one sentence for the person and the whole story for the log."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wargame.ui.shell.faults import FaultCatcher, log_path, start_log


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    before = list(logging.getLogger().handlers)
    start_log()
    yield log_path()
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()


@pytest.fixture
def catcher(qapp: QApplication, log: Path) -> Iterator[FaultCatcher]:
    made = FaultCatcher()
    made.install()
    yield made
    made.remove()


def test_that_an_uncaught_error_is_one_sentence_without_a_traceback(
    catcher: FaultCatcher, log: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(catcher.fault_caught) as caught:
        try:
            raise ZeroDivisionError("the reason")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    (sentence,) = caught.args or [""]
    assert "Traceback" not in sentence
    assert "the reason" not in sentence
    assert str(log) in sentence
    assert capsys.readouterr().err == ""
    assert "ZeroDivisionError: the reason" in log.read_text("utf-8")


def test_that_an_error_on_another_thread_is_told_on_the_windows_thread(
    catcher: FaultCatcher, log: Path, qtbot: QtBot
) -> None:
    heard: list[threading.Thread] = []
    catcher.fault_caught.connect(lambda _sentence: heard.append(threading.current_thread()))

    def fail() -> None:
        raise KeyError("elsewhere")

    with qtbot.waitSignal(catcher.fault_caught):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert "elsewhere" in log.read_text("utf-8")


def test_that_removing_the_catcher_puts_everything_back(qapp: QApplication) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = FaultCatcher()
    made.install()
    assert sys.excepthook != before[0]
    made.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_that_a_large_log_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    log_path().write_text("x" * 1_100_000, "utf-8")
    before = list(logging.getLogger().handlers)
    start_log()
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()
    assert not log_path().exists()
    assert log_path().with_suffix(".old.log").exists()


def test_that_ctrl_c_in_the_terminal_is_no_fault(catcher: FaultCatcher, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(catcher.fault_caught), qtbot.waitSignal(catcher.interrupted):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
