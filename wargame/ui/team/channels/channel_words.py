"""Sentences of the channels: whom a tab is for, what a message risks, what a warning says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.ui.team.words import Names, name_of

if TYPE_CHECKING:
    from wargame.model.channel_view import LineView, MessageView, NoticeView

NO_LINE: Final = "You have no line to anyone. Ask a mediator."
NOTHING_SAID: Final = "Nothing has been said here yet."
PUBLIC: Final = "public"
PAPERS: Final = "papers"


def risk_words(line: LineView | None, *, carried: bool) -> str:
    """What a message on a line risks; in public there is nothing to keep.

    >>> risk_words(None, carried=False)
    'In public'
    """
    if line is None:
        return "In public"
    risk = line.carried_risk if carried else line.risk
    return f"Leak risk {100 * risk:.0f} %"


def notice_words(notice: NoticeView, names: Names) -> str:
    """An advance warning in one sentence."""
    by, about = name_of(names, notice.by), name_of(names, notice.about)
    rung = "" if notice.rung is None else f" at about R{notice.rung:.0f}"
    came = {True: " It came.", False: " Nothing came that we know of.", None: ""}[notice.came]
    return f"{by} against {about}{rung}, {notice.hours:.0f} h before. {notice.effect}{came}"


def spoken_message(message: MessageView, names: Names) -> str:
    """A message as a screen reader says it."""
    parts = [name_of(names, message.by), message.when, message.words, message.status]
    if message.notice is not None:
        parts.append(f"Advance warning: {notice_words(message.notice, names)}")
    if message.is_new:
        parts.append("New")
    return ". ".join(filter(None, parts))
