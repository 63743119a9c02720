"""What one seat may know at one moment.

Team screens, packs, exports and computer opponents get only this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wargame.model.actors import Place
from wargame.model.channel_view import Channels
from wargame.model.control_words import Report, SeatQuestion
from wargame.model.ids import ActorId, FrontId, MoveId, Phase, Weapon
from wargame.model.moves import Category
from wargame.model.orders import Order
from wargame.model.scenario import Band

Standing = Literal["holding", "at risk", "lost", "for people to judge"]


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective and how it stands."""

    id: str
    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class RedLineView:
    """One of the seat's own red lines.

    Attributes:
        crossed: The turn in which the seat saw it crossed, 0 for shortly before the game; None
            while it holds.
        promise_turns: How many turns ago that was; None while it holds and for turn 0.
        kept: Whether the promised answer came in time; None while that is open.
        is_drawn: Whether the team drew it in the game.
        front: Only acts on this front; None for any.
        against: Acts against whom; empty for acts against the seat itself.
        answer: Lowest rung that counts as the answer.
        within: Turns in which the answer must come.
    """

    id: str
    text: str
    rung: float
    promise: str
    public: bool
    crossed: int | None
    promise_turns: int | None
    kept: bool | None = None
    is_drawn: bool = False
    front: FrontId | None = None
    against: tuple[ActorId, ...] = ()
    answer: float = 0.0
    within: int = 0


@dataclass(frozen=True, slots=True)
class Gauge:
    """One line of the seat's own state.

    Attributes:
        name: What it is.
        text: The value in words.
        share: The bar, 0 to 1; None for no bar.
        meaning: Tool tip: what the number means.
    """

    name: str
    text: str
    share: float | None
    meaning: str


def turn_words(turn: int) -> str:
    """A turn in words; what happened before the game has turn 0."""
    return f"Turn {turn}" if turn else "Before the game"


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Something that the seat knows happened.

    Attributes:
        number: Number among the events this seat knows, from 1; never the log's own number.
        turn: The turn; 0 for what happened before the game.
        day: Days since the game began; negative before it.
        when: The same in words, such as "8 Aug 22:10".
        actor: Who did it, as far as the seat can say; None for unknown.
        sure: How sure it is of that, 0 to 1.
        target: Whom it was aimed at; None for nobody.
        move: The move, where one was made.
        words: What happened, in one line.
        read_rung: The rung at which the seat read it; None where there is none.
        how: ``own``, ``target``, ``public``, ``told``, ``intelligence``.
        detail: What came of it, as far as the seat knows; may be empty.
        reading: Whose reading the rung is: the engine's ``estimate``, ``ours``, or ``asked`` for
            while the team has yet to say.
        crosses: Own red line that the team took for crossed; empty for none.
    """

    number: int
    turn: int
    day: float
    when: str
    actor: ActorId | None
    sure: float
    target: ActorId | None
    move: MoveId | None
    words: str
    read_rung: float | None
    how: str
    detail: str
    reading: Literal["estimate", "ours", "asked"] = "estimate"
    crosses: str = ""

    @property
    def turn_words(self) -> str:
        """The turn in words."""
        return turn_words(self.turn)


@dataclass(frozen=True, slots=True)
class TargetOption:
    """A target of a move: open, or closed with the reason.

    Attributes:
        actor: The target.
        code: Reason code why it is closed; empty when open.
        reason: The reason in words; empty when open.
        line: Rung of the seat's own line towards it, 0 to 20, where the move is a warning, which
            draws one; None for other moves, and for a seat without such a line.
    """

    actor: ActorId
    code: str
    reason: str
    line: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether the move can be aimed at it."""
        return not self.code


@dataclass(frozen=True, slots=True)
class WeaponOption:
    """A weapon class of a move: the count offered first and how many there are."""

    weapon: Weapon
    offered: int
    stock: int


@dataclass(frozen=True, slots=True)
class MoveOption:
    """A move of the seat's panel: open, or closed with a reason code and a sentence.

    Attributes:
        move: Catalogue id.
        category: Tab of the panel.
        name: What players read.
        summary: What it does and what it risks.
        rung: Its rung.
        political: Cost in political points.
        material: Cost in material points.
        preparation: Turns until it happens.
        deniability: How deniable it is, 0 to 1.
        strikes: Whether it strikes at one moment, so that a warning before it means something.
        code: Reason code why it is closed; empty when open.
        reason: The reason in words; empty when open.
        targets: Whom it can be aimed at; empty when it has no target.
        weapons: Weapon classes that it uses.
        precedent: What happened when it was done before; may be empty.
        sources: Titles of its sources.
        unnamed_line: Of a warning, whose order names a line and not how it is meant: the rung of
            the line that it draws when the order names none. None for other moves.
    """

    move: MoveId
    category: Category
    name: str
    summary: str
    rung: float
    political: float
    material: float
    preparation: int
    deniability: float
    strikes: bool
    code: str
    reason: str
    targets: tuple[TargetOption, ...]
    weapons: tuple[WeaponOption, ...]
    precedent: str
    sources: tuple[str, ...]
    unnamed_line: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether the move can be ordered now."""
        return not self.code

    @property
    def is_warning(self) -> bool:
        """Whether the rung that its order names is the line that it draws."""
        return self.unnamed_line is not None

    def line_towards(self, target: ActorId | None) -> float | None:
        """The seat's own line that a warning of this target stands for; None without one."""
        return next((t.line for t in self.targets if t.actor == target), None)


@dataclass(frozen=True, slots=True)
class MoveLabel:
    """How a move of the seat's panel is written, whatever the phase.

    ``is_warning`` says that the rung that its order names is the line that it draws.
    """

    id: MoveId
    name: str
    rung: float
    political: float
    material: float
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class ActorLabel:
    """How an actor is written in lists, and where the map shows it."""

    id: ActorId
    name: str
    camp: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SeatView:
    """Everything that one seat may know now.

    Attributes:
        seat: The seat.
        label: Its actor.
        actors: Every actor of the scenario, for lists and targets.
        scenario: Title of the scenario.
        session: Title of the session.
        turn: The turn, from 1.
        turns: Turns of a full game.
        first_day: First day of the turn, ISO date.
        last_day: Last day of the turn, ISO date.
        phase: The phase.
        plan_minutes: Planned length of the planning phase in minutes; 0 without a clock.
        briefing: The team's briefing (Markdown).
        public_briefing: What every team was told (Markdown).
        roles: Role titles and tasks of the team.
        moves: The panel in the planning phase; empty in the others.
        catalogue: Labels of the seat's moves, in the panel's order.
        bands: The bands of the escalation index, lowest first.
        index_path: The published index at the start and after each turn.
        political: Political points that the seat can spend this turn.
        material: Material points that the seat can spend this turn.
        max_orders: Orders that may be given a turn.
        sealed: The seat's sealed orders; None when it has not sealed.
        standing: Own moves that go on or are being prepared, in words.
        channels: Lines, messages, proposals and advance warnings.
        reports: What control sent to the seat, oldest first.
        questions: What it asked control, and answers that everybody got.
    """

    seat: ActorId
    label: ActorLabel
    actors: tuple[ActorLabel, ...]
    scenario: str
    session: str
    turn: int
    turns: int
    first_day: str
    last_day: str
    phase: Phase
    plan_minutes: int
    briefing: str
    public_briefing: str
    roles: tuple[tuple[str, str], ...]
    objectives: tuple[ObjectiveView, ...]
    red_lines: tuple[RedLineView, ...]
    gauges: tuple[Gauge, ...]
    known: tuple[KnownEvent, ...]
    moves: tuple[MoveOption, ...]
    catalogue: tuple[MoveLabel, ...]
    bands: tuple[Band, ...]
    index_path: tuple[float, ...]
    political: float
    material: float
    max_orders: int
    sealed: tuple[Order, ...] | None
    standing: tuple[str, ...]
    channels: Channels = field(default=Channels())
    reports: tuple[Report, ...] = ()
    questions: tuple[SeatQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How another actor may read an order: an estimate from what the seat knows (MODEL D5.6).

    Attributes:
        actor: The reader.
        low: Rung at the 10 % quantile.
        middle: Median rung.
        high: Rung at the 90 % quantile.
        may_cross: Whether its line, as the seat believes it, lies at or below the high end.
    """

    actor: ActorId
    low: float
    middle: float
    high: float
    may_cross: bool
