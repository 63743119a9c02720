"""What the desks of a debrief share: the save, its replay, and the screen that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.play.debrief.course import Debrief
    from wargame.play.debrief.replay import Replay
    from wargame.ui.debrief.debrief_screen import DebriefScreen


@dataclass(frozen=True, slots=True)
class OpenDebrief:
    """A debrief that is open.

    Attributes:
        path: The save.
        replay: The game, moment by moment.
        debrief: Answers about it.
        course: The whole game as the screen goes through it.
        screen: The screen; its signals are what the person wishes.
        branch: Name of the branch that is looked at; empty for the game as it was played.
    """

    path: Path
    replay: Replay
    debrief: Debrief
    course: Course
    screen: DebriefScreen
    branch: str = ""
