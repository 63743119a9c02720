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
    """An order that a what-if forces on an actor; move and target by their ids."""

    turn: int
    actor: ActorId
    move: MoveId
    target: ActorId | None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What a what-if forbids: acts of one actor against another from a rung on."""

    actor: ActorId
    target: ActorId
    rung: float


def what_if_tables(
    scenario: Scenario, forced: Sequence[Forced], forbidden: Sequence[Forbidden]
) -> dict[str, list[int] | list[float]]:
    """Tables of what is forced and what is forbidden, in the lengths that compiled code expects."""
    ids = [a.id for a in scenario.actors]
    moves = [m.id for m in scenario.moves]
    lowest = [NOTHING_FORBIDDEN] * (len(ids) * len(ids))
    for wish in forbidden:
        at = ids.index(wish.actor) * len(ids) + ids.index(wish.target)
        lowest[at] = min(lowest[at], wish.rung)
    return {
        "forced_count": [len(forced)],
        "forced_turn": _filled([wish.turn for wish in forced]),
        "forced_actor": _filled([ids.index(wish.actor) for wish in forced]),
        "forced_move": _filled([moves.index(wish.move) for wish in forced]),
        "forced_target": _filled(
            [ids.index(wish.target) if wish.target else -1 for wish in forced]
        ),
        "forbid_rung": lowest,
    }


def _filled(values: list[int]) -> list[int]:
    """The values in a list of fixed length: another shape would mean compiling again."""
    return values + [0] * (MOST_FORCED - len(values))
