"""The desk of injects: the session's list, what is due, and what control does with it.

The clock on the wall runs in the window; the desk is told the minutes and decides. Everything that
it does is an event, so that going back in a game takes it back too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wargame.engine.conditions import Message, Moment, holds
from wargame.engine.inject_effects import inject_ledger
from wargame.engine.legal_moves import acts_of
from wargame.errors import RuleError
from wargame.model.conditions import Condition
from wargame.model.events import Event, SystemSettled, WentBack
from wargame.model.ids import ActorId, Phase
from wargame.model.inject_view import InjectsView
from wargame.model.injects import (
    Delivery,
    Inject,
    InjectClockKept,
    InjectFired,
    InjectKind,
    InjectLine,
    InjectsMarked,
    InjectsSwitched,
    InjectState,
    InjectsWritten,
    Reliability,
    inject_lines,
)
from wargame.play.changes import Changes
from wargame.play.control.inject_rows import InjectRows, Minutes
from wargame.play.live_game import LiveGame
from wargame.play.words.trigger_words import is_by_clock

NO_MINUTES: Minutes = {"exercise": 0.0, "turn": 0.0, "planning": 0.0}
LARGEST_LIST = 20_000
LONGEST_TITLE = 300
LONGEST_TEXT = 20_000


class Injects:
    """Control's injects of one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game
        self._rows = InjectRows()
        self._checked: tuple[int, bool] = (-1, False)
        self._went_back = 0

    # Questions

    def lines(self) -> tuple[InjectLine, ...]:
        """The whole list as it stands."""
        return inject_lines(self._game.scenario.injects, self._game.world.injects)

    def view(self, minutes: Minutes = NO_MINUTES) -> InjectsView:
        """The list with its words."""
        world = self._game.world
        if isinstance(self._game.records[-1].event, WentBack):
            self._went_back = world.events
        rows = self._rows.rows(
            self.lines(),
            self._moment(minutes),
            minutes,
            on_hold=world.injects.on_hold,
            went_back=self._went_back,
        )
        return InjectsView(
            rows=rows,
            by_themselves=world.injects.by_themselves,
            on_hold=world.injects.on_hold,
            seats=tuple(seat.actor for seat in world.seats),
        )

    def line(self, name: str) -> InjectLine:
        """One inject as it stands.

        Raises:
            RuleError: There is no such inject.
        """
        for line in self.lines():
            if line.inject.id == name:
                return line
        raise RuleError("inject.unknown", f"There is no inject {name}.")

    # What the clock and the game bring

    def check(self, minutes: Minutes) -> tuple[str, ...]:
        """Marks what has become due, and sends what goes by itself; the ids of all of them."""
        world = self._game.world
        if world.injects.on_hold or world.phase is Phase.ENDED:
            return ()
        if isinstance(self._game.records[-1].event, WentBack):
            # Control has just gone back: nothing goes by itself until the game goes on, and what
            # was taken back can still be done again.
            return ()
        moment = self._moment(minutes)
        is_new = self._checked[0] != world.events
        if not is_new and not self._checked[1]:
            return ()
        found: list[Inject] = []
        has_clocks = False
        for line in self.lines():
            if line.state != "waiting" or line.inject.when is None:
                continue
            by_clock = is_by_clock(line.inject.when)
            has_clocks = has_clocks or by_clock
            if (is_new or by_clock) and holds(line.inject.when, moment):
                found.append(line.inject)
        if found:
            ids = tuple(inject.id for inject in found)
            self._mark(ids, "due")
            if world.injects.by_themselves:
                for inject in found:
                    if inject.by_itself:
                        self.fire(inject.id)
        # What was sent may have made more due.
        self._checked = (-1 if found else self._game.world.events, has_clocks)
        return tuple(inject.id for inject in found)

    # Commands

    def fire(self, name: str) -> None:
        """Sends an inject now, whatever it waits for."""
        line = self.line(name)
        if line.state == "fired":
            raise RuleError("inject.fired", "This inject was sent already.")
        self._send(line.inject)

    def hold(self, names: Sequence[str]) -> None:
        """Holds injects back until they are released."""
        self._mark(self._open(names), "held")

    def release(self, names: Sequence[str]) -> None:
        """Lets held or skipped injects wait again."""
        lines = {line.inject.id: line for line in self.lines()}
        wanted = tuple(
            name for name in names if name in lines and lines[name].state in {"held", "skipped"}
        )
        self._mark(wanted, "waiting")

    def skip(self, names: Sequence[str]) -> None:
        """Lets injects never come, unless they are released again."""
        self._mark(self._open(names), "skipped")

    def move_to(self, name: str, when: Condition | None) -> None:
        """Lets an inject wait for something else; a due one waits again."""
        line = self.line(name)
        if line.state == "fired":
            raise RuleError("inject.fired", "This inject was sent already.")
        events: list[Event] = [InjectsWritten((replace(line.inject, when=when),))]
        if line.state != "waiting":
            events.append(InjectsMarked(self._game.world.turn, (name,), "waiting"))
        self._commit(events)

    def write(self, injects: Sequence[Inject]) -> None:
        """Adds injects to the list, or writes those with a known id anew."""
        if not injects:
            return
        sent = {line.inject.id for line in self.lines() if line.state == "fired"}
        for inject in injects:
            self._check(inject)
            if inject.id in sent:
                raise RuleError("inject.fired", f"Inject {inject.id} was sent already.")
        known = {line.inject.id for line in self.lines()} | {inject.id for inject in injects}
        if len(known) > LARGEST_LIST:
            raise RuleError("inject.many", f"A list holds at most {LARGEST_LIST:,} injects.")
        events: list[Event] = [InjectsWritten(tuple(injects))]
        due = self._moved(injects)
        if due:
            events.append(InjectsMarked(self._game.world.turn, due, "waiting"))
        self._commit(events)

    def blank(self) -> Inject:
        """An inject to be written, with an id of its own."""
        return _plain(self.free_id())

    def send_now(
        self,
        text: str,
        to: Sequence[ActorId] = (),
        kind: InjectKind = "news",
        *,
        title: str = "",
        sender: str = "",
        reliability: Reliability = "",
    ) -> None:
        """Writes an inject and sends it at once; without a title its first line stands for it."""
        first_line = next((line.strip() for line in text.splitlines() if line.strip()), "")
        inject = replace(
            self.blank(),
            title=title.strip() or _shortened(first_line),
            text=text.strip(),
            kind=kind,
            to=tuple(to),
            sender=sender.strip() if kind == "message" else "",
            reliability=reliability if kind == "intelligence" else "",
        )
        self._check(inject)
        self._send(inject)

    def switch(self, *, by_themselves: bool | None = None, on_hold: bool | None = None) -> None:
        """Changes how due injects are treated; what is None stays."""
        book = self._game.world.injects
        wanted = InjectsSwitched(
            book.by_themselves if by_themselves is None else by_themselves,
            book.on_hold if on_hold is None else on_hold,
        )
        if (wanted.by_themselves, wanted.on_hold) != (book.by_themselves, book.on_hold):
            self._commit([wanted])

    def keep_clock(self, minutes: Minutes) -> None:
        """Notes the clock where an open inject waits for it, for a session that is reopened."""
        if isinstance(self._game.records[-1].event, WentBack):
            # One more event would keep what was taken back from being done again.
            return
        open_lines = (line for line in self.lines() if line.is_open)
        if any(is_by_clock(line.inject.when) for line in open_lines):
            kept = InjectClockKept(
                float(minutes["exercise"]), float(minutes["turn"]), float(minutes["planning"])
            )
            self._commit([kept])

    def free_id(self) -> str:
        """An id that no inject has yet."""
        known = {line.inject.id for line in self.lines()}
        number = len(known) + 1
        while f"n{number:02}" in known:
            number += 1
        return f"n{number:02}"

    # Inside

    def _send(self, inject: Inject) -> None:
        game, world = self._game, self._game.world
        if world.phase is Phase.ENDED:
            raise RuleError("game.ended", "The game has ended; nothing can be sent any more.")
        seats = tuple(seat.actor for seat in world.seats)
        to = tuple(seat for seat in seats if seat in inject.to) if inject.to else seats
        delivery = Delivery(
            inject=inject.id,
            title=inject.title,
            text=inject.text,
            kind=inject.kind,
            sender=inject.sender,
            reliability=inject.reliability,
            to=to,
            is_public=not inject.to,
            turn=world.turn,
            phase=world.phase,
        )
        ledger = inject_ledger(game.scenario, world, inject)
        # What the seats read goes to them with the delivery; this line is control's own.
        settled = SystemSettled(
            turn=world.turn,
            step="inject",
            words=inject.title,
            seen_by=(),
            public=False,
            draws=(),
            ledger=ledger,
        )
        self._commit(
            [InjectFired(inject, delivery), settled],
            Changes(
                seats=frozenset(to),
                events=1,
                meter=bool(ledger),
                parts=frozenset({"injects"}),
            ),
        )

    def _mark(self, names: tuple[str, ...], state: InjectState) -> None:
        if names:
            self._commit([InjectsMarked(self._game.world.turn, names, state)])

    def _moved(self, injects: Sequence[Inject]) -> tuple[str, ...]:
        """Due injects that are written with another trigger, and so wait again."""
        due = {line.inject.id: line.inject for line in self.lines() if line.state == "due"}
        return tuple(
            inject.id
            for inject in injects
            if inject.id in due and due[inject.id].when != inject.when
        )

    def _open(self, names: Sequence[str]) -> tuple[str, ...]:
        known = {line.inject.id for line in self.lines() if line.is_open}
        return tuple(name for name in names if name in known)

    def _commit(self, events: Sequence[Event], changes: Changes | None = None) -> None:
        self._game.commit(events, changes or Changes(parts=frozenset({"injects"})))

    def _check(self, inject: Inject) -> None:
        """Refuses what no seat could read."""
        scenario = self._game.scenario
        if not inject.title.strip():
            raise RuleError("inject.title", "An inject needs a title.")
        if not inject.text.strip():
            raise RuleError("inject.text", "There is nothing to send yet; write a text.")
        if len(inject.title) > LONGEST_TITLE or len(inject.text) > LONGEST_TEXT:
            raise RuleError("inject.long", f"A text has at most {LONGEST_TEXT:,} characters.")
        playable = {actor.id for actor in scenario.seats}
        for seat in inject.to:
            if seat not in playable:
                raise RuleError("inject.seat", f"There is no seat {seat}.")

    def _moment(self, minutes: Minutes) -> Moment:
        world = self._game.world
        return Moment(
            self._game.scenario,
            world.values,
            acts_of(world),
            world.turn,
            None,
            messages=[
                Message(message.turn, message.sender, message.to)
                for message in world.channels.messages
                if message.to is not None
            ],
            minutes=minutes,
        )


def _plain(name: str) -> Inject:
    """An inject of which nothing is written yet."""
    return Inject(
        id=name,
        title="",
        text="",
        kind="news",
        to=(),
        when=None,
        effects=(),
        first=None,
        second=None,
        front=None,
        sources=(),
        invented=True,
    )


def _shortened(line: str, longest: int = 90) -> str:
    """A line that fits into a list, cut at a word."""
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
