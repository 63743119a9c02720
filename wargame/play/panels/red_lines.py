"""Every actor's red lines as control sees them: where they lie, and when an act crossed them."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.line_book import red_lines_of
from wargame.model.actors import RedLine
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.world import World


@dataclass(frozen=True, slots=True)
class RedLineMark:
    """A red line on control's plot.

    Attributes:
        actor: Whose line it is.
        name: The actor's short name.
        text: The line in words.
        rung: Lowest rung that crosses it, 0 to 20.
        crossed: The turn of the first act that crossed it; None while it holds.
    """

    actor: ActorId
    name: str
    text: str
    rung: float
    crossed: int | None


def red_line_marks(scenario: Scenario, world: World) -> tuple[RedLineMark, ...]:
    """The red lines of every playable actor, those drawn in the game among them, by the rungs at
    which acts really took place."""
    acts = [act for _, act in world.happenings() if isinstance(act, ActResolved)]
    return tuple(
        RedLineMark(
            actor=actor.id,
            name=actor.name,
            text=own.line.text,
            rung=own.line.rung,
            crossed=min(
                (act.turn for act in acts if crosses(act, own.line, actor.id)), default=None
            ),
        )
        for actor in scenario.seats
        for own in red_lines_of(scenario, world, actor.id)
    )


def crosses(act: ActResolved, line: RedLine, owner: ActorId) -> bool:
    """Whether an act lies at or above a red line and is aimed where the line looks."""
    return (
        act.actor != owner
        and act.rung >= line.rung
        and act.order.target in (line.against or (owner,))
        and (not line.by or act.actor in line.by)
        and (line.front is None or act.front == line.front)
    )
