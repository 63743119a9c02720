"""What acts cost, and what means an actor has each turn (S5, S16; MODEL D6).

Political means follow survival at home, material means the economy. A sustained move is paid for as
long as it goes on: its cost comes off the next turn's means.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import LAST_RESORT
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "means.political_base",
        4.0,
        3.0,
        5.0,
        JUDGED,
        "Political points of a turn for an actor without any support at home.",
        "MODEL D6",
    ),
    Constant(
        "means.political_approval",
        4.0,
        2.0,
        6.0,
        JUDGED,
        "Political points that full support at home adds.",
        "MODEL D6",
    ),
    Constant(
        "means.material_floor",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Least share of its material income that an actor has, however bad its economy.",
        "MODEL D6",
    ),
    Constant(
        "means.last_resort",
        0.1,
        0.05,
        0.15,
        JUDGED,
        "Survival below which a regime may pay for a last resort with all that it has left.",
        "moves N07",
    ),
)

MOST_POINTS = 20.0
PLAIN, COVERT, BARRAGE, STRIKE, FIRE = range(5)
"""How moves are carried out: places in ``tables.RESOLUTIONS``."""

EVENT, SUSTAINED, STANDING = 0, 1, 2


def affordable(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether the actor can pay for an act; what goes on already is paid for."""
    i, m = a.actor[n, k], a.move[n, k]
    if a.paid[n, k]:
        return True
    enough = w.political[i, k] >= p.move_political[m] or is_last_resort(w, p, i, m, k)
    return bool(enough and w.material[i, k] >= p.move_material[m])


def is_last_resort(w: WorldNumbers, p: Parameters, i: int, m: int, k: int) -> bool:
    """Whether a move is an actor's last resort, which all political means left pay for."""
    return bool(p.move_tag[m, LAST_RESORT] and w.approval[i, k] < p.means_last_resort)


def pay(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Take an act's cost off its actor's means."""
    i, m = a.actor[n, k], a.move[n, k]
    if not a.paid[n, k]:
        w.political[i, k] = max(0.0, w.political[i, k] - p.move_political[m])
        w.material[i, k] = max(0.0, w.material[i, k] - p.move_material[m])


def renew_means(w: WorldNumbers, p: Parameters, a: Acts, k: int) -> None:
    """The means of the next turn, after the upkeep of sustained moves that were made this turn."""
    for i in range(p.n_actors):
        points = p.means_political_base + p.means_political_approval * w.approval[i, k]
        w.political[i, k] = min(points, MOST_POINTS)
        share = held(w.economy[i, k], p.means_material_floor, 1.0)
        w.material[i, k] = min(p.material_income[i] * share, MOST_POINTS)
    for n in range(a.count[k]):
        i, m = a.actor[n, k], a.move[n, k]
        if a.state[n, k] == 1 and p.move_lasting[m] == SUSTAINED:
            w.material[i, k] = max(0.0, w.material[i, k] - p.move_material[m])
