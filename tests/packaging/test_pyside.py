"""A defect of one PySide6 release, kept out for good.

PySide6 6.12.0 loses a reference to None on every void call and signal emission under Python
3.11, until the interpreter aborts after some 5,000 of them. From Python 3.12 on None, True and
False are immortal: the interpreter no longer counts them while Qt's binding, built for older
Pythons too, still does, so their counts drift without harm and only the version can tell.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
NOISE = 100  # references that the interpreter itself takes and drops meanwhile


counted = pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None, True and False are immortal here; nothing counts them",
)


class Bell(QObject):
    """A source of signals with and without a value.

    Signals:
        rung: Nothing but the fact.
        turned: A truth value.
    """

    rung = Signal()
    turned = Signal(bool)


def change_in_references(thing: object, act: Callable[[], object]) -> int:
    """How many references to a thing appear or vanish over ``CALLS`` acts."""
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        act()
    return sys.getrefcount(thing) - before


def test_that_the_defective_release_is_not_installed() -> None:
    assert version("PySide6-Essentials") != "6.12.0"


@counted
@pytest.mark.parametrize("thing", [None, True, False])
def test_that_signals_leave_the_reference_counts_alone(qtbot: QtBot, thing: bool | None) -> None:
    bell = Bell()
    heard: list[str] = []
    bell.rung.connect(lambda: heard.append("rung"))
    bell.turned.connect(lambda value: heard.append(f"turned {value}"))
    emit = bell.rung.emit if thing is None else lambda: bell.turned.emit(thing)
    change = change_in_references(thing, emit)
    assert abs(change) < NOISE
    assert len(heard) == CALLS


@counted
@pytest.mark.parametrize("thing", [None, True, False])
def test_that_setters_leave_the_reference_counts_alone(qtbot: QtBot, thing: bool | None) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    change = change_in_references(thing, lambda: label.setText("Turn 4 of 12"))
    assert abs(change) < NOISE
