"""Builders of what a forecast finds, for tests of the screens that show it."""

from __future__ import annotations

import math

from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import Order
from wargame.model.outlook import (
    Driver,
    Estimate,
    FanTurn,
    IndexDifference,
    MoveOutlook,
    Outlook,
    RankedMove,
    Ranking,
    Spiral,
)
from wargame.model.seat_view import Reading

ISR, IRN, QAT = ActorId("ISR"), ActorId("IRN"), ActorId("QAT")

DRIVERS = (
    Driver("Weapons that got through", Estimate(0.058, 0.042, 0.074), is_constant=False),
    Driver("Choreographies that held", Estimate(-0.031, -0.047, -0.015), is_constant=False),
    Driver("Half-life of heat", Estimate(0.017, -0.001, 0.035), is_constant=True),
)

SPIRAL = Spiral(0.84, ISR, IRN, 0.6, "Israel and Iran answer 60 % of acts; a shock dies out.")


def fan(first: int = 4, last: int = 12, start: float = 71.8) -> tuple[FanTurn, ...]:
    """A fan that widens with the root of time round a slowly falling median."""
    turns = []
    for ahead, turn in enumerate(range(first, last + 1), 1):
        middle, wide = start - 6 * (1 - math.exp(-ahead / 3)), 6 * math.sqrt(ahead)
        turns.append(
            FanTurn(
                turn,
                max(0.0, middle - 1.6 * wide),
                middle - 0.6 * wide,
                middle,
                min(100.0, middle + 0.5 * wide),
                min(100.0, middle + 1.3 * wide),
            )
        )
    return tuple(turns)


def outlook(
    runs: int = 10_000,
    wanted: int = 10_000,
    *,
    first: int = 4,
    start: float = 71.8,
    doubts: tuple[str, ...] = (),
    drivers: tuple[Driver, ...] = DRIVERS,
) -> Outlook:
    """An outlook to the end of a game of twelve turns."""
    return Outlook(
        runs=runs,
        wanted=wanted,
        seconds=0.83,
        first_turn=first,
        start=start,
        fan=fan(first, 12, start),
        all_out=Estimate(0.071, 0.066, 0.076),
        direct_strike=Estimate(0.44, 0.43, 0.45),
        truce=Estimate(0.21, 0.20, 0.22),
        collapse=Estimate(0.03, 0.026, 0.034),
        drivers=drivers,
        doubts=doubts,
    )


def move_outlook(
    order: Order, runs: int = 1_600, wanted: int = 1_600, *, risk: float = 0.008
) -> MoveOutlook:
    """What may follow from an order that warms a little."""
    return MoveOutlook(
        order=order,
        runs=runs,
        wanted=wanted,
        index=(
            IndexDifference(1, Estimate(2.1, 1.4, 2.8)),
            IndexDifference(3, Estimate(3.4, 2.5, 4.3)),
            IndexDifference(6, Estimate(1.2, -0.4, 2.8)),
        ),
        all_out=Estimate(risk, risk - 0.006, risk + 0.006),
        all_out_then=Estimate(0.079, 0.07, 0.088),
        readings=(Reading(ISR, 11.0, 12.6, 14.0, may_cross=risk > 0),),
    )


def ranking(*moves: tuple[str, str, ActorId | None, float], total: int = 0) -> Ranking:
    """A ranking of moves given as id, name, target and difference of risk."""
    rows = tuple(
        RankedMove(name, 6.0, 1.0, 2.0, move_outlook(Order(MoveId(move), target=target), risk=risk))
        for move, name, target, risk in moves
    )
    return Ranking(IRN, rows, len(rows), max(total, len(rows)))
