"""Shipping, freight and oil (S19): what attacks at sea cost everybody. Carries M68, M69.

The share of ships that go round rises within a week while ships are attacked and falls slowly once
they are not; freight follows the diversion in about ten days (MODEL C4: within 5 % of the six weeks
of Drewry's index). Escorts halve what attacks achieve. Whoever is struck for attacks on merchant
ships turns on the warships as well.

The laws are coupled, so ``turn.py`` integrates them in steps of a day: seven turns of a day and one
of a week take the same steps.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp, held, ln
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.shield import spend_interceptors
from wargame.engine.law.tags import ESCORT, SHIPPING, STRAIT
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "shipping.most_diverted",
        0.7,
        0.5,
        0.85,
        DATA,
        "Share of shipping that goes round under attacks by a group at its full strength.",
        "MODEL C4",
        ("indicators",),
    ),
    Constant(
        "shipping.diverting_days",
        7.0,
        5.0,
        12.0,
        DATA,
        "Days in which 63 % of those who will go round do so.",
        "MODEL C4",
        ("indicators",),
    ),
    Constant(
        "shipping.returning_days",
        90.0,
        40.0,
        180.0,
        JUDGED,
        "Days in which 63 % of those come back once the attacks stop or are held off.",
        "MODEL D5.18",
    ),
    Constant(
        "shipping.escorted",
        0.5,
        0.3,
        0.9,
        JUDGED,
        "Share of the attacks' effect that remains where ships are escorted.",
        "MODEL D5.18",
        ("002",),
    ),
    Constant(
        "freight.per_diverted",
        2.5,
        1.5,
        4.0,
        DATA,
        "What a full diversion adds to freight rates, in rates before the crisis.",
        "MODEL C4",
        ("indicators",),
    ),
    Constant(
        "freight.days",
        10.0,
        7.0,
        15.0,
        DATA,
        "Days in which freight closes 63 % of the gap, in logarithms.",
        "MODEL C4",
        ("indicators",),
    ),
    Constant(
        "freight.strait",
        0.18,
        0.05,
        0.5,
        JUDGED,
        "What a closed strait adds to the logarithm of freight while it is closed: a fifth.",
        "moves E08",
    ),
    Constant(
        "oil.days",
        60.0,
        30.0,
        120.0,
        JUDGED,
        "Days in which a shock to the price of oil loses 63 % of itself, in logarithms; a strait "
        "that stays closed keeps it.",
        "moves E08",
    ),
    Constant(
        "economy.freight",
        0.002,
        0.0005,
        0.005,
        JUDGED,
        "What freight costs every economy a week, times its logarithm.",
        "MODEL M68",
        ("000",),
    ),
    Constant(
        "economy.oil",
        0.004,
        0.001,
        0.01,
        JUDGED,
        "What oil above its old price costs every economy a week, times its logarithm.",
        "MODEL M68",
    ),
    Constant(
        "shipping.warships_debt",
        3.0,
        1.0,
        8.0,
        JUDGED,
        "What a group must owe a naval power, S units, to turn on its warships as well.",
        "MODEL M69",
        ("002",),
    ),
    Constant(
        "shipping.warships_rung",
        8.0,
        7.5,
        9.0,
        JUDGED,
        "Rung of attacks on shipping that include warships.",
        "MODEL M69, C2",
        ("002", "timeline"),
    ),
    Constant(
        "shipping.shots_a_day",
        1.0,
        0.3,
        3.0,
        JUDGED,
        "Interceptors a day that warships under such attacks spend.",
        "MODEL M69, C2",
        ("timeline",),
    ),
)

DAYS_A_WEEK = 7.0
LEAST_NAVY = 0.1
LOWER = 3
"""Place of the lower layer in ``ids.Layer``."""


def diverted_goal(w: WorldNumbers, p: Parameters, a: Acts, k: int) -> float:
    """Share of shipping that goes round in the end, under this turn's attacks and escorts."""
    pressure = 0.0
    share = 1.0
    for n in range(a.count[k]):
        if a.state[n, k] == DONE:
            if p.move_tag[a.move[n, k], SHIPPING]:
                pressure += reach_at_sea(w, a.actor[n, k], k)
            elif p.move_tag[a.move[n, k], ESCORT]:
                share = p.shipping_escorted
    return p.shipping_most_diverted * min(pressure, 1.0) * share


def reach_at_sea(w: WorldNumbers, i: int, k: int) -> float:
    """How far an actor can still threaten ships, 0 to 1: its capability, if it has the weapons."""
    weapons = w.stock[i, 0, k] + w.stock[i, 1, k]
    return held(w.strike[i, k], 0.0, 1.0) if weapons >= 1.0 else 0.0


def is_strait_closed(p: Parameters, a: Acts, k: int) -> bool:
    """Whether somebody keeps a strait closed this turn."""
    for n in range(a.count[k]):
        if a.state[n, k] == DONE and p.move_tag[a.move[n, k], STRAIT]:
            return True
    return False


def sail(w: WorldNumbers, p: Parameters, a: Acts, k: int, day: float) -> None:
    """Diversion, freight and oil after a day or less of the turn, and what they cost everybody."""
    goal = diverted_goal(w, p, a, k)
    closed = is_strait_closed(p, a, k)
    before = w.diverted[k]
    wait = p.shipping_diverting_days if before < goal else p.shipping_returning_days
    w.diverted[k] = goal + (before - goal) * exp(-day / wait)
    aim = ln(1.0 + p.freight_per_diverted * 0.5 * (before + w.diverted[k]))
    if closed:
        aim += p.freight_strait
    rate = aim + (ln(w.freight[k]) - aim) * exp(-day / p.freight_days)
    w.freight[k] = exp(rate)
    oil = ln(w.oil[k])
    if not closed:
        oil *= exp(-day / p.oil_days)
        w.oil[k] = exp(oil)
    burden = day * (p.economy_freight * max(rate, 0.0) + p.economy_oil * max(oil, 0.0))
    if burden > 0.0:
        for i in range(p.n_actors):
            w.economy[i, k] = max(0.0, w.economy[i, k] - burden / DAYS_A_WEEK)


def turns_on_warships(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, j: int) -> bool:
    """Whether an attack on shipping is also one on a naval power's warships there (M69)."""
    i = a.actor[n, k]
    here = j != a.target[n, k] and p.rivals[i, j] and p.front_of[i, j] == a.front[n, k]
    navy = here and w.naval[j, k] >= LEAST_NAVY
    return bool(navy and w.debt[i, j, k] >= p.shipping_warships_debt)


def aim_at_warships(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Lift an attack on shipping to the rung of one on warships where its author owes for a raid.

    It is then an act against the ships' owners as well, who spend interceptors and are owed an
    answer in kind.
    """
    for j in range(p.n_actors):
        if turns_on_warships(w, p, a, n, k, j):
            a.rung[n, k] = max(a.rung[n, k], p.shipping_warships_rung)


def hit_warships(
    w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int, share: float
) -> None:
    """What an attack on shipping that includes warships does to their owners (M69).

    Args:
        share: The part of a single act that this turn is, in debt.
    """
    i = a.actor[n, k]
    s = intensity(p.shipping_warships_rung)
    for j in range(p.n_actors):
        if turns_on_warships(w, p, a, n, k, j):
            w.heat[i, j, k] += share * s
            w.debt[j, i, k] = max(w.debt[j, i, k], min(w.debt[j, i, k] + share * s, s))
            w.last_rung[i, j, k] = max(w.last_rung[i, j, k], p.shipping_warships_rung)
            spend_interceptors(w, p, j, k, LOWER, p.shipping_shots_a_day * c.days)
