"""A new session: settings that make sense, PINs, and the first events of the log."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from wargame import paths
from wargame.engine.apply import apply
from wargame.engine.rules_version import RULES_VERSION
from wargame.errors import RuleError, SaveError
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.play.computer_seats import AVAILABLE
from wargame.play.keeping import now
from wargame.play.live_game import LiveGame, open_game
from wargame.play.summary import progress_of
from wargame.scenarios.archive import pack
from wargame.scenarios.loading import LoadedScenario
from wargame.storage.opening import create_save

LARGEST_SEED = 2**53 - 1
LONGEST_TITLE = 80
LONGEST_PLAN_MINUTES = 480
_PIN_ROUNDS = 200_000


def default_settings(scenario: Scenario, title: str = "") -> Settings:
    """Settings with which a session can begin: every seat with the facilitator."""
    seats = tuple(Seat(actor.id, Controller.FACILITATOR) for actor in scenario.seats)
    return Settings(
        title=title or scenario.title,
        seed=scenario.seed,
        start=scenario.starts[0].id,
        plan_minutes=scenario.plan_minutes,
        seats=seats,
    )


def settings_refusal(scenario: Scenario, settings: Settings) -> str:
    """Why a session cannot begin with these settings, in one sentence; empty when it can."""
    if not settings.title.strip():
        return "Give the session a name."
    if len(settings.title) > LONGEST_TITLE:
        return f"The name of a session may have {LONGEST_TITLE} characters."
    if not 0 <= settings.seed <= LARGEST_SEED:
        return f"A seed is a whole number from 0 to {LARGEST_SEED:,}."
    if settings.start not in scenario.start:
        known = ", ".join(scenario.start)
        return f"There is no start point {settings.start}; there are: {known}."
    if not 0 <= settings.plan_minutes <= LONGEST_PLAN_MINUTES:
        return f"Planning takes 0 to {LONGEST_PLAN_MINUTES} minutes; 0 means no clock."
    if tuple(seat.actor for seat in settings.seats) != tuple(a.id for a in scenario.seats):
        return "Every seat of the scenario must be filled once, in the scenario's order."
    for seat in settings.seats:
        refusal = seat_refusal(scenario, seat)
        if refusal:
            return refusal
    return ""


def seat_refusal(scenario: Scenario, seat: Seat) -> str:
    """Why a seat cannot be filled like this, in one sentence; empty when it can."""
    name = scenario.actor[seat.actor].full_name
    if seat.controller not in AVAILABLE:
        return f"{name}: this version has no {seat.controller} opponent."
    if any(not player.name.strip() for player in seat.players):
        return f"{name}: a player has no name."
    names = [player.name.strip().casefold() for player in seat.players]
    if len(set(names)) < len(names):
        return f"{name}: two players have the same name."
    return ""


def new_seed() -> int:
    """A seed that nobody chose, short enough to be read out across a room."""
    return secrets.randbelow(1_000_000)


def hash_pin(pin: str) -> str:
    """A PIN as it is kept: salted and hashed; empty for no PIN."""
    if not pin:
        return ""
    salt = secrets.token_hex(8)
    return f"{salt}:{_pin_digest(pin, salt)}"


def pin_matches(pin: str, stored: str) -> bool:
    """Whether a PIN is the one that is kept; every PIN matches a seat without one."""
    if not stored:
        return True
    salt, _, digest = stored.partition(":")
    return hmac.compare_digest(_pin_digest(pin, salt), digest)


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


def _pin_digest(pin: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), bytes.fromhex(salt), _PIN_ROUNDS).hex()
