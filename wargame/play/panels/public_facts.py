"""What everybody in the room may see, as a query on the game for the projector and the news."""

from __future__ import annotations

from wargame.engine.public_facts import public_view
from wargame.model.public_view import PublicView
from wargame.play.live_game import LiveGame


def public_facts(game: LiveGame) -> PublicView:
    """Everything that is public now."""
    return public_view(game.scenario, game.world)
