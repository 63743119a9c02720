"""People driven from home and what harm does to publics (S20). Carries M65, M66.

People leave under sustained fire, the faster the more have yet to leave, and nobody goes back while
it goes on. When it stops they return slowly (MODEL D5.18). Deaths radicalise those who suffer them
and those close to them, and cost the good name of who caused them.
"""

from __future__ import annotations

import math

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp, exp2
from wargame.engine.law.constant import DATA, JUDGED, Constant
from wargame.engine.law.context import Context
from wargame.engine.law.fire import effort
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import CASUALTY_TAIL, SIEGE
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
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
        "harm.displaced_far_rung",
        14.0,
        12.0,
        16.0,
        JUDGED,
        "Rung from which fire between distant countries drives people away as well.",
        "MODEL D3",
    ),
    Constant(
        "harm.leaving_a_day",
        0.06,
        0.03,
        0.1,
        DATA,
        "Share of those who will leave that does so each day. By the week, a campaign would have "
        "to drive out nine million people to displace one million in two.",
        "MODEL D5.18",
        ("002",),
    ),
    Constant(
        "harm.returning_a_day",
        0.01,
        0.005,
        0.03,
        JUDGED,
        "Share of the displaced that returns each day once the fire has stopped; slower than "
        "leaving.",
        "MODEL D5.18",
    ),
    Constant(
        "harm.radicalising_deaths",
        15000.0,
        5000.0,
        50000.0,
        JUDGED,
        "Deaths that radicalise 63 % of those who are not radical yet among the people who suffer "
        "them.",
        "MODEL M66",
        ("003",),
    ),
    Constant(
        "harm.radicalising_near",
        0.2,
        0.05,
        0.5,
        JUDGED,
        "Share of that among neighbours and allies of those who suffer.",
        "MODEL M66",
        ("003",),
    ),
    Constant(
        "harm.radical_home",
        0.3,
        0.2,
        0.4,
        JUDGED,
        "Radicalisation that a public keeps when nothing feeds it.",
        "MODEL D1",
    ),
    Constant(
        "harm.radical_half_life_days",
        365.0,
        180.0,
        1000.0,
        JUDGED,
        "Days in which radicalisation above that falls half of the way back.",
        "MODEL M66",
    ),
    Constant(
        "harm.legitimacy_deaths",
        30000.0,
        10000.0,
        100000.0,
        JUDGED,
        "Deaths that take away 63 % of the good name of who is known to have caused them.",
        "MODEL M65",
        ("003",),
    ),
)

FIRE_RUNG = 8.0
FIRE = 4
"""Place in ``tables.RESOLUTIONS``."""


def leaving_in_all(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> float:
    """People who will have left under an act's sustained fire if it goes on for long.

    It grows with the square root of what is fired, so twice the rockets drive out less than twice
    the people. Harassed bases and daily fire from far away empty no towns.
    """
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    rung = p.move_rung[m]
    if p.move_resolution[m] != FIRE or p.move_tag[m, CASUALTY_TAIL]:
        return 0.0
    if not p.near[i, j] and rung < p.harm_displaced_far_rung:
        return 0.0
    everybody = p.harm_displaced_rung_8 * exp2((rung - FIRE_RUNG) / p.harm_displaced_doubling_rungs)
    if not p.near[i, j]:
        everybody *= 1.0 - p.harm_fire_shielded * min(w.shield[j, k], 1.0)
    return everybody * math.sqrt(effort(p, a, c, n, k))


def displace(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Drive people away under sustained fire: a share a day of those who will leave."""
    j = a.target[n, k]
    gap = leaving_in_all(w, p, a, c, n, k) - w.displaced[j, k]
    if gap > 0.0:
        leaving = gap * (1.0 - exp(-p.harm_leaving_a_day * c.days))
        a.displaced[n, k] = int(leaving)
        w.displaced[j, k] += leaving


def is_under_fire(w: WorldNumbers, p: Parameters, a: Acts, c: Context, j: int, k: int) -> bool:
    """Whether the people of an actor cannot go home: fire that empties towns, or a siege."""
    for n in range(a.count[k]):
        siege = p.move_tag[a.move[n, k], SIEGE]
        aimed = a.target[n, k] == j and a.state[n, k] == DONE
        if aimed and (siege or leaving_in_all(w, p, a, c, n, k) > 0.0):
            return True
    return False


def return_home(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int) -> None:
    """Those whom no fire keeps away any more go back slowly (MODEL D5.18)."""
    staying = exp(-p.harm_returning_a_day * c.days)
    for i in range(p.n_actors):
        if w.displaced[i, k] > 0.0 and not is_under_fire(w, p, a, c, i, k):
            w.displaced[i, k] *= staying


def fade_radicalisation(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Radicalisation above its home some days later."""
    left = exp2(-days / p.harm_radical_half_life_days)
    for i in range(p.n_actors):
        over = w.radicalisation[i, k] - p.harm_radical_home
        if over > 0.0:
            w.radicalisation[i, k] = p.harm_radical_home + over * left


def mourn(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """What the deaths of an act do to publics, and to the name of who caused them (M65, M66)."""
    i, j, killed = a.actor[n, k], a.target[n, k], a.killed[n, k]
    if killed == 0:
        return
    own = 1.0 - exp(-killed / p.harm_radicalising_deaths)
    others = 1.0 - exp(-p.harm_radicalising_near * killed / p.harm_radicalising_deaths)
    for o in range(p.n_actors):
        if o == j:
            w.radicalisation[o, k] += (1.0 - w.radicalisation[o, k]) * own
        elif o != i and (p.near[j, o] or p.allies[j, o] or p.proxy[o, j]):
            w.radicalisation[o, k] += (1.0 - w.radicalisation[o, k]) * others
    w.legitimacy[i, k] *= exp(-killed * a.attribution[n, k] / p.harm_legitimacy_deaths)
