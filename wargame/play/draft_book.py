"""The orders that are being written, by seat and slot, in memory and beside the log on disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wargame.play.keeping import Keeping, now

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.orders import Draft, Order


class DraftBook:
    """Every draft of a game.

    Attributes:
        begun_at: When the oldest draft of a seat was begun, ISO 8601 in UTC; a reopened game
            does not know it.
    """

    def __init__(self, drafts: Iterable[Draft], keeping: Keeping) -> None:
        self.begun_at: dict[ActorId, str] = {}
        self._drafts = {(draft.seat, draft.slot): draft for draft in drafts}
        self._keeping = keeping

    def of(self, seat: ActorId) -> tuple[Draft, ...]:
        """The drafts of a seat, by slot."""
        mine = [draft for (owner, _), draft in self._drafts.items() if owner == seat]
        return tuple(sorted(mine, key=lambda draft: draft.slot))

    def orders(self, seats: Iterable[ActorId]) -> dict[ActorId, tuple[Order, ...]]:
        """The draft orders of these seats; those without drafts are left out."""
        return {
            seat: tuple(draft.order for draft in self.of(seat)) for seat in seats if self.of(seat)
        }

    def owners(self) -> set[ActorId]:
        """Seats that have drafts."""
        return {owner for owner, _ in self._drafts}

    def keep(self, draft: Draft) -> None:
        """Keeps a draft in place of what its slot held."""
        self._drafts[draft.seat, draft.slot] = draft
        self.begun_at.setdefault(draft.seat, now())
        self._keeping.keep_draft(draft, now())

    def drop(self, seat: ActorId, slot: int) -> bool:
        """Throws a draft away; whether there was one."""
        if self._drafts.pop((seat, slot), None) is None:
            return False
        self._keeping.drop_draft(seat, slot)
        return True

    def clear(self) -> None:
        """Forgets every draft, whose rows the events that settle them take off the disk."""
        self._drafts.clear()
        self.begun_at.clear()
