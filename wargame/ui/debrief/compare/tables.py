"""The tables of a comparison: a column for each game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.play.words.number_words import minus
from wargame.ui.item_models.columns import Column
from wargame.ui.theme.item_roles import EMPHASIS_ROLE

if TYPE_CHECKING:
    from wargame.model.comparison import Choice, Comparison

_TURN = 52
_SEAT = 108
_FACT = 220


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about every game.

    Attributes:
        what: What is told.
        cells: What it is in each game.
    """

    what: str
    cells: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether it is not the same in all."""
        return len(set(self.cells)) > 1


def choice_columns(comparison: Comparison) -> tuple[Column[Choice], ...]:
    """Turn, seat, and the orders in each game."""
    names = {label.id: label.name for label in comparison.actors}

    loud = {EMPHASIS_ROLE: _loudness}
    return (
        Column("Turn", lambda choice: str(choice.turn), _TURN, "end", roles=loud),
        Column("Seat", lambda choice: names.get(choice.seat, choice.seat), _SEAT, roles=loud),
        *(_choice_column(nth, game.title) for nth, game in enumerate(comparison.games)),
    )


def _choice_column(nth: int, title: str) -> Column[Choice]:
    def words(choice: Choice) -> str:
        return choice.sheets[nth] or "Not played"

    return Column(title, words, stretch=True, tip=words, roles={EMPHASIS_ROLE: _loudness})


def _loudness(choice: Choice) -> str:
    return "muted" if choice.is_same else "normal"


def fact_columns(comparison: Comparison) -> tuple[Column[Fact], ...]:
    """What is told, and how it is in each game."""
    return (
        Column("", lambda fact: fact.what, _FACT, tip=lambda fact: fact.what),
        *(_fact_column(nth, game.title) for nth, game in enumerate(comparison.games)),
    )


def _fact_column(nth: int, title: str) -> Column[Fact]:
    def words(fact: Fact) -> str:
        return fact.cells[nth]

    return Column(title, words, stretch=True, tip=words)


def facts_of(comparison: Comparison) -> list[Fact]:
    """Ends and harm of the games, line by line."""
    games = comparison.games
    turns = "Turns compared" if comparison.until_words else "Turns played"

    def line(what: str, cells: Sequence[str]) -> Fact:
        return Fact(what, tuple(cells))

    return [
        line("How it ended", [g.ending or "It goes on" for g in games]),
        line(turns, [f"{g.turns} of {g.full}" for g in games]),
        line("Index at the end", [f"{g.line[-1][1]:.0f}" for g in games]),
        line("Highest index", [f"{g.peak[0]:.0f}, turn {g.peak[1]}" for g in games]),
        line("Acts carried out", [f"{g.acts:,}" for g in games]),
        line("Gravest act", [f"R{g.gravest:.0f}" for g in games]),
        line("People killed in the game", [f"{g.killed:,}" for g in games]),
        line("Displaced, since the start", [minus(f"{g.displaced:+,}") for g in games]),
        line("Seed of the draws", [str(g.seed) for g in games]),
        line("Played", [g.played for g in games]),
        *(line(h.what, [f"{count:,}" for count in h.counts]) for h in comparison.harm),
    ]
