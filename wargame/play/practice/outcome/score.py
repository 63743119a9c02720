"""How a practice game went for the student's seat: its objectives, and the harm.

Deaths are never points. They are stated, and they weigh against what was reached; how much is a
judged rule that is written beside the number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wargame.engine.apply import fold_line
from wargame.engine.visibility import view_for
from wargame.model.events import GameEnded, OutcomePublished, Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Standing
from wargame.model.world import World
from wargame.play.practice.outcome.grounds import Ground, grounds_of, how_judged

AT_RISK_SHARE: Final = 0.5
"""What an objective counts that is at risk at the end, for the share of turns in which it held."""

HARM_STEPS: Final = ((1_000, 0.5), (100, 0.35), (10, 0.2), (1, 0.1))
"""From so many people killed on this share is taken off (judged)."""

JUDGED: Final = (
    "An objective that holds at the end counts whole; one at risk counts half of the share of "
    "turns in which it held; a lost one counts nothing. What people have to judge is left out. "
    "People killed by acts of this seat and on its own side take off a tenth from the first, a "
    "fifth from 10, 35 hundredths from 100 and half from 1,000 on. Both rules are judged, not "
    "taken from a source."
)


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """An objective as it was judged.

    Attributes:
        id: Unique within the actor.
        text: What the team read.
        weight: Its weight, 0 to 1.
        by_turn: How it stood when each outcome was published, the first turn first.
        credit: What it counts, 0 to 1; None where people judge.
        rule: The condition by which it is judged, in words; empty where people judge.
        grounds: What moved it, the latest first.
    """

    id: str
    text: str
    weight: float
    by_turn: tuple[Standing, ...]
    credit: float | None
    rule: str
    grounds: tuple[Ground, ...]

    @property
    def standing(self) -> Standing:
        """How it stands at the end."""
        return self.by_turn[-1] if self.by_turn else "for people to judge"


@dataclass(frozen=True, slots=True)
class HarmResult:
    """The people whom the game's acts killed and displaced; stated plainly, never points.

    Attributes:
        by_us: People killed by acts of the seat (count).
        on_our_side: People killed on the seat's own side (count).
        in_all: People killed in the whole game (count).
        displaced: People displaced in the whole game (count).
        taken: Share that is taken off, 0 to 0.5.
        cites: Numbers of the acts of the seat that killed, the deadliest first.
    """

    by_us: int
    on_our_side: int
    in_all: int
    displaced: int
    taken: float
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How it went.

    Attributes:
        seat: Whose game it was.
        turns: Turns that were played.
        outcome: How the game ended, in words; empty while it goes on.
        objectives: Each objective.
        reached: What was reached of the objectives that can be judged, 0 to 100; None without any.
        harm: The harm.
        result: The same with harm weighed against it, 0 to 100.
        index: The index at the start and after each turn.
    """

    seat: ActorId
    turns: int
    outcome: str
    objectives: tuple[ObjectiveResult, ...]
    reached: float | None
    harm: HarmResult
    result: float | None
    index: tuple[float, ...]


def score_of(scenario: Scenario, line: Sequence[Record], seat: ActorId) -> Score:
    """How a game went for a seat, up to the last published outcome.

    Args:
        scenario: The scenario, as kept with the game.
        line: The records that count, oldest first.
        seat: The student's seat.
    """
    standings: dict[str, list[Standing]] = {}
    world: World | None = None
    begun, outcome = 0, ""
    for place, record in enumerate(line):
        if isinstance(record.event, GameEnded):
            outcome = record.event.outcome.words
        if isinstance(record.event, OutcomePublished):
            world = fold_line(scenario, line[begun : place + 1], world)
            begun = place + 1
            for view in view_for(scenario, world, seat).objectives:
                standings.setdefault(view.id, []).append(view.standing)
    actor = scenario.actor[seat]
    results = []
    for objective in actor.objectives:
        by_turn = tuple(standings.get(objective.id, ()))
        results.append(
            ObjectiveResult(
                objective.id,
                objective.text,
                objective.weight,
                by_turn,
                credit_of(by_turn),
                how_judged(scenario, objective),
                grounds_of(scenario, line, objective),
            )
        )
    reached = _reached(results)
    harm = harm_of(scenario, line, seat)
    return Score(
        seat=seat,
        turns=world.published_turn if world else 0,
        outcome=outcome,
        objectives=tuple(results),
        reached=reached,
        harm=harm,
        result=None if reached is None else reached * (1.0 - harm.taken),
        index=world.index_published if world else (),
    )


def credit_of(by_turn: Sequence[Standing]) -> float | None:
    """What an objective counts by how it stood, 0 to 1; None where people judge or none was played.

    >>> credit_of(("holding", "at risk")), credit_of(("at risk", "holding")), credit_of(("lost",))
    (0.25, 1.0, 0.0)
    """
    if not by_turn or by_turn[-1] == "for people to judge":
        return None
    if by_turn[-1] == "holding":
        return 1.0
    if by_turn[-1] == "lost":
        return 0.0
    return AT_RISK_SHARE * sum(one == "holding" for one in by_turn) / len(by_turn)


def harm_of(scenario: Scenario, line: Sequence[Record], seat: ActorId) -> HarmResult:
    """Who was killed and displaced in a game, from the log."""
    ours: list[tuple[int, int]] = []
    own_side = in_all = displaced = 0.0
    actors = {actor.id for actor in scenario.actors}
    for record in line:
        event = record.event
        if isinstance(event, ActResolved) and event.actor == seat and event.killed:
            ours.append((event.killed, record.number))
        if isinstance(event, ActResolved | SystemSettled):
            for entry in event.ledger:
                if entry.variable == "deaths" and entry.first in actors:
                    in_all += entry.after - entry.before
                    own_side += (entry.after - entry.before) * (entry.first == seat)
                elif entry.variable == "displaced":
                    displaced += max(0.0, entry.after - entry.before)
    ours.sort(reverse=True)
    by_us = sum(killed for killed, _ in ours)
    weighed = by_us + round(own_side)
    taken = next((share for least, share in HARM_STEPS if weighed >= least), 0.0)
    cites = tuple(number for _, number in ours[:5])
    return HarmResult(by_us, round(own_side), round(in_all), round(displaced), taken, cites)


def _reached(results: Sequence[ObjectiveResult]) -> float | None:
    judged = [(one.weight, one.credit) for one in results if one.credit is not None]
    whole = math.fsum(weight for weight, _ in judged)
    if whole <= 0.0:
        return None
    return min(100.0, 100.0 * math.fsum(weight * credit for weight, credit in judged) / whole)
