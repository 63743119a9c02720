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
from wargame.model.rulings import ActFacts, ActRuled, facts_of
from wargame.model.scenario import Scenario
from wargame.model.world import World

RUNS = 400
"""Other draws that are looked through; one of these is taken."""

_WEAPONS = tuple(Weapon)
_BREATH = 20
_COSTS = frozenset({"political", "material"})


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


def nearest(
    ranked: Sequence[OtherOutcome], success: bool, killed: int | None
) -> OtherOutcome | None:
    """The outcome that comes nearest to what control would have ruled; None for none like it."""
    fitting = [other for other in ranked if other.rerun.success == success]
    if not fitting:
        return None
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
    act = _act(world, number)
    places: list[Place] = [place for place in scenario.layout.places if place[0] not in DERIVED]
    mine = next(reruns(scenario, world, number, places, 0))
    its = next(reruns(scenario, world, number, places, other.run))
    differences = {
        place: after - before
        for place, before, after in zip(places, mine.values, its.values, strict=True)
        if after != before
    }
    # The rerun of the game's own draw may differ by the little that hangs on other acts.
    by_law = max(0, act.killed + int(its.killed) - int(mine.killed))
    leaked = dict(zip(_WEAPONS, its.leaked, strict=True))
    facts = replace(
        facts_of(act),
        success=its.success,
        killed=by_law,
        leaked=tuple((w.weapon, int(leaked[w.weapon])) for w in act.weapons),
    )
    return _ruling(scenario, world, (number, act), facts, differences, reason, killed)


def ruled_void(
    scenario: Scenario, world: World, number: int, reason: str, killed: int | None = None
) -> ActRuled:
    """The ruling that an act which never fails by the law fails all the same.

    Everything that it changed is taken back, save for what it cost.

    Args:
        scenario: The scenario.
        world: The world after the turn was adjudicated.
        number: Number of the act's event.
        reason: Why, for the log.
        killed: People killed as control would have it; None for nobody.
    """
    act = _act(world, number)
    differences: dict[Place, float] = {}
    for entry in act.ledger:
        place = (entry.variable, entry.first, entry.second)
        if entry.variable not in DERIVED | _COSTS:
            differences[place] = differences.get(place, 0.0) + entry.before - entry.after
    none = tuple((w.weapon, 0) for w in act.weapons)
    facts = replace(facts_of(act), success=False, killed=0, leaked=none)
    return _ruling(scenario, world, (number, act), facts, differences, reason, killed)


def _ruling(
    scenario: Scenario,
    world: World,
    ruled: tuple[int, ActResolved],
    facts: ActFacts,
    differences: dict[Place, float],
    reason: str,
    killed: int | None,
) -> ActRuled:
    """A ruling with its numbers; people killed and displaced follow from one another."""
    number, act = ruled
    target = act.order.target or ""
    if killed is not None:
        facts = replace(facts, killed=killed)
        if target:
            differences[("deaths", target, "")] = float(killed - act.killed)
    displaced = round(differences.get(("displaced", target, ""), 0.0))
    facts = replace(facts, displaced=max(0, facts.displaced + displaced))
    parameters = parameters_for(scenario, world.settings.start)
    cause = f"ruling:{world.events + 1}"
    ledger = ruled_entries(scenario, parameters, world, differences, cause)
    return ActRuled(act.turn, number, facts_of(act), facts, ledger, reason)


def _act(world: World, number: int) -> ActResolved:
    return next(h for n, h in world.turns[-1] if n == number and isinstance(h, ActResolved))


def _gravity(rerun: Rerun) -> tuple[int, int, bool]:
    return rerun.killed, rerun.through, rerun.success
