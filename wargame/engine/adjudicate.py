"""One turn adjudicated: the law with one world and the ledger on, as events.

The same functions play rollouts. Nothing is decided here but what the law does not know: which
orders are tried, on which conditions, and which seats learn of what comes of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.engine.acts import Intent, fill_acts, in_order
from wargame.engine.by_hand import by_hand
from wargame.engine.carrying import carried_on, going_on
from wargame.engine.conditions import Moment, holds
from wargame.engine.endings import outcome_of
from wargame.engine.law.acts_table import STILLED, Acts
from wargame.engine.law.context import MEANS, PROXIES, Context
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.proxies import holds_fire
from wargame.engine.law.truces import is_stilled
from wargame.engine.law.turn import play_turn
from wargame.engine.law.unnotified import begin_unseen
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.legal_moves import acts_of, refusal_of
from wargame.engine.recording import Happening, Recording
from wargame.engine.seat_notices import notice_hours
from wargame.model.events import ActResolved, Event, GameEnded, OrderLapsed, StandingChanged
from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Scenario
from wargame.model.world import World

ANNOUNCED_HOURS = 12.0
"""Hours of warning, given to somebody, that make an order announced without a notice move."""


def adjudicate(scenario: Scenario, world: World) -> tuple[Event, ...]:
    """The events of a turn whose orders are locked.

    In order: what time does, every act as it is carried out and every order that lapses, what the
    turn taught, hazards, the means of the next turn, what goes on, and the end of the game if it
    ends. Equal worlds give equal events; the order in which seats sealed leaves no trace.

    Orders in a seat's own words wait for control. With the automation off all orders do, and
    nothing moves or fades by itself.
    """
    if not world.settings.automatic:
        return by_hand(scenario, world)
    return _Adjudication(scenario, world).events()


class _Adjudication:
    """The adjudication of one turn."""

    def __init__(self, scenario: Scenario, world: World) -> None:
        self._scenario, self._world = scenario, world
        self._memory = bytearray(world.values)
        self._w = WorldNumbers(scenario.layout, self._memory)
        self._p = parameters_for(scenario, world.settings.start)
        self._begun: list[Intent] = []
        self._ended: list[tuple[StandingAct, str]] = []
        self._intents = in_order(scenario, self._intended())
        # A notice counts for the turn in which it is given and for the next.
        self._earlier_notices = self._notices(h for turn in world.turns[-2:] for _, h in turn)
        self._acts: Acts = fill_acts(scenario, self._p, self._intents)
        self._record = Recording(
            scenario,
            self._memory,
            self._w,
            self._p,
            self._acts,
            self._intents,
            self._admits,
            self._is_ripe,
        )

    def events(self) -> tuple[Event, ...]:
        """Play the turn and give its events."""
        scenario, world, record = self._scenario, self._world, self._record
        seed, turn = world.settings.seed, world.turn
        context = Context(seed, turn, scenario.turn_days, listener=record)
        record.context = context
        self._begin_preparations()
        play_turn(self._w, self._p, self._acts, context)
        done = self._done()
        standing = carried_on(scenario, world, done, self._begun)
        events: list[Event] = list(record.events)
        events.append(StandingChanged(turn, standing, tuple(self._ended)))
        outcome = outcome_of(scenario, world, self._w, self._p, record.events)
        if outcome is not None:
            events.append(GameEnded(turn, outcome))
        return tuple(events)

    def _done(self) -> list[Intent]:
        """Intents that were carried out, without the fire that a truce ended."""
        done = []
        for row in self._record.resolved_rows:
            if row < len(self._intents):
                intent = self._intents[row]
                if self._acts.state[row, 0] != STILLED:
                    done.append(intent)
                elif intent.standing is not None:
                    fire = intent.order.target is not None
                    why = "A truce holds on the front." if fire else "Enrichment is capped."
                    self._ended.append((intent.standing, why))
        return done

    def _intended(self) -> list[Intent]:
        """Everything that may happen this turn: what goes on, what is ready, what was ordered."""
        scenario, world = self._scenario, self._world
        orders = [
            (seat, slot, order)
            for seat, sheet in world.sealed
            for slot, order in enumerate(sheet, start=1)
            if order.argument is None
        ]
        certain = [
            (seat, order)
            for seat, _, order in orders
            if order.condition is None
            and scenario.move[order.move].preparation == 0
            and refusal_of(scenario, world, seat, order) is None
        ]
        going, self._ended = going_on(scenario, world, certain)
        intents = [i if i.going_on else replace(i, why=self._why(i.actor, i.order)) for i in going]
        for seat, slot, order in orders:
            intent = Intent(seat, order, slot, why=self._why(seat, order))
            if scenario.move[order.move].preparation > 0:
                self._begun.append(intent)
            else:
                intents.append(intent)
        return intents

    def _why(self, seat: ActorId, order: Order) -> str:
        """A computer seat's reason; what people noted for themselves stays with their order."""
        people = {Controller.PEOPLE, Controller.FACILITATOR}
        return "" if self._world.seat(seat).controller in people else order.rationale

    def _begin_preparations(self) -> None:
        """Charge orders whose preparation begins; those that the rules forbid lapse."""
        begun, self._begun = in_order(self._scenario, self._begun), []
        actor = {a.id: n for n, a in enumerate(self._scenario.actors)}
        for intent in begun:
            # A preview of the same sheet counts for the barrage whose preparation begins with it.
            sheet = self._world.sealed_orders(intent.actor) or ()
            others = tuple(order for order in sheet if order is not intent.order)
            refusal = refusal_of(
                self._scenario, self._moment_world(), intent.actor, intent.order, others
            )
            if refusal is not None:
                self._lapse(intent, *refusal)
                continue
            move = self._scenario.move[intent.order.move]
            n = actor[intent.actor]
            self._w.political[n, 0] = max(0.0, self._w.political[n, 0] - move.political)
            self._w.material[n, 0] = max(0.0, self._w.material[n, 0] - move.material)
            self._record.changed(MEANS, 16)
            if "unnotified" in move.tags:
                begin_unseen(self._w, self._p, 0, n)
                self._record.changed(PROXIES, 4)
            self._record.write_step("preparation")
            self._begun.append(intent)

    def _admits(self, row: int) -> bool:
        """Whether an intent goes ahead when its step has come; if not, it lapses with a reason."""
        intent = self._intents[row]
        if intent.going_on:
            refusal = self._stopped(intent)
        else:
            refusal = self._refused(intent, self._moment_world())
        refusal = refusal or self._rests(row, intent)
        if refusal is not None:
            self._lapse(intent, *refusal)
            return False
        if not intent.going_on and intent.order.target:
            self._announce(row, intent)
        return True

    def _refused(self, intent: Intent, now: World) -> tuple[str, str] | None:
        """Why a fresh or prepared order is not carried out now."""
        scenario, order = self._scenario, intent.order
        if not self._holds(intent, now):
            return "condition.unmet", "Its condition did not hold."
        if intent.paid:
            # It was paid for when its preparation began, so it is judged as if it cost nothing.
            move = scenario.move[order.move]
            n = scenario.layout.actors.index(intent.actor)
            political, material = self._w.political[n, 0], self._w.material[n, 0]
            self._w.political[n, 0] = political + move.political
            self._w.material[n, 0] = material + move.material
            others = tuple(s for s in now.standing if s != intent.standing)
            lent = replace(now, values=bytes(self._memory), standing=others)
            self._w.political[n, 0], self._w.material[n, 0] = political, material
            return refusal_of(scenario, lent, intent.actor, order)
        return refusal_of(scenario, now, intent.actor, order)

    def _is_ripe(self, row: int) -> bool:
        """Whether the condition of a prepared order holds in the middle of the turn."""
        return self._holds(self._intents[row], self._moment_world())

    def _holds(self, intent: Intent, now: World) -> bool:
        """Whether an order's condition holds; one without a condition always may go ahead."""
        condition = intent.order.condition
        if condition is None:
            return True
        me, target = intent.actor, intent.order.target
        acts = acts_of(now)
        return holds(condition, Moment(self._scenario, now.values, acts, now.turn, me, me, target))

    def _stopped(self, intent: Intent) -> tuple[str, str] | None:
        """Why what goes on cannot go on."""
        scenario, order = self._scenario, intent.order
        read, values = scenario.layout.read, bytes(self._memory)
        if read(values, "collapsed", intent.actor) >= 1:
            return "actor.collapsed", "Its actor has dropped out of the conflict."
        if order.target and read(values, "collapsed", order.target) >= 1:
            return "target.collapsed", "Its target has dropped out of the conflict."
        return None

    def _rests(self, row: int, intent: Intent) -> tuple[str, str] | None:
        """Why fire that nothing forbids is not opened, or does not go on."""
        if holds_fire(self._w, self._p, self._acts, row, 0):
            return "patron.asked", "It holds its fire at its patron's request."
        if intent.going_on and is_stilled(self._w, self._p, self._acts, row, 0):
            return "truce.holds", "A truce holds on the front."
        return None

    def _announce(self, row: int, intent: Intent) -> None:
        """Note whether the act was announced: by a notice move, or by hours given to somebody."""
        order = intent.order
        spoken = notice_hours(self._world, intent.actor, order.target)
        hours = max(order.warning_hours, spoken)
        announced = (bool(order.told) or spoken > 0) and hours >= ANNOUNCED_HOURS
        for notice in (*self._earlier_notices, *self._notices(self._record.events)):
            if notice.actor == intent.actor:
                announced = True
                hours = max(hours, notice.order.warning_hours)
        self._acts.announced[row, 0] = int(announced)
        self._acts.warning_asked[row, 0] = hours

    def _notices(self, happenings: Iterable[Happening]) -> list[ActResolved]:
        """The notices among what happened."""
        return [
            happening
            for happening in happenings
            if isinstance(happening, ActResolved)
            and happening.order.argument is None
            and "notice" in self._scenario.move[happening.order.move].tags
        ]

    def _lapse(self, intent: Intent, code: str, reason: str) -> None:
        """Write down that an order was not carried out, or that what went on ends."""
        turn = self._world.turn
        if intent.standing is not None:
            self._ended.append((intent.standing, reason))
        if not intent.going_on:
            self._record.events.append(OrderLapsed(turn, intent.actor, intent.order, code, reason))

    def _moment_world(self) -> World:
        """The world as it is in the middle of the turn: its numbers now, and its acts so far."""
        world = self._world
        so_far: list[Happening] = self._record.events
        number = world.events
        turn = tuple((number + n, event) for n, event in enumerate(so_far, start=1))
        return replace(
            world, values=bytes(self._memory), turns=(*world.turns[:-1], (*world.turns[-1], *turn))
        )
