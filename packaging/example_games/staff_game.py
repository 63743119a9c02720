"""Example: a facilitated exercise of six teams in eight turns, with rulings, readings and tags."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from example_games.staff_notes import notes_of
from example_games.staff_script import (
    CONTROL,
    FILLING,
    HZB,
    IRN,
    ISR,
    LEANINGS,
    MARKS,
    NORTH,
    OBSERVERS,
    ORDERS,
    QAT,
    SAID,
    TEAMS,
    WRITTEN_ORDER,
    Line,
)
from example_games.writing import write_example
from wargame.model.events import PhaseBegan
from wargame.model.ids import ActorId, Controller, FrontId, Phase
from wargame.model.orders import Order
from wargame.model.ruling_views import ActDraft, OutcomeDraft, Queue, QueueRow
from wargame.model.seats import Seat, Settings
from wargame.model.weighing import Reason, Weighing
from wargame.play.adjudication.rulings import Rulings
from wargame.play.computer_seats import Deciders
from wargame.play.control.observing import Observing
from wargame.play.control.questions import Questions
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.dealings.perceptions import Perceptions
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.scenarios.retimed import retimed

NAME = "Staff seminar, spring course"
TURNS = 8
BEGUN = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
FRONT = FrontId("diplomacy")
_STRIKE = 11.0
_UNKNOWN_RUNG = 6.0
_ROUTINE = 8.0
"""Highest rung of what a team goes on with unless it has decided otherwise."""
_MOST_READ = 4
"""Acts of a turn that a team takes the time to read."""


def in_eight_turns(loaded: LoadedScenario) -> LoadedScenario:
    """The scenario as long as a day at school."""
    text = retimed(loaded.text, TURNS, 3.0)
    return LoadedScenario(scenario_of(text), text)


def make(loaded: LoadedScenario, scratch: Path, target: Path) -> None:
    """Play the game and write it; arguments as for the other examples."""
    played = scratch / "staff.wargame"
    game = new_game(loaded, _settings(loaded), played)
    _Exercise(game).play()
    notes = notes_of(game)
    game.close()
    write_example(played, target, BEGUN, notes)


def _settings(loaded: LoadedScenario) -> Settings:
    seats = []
    for actor in loaded.scenario.seats:
        players = TEAMS.get(actor.id, ())
        kind = Controller.PEOPLE if players else Controller.DOCTRINE
        seats.append(Seat(actor.id, kind, players))
    settings = default_settings(loaded.scenario, NAME)
    return replace(settings, seats=tuple(seats), plan_minutes=0, seed=240_731)


class _Exercise:
    """The exercise as it is played."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game
        self._talk = Conversations(game, self._clock)
        self._table = Negotiations(game)
        self._readings = Perceptions(game)
        self._marks = Observing(game)
        self._desk = Rulings(game)
        self._plans = Deciders(game.scenario, game.world.settings.start)
        self._minutes = 0

    def play(self) -> None:
        """All turns, to the end."""
        game = self._game
        for name, seat in OBSERVERS:
            self._marks.come(name, seat)
        while not game.has_ended:
            if game.world.phase is Phase.OUTCOME:
                game.begin_next_turn()
            turn = game.world.turn
            self._read_the_news()
            game.start_planning()
            self._minutes = 0
            self._speak(turn)
            for seat in TEAMS:
                game.seal(seat, self._sheet(turn, seat))
            for when, name, key, note in MARKS:
                if when == turn:
                    self._marks.tag(name, key, note)
            game.lock_and_adjudicate()
            self._rule(turn)
            game.publish()

    def _clock(self) -> str:
        """A clock that goes by what is said, not by the day on which the example is made."""
        planned = [
            record.at
            for record in self._game.line
            if isinstance(record.event, PhaseBegan) and record.event.phase is Phase.PLAN
        ]
        begun = datetime.fromisoformat(planned[-1])
        return (begun + timedelta(minutes=self._minutes)).isoformat(timespec="milliseconds")

    def _read_the_news(self) -> None:
        """Each team says how it reads the gravest of what it has learned since the last turn."""
        game = self._game
        for seat in TEAMS:
            moves = game.scenario.move
            asked = [
                (moves[event.move].rung if event.move else _UNKNOWN_RUNG, event)
                for event in game.view(seat).known
                if event.reading == "asked"
            ]
            gravest = sorted(asked, key=lambda pair: (-pair[0], pair[1].number))[:_MOST_READ]
            for was, event in sorted(gravest, key=lambda pair: pair[1].number):
                lean = LEANINGS.get((seat, event.actor), 0.0) if event.actor else 0.0
                rung = min(20.0, max(0.0, float(round(was + lean))))
                self._readings.record(seat, event.number, rung)

    def _speak(self, turn: int) -> None:
        """Messages, questions and papers of a turn."""
        questions = Questions(self._game)
        for when, seat, words in SAID:
            if when == turn:
                self._minutes += 2
                self._talk.send(seat, words)
        if turn == 2:
            questions.ask(IRN, "Would neighbours learn of a launch before it lands?")
            questions.answer(1, "Those whom you tell, and those who listen in; others see it late.")
        if turn == 6:
            self._table.propose(QAT, NORTH)
        for seat, when in ((HZB, 6), (ISR, 7)):
            if when == turn:
                self._table.sign(seat, 1)

    def _sheet(self, turn: int, seat: ActorId) -> tuple[Order, ...]:
        """A team's orders: those of the script, then what its plan would have it do anyway."""
        scripted = [line.order for line in (*ORDERS, WRITTEN_ORDER) if _is_of(line, turn, seat)]
        if scripted:
            return tuple(scripted)
        game = self._game
        found: list[Order] = []
        for order in self._plans.of(Controller.DOCTRINE).decide(game.world, seat):
            move = game.scenario.move[order.move]
            if move.rung > _ROUTINE:
                continue
            told = replace(order, meant=float(round(move.rung)), rationale=FILLING[move.category])
            if game.sheet_refusal(seat, [*found, told]) is None:
                found.append(told)
        return tuple(found)

    def _rule(self, turn: int) -> None:
        """Control's rulings of a turn: what asks for judgement, and what it sees otherwise."""
        for row in self._desk.queue():
            if row.queue is not Queue.JUDGEMENT:
                continue
            if row.case.is_written:
                self._weigh(row)
                continue
            draft = ActDraft()
            self._desk.rule(row.case, draft, CONTROL)
        if turn == 4:
            self._soften()
        self._desk.accept_ready(CONTROL)

    def _weigh(self, row: QueueRow) -> None:
        """A team's own move: reasons on both sides, two umpires, dice."""
        desk, case = self._desk, row.case
        reasons = (
            Reason("It was done in April without names", favours=True, weight=2, by="ISR"),
            Reason("Every neighbour wants to see its own sky", favours=True, weight=1, by="ISR"),
            Reason("Amman will not be seen to help", favours=False, weight=2, by="Control"),
        )
        weighing = Weighing(reasons, ("Ruth", "Daniel"), (("Ruth", 0.6), ("Daniel", 0.5)))
        desk.weigh(case, weighing)
        desk.roll(case)
        opened = desk.case(case)
        came = opened.margin >= 0
        words = "The neighbours share their pictures" if came else "The neighbours keep their own"
        desk.write(
            case,
            OutcomeDraft(success=came, words=f"{words} for two nights", rung=0.0, front=FRONT),
            CONTROL,
        )

    def _soften(self) -> None:
        """What was struck in turn 4 stood empty, as the team had said."""
        for row in self._desk.queue():
            if row.case.seat == ISR and row.target == IRN and (row.rung or 0.0) >= _STRIKE:
                harm = [
                    (line.place, line.before)
                    for line in self._desk.case(row.case).effects
                    if line.place[0] == "deaths"
                ]
                draft = ActDraft(
                    finals=tuple(harm),
                    words="A radar near Isfahan is hit; the crew had left it",
                    reason="The team had named a target with nobody near it.",
                )
                self._desk.rule(row.case, draft, CONTROL)


def _is_of(line: Line, turn: int, seat: ActorId) -> bool:
    return line.turn == turn and line.seat == seat
