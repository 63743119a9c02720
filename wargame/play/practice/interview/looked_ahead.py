"""What an opponent that looks ahead tried beside what it ordered, tried once more to be told."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from wargame.engine.words import order_words
from wargame.errors import WargameError
from wargame.model.ids import ActorId
from wargame.model.interview import Passage
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check
from wargame.opponents.foresight import Step
from wargame.play.practice.interview.choices import Choice, listed
from wargame.play.words.number_words import minus

BEHIND = 4
"""Sheets that are told beside the one that was chosen."""


@runtime_checkable
class LooksAhead(Protocol):
    """An opponent that can tell how its decision comes about."""

    def choices(self, world: World, seat: ActorId, check: Check) -> Sequence[Step]:
        """What was tried, step by step."""


def looked_ahead_passages(
    scenario: Scenario, world: World, choice: Choice, decider: LooksAhead, check: Check
) -> Iterator[Passage]:
    """The sheets that were tried with an order's own, by how far they came out behind it.

    Says nothing where the decision comes out otherwise by this version of the program.
    """
    try:
        steps = decider.choices(world, choice.seat, check)
    except WargameError as error:
        yield Passage(f"What I tried then cannot be tried again here: {error}", (choice.sealed,))
        return
    step = next((step for step in steps if _decided_in(step, choice)), None)
    if step is None or len(step.runners) < 2:
        return
    from wargame.opponents.race import paired

    best = step.runners[0]
    head = (
        f"I tried sheets {best.runs:,} times each in worlds as I imagine them. Mine came out best; "
    )
    lines = [f"{head}in points of what it is worth to me, these came next:"]
    for runner in step.runners[1 : 1 + BEHIND]:
        names = [order_words(scenario, order) for order in runner.sheet[len(step.given) :]]
        name = listed(names) or ("nothing more" if step.given else "holding still")
        lines.append(f"– {name}: {_behind(paired(best, runner))}")
    yield Passage("\n".join(lines), (choice.sealed,))


def _decided_in(step: Step, choice: Choice) -> bool:
    """Whether a step put the order onto the sheet, or left it empty."""
    added = step.runners[0].sheet[len(step.given) :]
    if choice.order is None:
        return not step.given and not added
    aim = (choice.order.move, choice.order.target)
    return any((order.move, order.target) == aim for order in added)


def _behind(lead: Estimate) -> str:
    if not math.isfinite(lead.low):
        return f"{_points(lead.value)} behind, from too few runs for an interval"
    return f"{_points(lead.value)} behind ({_points(lead.low)} to {_points(lead.high)})"


def _points(value: float) -> str:
    return minus(f"{value:z.1f}")
