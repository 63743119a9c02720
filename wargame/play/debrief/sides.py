"""Two points of view side by side: each act once, as one seat and as the other had it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wargame.model.debrief_view import SeenRow


@dataclass(frozen=True, slots=True)
class SidePair:
    """Something that happened, as two seats had it.

    Attributes:
        number: Number of the event in the log; 0 for what has none.
        turn: The turn.
        left: As the one seat had it; None where it was nothing to it.
        right: As the other had it; None where it was nothing to it.
    """

    number: int
    turn: int
    left: SeenRow | None
    right: SeenRow | None

    @property
    def told(self) -> SeenRow:
        """The row that says most of what happened: what a seat missed is told as it was."""
        rows = [row for row in (self.left, self.right) if row is not None]
        return next((row for row in rows if row.is_missed), rows[0])

    @property
    def differs(self) -> bool:
        """Whether the two had it differently: one missed it, or read it otherwise."""
        left, right = self.left, self.right
        if left is None or right is None:
            return True
        return (left.is_missed, left.actor, left.rung) != (right.is_missed, right.actor, right.rung)


def side_by_side(
    left: Iterable[SeenRow], right: Iterable[SeenRow], *, differing: bool = False
) -> tuple[SidePair, ...]:
    """What two seats had, latest first; what neither of them knew is left out.

    Args:
        left: What the one seat had, latest first.
        right: What the other had, latest first.
        differing: Only what they had differently.
    """
    pairs: dict[tuple[int, int], list[SeenRow | None]] = {}
    for side, rows in enumerate((left, right)):
        for nth, row in enumerate(rows):
            # What has no number of its own, such as what was overheard, stands for itself.
            key = (row.number, 0) if row.number else (0, 1 + 2 * nth + side)
            pairs.setdefault(key, [None, None])[side] = row
    found = []
    for (number, _), (one, other) in pairs.items():
        had = [row for row in (one, other) if row is not None]
        if any(not row.is_missed for row in had):
            found.append(SidePair(number, had[0].turn, one, other))
    found.sort(key=lambda pair: (-pair.turn, pair.number == 0, -pair.number))
    return tuple(pair for pair in found if pair.differs or not differing)
