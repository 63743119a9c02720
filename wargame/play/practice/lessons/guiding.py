"""Where a guided game is: which instruction comes next, and whether what it asks has been done.

Everything is read from the game, so that it does not matter how a thing was done, in which order,
or on which day. Nobody is held up: who goes another way is met again at the next turn of events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.ids import ActorId, Phase
from wargame.model.lessons import Doing, GuidedGame, Step

if TYPE_CHECKING:
    from wargame.model.orders import Order
    from wargame.model.world import World
    from wargame.play.live_game import LiveGame

MILESTONES = frozenset({Doing.PLANNING, Doing.SEALED, Doing.OUTCOME, Doing.TURN})
"""What comes about once in a turn; when it has, everything before it is behind."""


class Guiding:
    """A guided game on its way.

    Attributes:
        guided: The instructions.
        at: How many of them are behind, from 0.
    """

    def __init__(self, guided: GuidedGame, game: LiveGame, at: int = 0) -> None:
        """Take it up where it was left; an instruction too many counts as the end."""
        self.guided = guided
        self._game = game
        self._seat = ActorId(guided.seat)
        self.at = min(at, len(guided.steps))

    @property
    def step(self) -> Step | None:
        """The instruction that counts now; None at the end."""
        return self.guided.steps[self.at] if self.at < len(self.guided.steps) else None

    def look(self) -> bool:
        """See what has been done meanwhile; says whether another instruction counts now."""
        before = self.at
        for number in range(len(self.guided.steps) - 1, self.at - 1, -1):
            step = self.guided.steps[number]
            if step.doing in MILESTONES and self._is_reached(step):
                self.at = number + 1
                break
        while (step_now := self.step) is not None and self._is_done(step_now):
            self.at += 1
        return self.at != before

    def go_on(self) -> None:
        """What there was to read has been read, or the instruction is passed over."""
        self.at = min(self.at + 1, len(self.guided.steps))
        self.look()

    def _is_reached(self, step: Step) -> bool:
        world, turn = self._game.world, max(1, step.turn)
        if world.turn != turn:
            return world.turn > turn
        if step.doing is Doing.TURN:
            return True
        if step.doing is Doing.PLANNING:
            return world.phase is not Phase.BRIEF
        if step.doing is Doing.OUTCOME:
            return world.phase in {Phase.OUTCOME, Phase.ENDED}
        is_locked = world.phase in {Phase.ADJUDICATE, Phase.OUTCOME, Phase.ENDED}
        return is_locked or world.sealed_orders(self._seat) is not None

    def _is_done(self, step: Step) -> bool:
        if step.doing is Doing.READ:
            return False
        if step.doing in MILESTONES:
            return self._is_reached(step)
        if step.doing is Doing.MESSAGE:
            return _has_written(self._game.world, self._seat, step)
        return any(_is_meant(order, step) for order in self._orders())

    def _orders(self) -> tuple[Order, ...]:
        """What stands on the sheet, sealed or not."""
        sealed = self._game.world.sealed_orders(self._seat)
        if sealed is not None:
            return sealed
        return tuple(draft.order for draft in self._game.drafts(self._seat))


def _has_written(world: World, seat: ActorId, step: Step) -> bool:
    """Whether a message of this turn goes to whom the step names."""
    return any(
        message.sender == seat
        and message.turn == world.turn
        and (not step.to or step.to in {message.to, message.via})
        for message in world.channels.messages
    )


def _is_meant(order: Order, step: Step) -> bool:
    """Whether an order is what a step asks for."""
    if step.move and order.move != step.move:
        return False
    if step.doing is Doing.WARNING:
        told = not step.to or step.to in order.told
        return told and order.warning_hours >= max(step.hours, 1.0)
    return True
