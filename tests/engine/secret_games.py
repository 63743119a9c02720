"""Random games in two worlds that differ only in what one seat may not know.

Both worlds live through the same script; the second one also lives through what is hidden from the
observer: words between others, papers among others, their readings, their lines, what they have
read. Whatever of it reaches the observer by the rules (a leak, a listener's luck) is left out.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import permutations
from typing import cast

from tests.scenes import blank, order, settings_for, with_value
from wargame.cli.output import plain
from wargame.cli.show import print_seat
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.known_values import hidden_from
from wargame.engine.sending import compose
from wargame.engine.visibility import view_for
from wargame.errors import RuleError
from wargame.model.channels import Message, MessagePassed, MessagesRead, Notice, Way, Words
from wargame.model.events import Event, OrdersSealed, PhaseBegan, Record, SessionStarted
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.proposals import Clause, ProposalKind, Terms
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.changes import Changes
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.line_registry import RedLines
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.dealings.perceptions import Perceptions
from wargame.play.live_game import LiveGame
from wargame.play.publishing import publishing_events

AT = "2026-01-01T10:00:00.000+00:00"
SEATS = tuple(ActorId(name) for name in ("BLU", "AMB", "GRN"))
CONTROLLERS = (Controller.PEOPLE, Controller.PEOPLE, Controller.FACILITATOR, Controller.DOCTRINE)


class Room:
    """A game in memory, as the desks of ``play`` know one.

    Attributes:
        scenario: The scenario.
        world: The state now.
        records: The log.
    """

    def __init__(self, seed: int, controllers: Sequence[Controller]) -> None:
        self.scenario: Scenario = blank()
        settings = settings_for(self.scenario, seed)
        seats = tuple(Seat(s.actor, c) for s, c in zip(settings.seats, controllers, strict=True))
        started = SessionStarted("blank", "0" * 64, "1", replace(settings, seats=seats))
        self.records: list[Record] = [Record(1, AT, started)]
        self.world: World = replace(apply(self.scenario, None, started, 1), events=1)
        self._open_all_lines()
        self.commit([PhaseBegan(1, Phase.BRIEF)], Changes())

    def _open_all_lines(self) -> None:
        """Let everybody reach everybody, so that any two have secrets from the third."""
        values, layout = self.world.values, self.scenario.layout
        for one, other in permutations(SEATS, 2):
            values = with_value(layout, values, 0.4, "channel", one, other)
        self.world = replace(self.world, values=values, published=values)

    def commit(self, events: Sequence[Event], changes: Changes) -> None:
        """Fold events in."""
        for event in events:
            number = self.world.events + 1
            world = apply(self.scenario, self.world, event, number)
            self.world = replace(world, events=number)
            self.records.append(Record(number, AT, event))

    @property
    def game(self) -> LiveGame:
        """The room under the name by which desks take a game."""
        return cast("LiveGame", self)

    def go_on(self) -> None:
        """The next phase; nobody seals more than was sealed."""
        world = self.world
        if world.phase is Phase.BRIEF:
            self.commit([PhaseBegan(world.turn, Phase.PLAN)], Changes())
        elif world.phase is Phase.PLAN:
            self.commit([PhaseBegan(world.turn, Phase.ADJUDICATE)], Changes())
            self.commit(adjudicate(self.scenario, self.world), Changes())
        elif world.phase is Phase.ADJUDICATE and world.outcome is None:
            self.commit(publishing_events(self.scenario, world, Phase.OUTCOME), Changes())
        elif world.phase is Phase.OUTCOME:
            self.commit([PhaseBegan(world.turn + 1, Phase.BRIEF)], Changes())


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens, in both worlds or, hidden, in the second alone."""

    act: Callable[[Room], None]
    hidden: bool


def pair_of(seed: int, length: int = 24) -> tuple[Room, Room, ActorId]:
    """Two rooms after the same script, the second with what is hidden, and who observes."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    observer = chance.choice(SEATS)
    controllers = [chance.choice(CONTROLLERS) for _ in SEATS]
    plain, other = Room(seed, controllers), Room(seed, controllers)
    for step in _script(chance, observer, length):
        if not step.hidden:
            _try(step.act, plain)
        _try(step.act, other)
    return plain, other, observer


def everything(room: Room, seat: ActorId) -> str:
    """All that a seat can get out of a game: its view, its JSON, its refusals, its risks."""
    scenario, world = room.scenario, room.world
    view = view_for(scenario, world, seat)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        print_seat(view)
    parts = [repr(view), json.dumps(plain({"view": view})), printed.getvalue()]
    talk, table = Conversations(room.game, lambda: AT), Negotiations(room.game)
    readings, lines = Perceptions(room.game), RedLines(room.game)
    for other in SEATS:
        words = Words(other, "Probe.")
        parts += [repr(talk.refusal(seat, words)), f"{talk.risk(seat, words):.9f}"]
    probes: list[Callable[[], object]] = []
    for number in range(1, 7):
        probes += [
            partial(talk.pass_on, seat, number, ""),
            partial(table.sign, seat, number + 50),
            partial(readings.record, seat, number, 99.0),
            partial(lines.drop, seat, f"own-{number + 50}"),
        ]
    probes += [partial(talk.refuse, seat, 60), partial(readings.record, seat, 900, 5.0)]
    kept = room.world
    for probe in probes:
        parts.append(_said(probe))
        room.world = kept
    return "\n".join(parts)


def with_other_secrets(room: Room, seat: ActorId, chance: random.Random) -> World:
    """The same world with every number that a seat may not know set at random."""
    layout = room.scenario.layout
    numbers = list(struct.unpack(f"<{layout.size}d", room.world.published))
    for place, _ in hidden_from(layout, seat):
        numbers[place] = round(chance.random(), 3)
    packed = struct.pack(f"<{layout.size}d", *numbers)
    return replace(room.world, published=packed, values=packed)


def _said(probe: Callable[[], object]) -> str:
    try:
        probe()
    except RuleError as error:
        return f"{error.code}: {error}"
    return "done"


def _try(act: Callable[[Room], None], room: Room) -> None:
    try:
        act(room)
    except RuleError:
        return


def _script(chance: random.Random, observer: ActorId, length: int) -> Iterator[Step]:
    others = [seat for seat in SEATS if seat != observer]
    for number in range(length):
        kind = chance.randrange(12)
        if kind < 3:
            yield Step(Room.go_on, hidden=False)
        elif kind < 6:
            yield Step(_words(chance, number, SEATS), hidden=False)
        elif kind == 6:
            yield Step(_papers(chance, number, SEATS), hidden=False)
        elif kind == 7:
            yield Step(_seal(chance), hidden=False)
        elif kind == 8:
            yield Step(_answer(chance, SEATS), hidden=False)
        else:
            yield Step(_hidden(chance, number, observer, others), hidden=True)


def _words(chance: random.Random, number: int, seats: Sequence[ActorId]) -> Callable[[Room], None]:
    sender, to = chance.sample(list(seats), 2)
    rest = [seat for seat in seats if seat not in {sender, to}]
    via = chance.choice(rest) if rest and chance.random() < 0.4 else None
    public = chance.random() < 0.2
    notice = Notice(to, 24.0, None) if chance.random() < 0.2 else None
    words = Words(
        to=None if public else to,
        text=f"Open {number}",
        via=None if public else via,
        quotable=chance.random() < 0.5,
        notice=notice,
    )
    return lambda room: Conversations(room.game, lambda: AT).send(sender, words)


def _papers(chance: random.Random, number: int, seats: Sequence[ActorId]) -> Callable[[Room], None]:
    by, other = chance.sample(list(seats), 2)
    terms = Terms(
        f"Paper {number}",
        ProposalKind.PACT,
        (by, other),
        (),
        None,
        (Clause("No strike.", 5.0),),
        public=chance.random() < 0.3,
    )
    return lambda room: Negotiations(room.game).propose(by, terms)


def _seal(chance: random.Random) -> Callable[[Room], None]:
    seat = chance.choice(SEATS[:2])
    target = SEATS[1] if seat == SEATS[0] else SEATS[0]
    move = chance.choice(("C04", "I01", "M13", "E01"))

    def seal(room: Room) -> None:
        if room.world.phase is Phase.PLAN and room.world.sealed_orders(seat) is None:
            room.commit([OrdersSealed(seat, (order(move, target),))], Changes())

    return seal


def _answer(chance: random.Random, seats: Sequence[ActorId]) -> Callable[[Room], None]:
    """Something that a seat does by its own numbers, which no hidden thing may move."""
    seat, number = chance.choice(list(seats)), chance.randrange(1, 5)
    kind, words = chance.randrange(5), f"In other words {chance.random():.6f}"

    def answer(room: Room) -> None:
        talk = Conversations(room.game, lambda: AT)
        if kind == 0:
            visible = [m for m in room.world.channels.messages if m.text.startswith("Open")]
            waiting = [m for m in visible if m.way is Way.WITH_MEDIATOR and m.via == seat]
            if waiting:
                room.commit([_passed(waiting[0], words)], Changes())
        elif kind == 1:
            talk.read(seat, [number])
        elif kind == 2:
            papers = [p for p in room.world.proposals if p.terms.title.startswith("Paper")]
            known = view_for(room.scenario, room.world, seat).channels.proposals
            titles = [paper.title for paper in known]
            if papers and papers[-1].terms.title in titles:
                Negotiations(room.game).sign(seat, titles.index(papers[-1].terms.title) + 1)
        elif kind == 3:
            RedLines(room.game).draw(seat, "A line of ours", 6.0, "an answer")
        else:
            known_events = view_for(room.scenario, room.world, seat).known
            asked = [e.number for e in known_events if e.reading == "asked"]
            if asked:
                Perceptions(room.game).record(seat, asked[0], 7.0)

    return answer


def _passed(message: Message, words: str) -> Event:
    return MessagePassed(message.number, words, -1.0, "")


def _hidden(
    chance: random.Random, number: int, observer: ActorId, others: Sequence[ActorId]
) -> Callable[[Room], None]:
    sender, to = chance.sample(list(others), 2)
    kind = chance.randrange(5)
    secret = f"Secret {number} {chance.random():.6f}"

    def hide(room: Room) -> None:
        if kind < 2:
            _hidden_words(room, observer, sender, Words(to, secret))
        elif kind == 2:
            terms = Terms(
                secret,
                ProposalKind.EXCHANGE,
                (sender, to),
                (),
                None,
                (Clause(secret),),
                public=False,
            )
            if room.world.seat(to).controller in {Controller.PEOPLE, Controller.FACILITATOR}:
                Negotiations(room.game).propose(sender, terms)
        elif kind == 3:
            RedLines(room.game).draw(sender, secret, 6.0, secret)
        else:
            messages = room.world.channels.messages
            unread = [m.number for m in messages if sender not in m.read]
            if unread:
                room.commit([MessagesRead(sender, tuple(unread[:2]))], Changes())

    return hide


def _hidden_words(room: Room, observer: ActorId, sender: ActorId, words: Words) -> None:
    """Words between others, unless luck or a newspaper carries them to the observer."""
    if Conversations(room.game, lambda: AT).refusal(sender, words) is not None:
        return
    sent = compose(room.scenario, room.world, sender, words, 1.0, AT)
    heard = {seat for seat, _ in sent.message.overheard}
    if not sent.message.leaked and observer not in heard:
        room.commit([sent], Changes())
