"""A seat's sheet while it is written: one order a slot, and every draft that was begun.

It knows no widget and no rule of the game: it adds costs up, and takes refusals as they are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.model.moves import Category
from wargame.model.orders import Order
from wargame.ui.team.words import shortage_words

if TYPE_CHECKING:
    from wargame.model.ids import MoveId
    from wargame.model.orders import Draft
    from wargame.model.seat_view import MoveOption

Options = Mapping["MoveId", "MoveOption"]


@dataclass(frozen=True, slots=True)
class Sealing:
    """What would be sealed now.

    Attributes:
        kept: Slots and orders that can stand.
        left_out: Slots that cannot, with the reason.
    """

    kept: tuple[tuple[int, Order], ...]
    left_out: tuple[tuple[int, str], ...]

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders, by slot."""
        return tuple(order for _, order in self.kept)


def first_order(option: MoveOption) -> Order:
    """An order for a move as the composer offers it first."""
    can_aim = [target.actor for target in option.targets if target.is_open]
    return Order(
        move=option.move,
        target=can_aim[0] if len(can_aim) == 1 else None,
        salvo=tuple((weapon.weapon, weapon.offered) for weapon in option.weapons),
        overt=not (option.category is Category.COVERT and option.deniability > 0),
    )


class OrderSheet:
    """Slots from 1; a draft of another move in the same slot is remembered, not thrown away."""

    def __init__(self, places: int) -> None:
        self.places = places
        self._orders: dict[int, Order] = {}
        self._begun: dict[tuple[int, MoveId], Order] = {}
        self._refusals: dict[int, tuple[str, str]] = {}

    def take(self, drafts: Iterable[Draft]) -> None:
        """Hold exactly these drafts; what was begun beside them stays remembered."""
        self._orders = {d.slot: d.order for d in drafts if 1 <= d.slot <= self.places}
        self._refusals.clear()
        for slot, order in self._orders.items():
            self._begun[slot, order.move] = order

    @property
    def filled(self) -> tuple[tuple[int, Order], ...]:
        """Slots with their orders, in order."""
        return tuple(sorted(self._orders.items()))

    def order(self, slot: int) -> Order | None:
        """The order in a slot; None for a free one."""
        return self._orders.get(slot)

    def begun(self, slot: int, move: MoveId) -> Order | None:
        """What was written for a move in a slot, whether it stands on the sheet or not."""
        return self._begun.get((slot, move))

    def begin(self, slot: int, order: Order) -> None:
        """Remember an order as begun for a slot, without setting it there."""
        self._begun[slot, order.move] = order

    def put(self, slot: int, order: Order) -> None:
        """Set a slot's order."""
        self._orders[slot] = order
        self._begun[slot, order.move] = order
        self._refusals.pop(slot, None)

    def drop(self, slot: int) -> None:
        """Free a slot; its text is remembered until the screen closes."""
        self._orders.pop(slot, None)
        self._refusals.pop(slot, None)

    def free_slot(self) -> int | None:
        """The first free slot."""
        return next((n for n in range(1, self.places + 1) if n not in self._orders), None)

    def slot_of(self, move: MoveId) -> int | None:
        """The first slot that holds a move."""
        return next((slot for slot, order in self.filled if order.move == move), None)

    def refuse(self, slot: int, code: str, sentence: str) -> None:
        """Note why a slot's order may not be given; an empty code says that it may."""
        if code and slot in self._orders:
            self._refusals[slot] = (code, sentence)
        else:
            self._refusals.pop(slot, None)

    def refusal(self, slot: int) -> str:
        """Why a slot's order may not be given; empty when it may, as far as is known."""
        return self._refusals.get(slot, ("", ""))[1]

    def left_for(
        self, slot: int, options: Options, political: float, material: float
    ) -> tuple[float, float]:
        """Political and material points that the other slots leave; refused orders take none."""
        for other, order in self.filled:
            option = options.get(order.move)
            if other != slot and option is not None and not self.refusal(other):
                political -= option.political
                material -= option.material
        return political, material

    def sealing(self, options: Options, political: float, material: float) -> Sealing:
        """What can stand, counted from the first slot on with these points."""
        kept: list[tuple[int, Order]] = []
        left_out: list[tuple[int, str]] = []
        for slot, order in self.filled:
            option = options.get(order.move)
            reason = self.refusal(slot)
            if not reason and option is not None:
                short = shortage_words(political - option.political, material - option.material)
                reason = f"{option.name} {short}." if short else ""
            if reason:
                left_out.append((slot, reason))
                continue
            kept.append((slot, order))
            if option is not None:
                political -= option.political
                material -= option.material
        return Sealing(tuple(kept), tuple(left_out))
