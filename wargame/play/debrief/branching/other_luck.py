"""An act as it would have come out with other draws, or as control might have ruled it.

The law itself is asked: the same act is resolved again and again from the same state with other
draws. The whole difference to the game's own draw, in every number, is what the branch applies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from wargame.engine.act_rerun import Rerun, reruns
from wargame.engine.law.parameters import parameters_for
from wargame.engine.ruling_numbers import DERIVED, Place, ruled_entries
from wargame.errors import RuleError
from wargame.model.happenings import ActResolved
from wargame.model.ids import Weapon
from wargame.model.rulings import ActRuled, facts_of
from wargame.model.scenario import Scenario
from wargame.model.world import World

RUNS = 400
"""Other draws that are looked through; one of these is taken."""

_WEAPONS = tuple(Weapon)
_BREATH = 20


@dataclass(frozen=True, slots=True)
class OtherOutcome:
    """How an act might have come out.

    Attributes:
        run: Address of its draws; 0 is the game's own.
        rerun: What came of it.
    """

    run: int
    rerun: Rerun


def outcomes(
    scenario: Scenario,
    world: World,
    number: int,
    runs: int = RUNS,
    check: Callable[[], None] = lambda: None,
) -> list[OtherOutcome]:
    """How an act of the present turn comes out with other draws, the mildest first.

    Args:
        scenario: The scenario.
        world: The world after the turn was adjudicated.
        number: Number of the act's event.
        runs: How many draws.
        check: Called now and then; what it raises ends the work.

    Raises:
        RuleError: No law decided the act.
    """
    found: list[OtherOutcome] = []
    try:
        for run, rerun in enumerate(islice(reruns(scenario, world, number, ()), runs), start=1):
            found.append(OtherOutcome(run, rerun))
            if run % _BREATH == 0:
                check()
    except KeyError:
        raise RuleError("branch.by-hand", "Control decided this act; no law drew for it.") from None
    return sorted(found, key=lambda other: _gravity(other.rerun))


def at_quantile(ranked: Sequence[OtherOutcome], quantile: float) -> OtherOutcome:
    """The outcome at a share of all, 0 the mildest and 1 the gravest."""
    return ranked[round(min(1.0, max(0.0, quantile)) * (len(ranked) - 1))]


def nearest(ranked: Sequence[OtherOutcome], success: bool, killed: int | None) -> OtherOutcome:
    """The outcome that comes nearest to what control would have ruled.

    Raises:
        RuleError: In none of the runs does the act come off, or fail, as it is wanted.
    """
    fitting = [other for other in ranked if other.rerun.success == success]
    if not fitting:
        wanted = "come off" if success else "fail"
        raise RuleError("branch.never", f"In {len(ranked)} draws the act does not {wanted} once.")
    if killed is None:
        return fitting[len(fitting) // 2]
    return min(fitting, key=lambda other: abs(other.rerun.killed - killed))


def ruled_to(
    scenario: Scenario,
    world: World,
    number: int,
    other: OtherOutcome,
    reason: str,
    killed: int | None = None,
) -> ActRuled:
    """The ruling that makes an act come out otherwise, with every number that hangs on it.

    Args:
        scenario: The scenario.
        world: The world after the turn was adjudicated, where the act stands as proposed.
        number: Number of the act's event.
        other: How it comes out instead.
        reason: Why, for the log.
        killed: People killed as control would have it; None for what the law says.
    """
    act = next(h for n, h in world.turns[-1] if n == number and isinstance(h, ActResolved))
    places: list[Place] = [place for place in scenario.layout.places if place[0] not in DERIVED]
    mine = next(reruns(scenario, world, number, places, 0))
    its = next(reruns(scenario, world, number, places, other.run))
    differences = {
        place: after - before
        for place, before, after in zip(places, mine.values, its.values, strict=True)
        if after != before
    }
    if killed is not None and act.order.target:
        dead: Place = ("deaths", act.order.target, "")
        differences[dead] = float(killed - act.killed)
    parameters = parameters_for(scenario, world.settings.start)
    # The rerun of the game's own draw may differ by the little that hangs on other acts.
    by_law = max(0, act.killed + its.killed - mine.killed)
    dead_then = by_law if killed is None else killed
    cause = f"ruling:{world.events + 1}"
    displaced = differences.get(("displaced", act.order.target or "", ""), 0.0)
    leaked = dict(zip(_WEAPONS, its.leaked, strict=True))
    before = facts_of(act)
    after = replace(
        before,
        success=its.success,
        killed=dead_then,
        displaced=max(0, before.displaced + round(displaced)),
        leaked=tuple((weapon, leaked[weapon]) for weapon, _ in before.leaked),
    )
    ledger = ruled_entries(scenario, parameters, world, differences, cause)
    return ActRuled(act.turn, number, before, after, ledger, reason)


def _gravity(rerun: Rerun) -> tuple[int, int, bool]:
    return rerun.killed, rerun.through, rerun.success
