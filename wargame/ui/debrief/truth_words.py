"""What is the truth on the debrief's screen, and not what a seat saw, in its words.

Events, map, channels and orders show what a seat knew; the plot and the pages that explain need the
whole game, and would else be taken for what the seat saw.
"""

from __future__ import annotations

from typing import Final

from wargame.ui.debrief.page_area import ACTORS, DEEDS, MEANT, WHY

_PAGES: Final = {
    MEANT: "{name} knew its own meanings and readings, not those of others",
    WHY: "{name} saw only the published index, and not all that moved it",
    DEEDS: "{name} may not have known of every deed here",
    ACTORS: "{name} knew its own state, and of others what it was told",
}


def page_truths(name: str) -> dict[str, str]:
    """What pages hold beyond what a seat of this name knew, by their keys; not those that do not.

    >>> page_truths("Iran")["deeds"]
    'The truth: Iran may not have known of every deed here.'
    """
    return {key: f"The truth: {words.format(name=name)}." for key, words in _PAGES.items()}


def plot_truth(name: str, published: tuple[int, float]) -> str:
    """What the plot holds beyond what a seat knew.

    Args:
        name: The seat's name.
        published: The last turn whose outcome was published, 0 for none, and the index then.

    >>> plot_truth("Iran", (2, 71.84))
    'The truth, as is the strip below. Iran knew the published index: 71.8 after turn 2.'
    """
    turn, index = published
    when = f"after turn {turn}" if turn else "before turn 1"
    return f"The truth, as is the strip below. {name} knew the published index: {index:.1f} {when}."
