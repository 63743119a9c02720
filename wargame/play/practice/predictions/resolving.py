"""What became of a student's predictions: each is resolved from the log and scored.

The score is that of Brier (1950): the square of the probability minus what happened, 1 or 0. Zero
is perfect, 0.25 is what somebody gets who always says one half.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wargame.engine.apply import fold_line
from wargame.model.events import PhaseBegan, Record
from wargame.model.happenings import ActResolved
from wargame.model.ids import Phase
from wargame.model.moves import Lasting
from wargame.model.predictions import OddsReckoned, Prediction, PredictionsMade, Question
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.practice.predictions.questions import LARGE, question_words

_CITED: Final = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """A prediction beside what happened.

    Attributes:
        turn: The turn in which it was made.
        words: What was predicted.
        chance: The student's probability, 0 to 1.
        engine: The engine's, at the same moment; None where it made none.
        runs: Runs that the engine's rests on; 0 for none.
        happened: Whether it came about; None while that is open.
        cites: Numbers of the events that decided it.
    """

    turn: int
    words: str
    chance: float
    engine: float | None
    runs: int
    happened: bool | None
    cites: tuple[int, ...]

    @property
    def loss(self) -> float | None:
        """The student's Brier score for it; None while it is open."""
        return _loss(self.chance, self.happened)

    @property
    def engine_loss(self) -> float | None:
        """The engine's; None where it made none, or while it is open."""
        return _loss(self.engine, self.happened)


@dataclass(frozen=True, slots=True)
class Brier:
    """Scores over all predictions that are decided.

    Attributes:
        count: Decided predictions.
        student: Mean score of the student; None without any.
        both: Decided predictions that the engine made too.
        student_of_both: Mean score of the student over those.
        engine: Mean score of the engine over those.
    """

    count: int
    student: float | None
    both: int
    student_of_both: float | None
    engine: float | None


class _Course:
    """A game as questions see it: the world after each turn, and its acts with their numbers."""

    def __init__(self, scenario: Scenario, line: Sequence[Record]) -> None:
        self.scenario = scenario
        self.ends: dict[int, tuple[int, World]] = {}
        self.acts: list[tuple[int, ActResolved]] = []
        self.ended_in: int | None = None
        world: World | None = None
        begun = 0
        for place, record in enumerate(line):
            event = record.event
            if isinstance(event, ActResolved):
                self.acts.append((record.number, event))
            elif isinstance(event, PhaseBegan) and event.phase in {Phase.OUTCOME, Phase.ENDED}:
                world = fold_line(scenario, line[begun : place + 1], world)
                begun = place + 1
                self.ends[event.turn] = (record.number, world)
                if event.phase is Phase.ENDED:
                    self.ended_in = event.turn

    def decided(self, made_in: int, question: Question) -> tuple[bool | None, tuple[int, ...]]:
        """Whether it came about, and the events that say so."""
        turns = [turn for turn in sorted(self.ends) if made_in <= turn <= question.until]
        over = self.ended_in is not None or question.until in self.ends
        if question.kind == "index":
            if not over or not turns:
                return None, ()
            # After its end a game stands still, in rollouts as in the log.
            number, world = self.ends[turns[-1]]
            index = self.scenario.layout.read(world.values, "index")
            return index >= question.level, (number,)
        if question.kind == "act":
            found = [
                number
                for number, act in self.acts
                if made_in <= act.turn <= question.until and _answers(self, act, question)
            ]
        else:
            found = [self.ends[turn][0] for turn in turns if self._truce(self.ends[turn][1])]
        if found:
            return True, tuple(found[:_CITED])
        return (False, (self.ends[turns[-1]][0],)) if over and turns else (None, ())

    def _truce(self, world: World) -> bool:
        read = self.scenario.layout.read
        return any(read(world.values, "truce", front.id) > 0.0 for front in self.scenario.fronts)


def resolved(scenario: Scenario, line: Sequence[Record]) -> tuple[Resolved, ...]:
    """Every prediction of a game, oldest first; the last ones given in a turn count.

    Args:
        scenario: The scenario, as kept with the game.
        line: The records that count, oldest first.
    """
    course = _Course(scenario, line)
    made: dict[int, PredictionsMade] = {}
    odds: dict[tuple[int, Question], tuple[float, int]] = {}
    for record in line:
        match record.event:
            case PredictionsMade() as event:
                made[event.turn] = event
            case OddsReckoned(turn, _, predictions, runs):
                for one in predictions:
                    odds[turn, one.question] = (one.chance, runs)
    found = []
    for turn, event in sorted(made.items()):
        for one in event.predictions:
            engine, runs = odds.get((turn, one.question), (None, 0))
            happened, cites = course.decided(turn, one.question)
            words = question_words(scenario, one.question)
            found.append(Resolved(turn, words, one.chance, engine, runs, happened, cites))
    return tuple(found)


def brier(predictions: Sequence[Resolved]) -> Brier:
    """The mean scores."""
    mine = [one.loss for one in predictions if one.loss is not None]
    both = [
        (one.loss, one.engine_loss)
        for one in predictions
        if one.loss is not None and one.engine_loss is not None
    ]
    return Brier(
        count=len(mine),
        student=_mean(mine),
        both=len(both),
        student_of_both=_mean([pair[0] for pair in both]),
        engine=_mean([pair[1] for pair in both]),
    )


def given_in(line: Sequence[Record], turn: int) -> tuple[Prediction, ...]:
    """What the student has said in a turn; empty when nothing."""
    for record in reversed(line):
        if isinstance(record.event, PredictionsMade) and record.event.turn == turn:
            return record.event.predictions
    return ()


def _answers(course: _Course, act: ActResolved, question: Question) -> bool:
    """Whether an act is one of those that a question is about, counted as rollouts count."""
    move = course.scenario.move.get(act.order.move)
    if move is None or move.goldstein >= 0.0 or act.rung < LARGE:
        return False
    if act.goes_on and move.lasting is Lasting.STANDING:
        return False
    return act.actor == question.by and act.order.target == question.target


def _loss(chance: float | None, happened: bool | None) -> float | None:
    if chance is None or happened is None:
        return None
    return (chance - happened) ** 2


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
