"""People killed (S20). Never part of the index (MODEL 0.1).

Deaths of a salvo come from what leaked and from shelter, those of a strike from its rung, those of
sustained fire from its kind: daily fire, a campaign, a ground war, a war between states. Each is a
Poisson draw around a mean, except potshots: nearly all of them kill nobody and one in many kills
some, so their deaths are a rare tail. The panel that shows them is kept apart from the meter.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp, exp2, held
from wargame.engine.law.barrage import WEAPONS, hours_known
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.decapitation import orderly
from wargame.engine.law.fire import effort
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.quantiles import poisson
from wargame.engine.law.rng import HARM_DEATHS, uniform
from wargame.engine.law.tags import (
    CIVILIAN,
    GROUND_WAR,
    INTER_STATE_WAR,
    NUCLEAR_USE,
    PROTECTS_CIVILIANS,
    SIEGE,
    UNNOTIFIED,
)
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "harm.shelter_hours",
        2.0,
        0.5,
        4.0,
        JUDGED,
        "Hours of warning in which 63 % of those in danger reach shelter.",
        "MODEL D5.5",
    ),
    Constant(
        "harm.military_target",
        0.1,
        0.03,
        0.3,
        DATA,
        "Share of a weapon's lethality that counts at a military site.",
        "MODEL C1",
        ("strikes",),
    ),
    Constant(
        "harm.strike_deaths",
        6.0,
        2.0,
        15.0,
        DATA,
        "Mean deaths of a strike that lands, at rung 10.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.covert_deaths",
        2.0,
        1.0,
        5.0,
        DATA,
        "Mean deaths of a violent covert act that succeeds, at rung 10.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.civilian_factor",
        8.0,
        3.0,
        20.0,
        JUDGED,
        "How many times more people a strike at towns or the economy kills.",
        "MODEL D3",
    ),
    Constant(
        "harm.surprise_deaths",
        1500.0,
        500.0,
        3000.0,
        DATA,
        "Mean deaths of an attack on a neighbour's soil of which nobody knew, by a full ground "
        "force: about 1,200 on 7 October 2023.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.nuclear_deaths",
        70000.0,
        20000.0,
        200000.0,
        JUDGED,
        "Mean deaths of the use of one nuclear weapon; play ends with it.",
        "MODEL D3",
    ),
    Constant(
        "harm.fire_deaths_a_day",
        1.7,
        0.5,
        4.0,
        DATA,
        "Mean deaths a day under sustained fire at rung 8, without an air defence: 481 in Lebanon "
        "in 289 days.",
        "MODEL C2, C4",
        ("timeline",),
    ),
    Constant(
        "harm.fire_doubling_rungs",
        0.93,
        0.7,
        1.2,
        DATA,
        "Rungs in which the deaths of sustained fire double: a campaign of rung 14 kills about "
        "150 a day where it finds all its targets, some two thousand in two weeks.",
        "MODEL A6, C2",
        ("002", "timeline"),
    ),
    Constant(
        "harm.fewest_targets",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Least share of those deaths as the target's own striking capability, and with it what "
        "there is to aim at, falls; a year into the war in Gaza the daily toll was about a third.",
        "MODEL A6",
        ("002",),
    ),
    Constant(
        "harm.fire_shielded",
        0.9,
        0.7,
        0.97,
        JUDGED,
        "Share of the deaths of sustained fire that a full national shield prevents.",
        "MODEL C2",
    ),
    Constant(
        "harm.far_fire",
        0.1,
        0.03,
        0.3,
        JUDGED,
        "Share of the deaths of daily fire that remains between distant countries, since little "
        "of it reaches that far.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.ground_deaths_a_day",
        40.0,
        15.0,
        100.0,
        DATA,
        "Mean deaths a day on the invaded side of a ground war, beside any campaign from the air.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.ground_losses_a_day",
        1.2,
        0.5,
        3.0,
        DATA,
        "Mean deaths a day on the invading side against a full ground force: some 330 soldiers "
        "in Gaza in nine months.",
        "MODEL C2",
        ("timeline",),
    ),
    Constant(
        "harm.war_deaths_a_day",
        100.0,
        30.0,
        400.0,
        JUDGED,
        "Mean deaths a day of a sustained war between states that have no border, without an air "
        "defence.",
        "MODEL D3",
    ),
    Constant(
        "harm.potshots_a_day",
        1.57,
        1.0,
        2.5,
        DATA,
        "Attacks a day while bases are harassed: about 160 in 102 days.",
        "MODEL C4",
        ("000", "timeline"),
    ),
    Constant(
        "harm.potshot_kills",
        0.00625,
        0.003,
        0.02,
        DATA,
        "Probability that one such attack kills: once in about 160.",
        "MODEL C4",
        ("000", "timeline"),
    ),
    Constant(
        "harm.potshot_deaths",
        3.0,
        1.0,
        6.0,
        DATA,
        "Mean deaths of an attack of that kind that kills.",
        "MODEL C4",
        ("000",),
    ),
    Constant(
        "harm.potshot_rung",
        10.0,
        9.0,
        11.0,
        JUDGED,
        "Rung at which harassment that has killed is read.",
        "MODEL C4, A5",
        ("000",),
    ),
    Constant(
        "harm.protected",
        0.8,
        0.6,
        0.95,
        JUDGED,
        "Share of the harm on a front that remains while people there are given access and cover.",
        "moves D11",
    ),
    Constant(
        "harm.besieged",
        1.2,
        1.05,
        1.5,
        JUDGED,
        "How many times more people fire kills in a territory under siege.",
        "moves E09",
    ),
)

FIRE_RUNG = 8.0
STRIKE_RUNG = 10.0
ALMOST = 1e-12


def salvo_deaths(p: Parameters, a: Acts, n: int, k: int) -> float:
    """Mean deaths of a salvo: what leaked, its lethality, the target and shelter (MODEL D5.5)."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    value = 1.0 if p.move_tag[m, CIVILIAN] else p.harm_military_target
    mean = 0.0
    for weapon in range(WEAPONS):
        if a.leaked[n, weapon, k] == 0:
            continue
        hours = hours_known(p, p.near[i, j], weapon, a.warning[n, k])
        exposed = exp(-hours / p.harm_shelter_hours)
        mean += a.leaked[n, weapon, k] * p.lethality[weapon] * value * exposed
    return mean


def strike_deaths(
    w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, at_rung_ten: float
) -> float:
    """Mean deaths of a strike or covert act that succeeded."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    if p.move_tag[m, NUCLEAR_USE]:
        return p.harm_nuclear_deaths * a.success[n, k]
    if p.move_tag[m, UNNOTIFIED] and p.near[i, j]:
        surprised = exp(-a.warning[n, k] / p.harm_shelter_hours)
        return p.harm_surprise_deaths * w.ground[i, k] * surprised * a.success[n, k]
    mean = at_rung_ten * exp2((min(p.move_rung[m], 14.0) - STRIKE_RUNG) / 5.0)
    if p.move_tag[m, CIVILIAN]:
        mean *= p.harm_civilian_factor
    return mean * a.success[n, k]


def fire_deaths(
    w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int, days: float
) -> float:
    """Mean deaths on the target's side in a turn of sustained fire."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    shielded = 1.0 - p.harm_fire_shielded * min(w.shield[j, k], 1.0)
    if p.move_tag[m, GROUND_WAR]:
        a_day = p.harm_ground_deaths_a_day * w.ground[i, k]
    elif p.move_tag[m, INTER_STATE_WAR]:
        a_day = p.harm_war_deaths_a_day * w.strike[i, k] * shielded
    else:
        rungs = (p.move_rung[m] - FIRE_RUNG) / p.harm_fire_doubling_rungs
        a_day = p.harm_fire_deaths_a_day * exp2(rungs) * w.strike[i, k] * shielded
        a_day *= effort(p, a, c, n, k) * held(w.strike[j, k], p.harm_fewest_targets, 1.0)
        if not p.near[i, j]:
            a_day *= p.harm_far_fire
    return a_day * days * orderly(w, p, i, k) * conduct(p, a, n, k)


def ground_losses(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> float:
    """Mean deaths on the invading side in a turn of ground war; 0 for other fire."""
    if not p.move_tag[a.move[n, k], GROUND_WAR]:
        return 0.0
    return p.harm_ground_losses_a_day * days * w.ground[a.target[n, k], k]


def conduct(p: Parameters, a: Acts, n: int, k: int) -> float:
    """How conduct changes the harm of fire: access and cover on its front, a siege of its target.

    A standing move of either kind counts as long as it goes on.
    """
    covered = 1.0
    closed = 1.0
    for other in range(a.count[k]):
        m = a.move[other, k]
        protects, besieges = p.move_tag[m, PROTECTS_CIVILIANS], p.move_tag[m, SIEGE]
        if protects | besieges:
            stands = a.going_on[other, k] == 1 or a.state[other, k] == DONE
            if stands and protects and a.front[other, k] == a.front[n, k]:
                covered = p.harm_protected
            if stands and besieges and a.target[other, k] == a.target[n, k]:
                closed = p.harm_besieged
    return covered * closed


def draw_deaths(w: WorldNumbers, a: Acts, c: Context, n: int, k: int, mean: float) -> None:
    """Draw the deaths of an act around their mean, and count them on the target's side."""
    if mean > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], HARM_DEATHS, a.place[n, k], 0)
        a.killed[n, k] = poisson(mean, u)
        note(c, HARM_DEATHS, 0, u, a.killed[n, k])
        w.deaths[a.target[n, k], k] += a.killed[n, k]


def draw_losses(w: WorldNumbers, a: Acts, c: Context, n: int, k: int, mean: float) -> None:
    """Draw the deaths of an act's own side; they are its actor's, not among those it killed."""
    if mean > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], HARM_DEATHS, a.place[n, k], 1)
        lost = poisson(mean, u)
        note(c, HARM_DEATHS, 1, u, lost)
        w.deaths[a.actor[n, k], k] += lost


def draw_potshots(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw whether a turn of harassment killed anybody; if so the act is read at a higher rung.

    One uniform number decides both: its top share means that an attack killed, and what is left of
    it how many.
    """
    attacks = p.harm_potshots_a_day * c.days * w.strike[a.actor[n, k], k]
    chance = 1.0 - exp(-attacks * p.harm_potshot_kills)
    u = uniform(c.key_high[k], c.key_low[k], HARM_DEATHS, a.place[n, k], 0)
    if u >= 1.0 - chance and chance > 0.0:
        rest = held((u - (1.0 - chance)) / chance, ALMOST, 1.0 - ALMOST)
        a.killed[n, k] = 1 + poisson(max(p.harm_potshot_deaths - 1.0, 0.0), rest)
        a.rung[n, k] = max(a.rung[n, k], p.harm_potshot_rung)
        w.deaths[a.target[n, k], k] += a.killed[n, k]
    note(c, HARM_DEATHS, 0, u, a.killed[n, k])
