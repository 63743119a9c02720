"""The cautious planner: level 2 of MODEL D7, which tries its moves in private before it orders.

It thinks of the moves to which its doctrine draws it most, and of holding still. Each is played
forward many times in worlds as the seat may imagine them, everybody on doctrine, and told by what
it is worth to the seat. The best goes onto the sheet; then the next is sought beside it.
"""

from __future__ import annotations

from wargame.model.ids import ActorId
from wargame.model.world import World
from wargame.opponents.decider import Check, never_stopped
from wargame.opponents.looking_ahead import (
    BESIDE,
    Choice,
    LookingAhead,
    fill_up,
    scaled,
    strongest,
)

MOVES = 8
"""Moves that are tried, the strongest by doctrine (MODEL D7)."""

AIMS = 2
"""Targets of one move that are tried; more would crowd out other moves."""

HORIZON = 8
"""Turns that are looked ahead (MODEL D7)."""

ROUNDS = (32, 96, 400)
"""Runs of a move after each round; those of the last are what MODEL D7 asks for."""


class Planner(LookingAhead):
    """The planners of one session."""

    horizon = HORIZON

    def choices(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Choice, ...]:
        """How a decision comes about, step by step; see :meth:`LookingAhead.choices`."""
        check()
        options = strongest(self._doctrine, world, seat, MOVES, AIMS)
        track = self._track(world, seat, check)
        runners = track.run(self._entered(track, options), scaled(ROUNDS, self._effort))
        steps = [Choice((), tuple(runners))]
        fill_up(track, steps, options, scaled(BESIDE, self._effort), lambda best: best)
        return tuple(steps)
