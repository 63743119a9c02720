"""The historical opponent: it does what its actor did, in its time, and yields to the doctrine."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.opponents.hidden_changes import planning_world, with_other_numbers
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import (
    ActResolved,
    Event,
    OrderLapsed,
    OrdersSealed,
    OutcomePublished,
    PhaseBegan,
    SessionStarted,
)
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.opponents.doctrine import Doctrine
from wargame.opponents.history import History
from wargame.play.computer_seats import available, computer_orders
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

ISR, IRN, HZB, USA = ActorId("ISR"), ActorId("IRN"), ActorId("HZB"), ActorId("USA")
EVENING, APRIL = "2023-10-07", "2024-04-14"


@cache
def scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


class _Replay:
    """A game in memory; every seat is played by history unless it is named."""

    def __init__(self, start: str, turns: int, **others: Controller) -> None:
        of = scenario()
        kinds = {a.id: others.get(a.id, Controller.HISTORY) for a in of.seats}
        seats = tuple(Seat(actor, kind) for actor, kind in kinds.items())
        settings = replace(default_settings(of), seed=7, start=start, seats=seats)
        self.events: list[Event] = []
        self.worlds: list[World] = []
        self._world: World | None = None
        self._take(SessionStarted(of.id, "0" * 64, "2", settings))
        for turn in range(1, turns + 1):
            self._play(turn)

    @property
    def world(self) -> World:
        assert self._world is not None
        return self._world

    def ordered(self) -> list[tuple[int, ActorId, str, str | None]]:
        return [
            (turn, event.seat, order.move, order.target)
            for turn, event in self._sheets
            for order in event.orders
        ]

    def _play(self, turn: int) -> None:
        self._take(PhaseBegan(turn, Phase.BRIEF))
        self._take(PhaseBegan(turn, Phase.PLAN))
        self.worlds.append(self.world)
        for seat, sheet in computer_orders(scenario(), self.world).items():
            self._take(OrdersSealed(seat, sheet))
        self._take(PhaseBegan(turn, Phase.ADJUDICATE))
        for event in adjudicate(scenario(), self.world):
            self._take(event)
        self._take(OutcomePublished(turn))

    @property
    def _sheets(self) -> list[tuple[int, OrdersSealed]]:
        turn, found = 0, []
        for event in self.events:
            if isinstance(event, PhaseBegan):
                turn = event.turn
            elif isinstance(event, OrdersSealed):
                found.append((turn, event))
        return found

    def _take(self, event: Event) -> None:
        number = self._world.events + 1 if self._world else 1
        self._world = replace(apply(scenario(), self._world, event, number), events=number)
        self.events.append(event)


@cache
def autumn() -> _Replay:
    return _Replay(EVENING, 10)


def test_that_every_row_of_the_chronicle_can_be_ordered_by_its_actor() -> None:
    moves = scenario().move
    for row in scenario().chronicle:
        move = moves[row.move]
        assert row.actor in move.who, row
        assert row.target in (move.targets or (None,)), row


def test_that_history_replays_the_autumn_of_2023_turn_by_turn() -> None:
    """Issue 3, list 3: from 7 October 2023 each row is ordered in its turn, in its order."""
    days = scenario().turn_days
    first = scenario().start[EVENING].day
    ordered = autumn().ordered()
    rows = [r for r in scenario().chronicle if 0 <= (r.day - first).days < 9 * days]
    assert len(rows) >= 8
    for row in rows:
        turns = [t for t, *rest in ordered if tuple(rest) == (row.actor, row.move, row.target)]
        happens = 1 + (row.day - first).days // days
        due = max(1, happens - scenario().move[row.move].preparation)
        assert turns, f"{row.actor} never orders {row.move}: {row.what}"
        assert due <= turns[0] <= due + 2, (row.what, turns)


def test_that_the_index_of_the_replay_climbs_as_the_fronts_open() -> None:
    path = autumn().world.index_path
    assert path[-1] > path[0] + 8
    acts = [e for e in autumn().events if isinstance(e, ActResolved)]
    assert {"gaza", "lebanon", "iraq-syria"} <= {act.front for act in acts if act.rung >= 7}


@pytest.mark.parametrize("seed", range(3))
def test_that_history_chooses_by_nothing_that_a_seat_cannot_know(seed: int) -> None:
    world = planning_world(seed)
    history = History(scenario(), world.settings.start)
    ordered = 0
    for seat in world.seats:
        changed = with_other_numbers(world, seat.actor, seed)
        assert changed.published != world.published
        orders = history.decide(world, seat.actor)
        assert history.decide(changed, seat.actor) == orders
        ordered += len(orders)
    assert ordered


def test_that_nothing_that_history_orders_lapses() -> None:
    assert not [e for e in autumn().events if isinstance(e, OrderLapsed)]


def test_that_an_actor_without_a_row_holds() -> None:
    jordan = [row for row in autumn().ordered() if row[1] == "JOR"]
    assert jordan == []


def test_that_orders_say_which_day_of_history_they_are() -> None:
    acts = [e for e in autumn().events if isinstance(e, ActResolved) and not e.goes_on and e.why]
    assert acts
    assert all(act.why.startswith("History, ") and " 2023: " in act.why for act in acts)


def test_that_the_doctrine_decides_once_the_chronicle_is_at_its_end() -> None:
    world = replace(autumn().worlds[-1], turn=400)
    history, doctrine = History(scenario(), EVENING), Doctrine(scenario(), EVENING)
    assert history.decide(world, ISR) == doctrine.decide(world, ISR)


def test_that_the_doctrine_decides_after_a_blow_that_history_does_not_know() -> None:
    """History's Iran did nothing in that week; struck out of the blue, it does as its doctrine."""
    before = autumn().worlds[4]
    blow = next(e for e in autumn().events if isinstance(e, ActResolved) and e.rung >= 8)
    seen = replace(blow.sightings[0], seat=IRN, rung=12.0)
    struck = replace(
        blow,
        turn=before.turn - 1,
        actor=ISR,
        order=Order(MoveId("M13"), IRN),
        rung=12.0,
        sightings=(seen,),
        goes_on=False,
    )
    turns = (*before.turns[:-2], (*before.turns[-2], (9999, struck)), before.turns[-1])
    world = replace(before, turns=turns)
    history, doctrine = History(scenario(), EVENING), Doctrine(scenario(), EVENING)
    assert history.decide(before, IRN) == ()
    assert history.decide(world, IRN) == doctrine.decide(world, IRN)


def test_that_in_april_the_reply_comes_in_the_turn_of_19_april() -> None:
    game = _Replay(APRIL, 2)
    ordered = game.ordered()
    assert not [row for row in ordered if row[1] == IRN and row[2] in {"M11", "M12"}]
    assert (1, USA, "D03", ISR) in ordered
    assert (2, ISR, "M13", IRN) in ordered


def test_that_history_plays_beside_other_kinds_of_seats() -> None:
    game = _Replay(APRIL, 1, ISR=Controller.DOCTRINE, HZB=Controller.PEOPLE)
    sealed = {event.seat for event in game.events if isinstance(event, OrdersSealed)}
    assert {ISR, IRN} <= sealed
    assert HZB not in sealed


def test_that_history_is_offered_only_where_there_is_a_chronicle() -> None:
    assert Controller.HISTORY in available(scenario())
    assert Controller.HISTORY not in available(find_scenario("blank").scenario)


@pytest.mark.parametrize("start", [s.id for s in find_scenario("after-tehran").scenario.starts])
def test_that_history_can_be_played_from_every_start(start: str) -> None:
    assert _Replay(start, 2).world.turn == 2
