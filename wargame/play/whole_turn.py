"""A whole turn in one go, for games that are played from files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.play.live_game import LiveGame


@dataclass(frozen=True, slots=True)
class TurnPlayed:
    """What one turn brought.

    Attributes:
        turn: The turn.
        index: The index after it.
        change: Its change.
        band: Name of the band.
        acts: Acts that took place.
        ended: How the game ended, in words; empty while it goes on.
    """

    turn: int
    index: float
    change: float
    band: str
    acts: int
    ended: str


def play_turn(game: LiveGame, orders: Mapping[ActorId, Sequence[Order]]) -> TurnPlayed:
    """Plays the turn to its published outcome and begins the next one.

    Args:
        game: The game, in any phase of the turn.
        orders: Orders by seat; a seat that is not named keeps what it has sealed or drafted, a
            computer seat decides for itself, and the rest hold.

    Raises:
        RuleError: An order is against the rules, or the game has ended.
    """
    if game.world.phase is Phase.OUTCOME:
        game.begin_next_turn()
    if game.world.phase is Phase.BRIEF:
        game.start_planning()
    if game.world.phase is not Phase.ADJUDICATE:
        for seat, sheet in orders.items():
            game.seal(seat, sheet)
        game.lock_and_adjudicate()
    turn = game.world.turn
    game.publish()
    world = game.world
    meter = game.console().meter
    return TurnPlayed(
        turn=turn,
        index=meter.index,
        change=meter.index - meter.moved_from,
        band=meter.band.name,
        acts=sum(event.act > 0 for event in game.console().events if event.turn == turn),
        ended=world.outcome.words if world.outcome else "",
    )
