"""How injects are written in lists: when they are due, what has become of them, what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.ui.item_models.columns import Column
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE

if TYPE_CHECKING:
    from wargame.model.inject_view import InjectRow
    from wargame.model.injects import InjectKind

KIND_WORDS: Final[dict[InjectKind, str]] = {
    "news": "News",
    "intelligence": "Intelligence",
    "message": "Message",
    "event": "Event",
}
KIND_ICONS: Final[dict[InjectKind, IconName]] = {
    "news": "newspaper",
    "intelligence": "satellite-dish",
    "message": "mail",
    "event": "flag",
}
RELIABILITY_WORDS: Final = {
    "": "not said",
    "confirmed": "Confirmed",
    "likely": "Likely",
    "possible": "Possible",
    "doubtful": "Doubtful",
}
_STATUS: Final[dict[str, tuple[str, IconName]]] = {
    "waiting": ("Waiting", "hourglass"),
    "armed": ("Armed", "timer"),
    "hand": ("By hand", "user-cog"),
    "due": ("Due", "bell"),
    "held": ("Held", "hand"),
    "fired": ("Sent", "send"),
    "skipped": ("Skipped", "x"),
}
SEND_COLUMN: Final = 7
HOLD_COLUMN: Final = 8
_SOON: Final = 5.0
"""Minutes before its time from which an inject stands out."""


def status_of(row: InjectRow) -> str:
    """The state with what it waits for: ``armed`` by the clock, ``hand`` for control alone."""
    if row.state != "waiting":
        return row.state
    if row.inject.when is None:
        return "hand"
    return "armed" if row.due_in is not None else "waiting"


def status_words(row: InjectRow) -> str:
    """``Armed``, ``Sent in turn 3``."""
    words = _STATUS[status_of(row)][0]
    return f"{words} in turn {row.turn}" if row.turn else words


def due_words(row: InjectRow) -> str:
    """``now``, ``in 02:40``, or a dash for what no clock counts down to."""
    if row.state == "due":
        return "now"
    if row.due_in is None:
        return "–"
    seconds = max(0, round(60 * row.due_in))
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"in {hours}:{minutes}" if hours else f"in {minutes}"


def row_words(row: InjectRow) -> str:
    """Everything that a filter looks through."""
    inject = row.inject
    parts = (
        inject.id,
        inject.title,
        inject.text,
        row.to,
        KIND_WORDS[inject.kind],
        row.trigger,
        status_words(row),
        inject.sender,
        *(cell for _, cell in inject.kept),
    )
    return " ".join(parts)


def spoken_row(row: InjectRow) -> str:
    """A row in one sentence, for the ear and the tip."""
    due = due_words(row)
    when = "" if due == "–" else f", due {due}"
    itself = ", goes by itself" if row.inject.by_itself else ""
    return (
        f"Inject {row.number}, {row.inject.title}, {KIND_WORDS[row.inject.kind]} to {row.to}, "
        f"{status_words(row)}{when}{itself}. {row.trigger}."
    )


def inject_columns() -> tuple[Column[InjectRow], ...]:
    """The columns of the queue; the last two are buttons."""
    return (
        Column(
            "No",
            lambda row: str(row.number),
            44,
            tip=lambda row: f"Id {row.inject.id}",
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column("Due", due_words, 84, roles={EMPHASIS_ROLE: _due_emphasis}),
        Column(
            "Inject",
            lambda row: row.inject.title,
            stretch=True,
            tip=lambda row: row.inject.text,
            spoken=spoken_row,
            roles={EMPHASIS_ROLE: _title_emphasis},
        ),
        Column(
            "To",
            lambda row: row.to,
            104,
            tip=lambda row: row.to,
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column(
            "Kind",
            lambda row: KIND_WORDS[row.inject.kind],
            112,
            roles={
                ICON_ROLE: lambda row: KIND_ICONS[row.inject.kind],
                EMPHASIS_ROLE: lambda _: "muted",
            },
        ),
        Column(
            "Trigger",
            lambda row: row.trigger,
            228,
            tip=lambda row: row.trigger,
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column(
            "Status",
            lambda row: _STATUS[status_of(row)][0],
            96,
            tip=status_words,
            spoken=status_words,
            roles={ICON_ROLE: lambda row: _STATUS[status_of(row)][1]},
        ),
        Column(
            "",
            lambda _: "",
            32,
            tip=lambda row: "Send now (S)" if row.is_open else "Sent or skipped",
            spoken=lambda _: "Send now",
            roles={ICON_ROLE: lambda row: "send" if row.is_open else None},
        ),
        Column(
            "",
            lambda _: "",
            32,
            tip=_hold_tip,
            spoken=_hold_tip,
            roles={ICON_ROLE: _hold_icon},
        ),
    )


def _due_emphasis(row: InjectRow) -> str:
    soon = row.due_in is not None and row.due_in < _SOON
    return "strong" if row.state == "due" or soon else "muted"


def _title_emphasis(row: InjectRow) -> str:
    return "strong" if row.is_open and row.state != "held" else "muted"


def _hold_icon(row: InjectRow) -> IconName | None:
    if row.state in {"held", "skipped"}:
        return "play"
    return "hand" if row.is_open else None


def _hold_tip(row: InjectRow) -> str:
    if row.state in {"held", "skipped"}:
        return "Release (H)"
    return "Hold (H)" if row.is_open else ""
