"""The cautious planner: level 2 of MODEL D7, which tries its moves in private before it orders.

It thinks of the moves to which its doctrine draws it most, and of holding still. Each is played
forward many times in worlds as the seat may imagine them, everybody on doctrine, and told by what
it is worth to the seat. The best goes onto the sheet; then the next is sought beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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

MOVES = 8
"""Moves that are tried, the strongest by doctrine (MODEL D7)."""

AIMS = 2
"""Targets of one move that are tried; more would crowd out other moves."""

HORIZON = 8
"""Turns that are looked ahead (MODEL D7)."""

ROUNDS = (32, 96, 400)
"""Runs of a move after each round; those of the last are what MODEL D7 asks for."""

BESIDE = (32, 96)
"""The same for orders beside the first, which change less."""

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


class Planner:
    """The planners of one session; tables are made once for all seats and turns."""

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
        self._temperature, self._hands = noise * TEMPERATURE, hands
        self._rounds, self._beside = scaled(ROUNDS, effort), scaled(BESIDE, effort)
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
        choices = self.choices(world, seat, check)
        return looked_ahead(self._scenario, choices)

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
        check()
        scenario = self._scenario
        options = strongest(self._doctrine, world, seat, MOVES, AIMS)
        usual = self._doctrine.decide(world, seat)
        futures = Futures(
            scenario, world, seat, seed_of(world, seat), compiled_in=self._compiled_in
        )
        track = Track(
            scenario,
            world,
            seat,
            futures,
            turns=max(1, min(HORIZON, scenario.turns - world.turn + 1)),
            temperature=self._temperature,
            hands=self._hands,
            check=check,
        )
        first = {sheet_key(sheet): sheet for sheet in ((), usual, *((o,) for o in options))}
        runners = track.run([track.enter(sheet) for sheet in first.values()], self._rounds)
        steps = [Choice((), tuple(runners))]
        fill_up(track, steps, options, self._beside, lambda best: best)
        return tuple(steps)


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
        rounds: Runs of a sheet after each round, rising.
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
