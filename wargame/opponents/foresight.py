"""What looking ahead showed, put into the reason of each order: how much better, and by what."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from wargame.model.orders import Order
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.opponents.race import Runner, paired
from wargame.opponents.worth import TERMS

MINUS = "\u2212"


class Step(Protocol):
    """One step of a decision: the sheet before it, and the sheets that were tried, best first."""

    @property
    def given(self) -> tuple[Order, ...]:
        """Orders that stood on the sheet already."""

    @property
    def runners(self) -> tuple[Runner, ...]:
        """The sheets that were tried, the chosen one first."""


def looked_ahead(scenario: Scenario, steps: Sequence[Step]) -> tuple[Order, ...]:
    """The sheet that was chosen, each order with what looking ahead showed of it.

    Args:
        scenario: The scenario.
        steps: The steps of the decision; one at least.
    """
    return tuple(
        replace(order, rationale=_reason(scenario, step, order))
        for step in steps
        for order in step.runners[0].sheet[len(step.given) :]
    )


def _reason(scenario: Scenario, step: Step, order: Order) -> str:
    """The reason of doctrine, with the numbers of looking ahead."""
    best = step.runners[0]
    without = next((r for r in step.runners if len(r.sheet) == len(step.given)), None)
    parts = [order.rationale.removesuffix(".")]
    if without is not None and without is not best:
        parts.append(_gain_words(paired(best, without), bool(step.given)))
    rival = next((r for r in step.runners[1:] if r is not without), None)
    if rival is not None:
        parts.append(_lead_words(scenario, step, rival))
    parts.append(f"{best.runs} imagined runs")
    return "; ".join(parts) + "."


def _gain_words(gain: Estimate, goes_on: bool) -> str:
    """How much better than a sheet without the order; no row of zeros where they came out alike.

    Runs of one imagined world alone give no interval; then that is said instead of its ends.
    """
    base = "going without" if goes_on else "holding still"
    if not math.isfinite(gain.low):
        came_out = (
            f"as well as {base}"
            if _is_nothing(gain.value)
            else f"{_points(gain.value)} points better than {base}"
        )
        return f"looking ahead, it came out {came_out}, from too few runs for an interval"
    if all(_is_nothing(value) for value in (gain.value, gain.low, gain.high)):
        return f"looking ahead, it came out as well as {base}"
    return (
        f"looking ahead {_points(gain.value)} points better than {base} "
        f"({_points(gain.low)} to {_points(gain.high)})"
    )


def _lead_words(scenario: Scenario, step: Step, rival: Runner) -> str:
    """How far before the next best; nothing separates those that came out alike."""
    best, name = step.runners[0], _named(scenario, rival, step)
    lead = paired(best, rival).value
    if _is_nothing(lead):
        return f"level with {name}"
    return f"{_points(lead)} before {name}, by {TERMS[_what_separates(best, rival)]}"


def _is_nothing(points: float) -> bool:
    """Whether it prints as no points at all."""
    return _points(points) == _points(0.0)


def _what_separates(one: Runner, other: Runner) -> int:
    """The term of utility that speaks most for the first."""
    runs = min(one.runs, other.runs)
    return int(np.argmax((one.terms[:, :runs] - other.terms[:, :runs]).mean(axis=1)))


def _named(scenario: Scenario, runner: Runner, step: Step) -> str:
    added = runner.sheet[len(step.given) :]
    return " and ".join(_move(scenario, order) for order in added) or "holding still"


def _move(scenario: Scenario, order: Order) -> str:
    name = scenario.move[order.move].name
    return f"{name} ({scenario.actor[order.target].name})" if order.target else name


def _points(value: float) -> str:
    return f"{value:z.1f}".replace("-", MINUS)
