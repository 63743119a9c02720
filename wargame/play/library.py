"""What there is to play: scenarios, and sessions that were begun."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wargame import paths
from wargame.errors import OutsideError, SaveError, WargameError
from wargame.model.ids import Phase
from wargame.play.scenario_cards import (
    ScenarioCard,
    fingerprint_of,
    keep_cards,
    recalled_cards,
)

# The start page asks for lists before it can show itself, so that everything that opens scenarios
# or saves is imported where it is used.
if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.scenarios import cards
    from wargame.scenarios.loading import LoadedScenario
    from wargame.storage.save_file import SaveFile
    from wargame.storage.summary import SaveSummary

SAVE_SUFFIX = ".wargame"


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
        can_recover: Whether a last good copy may be made of it: it cannot be read, but its header
            can.
        practice: Name of the actor that a student plays alone; empty for any other session.
        is_example: Whether it ships with the program; see ``own_copy``.
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
    can_recover: bool = False
    is_example: bool = False
    practice: str = ""


def scenario_cards() -> tuple[ScenarioCard, ...]:
    """The bundled and own scenarios.

    The band in which one starts is only there when it was found before: see
    ``scenario_cards_with_bands``.
    """
    fingerprint = fingerprint_of(_scenario_folders())
    kept = recalled_cards(fingerprint)
    if kept is not None:
        return kept
    from wargame.scenarios.cards import bundled_scenarios, own_scenarios

    made = tuple(_scenario_card(card) for card in (*bundled_scenarios(), *own_scenarios()))
    keep_cards(fingerprint, made)
    return made


def scenario_cards_with_bands(go_on: Callable[[], None]) -> tuple[ScenarioCard, ...]:
    """The same with the bands in which they start, and with the errors that a full reading finds.

    Args:
        go_on: Called between two scenarios; what it raises ends the work. Reading one scenario
            whole takes up to a second or two the first time.
    """
    fingerprint = fingerprint_of(_scenario_folders())
    found = []
    for card in scenario_cards():
        go_on()
        found.append(with_start_band(card))
    keep_cards(fingerprint, found)
    return tuple(found)


def with_start_band(card: ScenarioCard) -> ScenarioCard:
    """The card with the band in which its scenario starts; with the error when it has faults."""
    if card.error or card.band is not None:
        return card
    from wargame.engine.start import start_values

    try:
        scenario = open_scenario(card.path).scenario
    except WargameError as error:
        return replace(card, error=str(error))
    start = scenario.starts[0]
    index = scenario.layout.read(start_values(scenario, start), "index")
    band = scenario.band_of(index)
    return replace(card, band=band.number, band_count=len(scenario.bands), band_name=band.name)


def _scenario_folders() -> tuple[Path, Path]:
    return paths.assets() / "scenarios", paths.own_scenarios()


def session_cards(folder: Path | None = None) -> tuple[SessionCard, ...]:
    """The sessions of a folder, last written first; unreadable files stay in the list.

    Without a folder they are the person's own, and after them the examples that ship and that the
    person has no copy of.
    """
    place = folder or paths.saves()
    shipped = paths.examples()
    own = [path for path in _saves_in(place) if folder or shipped not in path.parents]
    copied = {path.name for path in own}
    examples = [] if folder else [path for path in _saves_in(shipped) if path.name not in copied]
    if not own and not examples:
        return ()
    from wargame.storage.summary import summary_of

    def latest_first(files: list[Path]) -> list[SessionCard]:
        found = [_session_card(summary_of(path)) for path in files]
        return sorted(found, key=lambda card: card.last_written, reverse=True)

    shown = (
        replace(card, is_example=True, status=f"Example, {card.status.lower()}".strip(", "))
        for card in latest_first(examples)
    )
    return (*latest_first(own), *shown)


def own_copy(path: Path) -> Path:
    """A save as this person may write in it: of an example a copy among the person's games.

    Raises:
        SaveError: The copy cannot be written.
    """
    if path.parent != paths.examples():
        return path
    target = paths.saves() / path.name
    if target.exists():
        return target
    begun = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, begun)
        begun.replace(target)
    except OSError as error:
        with suppress(OSError):
            begun.unlink(missing_ok=True)
        reason = error.strerror or "unknown reason"
        raise SaveError(f"The example cannot be copied to {target}: {reason}.", target) from error
    return target


def _saves_in(place: Path) -> list[Path]:
    try:
        return [path for path in sorted(place.rglob(f"*{SAVE_SUFFIX}")) if path.is_file()]
    except OSError:
        return []


def find_scenario(name: str) -> LoadedScenario:
    """A scenario by the id of a bundled or own one, or by its path.

    Raises:
        OutsideError: There is no such scenario.
        ScenarioError: It has faults.
    """
    for folder in _scenario_folders():
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
    from wargame.play.panels.known_parameters import parameters_by_key
    from wargame.scenarios.loading import load_scenario

    return load_scenario(path, parameters_by_key())


def recover(path: Path) -> Path:
    """The last good copy of a damaged save, made beside it; the save is left as it is.

    Raises:
        SaveError: Too little of it is whole, or the copy cannot be written.
    """
    from wargame.storage.recovery import free_recovery_path, recover_copy

    target = free_recovery_path(path)
    recover_copy(path, target)
    return target


def may_recover(error: SaveError) -> bool:
    """Whether a last good copy can be made of the save that was refused with this error."""
    from wargame.storage.refusals import DamagedSaveError

    return isinstance(error, DamagedSaveError) and error.first_bad > 1


def scenario_of_save(save: SaveFile) -> Scenario:
    """The scenario that a save was begun with, word for word.

    Parameters that a later version does not know are left aside, so that old saves open.

    Raises:
        ScenarioError: This version cannot read it.
    """
    from wargame.scenarios.archive import unpack
    from wargame.scenarios.loading import scenario_of

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
    from wargame.play.summary import played_words, status_words

    progress = summary.progress
    return SessionCard(
        path=summary.path,
        title=summary.title,
        scenario=summary.scenario,
        how=played_words(progress.played),
        turn=progress.turn,
        turns=progress.turns,
        path_index=progress.index_path,
        peak=max(progress.index_path, default=0.0),
        phase=progress.phase,
        status=status_words(progress.phase) if progress.phase else "",
        last_written=summary.written or summary.created,
        error=summary.error,
        can_recover=bool(summary.error and summary.scenario),
        practice=progress.practice,
    )
