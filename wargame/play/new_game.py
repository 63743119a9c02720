"""A new session: a free name for its file, and the first events of its log."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

from wargame import paths
from wargame.engine.apply import apply
from wargame.engine.rules_version import RULES_VERSION
from wargame.errors import RuleError, SaveError
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import Phase
from wargame.model.seats import Settings
from wargame.play.keeping import now
from wargame.play.live_game import LiveGame, open_game
from wargame.play.settings import settings_refusal
from wargame.play.summary import progress_of
from wargame.scenarios.archive import pack
from wargame.scenarios.loading import LoadedScenario
from wargame.storage.opening import create_save


def new_game(loaded: LoadedScenario, settings: Settings, path: Path | None = None) -> LiveGame:
    """A new session, saved and in the briefing phase of turn 1.

    Args:
        loaded: The scenario with its text; the text goes into the save, word for word.
        settings: What the set-up decided.
        path: The save file; None for a free name among the person's saves.

    Raises:
        RuleError: The settings make no sense.
        SaveError: The save cannot be written, or there is one already.
    """
    scenario = loaded.scenario
    refusal = settings_refusal(scenario, settings)
    if refusal:
        raise RuleError("settings.wrong", refusal)
    target = path or _free_name(settings.title)
    _make_folder(target.parent)
    text = pack(loaded.text)
    digest = hashlib.sha256(text).hexdigest()
    started = SessionStarted(scenario.id, digest, RULES_VERSION, settings)
    save = create_save(target, text, digest, scenario.id, settings.title, RULES_VERSION, now())
    with save:
        first = (started, PhaseBegan(1, Phase.BRIEF))
        world = apply(scenario, None, started, 1)
        save.append(first, now(), progress_of(scenario, apply(scenario, world, first[1], 2)))
    return open_game(target)


def _free_name(title: str) -> Path:
    """A save path that nothing uses yet, named after the session."""
    stem = re.sub(r"[^\w\- ]+", "", title).strip() or "Session"
    folder = paths.saves()
    today = datetime.now(UTC).astimezone().date().isoformat()
    for number in range(1, 10_000):
        tail = f" {number}" if number > 1 else ""
        path = folder / f"{stem} {today}{tail}.wargame"
        if not path.exists():
            return path
    raise SaveError(f"There are too many saves named {stem} in {folder}.", folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise SaveError(f"The folder {folder} cannot be made: {reason}.", folder) from error
