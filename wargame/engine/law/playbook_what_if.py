"""What a what-if asks of rollouts, as tables of the playbook: orders forced, acts forbidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.model.ids import ActorId, MoveId
from wargame.model.scenario import Scenario

NOTHING_FORBIDDEN = 99.0
MOST_FORCED = 64
"""Orders that a what-if may force."""


@dataclass(frozen=True, slots=True)
class Forced:
    """An order that a what-if forces on an actor; move and target by their ids.

    Attributes:
        turn: The turn in which it is given.
        actor: Whose order it is.
        move: The move.
        target: Its target; None for none.
        is_paid: Whether it costs nothing, and so is never too dear.
        sheet: What the order says beside that; None for what doctrine would say.
    """

    turn: int
    actor: ActorId
    move: MoveId
    target: ActorId | None
    is_paid: bool = True
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a person's order says beside its move and target.

    Attributes:
        overt: Whether it is owned up to.
        warning_hours: Hours of warning given.
        is_announced: Whether somebody was told in good time.
        meant: Rung that it is meant to be read as; 0 for none.
        salvo: Weapons by class; empty for the move's default.
    """

    overt: bool
    warning_hours: float
    is_announced: bool
    meant: float
    salvo: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An actor that orders nothing of its own in a turn but what is forced."""

    turn: int
    actor: ActorId


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What a what-if forbids: acts of one actor against another from a rung on."""

    actor: ActorId
    target: ActorId
    rung: float


def what_if_tables(
    scenario: Scenario,
    forced: Sequence[Forced],
    forbidden: Sequence[Forbidden],
    held: Sequence[Held],
) -> dict[str, list[int] | list[float]]:
    """Tables of what is forced and what is forbidden, in the lengths that compiled code expects."""
    ids = [a.id for a in scenario.actors]
    moves = [m.id for m in scenario.moves]
    lowest = [NOTHING_FORBIDDEN] * (len(ids) * len(ids))
    for wish in forbidden:
        at = ids.index(wish.actor) * len(ids) + ids.index(wish.target)
        lowest[at] = min(lowest[at], wish.rung)
    turns = [0] * len(ids)
    for rest in held:
        turns[ids.index(rest.actor)] = rest.turn
    return {
        "forced_count": [len(forced)],
        "forced_turn": _filled([wish.turn for wish in forced]),
        "forced_actor": _filled([ids.index(wish.actor) for wish in forced]),
        "forced_move": _filled([moves.index(wish.move) for wish in forced]),
        "forced_target": _filled(
            [ids.index(wish.target) if wish.target else -1 for wish in forced]
        ),
        "forced_paid": _filled([int(wish.is_paid) for wish in forced]),
        **_sheet_tables([wish.sheet for wish in forced]),
        "forbid_rung": lowest,
        "held_turn": turns,
    }


def _sheet_tables(sheets: Sequence[Sheet | None]) -> dict[str, list[int] | list[float]]:
    """What forced orders say; -1 where doctrine says it."""
    salvo = [0] * (5 * MOST_FORCED)
    for n, sheet in enumerate(sheets):
        if sheet is not None:
            salvo[5 * n : 5 * n + len(sheet.salvo)] = sheet.salvo
    hours = [sheet.warning_hours if sheet else 0.0 for sheet in sheets]
    meant = [sheet.meant if sheet else 0.0 for sheet in sheets]
    blank = [0.0] * (MOST_FORCED - len(sheets))
    return {
        "forced_overt": _filled([int(sheet.overt) if sheet else -1 for sheet in sheets]),
        "forced_told": _filled([int(bool(sheet and sheet.is_announced)) for sheet in sheets]),
        "forced_hours": [*hours, *blank],
        "forced_meant": [*meant, *blank],
        "forced_salvo": salvo,
        "forced_own_salvo": _filled([int(bool(sheet and sheet.salvo)) for sheet in sheets]),
    }


def _filled(values: list[int]) -> list[int]:
    """The values in a list of fixed length: another shape would mean compiling again."""
    return values + [0] * (MOST_FORCED - len(values))
