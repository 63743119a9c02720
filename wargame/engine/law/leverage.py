"""A patron and its partner: support, leverage, pact (S14).

Support without conditions emboldens; leverage and a pact with conditions restrain. The two factors
are what doctrine puts into the reply an actor wants (MODEL D5.10; Snyder's alliance dilemma, MODEL
B11). Carries M52, M53, M55, M56, M57, M60, M70.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import exp2
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "leverage.alone",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Share of its opportunism that a partner shows without any support.",
        "MODEL D5.10",
    ),
    Constant(
        "leverage.supported",
        0.6,
        0.3,
        0.8,
        JUDGED,
        "What full support adds to that share.",
        "MODEL D5.10, M53",
        ("000",),
    ),
    Constant(
        "leverage.opportunism",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Share of its opportunism that full leverage takes away.",
        "MODEL D5.10, M52",
        ("001",),
    ),
    Constant(
        "leverage.pact",
        0.5,
        0.3,
        0.8,
        JUDGED,
        "Share of its opportunism that the conditions of a pact take away.",
        "MODEL D5.10, M56",
        ("003",),
    ),
    Constant(
        "leverage.boldness",
        0.5,
        0.2,
        1.0,
        JUDGED,
        "How much full boldness from deployments and aid adds to a partner's opportunism, where "
        "no leverage is used.",
        "A8 S15, M54",
        ("002",),
    ),
    Constant(
        "leverage.restraint",
        0.8,
        0.4,
        1.2,
        JUDGED,
        "How much full leverage adds to a partner's restraint.",
        "MODEL D5.10",
    ),
    Constant(
        "leverage.unconditional",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Share of its restraint that full support without a pact takes away.",
        "MODEL D5.10, M55",
        ("003",),
    ),
    Constant(
        "leverage.pact_deters",
        0.6,
        0.3,
        0.9,
        JUDGED,
        "How much a pact of the other side with its patron adds to an actor's restraint.",
        "MODEL D5.10, M70",
        ("001", "003"),
    ),
    Constant(
        "leverage.election_weeks",
        12.0,
        6.0,
        24.0,
        JUDGED,
        "Weeks before an election at which half of its shadow has fallen.",
        "MODEL M60",
        ("002",),
    ),
    Constant(
        "leverage.election_damping",
        0.6,
        0.3,
        0.9,
        JUDGED,
        "Share of a patron's readiness to press its partner that is gone on election day.",
        "MODEL M60",
        ("002",),
    ),
    Constant(
        "leverage.appeal_days",
        7.0,
        3.0,
        14.0,
        JUDGED,
        "Days in which an appeal loses half of its force.",
        "moves D03",
    ),
    Constant(
        "leverage.ceiling_days",
        30.0,
        14.0,
        60.0,
        JUDGED,
        "Days in which such a shift of the ceiling fades by half.",
        "moves M18, N06",
    ),
    Constant(
        "leverage.boldness_days",
        120.0,
        60.0,
        240.0,
        JUDGED,
        "Days in which boldness drawn from a patron's deployments and aid fades by half.",
        "A8 S15",
    ),
)

IN_FORCE = 1.0
"""A pact that both sides have signed."""


def fade_leverage(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Appeals, shifted ceilings and boldness some days later."""
    appeal = exp2(-days / p.leverage_appeal_days)
    shift = exp2(-days / p.leverage_ceiling_days)
    boldness = exp2(-days / p.leverage_boldness_days)
    for i in range(p.n_actors):
        w.appealed[i, k] *= appeal
        w.ceiling_shift[i, k] *= shift
        for j in range(p.n_actors):
            w.boldness[i, j, k] *= boldness


def has_patron(p: Parameters, i: int) -> bool:
    """Whether some state is an actor's patron."""
    found = False
    for patron in range(p.n_actors):
        found = found or p.partner_of[patron, i] == 1
    return found


def support_of(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """The greatest support that a patron gives an actor, 0..1."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            most = max(most, w.support[patron, i, k])
    return most


def leverage_on(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """The greatest leverage that a patron uses on an actor, 0..1, less before its election."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            used = w.leverage[patron, i, k] * election_damping(w, p, patron, k)
            most = max(most, used)
    return most


def pact_of(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """1 when a patron's pact with an actor is in force, else 0."""
    for patron in range(p.n_actors):
        if p.partner_of[patron, i] and w.pact[patron, i, k] >= IN_FORCE:
            return 1.0
    return 0.0


def boldness_of(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """The greatest boldness that an actor draws from a patron, 0..1."""
    most = 0.0
    for patron in range(p.n_actors):
        if p.partner_of[patron, i]:
            most = max(most, w.boldness[patron, i, k])
    return most


def election_nearness(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """How near an actor's election is: 1 on the day, a half at ``leverage.election_weeks``."""
    return exp2(-w.election_turns[i, k] / p.leverage_election_weeks)


def election_damping(w: WorldNumbers, p: Parameters, patron: int, k: int) -> float:
    """Share of its readiness to press a partner that a patron has left, 0..1 (M60)."""
    return 1.0 - p.leverage_election_damping * election_nearness(w, p, patron, k)


def opportunism_factor(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """What a patron's support, leverage, pact and ships make of opportunism (D5.10, S15).

    1 for an actor without a patron.
    """
    if not has_patron(p, i):
        return 1.0
    used = leverage_on(w, p, i, k)
    free = p.leverage_alone + p.leverage_supported * support_of(w, p, i, k)
    held_back = (1.0 - p.leverage_opportunism * used) * (
        1.0 - p.leverage_pact * pact_of(w, p, i, k)
    )
    bold = 1.0 + p.leverage_boldness * boldness_of(w, p, i, k) * (1.0 - used)
    return free * held_back * bold


def own_restraint(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """What an actor's own patron makes of its restraint (MODEL D5.10), a factor around 1.

    Leverage adds; support without conditions takes away.
    """
    leaning = 1.0 + p.leverage_restraint * leverage_on(w, p, i, k)
    unbound = support_of(w, p, i, k) * (1.0 - pact_of(w, p, i, k))
    return leaning * (1.0 - p.leverage_unconditional * unbound)


def pact_restraint(w: WorldNumbers, p: Parameters, j: int, k: int) -> float:
    """What a pact of ``j`` with its patron makes of restraint towards it, 1 or more (M70)."""
    return 1.0 + p.leverage_pact_deters * pact_of(w, p, j, k)
