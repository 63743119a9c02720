"""What an arc of the map stands for: the acts of a turn from one actor to another, as one line.

A dozen raids on one target are one arc with their numbers, or nobody could read the map.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from wargame.model.console_view import ActKind, EventRow
    from wargame.model.ids import ActorId

LineStyle = Literal["solid", "dashed", "dotted"]

_MOST_NUMBERS: Final = 2
"""Numbers that a badge names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Arc:
    """Acts of one kind from one actor to another, or to nobody in particular.

    Attributes:
        source: Who acted.
        target: At whom; None for an act without a target.
        kind: What kind of act; empty for a line that is no act, such as a relation.
        style: Solid for attributed acts, dashed for others, dotted for words.
        rung: The hardest rung among them; None where there is none.
        label: What its badge says before the rung.
        numbers: Numbers of the events, hardest first.
        words: What it says in full, for its tip.
    """

    source: ActorId
    target: ActorId | None
    kind: ActKind
    style: LineStyle
    rung: float | None
    label: str
    numbers: tuple[int, ...]
    words: str


def arcs_of(events: Sequence[EventRow], turn: int, kinds: Collection[ActKind]) -> tuple[Arc, ...]:
    """The arcs of a turn, in the order in which their first acts happened.

    Args:
        events: The list of events.
        turn: Which turn.
        kinds: The kinds of act to draw.
    """
    groups: dict[tuple[ActorId, ActorId | None, ActKind, bool], list[EventRow]] = {}
    for event in events:
        if event.turn == turn and event.act and event.actor and event.kind in kinds:
            key = (event.actor, event.target, event.kind, event.attributed)
            groups.setdefault(key, []).append(event)
    return tuple(_arc(*key, rows) for key, rows in groups.items())


def turns_with_acts(events: Sequence[EventRow]) -> tuple[int, ...]:
    """The turns in which anybody acted, oldest first."""
    return tuple(sorted({event.turn for event in events if event.act}))


def _arc(
    source: ActorId,
    target: ActorId | None,
    kind: ActKind,
    attributed: bool,
    events: Sequence[EventRow],
) -> Arc:
    hardest = sorted(events, key=lambda event: -(event.rung or 0.0))
    named = ", ".join(str(event.act) for event in events[:_MOST_NUMBERS])
    more = len(events) - _MOST_NUMBERS
    return Arc(
        source=source,
        target=target,
        kind=kind,
        style="dotted" if kind == "message" else "solid" if attributed else "dashed",
        rung=hardest[0].rung,
        label=f"{named} +{more}" if more > 0 else named,
        numbers=tuple(event.number for event in hardest),
        words="\n".join(f"{event.act}  {event.words}" for event in events),
    )
