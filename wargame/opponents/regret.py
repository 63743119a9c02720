"""Regret matching where sides move at the same time: who regrets not to have done it, does it more.

Only what was done in a line of play shows its worth. What was not is reckoned with its mean so far,
which keeps the reckoning unbiased and calm; the luck of a run is taken out before, so that acts are
compared and not weather.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

EXPLORE = 0.25
"""Share of trials that are made at random, so that every way keeps being tried; judged."""


@dataclass(slots=True)
class _Node:
    regrets: list[float]
    means: list[float]
    tried: list[int] = field(default_factory=list)


class Regrets:
    """What sides have learned at each information set."""

    def __init__(self) -> None:
        """Nothing has been learned."""
        self._nodes: dict[Hashable, _Node] = {}

    def strategy(
        self, place: Hashable, prior: Sequence[float], trust: float, *, explores: bool
    ) -> list[float]:
        """How often each way is taken at an information set.

        Args:
            place: The information set.
            prior: How often each is taken where nothing is known; shares of any sum.
            trust: Share of the choices that keeps to the prior whatever is learned, 0 to 1.
            explores: Whether every way is tried now and then.
        """
        node = self._nodes.get(place)
        whole = sum(prior)
        prior = [share / whole for share in prior]
        positive = [max(0.0, regret) for regret in node.regrets] if node else []
        total = sum(positive)
        ways = len(prior)
        learned = [value / total for value in positive] if total > 0.0 else prior
        share = EXPLORE if explores else 0.0
        return [
            trust * before + (1.0 - trust) * ((1.0 - share) * now + share / ways)
            for before, now in zip(prior, learned, strict=True)
        ]

    def learn(self, place: Hashable, taken: int, chances: Sequence[float], value: float) -> None:
        """Count what came of a way that was taken.

        Args:
            place: The information set.
            taken: The way.
            chances: The strategy by which it was taken.
            value: What it was worth, without the luck of its run.
        """
        ways = len(chances)
        node = self._nodes.setdefault(place, _Node([0.0] * ways, [0.0] * ways, [0] * ways))
        worth = list(node.means)
        worth[taken] += (value - worth[taken]) / chances[taken]
        mean = sum(chance * one for chance, one in zip(chances, worth, strict=True))
        for way in range(ways):
            node.regrets[way] += worth[way] - mean
        node.tried[taken] += 1
        node.means[taken] += (value - node.means[taken]) / node.tried[taken]
