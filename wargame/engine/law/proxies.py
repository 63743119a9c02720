"""Groups that somebody sponsors, and what they make of their patron's wishes (S4).

A patron's call has three answers: the group obeys, with probability alignment x (1 - autonomy);
else it takes part in a joint response that stays below the all-out line, if its solidarity
outweighs the cost; else it goes its own way. Operations without notice are in ``unnotified.py``,
supplies in ``supplies.py``. Carries M4, M29, M33, M34, M35, M36, M47, M48.
"""

from __future__ import annotations

import math

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp, exp2, log2
from wargame.engine.law.belief import days_of_silence, debts_before
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.index import weighted_heat
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import PROXIES_CALL, folded, uniform
from wargame.engine.law.talks import linked_truce
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "proxies.joint_cost",
        2.0,
        1.0,
        4.0,
        JUDGED,
        "Cost of a joint response to a whole group in calm times, S units; it rises with the "
        "heat of the day and with the group's own losses.",
        "MODEL D5.12",
    ),
    Constant(
        "proxies.held_days",
        7.0,
        3.0,
        14.0,
        JUDGED,
        "Days after the turn for which a group keeps to what it answered its patron.",
        "MODEL D5.12, moves C10",
    ),
    Constant(
        "proxies.stand_down_rung",
        6.0,
        5.0,
        6.5,
        JUDGED,
        "Highest rung of a group that stands down: no fire, no attacks on shipping.",
        "MODEL D3, M35",
        ("004",),
    ),
    Constant(
        "proxies.joint_rung",
        10.0,
        9.0,
        12.0,
        SOURCE,
        "Highest rung of a group that takes part in a joint response below the all-out line.",
        "MODEL D3, M35",
        ("004",),
    ),
    Constant(
        "proxies.alone_autonomy",
        0.02,
        0.0,
        0.05,
        JUDGED,
        "Autonomy that a group gains by deciding alone.",
        "MODEL D5.12, M34",
        ("004",),
    ),
    Constant(
        "proxies.follows_from",
        0.5,
        0.4,
        0.6,
        JUDGED,
        "Alignment above which a group is asked to join an attack on all fronts at all.",
        "moves M19",
    ),
    Constant(
        "proxies.joint_share",
        0.03,
        0.01,
        0.1,
        JUDGED,
        "Share of its stock that a group launches when it joins such an attack.",
        "moves M19",
    ),
    Constant(
        "proxies.joint_most",
        3000.0,
        1000.0,
        5000.0,
        JUDGED,
        "The most weapons of a class that it can launch in one such attack.",
        "moves M19",
    ),
    Constant(
        "proxies.silence_alignment",
        0.98,
        0.95,
        1.0,
        JUDGED,
        "Share of a group's alignment that is left after a week in which its patron left a debt "
        "of its own unanswered.",
        "M33",
        ("002",),
    ),
    Constant(
        "proxies.silence_grievance",
        0.02,
        0.0,
        0.05,
        JUDGED,
        "Share of the way to full grievance that such a week moves a group.",
        "M33",
        ("002",),
    ),
    Constant(
        "proxies.pretext",
        0.8,
        0.5,
        1.0,
        JUDGED,
        "Share of what groups elsewhere and their rivals owe each other that a truce on the "
        "linked front settles at full linkage: the pretext is gone.",
        "M47, M48",
        ("001", "002"),
    ),
    Constant(
        "proxies.left_out",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Grievance of a wholly autonomous group when a step towards normalisation leaves it out.",
        "moves D14",
        ("002",),
    ),
)

OBEYS, JOINS, ALONE = 0, 1, 2
"""Answers to a patron's call."""

FORCE_RUNG = 7.0
"""Lowest rung of fire: below it there is nothing for a group to hold back."""

NO_REQUEST = 21.0
LONGEST_HELD = 60.0
WEAPONS = 5


def obey_chance(w: WorldNumbers, patron: int, g: int, k: int) -> float:
    """Probability that a group does as its patron asks (MODEL D5.12)."""
    return w.alignment[g, patron, k] * (1.0 - w.autonomy[g, patron, k])


def solidarity_of(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """Solidarity of an actor with others' war, S units; a truce there lowers it (D5.10, M47)."""
    return p.solidarity[i] * (1.0 - w.linkage[k] * linked_truce(w, p, k))


def settle_pretexts(w: WorldNumbers, p: Parameters, front: int, k: int) -> None:
    """A truce on a linked front settles most of what groups elsewhere fight over (M48)."""
    left = 1.0 - p.proxies_pretext * w.linkage[k]
    for g in range(p.n_actors):
        if p.state[g] == 0 and p.solidarity[g] > 0.0:
            for j in range(p.n_actors):
                if p.rivals[g, j] and p.front_of[g, j] != front:
                    w.debt[g, j, k] *= left
                    w.debt[j, g, k] *= left


def cost_of_joining(w: WorldNumbers, p: Parameters, g: int, k: int) -> float:
    """What a joint response would cost a group, S units."""
    danger = 1.0 - exp(-weighted_heat(w, p, k) / p.index_scale)
    losses = 2.0 - min(w.strike[g, k], 1.0) * w.cohesion[g, k]
    return p.proxies_joint_cost * (1.0 + danger) * losses


def answer_call(
    w: WorldNumbers, p: Parameters, c: Context, k: int, patron: int, g: int, place: int
) -> int:
    """Draw how a group answers its patron's call: ``OBEYS``, ``JOINS`` or ``ALONE`` (D5.12).

    Args:
        w: The world.
        p: Constants and tables.
        c: The turn.
        k: The lane.
        patron: Who calls.
        g: Who answers.
        place: Word of the act by which the patron calls.
    """
    address = folded(place, p.actor_key[g])
    u = uniform(c.key_high[k], c.key_low[k], PROXIES_CALL, address, 0)
    answer = ALONE
    if u < obey_chance(w, patron, g, k):
        answer = OBEYS
    else:
        willing = solidarity_of(w, p, g, k) * (1.0 - w.grievance[g, patron, k])
        if willing > cost_of_joining(w, p, g, k):
            answer = JOINS
    note(c, PROXIES_CALL, g, u, answer)
    return answer


def ask_to_stand_down(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Put a patron's request to hold fire to a group (moves C10).

    A group that obeys also drops an operation without notice that it was preparing.
    """
    patron, g = a.actor[n, k], a.target[n, k]
    if g < 0 or p.proxy[patron, g] == 0:
        return
    answer = answer_call(w, p, c, k, patron, g, a.place[n, k])
    a.success[n, k] = 1 if answer == OBEYS else 0
    if answer == ALONE:
        z = w.autonomy[g, patron, k]
        w.autonomy[g, patron, k] = min(1.0, z + p.proxies_alone_autonomy)
        return
    highest = p.proxies_stand_down_rung if answer == OBEYS else p.proxies_joint_rung
    w.held_rung[g, k] = min(w.held_rung[g, k], highest)
    w.held_days[g, k] = min(c.days + p.proxies_held_days, LONGEST_HELD)
    if answer == OBEYS:
        w.preparing[g, patron, k] = 0.0


def holds_fire(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether an act is fire that its actor holds back at its patron's request."""
    i, m = a.actor[n, k], a.move[n, k]
    rung = p.move_rung[m]
    if a.target[n, k] < 0 or rung < FORCE_RUNG or p.move_goldstein[m] >= 0.0:
        return False
    return bool(w.held_days[i, k] > 0.0 and rung > w.held_rung[i, k])


def end_requests(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Requests to hold fire run out."""
    for i in range(p.n_actors):
        if w.held_days[i, k] > 0.0:
            w.held_days[i, k] = max(0.0, w.held_days[i, k] - days)
            if w.held_days[i, k] <= 0.0:
                w.held_rung[i, k] = NO_REQUEST


def call_to_attack(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Ask every aligned group of the actor to join an attack; those who do act this step (M36)."""
    patron, m, target = a.actor[n, k], a.move[n, k], a.target[n, k]
    for g in range(p.n_actors):
        close = p.proxy[patron, g] and w.alignment[g, patron, k] > p.proxies_follows_from
        asked = close and w.collapsed[g, k] < 1.0 and g != target
        if asked and answer_call(w, p, c, k, patron, g, a.place[n, k]) != ALONE:
            join_attack(w, p, a, k, g, m, target)


def join_attack(
    w: WorldNumbers, p: Parameters, a: Acts, k: int, g: int, move: int, target: int
) -> None:
    """Add a group's own part in a joint attack, with a share of each of its stocks."""
    whole = 0
    for weapon in range(WEAPONS):
        whole += joint_salvo(w, p, k, g, weapon)
    if whole == 0:
        return
    row = append_act(p, a, k, g, move, target)
    if row >= 0:
        a.paid[row, k] = 1
        for weapon in range(WEAPONS):
            a.salvo[row, weapon, k] = joint_salvo(w, p, k, g, weapon)


def joint_salvo(w: WorldNumbers, p: Parameters, k: int, g: int, weapon: int) -> int:
    """Weapons of a class that a group would launch in a joint attack."""
    share = w.stock[g, weapon, k] * p.proxies_joint_share
    return math.floor(min(share, p.proxies_joint_most))


def silence_weakens_alliance(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """A patron that owes a reply and is silent loses its groups' regard (M33)."""
    faded = debts_before(p, days)
    for patron in range(p.n_actors):
        if sponsors(p, patron) == 0:
            continue
        weeks = days_of_silence(w, p, patron, k, days, faded) / 7.0
        if not weeks > 0.0:
            continue
        kept = exp2(weeks * log2(p.proxies_silence_alignment))
        eased = exp2(weeks * log2(1.0 - p.proxies_silence_grievance))
        for g in range(p.n_actors):
            if p.proxy[patron, g]:
                w.alignment[g, patron, k] *= kept
                w.grievance[g, patron, k] = 1.0 - (1.0 - w.grievance[g, patron, k]) * eased


def sponsors(p: Parameters, patron: int) -> int:
    """How many groups an actor sponsors."""
    groups = 0
    for g in range(p.n_actors):
        groups += p.proxy[patron, g]
    return groups


def leave_out(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A step towards normalisation angers the autonomous rivals of those who take it (D14)."""
    i, j = a.actor[n, k], a.target[n, k]
    for patron in range(p.n_actors):
        for g in range(p.n_actors):
            left_out = p.rivals[g, i] or (j >= 0 and p.rivals[g, j])
            if p.proxy[patron, g] and left_out:
                more = p.proxies_left_out * w.autonomy[g, patron, k]
                w.grievance[g, patron, k] = min(1.0, w.grievance[g, patron, k] + more)
