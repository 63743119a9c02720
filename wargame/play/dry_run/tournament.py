"""Who plays a scenario better: kinds of opponents in the same seats, on the same seeds.

In each game one kind plays one seat against the same field; the next game changes nothing but the
kind in that seat. What is compared is what the seat's game was worth by the
stated utility (``opponents/worth.py``), seed by seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from wargame.engine.start import start_values
from wargame.model.ids import ActorId, Controller
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.opponents.decider import never_stopped
from wargame.opponents.race import student
from wargame.opponents.worth import Worth, deaths_of
from wargame.play.computer_seats import Deciders
from wargame.play.dry_run.bot_game import BotGame, Played


@dataclass(frozen=True, slots=True)
class Result:
    """What one seed brought in one seat.

    Attributes:
        seed: The seed.
        seat: The seat.
        utility: What the game was worth to the seat by the kind that played it, in points.
    """

    seed: int
    seat: ActorId
    utility: Mapping[Controller, float]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two kinds compared.

    Attributes:
        better: The kind that is asked to be better.
        other: The other one.
        gain: Mean utility of the first less that of the other, paired by seed, with its 95 %
            interval.
        seeds: Seeds behind it.
    """

    better: Controller
    other: Controller
    gain: Estimate
    seeds: int


class Tournament:
    """A round-robin of kinds of opponents."""

    def __init__(
        self,
        scenario: Scenario,
        start: str,
        kinds: Sequence[Controller],
        seats: Sequence[ActorId],
        *,
        fixed: Mapping[ActorId, Controller] | None = None,
        threads: int | None = None,
        effort: float = 1.0,
    ) -> None:
        """Set it up.

        Args:
            scenario: The scenario.
            start: Its start point.
            kinds: Two kinds at least, the weakest first.
            seats: Seats in which each of them plays.
            fixed: Who plays the other seats; doctrine where nobody is named.
            threads: Threads of those who look ahead; results do not depend on it.
            effort: Share of the usual work of those who look ahead.
        """
        self._scenario, self._start = scenario, start
        self.kinds, self.seats, self._fixed = tuple(kinds), tuple(seats), dict(fixed or {})
        self._deciders = Deciders(scenario, start, threads=threads, effort=effort)
        self._before = deaths_of(scenario, start_values(scenario, scenario.start[start]))

    @property
    def games_of_a_seed(self) -> int:
        """How many games each seed takes."""
        return len(self.kinds) * len(self.seats)

    def results(
        self,
        seeds: Sequence[int],
        check: Callable[[], None] = never_stopped,
        played: Callable[[Played], None] = lambda _game: None,
    ) -> Iterator[Result]:
        """The results of seeds as they come, seat by seat.

        Args:
            seeds: Seeds of the games.
            check: Called often; an error that it raises ends the tournament.
            played: Hears of each game that is over.
        """
        for seed in seeds:
            for seat in self.seats:
                utility = {}
                for kind in self.kinds:
                    game = self._game(seed, seat, kind, check)
                    played(game)
                    worth = Worth(self._scenario, seat)
                    utility[kind] = worth.at_end_of(game.world, self._before, game.spent[seat])
                yield Result(seed, seat, utility)

    def _game(
        self, seed: int, seat: ActorId, kind: Controller, check: Callable[[], None]
    ) -> Played:
        seats = {**self._fixed, seat: kind}
        game = BotGame(self._scenario, self._start, seed, seats, self._deciders)
        return game.play(check)


def pairings(kinds: Sequence[Controller], results: Sequence[Result]) -> tuple[Pairing, ...]:
    """Every two kinds compared, the later one in ``kinds`` asked to be better.

    The seats of one seed share their luck, so seeds are what is counted; a seed of which some seat
    is missing is left out.
    """
    seats = max((sum(r.seed == other.seed for other in results) for r in results), default=0)
    by_seed: dict[int, list[Result]] = {}
    for result in results:
        by_seed.setdefault(result.seed, []).append(result)
    whole = [found for found in by_seed.values() if len(found) == seats]
    return tuple(
        Pairing(better, other, _gain(whole, better, other), len(whole))
        for other, better in combinations(kinds, 2)
    )


def _gain(whole: Sequence[Sequence[Result]], better: Controller, other: Controller) -> Estimate:
    gains = np.array(
        [np.mean([r.utility[better] - r.utility[other] for r in found]) for found in whole]
    )
    if len(gains) < 2:
        mean = float(gains.mean()) if len(gains) else 0.0
        return Estimate(mean, float("-inf"), float("inf"))
    mean = float(gains.mean())
    half = student(len(gains) - 1) * float(gains.std(ddof=1)) / len(gains) ** 0.5
    return Estimate(mean, mean - half, mean + half)
