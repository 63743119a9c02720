"""The list of events as columns: when, who to whom, what, how hard, who knows, what it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.ui.facilitator.words import attribution_icon
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.theme.item_roles import (
    ACTOR_ROLE,
    EMPHASIS_ROLE,
    ICON_ROLE,
    RUNG_ROLE,
    ActorValue,
    Emphasis,
)
from wargame.ui.widgets.band_glyph import rung_text, spoken_rung
from wargame.ui.widgets.waterfall import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import EventRow
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

FROM_TO_COLUMN = 2
RUNG_COLUMN = 4
ATTRIBUTION_COLUMN = 5
DASH = "–"


class EventWords:
    """Words and values of event rows; knows the actors, the bands and the latest turn.

    Attributes:
        latest: The latest turn with events; rows of earlier turns are printed quieter.
    """

    def __init__(self, actors: Sequence[ActorLabel], scale: BandScale) -> None:
        self._actors = {label.id: actor_value(label) for label in actors}
        self.scale = scale
        self.latest = 0

    def actor(self, actor: ActorId | None) -> ActorValue | None:
        """Mark, code and name of an actor; None for nobody."""
        if actor is None:
            return None
        return self._actors.get(actor, ActorValue("unknown", str(actor)))

    def name(self, actor: ActorId | None) -> str:
        """The name of an actor; empty for nobody."""
        value = self.actor(actor)
        return (value.name or value.code) if value is not None else ""

    def from_to(self, event: EventRow) -> ActorValue | tuple[ActorValue, ActorValue] | None:
        """Who acted, or who on whom; None for what is nobody's act."""
        actor, target = self.actor(event.actor), self.actor(event.target)
        if actor is not None and target is not None:
            return actor, target
        return actor

    def between(self, event: EventRow) -> str:
        """``Israel to Hezbollah``; a dash for what is nobody's act."""
        if event.attribution == "Inject":
            return "Control"
        return " to ".join(filter(None, (self.name(event.actor), self.name(event.target)))) or DASH

    def emphasis(self, event: EventRow) -> Emphasis:
        """Earlier turns are muted."""
        return "normal" if event.turn >= self.latest else "muted"

    def searched(self, event: EventRow) -> str:
        """Everything a filter can find an event by."""
        codes = " ".join(code for code in (event.actor, event.target) if code)
        rung = f"R{event.rung:.0f}" if event.rung is not None else ""
        parts = (
            number_words(event),
            event.when,
            codes,
            self.between(event),
            event.words,
            rung,
            event.attribution,
        )
        kind = event.kind if event.attributed else f"{event.kind} unattributed"
        return " ".join((*parts, kind, event.turn_words, event.detail))

    def columns(self) -> tuple[Column[EventRow], ...]:
        """The columns of the table."""
        return (
            Column(
                "No",
                number_words,
                40,
                spoken=lambda e: f"act {e.act}" if e.act else "no act",
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
            Column("In-game time", lambda e: e.when, 104, roles={EMPHASIS_ROLE: self.emphasis}),
            Column(
                "From, to",
                self.between,
                136,
                tip=self.between,
                roles={ACTOR_ROLE: self.from_to, EMPHASIS_ROLE: lambda _: "muted"},
            ),
            Column(
                "What happened",
                lambda e: e.words,
                stretch=True,
                tip=lambda e: e.words,
                roles={EMPHASIS_ROLE: self.emphasis},
            ),
            Column(
                "Rung",
                lambda e: rung_text(rung_value(self.scale, e.rung)),
                64,
                spoken=lambda e: spoken_rung(rung_value(self.scale, e.rung)),
                roles={RUNG_ROLE: lambda e: rung_value(self.scale, e.rung)},
            ),
            Column(
                "Attribution",
                lambda e: e.attribution,
                128,
                tip=lambda e: e.attribution,
                roles={
                    EMPHASIS_ROLE: lambda _: "muted",
                    ICON_ROLE: lambda e: attribution_icon(e.attribution),
                },
            ),
            Column(
                "Index",
                lambda e: moved_words(e.index_change),
                60,
                align="end",
                spoken=lambda e: f"index {moved_words(e.index_change)}",
                roles={EMPHASIS_ROLE: self.emphasis},
            ),
        )


def number_words(event: EventRow) -> str:
    """The act's number within its turn, as the map shows it; a dash for what is nobody's act."""
    return str(event.act) if event.act else DASH


def moved_words(change: float) -> str:
    """``+2.6``, ``−1.4``, or a dash for what moved nothing that can be printed.

    >>> moved_words(-1.44), moved_words(0.01)
    ('−1.4', '–')
    """
    return signed(change) if round(change, 1) else DASH
