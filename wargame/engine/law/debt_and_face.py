"""What is owed and how one stands: debt and face (S9). Carries M10 to M14, M19, M20, M23.

Suffering leaves a debt; a reply pays it. A reply that answers a real debt humiliates less, which is
how a minimal answer lets the other side stop. A foiled strike restores only half the standing.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2, held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.ladder import intensity_of_act
from wargame.engine.law.means import BARRAGE
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.perception import leaked_in_all
from wargame.engine.law.tags import CASUALTY_TAIL, GUEST
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "debt.half_life_days",
        60.0,
        30.0,
        120.0,
        JUDGED,
        "Days in which an unanswered debt fades by half.",
        "MODEL D5.1",
    ),
    Constant(
        "debt.least_rung",
        5.0,
        4.0,
        6.0,
        JUDGED,
        "Lowest rung of an act that leaves or pays a debt: words do neither.",
        "MODEL D5.7",
    ),
    Constant(
        "debt.flow_days",
        7.0,
        5.0,
        10.0,
        JUDGED,
        "Days of a sustained move that weigh as much in debt as one single act of its rung.",
        "MODEL D5.7",
    ),
    Constant(
        "debt.flow_most",
        1.0,
        0.7,
        2.0,
        JUDGED,
        "Most that sustained fire leaves owed, in acts of its own severity: fire that goes on asks "
        "for an answer in kind, not for one that grows without end.",
        "MODEL D5.7, M30",
        ("002",),
    ),
    Constant(
        "debt.shadow_pays",
        0.4,
        0.2,
        1.0,
        JUDGED,
        "Share of its severity that an act of the shadow war pays of what is owed to a rival whom "
        "one faces directly: too little to answer an open blow.",
        "MODEL D5.7, M18, M19",
        ("002",),
    ),
    Constant(
        "debt.shadow_below",
        9.0,
        8.0,
        10.0,
        JUDGED,
        "Rung below which an act belongs to the shadow war.",
        "MODEL D3, A5",
        ("001",),
    ),
    Constant(
        "face.home",
        0.7,
        0.6,
        0.8,
        JUDGED,
        "Standing that an actor returns to when nothing happens.",
        "MODEL D5.1",
    ),
    Constant(
        "face.half_life_days",
        120.0,
        60.0,
        240.0,
        JUDGED,
        "Days in which standing goes half of the way back.",
        "MODEL D5.1",
    ),
    Constant(
        "face.humiliation",
        0.02,
        0.01,
        0.03,
        JUDGED,
        "Standing that a fully humiliating act takes away, a unit of its severity.",
        "MODEL D5.7, M19",
        ("002",),
    ),
    Constant(
        "face.humiliation_rung",
        9.5,
        9.0,
        10.0,
        JUDGED,
        "Rung from which an act of its rival humiliates a state in full.",
        "MODEL D5.7",
        ("002",),
    ),
    Constant(
        "face.humiliation_states",
        0.25,
        0.15,
        0.4,
        JUDGED,
        "Share of that humiliation between states below the rung, or by another state.",
        "MODEL D5.7",
    ),
    Constant(
        "face.humiliation_fronts",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Share of that humiliation on the fronts of allied groups.",
        "MODEL D5.7",
    ),
    Constant(
        "face.guest",
        0.5,
        0.0,
        0.8,
        JUDGED,
        "How much more it humiliates a state when a guest under its protection is killed.",
        "MODEL M19",
        ("002", "003"),
    ),
    Constant(
        "face.answer",
        0.75,
        0.5,
        0.9,
        JUDGED,
        "Share of the humiliation that is gone when the act answers a debt as large as itself.",
        "MODEL D5.7, M14",
        ("002",),
    ),
    Constant(
        "face.stopped",
        0.3,
        0.1,
        0.6,
        JUDGED,
        "Share of the humiliation by a salvo that is left when all of it is stopped; the rest goes "
        "with the share that gets through.",
        "MODEL D5.7, M10, M11",
        ("001", "004"),
    ),
    Constant(
        "face.direct_strike",
        0.02,
        0.01,
        0.03,
        JUDGED,
        "Standing that a direct strike gives its author, a unit of S, if much of it lands.",
        "MODEL D5.7",
    ),
    Constant(
        "face.foiled",
        0.5,
        0.3,
        0.7,
        JUDGED,
        "Share of that gain that remains when nothing gets through.",
        "MODEL D5.7, M10",
        ("001",),
    ),
    Constant(
        "face.leak_for_all",
        10.0,
        5.0,
        20.0,
        JUDGED,
        "Weapons that must get through for the full gain.",
        "MODEL D5.7",
    ),
    Constant(
        "face.other_act",
        0.006,
        0.003,
        0.01,
        JUDGED,
        "Standing that any other act gives its author, a unit of S.",
        "MODEL D5.7",
    ),
)


SUSTAINED = 1
"""Place in ``tables.LASTING``."""


def fade_debts(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Debts some days later: halved every half-life (MODEL D5.1)."""
    left = exp2(-days / p.debt_half_life_days)
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            w.debt[i, j, k] *= left


def settle_faces(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Standing some days later: back towards its home (MODEL D5.1)."""
    moved = 1.0 - exp2(-days / p.face_half_life_days)
    for i in range(p.n_actors):
        w.face[i, k] += (p.face_home - w.face[i, k]) * moved


def humiliation(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> float:
    """How far an act humiliates its target, 1 for in full, before its severity (MODEL D5.7)."""
    i, j, rung = a.actor[n, k], a.target[n, k], a.rung[n, k]
    if p.state[i] and p.state[j]:
        rival = p.rivals[i, j] and rung >= p.face_humiliation_rung
        share = 1.0 if rival else p.face_humiliation_states
        if rival and p.move_tag[a.move[n, k], GUEST]:
            share *= 1.0 + p.face_guest
    else:
        share = p.face_humiliation_fronts
    answered = min(1.0, w.debt[i, j, k] / max(intensity_of_act(p, a, n, k), 0.1))
    return share * (1.0 - p.face_answer * answered)


def settle_debt_and_face(
    w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, share: float
) -> None:
    """What an act does to what both sides owe and to how they stand (MODEL D5.7).

    Sustained fire is a state of things rather than one act a turn: it leaves owed no more than an
    answer in kind, pays nothing larger than itself, and lifts its author only when it begins.

    Args:
        share: 1 for a single act; for a sustained move the part of a single act that this turn is.
    """
    i, j = a.actor[n, k], a.target[n, k]
    s = intensity_of_act(p, a, n, k)
    flows = flows_on(p, a, n, k)
    due = w.debt[i, j, k]
    shame = humiliation(w, p, a, n, k) * impact(p, a, n, k)
    more = share * a.perceived[n, k]
    if flows:
        # Measured without misreadings, which would ratchet the most upward turn by turn.
        most = p.debt_flow_most * a.severity[n, k] * a.attribution[n, k]
        more = min(more, max(0.0, most - w.debt[j, i, k]))
    w.debt[j, i, k] += more
    if not flows or due <= a.severity[n, k]:
        paid = share * a.severity[n, k]
        if p.direct[i, j] and a.rung[n, k] < p.debt_shadow_below:
            paid *= p.debt_shadow_pays
        w.debt[i, j, k] = max(0.0, due - paid)
    lost = p.face_humiliation * shame * share * a.perceived[n, k]
    w.face[j, k] = held(w.face[j, k] - lost, 0.0, 1.0)
    if p.direct[i, j] and p.move_home_soil[a.move[n, k]]:
        landed = landed_share(p, a, n, k)
        gained = p.face_direct_strike * s * (p.face_foiled + (1.0 - p.face_foiled) * landed)
    else:
        gained = p.face_other_act * s
    if flows and a.going_on[n, k]:
        gained = 0.0
    w.face[i, k] = held(w.face[i, k] + share * gained * a.attribution[n, k], 0.0, 1.0)


def flows_on(p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether an act is a turn of something sustained; harassment that killed is an event."""
    m = a.move[n, k]
    deadly = p.move_tag[m, CASUALTY_TAIL] and a.killed[n, k] > 0
    return bool(p.move_lasting[m] == SUSTAINED and not deadly)


def impact(p: Parameters, a: Acts, n: int, k: int) -> float:
    """How much of a salvo's humiliation remains after the defence: all of it for other acts."""
    arrived = 0
    for weapon in range(5):
        arrived += a.arrived[n, weapon, k]
    if p.move_resolution[a.move[n, k]] != BARRAGE or arrived == 0:
        return 1.0
    through = leaked_in_all(a, n, k) / arrived
    return p.face_stopped + (1.0 - p.face_stopped) * through


def landed_share(p: Parameters, a: Acts, n: int, k: int) -> float:
    """How much of a direct strike landed, 0..1: by weapons that got through, or by success."""
    launched = 0
    for weapon in range(5):
        launched += a.launched[n, weapon, k]
    if launched == 0:
        return 1.0 * a.success[n, k]
    return min(1.0, leaked_in_all(a, n, k) / p.face_leak_for_all)
