"""Rulings and switches applied: an act is replaced by the ruled one, its difference joins the turn.

The ledger of a turn stays complete by construction: what a ruling changed of the numbers is a
happening of its own, beside the act whose proposal it corrects.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from wargame.engine.ledger_values import changed_values
from wargame.model.happenings import ActResolved, Happening
from wargame.model.ledger import Entry
from wargame.model.rulings import (
    ActRuled,
    ActsAccepted,
    ArgumentWeighed,
    AutomationSet,
    EndOverruled,
    How,
    OrderRuled,
    Ruling,
    RulingBook,
    Weighed,
    correction_of,
    with_facts,
    without_end,
)
from wargame.model.scenario import Scenario
from wargame.model.world import World

RulingEvent = ArgumentWeighed | ActsAccepted | ActRuled | OrderRuled | EndOverruled | AutomationSet


def apply_ruling(scenario: Scenario, world: World, event: RulingEvent, number: int) -> World:
    """The world after a ruling, a weighing or a switch of the automation."""
    match event:
        case AutomationSet():
            settings = replace(
                world.settings,
                automatic=event.automatic,
                forecast=event.forecast,
                computers=event.computers,
            )
            return replace(world, settings=settings)
        case ArgumentWeighed():
            return replace(world, rulings=_weighed(world.rulings, event))
        case ActsAccepted():
            actors = {n: h.actor for n, h in world.happenings() if isinstance(h, ActResolved)}
            accepted = (
                Ruling(number, event.turn, act, actors[act], 0, How.ACCEPTED)
                for act in event.acts
                if act in actors
            )
            return replace(world, rulings=_with(world.rulings, accepted))
        case ActRuled():
            return _act_ruled(scenario, world, event, number)
        case OrderRuled():
            return _order_ruled(scenario, world, event, number)
        case EndOverruled():
            turns = (*world.turns[:-1], without_end(world.turns[-1]))
            going_on = replace(world, outcome=None, turns=turns)
            return _happened(scenario, going_on, correction_of(event), number)


def _act_ruled(scenario: Scenario, world: World, event: ActRuled, number: int) -> World:
    turns = tuple(
        tuple((n, _ruled(h, event) if n == event.act else h) for n, h in turn)
        for turn in world.turns
    )
    actor = next(h.actor for n, h in world.happenings() if n == event.act and _is_act(h))
    ruling = Ruling(
        number=number,
        turn=event.turn,
        act=event.act,
        seat=actor,
        slot=0,
        how=How.CHANGED,
        reason=event.reason,
        changed=_addresses(event.ledger),
    )
    ruled = replace(world, turns=turns, rulings=_with(world.rulings, (ruling,)))
    return _happened(scenario, ruled, correction_of(event), number) if event.ledger else ruled


def _order_ruled(scenario: Scenario, world: World, event: OrderRuled, number: int) -> World:
    ruling = Ruling(
        number=number,
        turn=event.turn,
        act=number,
        seat=event.seat,
        slot=event.slot,
        how=How.WRITTEN,
        reason=event.reason,
        chance=event.odds.chance if event.odds is not None else None,
        margin=event.margin if event.roll is not None else None,
        changed=_addresses(event.act.ledger),
    )
    ruled = replace(world, rulings=_with(world.rulings, (ruling,)))
    return _happened(scenario, ruled, event.act, number)


def _happened(scenario: Scenario, world: World, happening: Happening, number: int) -> World:
    """One more thing in the turn that goes on; the index of the turn follows the numbers."""
    values = changed_values(scenario, world.values, getattr(happening, "ledger", ()))
    path = world.index_path
    if len(path) > world.turn:
        path = (*path[: world.turn], scenario.layout.read(values, "index"))
    return replace(
        world,
        values=values,
        index_path=path,
        turns=(*world.turns[:-1], (*world.turns[-1], (number, happening))),
    )


def _ruled(happening: Happening, event: ActRuled) -> Happening:
    return with_facts(happening, event.after) if _is_act(happening) else happening


def _is_act(happening: Happening) -> TypeGuard[ActResolved]:
    return isinstance(happening, ActResolved)


def _with(book: RulingBook, rulings: Iterable[Ruling]) -> RulingBook:
    return replace(book, rulings=(*book.rulings, *rulings))


def _weighed(book: RulingBook, event: ArgumentWeighed) -> RulingBook:
    others = tuple(
        w
        for w in book.weighings
        if (w.turn, w.seat, w.slot) != (event.turn, event.seat, event.slot)
    )
    weighed = Weighed(event.turn, event.seat, event.slot, event.weighing)
    return replace(book, weighings=(*others, weighed))


def _addresses(ledger: Iterable[Entry]) -> tuple[tuple[str, str, str], ...]:
    found = {(e.variable, e.first, e.second) for e in ledger if e.variable != "index"}
    return tuple(sorted(found))
