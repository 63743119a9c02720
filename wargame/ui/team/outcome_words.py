"""What a turn came to, as far as a seat was told: the index, and what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.model.seat_view import KnownEvent, SeatView
    from wargame.ui.theme.bands import BandScale


def _moved(path: Sequence[float]) -> float:
    """The last change in tenths, as the printed numbers have it."""
    if len(path) < 2:
        return 0.0
    return (round(10 * path[-1]) - round(10 * path[-2])) / 10


def change_words(path: Sequence[float]) -> str:
    """``3.8 lower in turn 3``; empty before the first outcome.

    >>> change_words((70.0, 66.2)), change_words((70.0,))
    ('3.8 lower in turn 1', '')
    """
    if len(path) < 2:
        return ""
    change = _moved(path)
    way = f"{abs(change):.1f} {'higher' if change > 0 else 'lower'}" if change else "unchanged"
    return f"{way} in turn {len(path) - 1}"


def index_sentence(path: Sequence[float], scale: BandScale) -> str:
    """``Escalation 71.8 of 100, band 4 of 5, Direct strikes, 3.8 lower in turn 3.``"""
    now = path[-1]
    span = scale.of_index(now)
    parts = [
        f"Escalation {now:.1f} of {scale.high:g}",
        f"band {span.number} of {len(scale)}",
        span.name,
        change_words(path),
    ]
    return ", ".join(filter(None, parts)) + "."


def outcome_words(view: SeatView, scale: BandScale, turn: int) -> str:
    """What a turn changed and how much of it reached the seat."""
    parts = []
    path = view.index_path[: turn + 1]
    if len(path) > 1:
        change, span = _moved(path), scale.of_index(path[-1])
        verb = "rose" if change > 0 else "fell"
        words = f"{verb} by {abs(change):.1f} to" if change else "stayed at"
        is_same = scale.of_index(path[-2]).number == span.number
        parts.append(
            f"Escalation {words} {path[-1]:.1f} and {'stays' if is_same else 'is now'} in band "
            f"{span.number}, {span.name}."
        )
    known = learned(view, turn)
    own = sum(event.how == "own" for event in known)
    others = len(known) - own
    parts.append(
        f"We know of {_counted(own, 'act of ours', 'acts of ours')} and "
        f"{_counted(others, 'other thing', 'other things')}. There may be more."
    )
    return " ".join(parts)


def learned(view: SeatView, turn: int) -> tuple[KnownEvent, ...]:
    """What the seat knows of a turn, oldest first."""
    return tuple(event for event in view.known if event.turn == turn)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
