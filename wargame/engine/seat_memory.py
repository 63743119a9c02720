"""What a seat remembers of a game, in the fields that the law's doctrine reads.

Rollouts carry these fields along; a game has its log, so they are filled from what the seat has
learned: acts that it has sighted, and moves of its own that go on.
"""

from __future__ import annotations

from wargame.engine.law.past import ONGOING, Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.requirements import remember
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.world import World


def memory_of(scenario: Scenario, world: World, d: Playbook, seat: ActorId | None) -> Past:
    """The memory of a seat at the beginning of a turn.

    Args:
        scenario: The scenario.
        world: The state.
        d: The scenario's playbook.
        seat: Whose memory; None for everything that happened, as rollouts begin with it.
    """
    h = Past(len(scenario.actors), len(scenario.moves), d.fact_places[0], d.max_orders[0])
    move = {m.id: n for n, m in enumerate(scenario.moves)}
    for _, happening in world.happenings():
        if not isinstance(happening, ActResolved) or happening.turn >= world.turn:
            continue
        if happening.order.move not in move:
            continue  # what a seat wrote itself is nothing that a doctrine knows
        if seat is None or any(s.seat == seat for s in happening.sightings):
            _remember(scenario, d, h, happening, move[happening.order.move], world.turn)
    actor = {a.id: n for n, a in enumerate(scenario.actors)}
    mine = [s for s in world.standing if seat is None or s.actor == seat]
    for row, standing in enumerate(mine[:ONGOING]):
        target = standing.order.target
        h.going_actor[row, 0] = actor[standing.actor]
        h.going_move[row, 0] = move[standing.order.move]
        h.going_target[row, 0] = actor[target] if target else -1
        h.going_since[row, 0] = standing.since
        h.going_ready[row, 0] = standing.ready
        h.going_count[0] = row + 1
    return h


def _remember(
    scenario: Scenario, d: Playbook, h: Past, act: ActResolved, m: int, turn: int
) -> None:
    """Count an act of move ``m``, unless it is too old for a fact that looks back some turns."""
    layout = scenario.layout
    i = layout.actors.index(act.actor)
    j = layout.actors.index(act.order.target) if act.order.target else -1
    front = layout.fronts.index(act.front)
    remember(d, h, 0, turn, turn - act.turn, i, m, j, front, act.rung)
    if not act.goes_on:
        h.done_turn[i, m, 0] = max(h.done_turn[i, m, 0], act.turn)
    if "notice" in scenario.moves[m].tags:
        h.notice_turn[i, 0] = max(h.notice_turn[i, 0], act.turn)
