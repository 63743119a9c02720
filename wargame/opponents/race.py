"""A race between sheets: all run in the same imagined worlds, the slower half drops out each round.

Runs are spent where the choice is still open. The rounds are counted in runs, never in seconds, so
that equal worlds and seeds give equal choices on any machine (MODEL D7).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from wargame.engine.futures import Ends, Futures
from wargame.engine.law.noise import noise
from wargame.engine.law.rng import STREAMS, folded, turn_key, uniform, word_of
from wargame.engine.rollout import BLOCK
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, Hands
from wargame.opponents.worth import (
    TERMS,
    Numbers,
    Worth,
    caution_of,
    deaths_of,
    spending,
    worst_mean,
)

FEW = (math.inf, 12.71, 4.31, 3.19, 2.78)
"""Student's 97.5 % points by degrees of freedom, as far as there is no short formula."""


@dataclass(slots=True, eq=False)
class Runner:
    """One sheet in the race.

    Attributes:
        sheet: Its orders; empty for holding still.
        spent: What it takes of the turn's means, 0 to 1.
        terms: The utility of its runs so far, (terms, runs).
    """

    sheet: tuple[Order, ...]
    spent: float
    terms: Numbers = field(repr=False)

    @property
    def utility(self) -> Numbers:
        """The utility of each run so far, in points."""
        summed: Numbers = self.terms.sum(axis=0)
        return summed

    @property
    def runs(self) -> int:
        """How many runs it has behind it."""
        return int(self.terms.shape[1])


class Track:
    """Where the sheets of one seat race, from one moment of a game."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        futures: Futures,
        *,
        turns: int,
        temperature: float,
        hands: Hands,
        check: Check,
    ) -> None:
        """Set up the track.

        Args:
            scenario: The scenario.
            world: The game in its planning phase.
            seat: Whose sheets.
            futures: Plays runs as the seat may imagine them.
            turns: Turns of each run.
            temperature: Points by which the choice may stray from the best.
            hands: Threads that share the runs; the choice does not depend on it.
            check: Called between blocks of runs; an error that it raises ends the race.
        """
        self.scenario, self.world, self.seat = scenario, world, seat
        self.futures, self.turns = futures, turns
        self.temperature, self.hands, self.check = temperature, hands, check
        self.worth = Worth(scenario, seat)
        self.deaths = deaths_of(scenario, world.published)
        self._caution = caution_of(scenario, world, seat)

    def enter(self, sheet: Sequence[Order]) -> Runner:
        """A sheet at the start."""
        spent = spending(self.scenario, self.world, self.seat, sheet)
        return Runner(tuple(sheet), spent, np.zeros((len(TERMS), 0)))

    def run(self, runners: Sequence[Runner], rounds: Sequence[int]) -> list[Runner]:
        """The runners from best to worst.

        Args:
            runners: One at least, each entered here; some may have runs behind them.
            rounds: Runs that each of those left has at the end of a round, rising.
        """
        left = list(runners)
        beaten: list[Runner] = []
        for number, runs in enumerate(rounds):
            self.extend(left, runs)
            left.sort(key=self.score, reverse=True)
            if number + 1 < len(rounds):
                hopeful = [r for r in left[1:] if paired(left[0], r).low <= 0.0]
                kept = [left[0], *hopeful[: (len(left) + 1) // 2 - 1]]
                beaten = [r for r in left if r not in kept] + beaten
                left = kept
            if len(left) == 1:
                break
        return left + beaten

    def value(self, runner: Runner) -> float:
        """What a sheet is worth to the seat: the mean, and the worst tenth where it is cautious."""
        utility = runner.utility
        return (1.0 - self._caution) * float(utility.mean()) + self._caution * worst_mean(utility)

    def score(self, runner: Runner) -> float:
        """The value with the noise of the choice, drawn at the sheet's own address."""
        world, place = self.world, word_of(self.seat)
        for order in runner.sheet:
            place = folded(place, word_of(f"{order.move} {order.target}"))
        high, low = (turn_key(world.settings.seed, 0, world.turn, half) for half in (0, 1))
        u = uniform(high, low, STREAMS["doctrine.choice"], place, 1)
        return self.value(runner) + self.temperature * noise(u)

    def extend(self, runners: Sequence[Runner], runs: int) -> None:
        """Let runners have so many runs behind them, everybody on doctrine after the first turn."""
        for runner in runners:
            done = runner.runs
            if runs > done:
                book = self.futures.book({self.futures.first_turn: {self.seat: runner.sheet}})
                ends = self.futures.ends(
                    book,
                    self.turns,
                    self.worth.places,
                    first=done + 1,
                    count=runs - done,
                    threads=self.hands(),
                    check=self.check,
                )
                self.add(runner, ends)

    def add(self, runner: Runner, ends: Ends) -> None:
        """Count more runs of a sheet."""
        terms = self.worth.terms(ends.numbers, ends.index, self.deaths, runner.spent)
        runner.terms = np.concatenate((runner.terms, terms), axis=1)


def paired(one: Runner, other: Runner) -> Estimate:
    """The mean difference of two sheets over the runs that both have, with its 95 % interval.

    Runs of a block share their imagined world, so the blocks are what is counted.
    """
    runs = min(one.runs, other.runs)
    difference = one.utility[:runs] - other.utility[:runs]
    begins = np.arange(0, runs, BLOCK)
    means = np.add.reduceat(difference, begins) / np.diff(np.append(begins, runs))
    mean = float(difference.mean())
    if len(means) < 2:
        return Estimate(mean, -math.inf, math.inf)
    half = student(len(means) - 1) * float(means.std(ddof=1)) / len(means) ** 0.5
    return Estimate(mean, mean - half, mean + half)


def student(freedom: int) -> float:
    """Student's 97.5 % point, a little above it for one to four degrees of freedom.

    >>> round(student(10), 1), round(student(1000), 2)
    (2.2, 1.96)
    """
    if freedom < len(FEW):
        return FEW[freedom]
    return 1.96 + 2.4 / freedom + 3.0 / freedom**2
