"""Example: somebody alone plays Iran for six days, predicts, and asks the opponents afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from example_games.writing import write_example
from wargame.model.debrief_entries import DebriefEntry
from wargame.model.debrief_notes import Answered
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.interview import Answer, Question
from wargame.model.orders import Order
from wargame.model.practice import Difficulty, Length
from wargame.model.predictions import Prediction
from wargame.model.report_texts import ReportTextWritten
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.practice.interview.interview import Interview
from wargame.play.practice.lengths import with_length
from wargame.play.practice.predictions.predictions import Predictions
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.play.practice.solo import Solo
from wargame.scenarios.loading import LoadedScenario

IRN, ISR, USA, QAT, HZB = (ActorId(name) for name in ("IRN", "ISR", "USA", "QAT", "HZB"))
BEGUN = datetime(2026, 5, 20, 18, tzinfo=UTC)
SEED = 20_240_805

CHANCES = (0.7, 0.4, 0.2)
"""What the student gives, question by question: sure of the first, doubtful of the last."""


def in_six_days(loaded: LoadedScenario) -> LoadedScenario:
    """The scenario in the shortest length of practice."""
    return with_length(loaded, Length.CRISIS)


def make(loaded: LoadedScenario, scratch: Path, target: Path) -> None:
    """Play the game and write it; arguments as for the other examples."""
    choice = SoloChoice(
        IRN, loaded.scenario.starts[0].id, Length.CRISIS, Controller.DOCTRINE, Difficulty.FAIR
    )
    settings = practice_settings(loaded.scenario, choice, SEED)
    settings = replace(settings, title="Six days in Tehran, played alone")
    played = scratch / "solo.wargame"
    game = new_game(loaded, settings, played)
    _play(game)
    notes = _interview(game)
    game.close()
    write_example(played, target, BEGUN, notes)


def _play(game: LiveGame) -> None:
    solo = Solo(game)
    predictions = Predictions(solo)
    while not game.has_ended:
        if game.world.phase is Phase.BRIEF:
            solo.begin_planning()
        asked = predictions.questions()
        predictions.give(
            [Prediction(one, chance) for one, chance in zip(asked, CHANCES, strict=False)]
        )
        game.seal(solo.seat, ORDERS.get(game.world.turn, ()))
        solo.take(solo.adjudication()(lambda _done, _total: None))
        if not game.has_ended:
            solo.begin_next_turn()
            solo.send_due()


def _interview(game: LiveGame) -> list[DebriefEntry]:
    """What two opponents say about their gravest choices, and what a message meant to them."""
    asked = Interview(game.scenario, game.line, IRN, game.world)
    found: list[DebriefEntry] = [_PURPOSE]
    for opponent in (ISR, USA):
        gravest = max(asked.choices(opponent), key=lambda topic: (topic.rung or 0.0, topic.number))
        found += [
            _told(game, asked.answer(opponent, question, gravest))
            for question in (Question.WHY, Question.BELIEFS, Question.CHANGE)
        ]
    meant = asked.said_and_done(ISR)[-1]
    return [*found, _told(game, asked.answer(ISR, Question.MEANING, meant))]


def _told(game: LiveGame, answer: Answer) -> Answered:
    """An answer as it is kept: each paragraph with the events that it cites."""
    said = []
    for passage in answer.passages:
        cited = ", ".join(f"{number}" for number in passage.events)
        said.append(f"{passage.words} [{cited}]" if cited else passage.words)
    name = game.scenario.actor[answer.opponent].name
    words = f"{_QUESTIONS[answer.question]} ({answer.topic.words}, turn {answer.topic.turn})"
    text = "\n\n".join(said)
    return Answered(words, text[:_LONGEST], f"{name}, computer", answer.opponent)


_LONGEST = 2_000
_QUESTIONS = {
    Question.WHY: "Why did you do that?",
    Question.BELIEFS: "What did you believe about me?",
    Question.CHANGE: "What would have changed your mind?",
    Question.MEANING: "What did this mean to you?",
}
_PURPOSE = ReportTextWritten(
    "purpose",
    "One person alone at the seat of Iran, six turns of one day, computers at all other seats. "
    "The answers of the opponents below were asked for after the game.",
)


def _order(move: str, target: ActorId | None, meant: float | None, message: str, why: str) -> Order:
    return Order(
        move=MoveId(move),
        target=target,
        meant=meant,
        message=message,
        rationale=why,
        audience=(target,) if target and message else (),
    )


ORDERS: dict[int, tuple[Order, ...]] = {
    1: (
        _order("I01", ISR, 3.0, "There will be an answer.", "Words first: they cost least."),
        _order("D02", QAT, 0.0, "We are in no hurry.", "Open a line before it is needed."),
    ),
    2: (
        _order("M02", None, 4.0, "", "Show readiness and strike nobody."),
        _order("D04", QAT, 1.0, "If it comes, it comes announced.", "Let the shape be known."),
    ),
    3: (_order("D02", QAT, 0.0, "Ask what would be enough.", "Look for a price below a blow."),),
    4: (_order("I02", ISR, 2.0, "Another killing will be answered on your soil.", "A line."),),
    5: (_order("D01", None, None, "", "Wait for what Doha brings."),),
    6: (_order("D16", ISR, 1.0, "Let it be written down.", "Put the account on record."),),
}
"""What the student ordered, turn by turn."""
