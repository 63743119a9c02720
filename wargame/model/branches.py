"""Branches: what if one thing in a game that was played had been otherwise.

A branch leaves the played line at an event, changes one thing, and goes on with computers in every
seat: once, told event by event, and many times for its fan. It is kept beside the game, never in
its log.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import Estimate, FanTurn, IndexDifference


class Changed(StrEnum):
    """What a branch changes."""

    ORDER = "order"
    DRAW = "draw"
    RULING = "ruling"
    PARAMETER = "parameter"


@dataclass(frozen=True, slots=True)
class BranchChange:
    """The one thing that is otherwise; only the fields of its kind are set.

    Attributes:
        what: Which kind of thing.
        seat: Whose orders change; None for the other kinds.
        slot: Place of the order on the seat's sheet, from 1; 0 adds one.
        order: The order that takes its place; None drops it.
        act: Number of the event of the act whose draw or ruling changes; of the ruling itself where
            that is taken away; 0 for the other kinds.
        quantile: Where the other draw lies among all, 0 (mildest) to 1 (gravest).
        success: Whether the act comes off by the other ruling; None takes a ruling away.
        killed: People killed by the other ruling (count); None leaves what the law proposed.
        parameter: Key of the parameter; empty for the other kinds.
        value: Its other value.
    """

    what: Changed
    seat: ActorId | None = None
    slot: int = 0
    order: Order | None = None
    act: int = 0
    quantile: float = 0.5
    success: bool | None = None
    killed: int | None = None
    parameter: str = ""
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class BranchFan:
    """Many runs of a branch, in pairs with as many of the played line from the same moment.

    Attributes:
        runs: Pairs that it is made of.
        wanted: Pairs that were asked for.
        fan: The index of the branch, by turn.
        played: The index of the played line, gone on by computers, by turn.
        pairs: The branch's index minus the played line's on the same draws, by turns after it.
        all_out: Probability of all-out war minus that of the played line.
        all_out_then: Probability of all-out war in the branch.
    """

    runs: int
    wanted: int
    fan: tuple[FanTurn, ...]
    played: tuple[FanTurn, ...]
    pairs: tuple[IndexDifference, ...]
    all_out: Estimate
    all_out_then: Estimate


@dataclass(frozen=True, slots=True)
class BranchKept:
    """A branch was kept; the number of its entry is the branch's own from then on.

    Attributes:
        title: Its name.
        after: Number of the last event of the log that it shares with the game, 1 or more.
        turn: The turn in which it leaves the game.
        change: What is otherwise.
        words: What is otherwise, in a sentence.
        reason: Why it was tried; may be empty.
        rules: Version of the rules that played it.
        index: The index before ``turn``, and then after each turn from it on.
        ending: How it ended, in words; empty where it was not played to an end.
        killed: People killed from its first turn on (count).
        events: Its own events, packed as ``storage`` packs them; empty when only the fan was made.
        fan: Many runs; None when it was played once.
    """

    kind: ClassVar[str] = "branch-kept"
    title: str
    after: int
    turn: int
    change: BranchChange
    words: str
    reason: str
    rules: str
    index: tuple[float, ...]
    ending: str
    killed: int
    events: bytes
    fan: BranchFan | None = None


@dataclass(frozen=True, slots=True)
class BranchRenamed:
    """A branch has another name.

    Attributes:
        branch: Number of the entry that kept it.
        title: The name.
    """

    kind: ClassVar[str] = "branch-renamed"
    branch: int
    title: str


@dataclass(frozen=True, slots=True)
class BranchDropped:
    """A branch is listed no more; its entry stays.

    Attributes:
        branch: Number of the entry that kept it.
    """

    kind: ClassVar[str] = "branch-dropped"
    branch: int


@dataclass(frozen=True, slots=True)
class BranchShown:
    """A branch is drawn beside the played line, or no more.

    Attributes:
        branch: Number of the entry that kept it.
        shown: Whether it is drawn.
    """

    kind: ClassVar[str] = "branch-shown"
    branch: int
    shown: bool


@dataclass(frozen=True, slots=True)
class BranchedOff:
    """A session goes on from a branch of another one; no part of the world.

    Attributes:
        session: Title of the session that it comes from.
        after: Number of the last event that both share.
        turn: The turn that was changed.
        branch: Name of the branch.
        words: What was changed, in a sentence.
    """

    kind: ClassVar[str] = "branched-off"
    session: str
    after: int
    turn: int
    branch: str
    words: str


BranchEntry = BranchKept | BranchRenamed | BranchDropped | BranchShown
"""Everything about branches that is written beside a game."""

BRANCH_ENTRIES: tuple[type[BranchEntry], ...] = (
    BranchKept,
    BranchRenamed,
    BranchDropped,
    BranchShown,
)
