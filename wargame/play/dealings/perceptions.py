"""How teams read acts: recording it, and beside each other what was meant, read and estimated."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from wargame.engine.line_book import red_lines_of
from wargame.engine.visibility import known_with_origins
from wargame.engine.words import act_words, moment_words
from wargame.errors import RuleError
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.perceptions import Perception, PerceptionRecorded
from wargame.play.changes import Changes
from wargame.play.words.warned_lines import meant_rung

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.play.live_game import LiveGame


@dataclass(frozen=True, slots=True)
class ReadBy:
    """How one seat read an act.

    Attributes:
        seat: Who.
        estimate: The engine's estimate of its reading.
        read: What the team recorded; None where it recorded nothing.
        line: Own red line that it took for crossed; empty for none.
    """

    seat: ActorId
    estimate: float
    read: float | None
    line: str


@dataclass(frozen=True, slots=True)
class ReadAct:
    """An act as it was meant, as it was, and as each seat read it; for control alone.

    Attributes:
        number: The event's number in the log.
        turn: The turn.
        when: In-game time, in words.
        actor: Who acted.
        target: Whom it was aimed at; None for nobody.
        words: What happened, in one line.
        meant: The rung at which its author meant it to be read; None when that was not said.
        rung: The rung at which it took place.
        readers: Every other seat that saw it.
    """

    number: int
    turn: int
    when: str
    actor: ActorId
    target: ActorId | None
    words: str
    meant: float | None
    rung: float
    readers: tuple[ReadBy, ...]


class Perceptions:
    """The readings of one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    def record(self, seat: ActorId, number: int, rung: float, line: str = "") -> None:
        """Records how a seat reads something that it saw.

        Args:
            seat: Who reads.
            number: The number of what it saw, as this seat counts.
            rung: The rung, 0 to 20.
            line: Id of an own red line that it takes for crossed; empty for none.

        Raises:
            RuleError: The seat saw no such act, or the rung or the line does not exist.
        """
        game = self._game
        scenario, world = game.scenario, game.world
        if not isfinite(rung) or not 0 <= rung <= 20:
            raise RuleError("reading.rung", "A rung is between 0 and 20.")
        for origin, event in known_with_origins(scenario, world, seat):
            if event.number == number:
                if not origin or event.how == "own" or event.read_rung is None:
                    break
                lines = {own.line.id for own in red_lines_of(scenario, world, seat)}
                if line and line not in lines:
                    raise RuleError("reading.line", "This seat has no such red line.")
                recorded = PerceptionRecorded(Perception(seat, origin, float(rung), line))
                parts = frozenset({"perceptions"})
                game.commit([recorded], Changes(parts=parts, seats=frozenset({seat})))
                return
        raise RuleError("reading.nothing", "This seat saw nothing there that it could read.")

    def acts(self) -> tuple[ReadAct, ...]:
        """Every act that others saw, oldest first, with how each seat read it."""
        return read_acts(self._game.scenario, self._game.world)


def read_acts(scenario: Scenario, world: World) -> tuple[ReadAct, ...]:
    """Every act that others saw, oldest first, with how each seat read it."""
    own = {(p.seat, p.act): p for p in world.perceptions}
    rows = []
    for number, act in world.happenings():
        if not isinstance(act, ActResolved) or act.goes_on:
            continue
        readers = []
        for sighting in act.sightings:
            if sighting.seat != act.actor:
                mine = own.get((sighting.seat, number))
                read, line = (mine.rung, mine.line) if mine else (None, "")
                readers.append(ReadBy(sighting.seat, sighting.rung, read, line))
        if readers:
            rows.append(
                ReadAct(
                    number=number,
                    turn=act.turn,
                    when=moment_words(scenario, world.settings.start, act.day),
                    actor=act.actor,
                    target=act.order.target,
                    words=act_words(scenario, act),
                    meant=meant_rung(scenario, act.order),
                    rung=act.rung,
                    readers=tuple(readers),
                )
            )
    return tuple(rows)
