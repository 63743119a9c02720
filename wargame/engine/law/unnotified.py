"""Operations without notice: prepared unseen, and the patron learns with the world (S4).

A group's own cells begin one with a weekly hazard .02 x autonomy x (1 - alignment) x grievance and
need four weeks; whoever has intelligence on the group may see it. Afterwards the patron has to show
solidarity or be seen to hold back. Carries M32, M42, M44, M48.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hazards import happens
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.proxies import FORCE_RUNG
from wargame.engine.law.rng import (
    PROXIES_FOILED,
    PROXIES_SEEN,
    PROXIES_UNNOTIFIED,
    paired,
    uniform,
)
from wargame.engine.law.tags import ARMS_TRANSFER, CALL_PROXIES, RALLY, RESTRAIN_PROXY, UNNOTIFIED
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "unnotified.hazard",
        0.02,
        0.005,
        0.05,
        JUDGED,
        "Hazard a week that a wholly autonomous, unaligned and aggrieved group begins one.",
        "MODEL D5.12, M32",
        ("002",),
    ),
    Constant(
        "unnotified.days",
        28.0,
        14.0,
        56.0,
        JUDGED,
        "Days of preparation that it needs.",
        "MODEL D5.12, moves C11",
    ),
    Constant(
        "unnotified.seen",
        0.1,
        0.03,
        0.3,
        JUDGED,
        "Probability a week that perfect intelligence on the group sees the preparation.",
        "MODEL D5.12",
    ),
    Constant(
        "unnotified.seen_hours",
        24.0,
        6.0,
        72.0,
        JUDGED,
        "Hours of warning of a target that has seen the preparation; 0 for one that has not.",
        "MODEL D5.12, M44",
    ),
    Constant(
        "unnotified.foiled",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "Probability that a target which has seen the preparation stops the attack.",
        "MODEL D5.12",
    ),
    Constant(
        "unnotified.solidarity_days",
        14.0,
        7.0,
        28.0,
        JUDGED,
        "Days after the turn in which the patron is expected to show solidarity.",
        "MODEL D5.12",
        ("002",),
    ),
    Constant(
        "unnotified.shown",
        0.05,
        0.0,
        0.1,
        JUDGED,
        "Alignment that a patron gains by showing solidarity in time.",
        "MODEL D5.12",
    ),
    Constant(
        "unnotified.missed",
        0.1,
        0.05,
        0.2,
        SOURCE,
        "Alignment lost and grievance gained when it does not.",
        "MODEL D5.12, A3",
        ("002",),
    ),
)

JUST_BEGUN = 0.01
"""Days that mark a preparation which an order began this turn."""


def prepare_operations(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int) -> None:
    """Begin, prepare, see and launch operations without notice; what is launched is pending."""
    for patron in range(p.n_actors):
        for g in range(p.n_actors):
            if p.proxy[patron, g] == 0:
                continue
            if w.collapsed[g, k] >= 1.0:
                w.preparing[g, patron, k] = 0.0
            elif w.preparing[g, patron, k] >= p.unnotified_days:
                launch(w, p, a, k, g)
            elif w.preparing[g, patron, k] > 0.0:
                see_preparation(w, p, c, k, g)
                w.preparing[g, patron, k] += c.days
            elif begins(w, p, c, k, g, patron):
                w.preparing[g, patron, k] = c.days


def begin_unseen(w: WorldNumbers, p: Parameters, k: int, g: int) -> None:
    """A group begins an operation without notice by its own order, and may be seen at it."""
    for patron in range(p.n_actors):
        if p.proxy[patron, g]:
            w.preparing[g, patron, k] = max(w.preparing[g, patron, k], JUST_BEGUN)


def begin_hazard(w: WorldNumbers, p: Parameters, g: int, patron: int, k: int) -> float:
    """Hazard a week that a group begins an operation without notice (MODEL D5.12)."""
    apart = w.autonomy[g, patron, k] * (1.0 - w.alignment[g, patron, k])
    return p.unnotified_hazard * apart * w.grievance[g, patron, k]


def begins(w: WorldNumbers, p: Parameters, c: Context, k: int, g: int, patron: int) -> bool:
    """Draw whether a group begins one this turn, if there is a move for it."""
    hazard = begin_hazard(w, p, g, patron, k)
    if not hazard > 0.0 or w.held_days[g, k] > 0.0 or unnotified_move(p, g) < 0:
        return False
    place = paired(p.actor_key[g], p.actor_key[patron])
    u = uniform(c.key_high[k], c.key_low[k], PROXIES_UNNOTIFIED, place, 0)
    begun = happens(u, hazard, c.days)
    note(c, PROXIES_UNNOTIFIED, g, u, 1.0 if begun else 0.0)
    return begun


def see_preparation(w: WorldNumbers, p: Parameters, c: Context, k: int, g: int) -> None:
    """Draw who sees the preparation this turn (MODEL D5.12)."""
    for j in range(p.n_actors):
        if j != g and w.prepared_seen[j, g, k] < 1.0 and w.intel[j, g, k] > 0.0:
            place = paired(p.actor_key[j], p.actor_key[g])
            u = uniform(c.key_high[k], c.key_low[k], PROXIES_SEEN, place, 0)
            seen = 1.0 if happens(u, p.unnotified_seen * w.intel[j, g, k], c.days) else 0.0
            note(c, PROXIES_SEEN, j, u, seen)
            w.prepared_seen[j, g, k] = seen


def launch(w: WorldNumbers, p: Parameters, a: Acts, k: int, g: int) -> None:
    """Launch a prepared operation at the rival that the group has most against."""
    m = unnotified_move(p, g)
    target = -1
    if m >= 0 and w.held_days[g, k] <= 0.0:
        most = -1.0
        for j in range(p.n_actors):
            against = w.debt[g, j, k] + w.heat[g, j, k] + w.heat[j, g, k]
            open_to = p.rivals[g, j] and p.move_aims[m, j] and w.collapsed[j, k] < 1.0
            if open_to and against > most:
                target = j
                most = against
    if target >= 0:
        row = append_act(p, a, k, g, m, target)
        if row >= 0:
            a.paid[row, k] = 1


def unnotified_move(p: Parameters, g: int) -> int:
    """The move by which a group acts without notice; -1 when the catalogue has none for it."""
    for m in range(p.n_moves):
        if p.move_tag[m, UNNOTIFIED] and p.move_who[m, g]:
            return m
    return -1


def settle_surprise(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Set the warning of an operation without notice: none, unless its preparation was seen."""
    i, j = a.actor[n, k], a.target[n, k]
    known = w.prepared_seen[j, i, k] > 0.0 or w.revealed[i, k] > 0.0
    hours = p.unnotified_seen_hours if known else 0.0
    a.warning[n, k] = max(a.warning_asked[n, k], hours)


def stop_if_seen(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw whether a target that was warned stops an operation that would have succeeded."""
    if a.success[n, k] and w.prepared_seen[a.target[n, k], a.actor[n, k], k] > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], PROXIES_FOILED, a.place[n, k], 0)
        a.success[n, k] = 0 if u < p.unnotified_foiled else 1
        note(c, PROXIES_FOILED, 0, u, 1 - a.success[n, k])


def expect_solidarity(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> None:
    """After an operation without notice its patrons must choose how far to follow."""
    g = a.actor[n, k]
    for other in range(p.n_actors):
        w.prepared_seen[other, g, k] = 0.0
        w.preparing[g, other, k] = 0.0
        if p.proxy[other, g]:
            w.solidarity_due[other, g, k] = min(days + p.unnotified_solidarity_days, 60.0)


def show_solidarity(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """An act of a patron that is expected to follow a group: it follows, or disowns it."""
    patron, m, target = a.actor[n, k], a.move[n, k], a.target[n, k]
    due = 0
    for g in range(p.n_actors):
        due += int(w.solidarity_due[patron, g, k] > 0.0)
    if due == 0:
        return
    for g in range(p.n_actors):
        if w.solidarity_due[patron, g, k] > 0.0:
            to_group = target in (g, -1)
            helps = p.move_tag[m, RALLY] or (p.move_tag[m, ARMS_TRANSFER] and to_group)
            strikes = target >= 0 and p.rivals[g, target] and p.move_rung[m] >= FORCE_RUNG
            if helps or strikes or p.move_tag[m, CALL_PROXIES]:
                a_new = w.alignment[g, patron, k] + p.unnotified_shown
                w.alignment[g, patron, k] = min(1.0, a_new)
                w.solidarity_due[patron, g, k] = 0.0
            elif p.move_tag[m, RESTRAIN_PROXY] and target == g:
                disappoint(w, p, k, patron, g)


def solidarity_runs_out(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Time in which a patron might have followed its group passes."""
    for patron in range(p.n_actors):
        for g in range(p.n_actors):
            if w.solidarity_due[patron, g, k] > 0.0:
                left = w.solidarity_due[patron, g, k] - days
                w.solidarity_due[patron, g, k] = max(0.0, left)
                if left <= 0.0:
                    disappoint(w, p, k, patron, g)


def disappoint(w: WorldNumbers, p: Parameters, k: int, patron: int, g: int) -> None:
    """A patron did not follow its group."""
    w.solidarity_due[patron, g, k] = 0.0
    lost = w.alignment[g, patron, k] - p.unnotified_missed
    w.alignment[g, patron, k] = max(0.0, lost)
    w.grievance[g, patron, k] = min(1.0, w.grievance[g, patron, k] + p.unnotified_missed)
