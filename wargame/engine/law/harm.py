"""People killed and displaced (S20). Never part of the index (MODEL 0.1). Carries M66.

Deaths of a salvo come from what leaked and from shelter, those of a strike and of sustained fire
from its rung; each is a Poisson draw. The panel that shows them is kept apart from the meter.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp, exp2
from wargame.engine.law.barrage import WEAPONS, hours_known
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.decapitation import orderly
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.quantiles import poisson
from wargame.engine.law.rng import HARM_DEATHS, uniform
from wargame.engine.law.tags import CIVILIAN
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
        "harm.fire_deaths_a_day",
        1.7,
        0.5,
        4.0,
        DATA,
        "Mean deaths a day under sustained fire at rung 8, without an air defence.",
        "MODEL C2, C4",
        ("timeline",),
    ),
    Constant(
        "harm.fire_doubling_rungs",
        0.9,
        0.7,
        1.2,
        DATA,
        "Rungs in which the deaths of sustained fire double.",
        "MODEL C2",
        ("timeline",),
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
        "harm.displaced_rung_8",
        60000.0,
        30000.0,
        100000.0,
        DATA,
        "People who leave for good while fire at rung 8 goes on.",
        "MODEL A6",
        ("000",),
    ),
    Constant(
        "harm.displaced_doubling_rungs",
        1.25,
        1.0,
        1.6,
        DATA,
        "Rungs in which that number doubles; a campaign of rung 14 displaces about a million in "
        "two weeks.",
        "MODEL A8, S20",
        ("002",),
    ),
    Constant(
        "harm.leaving_a_day",
        0.06,
        0.03,
        0.1,
        JUDGED,
        "Share of those who will leave that does so each day.",
        "MODEL D5.18",
    ),
    Constant(
        "harm.returning_a_day",
        0.01,
        0.005,
        0.03,
        JUDGED,
        "Share of the displaced that returns each day; slower than leaving.",
        "MODEL D5.18",
    ),
)

FIRE_RUNG = 8.0
STRIKE_RUNG = 10.0


def return_home(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """The displaced go back slowly (MODEL D5.18); new fire drives more away, see below."""
    left = exp(-p.harm_returning_a_day * days)
    for i in range(p.n_actors):
        w.displaced[i, k] *= left


def salvo_deaths(p: Parameters, a: Acts, n: int, k: int) -> float:
    """Mean deaths of a salvo: what leaked, its lethality, the target and shelter (MODEL D5.5)."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    value = 1.0 if p.move_tag[m, CIVILIAN] else p.harm_military_target
    mean = 0.0
    for weapon in range(WEAPONS):
        hours = hours_known(p, p.near[i, j], weapon, a.warning[n, k])
        exposed = exp(-hours / p.harm_shelter_hours)
        mean += a.leaked[n, weapon, k] * p.lethality[weapon] * value * exposed
    return mean


def strike_deaths(p: Parameters, a: Acts, n: int, k: int, at_rung_ten: float) -> float:
    """Mean deaths of a strike or covert act that succeeded."""
    m = a.move[n, k]
    mean = at_rung_ten * exp2((min(p.move_rung[m], 14.0) - STRIKE_RUNG) / 5.0)
    if p.move_tag[m, CIVILIAN]:
        mean *= p.harm_civilian_factor
    return mean * a.success[n, k]


def fire_deaths(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> float:
    """Mean deaths of a turn of sustained fire."""
    i, j = a.actor[n, k], a.target[n, k]
    rung = p.move_rung[a.move[n, k]]
    a_day = p.harm_fire_deaths_a_day * exp2((rung - FIRE_RUNG) / p.harm_fire_doubling_rungs)
    shielded = p.harm_fire_shielded * min(w.shield[j, k], 1.0)
    return a_day * days * w.strike[i, k] * orderly(w, p, i, k) * (1.0 - shielded)


def displace(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> None:
    """Drive people away under sustained fire: a share a day of those who will leave."""
    i, j = a.actor[n, k], a.target[n, k]
    # Fire at a distant state's forces abroad drives nobody from home.
    if p.state[j] and not p.near[i, j]:
        return
    rung = p.move_rung[a.move[n, k]]
    goal = p.harm_displaced_rung_8 * exp2((rung - FIRE_RUNG) / p.harm_displaced_doubling_rungs)
    gap = goal - w.displaced[j, k]
    if gap > 0.0:
        leaving = gap * (1.0 - exp(-p.harm_leaving_a_day * days))
        a.displaced[n, k] = int(leaving)
        w.displaced[j, k] += leaving


def draw_deaths(w: WorldNumbers, a: Acts, c: Context, n: int, k: int, mean: float) -> None:
    """Draw the deaths of an act around their mean, and count them on the target's side."""
    if mean > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], HARM_DEATHS, a.place[n, k], 0)
        a.killed[n, k] = poisson(mean, u)
        note(c, HARM_DEATHS, 0, u, a.killed[n, k])
        w.deaths[a.target[n, k], k] += a.killed[n, k]
