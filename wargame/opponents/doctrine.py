"""The doctrine opponent: level 1 of MODEL D7, through the same law that plays rollouts."""

from __future__ import annotations

from dataclasses import replace

from wargame.engine.known_values import known_values
from wargame.engine.law import roles
from wargame.engine.law.context import Context
from wargame.engine.law.desired_reply import wants
from wargame.engine.law.doctrine import choose, pull_of, weigh_preparations
from wargame.engine.law.parameters import known_parameters, parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.picking import may_pick
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.signs import NOT_NOW, look_around, pressed
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

SENSELESS = 0.5 * NOT_NOW
"""Pull below which a move makes no sense now, whatever it costs."""

TEMPERATURE = "doctrine.temperature"
"""The constant that says how far a choice may stray from the best (MODEL D7)."""


class Doctrine:
    """The doctrine opponents of one session; tables are made once for all seats and turns.

    Attributes:
        playbook: What it chooses from.
    """

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
        self.playbook: Playbook = playbook_for(scenario)

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
        scenario, p, d = self._scenario, self._p, self.playbook
        w, h, c = self._seen(world, seat)
        i = scenario.layout.actors.index(seat)
        choose(w, p, d, h, c, 0, i)
        picks = [(h.pick_move[slot, 0], h.pick_target[slot, 0]) for slot in range(h.pick_count[0])]
        orders = [_order(scenario, world, w, p, d, h, i, m, j) for m, j in picks]
        return _allowed(scenario, world, seat, orders)

    def options(self, world: World, seat: ActorId, most: int) -> tuple[Order, ...]:
        """The orders to which a seat feels drawn, whatever the noise, strongest pull first.

        Each may be sealed alone. What the doctrine sees no sense in is left out.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            most: How many at most.
        """
        scenario, p, d = self._scenario, self._p, self.playbook
        w, h, c = self._seen(world, seat)
        i = scenario.layout.actors.index(seat)
        kept: list[Order] = []
        for n in weigh_all(w, p, d, h, c, 0, i):
            if len(kept) == most:
                break
            if may_pick(w, p, d, h, c, 0, i, n):
                m, j = d.candidate_move[n], d.candidate_target[n]
                order = _order(scenario, world, w, p, d, h, i, m, j)
                if refusal_of(scenario, world, seat, order) is None:
                    kept.append(order)
        return tuple(kept)

    def drawn_to(
        self, world: World, numbers: bytes, memory: Past, seat: ActorId, most: int
    ) -> tuple[Order, ...]:
        """The orders to which somebody feels drawn in a world that another imagines.

        Args:
            world: The game, for its turn and seed alone.
            numbers: The imagined world's numbers.
            memory: What happened, as far as whoever imagines it has learned.
            seat: Who is imagined to decide.
            most: How many at most.
        """
        scenario, p, d, h = self._scenario, self._p, self.playbook, memory
        w = WorldNumbers(scenario.layout, bytearray(numbers))
        c = Context(world.settings.seed, world.turn, scenario.turn_days)
        imagined = replace(world, values=numbers, published=numbers, standing=())
        look_around(w, p, h, 0, c.turn)
        i = scenario.layout.actors.index(seat)
        kept: list[Order] = []
        for n in weigh_all(w, p, d, h, c, 0, i):
            if len(kept) == most:
                break
            if may_pick(w, p, d, h, c, 0, i, n):
                m, j = d.candidate_move[n], d.candidate_target[n]
                kept.append(_order(scenario, imagined, w, p, d, h, i, m, j))
        return tuple(kept)

    def _seen(self, world: World, seat: ActorId) -> tuple[WorldNumbers, Past, Context]:
        """The world as a seat knows it, what it remembers, and the frame of the turn."""
        scenario = self._scenario
        w = WorldNumbers(scenario.layout, bytearray(known_values(scenario, world, seat)))
        h = memory_of(scenario, world, self.playbook, seat)
        c = Context(world.settings.seed, world.turn, scenario.turn_days)
        look_around(w, self._p, h, 0, c.turn)
        return w, h, c


def weigh_all(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, k: int, i: int
) -> list[int]:
    """The candidates of actor ``i`` that make sense to it now, strongest pull first."""
    h.pick_count[k] = 0
    if w.collapsed[i, k] > 0.0 or d.playable[i] == 0:
        return []
    h.political[k], h.material[k] = w.political[i, k], w.material[i, k]
    weigh_preparations(p, h, k, i, c.turn)
    h.pressed[k] = pressed(w, p, k, i)
    wants(w, p, h, c, k, i)
    pulls = [
        (pull_of(w, p, d, h, k, c.turn, i, n), n)
        for n in range(d.candidate_from[i], d.candidate_from[i + 1])
    ]
    return [
        n for pull, n in sorted(pulls, key=lambda pair: (-pair[0], pair[1])) if pull > SENSELESS
    ]


def _order(
    scenario: Scenario,
    world: World,
    w: WorldNumbers,
    p: Parameters,
    d: Playbook,
    h: Past,
    i: int,
    m: int,
    j: int,
) -> Order:
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
