"""Where orders go that are taken back from under the seal."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.model.orders import Draft, Order


def slots_for(
    drafts: Sequence[Draft], sealed: Sequence[Order], places: int
) -> list[tuple[int, Order]]:
    """Slots (from 1) for sealed orders that are no drafts any more: free ones, then the others.

    A sealed order that still is a draft needs no slot, and a draft that was left out of the seal
    keeps its own for as long as there is a free one.
    """
    held = {draft.slot: draft.order for draft in drafts}
    missing = []
    for order in sealed:
        slot = next((slot for slot, draft in held.items() if draft == order), None)
        if slot is None:
            missing.append(order)
        else:
            del held[slot]
    drafted = {draft.slot for draft in drafts}
    free = [slot for slot in range(1, places + 1) if slot not in drafted]
    return list(zip((*free, *held), missing, strict=False))
