"""The three lengths of a practice game: the same scenario and the same law, in other turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wargame.model.practice import Length
from wargame.model.scenario import Scenario
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.scenarios.retimed import retimed

_CRISIS_TURNS: Final = 6
_WEEK: Final = 7.0


@dataclass(frozen=True, slots=True)
class GameLength:
    """How long a game is.

    Attributes:
        length: Which of the three.
        turns: Turns of a full game.
        turn_days: Days of a turn.
    """

    length: Length
    turns: int
    turn_days: float

    @property
    def words(self) -> str:
        """The turns in words, such as "6 turns of 1 day"."""
        days = f"{self.turn_days:g} {'day' if self.turn_days == 1 else 'days'}"
        return f"{self.turns} {'turn' if self.turns == 1 else 'turns'} of {days}"


def lengths_of(scenario: Scenario) -> tuple[GameLength, ...]:
    """The lengths in which a scenario can be practised, the shortest time first.

    A crisis is told day by day, a campaign week by week; the law reckons every rate in days, so
    that the same rules hold for all.
    """
    days = scenario.turn_days
    crisis = GameLength(Length.CRISIS, min(_CRISIS_TURNS, scenario.turns), min(1.0, days))
    standard = GameLength(Length.STANDARD, scenario.turns, days)
    turns = scenario.turns if days < _WEEK else 2 * scenario.turns
    return crisis, standard, GameLength(Length.CAMPAIGN, turns, max(_WEEK, days))


def with_length(loaded: LoadedScenario, length: Length) -> LoadedScenario:
    """The scenario as it is played in a length; its text goes into the save as it is here.

    Raises:
        ScenarioError: The scenario's file cannot be played in other turns.
    """
    if length is Length.STANDARD:
        return loaded
    wanted = next(one for one in lengths_of(loaded.scenario) if one.length is length)
    text = retimed(loaded.text, wanted.turns, wanted.turn_days)
    return LoadedScenario(scenario_of(text), text)
