"""What there is to play: scenarios, and sessions that were begun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from wargame import paths
from wargame.engine.start import start_values
from wargame.errors import OutsideError, WargameError
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.play.known_parameters import parameters_by_key
from wargame.play.summary import status_words
from wargame.scenarios import cards
from wargame.scenarios.archive import unpack
from wargame.scenarios.cards import bundled_scenarios, own_scenarios
from wargame.scenarios.loading import LoadedScenario, load_scenario, scenario_of
from wargame.storage.save_file import SaveFile
from wargame.storage.summary import SaveSummary, summary_of

SAVE_SUFFIX = ".wargame"


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario in the list of scenarios.

    Attributes:
        id: Id of the scenario.
        title: What players read.
        line: One line about it.
        seats: Playable actors (count).
        turns: Turns of a full game.
        minutes: Planned length in minutes.
        sources: Sources it cites (count).
        starts: Start points: id and title.
        note: Note for participants (Markdown).
        path: Its folder or zip.
        bundled: Whether it came with the program.
        error: Why it cannot be read, in one sentence; empty when it looks sound.
        band: Number of the band in which it starts; None while that is not known.
        band_count: How many bands it has.
        band_name: Name of that band.
    """

    id: str
    title: str
    line: str
    seats: int
    turns: int
    minutes: int
    sources: int
    starts: tuple[tuple[str, str], ...]
    note: str
    path: Path
    bundled: bool
    error: str
    band: int | None = None
    band_count: int = 0
    band_name: str = ""


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session in the list of recent sessions.

    Attributes:
        path: The save file.
        title: Name of the session; the file's name where it cannot be read.
        scenario: Id of its scenario.
        how: How it is played, in words.
        turn: The turn.
        turns: Turns of a full game.
        path_index: The index at the start and after each turn.
        peak: Highest index so far.
        phase: Phase of the turn; None where it is not known.
        status: Where it stands, in words.
        last_written: When it was last written, ISO 8601 in UTC.
        error: Why it cannot be read, in one sentence; empty when it can.
    """

    path: Path
    title: str
    scenario: str
    how: str
    turn: int
    turns: int
    path_index: tuple[float, ...]
    peak: float
    phase: Phase | None
    status: str
    last_written: str
    error: str


def scenario_cards() -> tuple[ScenarioCard, ...]:
    """The bundled and own scenarios, without what only a full reading tells."""
    return tuple(_scenario_card(card) for card in (*bundled_scenarios(), *own_scenarios()))


def with_start_band(card: ScenarioCard) -> ScenarioCard:
    """The card with the band in which its scenario starts; with the error when it has faults.

    Reads the whole scenario, which takes up to a second or two the first time.
    """
    if card.error:
        return card
    try:
        scenario = open_scenario(card.path).scenario
    except WargameError as error:
        return replace(card, error=str(error))
    start = scenario.starts[0]
    index = scenario.layout.read(start_values(scenario, start), "index")
    band = scenario.band_of(index)
    return replace(card, band=band.number, band_count=len(scenario.bands), band_name=band.name)


def session_cards(folder: Path | None = None) -> tuple[SessionCard, ...]:
    """The sessions of a folder, last written first; unreadable files stay in the list."""
    place = folder or paths.saves()
    try:
        files = sorted(place.rglob(f"*{SAVE_SUFFIX}"))
    except OSError:
        return ()
    cards = [_session_card(summary_of(path)) for path in files if path.is_file()]
    return tuple(sorted(cards, key=lambda card: card.last_written, reverse=True))


def find_scenario(name: str) -> LoadedScenario:
    """A scenario by the id of a bundled or own one, or by its path.

    Raises:
        OutsideError: There is no such scenario.
        ScenarioError: It has faults.
    """
    for folder in (paths.assets() / "scenarios", paths.own_scenarios()):
        for candidate in (folder / name, folder / f"{name}.zip"):
            if candidate.exists() and candidate.parent == folder:
                return open_scenario(candidate)
    path = Path(name)
    if path.exists():
        return open_scenario(path)
    raise OutsideError(f"There is no scenario {name}; wargame scenarios lists those there are.")


def open_scenario(path: Path) -> LoadedScenario:
    """A scenario from a folder or a zip, checked against the law's parameters.

    Raises:
        ScenarioError: It has faults; all of them are in the error.
    """
    return load_scenario(path, parameters_by_key())


def scenario_of_save(save: SaveFile) -> Scenario:
    """The scenario that a save was begun with, word for word.

    Parameters that a later version does not know are left aside, so that old saves open.

    Raises:
        ScenarioError: This version cannot read it.
    """
    return scenario_of(unpack(save.scenario_text, f"{save.header.scenario_id}.zip"))


def _scenario_card(card: cards.ScenarioCard) -> ScenarioCard:
    return ScenarioCard(
        id=card.id,
        title=card.title,
        line=card.line,
        seats=card.seats,
        turns=card.turns,
        minutes=card.minutes,
        sources=card.sources,
        starts=tuple((start.id, start.title) for start in card.starts),
        note=card.note,
        path=card.path,
        bundled=card.bundled,
        error=card.error,
    )


def _session_card(summary: SaveSummary) -> SessionCard:
    progress = summary.progress
    return SessionCard(
        path=summary.path,
        title=summary.title,
        scenario=summary.scenario,
        how=progress.played,
        turn=progress.turn,
        turns=progress.turns,
        path_index=progress.index_path,
        peak=max(progress.index_path, default=0.0),
        phase=progress.phase,
        status=status_words(progress.phase) if progress.phase else "",
        last_written=summary.written or summary.created,
        error=summary.error,
    )
