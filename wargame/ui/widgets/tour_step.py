"""A step of a tour: what to look at, and what to say of it. Screens name theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class TourStep:
    """One stop.

    Attributes:
        widget: The part of the screen it is about.
        title: Its name.
        text: What it is for, in two or three sentences.
    """

    widget: QWidget
    title: str
    text: str


@runtime_checkable
class Toured(Protocol):
    """A screen that can be shown round."""

    def tour_steps(self) -> Sequence[TourStep]:
        """The stops, in order; parts that are hidden are passed over."""
