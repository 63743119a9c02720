"""The set-up as it is being filled in, without a window: fields, faults beside them, presets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from wargame.model.ids import ActorId, Controller
from wargame.model.scenario import Scenario
from wargame.model.seats import Player, Seat, Settings

LARGEST_SEED = 2**53 - 1
PIN_LENGTH = 4

PresetKey = Literal["teams", "facilitator", "solo"]


@dataclass(frozen=True, slots=True)
class SeatForm:
    """A seat as it is being filled in.

    Attributes:
        actor: The actor that it plays.
        controller: Who decides for it.
        players: Its team; kept while the seat is with someone else, so that a slip loses nothing.
        pin: Digits as typed; empty for no PIN.
    """

    actor: ActorId
    controller: Controller
    players: tuple[Player, ...] = ()
    pin: str = ""

    @property
    def named_players(self) -> tuple[Player, ...]:
        """Players without the rows that were left empty."""
        return tuple(p for p in self.players if p.name.strip() or p.role.strip())


@dataclass(frozen=True, slots=True)
class SetupForm:
    """The whole set-up as it is being filled in.

    Attributes:
        title: Name of the session.
        seed: The seed as typed.
        start: Id of the start point.
        plan_minutes: Length of the planning phase; 0 for no clock.
        seats: In the scenario's order.
        automatic: Whether the law adjudicates.
        forecast: Whether forecasts are made.
        computers: Whether computer seats decide for themselves.
    """

    title: str
    seed: str
    start: str
    plan_minutes: int
    seats: tuple[SeatForm, ...]
    automatic: bool = True
    forecast: bool = True
    computers: bool = True

    def with_seat(self, seat: SeatForm) -> SetupForm:
        """The same with one seat filled differently."""
        seats = tuple(seat if old.actor == seat.actor else old for old in self.seats)
        return replace(self, seats=seats)

    def seat(self, actor: ActorId) -> SeatForm:
        """The seat of an actor.

        Raises:
            KeyError: There is no such seat.
        """
        for seat in self.seats:
            if seat.actor == actor:
                return seat
        raise KeyError(actor)

    def count(self, controller: Controller) -> int:
        """How many seats someone decides for."""
        return sum(seat.controller is controller for seat in self.seats)


def form_of(settings: Settings) -> SetupForm:
    """A form filled with settings; PINs are hashed in settings and so begin empty."""
    seats = tuple(SeatForm(s.actor, s.controller, s.players) for s in settings.seats)
    return SetupForm(
        settings.title,
        str(settings.seed),
        settings.start,
        settings.plan_minutes,
        seats,
        settings.automatic,
        settings.forecast,
        settings.computers,
    )


def settings_of(form: SetupForm, seal_pin: Callable[[str], str]) -> Settings:
    """The settings that a form without faults stands for.

    Args:
        form: The form.
        seal_pin: Turns digits into what is kept of a PIN; slow on purpose.

    Raises:
        ValueError: The seed is no whole number.
    """
    seats = tuple(
        Seat(
            seat.actor,
            seat.controller,
            _trimmed(seat.named_players) if seat.controller is Controller.PEOPLE else (),
            seal_pin(seat.pin) if seat.controller is Controller.PEOPLE and seat.pin else "",
        )
        for seat in form.seats
    )
    return Settings(
        form.title.strip(),
        int(form.seed),
        form.start,
        form.plan_minutes,
        seats,
        form.automatic,
        form.forecast,
        form.computers,
    )


def _trimmed(players: tuple[Player, ...]) -> tuple[Player, ...]:
    return tuple(Player(player.name.strip(), player.role.strip()) for player in players)


def title_fault(title: str) -> str:
    """What is wrong with the session's name; empty when nothing is."""
    return "" if title.strip() else "Give the session a name."


def seed_fault(text: str) -> str:
    """What is wrong with a seed as typed; empty when nothing is.

    >>> seed_fault("48151"), seed_fault("4e3")
    ('', 'A seed is a whole number from 0 to 9,007,199,254,740,991.')
    """
    is_number = text.isascii() and text.isdigit() and len(text) <= 16
    if is_number and int(text) <= LARGEST_SEED:
        return ""
    return f"A seed is a whole number from 0 to {LARGEST_SEED:,}."


def pin_fault(pin: str) -> str:
    """What is wrong with a PIN as typed; empty when nothing is or when there is none."""
    if len(pin) in {0, PIN_LENGTH}:
        return ""
    return f"A PIN has {PIN_LENGTH} digits; leave it empty for none."


def form_fault(form: SetupForm, scenario: Scenario) -> str:
    """What the start waits for, as far as the fields themselves tell; empty for nothing.

    The fields say at their own places what is wrong; this says where to look.
    """
    if title_fault(form.title):
        return "The session needs a name."
    if seed_fault(form.seed):
        return "The seed needs another value."
    for seat in form.seats:
        if seat.controller is Controller.PEOPLE and pin_fault(seat.pin):
            return f"{scenario.actor[seat.actor].name}: {pin_fault(seat.pin)}"
    return ""


def with_preset(
    form: SetupForm, key: PresetKey, offered: tuple[Controller, ...], actor: ActorId | None = None
) -> SetupForm:
    """A form whose seats are dealt out another way; names and PINs stay.

    Args:
        form: The form.
        key: ``teams``: the first three seats to people; ``facilitator``: all to the facilitator;
            ``solo``: one seat to one person.
        offered: Who may decide for a seat; the others go to the computer where it is offered.
        actor: The seat of ``solo``; the first when None.
    """
    by_rules = Controller.DOCTRINE in offered
    rest = Controller.DOCTRINE if by_rules else Controller.FACILITATOR
    chosen: set[ActorId] = set()
    if key == "teams":
        chosen = {seat.actor for seat in form.seats[:3]}
    elif key == "solo":
        chosen = {actor or form.seats[0].actor}
    else:
        rest = Controller.FACILITATOR
    seats = tuple(
        replace(seat, controller=Controller.PEOPLE if seat.actor in chosen else rest)
        for seat in form.seats
    )
    return replace(form, seats=seats)


def dealt_words(form: SetupForm) -> str:
    """Who decides for how many seats: "3 played by people, 9 with the facilitator"."""
    parts = []
    people, control = form.count(Controller.PEOPLE), form.count(Controller.FACILITATOR)
    computer = len(form.seats) - people - control
    if people:
        parts.append(f"{people} played by people")
    if control:
        parts.append(f"{control} with the facilitator")
    if computer:
        parts.append(f"{computer} by the computer")
    return ", ".join(parts)
