"""The desk of predictions: what is asked in a turn, what the student says, the engine's own."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.errors import RuleError
from wargame.model.ids import Phase
from wargame.model.predictions import OddsReckoned, Prediction, PredictionsMade, Question
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame
from wargame.play.practice.predictions.questions import questions_for
from wargame.play.practice.predictions.resolving import Resolved, given_in, resolved
from wargame.play.practice.solo import Solo

_TOLD = Changes(parts=frozenset({"predictions"}))


class Predictions:
    """Predictions of one practice game.

    Args:
        solo: The game.
    """

    def __init__(self, solo: Solo) -> None:
        self._solo = solo
        self._asked: tuple[int, tuple[Question, ...]] = (0, ())

    @property
    def _game(self) -> LiveGame:
        return self._solo.game

    def questions(self) -> tuple[Question, ...]:
        """What is asked in this turn; the same through the whole of its planning."""
        world = self._game.world
        given = given_in(self._game.line, world.turn)
        if given:
            return tuple(one.question for one in given)
        if self._asked[0] != world.turn and world.phase is Phase.PLAN:
            view = self._game.view(self._solo.seat)
            self._asked = (world.turn, questions_for(self._game.scenario, world, view))
        return self._asked[1] if self._asked[0] == world.turn else ()

    def given(self) -> tuple[Prediction, ...]:
        """What the student has said in this turn."""
        return given_in(self._game.line, self._game.world.turn)

    def give(self, predictions: Sequence[Prediction]) -> None:
        """Say what is to be expected; it may be said again until the orders are sealed.

        Raises:
            RuleError: It is not planning, or a probability is none.
        """
        game, seat = self._game, self._solo.seat
        if game.world.phase is not Phase.PLAN or game.world.sealed_orders(seat) is not None:
            raise RuleError("prediction.time", "Predictions are made before the orders are sealed.")
        asked = self.questions()
        if any(one.question not in asked for one in predictions):
            raise RuleError("prediction.question", "This is not asked in this turn.")
        if not all(0.0 <= one.chance <= 1.0 for one in predictions):
            raise RuleError("prediction.chance", "A probability lies between 0 and 100 %.")
        game.commit([PredictionsMade(game.world.turn, seat, tuple(predictions))], _TOLD)

    def note_odds(self, turn: int, odds: Sequence[Prediction], runs: int) -> None:
        """Keep the engine's own probabilities for the questions of a turn."""
        self._game.commit([OddsReckoned(turn, self._solo.seat, tuple(odds), runs)], _TOLD)

    def resolved(self) -> tuple[Resolved, ...]:
        """Every prediction of the game beside what happened."""
        return resolved(self._game.scenario, self._game.line)
