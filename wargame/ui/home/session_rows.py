"""The recent sessions as table columns, and what can be done with each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

from wargame.ui.home.words import error_words, when_words
from wargame.ui.item_models.columns import Column
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE, SPARK_ROLE, SparkValue

if TYPE_CHECKING:
    from wargame.play.library import SessionCard
    from wargame.ui.theme.icon_names import IconName

ActionKey = Literal["continue", "debrief", "open", "folder", "recover"]

_BAND_STARTS: Final = (0.0, 20.0, 35.0, 60.0, 80.0)
"""Where the five bands of MODEL D4 begin; a save names its scenario, not that one's bands."""

THRESHOLD: Final = _BAND_STARTS[3]


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button of a row.

    Attributes:
        key: What it does.
        text: Its label.
        suggested: Whether it is the one to press, drawn in the accent.
    """

    key: ActionKey
    text: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session with what the table has to know besides.

    Attributes:
        card: The session.
        scenario: Title of its scenario, or its id where that scenario is not here.
        is_last: Whether it is the one played last, among those that go on.
    """

    card: SessionCard
    scenario: str
    is_last: bool


def rows_of(cards: tuple[SessionCard, ...], titles: Mapping[str, str]) -> tuple[SessionRow, ...]:
    """Rows in the order given, the first session that goes on being marked.

    Args:
        cards: The sessions.
        titles: Titles of the scenarios there are, by id.
    """
    last = last_unfinished(cards)
    return tuple(
        SessionRow(card, titles.get(card.scenario, card.scenario), card is last) for card in cards
    )


def last_unfinished(cards: tuple[SessionCard, ...]) -> SessionCard | None:
    """The session one most likely comes back to: the newest that has not ended."""
    for card in cards:
        if not card.error and card.phase is not None and card.phase.value != "ended":
            return card
    return None


def actions_of(row: SessionRow) -> tuple[RowAction, ...]:
    """The buttons of a row, the first of them being what Enter does."""
    card = row.card
    if card.error:
        folder = RowAction("folder", "Show in folder")
        if card.can_recover:
            return (RowAction("recover", "Open the last good copy"), folder)
        return (folder,)
    if card.phase is not None and card.phase.value == "ended":
        return (RowAction("debrief", "Debrief"),)
    return (RowAction("continue", "Continue", suggested=row.is_last),)


def band_of(index: float) -> int:
    """The band, from 1, in which an index lies; a cut-off belongs to the band above."""
    return sum(index >= start for start in _BAND_STARTS)


def _turn_words(row: SessionRow) -> str:
    card = row.card
    if not card.turns:
        return "–"
    return f"{card.turn} of {card.turns}"


def _spark(row: SessionRow) -> SparkValue | None:
    card = row.card
    if not card.path_index:
        return None
    points = tuple((float(turn), index) for turn, index in enumerate(card.path_index))
    return SparkValue(points, card.turns, THRESHOLD, band_of(card.peak), len(_BAND_STARTS))


def _spoken_peak(row: SessionRow) -> str:
    card = row.card
    return f"peak {card.peak:.0f} of 100, band {band_of(card.peak)}" if card.path_index else ""


def _status_icon(row: SessionRow) -> IconName:
    phase = row.card.phase.value if row.card.phase is not None else ""
    icons: dict[str, IconName] = {"ended": "circle-check", "plan": "pen-line"}
    if row.card.status.startswith("Recovered"):
        return "rotate-ccw"
    return icons.get(phase, "save")


def session_columns(now: Callable[[], datetime]) -> tuple[Column[SessionRow], ...]:
    """The columns; ``now`` gives the present moment with its zone."""

    def muted(_: SessionRow) -> str:
        return "muted"

    def said(row: SessionRow) -> str:
        return error_words(row.card.error) if row.card.error else row.scenario

    return (
        Column(
            "Session",
            lambda row: row.card.title,
            stretch=True,
            tip=lambda row: str(row.card.path),
            roles={EMPHASIS_ROLE: lambda _: "strong"},
        ),
        Column("Scenario", said, stretch=True, tip=said, roles={EMPHASIS_ROLE: muted}),
        Column(
            "How it is played",
            lambda row: row.card.how,
            stretch=True,
            tip=lambda row: row.card.how,
            roles={EMPHASIS_ROLE: muted},
        ),
        Column("Turn", _turn_words, width=76, roles={EMPHASIS_ROLE: muted}),
        Column(
            "Escalation, peak",
            lambda row: f"{row.card.peak:.0f}" if row.card.path_index else "–",
            width=176,
            spoken=_spoken_peak,
            roles={SPARK_ROLE: _spark},
        ),
        Column(
            "Status",
            lambda row: row.card.status,
            width=200,
            tip=lambda row: row.card.status,
            roles={EMPHASIS_ROLE: muted, ICON_ROLE: _status_icon},
        ),
        Column(
            "Last played",
            lambda row: when_words(row.card.last_written, now()),
            width=116,
            roles={EMPHASIS_ROLE: muted},
        ),
        Column("", lambda row: actions_of(row)[0].text, width=116),
    )
