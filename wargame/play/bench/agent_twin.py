"""A small object-per-agent twin of a rollout, as agent frameworks have it: the bench's yardstick.

It is written the way Mesa models are: a model holds agents, each an object with a ``step``, and the
model steps them one by one with one random generator. It takes as many decisions as a rollout of
the law: every playable actor weighs as many moves each turn, picks one by softmax, and what it
launches is intercepted by a binomial draw. Nothing else of the law is in it, so it is far cheaper
than the law would be in that style; a ratio to it understates ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

RUNGS = 20.0
COOLING = 0.8


class TwinAgent:
    """One actor."""

    def __init__(self, model: TwinModel, place: int, moves: int) -> None:
        self.model, self.place = model, place
        self.rungs = [RUNGS * (n + 0.5) / moves for n in range(moves)]
        self.debt = [0.0] * model.size

    def step(self) -> None:
        """Weigh every move, pick one, and carry it out."""
        model = self.model
        rival = max(range(model.size), key=self.debt.__getitem__)
        want = 0.8 * self.debt[rival] * (1.0 - 0.6 * model.heat / (model.heat + 60.0))
        weights = [math.exp(-0.6 * abs(rung - want) / 0.3) for rung in self.rungs]
        sums = list(accumulate(weights))
        drawn = model.random.random() * sums[-1]
        rung = next(r for r, total in zip(self.rungs, sums, strict=True) if total >= drawn)
        if rival != self.place and rung > 5.0:
            leaked = model.random.binomial(20, 0.1)
            severity = 4.0 * (2.0 ** (rung / 5.0) - 1.0) * (1.0 + 0.05 * leaked)
            model.agents[rival].debt[self.place] += severity
            model.heat += severity
        self.debt[rival] *= 0.5


class TwinModel:
    """One world."""

    def __init__(self, moves: Sequence[int], seed: int) -> None:
        """A world of as many agents as there are numbers of moves."""
        self.size = len(moves)
        self.random = np.random.default_rng(seed)
        self.heat = 0.0
        self.agents = [TwinAgent(self, n, count) for n, count in enumerate(moves)]
        for agent in self.agents:
            agent.debt[(agent.place + 1) % self.size] = 10.0

    def step(self) -> float:
        """Play a turn; gives the index."""
        for agent in self.agents:
            agent.step()
        self.heat *= COOLING
        return 100.0 * (1.0 - math.exp(-self.heat / 60.0))


def play_twins(moves: Sequence[int], rollouts: int, turns: int) -> float:
    """Play worlds of the twin; gives their mean index at the end.

    Args:
        moves: How many moves each agent weighs in a turn.
        rollouts: Worlds.
        turns: Turns of each, from 1.
    """
    total = 0.0
    for seed in range(rollouts):
        model = TwinModel(moves, seed)
        path = [model.step() for _ in range(turns)]
        total += path[-1]
    return total / rollouts
