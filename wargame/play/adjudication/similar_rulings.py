"""Earlier rulings on something like a move: by who acted, by its words, by its rung."""

from __future__ import annotations

from wargame.engine.words import order_name
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.ruling_views import SimilarRuling
from wargame.model.rulings import How, Ruling
from wargame.model.scenario import Scenario
from wargame.model.world import World

NEAR_RUNGS = 2.0
MOST = 12
_LEAST_LETTERS = 4
_ENOUGH = 2


def similar_to(
    scenario: Scenario, world: World, actor: ActorId, order: Order, rung: float
) -> tuple[SimilarRuling, ...]:
    """Rulings of earlier turns that changed or wrote something like this, the likest first."""
    acts = {n: h for n, h in world.happenings() if isinstance(h, ActResolved)}
    wanted = _stems(order_name(scenario, order))
    found: list[tuple[int, int, SimilarRuling]] = []
    for ruling in world.rulings.rulings:
        act = acts.get(ruling.act)
        if act is None or ruling.turn >= world.turn or ruling.how is How.ACCEPTED:
            continue
        name = order_name(scenario, act.order)
        likeness = (
            2 * (act.actor == actor)
            + (act.order.target == order.target)
            + (abs(act.rung - rung) <= NEAR_RUNGS)
            + 2 * len(wanted & _stems(name))
        )
        if likeness >= _ENOUGH:
            words = f"{act.actor}: {name}"
            similar = SimilarRuling(
                ruling.turn,
                ruling.seat,
                words,
                ruling.chance,
                _result(ruling, act),
                ruling.reason,
            )
            found.append((likeness, ruling.number, similar))
    found.sort(key=lambda row: (-row[0], -row[1]))
    return tuple(similar for _, _, similar in found[:MOST])


def _stems(words: str) -> set[str]:
    return {word[:6].casefold() for word in words.split() if len(word) >= _LEAST_LETTERS}


def _result(ruling: Ruling, act: ActResolved) -> str:
    came = "came off" if act.success else "failed"
    if ruling.how is How.CHANGED:
        return f"Changed: {came}"
    if ruling.margin is None:
        return f"Written: {came}"
    return f"{'Held' if ruling.margin >= 0 else 'Failed'} by {abs(ruling.margin)}"
