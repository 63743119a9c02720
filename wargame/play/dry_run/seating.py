"""Who plays which seats in bot games, as it is written on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wargame.errors import RuleError
from wargame.model.ids import ActorId, Controller
from wargame.model.scenario import Scenario
from wargame.play.computer_seats import COMPUTERS, available


@dataclass(frozen=True, slots=True)
class Seating:
    """Who plays, and what is compared.

    Attributes:
        fixed: Seats with a kind of their own; every other is on doctrine.
        kinds: Kinds that are compared, the weakest first; empty for plain bot games.
        compared: Seats in which they are.
    """

    fixed: Mapping[ActorId, Controller]
    kinds: tuple[Controller, ...] = ()
    compared: tuple[ActorId, ...] = ()


def seating(scenario: Scenario, wishes: Sequence[str]) -> Seating:
    """The seating that some wishes ask for.

    Args:
        scenario: The scenario.
        wishes: Each ``KINDS:SEATS``, both with commas, such as ``planner:ISR,IRN``. Without seats a
            wish means all of them. More than one kind asks for a comparison of these kinds in these
            seats, the weakest first; there may be one such wish.

    Raises:
        RuleError: A kind or seat does not exist, or a wish cannot be met.
    """
    fixed: dict[ActorId, Controller] = {}
    kinds: tuple[Controller, ...] = ()
    compared: tuple[ActorId, ...] = ()
    for wish in wishes:
        of_kinds, _, of_seats = wish.partition(":")
        named = tuple(_kind(scenario, word) for word in of_kinds.split(","))
        seats = _seats(scenario, of_seats)
        if len(named) == 1:
            fixed |= dict.fromkeys(seats, named[0])
        elif kinds:
            raise RuleError("seats.twice", "Only one comparison of kinds can be asked for at once.")
        elif len(set(named)) < len(named):
            raise RuleError("seats.repeated", f"{wish}: each kind is named once.")
        else:
            kinds, compared = named, seats
    return Seating(fixed, kinds, compared)


def _kind(scenario: Scenario, word: str) -> Controller:
    open_to = [kind for kind in available(scenario) if kind in COMPUTERS]
    if word not in open_to:
        raise RuleError(
            "seats.kind", f"{word[:40]!r} is no kind of opponent; there are: {', '.join(open_to)}."
        )
    return Controller(word)


def _seats(scenario: Scenario, words: str) -> tuple[ActorId, ...]:
    known = tuple(actor.id for actor in scenario.seats)
    if not words:
        return known
    wanted = words.split(",")
    for word in wanted:
        if word not in known:
            raise RuleError(
                "seats.unknown", f"There is no seat {word[:40]!r}; there are: {', '.join(known)}."
            )
    return tuple(ActorId(word) for word in dict.fromkeys(wanted))
