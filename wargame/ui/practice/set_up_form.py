"""The set-up of a practice game as it is being chosen, without a window."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId, Controller
from wargame.play.practice.lengths import GameLength
from wargame.play.practice.set_up import SeatOffer, SoloChoice


@dataclass(frozen=True, slots=True)
class PracticeOffer:
    """What there is to choose from.

    Attributes:
        scenario: Id of the scenario.
        title: Its title.
        starts: Id and title of each start point.
        seats: The seats of each start point, by its id.
        lengths: The lengths, the shortest first.
        opponents: The levels of opponents, the quickest first.
    """

    scenario: str
    title: str
    starts: tuple[tuple[str, str], ...]
    seats: dict[str, tuple[SeatOffer, ...]]
    lengths: tuple[GameLength, ...]
    opponents: tuple[Controller, ...]

    def seat(self, choice: SoloChoice) -> SeatOffer:
        """The chosen seat.

        Raises:
            KeyError: There is no such seat.
        """
        for offer in self.seats[choice.start]:
            if offer.actor == choice.seat:
                return offer
        raise KeyError(choice.seat)

    def fits(self, choice: SoloChoice) -> bool:
        """Whether a choice of an earlier day can be made again."""
        seats = {offer.actor for offer in self.seats.get(choice.start, ())}
        return choice.seat in seats and choice.opponents in self.opponents


def first_choice(offer: PracticeOffer, seat: ActorId | None = None) -> SoloChoice:
    """What is chosen for whoever chooses nothing: the seat with the most to do, its usual length.

    Args:
        offer: What there is.
        seat: A seat that is wished for; one that does not exist is passed over.
    """
    start = offer.starts[0][0]
    seats = offer.seats[start]
    wished = [one.actor for one in seats if one.actor == seat]
    busiest = max(seats, key=lambda one: (bool(one.owes), one.open_moves))
    return SoloChoice(wished[0] if wished else busiest.actor, start)
