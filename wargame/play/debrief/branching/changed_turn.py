"""A played turn once more with one thing otherwise, on the draws that it was played with.

Everything that is not changed stays as it was: orders of the other seats, rulings, luck. So what
differs at the end of the turn comes from the change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.parameters import known_parameters, parameters_for
from wargame.engine.legal_moves import sheet_refusal
from wargame.engine.ruling_numbers import Place, ruled_entries
from wargame.errors import RuleError
from wargame.model.branches import BranchChange, Changed
from wargame.model.events import Event, OrdersSealed, OrdersUnsealed, PhaseBegan
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Phase
from wargame.model.ledger import Entry
from wargame.model.orders import Order
from wargame.model.rulings import ActRuled, EndOverruled, OrderRuled
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.debrief.branching.other_luck import (
    OtherOutcome,
    at_quantile,
    nearest,
    outcomes,
    ruled_to,
    ruled_void,
)
from wargame.play.debrief.branching.played_turn import (
    PlayedTurn,
    Ruled,
    played_turn,
    rulings_of_turn,
    sheets_of,
)
from wargame.play.debrief.branching.telling import Telling
from wargame.play.debrief.replay import Replay

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ChangedTurn:
    """A turn that was played with one thing otherwise, up to before its publication.

    Attributes:
        scenario: The scenario by whose constants it was played.
        played: The turn as it was played.
        after: Number of the last event that it shares with the log.
        events: What it did instead.
        world: The world after them, in the phase between lock and publication.
    """

    scenario: Scenario
    played: PlayedTurn
    after: int
    events: tuple[Event, ...]
    world: World


def changed_turn(
    replay: Replay, turn: int, change: BranchChange, check: Check = lambda: None
) -> ChangedTurn:
    """A turn with one thing otherwise.

    Args:
        replay: The game.
        turn: The turn; it must have been adjudicated.
        change: What is otherwise.
        check: Called now and then; what it raises ends the work.

    Raises:
        RuleError: The turn cannot be changed like this; the sentence says why.
    """
    played = played_turn(replay, turn)
    match change.what:
        case Changed.ORDER:
            return _other_order(replay, played, change)
        case Changed.PARAMETER:
            return _other_parameter(replay, played, change)
        case Changed.DRAW | Changed.RULING:
            return _other_outcome(replay, played, change, check)


def scenario_with(scenario: Scenario, key: str, value: float) -> Scenario:
    """A scenario with one constant of the law at another value.

    Raises:
        RuleError: There is no such constant, or the value lies outside what it may be.
    """
    known = known_parameters().get(key)
    if known is None:
        raise RuleError("branch.parameter", f"There is no parameter {key}.")
    used = scenario.parameter.get(key, known)
    if not used.low <= value <= used.high:
        raise RuleError("branch.parameter", f"{key} lies between {used.low:g} and {used.high:g}.")
    others = tuple(p for p in scenario.parameters if p.key != key)
    return replace(scenario, parameters=(*others, replace(used, value=value)))


def other_sheets(
    replay: Replay, played: PlayedTurn, change: BranchChange
) -> dict[ActorId, tuple[Order, ...]]:
    """What the seats order in a turn with one order changed.

    Raises:
        RuleError: The rules forbid it, or the change names no order.
    """
    sheets = sheets_of(replay, played)
    if change.seat is None or change.seat not in sheets:
        raise RuleError("branch.seat", "Choose a seat whose orders change.")
    sheet = list(sheets[change.seat])
    if change.slot == 0 and change.order is not None:
        sheet.append(change.order)
    elif not 1 <= change.slot <= len(sheet):
        raise RuleError("branch.order", "Choose an order of the turn, or add one.")
    elif change.order is None:
        del sheet[change.slot - 1]
    else:
        sheet[change.slot - 1] = change.order
    before = replay.world(played.planned)
    refusal = sheet_refusal(replay.scenario, before, change.seat, sheet)
    if refusal:
        raise RuleError(*refusal)
    return {**sheets, change.seat: tuple(sheet)}


def _other_order(replay: Replay, played: PlayedTurn, change: BranchChange) -> ChangedTurn:
    sheets = other_sheets(replay, played, change)
    return _locked_again(replay, replay.scenario, played, sheets)


def _other_parameter(replay: Replay, played: PlayedTurn, change: BranchChange) -> ChangedTurn:
    scenario = scenario_with(replay.scenario, change.parameter, change.value)
    return _locked_again(replay, scenario, played, sheets_of(replay, played))


def _locked_again(
    replay: Replay,
    scenario: Scenario,
    played: PlayedTurn,
    sheets: dict[ActorId, tuple[Order, ...]],
) -> ChangedTurn:
    telling = Telling(scenario, replay.world(played.planned))
    for seat, sheet in sheets.items():
        sealed = telling.world.sealed_orders(seat)
        if sealed == sheet:
            continue
        if sealed is not None:
            telling.take(OrdersUnsealed(seat))
        telling.take(OrdersSealed(seat, sheet))
    telling.take(PhaseBegan(played.turn, Phase.ADJUDICATE))
    telling.take_all(adjudicate(scenario, telling.world))
    # Acts are other events now, so that only what control wrote for whole orders still fits.
    for record in rulings_of_turn(replay, played):
        event = record.event
        if isinstance(event, OrderRuled) and _is_as_it_was(replay, played, event, sheets):
            telling.take(_on_other_numbers(scenario, telling.world, event))
    after = replay.line[played.planned].number
    return ChangedTurn(scenario, played, after, tuple(telling.events), telling.world)


def _is_as_it_was(
    replay: Replay,
    played: PlayedTurn,
    event: OrderRuled,
    sheets: dict[ActorId, tuple[Order, ...]],
) -> bool:
    was = replay.world(played.locked).sealed_orders(event.seat) or ()
    now = sheets.get(event.seat, ())
    return was[event.slot - 1 : event.slot] == now[event.slot - 1 : event.slot] != ()


def _other_outcome(
    replay: Replay, played: PlayedTurn, change: BranchChange, check: Check
) -> ChangedTurn:
    scenario, line = replay.scenario, replay.line
    rulings = rulings_of_turn(replay, played)
    dropped = {record.number for record in rulings if _is_about(record.event, change.act)}
    dropped |= {record.number for record in rulings if record.number == change.act}
    is_dropping = change.what is Changed.RULING and change.success is None
    if is_dropping and not dropped:
        raise RuleError("branch.ruling", "Control did not rule on this act.")
    # From the first ruling that falls away, or from the end of the adjudication.
    places = range(played.locked, played.adjudicated + 1)
    first = next((at for at in places if line[at].number in dropped), played.adjudicated + 1)
    telling = Telling(scenario, replay.world(first - 1))
    if not is_dropping:
        if not _has_act(telling.world, change.act):
            raise RuleError("branch.act", "Choose an act of this turn.")
        ranked = outcomes(scenario, telling.world, change.act, check=check)
        telling.take(_outcome(scenario, telling.world, change, ranked))
    for at in range(first, played.adjudicated + 1):
        event = line[at].event
        if isinstance(event, Ruled) and line[at].number not in dropped:
            telling.take(_on_other_numbers(scenario, telling.world, event))
    return ChangedTurn(
        scenario, played, line[first - 1].number, tuple(telling.events), telling.world
    )


def _outcome(
    scenario: Scenario, world: World, change: BranchChange, ranked: Sequence[OtherOutcome]
) -> ActRuled:
    """How the act comes out instead, as a ruling."""
    act = change.act
    if change.what is Changed.DRAW:
        reason = f"Other draws: {round(100 * change.quantile)} % come out milder."
        return ruled_to(scenario, world, act, at_quantile(ranked, change.quantile), reason)
    reason = "Another ruling, to see what follows from it."
    other = nearest(ranked, bool(change.success), change.killed)
    if other is not None:
        return ruled_to(scenario, world, act, other, reason, change.killed)
    if change.success:
        raise RuleError("branch.never", f"In {len(ranked)} draws the act does not come off once.")
    return ruled_void(scenario, world, act, reason, change.killed)


def _is_about(event: Event, act: int) -> bool:
    return isinstance(event, ActRuled) and event.act == act


def _has_act(world: World, number: int) -> bool:
    return any(n == number and isinstance(h, ActResolved) for n, h in world.turns[-1])


def _on_other_numbers(scenario: Scenario, world: World, event: Ruled) -> Event:
    """A ruling as it was, its differences applied to the numbers of the branch."""
    match event:
        case ActRuled() | EndOverruled():
            return replace(event, ledger=_shifted(scenario, world, event.ledger))
        case OrderRuled():
            act = replace(event.act, ledger=_shifted(scenario, world, event.act.ledger))
            return replace(event, act=act)
        case _:
            return event


def _shifted(scenario: Scenario, world: World, ledger: tuple[Entry, ...]) -> tuple[Entry, ...]:
    by: dict[Place, float] = {}
    for entry in ledger:
        place = (entry.variable, entry.first, entry.second)
        by[place] = by.get(place, 0.0) + entry.after - entry.before
    parameters = parameters_for(scenario, world.settings.start)
    return ruled_entries(scenario, parameters, world, by, f"ruling:{world.events + 1}")
