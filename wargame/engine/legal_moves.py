"""What a seat may order now, and for everything else the reason why not.

A refusal is a pair of a stable reason code and a sentence that a player can read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from wargame.engine.argued import argument_refusal
from wargame.engine.conditions import Moment, holds
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, MoveId, Weapon
from wargame.model.moves import Lasting, Move, Resolution
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seat_view import MoveOption, TargetOption, WeaponOption
from wargame.model.world import World

Refusal = tuple[str, str]

LONGEST_WARNING_HOURS = 240.0
"""Ten days, the longest warning of the recorded cases (``strikes``)."""

USE_OF_FORCE = 4
"""Correlates of War hostility level from which a move is a use of force (MODEL B6)."""

LAST_RESORT_BELOW = 0.1
"""Political survival below which a last resort may be paid for with all that is left (N07)."""

HIGHEST_LINE = 20.0
"""A red line above this is none (the variable ``red_line``)."""

UNNAMED_LINE = 11.0
"""Rung of the line of a warning that names none (I02, ``warning.line``): home soil."""

LONGEST_TEXT = 2_000
"""Characters of a message or a rationale."""


def acts_of(world: World) -> tuple[ActResolved, ...]:
    """Every act of the game so far, oldest first."""
    return tuple(h for _, h in world.happenings() if isinstance(h, ActResolved))


def refusal_of(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    order: Order,
    planned: Sequence[Order] = (),
) -> Refusal | None:
    """Why a seat may not give an order now; None when it may.

    Args:
        scenario: The scenario.
        world: The state; its phase does not matter here.
        seat: Who gives the order.
        order: The order.
        planned: Other orders of the seat for this turn, which count as done where a move asks for
            an earlier one (a preview before a barrage).
    """
    if order.argument is not None:
        return argument_refusal(scenario, world, seat, order)
    move = scenario.move.get(order.move)
    if move is None:
        return "move.unknown", f"There is no move {_shown(order.move)} in this scenario."
    acts = acts_of(world)
    moment = replace(
        _moment(scenario, world, seat, move, order.target, acts), planned=tuple(planned)
    )
    return (
        _closed(scenario, world, seat, move)
        or _wrong_target(world, move, moment)
        or _too_dear(scenario, world, seat, move)
        or _wrong_salvo(scenario, world, seat, move, order)
        or _wrong_words(scenario, move, order)
    )


def sheet_refusal(
    scenario: Scenario, world: World, seat: ActorId, orders: Sequence[Order]
) -> Refusal | None:
    """Why a seat may not seal these orders together; None when it may.

    Conditional orders count in full: the seat must be able to pay for all of them.
    """
    if len(orders) > scenario.max_orders:
        return (
            "orders.too-many",
            f"{len(orders)} orders were given; a seat has {scenario.max_orders} in a turn.",
        )
    seen: set[tuple[MoveId, ActorId | None, bool]] = set()
    for number, order in enumerate(orders, start=1):
        others = (*orders[: number - 1], *orders[number:])
        refusal = refusal_of(scenario, world, seat, order, others)
        if refusal:
            return refusal[0], f"Order {number}: {refusal[1]}"
        if order.argument is not None:
            continue
        key = (order.move, order.target, order.condition is None)
        if key in seen:
            name = scenario.move[order.move].name
            return "orders.repeated", f"Order {number}: {name} stands on the sheet already."
        seen.add(key)
    return _sheet_too_dear(scenario, world, seat, orders)


def cost_of(scenario: Scenario, orders: Sequence[Order]) -> tuple[float, float]:
    """Political and material points that these orders cost together."""
    moves = [scenario.move[order.move] for order in orders if order.move in scenario.move]
    return sum(m.political for m in moves), sum(m.material for m in moves)


def move_options(
    scenario: Scenario, world: World, seat: ActorId, planned: Sequence[Order] = ()
) -> tuple[MoveOption, ...]:
    """Every move of a seat's panel, open or closed with the reason, in the catalogue's order.

    ``planned`` are the seat's drafts; they count as done where a move asks for an earlier one.
    """
    acts = acts_of(world)
    titles = {source.id: source.title for source in scenario.sources}
    options = []
    for move in scenario.moves:
        if seat not in move.who:
            continue
        closed = _closed(scenario, world, seat, move)
        aims = {
            target: replace(
                _moment(scenario, world, seat, move, target, acts), planned=tuple(planned)
            )
            for target in (*move.targets, *(() if move.targets else (None,)))
        }
        targets = tuple(
            TargetOption(
                target, *(refusal or ("", "")), line=_own_line(scenario, world, seat, move, target)
            )
            for target in move.targets
            if target != seat
            for refusal in [_wrong_target(world, move, aims[target])]
        )
        if closed is None and move.targets and not any(t.is_open for t in targets):
            # What a rival would have to do says more than that some target is no rival.
            told = [t for t in targets if t.code != "target.not-rival"] or list(targets)
            closed = (
                (told[0].code, told[0].reason) if told else ("target.none", "Nobody to aim at.")
            )
        if closed is None and not move.targets:
            closed = _wrong_target(world, move, aims[None])
        closed = closed or _too_dear(scenario, world, seat, move)
        options.append(
            MoveOption(
                move=move.id,
                category=move.category,
                name=move.name,
                summary=move.summary,
                rung=move.rung,
                political=move.political,
                material=move.material,
                preparation=move.preparation,
                deniability=move.deniability,
                strikes=move.resolution in {Resolution.BARRAGE, Resolution.STRIKE},
                code=closed[0] if closed else "",
                reason=closed[1] if closed else "",
                targets=targets,
                weapons=_weapon_options(scenario, world, seat, move),
                precedent=_known_precedent(scenario, world, move),
                sources=tuple(titles.get(source, source) for source in move.sources),
                unnamed_line=(
                    scenario.parameter_value("warning.line", UNNAMED_LINE)
                    if "warning" in move.tags
                    else None
                ),
            )
        )
    return tuple(options)


def _own_line(
    scenario: Scenario, world: World, seat: ActorId, move: Move, target: ActorId
) -> float | None:
    """The line towards a target that a warning of it stands for; None without one."""
    if "warning" not in move.tags:
        return None
    line = scenario.layout.read(world.published, "red_line", seat, target)
    return line if line <= HIGHEST_LINE else None


def _moment(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    move: Move,
    target: ActorId | None,
    acts: Sequence[ActResolved],
) -> Moment:
    """The moment in which a seat would make a move against a target."""
    front = move.front
    if front is None and target is not None:
        front = scenario.front_between(seat, target, move.home_soil)
    return Moment(scenario, world.values, acts, world.turn, seat, seat, target, front)


def _weapon_options(
    scenario: Scenario, world: World, seat: ActorId, move: Move
) -> tuple[WeaponOption, ...]:
    if move.salvo is None:
        return ()
    read = scenario.layout.read
    stocks = [int(read(world.values, "stock", seat, weapon)) for weapon in move.salvo.classes]
    return tuple(
        WeaponOption(weapon, min(offered, stock), stock)
        for weapon, offered, stock in zip(
            move.salvo.classes, move.salvo.default, stocks, strict=True
        )
    )


def _closed(scenario: Scenario, world: World, seat: ActorId, move: Move) -> Refusal | None:
    """Why the move is closed whatever its target."""
    if seat not in move.who:
        name = scenario.actor[seat].name if seat in scenario.actor else seat
        return "actor.not-able", f"{name} cannot make this move."
    if scenario.layout.read(world.values, "collapsed", seat) >= 1:
        return "actor.collapsed", "This actor has dropped out of the conflict."
    for standing in world.standing:
        if standing.actor != seat or standing.order.move != move.id:
            continue
        if standing.ready > world.turn:
            return "move.preparing", f"In preparation; ready in turn {standing.ready}."
        if move.lasting is not Lasting.EVENT and not move.targets:
            return "move.going-on", "Goes on already."
    return None


def _wrong_target(world: World, move: Move, moment: Moment) -> Refusal | None:
    """Why the move cannot be aimed as the moment says; its ``me`` acts on its ``target``."""
    scenario, seat, target = moment.scenario, moment.me, moment.target
    if move.targets and target is None:
        return "target.missing", f"{move.name} needs a target."
    if not move.targets and target is not None:
        return "target.not-wanted", f"{move.name} is not aimed at anybody."
    if target is not None:
        if target not in scenario.actor:
            return "target.unknown", f"There is no actor {_shown(target)} in this scenario."
        name = scenario.actor[target].name
        if target not in move.targets or target == seat:
            return "target.wrong", f"{move.name} cannot be aimed at {name}."
        if move.hostility >= USE_OF_FORCE and not _are_rivals(scenario, seat, target):
            return "target.not-rival", f"{name} is no rival; force is used against rivals only."
        if scenario.layout.read(world.values, "collapsed", target) >= 1:
            return "target.collapsed", f"{name} has dropped out of the conflict."
        for standing in world.standing:
            same = standing.actor == seat and standing.order.move == move.id
            if same and standing.order.target == target and move.lasting is not Lasting.EVENT:
                return "move.going-on", f"Goes on already against {name}."
    for needed in move.requires:
        if not holds(needed.condition, moment):
            return needed.code, needed.reason
    return None


def _are_rivals(scenario: Scenario, one: ActorId | None, other: ActorId) -> bool:
    return any(
        relation.kind == "rivals" and {relation.first, relation.second} == {one, other}
        for relation in scenario.relations
    )


def _too_dear(scenario: Scenario, world: World, seat: ActorId, move: Move) -> Refusal | None:
    read = scenario.layout.read
    political = 0.0 if _is_last_resort(scenario, world, seat, move) else move.political
    return _short(
        read(world.values, "political", seat) - political,
        read(world.values, "material", seat) - move.material,
    )


def _is_last_resort(scenario: Scenario, world: World, seat: ActorId, move: Move) -> bool:
    """Whether all political means left pay for a move: it is tagged so and survival is gone."""
    last = scenario.parameter.get("means.last_resort")
    below = last.value if last else LAST_RESORT_BELOW
    survival = scenario.layout.read(world.values, "approval", seat)
    return "last-resort" in move.tags and survival < below


def _sheet_too_dear(
    scenario: Scenario, world: World, seat: ActorId, orders: Sequence[Order]
) -> Refusal | None:
    read = scenario.layout.read
    political, material = cost_of(scenario, orders)
    if any(
        _is_last_resort(scenario, world, seat, scenario.move[order.move])
        for order in orders
        if order.move in scenario.move
    ):
        political = 0.0
    short = _short(
        read(world.values, "political", seat) - political,
        read(world.values, "material", seat) - material,
    )
    if short:
        return short[0], f"All orders together: {short[1]}"
    spent: dict[Weapon, int] = {}
    for order in orders:
        for weapon, count in order.salvo:
            spent[weapon] = spent.get(weapon, 0) + count
    for weapon, count in spent.items():
        stock = int(read(world.values, "stock", seat, weapon))
        if count > stock:
            return "stock.short", f"All orders together launch {count} {weapon}; {stock} are left."
    return None


def _short(political: float, material: float) -> Refusal | None:
    """A refusal when what would be left is below zero."""
    if political < 0:
        return "political.short", f"Needs {_points(-political)} more political."
    if material < 0:
        return "material.short", f"Needs {_points(-material)} more material."
    return None


def _known_precedent(scenario: Scenario, world: World, move: Move) -> str:
    """What happened before, unless it lies after the day on which the game begins."""
    begins = scenario.start[world.settings.start].day
    known = move.precedent_day is None or move.precedent_day <= begins
    return move.precedent if known else ""


def _shown(name: str) -> str:
    """A name that somebody wrote, on one line and not too long, whatever is in it."""
    return repr(name[:40])


def _points(points: float) -> str:
    return f"{points:.1f}".removesuffix(".0")


def _wrong_salvo(
    scenario: Scenario, world: World, seat: ActorId, move: Move, order: Order
) -> Refusal | None:
    if move.salvo is None:
        return ("salvo.not-wanted", f"{move.name} launches nothing.") if order.salvo else None
    counts: dict[Weapon, int] = {}
    for weapon, count in order.salvo:
        if weapon not in move.salvo.classes:
            return "salvo.class", f"{move.name} does not use {weapon}."
        if weapon in counts:
            return "salvo.repeated", f"{weapon} is named twice."
        if count < 0:
            return "salvo.negative", f"{count} {weapon} cannot be launched."
        counts[weapon] = count
        stock = int(scenario.layout.read(world.values, "stock", seat, weapon))
        if count > stock:
            return "stock.short", f"{count} {weapon} were asked for; {stock} are left."
    total = sum(counts.values())
    if order.salvo and total == 0:
        return "salvo.empty", f"{move.name} needs at least one weapon."
    if total > move.salvo.largest:
        return "salvo.too-large", f"{total} weapons; one order launches {move.salvo.largest}."
    return None


def _wrong_words(scenario: Scenario, move: Move, order: Order) -> Refusal | None:
    hours = order.warning_hours
    if not (isfinite(hours) and 0 <= hours <= LONGEST_WARNING_HOURS):
        return "warning.range", f"Warning is given in hours from 0 to {LONGEST_WARNING_HOURS:.0f}."
    if order.meant is not None and not (isfinite(order.meant) and 0 <= order.meant <= 20):
        return "meant.range", "A move is meant as a rung from 0 to 20."
    if not order.overt and move.deniability <= 0:
        return "deniability.none", f"{move.name} cannot be denied."
    for name in (*order.told, *order.audience):
        if name not in scenario.actor:
            return "actor.unknown", f"There is no actor {_shown(name)} in this scenario."
    for text in (order.message, order.rationale):
        if len(text) > LONGEST_TEXT:
            return "text.too-long", f"A text may have {LONGEST_TEXT} characters."
    return None
