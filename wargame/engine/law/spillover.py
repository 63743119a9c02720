"""The ring of fire and who is drawn in (S22). Carries M36, M37, M73.

Fronts with war on them make loss of control likelier together than apart: each one beyond the first
multiplies the hazard. A state that stood aside may be drawn in, but only while war of rung 15 or
more goes on beside it or a strait is closed.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import exp2
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hazards import over_days
from wargame.engine.law.index import heat_front
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import HAZARD_NEUTRAL, uniform
from wargame.engine.law.tags import STRAIT
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "spillover.war_rung",
        15.0,
        14.5,
        16.0,
        JUDGED,
        "Rung from which fighting makes a front one of war.",
        "MODEL D3, D5.20",
        ("000",),
    ),
    Constant(
        "spillover.hazard",
        0.01,
        0.003,
        0.03,
        JUDGED,
        "Probability a week that a state is drawn in, for each such front beside it.",
        "MODEL D5.20, M37",
        ("002",),
    ),
    Constant(
        "spillover.strait",
        3.0,
        1.5,
        6.0,
        JUDGED,
        "How many times likelier a closed strait makes it.",
        "moves E08",
        ("002",),
    ),
    Constant(
        "spillover.radical",
        1.0,
        0.0,
        3.0,
        JUDGED,
        "What a fully radicalised public adds to a state's exposure, as a share of it.",
        "MODEL D5.20, M66",
    ),
    Constant(
        "spillover.entry_rung",
        12.0,
        9.0,
        14.0,
        JUDGED,
        "Rung of what its being drawn in adds to the front's heat.",
        "MODEL D5.20",
    ),
    Constant(
        "spillover.economy",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "What being drawn in costs its economy.",
        "MODEL D5.20",
    ),
    Constant(
        "hazard.open_front",
        0.5,
        0.2,
        1.0,
        JUDGED,
        "Doublings of the hazard of losing control for each front of war beyond the first.",
        "MODEL D5.20, A8 S22, M36",
        ("002",),
    ),
)

FORCE_RUNG = 7.0
"""Rung from which an act means that its sides do not stand aside."""


def count_wars(w: WorldNumbers, p: Parameters, a: Acts, k: int) -> None:
    """Count for each front the turns in a row with fighting of the rung of war."""
    # Fronts of war as bits: a scenario has 30 fronts at most.
    wars = 0
    for n in range(a.count[k]):
        if is_war(p, a, n, k):
            wars |= 1 << a.front[n, k]
    for f in range(p.n_fronts):
        at_war = wars >> f & 1 == 1
        w.front_turns[f, k] = min(999.0, w.front_turns[f, k] + 1.0) if at_war else 0.0


def is_war(p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether an act of this turn makes its front one of war."""
    m = a.move[n, k]
    hostile = a.target[n, k] >= 0 and p.move_goldstein[m] < 0.0
    return bool(a.state[n, k] == DONE and hostile and a.rung[n, k] >= p.spillover_war_rung)


def open_fronts(w: WorldNumbers, p: Parameters, k: int) -> int:
    """Fronts with war on them this turn."""
    count = 0
    for f in range(p.n_fronts):
        if w.front_turns[f, k] > 0.0:
            count += 1
    return count


def ring_factor(w: WorldNumbers, p: Parameters, k: int) -> float:
    """How many times likelier several fronts of war make the loss of control."""
    return exp2(p.hazard_open_front * max(0, open_fronts(w, p, k) - 1))


def wars_beside(w: WorldNumbers, p: Parameters, a: Acts, o: int, k: int) -> float:
    """Fronts of war on which a neighbour of an actor fights; a closed strait counts for more."""
    count = 0.0
    for f in range(p.n_fronts):
        weight = 0.0
        if w.front_turns[f, k] == 0.0:
            continue
        for n in range(a.count[k]):
            if a.front[n, k] == f and is_war(p, a, n, k):
                i, j = a.actor[n, k], a.target[n, k]
                strait = p.move_tag[a.move[n, k], STRAIT]
                if strait:
                    weight = max(weight, p.spillover_strait)
                elif p.near[o, i] or p.near[o, j]:
                    weight = max(weight, 1.0)
        count += weight
    return count


def is_fighting(a: Acts, o: int, k: int) -> bool:
    """Whether an actor struck or was struck this turn, so that it does not stand aside."""
    for n in range(a.count[k]):
        part = o in (a.actor[n, k], a.target[n, k])
        if part and a.state[n, k] == DONE and a.rung[n, k] >= FORCE_RUNG:
            return True
    return False


def draw_in(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int) -> None:
    """Draw which states that stood aside are drawn into the fighting (MODEL D5.20)."""
    for o in range(p.n_actors):
        aside = p.state[o] and w.drawn_in[o, k] < 1.0 and w.collapsed[o, k] < 1.0
        beside = wars_beside(w, p, a, o, k) if aside else 0.0
        if beside > 0.0 and not is_fighting(a, o, k):
            exposure = 1.0 + p.spillover_radical * w.radicalisation[o, k]
            chance = over_days(min(1.0, p.spillover_hazard * beside * exposure), c.days)
            u = uniform(c.key_high[k], c.key_low[k], HAZARD_NEUTRAL, p.actor_key[o], 0)
            enters = u < chance
            note(c, HAZARD_NEUTRAL, o, u, 1.0 if enters else 0.0)
            if enters:
                enter(w, p, a, o, k)


def enter(w: WorldNumbers, p: Parameters, a: Acts, o: int, k: int) -> None:
    """Draw a state into the first front of war beside it: heat, alarm, and a cost."""
    w.drawn_in[o, k] = 1.0
    w.alert[o, k] = 1.0
    w.economy[o, k] = max(0.0, w.economy[o, k] - p.spillover_economy)
    for n in range(a.count[k]):
        i, j = a.actor[n, k], a.target[n, k]
        strait = p.move_tag[a.move[n, k], STRAIT]
        if is_war(p, a, n, k) and (strait or p.near[o, i] or p.near[o, j]):
            heat_front(w, a.front[n, k], k, intensity(p.spillover_entry_rung))
            return
