"""Which acts ask for control's judgement, and why; all others are ready to be accepted.

An act asks for it when much follows from it, when it breaks new ground, when it stands against
another move of the turn, when chance went far out, or when it rests on what control overruled.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.model.events import ActResolved
from wargame.model.moves import Move
from wargame.model.scenario import Scenario
from wargame.model.world import World

MANY_KILLED = 50
"""People killed by one act from which control looks first."""

LARGE_SALVO = 50
"""Weapons launched at once from which control looks first."""

NEW_GROUND = 7.0
"""Rung from which the first act of its kind on a front is new ground."""

CLASH = 10.0
"""Rung from which two actors who strike each other in one turn clash."""

FORCE = 7.0
"""Rung from which an act contradicts words of peace to the same actor."""

NUCLEAR = 18.0

RARE = 0.05
"""Share at either end of a draw that counts as far out."""

DECIDING = frozenset(
    {
        "strike.success",
        "covert.success",
        "warning.choreography",
        "harm.deaths",
        "politics.veto",
        "talks.hold",
        "proxies.call",
    }
)
"""Draws that decide what comes of an act."""


def marks_of(scenario: Scenario, world: World, number: int, act: ActResolved) -> tuple[str, ...]:
    """Why an act asks for control's judgement, in few words each; none when it is ready."""
    if act.goes_on:
        return ()
    return tuple(_marks(scenario, world, number, act))


def _marks(scenario: Scenario, world: World, number: int, act: ActResolved) -> Iterator[str]:
    move = scenario.move.get(act.order.move)
    if act.rung >= NUCLEAR:
        yield "Nuclear"
    if _hit_leaders(act):
        yield "A leader was hit"
    launched = sum(w.launched for w in act.weapons)
    if launched >= LARGE_SALVO:
        yield "Large strike"
    if act.killed >= MANY_KILLED:
        yield f"{act.killed:,} killed"
    if move is not None and act.success and _is_first_at_home(scenario, world, number, act, move):
        yield "First on home soil"
    elif act.rung >= NEW_GROUND and act.success and _is_new(scenario, world, number, act):
        yield "New rung on this front"
    yield from _against(scenario, world, number, act)
    if any(d.stream in DECIDING and not RARE <= d.u <= 1 - RARE for d in act.draws):
        yield "Rare draw"
    if _rests_on_ruling(world, act):
        yield "Rests on a ruling"


def _hit_leaders(act: ActResolved) -> bool:
    return any(
        e.variable == "disarray" and e.first == act.order.target and e.after > e.before
        for e in act.ledger
    )


def _earlier(world: World, number: int) -> Iterator[ActResolved]:
    for n, happening in world.happenings():
        if n < number and isinstance(happening, ActResolved):
            yield happening


def _is_first_at_home(
    scenario: Scenario, world: World, number: int, act: ActResolved, move: Move
) -> bool:
    """Whether nobody before struck the target on its own soil in this game."""
    if not move.home_soil or act.rung < NEW_GROUND:
        return False
    return not any(
        e.order.target == act.order.target
        and e.actor == act.actor
        and e.success
        and e.order.move in scenario.move
        and scenario.move[e.order.move].home_soil
        for e in _earlier(world, number)
    )


def _is_new(scenario: Scenario, world: World, number: int, act: ActResolved) -> bool:
    """Whether no act on the front stood as high, in the game or in the weeks before it."""
    past = scenario.start[world.settings.start].past
    if any(p.front == act.front and p.rung >= act.rung for p in past):
        return False
    return not any(e.front == act.front and e.rung >= act.rung for e in _earlier(world, number))


def _against(scenario: Scenario, world: World, number: int, act: ActResolved) -> Iterator[str]:
    """Moves of the same turn that cannot well stand beside this one."""
    target = act.order.target
    if target is None:
        return
    others = [
        (n, h)
        for n, h in world.turns[-1]
        if isinstance(h, ActResolved) and n != number and not h.goes_on and h.turn == act.turn
    ]
    for n, other in others:
        strikes_back = other.actor == target and other.order.target == act.actor
        if n < number and strikes_back and min(act.rung, other.rung) >= CLASH:
            yield f"Clashes with {other.actor}"
            return
    is_force = act.rung >= FORCE
    for _, other in others:
        move = scenario.move.get(other.order.move)
        soft = move is not None and move.goldstein > 0
        if is_force and soft and other.actor == act.actor and other.order.target == target:
            yield "Against its own words"
            return


def _rests_on_ruling(world: World, act: ActResolved) -> bool:
    changed = {place for r in world.rulings.rulings if r.turn < act.turn for place in r.changed}
    mine = {"debt", "asset", "face", "channel", "talks", "truce", "stock"}
    return bool(changed) and any(
        (e.variable, e.first, e.second) in changed and e.variable in mine for e in act.ledger
    )
