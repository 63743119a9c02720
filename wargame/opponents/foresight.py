"""What looking ahead showed, put into the reason of each order: how much better, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from wargame.model.orders import Order
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
        gain = paired(best, without)
        base = "than going without" if step.given else "than holding still"
        parts.append(
            f"looking ahead {_points(gain.value)} points better {base} "
            f"({_points(gain.low)} to {_points(gain.high)})"
        )
    rival = next((r for r in step.runners[1:] if r is not without), None)
    if rival is not None:
        lead = paired(best, rival).value
        parts.append(
            f"{_points(lead)} before {_named(scenario, rival, step)}, "
            f"by {TERMS[_what_separates(best, rival)]}"
        )
    parts.append(f"{best.runs} imagined runs")
    return "; ".join(parts) + "."


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
