"""Files of orders for games that are played from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.errors import ScenarioError
from wargame.model.arguments import Argument
from wargame.model.ids import ActorId, MoveId, Weapon
from wargame.model.orders import WRITTEN, Order
from wargame.scenarios.building_parts import condition
from wargame.scenarios.files.orders_file import OrderPart, OrdersFile
from wargame.scenarios.single_file import read_single

_KIND = "orders"

Sheet = tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class OrderFile:
    """Orders by turn and seat.

    Attributes:
        sheets: The orders of a seat for a turn, as written; the rules are asked when they are
            given.
    """

    sheets: Mapping[tuple[int, ActorId], Sheet]

    def of_turn(self, turn: int) -> dict[ActorId, Sheet]:
        """The sheets of one turn, by seat."""
        return {seat: sheet for (when, seat), sheet in self.sheets.items() if when == turn}


def read_orders(path: Path) -> OrderFile:
    """The orders in a YAML file.

    Raises:
        ScenarioError: The file cannot be read or is faulty; every fault is in the error.
    """
    name = path.name
    document, findings = read_single(path, OrdersFile, _KIND)
    sheets: dict[tuple[int, ActorId], Sheet] = {}
    for at, part in enumerate(document.orders if document else ()):
        key = (part.turn, ActorId(part.seat))
        if key in sheets:
            message = f"{part.seat} has orders for turn {part.turn} already"
            findings.add(_KIND, ("orders", at), message)
        for slot, order in enumerate(part.orders):
            for weapon in order.salvo:
                if weapon not in set(Weapon):
                    near = findings.near(weapon, Weapon)
                    place = ("orders", at, "orders", slot, "salvo", weapon)
                    findings.add(_KIND, place, f"no weapon class “{weapon}”{near}", key=True)
        if not findings:
            sheets[key] = tuple(_order(order) for order in part.orders)
    if findings or document is None:
        faults = findings.sorted()
        raise ScenarioError(f"{name} cannot be used as orders.", faults)
    return OrderFile(sheets)


def _order(part: OrderPart) -> Order:
    said = part.argument
    return Order(
        move=MoveId(part.move) if part.move else WRITTEN,
        target=ActorId(part.target) if part.target else None,
        salvo=tuple((Weapon(name), count) for name, count in part.salvo.items()),
        warning_hours=part.warning_hours,
        told=tuple(ActorId(name) for name in part.told),
        overt=part.overt,
        meant=part.meant,
        audience=tuple(ActorId(name) for name in part.audience),
        message=part.message,
        rationale=part.rationale,
        condition=condition(part.condition) if part.condition else None,
        argument=Argument(said.do, said.result, tuple(said.reasons)) if said else None,
    )
