"""The four lists of the channels tab as columns: messages, papers, readings, red lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wargame.ui.item_models.columns import Column
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ICON_ROLE, ActorValue

if TYPE_CHECKING:
    from wargame.model.channel_view import ProposalView
    from wargame.model.ids import ActorId
    from wargame.play.dealings.control_dealings import TrafficRow
    from wargame.play.dealings.line_registry import CrossingRow
    from wargame.play.dealings.perceptions import ReadAct, ReadBy

Actors = Mapping["ActorId", ActorValue]
FROM_TO = 1
"""The column with badges, in every list."""


def _badges(
    actors: Actors, first: ActorId | None, second: ActorId | None
) -> ActorValue | tuple[ActorValue, ActorValue] | None:
    one = actors.get(first) if first is not None else None
    two = actors.get(second) if second is not None else None
    if one is not None and two is not None:
        return one, two
    return one


def _names(actors: Actors, first: ActorId | None, second: ActorId | None) -> str:
    named = [actors[a] for a in (first, second) if a is not None and a in actors]
    parts = [value.name or value.code for value in named]
    return " to ".join(parts) if len(parts) == 2 else f"{''.join(parts)} to all"


def traffic_columns(actors: Actors) -> tuple[Column[TrafficRow], ...]:
    """Messages."""

    def between(row: TrafficRow) -> str:
        return _names(actors, row.sender, row.to)

    return (
        Column("In-game time", lambda r: r.when, 104),
        Column(
            "From, to",
            between,
            132,
            tip=between,
            roles={ACTOR_ROLE: lambda r: _badges(actors, r.sender, r.to)},
        ),
        Column("Via", lambda r: str(r.via or ""), 44, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column("Words", lambda r: r.text or r.warning, stretch=True, tip=lambda r: r.text),
        Column(
            "State",
            lambda r: r.state,
            150,
            tip=lambda r: r.state,
            roles={ICON_ROLE: lambda r: "hourglass" if r.waits else None},
        ),
        Column(
            "Known to",
            lambda r: r.marks,
            140,
            tip=lambda r: r.marks,
            roles={ICON_ROLE: lambda r: "radio-tower" if r.marks else None},
        ),
    )


def paper_columns(actors: Actors) -> tuple[Column[ProposalView], ...]:
    """Proposals."""
    return (
        Column("Turn", lambda p: str(p.turn), 104),
        Column(
            "By",
            lambda p: _names(actors, p.by, None),
            132,
            roles={ACTOR_ROLE: lambda p: _badges(actors, p.by, None)},
        ),
        Column("Proposal", lambda p: p.title, stretch=True, tip=lambda p: p.title),
        Column("Signed", lambda p: f"{len(p.signed)} of {len(p.parties)}", 68),
        Column("State", lambda p: p.words, 220, tip=lambda p: p.words),
    )


def reading_columns(actors: Actors) -> tuple[Column[ReadAct], ...]:
    """Acts as they were meant, were, and were read."""
    return (
        Column("In-game time", lambda r: r.when, 104),
        Column(
            "From, to",
            lambda r: _names(actors, r.actor, r.target),
            132,
            roles={ACTOR_ROLE: lambda r: _badges(actors, r.actor, r.target)},
        ),
        Column("What happened", lambda r: r.words, stretch=True, tip=lambda r: r.words),
        Column("Meant", lambda r: "–" if r.meant is None else f"R{r.meant:.0f}", 58),
        Column("Was", lambda r: f"R{r.rung:.0f}", 50),
        Column("Read", read_words, 200, tip=read_sentence, spoken=read_sentence),
    )


def read_words(act: ReadAct) -> str:
    """``ISR R9, (USA R8)``: what teams recorded, and in brackets where the estimate stands in."""
    return ", ".join(_read_by(reader) for reader in _by_weight(act))


def read_sentence(act: ReadAct) -> str:
    """The same as a sentence."""
    parts = [
        f"{reader.seat} read it at R{reader.read:.0f}"
        f"{', a red line crossed' if reader.line else ''} (estimate R{reader.estimate:.0f})"
        if reader.read is not None
        else f"{reader.seat}: estimate R{reader.estimate:.0f}"
        for reader in _by_weight(act)
    ]
    return "; ".join(parts) + "."


def _by_weight(act: ReadAct) -> list[ReadBy]:
    return sorted(act.readers, key=lambda reader: (reader.read is None, reader.seat))


def _read_by(reader: ReadBy) -> str:
    if reader.read is None:
        return f"({reader.seat} R{reader.estimate:.0f})"
    return f"{reader.seat} R{reader.read:.0f}{' !' if reader.line else ''}".replace(" !", " line")


def line_columns(actors: Actors) -> tuple[Column[CrossingRow], ...]:
    """Red lines that were crossed."""
    return (
        Column("Turn", lambda r: f"Turn {r.crossing.turn}", 104),
        Column(
            "By, whose line",
            lambda r: _names(actors, r.crossing.by, r.crossing.seat),
            132,
            roles={ACTOR_ROLE: lambda r: _badges(actors, r.crossing.by, r.crossing.seat)},
        ),
        Column("Line", lambda r: r.text, stretch=True, tip=lambda r: r.text),
        Column("At", lambda r: f"R{r.crossing.rung:.0f}", 50),
        Column(
            "Seen by them",
            lambda r: "Yes" if r.crossing.seen else "Not surely",
            96,
        ),
        Column("Promise", lambda r: r.words, 150, tip=lambda r: r.promise),
    )
