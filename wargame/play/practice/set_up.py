"""Setting up a practice game: what the seats ask of a person, and the settings of a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from wargame.engine.apply import apply
from wargame.engine.visibility import view_for
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.practice import Difficulty, Length, Practice
from wargame.model.scenario import Scenario
from wargame.model.seat_view import ObjectiveView
from wargame.model.seats import Seat, Settings
from wargame.model.world import World
from wargame.play.computer_seats import COMPUTERS, available

Demand = Literal["gentle", "fair", "demanding"]
"""How hard a seat is: by what is in danger when the game begins, and by whether it owes a reply."""

NOISE: Final = {Difficulty.CALM: 2.0, Difficulty.FAIR: 1.0, Difficulty.HARD: 0.5}
"""How much computer seats waver; what they may see is the same."""

_DANGER: Final = frozenset({"at risk", "lost"})
_GENTLE: Final = 0.2
_FAIR: Final = 0.5
_OWED: Final = 5.0
"""Debt from which a reply is owed that others wait for, in S units (judged)."""


@dataclass(frozen=True, slots=True)
class SeatOffer:
    """A seat as it is offered to a student.

    Attributes:
        actor: Whose seat it is.
        name: Its full name.
        camp: Its camp.
        aim: Its weightiest objective, as the team reads it.
        wants: What it wants, and how that stands when the game begins.
        share: Their weight, 0 to 1.
        owes: Name of the actor that it owes the largest reply; empty for none.
        open_moves: How many moves it can order in turn 1.
        about: What a computer that plays it is told, for people who play it.
    """

    actor: ActorId
    name: str
    camp: str
    aim: str
    wants: tuple[ObjectiveView, ...]
    share: float
    owes: str
    open_moves: int
    about: str

    @property
    def in_danger(self) -> int:
        """How many objectives are not held when the game begins."""
        return sum(one.standing in _DANGER for one in self.wants)

    @property
    def demand(self) -> Demand:
        """How hard the seat is."""
        steps = (self.share > _GENTLE) + (self.share > _FAIR) + bool(self.owes)
        return ("gentle", "fair", "demanding", "demanding")[steps]


@dataclass(frozen=True, slots=True)
class SoloChoice:
    """What a student decides before turn 1.

    Attributes:
        seat: The student's seat.
        start: Id of the start point.
        length: How long the game is.
        opponents: Who decides for the other seats.
        difficulty: How steadily they play, and how much the coach says.
        coach: Whether the coach speaks.
    """

    seat: ActorId
    start: str
    length: Length = Length.STANDARD
    opponents: Controller = Controller.DOCTRINE
    difficulty: Difficulty = Difficulty.FAIR
    coach: bool = True


def opponents_of(scenario: Scenario) -> tuple[Controller, ...]:
    """The levels of opponents that a scenario can be played against."""
    return tuple(one for one in available(scenario) if one in COMPUTERS)


def seat_offers(
    scenario: Scenario, start: str, go_on: Callable[[], None] = lambda: None
) -> tuple[SeatOffer, ...]:
    """Every seat of a scenario with what it asks of a person at a start point.

    Args:
        scenario: The scenario.
        start: Id of the start point.
        go_on: Called before each seat; what it raises ends the work.
    """
    world = _world_of_plan(scenario, start)
    offers = []
    for actor in scenario.seats:
        go_on()
        view = view_for(scenario, world, actor.id)
        weights = {one.id: one.weight for one in actor.objectives}
        danger = [one.id for one in view.objectives if one.standing in _DANGER]
        whole = sum(weights.values())
        aim = max(actor.objectives, key=lambda one: one.weight, default=None)
        offers.append(
            SeatOffer(
                actor=actor.id,
                name=actor.full_name,
                camp=actor.camp,
                aim=aim.text if aim is not None else "",
                wants=view.objectives,
                share=sum(weights[one] for one in danger) / whole if whole else 0.0,
                owes=_owed(scenario, world, actor.id),
                open_moves=sum(option.is_open for option in view.moves),
                about=actor.doctrine.notes,
            )
        )
    return tuple(offers)


def practice_settings(scenario: Scenario, choice: SoloChoice, seed: int) -> Settings:
    """The settings of a practice game: one seat for the student, computers at all others."""
    seats = tuple(
        Seat(
            actor.id,
            Controller.PEOPLE if actor.id == choice.seat else choice.opponents,
        )
        for actor in scenario.seats
    )
    return Settings(
        title=f"Practice as {scenario.actor[choice.seat].name}",
        seed=seed,
        start=choice.start,
        plan_minutes=0,
        seats=seats,
        practice=Practice(choice.seat, choice.length, choice.difficulty, choice.coach),
        noise=NOISE[choice.difficulty],
    )


def _owed(scenario: Scenario, world: World, seat: ActorId) -> str:
    """To whom a seat owes the largest reply; empty where none is pressing."""
    others = [actor for actor in scenario.actors if actor.id != seat]
    debts = [scenario.layout.read(world.values, "debt", seat, actor.id) for actor in others]
    largest = max(debts, default=0.0)
    return others[debts.index(largest)].name if largest >= _OWED else ""


def _world_of_plan(scenario: Scenario, start: str) -> World:
    """The planning of turn 1, as every session of this start begins."""
    seats = tuple(Seat(actor.id, Controller.FACILITATOR) for actor in scenario.seats)
    settings = Settings(scenario.title, scenario.seed, start, 0, seats)
    world = apply(scenario, None, SessionStarted(scenario.id, "", "", settings), 1)
    for phase in (Phase.BRIEF, Phase.PLAN):
        world = apply(scenario, world, PhaseBegan(1, phase), 2)
    return world
