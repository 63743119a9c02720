"""A trial run: the same moment in two settings on the same draws, and which answer it bears out.

The run is the judge; nothing in a lesson's file says what the model gives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wargame import paths
from wargame.errors import RuleError
from wargame.model.lessons import LEVELS, Choice, Expectation, Measure, Setting, Trial, Way
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.what_if import Asked, changed_scenario

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.rollout_results import Rollouts

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Play = Callable[[int, int], Rollouts]
    """Plays so many runs from this number on."""

SEED = 11
"""Seed of every trial, so that a lesson gives everybody the same runs."""

COMPILED_RUNS = 2_000
PLAIN_RUNS = 60
_SLICES = 20
_Z = 1.959964


class Verdict(StrEnum):
    """What a run says of an answer."""

    BORNE_OUT = "borne-out"
    REFUTED = "refuted"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure in both settings.

    Attributes:
        measure: What it is.
        one: Mean over the runs in the first setting; a share is 0 to 1.
        other: Mean in the second.
        difference: Second minus first, run by run, with its 95 % interval.
    """

    measure: Measure
    one: float
    other: float
    difference: Estimate


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What a trial came to.

    Attributes:
        runs: Pairs of runs that were played.
        wanted: Pairs that were asked for; fewer are played when somebody stops.
        is_compiled: Whether the compiled law played them.
        compared: Every measure of the trial, in its order.
    """

    runs: int
    wanted: int
    is_compiled: bool
    compared: tuple[Compared, ...]

    def of(self, measure: str) -> Compared:
        """A measure by its id."""
        return next(c for c in self.compared if c.measure.id == measure)


def trial_world(scenario: Scenario, trial: Trial) -> World:
    """The world in which a trial begins.

    Raises:
        RuleError: The scenario has no such start point.
    """
    from dataclasses import replace

    from wargame.engine.apply import apply
    from wargame.model.events import PhaseBegan, SessionStarted
    from wargame.model.ids import Phase
    from wargame.play.settings import default_settings

    if trial.start not in scenario.start:
        known = ", ".join(scenario.start)
        message = f"{scenario.title} has no start point {trial.start}; there are: {known}."
        raise RuleError("start.unknown", message)
    settings = replace(default_settings(scenario), start=trial.start)
    world = apply(scenario, None, SessionStarted(scenario.id, "", "", settings), 1)
    return apply(scenario, world, PhaseBegan(1, Phase.PLAN), 2)


def run_trial(
    scenario: Scenario,
    trial: Trial,
    runs: int,
    *,
    is_compiled: bool,
    told: Callable[[int, int], None] = lambda _done, _total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> TrialResult | None:
    """Play both settings; None when it was stopped before a few pairs were played.

    Args:
        scenario: The scenario.
        trial: What is compared.
        runs: Pairs of runs, two at least.
        is_compiled: Whether to use the compiled law; it is compiled first where it is not yet.
        told: Hears pairs done and pairs in all.
        stopped: Asked between slices; what is done by then counts.

    Raises:
        RuleError: The trial names what the scenario does not have.
    """
    world = trial_world(scenario, trial)
    for measure in trial.measures:
        _check(scenario, measure)
    play = _compiled if is_compiled else _plain
    sides = tuple(
        play(scenario, world, trial.turns, setting, stopped) for setting in (trial.one, trial.other)
    )
    slices = max(1, min(_SLICES, runs // 2))
    pairs: list[tuple[Rollouts, Rollouts]] = []
    done = 0
    for at in range(slices):
        if stopped():
            break
        until = runs * (at + 1) // slices
        one, other = (side(until - done, done + 1) for side in sides)
        if min(one.count, other.count) < until - done:
            break
        pairs.append((one, other))
        done = until
        told(done, runs)
    if done < 2:
        return None
    compared = tuple(_compared(scenario, measure, pairs) for measure in trial.measures)
    return TrialResult(done, runs, is_compiled, compared)


def verdict_of(choice: Choice, result: TrialResult) -> Verdict:
    """Whether a run bears an answer out: all that it expects, clear of chance."""
    said = [_met(expected, result.of(expected.measure)) for expected in choice.expects]
    if Verdict.REFUTED in said:
        return Verdict.REFUTED
    return Verdict.OPEN if Verdict.OPEN in said else Verdict.BORNE_OUT


def borne_out(choices: Sequence[Choice], result: TrialResult) -> tuple[Choice, ...]:
    """The answers that a run bears out; none when it is not clear at its size."""
    return tuple(c for c in choices if verdict_of(c, result) is Verdict.BORNE_OUT)


def _met(expected: Expectation, compared: Compared) -> Verdict:
    low, high = compared.difference.low, compared.difference.high
    if expected.way is Way.SAME:
        if -expected.within <= low and high <= expected.within:
            return Verdict.BORNE_OUT
        apart = low > expected.within or high < -expected.within
        return Verdict.REFUTED if apart else Verdict.OPEN
    if expected.way is Way.DOWN:
        low, high = -high, -low
    if low > 0.0:
        return Verdict.BORNE_OUT
    return Verdict.REFUTED if high <= 0.0 else Verdict.OPEN


def _asked(setting: Setting) -> Asked:
    return Asked(setting.values, setting.orders, setting.forbidden)


def _compiled(
    scenario: Scenario, world: World, turns: int, setting: Setting, stopped: Callable[[], bool]
) -> Play:
    from wargame.engine.rollout import RolloutPlan

    changed, there, what_if = changed_scenario(scenario, world, _asked(setting))
    home = paths.cache() / "law"
    plan = RolloutPlan(changed, there, turns, SEED, compiled_in=home, what_if=what_if)

    def play(runs: int, first: int) -> Rollouts:
        return plan.play(runs, first=first, stopped=stopped)

    return play


def _plain(
    scenario: Scenario, world: World, turns: int, setting: Setting, stopped: Callable[[], bool]
) -> Play:
    from wargame.engine.plain_rollout import PlainRollouts

    changed, there, what_if = changed_scenario(scenario, world, _asked(setting))
    plan = PlainRollouts(changed, there, turns, SEED, what_if)

    def play(runs: int, first: int) -> Rollouts:
        return plan.play(runs, first=first, stopped=stopped)

    return play


def _check(scenario: Scenario, measure: Measure) -> None:
    for name in measure.of[1:]:
        if name not in scenario.actor:
            raise RuleError("what-if.unknown", f"There is no actor {name} in {scenario.title}.")


def _compared(
    scenario: Scenario, measure: Measure, pairs: Sequence[tuple[Rollouts, Rollouts]]
) -> Compared:
    import numpy as np

    one = np.concatenate([_column(scenario, measure, side) for side, _ in pairs])
    other = np.concatenate([_column(scenario, measure, side) for _, side in pairs])
    return Compared(measure, float(one.mean()), float(other.mean()), _paired(other - one))


def _column(scenario: Scenario, measure: Measure, runs: Rollouts) -> Column:
    """A measure's number in each run."""
    kind = measure.of[0]
    import numpy as np

    if kind == "index":
        return np.asarray(runs.index[-1])
    if kind in LEVELS:
        return runs.sums[kind].astype(float)
    if measure.is_share:
        return np.asarray(runs.flags[kind.replace("-", "_")] > 0, dtype=float)
    ids = [str(actor) for actor in scenario.layout.actors]
    table = runs.acts if kind == "acts" else runs.large
    return np.asarray(table[ids.index(measure.of[1]), ids.index(measure.of[2])], dtype=float)


def _paired(difference: Column) -> Estimate:
    """A mean difference with its 95 % interval; never of no width, however alike the runs are.

    Where every pair differs by as much, one in so many runs might still not have: the rule of three
    for what did not come up in n runs.
    """
    n = len(difference)
    mean = float(difference.mean())
    half = max(_Z * float(difference.std(ddof=1)) / n**0.5, 3.0 / n * max(1.0, abs(mean)))
    return Estimate(mean, mean - half, mean + half)
