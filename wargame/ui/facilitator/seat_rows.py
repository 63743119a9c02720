"""The seats as the console groups and words them, for the eye and for the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.model.ids import Controller, Phase
from wargame.ui.facilitator.words import clock_words, counted
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.grouped_model import RowGroup
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wargame.model.console_view import ConsoleView, SeatRow
    from wargame.ui.theme.icon_names import IconName

CONTROLLER_WORDS: Final = {
    Controller.PEOPLE: "People",
    Controller.FACILITATOR: "Facilitator",
    Controller.DOCTRINE: "Computer (doctrine)",
    Controller.PLANNER: "Computer (planner)",
    Controller.SEARCHER: "Computer (searcher)",
    Controller.HISTORY: "History",
}
_ICONS: Final[dict[Controller, IconName]] = {
    Controller.PEOPLE: "users",
    Controller.FACILITATOR: "user-cog",
    Controller.DOCTRINE: "bot",
    Controller.PLANNER: "bot",
    Controller.SEARCHER: "bot",
    Controller.HISTORY: "history",
}
_SEALING: Final = frozenset({Controller.PEOPLE, Controller.FACILITATOR})


def seals(seat: SeatRow) -> bool:
    """Whether the game waits for this seat to seal; computers decide at the lock."""
    return seat.controller in _SEALING


def sealed_and_total(seats: Sequence[SeatRow]) -> tuple[int, int]:
    """How many of the seats that seal have sealed, and how many there are."""
    waited_for = [seat for seat in seats if seals(seat)]
    return sum(seat.is_sealed for seat in waited_for), len(waited_for)


def seat_groups(view: ConsoleView) -> tuple[RowGroup[SeatRow], ...]:
    """The seats under what they do now; groups without seats are left out."""
    by_people = tuple(seat for seat in view.seats if seals(seat))
    computers = tuple(seat for seat in view.seats if not seals(seat))
    groups: tuple[RowGroup[SeatRow], ...]
    if view.phase is Phase.PLAN:
        groups = (
            RowGroup("Planning", tuple(seat for seat in by_people if not seat.is_sealed)),
            RowGroup("Sealed", tuple(seat for seat in by_people if seat.is_sealed)),
            RowGroup("Decide at the lock", computers),
        )
    elif view.phase is Phase.BRIEF:
        groups = (RowGroup("Briefing", by_people), RowGroup("Computers", computers))
    elif view.phase is Phase.ADJUDICATE:
        groups = (RowGroup("Orders locked", view.seats),)
    else:
        groups = (RowGroup("All seats", view.seats),)
    return tuple(group for group in groups if group.rows)


def who_plays(seat: SeatRow) -> str:
    """The names of the team, or who else decides."""
    names = ", ".join(player.name for player in seat.players if player.name)
    if seat.controller is Controller.PEOPLE and names:
        return names
    return CONTROLLER_WORDS[seat.controller]


def seat_columns(phase: Callable[[], Phase]) -> tuple[Column[SeatRow], ...]:
    """The one column of the tree; ``phase`` gives the present phase."""
    return (
        Column(
            "Seat",
            lambda seat: seat.label.name,
            tip=lambda seat: seat_sentence(seat, phase()),
            spoken=lambda seat: seat_sentence(seat, phase()),
            roles={TWO_LINE_ROLE: lambda seat: seat_value(seat, phase())},
        ),
    )


def seat_value(seat: SeatRow, phase: Phase) -> TwoLineValue:
    """The two lines of a seat: who it is and who plays it, what it does and how far it is."""
    aside, icon, below = _state(seat, phase)
    return TwoLineValue(
        title=seat.label.name,
        actor=actor_value(seat.label),
        subtitle=who_plays(seat),
        subtitle_icon=_ICONS[seat.controller],
        aside=aside,
        aside_icon=icon,
        aside_below=below,
    )


def seat_sentence(seat: SeatRow, phase: Phase) -> str:
    """``Iran, played by people: Leila, Omid, Per, Jo. Planning, 2 of 3 moves.``"""
    names = ", ".join(
        f"{player.name} ({player.role})" if player.role else player.name for player in seat.players
    )
    if seat.controller is Controller.PEOPLE:
        played = f"played by people: {names}" if names else "played by people"
    else:
        played = f"played by: {CONTROLLER_WORDS[seat.controller].lower()}"
    aside, _, below = _state(seat, phase)
    state = ", ".join(filter(None, (aside, below)))
    return f"{seat.label.name}, {played}." + (f" {state}." if state else "")


def _state(seat: SeatRow, phase: Phase) -> tuple[str, IconName | None, str]:
    """Upper and lower words at the far end of a row, and the outline before the upper one."""
    moves = f"{seat.orders} of {seat.may} moves"
    if phase in {Phase.BRIEF, Phase.OUTCOME, Phase.ENDED}:
        return "", None, ""
    if phase is Phase.ADJUDICATE:
        return counted(seat.orders, "move", "moves") if seat.orders else "Holds", None, ""
    if seat.is_sealed:
        return "Sealed", "lock", clock_words(seat.sealed_at)
    if not seals(seat):
        return "", None, ""
    return "Planning", "pen-line", moves
