"""The doctrine opponent: level 1 of MODEL D7, through the same law that plays rollouts."""

from __future__ import annotations

from wargame.engine.known_values import known_values
from wargame.engine.law import roles
from wargame.engine.law.context import Context
from wargame.engine.law.doctrine import choose
from wargame.engine.law.parameters import known_parameters, parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.signs import look_around
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.legal_moves import refusal_of
from wargame.engine.seat_memory import memory_of
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.decider import Check, never_stopped
from wargame.opponents.reasons import reason_for
from wargame.opponents.salvos import offered_salvo

NOTICE_HOURS = 72.0
"""Hours of warning that a preview gives, as in April (``strikes``)."""


TEMPERATURE = "doctrine.temperature"
"""The constant that says how far a choice may stray from the best (MODEL D7)."""


class Doctrine:
    """The doctrine opponents of one session; tables are made once for all seats and turns."""

    def __init__(self, scenario: Scenario, start: str, noise: float = 1.0) -> None:
        """Make the tables of a scenario at a start point.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: Factor on the temperature of the choice, above 0 (``Settings.noise``).
        """
        self._scenario = scenario
        given = scenario.parameter.get(TEMPERATURE) or known_parameters()[TEMPERATURE]
        changed = {TEMPERATURE: noise * given.value}
        self._p: Parameters = parameters_for(scenario, start, changed)
        self._d: Playbook = playbook_for(scenario)

    def decide(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Order, ...]:
        """What a seat orders this turn, with its reasons; an empty sheet means that it holds.

        The choice is made from ``known_values`` and from acts that the seat has sighted, and from
        nothing else; the same world and seed give the same orders. Orders that the rules refuse
        after all, because of something the seat could not know, are left out, as a person would
        see them closed.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: Called before deciding; an error that it raises passes through.
        """
        check()
        scenario, p, d = self._scenario, self._p, self._d
        w = WorldNumbers(scenario.layout, bytearray(known_values(scenario, world, seat)))
        h = memory_of(scenario, world, d, seat)
        c = Context(world.settings.seed, world.turn, scenario.turn_days)
        i = scenario.layout.actors.index(seat)
        look_around(w, p, h, 0, c.turn)
        choose(w, p, d, h, c, 0, i)
        orders = [_order(scenario, world, w, p, d, h, i, slot) for slot in range(h.pick_count[0])]
        return _allowed(scenario, world, seat, orders)


def _order(
    scenario: Scenario,
    world: World,
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    i: int,
    slot: int,
) -> Order:
    m, j = h.pick_move[slot, 0], h.pick_target[slot, 0]
    move, role = scenario.moves[m], d.role[m]
    # A force move that can be denied is denied unless it is to be seen.
    hidden = role == roles.FORCE and move.deniability >= 0.5
    meant = None
    if role == roles.WARNING:
        line = w.red_line[i, j, 0]
        meant = line if line <= 20.0 else 11.0
    return Order(
        move=move.id,
        target=scenario.actors[j].id if j >= 0 else None,
        salvo=offered_salvo(scenario, world, scenario.actors[i].id, move),
        warning_hours=NOTICE_HOURS if role == roles.NOTICE else 0.0,
        overt=not hidden,
        meant=meant,
        rationale=reason_for(w, p, h, i, role, d.fires[m] == 1, j),
    )


def _allowed(
    scenario: Scenario, world: World, seat: ActorId, orders: list[Order]
) -> tuple[Order, ...]:
    """The orders that the rules let the seat seal together."""
    kept = list(orders)
    changed = True
    while changed:
        changed = False
        for order in tuple(kept):
            others = [other for other in kept if other is not order]
            if refusal_of(scenario, world, seat, order, others) is not None:
                kept = others
                changed = True
    return tuple(kept)
