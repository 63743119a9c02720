"""The console's sentences: dates, the meter for the ear, and what a turn came to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from wargame.model.ids import Phase
from wargame.ui.facilitator.rounding import printed_steps

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView, EventRow, Meter
    from wargame.ui.theme.icon_names import IconName

_FULL_INDEX: Final = 100


def clock_words(moment: str, *, seconds: bool = False) -> str:
    """An ISO 8601 moment as the wall clock of this machine shows it; a dash where there is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return "–"
    return f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, thousands set apart.

    >>> counted(1, "seat", "seats"), counted(1200, "seat", "seats")
    ('1 seat', '1,200 seats')
    """
    return f"{number:,} {one if number == 1 else many}"


def printed_change(meter: Meter) -> float:
    """The change of the turn that moved the index last, as the printed numbers have it."""
    return printed_steps(meter.moved_from, [meter.index - meter.moved_from], meter.index)[0]


def meter_sentence(meter: Meter) -> str:
    """``Escalation 71.8 of 100, band 4 of 5, Direct strikes, 3.8 lower in turn 3.``"""
    words = (
        f"Escalation {meter.index:.1f} of {_FULL_INDEX}, band {meter.band.number} of "
        f"{len(meter.bands)}, {meter.band.name}"
    )
    if meter.moved_turn:
        change = printed_change(meter)
        way = "higher" if change > 0 else "lower"
        amount = f"{abs(change):.1f} {way}" if change else "unchanged"
        words += f", {amount} in turn {meter.moved_turn}"
    return words + "."


def phase_sentence(view: ConsoleView) -> str:
    """What a screen reader says when a phase begins."""
    words = {
        Phase.BRIEF: "briefing",
        Phase.PLAN: "planning",
        Phase.ADJUDICATE: "adjudicated",
        Phase.OUTCOME: "outcome published",
        Phase.ENDED: "the game has ended",
    }
    return f"Turn {view.turn}, {words[view.phase]}."


def outcome_title(view: ConsoleView) -> str:
    """What stands over the turn that was adjudicated last; empty where nothing is to be told."""
    if view.phase is Phase.ENDED:
        return f"The game ended in turn {view.turn}"
    if view.phase is Phase.ADJUDICATE:
        return f"Turn {view.turn} is adjudicated. Only control sees it until it is published."
    if view.phase is Phase.OUTCOME:
        return f"The outcome of turn {view.turn} is published"
    return ""


def outcome_words(view: ConsoleView) -> str:
    """What the last adjudicated turn changed, in sentences."""
    parts = [view.outcome.words] if view.outcome is not None else []
    meter = view.meter
    if meter.moved_turn:
        parts.append(_movement(meter))
        events = [event for event in view.events if event.turn == meter.moved_turn]
        parts.extend(_turn_counts(view, events))
    return " ".join(parts)


def _movement(meter: Meter) -> str:
    """``Escalation fell by 3.8 to 71.8 and stays in band 4, Direct strikes.``"""
    change = printed_change(meter)
    if change:
        verb = "rose" if change > 0 else "fell"
        words = f"Escalation {verb} by {abs(change):.1f} to {meter.index:.1f}"
    else:
        words = f"Escalation stayed at {meter.index:.1f}"
    before = [band for band in meter.bands if meter.moved_from >= band.index_from][-1]
    verb = "is now in" if before.number != meter.band.number else "stays in"
    return f"{words} and {verb} band {meter.band.number}, {meter.band.name}."


def _turn_counts(view: ConsoleView, events: list[EventRow]) -> list[str]:
    acts = [event for event in events if event.act]
    lapsed = sum(1 for event in events if not event.act and event.actor is not None)
    count = counted(len(acts), "act", "acts")
    if lapsed:
        verb = "did not happen"
        count += f", {counted(lapsed, 'order', 'orders')} {verb}"
    parts = [f"{count}."]
    hardest = max(acts, key=lambda event: event.rung or 0.0, default=None)
    if hardest is not None and hardest.rung:
        names = {label.id: label.name for label in view.actors}
        name = names.get(hardest.actor, "control") if hardest.actor else "control"
        parts.append(f"The hardest was R{hardest.rung:.0f}: {name}, {hardest.words}.")
    return parts


def attribution_icon(words: str) -> IconName:
    """The outline before who knows of an act: an open eye, a closed one, or a question."""
    known: dict[str, IconName] = {
        "Overt": "eye",
        "Public": "newspaper",
        "Inject": "newspaper",
        "Told": "message-square",
        "Private": "eye-off",
        "Own seat": "eye-off",
        "Control": "eye-off",
    }
    return known.get(words, "circle-help")
