"""Killing leaders: a dip, disarray, and a bench that replaces them (S11).

The dip is lost striking capability; what leaders took with them comes back at the pace of the
bench, what fire destroyed does not. Sources disagree whether such killings work (MODEL A7), so
every size here is a constant to change. Carries M38, M39, M40, M41, M45, M46.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, mark, note
from wargame.engine.law.hardening import move_towards_hardliners
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import DECAPITATION_NEGOTIATOR, uniform
from wargame.engine.law.tags import DECAPITATION, DEVICES, GUEST, KILL_MID, NEGOTIATOR
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "decapitation.capability",
        0.8,
        0.6,
        0.95,
        JUDGED,
        "Share of its striking capability that a group keeps when its leader is killed.",
        "MODEL D5.13",
        ("003",),
    ),
    Constant(
        "decapitation.cohesion",
        0.93,
        0.85,
        1.0,
        JUDGED,
        "Share of its cohesion that it keeps.",
        "MODEL D5.13",
    ),
    Constant(
        "decapitation.disarray_days",
        14.0,
        7.0,
        28.0,
        JUDGED,
        "Days of disarray after a leader is killed or planted devices go off.",
        "MODEL D5.13, M41",
        ("002",),
    ),
    Constant(
        "decapitation.disarray",
        0.6,
        0.4,
        0.8,
        JUDGED,
        "Share of its forces that an actor in disarray can bring to bear.",
        "MODEL D5.13, moves C08",
        ("002",),
    ),
    Constant(
        "decapitation.recovery",
        0.08,
        0.02,
        0.2,
        JUDGED,
        "Share of what a leader took along that a full bench gives back in a week.",
        "MODEL D5.13, M38",
        ("003",),
    ),
    Constant(
        "decapitation.autonomy",
        0.05,
        0.0,
        0.1,
        JUDGED,
        "Autonomy from its patron that a group gains when its leader is killed.",
        "MODEL D5.13",
        ("004",),
    ),
    Constant(
        "decapitation.mid_share",
        0.25,
        0.1,
        0.5,
        JUDGED,
        "Share of such a dip when one commander or scientist is killed.",
        "moves C05",
    ),
    Constant(
        "decapitation.negotiator",
        0.3,
        0.1,
        0.6,
        JUDGED,
        "Probability that a military head who is killed carries the talks as well, where the "
        "group takes part in any.",
        "moves C06, M46",
    ),
    Constant(
        "decapitation.talks",
        0.4,
        0.2,
        0.6,
        SOURCE,
        "Progress that talks lose when a negotiator is killed.",
        "MODEL D5.13, M46",
        ("000",),
    ),
    Constant(
        "decapitation.host_reckoning",
        0.1,
        0.0,
        0.2,
        JUDGED,
        "Reckoning at home that a host faces when a guest is killed in its capital.",
        "M45",
        ("004",),
    ),
)

DAYS_A_WEEK = 7.0
MOST_CAPABILITY = 1.2
LONGEST_DISARRAY = 60.0


def replace_leaders(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Disarray passes, and the bench gives back what leaders took along (MODEL D5.13)."""
    for i in range(p.n_actors):
        if w.disarray[i, k] > 0.0:
            w.disarray[i, k] = max(0.0, w.disarray[i, k] - days)
        lost = w.vacancy[i, k]
        if lost > 0.0:
            left = lost * exp(-p.decapitation_recovery * w.bench[i, k] * days / DAYS_A_WEEK)
            w.vacancy[i, k] = left
            w.strike[i, k] = min(w.strike[i, k] + lost - left, MOST_CAPABILITY)


def orderly(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """Share of its forces that an actor can bring to bear: 1, less in disarray."""
    return p.decapitation_disarray if w.disarray[i, k] > 0.0 else 1.0


def hit_leaders(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """What the success of an act at leaders does to those whom it hits (MODEL D5.13)."""
    m = a.move[n, k]
    victim = a.target[n, k]
    if p.move_tag[m, GUEST]:
        victim = guest_of(w, p, a, n, k)
        host = a.target[n, k]
        w.reckoning[host, k] = min(1.0, w.reckoning[host, k] + p.decapitation_host_reckoning)
    if victim < 0:
        return
    if p.move_tag[m, KILL_MID]:
        weaken(w, p, victim, k, p.decapitation_mid_share)
    if p.move_tag[m, DECAPITATION]:
        weaken(w, p, victim, k, 1.0)
        for patron in range(p.n_actors):
            if p.proxy[patron, victim]:
                z = w.autonomy[victim, patron, k]
                w.autonomy[victim, patron, k] = min(1.0, z + p.decapitation_autonomy)
    if p.move_tag[m, DECAPITATION] or p.move_tag[m, DEVICES]:
        spell = min(p.decapitation_disarray_days, LONGEST_DISARRAY)
        w.disarray[victim, k] = max(w.disarray[victim, k], spell)
    mark(c, n, 11)
    if p.move_tag[m, DECAPITATION]:
        move_towards_hardliners(w, victim, k, p.hardening_leader)
        mark(c, n, 17)
    if p.move_tag[m, DECAPITATION] or p.move_tag[m, NEGOTIATOR]:
        silence_negotiator(w, p, a, c, n, k, victim)
        mark(c, n, 13)


def weaken(w: WorldNumbers, p: Parameters, victim: int, k: int, share: float) -> None:
    """Take a leader's share of capability and cohesion away."""
    lost = w.strike[victim, k] * (1.0 - p.decapitation_capability) * share
    w.strike[victim, k] -= lost
    w.vacancy[victim, k] = min(w.vacancy[victim, k] + lost, MOST_CAPABILITY)
    w.cohesion[victim, k] *= 1.0 - (1.0 - p.decapitation_cohesion) * share


def guest_of(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> int:
    """Whose leader is the guest of the target: of its groups the one whose talks are furthest.

    A guest worth killing in a capital is one whom others negotiate with. -1 when the target
    sponsors no group.
    """
    i, host = a.actor[n, k], a.target[n, k]
    guest = -1
    furthest = -1.0
    for g in range(p.n_actors):
        if p.proxy[host, g] and w.talks[p.front_of[i, g], k] > furthest:
            guest = g
            furthest = w.talks[p.front_of[i, g], k]
    return guest


def silence_negotiator(
    w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int, victim: int
) -> None:
    """Set the talks back when whoever was killed carried them (M46)."""
    front = p.front_of[a.actor[n, k], victim]
    if not w.talks[front, k] > 0.0:
        return
    carried = 1
    if p.move_tag[a.move[n, k], NEGOTIATOR] == 0:
        u = uniform(c.key_high[k], c.key_low[k], DECAPITATION_NEGOTIATOR, a.place[n, k], 0)
        carried = 1 if u < p.decapitation_negotiator else 0
        note(c, DECAPITATION_NEGOTIATOR, 0, u, carried)
    if carried:
        w.talks[front, k] = max(0.0, w.talks[front, k] - p.decapitation_talks)
