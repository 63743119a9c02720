"""Settings of a session that make sense, and PINs of its seats."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from wargame.model.ids import Controller
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.play.computer_seats import available

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
    if not _can_be_kept(settings.title):
        return "The name of the session holds half a character; type it again."
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
    return _practice_refusal(settings)


def _practice_refusal(settings: Settings) -> str:
    """Why nobody could practise with these settings; empty for any other session."""
    practice = settings.practice
    if practice is None:
        return ""
    people = [seat.actor for seat in settings.seats if seat.controller is Controller.PEOPLE]
    if people != [practice.seat] or any(
        seat.controller is Controller.FACILITATOR for seat in settings.seats
    ):
        return "A practice has one person at one seat, and computers at all others."
    return ""


def seat_refusal(scenario: Scenario, seat: Seat) -> str:
    """Why a seat cannot be filled like this, in one sentence; empty when it can."""
    name = scenario.actor[seat.actor].full_name
    if seat.controller not in available(scenario):
        return f"{name}: this version has no {seat.controller} opponent."
    if not all(_can_be_kept(f"{player.name} {player.role}") for player in seat.players):
        return f"{name}: a player's name holds half a character; type it again."
    if any(not player.name.strip() for player in seat.players):
        return f"{name}: a player has no name."
    names = [player.name.strip().casefold() for player in seat.players]
    if len(set(names)) < len(names):
        return f"{name}: two players have the same name."
    return ""


def new_seed() -> int:
    """A seed that nobody chose, short enough to be read out across a room."""
    return secrets.randbelow(1_000_000)


def _can_be_kept(text: str) -> bool:
    """Whether a text can be written to a file; half of a surrogate pair cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


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


def _pin_digest(pin: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), bytes.fromhex(salt), _PIN_ROUNDS).hex()
