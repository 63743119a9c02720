"""Which rung a team read in an act that it saw, recorded before it learns the engine's estimate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wargame.model.ids import ActorId


@dataclass(frozen=True, slots=True)
class Perception:
    """A team's own reading of one act.

    Attributes:
        seat: Whose reading it is.
        act: Number of the act's event in the log.
        rung: The rung that it read, 0 to 20.
        line: Id of the own red line that it takes for crossed; empty for none.
    """

    seat: ActorId
    act: int
    rung: float
    line: str


@dataclass(frozen=True, slots=True)
class PerceptionRecorded:
    """A team recorded how it read an act; a later record of the same act takes its place."""

    kind: ClassVar[str] = "perception-recorded"
    perception: Perception
