"""Ceasefire talks, front by front (S13).

Progress moves with mediation, with what both sides are privately willing to accept, and with what
a patron's leverage presses out of a partner. What comes of it is in ``truces.py``; who holds a
reply for its sake, in ``deferral.py``. Carries M46, M50, M51, M52.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import LN2, exp, exp2, held, sqrt
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import MEDIATION
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "talks.mediation",
        0.04,
        0.02,
        0.08,
        JUDGED,
        "Progress a week that one mediator brings.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.further_mediator",
        0.1,
        0.0,
        0.5,
        JUDGED,
        "Share of that which each further mediator adds, and of what another invitation to the "
        "same table adds: they compete as much as they help.",
        "MODEL D5.14, M51",
        ("003",),
    ),
    Constant(
        "talks.willingness",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Progress a week, a unit of the product of both sides' willingness above the neutral one.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.neutral",
        0.25,
        0.15,
        0.35,
        JUDGED,
        "Product of willingness at which talks neither gain nor lose by themselves.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.leverage",
        0.06,
        0.02,
        0.1,
        JUDGED,
        "Progress a week that a patron's full leverage on a side presses out.",
        "MODEL D5.14, M52",
        ("001",),
    ),
    Constant(
        "talks.opened_least",
        0.05,
        0.0,
        0.1,
        JUDGED,
        "Progress when talks are opened between sides that will not agree.",
        "moves D06, M50",
        ("003",),
    ),
    Constant(
        "talks.opened_most",
        0.15,
        0.1,
        0.25,
        JUDGED,
        "Progress when talks are opened between sides that both want terms.",
        "moves D06",
    ),
    Constant(
        "talks.opened_days",
        21.0,
        14.0,
        42.0,
        JUDGED,
        "Days after the turn in which sides that were brought to the table gain little from being "
        "invited again.",
        "moves D06",
    ),
    Constant(
        "talks.willing_days",
        120.0,
        60.0,
        240.0,
        JUDGED,
        "Days in which a side's willingness goes half of the way to what its situation calls for.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.willing_state",
        0.4,
        0.3,
        0.5,
        JUDGED,
        "Willingness of a state with no captives to bring home and no reckoning to fear.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.willing_captives",
        0.2,
        0.1,
        0.3,
        SOURCE,
        "What captives in a rival's hands add to a state's willingness.",
        "MODEL D5.14",
        ("003",),
    ),
    Constant(
        "talks.willing_reckoning",
        0.4,
        0.2,
        0.6,
        SOURCE,
        "What a full reckoning at home takes off it: the talks' end would be its beginning.",
        "MODEL D5.14, M59",
        ("002",),
    ),
    Constant(
        "talks.willing_group",
        0.75,
        0.6,
        0.9,
        JUDGED,
        "Willingness of a group that has nothing left to fight with.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.willing_strength",
        0.35,
        0.2,
        0.5,
        JUDGED,
        "What a group's whole capability takes off it, since it then thinks that it is winning.",
        "MODEL D5.14",
    ),
)

DAYS_A_WEEK = 7.0
LONGEST_ACCEPTED = 60.0


def linked_truce(w: WorldNumbers, p: Parameters, k: int) -> float:
    """Share of the linked fronts, 0..1, on which a truce holds."""
    fronts = 0
    truces = 0.0
    for f in range(p.n_fronts):
        if p.linked_front[f]:
            fronts += 1
            truces += w.truce[f, k]
    return truces / fronts if fronts > 0 else 0.0


def linked_talks(w: WorldNumbers, p: Parameters, k: int) -> float:
    """Progress of the talks on the linked front that has come furthest, 0..1."""
    furthest = 0.0
    for f in range(p.n_fronts):
        if p.linked_front[f]:
            furthest = max(furthest, w.talks[f, k])
    return furthest


def party_to(p: Parameters, i: int) -> bool:
    """Whether an actor is one of the two sides of some front."""
    found = False
    for f in range(p.n_fronts):
        found = found or i in (p.front_first[f], p.front_second[f])
    return found


def at_peace(w: WorldNumbers, p: Parameters, i: int, k: int) -> bool:
    """Whether a truce holds on some front on which an actor is a side."""
    found = False
    for f in range(p.n_fronts):
        side = i in (p.front_first[f], p.front_second[f])
        found = found or (side and w.truce[f, k] > 0.0)
    return found


def wanted_willingness(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """The willingness 0..1 that a side's situation calls for (MODEL D5.14).

    It rests on what changes by acts only, so that time passes alike in long and short turns.
    """
    if p.state[i] == 0:
        whole = min(w.strike[i, k] + w.vacancy[i, k], 1.0)
        return held(p.talks_willing_group - p.talks_willing_strength * whole, 0.0, 1.0)
    ours = 0.0
    for j in range(p.n_actors):
        if p.rivals[i, j] and w.captives[j, k] > 0.0:
            ours = 1.0
    goal = p.talks_willing_state + p.talks_willing_captives * ours
    return held(goal - p.talks_willing_reckoning * w.reckoning[i, k], 0.0, 1.0)


def changes_mind(w: WorldNumbers, p: Parameters, i: int, k: int) -> bool:
    """Whether a side's willingness is on the move: not while a reckoning at home comes due."""
    return party_to(p, i) and not at_peace(w, p, i, k)


def pass_talks(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Progress and willingness some days later, in closed form (MODEL D5.14)."""
    rate = LN2 / p.talks_willing_days
    once = (1.0 - exp(-rate * days)) / rate
    twice = (1.0 - exp(-2.0 * rate * days)) / (2.0 * rate)
    for f in range(p.n_fronts):
        if w.table_days[f, k] > 0.0:
            w.table_days[f, k] = max(0.0, w.table_days[f, k] - days)
        i, j = p.front_first[f], p.front_second[f]
        if i >= 0 and w.talks[f, k] > 0.0 and not w.truce[f, k] > 0.0:
            both = willingness_days(w, p, i, j, k, days, once, twice)
            both -= p.talks_neutral * days
            pressed = max(leverage_in_use(w, p, i, k), leverage_in_use(w, p, j, k)) * days
            gained = (p.talks_willingness * both + p.talks_leverage * pressed) / DAYS_A_WEEK
            w.talks[f, k] = held(w.talks[f, k] + gained, 0.0, 1.0)
    left = exp2(-days / p.talks_willing_days)
    for i in range(p.n_actors):
        if changes_mind(w, p, i, k):
            goal = wanted_willingness(w, p, i, k)
            w.willingness[i, k] = goal + (w.willingness[i, k] - goal) * left
        for j in range(p.n_actors):
            if w.accepted[i, j, k] > 0.0:
                w.accepted[i, j, k] = max(0.0, w.accepted[i, j, k] - days)


def willingness_days(
    w: WorldNumbers,
    p: Parameters,
    i: int,
    j: int,
    k: int,
    days: float,
    once: float,
    twice: float,
) -> float:
    """The product of both sides' willingness, integrated over some days.

    Args:
        w: The world.
        p: Constants and tables.
        i: One side.
        j: The other.
        k: The lane.
        days: The days.
        once: Integral over them of what is left of one side's distance to where it goes.
        twice: The same for the product of both sides' distances.
    """
    now_i, now_j = w.willingness[i, k], w.willingness[j, k]
    goal_i, goal_j = now_i, now_j
    if changes_mind(w, p, i, k):
        goal_i = wanted_willingness(w, p, i, k)
    if changes_mind(w, p, j, k):
        goal_j = wanted_willingness(w, p, j, k)
    gap_i, gap_j = now_i - goal_i, now_j - goal_j
    return goal_i * goal_j * days + (goal_i * gap_j + goal_j * gap_i) * once + gap_i * gap_j * twice


def leverage_in_use(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """The greatest leverage that any patron uses on an actor, 0..1."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            most = max(most, w.leverage[patron, i, k])
    return most


def talks_front(p: Parameters, a: Acts, n: int, k: int) -> int:
    """The front whose talks an act moves: its own, or that of the target's first rivalry."""
    front = a.front[n, k]
    if front == p.n_fronts - 1 and a.target[n, k] >= 0:
        return p.first_front[a.target[n, k]]
    return front


def open_talks(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> None:
    """Bring the sides of a front to the table: the more willing both are, the further (D06)."""
    f = talks_front(p, a, n, k)
    i, j = p.front_first[f], p.front_second[f]
    both = 0.0
    if i >= 0:
        both = sqrt(w.willingness[i, k] * w.willingness[j, k])
    gained = p.talks_opened_least + (p.talks_opened_most - p.talks_opened_least) * both
    if w.table_days[f, k] > 0.0:
        gained *= p.talks_further_mediator
    w.talks[f, k] = min(1.0, w.talks[f, k] + gained)
    w.table_days[f, k] = min(days + p.talks_opened_days, LONGEST_ACCEPTED)


def mediate(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> None:
    """Carry terms between the sides; the first mediator of a front counts in full (D07)."""
    f = talks_front(p, a, n, k)
    share = 1.0
    for row in range(a.count[k]):
        mediates = a.state[row, k] == DONE and p.move_tag[a.move[row, k], MEDIATION]
        if mediates and row != n and talks_front(p, a, row, k) == f:
            share = p.talks_further_mediator
    gained = p.talks_mediation * share * days / DAYS_A_WEEK
    w.talks[f, k] = min(1.0, w.talks[f, k] + gained)
