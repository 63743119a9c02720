"""A game that goes on: the one object that changes.

A command is checked against the rules, becomes events, the events are on disk, and then listeners
hear what moved. A change that the disk refused stays in memory and says so, and is written at the
next chance.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from wargame.engine.apply import apply, fold
from wargame.engine.legal_moves import cost_of, refusal_of, sheet_refusal
from wargame.engine.readings import readings_of
from wargame.engine.standing_log import standing
from wargame.engine.start import start_values
from wargame.engine.visibility import view_for
from wargame.errors import RuleError, SaveError
from wargame.model.actor_sheet import ActorSheet
from wargame.model.console_view import ConsoleView
from wargame.model.events import (
    ActResolved,
    Event,
    GameEnded,
    OrderLapsed,
    OrdersSealed,
    OrdersUnsealed,
    PhaseBegan,
    Record,
    SeatChanged,
    SystemSettled,
    WentBack,
)
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Draft, Order
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Reading, SeatView
from wargame.model.seats import Seat
from wargame.model.workings import Working
from wargame.model.world import World
from wargame.play.changes import Changes
from wargame.play.draft_book import DraftBook
from wargame.play.keeping import Keeping, as_kept, now, stamp_after
from wargame.play.library import scenario_of_save
from wargame.play.locking import turn_work
from wargame.play.panels.actor_sheet import actor_sheet_of
from wargame.play.panels.console import console_view
from wargame.play.panels.workings import working_of
from wargame.play.publishing import publishing_events
from wargame.play.resuming import present_world
from wargame.play.settings import seat_refusal
from wargame.play.summary import progress_of
from wargame.play.thinking import Told
from wargame.play.unsealing import slots_for
from wargame.storage.opening import open_save
from wargame.storage.save_file import SaveFile

Listener = Callable[[Changes], None]


def open_game(path: Path) -> LiveGame:
    """A saved session, opened to be played on.

    Raises:
        SaveError: The file cannot be opened, is damaged, or is open elsewhere.
        ScenarioError: The scenario in it cannot be read by this version.
    """
    save = open_save(path)
    try:
        scenario = scenario_of_save(save)
        records = save.record_list()
        return LiveGame(scenario, save, present_world(save, scenario, records), records)
    except BaseException:
        save.close()
        raise


class LiveGame:
    """A session that is being played.

    Attributes:
        scenario: The scenario, as kept in the save.
        world: The state now.
        records: The log.
        line: The records that count: the log without what going back left out.
    """

    def __init__(
        self, scenario: Scenario, save: SaveFile, world: World, records: Sequence[Record]
    ) -> None:
        self.scenario = scenario
        self.world = world
        self.records = list(records)
        self.line = list(standing(records))
        self._save = save
        self._first = start_values(scenario, scenario.start[world.settings.start])
        self._listeners: list[Listener] = []
        self._locked_at = 0
        self._keeping = Keeping(save, records[-1].at if records else "")
        self._drafts = DraftBook(save.drafts(), self._keeping)

    # Questions

    @property
    def path(self) -> Path:
        """The save file."""
        return self._save.path

    @property
    def has_ended(self) -> bool:
        """Whether the game is over and its last outcome published."""
        return self.world.phase is Phase.ENDED

    def console(self) -> ConsoleView:
        """Everything that the facilitator's console shows."""
        return console_view(
            self.scenario,
            self.world,
            self.line,
            self._seat_drafts(),
            self._drafts.begun_at,
            self._first,
        )

    def working(self, number: int) -> Working | None:
        """An event opened to its working, for control alone; None for what is no happening."""
        return working_of(self.scenario, self.world, self._first, number)

    def actor_sheet(self, actor: ActorId) -> ActorSheet:
        """Everything the engine holds about an actor, for control alone."""
        return actor_sheet_of(self.scenario, self.world, actor)

    def view(self, seat: ActorId) -> SeatView:
        """What a seat may know now."""
        drafts = [draft.order for draft in self.drafts(seat)]
        return view_for(self.scenario, self.world, seat, drafts)

    def readings(self, seat: ActorId, order: Order) -> tuple[Reading, ...]:
        """How others may read an order, as far as the seat can say."""
        return readings_of(self.scenario, self.world, seat, order)

    def refusal(self, seat: ActorId, order: Order) -> tuple[str, str] | None:
        """Why a seat may not give an order now: code and sentence; None when it may.

        The seat's other drafts count as done where the move asks for an earlier one.
        """
        planned = [draft.order for draft in self.drafts(seat) if draft.order != order]
        return refusal_of(self.scenario, self.world, seat, order, planned)

    def sheet_refusal(self, seat: ActorId, orders: Sequence[Order]) -> tuple[str, str] | None:
        """Why a seat may not seal these orders together; None when it may."""
        return sheet_refusal(self.scenario, self.world, seat, orders)

    def cost(self, orders: Sequence[Order]) -> tuple[float, float]:
        """Political and material points of these orders together."""
        return cost_of(self.scenario, orders)

    def drafts(self, seat: ActorId) -> tuple[Draft, ...]:
        """The drafts of a seat, by slot."""
        return self._drafts.of(seat)

    def saved(self) -> tuple[str, str]:
        """When the save was last written, and why it is behind (empty when it is not)."""
        return self._keeping.saved_at, self._keeping.refusal

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after every command, on the command's thread; returns the stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Commands of a seat

    def keep_draft(self, seat: ActorId, slot: int, order: Order) -> None:
        """Keeps an order as it is being written; an unfinished order is no fault."""
        self._check_planning(seat)
        if not 1 <= slot <= self.scenario.max_orders:
            raise RuleError("draft.slot", f"A seat has {self.scenario.max_orders} orders.")
        self._drafts.keep(Draft(seat, slot, as_kept(order)))
        self._tell(Changes(seats=frozenset({seat})))

    def drop_draft(self, seat: ActorId, slot: int) -> None:
        """Throws a draft away; the drafts behind it keep their slots."""
        self._check_planning(seat)
        if self._drafts.drop(seat, slot):
            self._tell(Changes(seats=frozenset({seat})))

    def seal(self, seat: ActorId, orders: Sequence[Order]) -> None:
        """Seals a seat's orders; an empty sheet means that the seat holds.

        Raises:
            RuleError: It is not the time for it, or the sheet is against the rules.
        """
        self._check_planning(seat)
        if self.world.sealed_orders(seat) is not None:
            raise RuleError("orders.sealed", "The orders of this seat are sealed already.")
        refusal = self.sheet_refusal(seat, orders)
        if refusal:
            raise RuleError(*refusal)
        kept = tuple(as_kept(order) for order in orders)
        self.commit([OrdersSealed(seat, kept)], Changes(seats=frozenset({seat})))

    def unseal(self, seat: ActorId) -> None:
        """Takes sealed orders back while planning goes on; they become drafts again.

        Drafts that were left out of the seal keep their slots.
        """
        self._check_planning(seat)
        sealed = self.world.sealed_orders(seat)
        if sealed is None:
            raise RuleError("orders.not-sealed", "This seat has not sealed its orders.")
        places = self.scenario.max_orders
        for slot, order in slots_for(self.drafts(seat), sealed, places):
            self.keep_draft(seat, slot, order)
        self.commit([OrdersUnsealed(seat)], Changes(seats=frozenset({seat})))

    # Commands of control

    def change_seat(self, seat: Seat) -> None:
        """Changes who sits in a seat, at any time."""
        try:
            self.world.seat(seat.actor)
        except KeyError:
            raise RuleError("seat.unknown", f"There is no seat {seat.actor}.") from None
        refusal = seat_refusal(self.scenario, seat)
        if refusal:
            raise RuleError("seat.wrong", refusal)
        self.commit([SeatChanged(seat)], Changes(seats=frozenset({seat.actor})))

    def start_planning(self) -> None:
        """Begins the planning phase; computer seats decide at the lock, from their own view."""
        self._check_phase(Phase.BRIEF, "Planning begins after the briefing.")
        self.commit([PhaseBegan(self.world.turn, Phase.PLAN)], Changes(phase=Phase.PLAN))

    def begin_adjudication(self) -> Callable[[Told], tuple[Event, ...]]:
        """Locks the plans in memory and gives the work that is still to be done.

        The work changes nothing and may run on any thread; ``finish_adjudication`` takes its
        result. It tells how many computer seats have decided, and ends where that raises. Seats
        that have not sealed go with their drafts as they stand.
        """
        self._check_phase(Phase.PLAN, "Plans are locked at the end of planning.")
        self._locked_at = self.world.events
        return turn_work(self.scenario, self.world, self._seat_drafts())

    def finish_adjudication(self, events: Sequence[Event]) -> None:
        """Takes what adjudication found into the log, in one piece with the lock.

        Raises:
            RuleError: The log grew after the work had begun; a replay would find another outcome.
        """
        self._check_phase(Phase.PLAN, "This turn has been adjudicated already.")
        if self._locked_at != self.world.events:
            raise RuleError("orders.changed", "The plans changed meanwhile; lock once more.")
        owners = self._drafts.owners()
        self._drafts.clear()
        seats = frozenset(seat.actor for seat in self.world.seats)
        happened = (ActResolved, OrderLapsed, SystemSettled)
        count = sum(isinstance(event, happened) for event in events)
        changes = Changes(phase=Phase.ADJUDICATE, seats=seats, events=count, meter=True)
        self.commit(events, changes, settled=owners)
        self._keeping.keep_snapshot(self.world)

    def lock_and_adjudicate(self) -> None:
        """Locks the plans and adjudicates the turn, on this thread."""
        self.finish_adjudication(self.begin_adjudication()(lambda _done, _total: None))

    def publish(self) -> None:
        """Publishes the outcome: seats now learn what they may."""
        self._check_phase(Phase.ADJUDICATE, "There is no outcome to publish yet.")
        ended = self.world.outcome is not None
        phase = Phase.ENDED if ended else Phase.OUTCOME
        self.commit(
            publishing_events(self.scenario, self.world, phase),
            Changes(phase=phase, published=True, ended=ended, seats=self._all_seats()),
        )

    def begin_next_turn(self) -> None:
        """Begins the next turn with its briefing."""
        self._check_phase(Phase.OUTCOME, "The next turn begins when an outcome is published.")
        self.commit(
            [PhaseBegan(self.world.turn + 1, Phase.BRIEF)],
            Changes(phase=Phase.BRIEF, seats=self._all_seats()),
        )

    def go_back(self, event: WentBack, drafts: Sequence[Draft]) -> None:
        """Stands again where the event says; ``GoingBack`` decides on it and on the drafts."""
        owners = self._drafts.owners()
        self._drafts.clear()
        phase = fold(self.scenario, self.records[: event.to]).phase
        changes = Changes(phase=phase, seats=self._all_seats(), meter=True, published=True)
        self.commit([event], changes, settled=owners)
        if phase is Phase.PLAN:
            for draft in drafts:
                self._drafts.keep(draft)
        self._tell(changes)

    def end(self, words: str) -> None:
        """Ends the game on the facilitator's word, with a reason."""
        if self.world.outcome is not None:
            raise RuleError("game.ended", "The game has ended already.")
        turn = self.world.turn
        stopped = GameEnded(turn, Outcome(Ending.STOPPED, words))
        left: tuple[Event, ...] = (PhaseBegan(turn, Phase.ENDED),)
        if self.world.phase is Phase.ADJUDICATE:
            left = publishing_events(self.scenario, self.world, Phase.ENDED)
        self.commit(
            (stopped, *left), Changes(phase=Phase.ENDED, ended=True, seats=self._all_seats())
        )

    def retry_save(self) -> bool:
        """Tries to write what the disk refused; whether everything is on disk now."""
        self._keeping.write(now(), progress_of(self.scenario, self.world))
        self._tell(Changes())
        return not self._keeping.refusal

    def save_elsewhere(self, path: Path) -> bool:
        """Goes on in a copy at another place; whether everything is on disk there.

        Raises:
            SaveError: The copy cannot be made; the game goes on where it was.
        """
        self._save.copy_to(path)
        before, self._save = self._save, open_save(path)
        self._keeping.move_to(self._save)
        # The first file is whole as far as it goes, whether or not its log can be folded in.
        with suppress(SaveError):
            before.close()
        return self.retry_save()

    def close(self) -> None:
        """Closes the save, so that one portable file remains."""
        self._keeping.write(now(), progress_of(self.scenario, self.world))
        self._listeners.clear()
        self._save.close()

    # The way to the disk

    def commit(
        self, events: Sequence[Event], changes: Changes, settled: Collection[ActorId] = ()
    ) -> None:
        """Events into the world and onto the disk, then the listeners.

        For the desks of ``play`` (rulings, injects, channels and others), which check their own
        commands; nothing outside ``play`` calls it. The world is folded first: an event that does
        not fit must never reach the log.
        """
        at = stamp_after(self.records[-1].at if self.records else "")
        world = self.world
        for event in events:
            record = Record(world.events + 1, at, event)
            if isinstance(event, WentBack):
                world = fold(self.scenario, (*self.records, record))
                self.line = list(standing((*self.records, record)))
            else:
                world = apply(self.scenario, world, event, record.number)
                world = replace(world, events=record.number)
                self.line.append(record)
            self.records.append(record)
        self.world = world
        self._keeping.append(events, at, progress_of(self.scenario, world), settled)
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        told = replace(changes, saved_at=self._keeping.saved_at, unsaved=self._keeping.refusal)
        for listener in tuple(self._listeners):
            listener(told)

    # Checks

    def _check_phase(self, phase: Phase, otherwise: str) -> None:
        if self.world.phase is not phase:
            raise RuleError("phase.wrong", otherwise)

    def _check_planning(self, seat: ActorId) -> None:
        self._check_phase(Phase.PLAN, "Orders are written in the planning phase.")
        try:
            self.world.seat(seat)
        except KeyError:
            raise RuleError("seat.unknown", f"There is no seat {seat}.") from None

    def _all_seats(self) -> frozenset[ActorId]:
        return frozenset(seat.actor for seat in self.world.seats)

    def _seat_drafts(self) -> dict[ActorId, tuple[Order, ...]]:
        """Draft orders of seats that have not sealed, by seat."""
        open_seats = self._all_seats() - {seat for seat, _ in self.world.sealed}
        return self._drafts.orders(open_seats)
