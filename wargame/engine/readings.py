"""How an order may be read by others: an estimate from what its own seat knows (MODEL D5.6)."""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp, log10, sqrt
from wargame.engine.law.ladder import intensity, rung_of
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Reading
from wargame.model.world import World

_TAIL_Z = 1.2815515655446004
"""Standard normal quantile of 0.9: the ends shown hold 80 % of the readings."""

_LEAK_LOW, _LEAK_MIDDLE, _LEAK_HIGH = (0.0, 0.0), (0.02, 0.20), (0.04, 0.30)
"""Shares of a salvo that get through with long warning, and how much more without any; judged from
MODEL C1, where 5 of 320 got through after days of warning and about 30 of 180 after hours."""

_WARNING_HOURS = 6.0
"""Hours in which a defence makes itself ready (MODEL C1)."""


def readings_of(
    scenario: Scenario, world: World, seat: ActorId, order: Order
) -> tuple[Reading, ...]:
    """How each other playable actor may read an order, in the scenario's order.

    The estimate takes the seat's own channels and its own beliefs about others' lines; it never
    looks at what others hold. An unknown move has no readings.
    """
    move = scenario.move.get(order.move)
    if move is None:
        return ()
    read = scenario.layout.read
    launched = sum(count for _, count in order.salvo)
    severity = intensity(move.rung) * (1.0 + 0.15 * log10(1.0 + launched / 10.0))
    noticed = bool(order.told) and order.warning_hours > 0
    surprise = exp(-order.warning_hours / _WARNING_HOURS)
    readings = []
    for other in scenario.seats:
        if other.id == seat:
            continue
        channel = read(world.published, "channel", seat, other.id)
        sigma = scenario.parameter_value("perception.sigma", 0.35) * (1.0 - channel)
        # What the discount comes to on average: notice holds with 0.3 + 0.7 channel (D5.6).
        discount = 0.35 * (0.3 + 0.7 * channel) if noticed else 0.0

        def rung(
            leaking: tuple[float, float], z: float, calm: float = discount, s: float = sigma
        ) -> float:
            share = leaking[0] + leaking[1] * surprise
            hits = 0.5 * sqrt(launched * share) * intensity(move.rung) / 6.0
            felt = severity * (1.0 - calm) + hits * (1.0 - 0.5 * calm / 0.35)
            return min(20.0, rung_of(felt * exp(s * z)))

        high = rung(_LEAK_HIGH, _TAIL_Z)
        line = read(world.published, "red_line_seen", seat, other.id)
        readings.append(
            Reading(
                actor=other.id,
                low=rung(_LEAK_LOW, -_TAIL_Z),
                middle=rung(_LEAK_MIDDLE, 0.0),
                high=high,
                may_cross=order.target == other.id and high >= line,
            )
        )
    return tuple(readings)
