"""The red-line registry as commands and questions: lines, crossings, promises kept and broken."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from wargame.engine.line_book import ANSWER_TURNS, answer_rung, red_lines_of
from wargame.engine.turn_review import crossings_in
from wargame.errors import RuleError
from wargame.model.actors import RedLine
from wargame.model.ids import ActorId, FrontId, Phase
from wargame.model.red_lines import Crossing, LineDrawn, LineDropped, OwnLine
from wargame.play.changes import Changes

if TYPE_CHECKING:
    from wargame.model.red_lines import LineEvent
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.play.live_game import LiveGame

LONGEST_LINE = 120
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """A crossing as control sees it.

    Attributes:
        crossing: The crossing and its promise.
        text: The line in words.
        promise: The promised answer in words.
        recorded: Whether it is in the log; False while the outcome waits to be published.
    """

    crossing: Crossing
    text: str
    promise: str
    recorded: bool

    @property
    def words(self) -> str:
        """How the promise stands."""
        kept = self.crossing.kept
        if kept is None:
            return f"Answer due by turn {self.crossing.due}"
        return "Promise kept" if kept else "Promise broken"


class RedLines:
    """The registry of one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    def of(self, seat: ActorId) -> tuple[OwnLine, ...]:
        """Every line of a seat now, the scenario's first."""
        return red_lines_of(self._game.scenario, self._game.world, seat)

    def draw(
        self,
        seat: ActorId,
        text: str,
        rung: float,
        promise: str,
        *,
        front: FrontId | None = None,
        answer: float | None = None,
        within: int = ANSWER_TURNS,
        line: str = "",
    ) -> None:
        """Draws a line, or changes one.

        Args:
            seat: Whose line it is.
            text: The line in words.
            rung: Lowest rung that crosses it, 0 to 20.
            promise: The promised answer in words; may be empty.
            front: Only acts on this front; None for any.
            answer: Lowest rung that counts as the answer; None for three below the line.
            within: Turns in which the answer must come.
            line: Id of the line that is changed; empty for a new one.

        Raises:
            RuleError: The line says nothing, or a number makes no sense.
        """
        lines = self.of(seat)
        said = text.strip()
        if not said or len(said) > LONGEST_LINE or len(promise) > LONGEST_LINE:
            raise RuleError(
                "line.text", f"A line and its promise have up to {LONGEST_LINE} letters."
            )
        if not isfinite(rung) or not 0 < rung <= 20:
            raise RuleError("line.rung", "The rung of a line is above 0 and at most 20.")
        if front is not None and front not in self._game.scenario.layout.fronts:
            raise RuleError("line.front", "There is no such front.")
        if not 0 <= within <= self._game.scenario.turns:
            raise RuleError("line.within", "An answer comes within the turns of the game.")
        if not line and len(lines) >= MOST_LINES:
            raise RuleError("line.many", f"A seat has at most {MOST_LINES} lines.")
        old = next((own.line for own in lines if own.line.id == line), None)
        if line and old is None:
            raise RuleError("line.unknown", "This seat has no such line.")
        drawn = RedLine(
            id=line or self._free_id(seat),
            text=said,
            rung=float(rung),
            by=old.by if old else (),
            front=front,
            against=old.against if old else (),
            promise=promise.strip(),
            public=old.public if old else False,
        )
        least = answer_rung(drawn) if answer is None else float(answer)
        self._commit(seat, LineDrawn(OwnLine(seat, drawn, least, within)))

    def drop(self, seat: ActorId, line: str) -> None:
        """Gives a line up.

        Raises:
            RuleError: The seat has no such line.
        """
        if line not in {own.line.id for own in self.of(seat)}:
            raise RuleError("line.unknown", "This seat has no such line.")
        self._commit(seat, LineDropped(seat, line))

    def crossings(self) -> tuple[CrossingRow, ...]:
        """Every crossing, oldest first; those of an outcome that waits to be published as well."""
        return crossings_of(self._game.scenario, self._game.world)

    def _free_id(self, seat: ActorId) -> str:
        used = {own.line.id for own in self._game.world.red_lines.own if own.seat == seat}
        used |= {line.id for line in self._game.scenario.actor[seat].red_lines}
        number = 1
        while f"own-{number}" in used:
            number += 1
        return f"own-{number}"

    def _commit(self, seat: ActorId, event: LineEvent) -> None:
        changes = Changes(parts=frozenset({"lines"}), seats=frozenset({seat}))
        self._game.commit([event], changes)


def crossings_of(scenario: Scenario, world: World) -> tuple[CrossingRow, ...]:
    """Every crossing of a world, oldest first; those of an unpublished outcome as well."""
    waiting = world.phase is Phase.ADJUDICATE
    fresh = crossings_in(scenario, world) if waiting else ()
    return (
        *(_row(scenario, world, crossing, recorded=True) for crossing in world.red_lines.crossings),
        *(_row(scenario, world, crossing, recorded=False) for crossing in fresh),
    )


def _row(scenario: Scenario, world: World, crossing: Crossing, *, recorded: bool) -> CrossingRow:
    known = {
        line.id: line
        for line in (
            *scenario.actor[crossing.seat].red_lines,
            *(own.line for own in world.red_lines.own if own.seat == crossing.seat),
        )
    }
    line = known[crossing.line]
    return CrossingRow(crossing, line.text, line.promise, recorded)
