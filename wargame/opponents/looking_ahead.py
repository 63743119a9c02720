"""What planner and searcher share: a seat tries its sheets in private before it orders one.

Sheets are played forward many times in worlds as the seat may imagine them, and told by what they
are worth to it. What is tried, how long and how deep, each kind says for itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from wargame.engine.futures import Futures
from wargame.engine.law.picking import go_together
from wargame.engine.law.rng import WORD, folded, word_of
from wargame.engine.law.roles import role_of
from wargame.engine.legal_moves import sheet_refusal
from wargame.engine.rollout import BLOCK
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, Hands, never_stopped, one_hand
from wargame.opponents.doctrine import Doctrine
from wargame.opponents.foresight import looked_ahead
from wargame.opponents.race import Runner, Track

BESIDE = (32, 96)
"""Runs of orders beside the first after each round; fewer, because they change less."""

TEMPERATURE = 0.03
"""Points of utility by which the choice strays where nothing else is asked for; judged."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One step of a decision: what was tried beside each other, best first.

    Attributes:
        given: Orders that stood on the sheet already.
        runners: The sheets that were tried, the chosen one first.
    """

    given: tuple[Order, ...]
    runners: tuple[Runner, ...]


class LookingAhead(ABC):
    """The opponents of one kind in a session; tables are made once for all seats and turns.

    Attributes:
        horizon: Turns that are looked ahead.
    """

    horizon: ClassVar[int]

    def __init__(
        self,
        scenario: Scenario,
        start: str,
        noise: float = 1.0,
        *,
        compiled_in: Path,
        hands: Hands = one_hand,
        effort: float = 1.0,
    ) -> None:
        """Make the tables of a scenario at a start point.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: How much it wavers, above 0 (``Settings.noise``).
            compiled_in: Folder that keeps the compiled law.
            hands: Threads that share the runs; what is decided does not depend on it.
            effort: Share of the usual runs, for quick games and tests.
        """
        self._scenario, self._compiled_in = scenario, compiled_in
        self._temperature, self._hands, self._effort = noise * TEMPERATURE, hands, effort
        self._doctrine = Doctrine(scenario, start)

    def decide(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Order, ...]:
        """What a seat orders this turn, with its reasons; an empty sheet means that it holds.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: Called between blocks of runs; an error that it raises passes through.
        """
        return looked_ahead(self._scenario, self.choices(world, seat, check))

    @abstractmethod
    def choices(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Choice, ...]:
        """How a decision comes about, step by step: what was tried, and how it came out.

        The first runner of the last step has the sheet that is ordered.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: As in :meth:`decide`.
        """

    def _track(self, world: World, seat: ActorId, check: Check) -> Track:
        """Where the sheets of a seat race from here."""
        scenario = self._scenario
        futures = Futures(
            scenario, world, seat, seed_of(world, seat), compiled_in=self._compiled_in
        )
        return Track(
            scenario,
            world,
            seat,
            futures,
            turns=max(1, min(self.horizon, scenario.turns - world.turn + 1)),
            temperature=self._temperature,
            hands=self._hands,
            check=check,
        )

    def _entered(self, track: Track, options: Sequence[Order]) -> list[Runner]:
        """What races first: holding still, what the doctrine says, and each option alone."""
        usual = self._doctrine.decide(track.world, track.seat)
        first = {sheet_key(sheet): sheet for sheet in ((), usual, *((o,) for o in options))}
        return [track.enter(sheet) for sheet in first.values()]


def fill_up(
    track: Track,
    steps: list[Choice],
    options: Sequence[Order],
    rounds: Sequence[int],
    base: Callable[[Runner], Runner],
) -> None:
    """Seek further orders beside the best sheet, one by one, until none makes it better.

    Args:
        track: Where the sheets race.
        steps: The steps so far, one at least; those that come are added.
        options: The orders that are tried.
        base: What the best sheet runs as beside longer ones.
    """
    best = steps[-1].runners[0]
    while best.sheet:
        more = [
            track.enter((*best.sheet, order))
            for order in options
            if fits(track.scenario, track.world, track.seat, best.sheet, order)
        ]
        if not more:
            return
        runners = track.run([base(best), *more], rounds)
        if runners[0].sheet == best.sheet:
            return
        steps.append(Choice(best.sheet, tuple(runners)))
        best = runners[0]


def strongest(
    doctrine: Doctrine, world: World, seat: ActorId, moves: int, aims: int
) -> tuple[Order, ...]:
    """The moves to which a seat is drawn most, each for a few targets, strongest first.

    Args:
        doctrine: Weighs them.
        world: The world in its planning phase.
        seat: Who decides.
        moves: How many at most.
        aims: Targets of one move at most.
    """
    aimed: Counter[str] = Counter()
    kept: list[Order] = []
    for order in doctrine.options(world, seat, 4 * moves):
        aimed[order.move] += 1
        if aimed[order.move] <= aims and len(kept) < moves:
            kept.append(order)
    return tuple(kept)


def scaled(rounds: Sequence[int], effort: float) -> tuple[int, ...]:
    """Runs of each round at a share of the usual effort, in whole blocks, one at least."""
    return tuple(BLOCK * max(1, round(runs * effort / BLOCK)) for runs in rounds)


def seed_of(world: World, seat: ActorId) -> int:
    """The seed of what a seat imagines: its own, so that nobody's imagination shows another's."""
    seed = world.settings.seed
    return folded(folded(seed & WORD, seed >> 32), word_of(seat))


def sheet_key(sheet: tuple[Order, ...]) -> tuple[tuple[str, str, float], ...]:
    """What tells two sheets apart: the moves, their targets, and the notice that is given."""
    return tuple((order.move, order.target or "", order.warning_hours) for order in sheet)


def fits(
    scenario: Scenario, world: World, seat: ActorId, sheet: tuple[Order, ...], order: Order
) -> bool:
    """Whether an order may join a sheet, by the rules and by sense."""
    for other in sheet:
        if other.target == order.target and order.target is not None:
            roles = (role_of(scenario.move[o.move]) for o in (order, other))
            if not go_together(*roles):
                return False
    plain = replace(order, rationale="")
    return sheet_refusal(scenario, world, seat, (*sheet, plain)) is None
