"""What becomes of a session's list of injects, event by event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from wargame.model.injects import (
    Inject,
    InjectBook,
    InjectClockKept,
    InjectEvent,
    InjectFired,
    InjectLine,
    InjectsMarked,
    InjectsSwitched,
    InjectsWritten,
)


def book_after(own: Iterable[Inject], book: InjectBook, event: InjectEvent) -> InjectBook:
    """The book after an event.

    Args:
        own: The scenario's injects.
        book: The book before.
        event: What happened.
    """
    match event:
        case InjectsWritten(injects):
            return _changed(book, injects, lambda line, inject: replace(line, inject=inject))
        case InjectsMarked(turn, ids, state):
            wanted = set(ids)
            marked = [inject for inject in _known(own, book) if inject.id in wanted]
            since = turn if state == "skipped" else 0
            return _changed(book, marked, lambda line, _: replace(line, state=state, turn=since))
        case InjectFired(inject, delivery):
            fired = _changed(
                book,
                (inject,),
                lambda _, sent: InjectLine(sent, "fired", delivery.turn),
            )
            return replace(fired, deliveries=(*book.deliveries, delivery))
        case InjectsSwitched(by_themselves, on_hold):
            return replace(book, by_themselves=by_themselves, on_hold=on_hold)
        case InjectClockKept(exercise, turn, planning):
            return replace(
                book,
                exercise_minutes=exercise,
                turn_minutes=turn,
                planning_minutes=planning,
            )


def _known(own: Iterable[Inject], book: InjectBook) -> Iterable[Inject]:
    """Every inject as it is written now; those of the book first."""
    changed = {line.inject.id for line in book.lines}
    yield from (line.inject for line in book.lines)
    yield from (inject for inject in own if inject.id not in changed)


def _changed(
    book: InjectBook,
    injects: Iterable[Inject],
    change: Callable[[InjectLine, Inject], InjectLine],
) -> InjectBook:
    """The book with the lines of some injects changed; new ones go to its end."""
    lines = {line.inject.id: line for line in book.lines}
    for inject in injects:
        lines[inject.id] = change(lines.get(inject.id, InjectLine(inject)), inject)
    return replace(book, lines=tuple(lines.values()))
