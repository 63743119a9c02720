"""How a practice game goes on without a facilitator: what one would do by hand, done by rule.

It is the game of every other session, with the same commands and the same log. Injects that are
due go out at once, an outcome is published as soon as it is found, and a turn begins with its
planning, because whoever plays alone has just read what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wargame.errors import RuleError
from wargame.model.events import Event
from wargame.model.ids import ActorId, Phase
from wargame.model.practice import Practice
from wargame.play.control.inject_rows import Minutes
from wargame.play.control.injects import NO_MINUTES, Injects
from wargame.play.live_game import LiveGame
from wargame.play.thinking import Told


class Solo:
    """Carries a practice game on.

    Args:
        game: A game whose settings say that it is a practice.

    Attributes:
        game: The game.
        practice: What makes it one.

    Raises:
        RuleError: It is no practice game.
    """

    def __init__(self, game: LiveGame) -> None:
        practice = game.world.settings.practice
        if practice is None:
            raise RuleError("practice.none", "This session is no practice game.")
        self.game = game
        self.practice: Practice = practice
        self._injects = Injects(game)

    @property
    def seat(self) -> ActorId:
        """The student's seat."""
        return self.practice.seat

    @property
    def waits_for_others(self) -> bool:
        """Whether the student has sealed and the others are to decide."""
        world = self.game.world
        return world.phase is Phase.PLAN and world.sealed_orders(self.seat) is not None

    def settle(self) -> None:
        """Goes on from where a session was broken off between two steps of the same command."""
        if self.game.world.phase is Phase.ADJUDICATE:
            self.game.publish()
        elif self.game.world.phase is Phase.BRIEF and self.game.world.turn > 1:
            self.game.start_planning()

    def begin_planning(self) -> None:
        """The briefing has been read."""
        self.game.start_planning()

    def adjudication(self) -> Callable[[Told], tuple[Event, ...]]:
        """The work of the turn, for any thread; ``take`` wants what it gives.

        Raises:
            RuleError: The student has not sealed.
        """
        if not self.waits_for_others:
            raise RuleError("orders.not-sealed", "Seal your orders first.")
        return self.game.begin_adjudication()

    def take(self, events: Sequence[Event]) -> None:
        """Takes the turn into the log and publishes its outcome."""
        self.game.finish_adjudication(events)
        self.game.publish()

    def begin_next_turn(self) -> None:
        """The outcome has been read: the next turn is planned."""
        self.game.begin_next_turn()
        self.game.start_planning()

    def send_due(self, minutes: Minutes = NO_MINUTES) -> tuple[str, ...]:
        """Sends every inject that is due by now; the ids of those that became due."""
        due = self._injects.check(minutes)
        for line in self._injects.lines() if due else ():
            if line.inject.id in due and line.state == "due":
                self._injects.fire(line.inject.id)
        return due

    def keep_clock(self, minutes: Minutes) -> None:
        """Notes the clock where an inject waits for it, for a session that is reopened."""
        self._injects.keep_clock(minutes)
