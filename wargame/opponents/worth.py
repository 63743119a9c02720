"""What a seat tries to gain, in one number: the utility that planner and searcher compare by.

MODEL D7 gives its terms, u = face + security + survival - cost - risk - harm, each with a weight,
and asks for caution where a seat is averse to risk. The risk is the probability of losing control
that a path of the index goes through, whether or not the draw came.

The weights are here, and nowhere else. They are judged: the sources say what each kind of actor
cares for, not by how much. A mediator's credit lies in the talks that it holds (M51), an armed
group lives by its standing (M20), a government by its safety and its public (M58). Deaths weigh on
every seat, on all sides alike (M65, M66); they are never a gain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wargame.engine.law.parameters import known_parameters
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term counts, in points of utility where the term is 1; all judged.

    Attributes:
        face: Standing.
        security: Being whole and not under fire.
        survival: Support at home.
        cost: All means of every turn spent.
        risk: Control lost for certain.
        harm: Very many people killed, on whatever side.
    """

    face: float
    security: float
    survival: float
    cost: float
    risk: float
    harm: float


TERMS = ("standing", "security", "support at home", "cost", "risk of all-out war", "deaths")
"""The terms in words, in the order of the weights."""

STATE = Weights(face=30, security=40, survival=30, cost=2, risk=100, harm=20)
GROUP = Weights(face=40, security=30, survival=30, cost=2, risk=60, harm=10)
MEDIATOR = Weights(face=20, security=30, survival=30, cost=2, risk=120, harm=60)

MUCH_FIRE = 60.0
"""Heat of rivals' acts (S units) that takes about two thirds of being safe from fire; judged."""

MANY_DEATHS = 2000.0
"""Deaths of a game that make about two thirds of the term of harm; judged by 2023 and 2024."""

WORST = 0.1
"""Share of the runs that a cautious seat looks at alone (CVaR at 10 %)."""


class Worth:
    """The utility of one seat, from the numbers of worlds."""

    def __init__(self, scenario: Scenario, seat: ActorId) -> None:
        """Find the numbers that it reads.

        Args:
            scenario: The scenario.
            seat: Whose utility.
        """
        layout = scenario.layout
        self.weights = weights_of(scenario, seat)
        rivals = sorted(
            other
            for relation in scenario.relations
            if relation.kind == "rivals" and seat in (relation.first, relation.second)
            for other in (relation.first, relation.second)
            if other != seat
        )
        own = ("face", "cohesion", "approval", "collapsed", "fallen")
        numbers = [layout.offset(name, seat) for name in own]
        fire = [layout.offset("heat", other, seat) for other in rivals]
        deaths = [layout.offset("deaths", actor) for actor in layout.actors]
        self.places: Places = np.array([*numbers, *fire, *deaths], dtype=np.int64)
        self._own, self._fires = len(numbers), len(fire)
        self._turns, self._days = scenario.turns, scenario.turn_days
        self._base, self._middle, self._scale, self._full, self._none = (
            constant_of(scenario, f"hazard.all_out_{name}")
            for name in ("base", "middle", "scale", "full", "none")
        )

    def terms(
        self, ends: Numbers, index: Numbers, deaths_before: float, spent: float = 0.0
    ) -> Numbers:
        """The utility of each run term by term in the order of ``TERMS``, (terms, runs).

        The sum lies at about 0 to 100 points, below 0 where all is lost.

        Args:
            ends: The numbers at ``places`` at the end of each run, (places, runs).
            index: The escalation index after each turn, (turns, runs).
            deaths_before: Deaths of all sides that are not counted: those of before.
            spent: Means spent on orders, in shares of a turn's means.
        """
        face, cohesion, approval, collapsed, fallen = ends[: self._own]
        fire = ends[self._own : self._own + self._fires].sum(axis=0)
        deaths = ends[self._own + self._fires :].sum(axis=0) - deaths_before
        k = self.weights
        stands = 1.0 - np.maximum(collapsed, fallen)
        security = 0.5 * cohesion + 0.5 * np.exp(-fire / MUCH_FIRE)
        harm = 1.0 - np.exp(-np.maximum(deaths, 0.0) / MANY_DEATHS)
        terms: Numbers = np.stack(
            (
                k.face * face * stands,
                k.security * security * stands,
                k.survival * approval * stands,
                np.full_like(face, -k.cost * spent / self._turns),
                -k.risk * self.control_lost(index),
                -k.harm * harm,
            )
        )
        return terms

    def control_lost(self, index: Numbers) -> Numbers:
        """The probability that control is lost somewhere along a path of the index (MODEL D5.19).

        What several fronts of war add to it is left out.

        Args:
            index: The escalation index after each turn, (turns, runs).
        """
        odds = self._base + (index - self._middle) / self._scale
        faded = np.clip((index - self._none) / (self._full - self._none), 0.0, 1.0)
        weekly = faded / (1.0 + np.exp(-odds))
        kept: Numbers = np.prod((1.0 - weekly) ** (self._days / 7.0), axis=0)
        return 1.0 - kept

    def at_end_of(self, world: World, deaths_before: float, spent: float) -> float:
        """The utility of a game as it stands, by what is true, for who compares games.

        Args:
            world: The game.
            deaths_before: Deaths of all sides before it began.
            spent: Means spent over the game, in shares of a turn's means.
        """
        numbers: Numbers = np.frombuffer(world.values, dtype="<f8")[self.places][:, None]
        path: Numbers = np.array(world.index_path[1:])[:, None]
        return float(self.terms(numbers, path, deaths_before, spent).sum())


def constant_of(scenario: Scenario, key: str) -> float:
    """A constant of the law as the scenario has it."""
    return (scenario.parameter.get(key) or known_parameters()[key]).value


def weights_of(scenario: Scenario, seat: ActorId) -> Weights:
    """The weights of a seat: by its camp, and by whether it is somebody's allied group."""
    if scenario.actor[seat].camp == "mediators-and-neighbours":
        return MEDIATOR
    groups = {r.second for r in scenario.relations if r.kind == "patron-proxy"}
    return GROUP if seat in groups else STATE


def deaths_of(scenario: Scenario, values: bytes) -> float:
    """Deaths of all sides so far, a number that everybody can read of."""
    read = scenario.layout.read
    return sum(read(values, "deaths", actor) for actor in scenario.layout.actors)


def spending(scenario: Scenario, world: World, seat: ActorId, orders: Sequence[Order]) -> float:
    """What orders take of a turn's means, 0 for nothing to 1 for all political and material."""
    read, values = scenario.layout.read, world.published
    have = read(values, "political", seat) + read(values, "material", seat)
    moves = [scenario.move[order.move] for order in orders if order.move in scenario.move]
    cost = sum(move.political + move.material for move in moves)
    return min(1.0, cost / have) if have > 0.0 else 0.0


def caution_of(scenario: Scenario, world: World, seat: ActorId) -> float:
    """How far the worst tenth counts beside the mean: 0 for the bold, nearly 1 for the timid."""
    appetite = scenario.layout.read(world.published, "risk_appetite", seat)
    return min(1.0, max(0.0, 1.0 - 2.0 * appetite))


def worst_mean(utility: Numbers) -> float:
    """The mean of the worst tenth of the runs (CVaR at 10 %)."""
    count = max(1, round(WORST * utility.shape[-1]))
    return float(np.sort(utility)[:count].mean())
