"""Work off the window's thread: results arrive once, unwanted ones never, and no thread is left."""

from __future__ import annotations

import logging
import os
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from wargame.errors import RuleError
from wargame.ui.worker import OUR_FAULT, LatestJob, Progress, give_way, run_in_background


class Seen:
    """Collects what a job calls back with."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[str] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: list[object] = []

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(QThread.currentThread())

    def on_failed(self, sentence: str) -> None:
        self.failed.append(sentence)

    def on_progress(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def job_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "wargame job"]


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def seen() -> Seen:
    return Seen()


def endless(started: threading.Event) -> object:
    """A job that looks at its progress until it is told to stop."""

    def job(progress: Progress) -> str:
        started.set()
        while True:
            progress.check()

    return job


def test_that_a_result_arrives_on_the_window_thread(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    run_in_background(owner, lambda _: 6 * 7, seen.on_done, seen.on_failed)
    qtbot.waitUntil(lambda: bool(seen.done))
    app = QCoreApplication.instance()
    assert app is not None
    assert seen.done == [42]
    assert seen.threads == [app.thread()]
    assert not seen.failed


def test_that_the_work_itself_happens_elsewhere(owner: QObject, seen: Seen, qtbot: QtBot) -> None:
    run_in_background(
        owner, lambda _: threading.current_thread().name, seen.on_done, seen.on_failed
    )
    qtbot.waitUntil(lambda: bool(seen.done))
    assert seen.done == ["wargame job"]


def test_that_a_result_of_none_counts_as_a_result(owner: QObject, seen: Seen, qtbot: QtBot) -> None:
    run_in_background(owner, lambda _: None, seen.on_done, seen.on_failed)
    qtbot.waitUntil(lambda: bool(seen.done))
    assert seen.done == [None]


def test_that_a_broken_rule_arrives_as_its_sentence(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    def job(_: Progress) -> None:
        raise RuleError("stock.short", "Only 24 cruise missiles are left.")

    run_in_background(owner, job, seen.on_done, seen.on_failed)
    qtbot.waitUntil(lambda: bool(seen.failed))
    assert seen.failed == ["Only 24 cruise missiles are left."]
    assert not seen.done


def test_that_a_bug_arrives_as_a_sentence_and_its_trace_in_the_log(
    owner: QObject, seen: Seen, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def job(_: Progress) -> int:
        return {"drones": 110}["cruise"]

    with caplog.at_level(logging.ERROR):
        run_in_background(owner, job, seen.on_done, seen.on_failed)
        qtbot.waitUntil(lambda: bool(seen.failed))
    assert seen.failed == [OUR_FAULT]
    assert "KeyError" in caplog.text
    assert "Traceback" not in seen.failed[0]


def test_that_a_cancelled_job_calls_no_one_and_ends(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    started = threading.Event()
    run = run_in_background(owner, endless(started), seen.on_done, seen.on_failed)  # type: ignore[arg-type]
    assert started.wait(5)
    run.cancel()
    assert run.wait(5)
    qtbot.waitUntil(lambda: not job_threads())
    QCoreApplication.sendPostedEvents()
    assert (seen.done, seen.failed) == ([], [])


def test_that_a_result_that_was_ready_when_cancelled_is_dropped(owner: QObject, seen: Seen) -> None:
    run = run_in_background(owner, lambda _: "late", seen.on_done, seen.on_failed)
    assert run.wait(5)
    run.cancel()
    QCoreApplication.sendPostedEvents()
    assert seen.done == []


def test_that_progress_is_reported_in_order_and_the_last_step_is_seen(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    def job(progress: Progress) -> str:
        for step in range(1, 6):
            progress.report(step, 5)
        return "ready"

    run_in_background(owner, job, seen.on_done, seen.on_failed, seen.on_progress)
    qtbot.waitUntil(lambda: bool(seen.done))
    assert seen.steps == sorted(seen.steps)
    assert seen.steps[-1] == (5, 5)


def test_that_a_newer_run_makes_the_older_result_unwanted(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    place = LatestJob(owner)
    started = threading.Event()
    older = place.run(endless(started), seen.on_done, seen.on_failed)  # type: ignore[arg-type]
    assert started.wait(5)
    place.run(lambda _: "new", seen.on_done, seen.on_failed)
    qtbot.waitUntil(lambda: bool(seen.done))
    assert seen.done == ["new"]
    assert older.is_cancelled
    assert place.number == 2


def test_that_an_older_result_already_under_way_is_dropped(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    place = LatestJob(owner)
    older = place.run(lambda _: "old", seen.on_done, seen.on_failed)
    assert older.wait(5)
    place.run(lambda _: "new", seen.on_done, seen.on_failed)
    qtbot.waitUntil(lambda: "new" in seen.done)
    assert seen.done == ["new"]


def test_that_closing_a_place_waits_for_every_job_that_was_begun_there(
    owner: QObject, seen: Seen
) -> None:
    place = LatestJob(owner)
    begun = [threading.Event(), threading.Event()]
    jobs = [
        place.run(endless(event), seen.on_done, seen.on_failed)  # type: ignore[arg-type]
        for event in begun
    ]
    assert all(event.wait(5) for event in begun)
    place.close()
    assert not any(job.is_running for job in jobs)
    assert seen.done == seen.failed == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets single threads behind")
def test_that_a_job_that_computes_for_long_goes_behind_the_window() -> None:
    found: list[int] = []

    def compute() -> None:
        give_way()
        inner = threading.Thread(
            target=lambda: found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        )
        inner.start()
        inner.join()

    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    job = threading.Thread(target=compute)
    job.start()
    job.join()
    assert found == [min(mine + 10, 19)]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == mine


@pytest.mark.parametrize("way", ["delete", "later", "parent"])
def test_that_no_thread_outlives_its_owner(
    qapp: QApplication, seen: Seen, qtbot: QtBot, way: str
) -> None:
    parent = QWidget()
    owner = QWidget(parent)
    started = threading.Event()
    run_in_background(owner, endless(started), seen.on_done, seen.on_failed)  # type: ignore[arg-type]
    assert started.wait(5)
    if way == "delete":
        delete(owner)
    elif way == "later":
        owner.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    else:
        delete(parent)
    assert not job_threads()
    QCoreApplication.sendPostedEvents()
    assert (seen.done, seen.failed) == ([], [])


def test_that_an_owner_may_close_itself_when_its_result_arrives(
    qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QWidget()
    closed: list[int] = []

    def on_done(result: int) -> None:
        delete(owner)
        closed.append(result)

    run_in_background(owner, lambda _: 1, on_done, lambda _: None)
    qtbot.waitUntil(lambda: bool(closed))
    assert closed == [1]


def test_that_many_jobs_end_and_leave_nothing_behind(
    owner: QObject, seen: Seen, qtbot: QtBot
) -> None:
    for number in range(50):
        run_in_background(owner, lambda _, n=number: n, seen.on_done, seen.on_failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen.done) == 50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sorted(seen.done, key=str) == sorted(range(50), key=str)
    assert not owner.children()
    assert not job_threads()
