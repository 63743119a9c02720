"""A saved game as it was at the end of a turn, read-only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from wargame.engine.apply import fold_line
from wargame.engine.public_facts import public_view
from wargame.engine.standing_log import standing
from wargame.engine.start import start_values
from wargame.engine.visibility import view_for
from wargame.errors import RuleError
from wargame.model.console_view import ConsoleView
from wargame.model.events import PhaseBegan, Record
from wargame.model.ids import ActorId
from wargame.model.inject_view import InjectsView, QuestionsView
from wargame.model.public_view import PublicView
from wargame.model.scenario import Scenario
from wargame.model.seat_view import SeatView
from wargame.model.world import World
from wargame.play.control.injects import Injects
from wargame.play.control.observing import Marked, marks_in
from wargame.play.control.questions import Questions
from wargame.play.dealings.control_dealings import ControlDealings, DealingsView
from wargame.play.library import scenario_of_save
from wargame.play.panels.console import console_view
from wargame.storage.opening import open_save

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame


@dataclass(frozen=True)
class PastGame:
    """A game at one moment; nothing in it can change."""

    scenario: Scenario
    world: World
    records: tuple[Record, ...]
    marks: tuple[Marked, ...] = ()

    def console(self) -> ConsoleView:
        """Everything that the facilitator's console showed."""
        first = start_values(self.scenario, self.scenario.start[self.world.settings.start])
        return console_view(self.scenario, self.world, self.records, {}, {}, first)

    def view(self, seat: ActorId) -> SeatView:
        """What a seat knew."""
        return view_for(self.scenario, self.world, seat)

    def dealings(self) -> DealingsView:
        """Every message, proposal, reading and crossed line, for control alone."""
        # It is asked for what it shows only, which needs nothing but scenario and world.
        return ControlDealings(cast("LiveGame", self)).view()

    def injects(self) -> InjectsView:
        """The list of injects and what had become of each, for control alone."""
        return Injects(cast("LiveGame", self)).view()

    def questions(self) -> QuestionsView:
        """The teams' questions and their answers, for control alone."""
        return Questions(cast("LiveGame", self)).view()

    def public(self) -> PublicView:
        """What everybody in the room could see."""
        return public_view(self.scenario, self.world)

    def state_hash(self) -> str:
        """Hash of the state."""
        return self.world.state_hash()

    def values(self) -> dict[str, float]:
        """Every number of the world by name, such as ``debt.IRN.ISR``."""
        layout = self.scenario.layout
        return {
            ".".join(filter(None, (a.variable, a.first, a.second))): layout.read(
                self.world.values, a.variable, a.first, a.second
            )
            for a in layout.addresses
        }


def open_past(path: Path, turn: int | None = None) -> PastGame:
    """A saved game at the end of a turn, or as it is now.

    Raises:
        SaveError: The file cannot be read.
        RuleError: The game has not reached the turn.
    """
    with open_save(path, read_only=True) as save:
        scenario = scenario_of_save(save)
        whole = save.record_list()
    line = standing(whole)
    # What observers saw was seen, whether or not the game went back afterwards.
    marks = [m for m in marks_in(whole) if turn is None or m.observation.turn <= turn]
    kept = line if turn is None else _until(line, turn)
    return PastGame(scenario, fold_line(scenario, kept), tuple(kept), tuple(marks))


def _until(records: Sequence[Record], turn: int) -> Sequence[Record]:
    """The records up to the end of a turn."""
    begun = [record.event.turn for record in records if isinstance(record.event, PhaseBegan)]
    if turn < 1 or turn > max(begun, default=0):
        raise RuleError("turn.unknown", f"The game has turns 1 to {max(begun, default=0)}.")
    for at, record in enumerate(records):
        if isinstance(record.event, PhaseBegan) and record.event.turn > turn:
            return records[:at]
    return records
