"""The sheet as the strip shows it: cards, the seal's label, and what stands in the way of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.team.order_card import SlotShown
from wargame.ui.team.words import own_name

if TYPE_CHECKING:
    from wargame.model.orders import Order
    from wargame.model.seat_view import MoveOption
    from wargame.ui.team.order_sheet import Sealing
    from wargame.ui.team.sheet_writer import SheetWriter
    from wargame.ui.theme.bands import BandScale


@dataclass(frozen=True, slots=True)
class SealShown:
    """The primary action: its label, its tip, what is in the way, and whether it can be used."""

    label: str
    tip: str
    note: str
    can_seal: bool


def slots_shown(
    writer: SheetWriter, current: int, offer: MoveOption | None, scale: BandScale
) -> list[SlotShown]:
    """A card for every slot; ``offer`` is a move in the composer that no slot holds yet."""
    left_out = dict(writer.sealing().left_out)
    shown = []
    for slot in range(1, writer.sheet.places + 1):
        order = writer.sheet.order(slot)
        is_current = slot == current
        if order is None:
            if is_current and offer is not None and offer.is_open:
                rung = rung_value(scale, offer.rung)
                shown.append(
                    SlotShown(
                        slot, offer.name, "not on the sheet", rung, is_current=True, is_offer=True
                    )
                )
            else:
                shown.append(SlotShown(slot, is_current=is_current))
            continue
        option = writer.options.get(order.move)
        shown.append(
            SlotShown(
                slot,
                option.name if option is not None else own_name(order),
                _below(order, option),
                rung_value(scale, option.rung) if option is not None else None,
                is_current,
                fault=left_out.get(slot, ""),
                is_unfinished=order.target is None and option is not None and bool(option.targets),
            )
        )
    return shown


def _below(order: Order, option: MoveOption | None) -> str:
    parts = []
    if order.target is not None:
        parts.append(f"to {order.target}")
    elif option is not None and option.targets:
        parts.append("no target yet")
    elif order.argument is not None:
        parts.append("written")
    if order.condition is not None:
        parts.append("only if")
    return ", ".join(parts)


def seal_shown(sealing: Sealing, fault: str) -> SealShown:
    """What the seal says, from what would be sealed and why not."""
    kept, left_out = len(sealing.kept), sealing.left_out
    notes = [f"Order {slot} is left out: {reason}" for slot, reason in left_out]
    if fault:
        notes.insert(0, fault)
    if not kept and not left_out:
        return SealShown(
            "Seal and hold", "Seal without orders: this seat holds", note="", can_seal=True
        )
    if not left_out:
        return SealShown("Seal orders", "Seal what stands on the sheet", fault, not fault)
    label = f"Seal {kept} of {kept + len(left_out)}" if kept else "Seal orders"
    tip = "Seal the orders that can be given" if kept else "No order can be given as it is"
    return SealShown(label, tip, "\n".join(notes), bool(kept) and not fault)


def holding_question(offer: MoveOption) -> str:
    """What is asked before an empty sheet is sealed while a move stands in the composer."""
    return f"{offer.name} is not on the sheet. Add it, or seal once more to hold."
