"""What may follow, as the window shows it: numbers with intervals, never more sure than they are.

The queries of ``play`` fill these in; every probability and difference carries its 95 % interval,
and whatever makes the numbers doubtful is said in sentences beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.seat_view import Reading


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the whole interval lies on one side of zero."""
        return self.low > 0.0 or self.high < 0.0


@dataclass(frozen=True, slots=True)
class FanTurn:
    """The index at the end of a turn, by shares of the runs.

    Attributes:
        turn: The turn, from 1.
        low90: 5 % of the runs lie below.
        low50: 25 % lie below.
        median: Half lie below.
        high50: 75 % lie below.
        high90: 95 % lie below.
    """

    turn: int
    low90: float
    low50: float
    median: float
    high50: float
    high90: float


@dataclass(frozen=True, slots=True)
class Driver:
    """A drawn quantity or a constant that parts good futures from bad ones (MODEL D8).

    Attributes:
        name: What it is, in words.
        difference: Probability of all-out war in the quarter of the runs where it was highest
            minus that in the quarter where it was lowest.
        is_constant: Whether it is a constant of the model that was varied within its range.
    """

    name: str
    difference: Estimate
    is_constant: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may follow from where the game stands; partial while ``runs`` is below ``wanted``.

    Attributes:
        runs: Runs that it is made of.
        wanted: Runs that were asked for.
        seconds: What it took, s.
        first_turn: The turn played first.
        start: Index at the beginning of the first turn.
        fan: The index after each turn, the first turn first.
        all_out: Probability of all-out war within the turns of the fan.
        direct_strike: Probability of a strike on the soil of a direct rival.
        truce: Probability that a truce is made on some front.
        collapse: Probability that an actor drops out.
        drivers: Strongest first; empty when they were not asked for.
        is_uncertain: Whether constants were varied within their ranges as well.
        doubts: Why it cannot be right, a sentence each; empty as a rule.
    """

    runs: int
    wanted: int
    seconds: float
    first_turn: int
    start: float
    fan: tuple[FanTurn, ...]
    all_out: Estimate
    direct_strike: Estimate
    truce: Estimate
    collapse: Estimate
    drivers: tuple[Driver, ...] = ()
    is_uncertain: bool = False
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexDifference:
    """How much higher the index is so many turns on than it would be by holding still.

    Attributes:
        turns: Turns from now, 1 for the end of the present one.
        points: Points of the index, as paired differences.
    """

    turns: int
    points: Estimate


@dataclass(frozen=True, slots=True)
class MoveOutlook:
    """What may follow from an order, as far as its own seat can say.

    Others' hidden numbers are drawn from what the seat believes, never from the truth; both sides
    of each difference share their random numbers.

    Attributes:
        order: The order.
        runs: Pairs of runs that it is made of.
        wanted: Pairs that were asked for.
        index: After 1, 3 and 6 turns, as far as the game goes.
        all_out: Probability of all-out war minus that of holding still.
        all_out_then: Probability of all-out war with the order.
        readings: How others are likely to read it, and whose line it may cross.
        doubts: Why it cannot be right, a sentence each; empty as a rule.
    """

    order: Order
    runs: int
    wanted: int
    index: tuple[IndexDifference, ...]
    all_out: Estimate
    all_out_then: Estimate
    readings: tuple[Reading, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedMove:
    """A legal order in the ranking, with what it costs.

    Attributes:
        name: The move, as players read it.
        rung: Its rung.
        political: Cost in political points.
        material: Cost in material points.
        outlook: What may follow.
    """

    name: str
    rung: float
    political: float
    material: float
    outlook: MoveOutlook


@dataclass(frozen=True, slots=True)
class Ranking:
    """The legal moves of a seat beside each other; partial while ``done`` is below ``total``.

    Attributes:
        seat: Whose moves they are.
        moves: Lowest risk of all-out war first, then the lowest index in six turns.
        done: Orders that have been tried.
        total: Orders that there are to try.
        doubts: Why it cannot be right, a sentence each; empty as a rule.
    """

    seat: ActorId
    moves: tuple[RankedMove, ...]
    done: int
    total: int
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spiral:
    """The spiral number: whether heat answers heat more than it fades (MODEL B8).

    R = sqrt(rho_i rho_j) times the share answered, for the pair where it is highest: below 1 a
    shock dies out by itself, above 1 it grows until a ceiling binds.

    Attributes:
        number: R of the pair where it is highest.
        first: One side of that pair.
        second: The other.
        answered: Share of acts between them that were answered, 0 to 1.
        words: What it means now, in one or two sentences.
    """

    number: float
    first: ActorId
    second: ActorId
    answered: float
    words: str
