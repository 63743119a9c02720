"""A branch that is wished for, made in two steps: told once, then run many times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wargame.model.branch_options import BranchWish
from wargame.model.branches import BranchFan, BranchKept
from wargame.play.debrief.branching.changed_turn import ChangedTurn, changed_turn
from wargame.play.debrief.branching.kept_branches import kept_branch
from wargame.play.debrief.branching.run_on import Told, run_on
from wargame.play.debrief.replay import Replay


@dataclass(frozen=True, slots=True)
class Trial:
    """A branch that was played on once.

    Attributes:
        changed: The turn with its change.
        kept: The branch as it would be kept, without a fan.
    """

    changed: ChangedTurn
    kept: BranchKept

    def with_fan(self, fan: BranchFan | None) -> BranchKept:
        """The branch as it is kept with what many runs gave."""
        return replace(self.kept, fan=fan)


def tried(replay: Replay, wish: BranchWish, told: Told, check: Callable[[], None]) -> Trial:
    """A branch played to its end once.

    Args:
        replay: The game.
        wish: What is wanted.
        told: Called before each turn and while a seat decides; what it raises ends the work.
        check: Called in between; what it raises ends the work.

    Raises:
        RuleError: The turn cannot be changed like this; the sentence says why.
    """
    changed = changed_turn(replay, wish.turn, wish.change, check)
    once = run_on(changed, told)
    kept = kept_branch(
        replay, changed, wish.change, title=wish.title, reason=wish.reason, once=once
    )
    return Trial(changed, kept)
