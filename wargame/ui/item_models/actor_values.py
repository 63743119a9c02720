"""Turns the model's actor labels into what badges and delegates draw: a camp is a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.ui.theme.item_roles import ActorValue, MarkName

if TYPE_CHECKING:
    from wargame.model.seat_view import ActorLabel

_MARKS: Final[dict[str, MarkName]] = {
    "israel-and-partners": "square",
    "iran-and-allies": "circle",
    "mediators-and-neighbours": "diamond",
    "background": "diamond",
}


def mark_of(camp: str) -> MarkName:
    """The shape of a camp; a dashed ring for one that is not known.

    >>> mark_of("iran-and-allies")
    'circle'
    """
    return _MARKS.get(camp, "unknown")


def actor_value(label: ActorLabel) -> ActorValue:
    """Mark, code and name of an actor."""
    return ActorValue(mark_of(label.camp), str(label.id), label.name)
