"""Turns and moments in words: days of a turn, which turn it is, the time on the wall."""

from __future__ import annotations

from datetime import date, datetime

from wargame.model.months import MONTHS


def days_words(first: str, last: str) -> str:
    """Two ISO dates as a span of days.

    >>> days_words("2024-08-09", "2024-08-11"), days_words("2024-08-30", "2024-09-01")
    ('9–11 August 2024', '30 August – 1 September 2024')
    """
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    end = f"{two.day} {MONTHS[two.month - 1]} {two.year}"
    if one == two:
        return end
    if (one.year, one.month) == (two.year, two.month):
        return f"{one.day}–{end}"
    begin = f"{one.day} {MONTHS[one.month - 1]}"
    return f"{begin} – {end}" if one.year == two.year else f"{begin} {one.year} – {end}"


def turn_words(turn: int, turns: int) -> str:
    """``Turn 4 of 12``; before the first turn ``Before turn 1``."""
    return f"Turn {turn} of {turns}" if turn else "Before turn 1"


def wall_words(moment: str) -> str:
    """An ISO 8601 moment as the clock of this machine shows it; empty where there is none."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%H:%M:%S}"
    except ValueError:
        return ""
