"""The nearest earlier move of another seat that would have changed an opponent's choice.

Turns before the choice are played once more with one sheet exchanged: an order left out, announced,
made lighter or harder, denied, or a word added. Every other sheet and every draw stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wargame.engine.law import roles
from wargame.engine.law.roles import role_of
from wargame.engine.legal_moves import sheet_refusal
from wargame.engine.words import counted, order_words
from wargame.errors import RuleError
from wargame.model.ids import ActorId
from wargame.model.interview import Flip, Search, SheetChange
from wargame.model.moves import Move
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.play.practice.interview.belief_search import FULL, Decide, Effort, Flips, Tried
from wargame.play.practice.interview.moments import Moments, Sheet

TURNS_BACK = 3
"""Turns before a choice whose sheets are exchanged."""

NOTICE_HOURS = 72.0
LIGHTER, HARDER, REPLIES = 4, 2, 3
"""Moves in the place of an order, and replies to an empty sheet, that are tried at most."""

SMALL = 0.5
"""Distance of a change that leaves the move and its rung as they are: notice, weapons, denial."""

WORDS = 1.0
"""Distance of a word that is added, and of leaving out what has no rung."""

STEPS_DOWN = (roles.PLAY_DOWN, roles.CLOSE, roles.MESSAGE, roles.STAND_DOWN, roles.HOLD)


@dataclass(frozen=True, slots=True)
class _Variant:
    sheet: Sheet
    words: str
    distance: float


def nearest_sheet(
    moments: Moments,
    seat: ActorId,
    opponent: ActorId,
    turn: int,
    decide: Decide,
    flips: Flips,
    *,
    effort: Effort = FULL,
    turns_back: int = TURNS_BACK,
    tried: Tried = lambda: None,
) -> Search:
    """The nearest other sheet of a seat in the turns before a choice that flips it.

    Args:
        moments: The game.
        seat: Whose sheets are exchanged.
        opponent: Who chose.
        turn: The turn of the choice.
        decide: The opponent's own decision.
        flips: Whether orders are another choice.
        effort: How much is tried.
        turns_back: How many turns before the choice are looked at.
        tried: Called before every run; an error that it raises passes through.
    """
    found: list[SheetChange] = []
    refusal = "There was no turn before this choice." if turn <= 1 else ""
    for first in range(turn - 1, max(0, turn - 1 - turns_back), -1):
        sheet = moments.sheet(seat, first)
        if sheet is None:
            continue
        refusal = moments.refusal_to_repeat(first, turn)
        if refusal:
            break
        found += sheet_changes(moments, seat, opponent, first, sheet)
    # Of changes that are equally small the later one is the nearer one.
    found.sort(key=lambda change: (change.distance, -change.turn))
    found = found[: effort.sheets]
    runs = 0
    for change in found:
        tried()
        runs += 1
        try:
            world = moments.repeated(change.turn, turn, seat, change.sheet)
        except RuleError:
            continue  # the game would have ended before: there is no choice to compare
        orders = tuple(decide(world))
        if flips(orders):
            return Search(Flip(change, orders), _told(found), runs)
    return Search(None, _told(found), runs, "" if found else refusal)


def sheet_changes(
    moments: Moments, seat: ActorId, opponent: ActorId, turn: int, sheet: Sheet
) -> Iterator[SheetChange]:
    """Other sheets that the rules would have let a seat seal in a turn, with their distance."""
    world = moments.deciding(turn)
    number = moments.seal_number(seat, turn)
    seen: set[Sheet] = {sheet}
    for variant in _variants(moments.scenario, seat, opponent, sheet):
        if variant.sheet in seen:
            continue
        seen.add(variant.sheet)
        if sheet_refusal(moments.scenario, world, seat, variant.sheet) is None:
            yield SheetChange(turn, number, variant.sheet, variant.words, variant.distance)


def _variants(
    scenario: Scenario, seat: ActorId, opponent: ActorId, sheet: Sheet
) -> Iterator[_Variant]:
    for place, order in enumerate(sheet):
        name = order_words(scenario, order)
        rest = (*sheet[:place], *sheet[place + 1 :])
        move = scenario.move.get(order.move)
        weight = max(WORDS, move.rung if move else WORDS)
        yield _Variant(rest, f"{name}: left out", weight)
        if move is None:
            continue
        for other, words, distance in _others(scenario, seat, opponent, order, move):
            changed = (*sheet[:place], other, *sheet[place + 1 :])
            yield _Variant(changed, f"{name}: {words}", distance)
    if len(sheet) > 1:
        total = sum(m.rung for o in sheet if (m := scenario.move.get(o.move)) is not None)
        yield _Variant((), "the whole sheet left out", max(WORDS, total) + WORDS)
    if len(sheet) < scenario.max_orders:
        for order, distance in _additions(scenario, seat, opponent, empty=not sheet):
            words = f"{order_words(scenario, order)}: added"
            yield _Variant((*sheet, order), words, distance)


def _others(
    scenario: Scenario, seat: ActorId, opponent: ActorId, order: Order, move: Move
) -> Iterator[tuple[Order, str, float]]:
    """The same order otherwise, and lighter and harder moves in its place."""
    if move.goldstein < 0 and move.rung >= roles.FORCE_RUNG:
        if order.warning_hours > 0:
            silent = replace(order, warning_hours=0.0, told=())
            yield silent, "without the warning", SMALL
        else:
            told = replace(order, warning_hours=NOTICE_HOURS, told=(opponent,))
            yield told, f"announced to us {NOTICE_HOURS:.0f} h before", SMALL
    if move.deniability > 0:
        words = "denied" if order.overt else "owned up to"
        yield replace(order, overt=not order.overt), words, SMALL
    if any(count > 1 for _, count in order.salvo):
        half = tuple((weapon, max(1, count // 2)) for weapon, count in order.salvo)
        yield replace(order, salvo=half), "with half the weapons", SMALL
    near = [
        other
        for other in scenario.moves
        if seat in other.who
        and other.id != move.id
        and other.rung != move.rung
        and bool(other.targets) == bool(move.targets)
        and (order.target is None or order.target in other.targets)
        and (other.goldstein < 0) == (move.goldstein < 0)
        and other.preparation == 0
    ]
    near.sort(key=lambda other: (abs(other.rung - move.rung), other.id))
    lighter = [other for other in near if other.rung < move.rung][:LIGHTER]
    harder = [other for other in near if other.rung > move.rung][:HARDER]
    for other in (*lighter, *harder):
        instead = Order(other.id, order.target)
        distance = abs(other.rung - move.rung)
        yield instead, f"in its place {other.name} (R{other.rung:g})", distance


def _additions(
    scenario: Scenario, seat: ActorId, opponent: ActorId, *, empty: bool
) -> Iterator[tuple[Order, float]]:
    """Words and steps down that a free place leaves room for; replies where there was nothing."""
    mine = [move for move in scenario.moves if seat in move.who and move.preparation == 0]
    for move in mine:
        if role_of(move) in STEPS_DOWN and (not move.targets or opponent in move.targets):
            yield Order(move.id, opponent if move.targets else None), WORDS
    if empty:
        forces = [m for m in mine if role_of(m) == roles.FORCE and opponent in m.targets]
        for move in sorted(forces, key=lambda m: (m.rung, m.id))[:REPLIES]:
            yield Order(move.id, opponent), move.rung


def _told(changes: Sequence[SheetChange]) -> tuple[str, ...]:
    """What was tried, turn by turn."""
    told = []
    for turn in sorted({change.turn for change in changes}):
        count = sum(change.turn == turn for change in changes)
        told.append(f"{counted(count, 'other sheet', 'other sheets')} for turn {turn}")
    return tuple(told)
