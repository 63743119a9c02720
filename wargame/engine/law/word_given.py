"""Words that bind and words that claim: vows, closed matters, victories, pulling back (S9).

Carries M10, M11, M20 and Fearon's tied hands (MODEL B9): a vow stands until it is acted on, and who
strikes again after calling a matter closed pays for it in standing.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.debt_and_face import landed_share
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "face.vow_rung",
        9.0,
        8.0,
        10.0,
        JUDGED,
        "Least rung of an open act that redeems its author's vows.",
        "moves I01, MODEL B9",
    ),
    Constant(
        "face.closed_days",
        28.0,
        14.0,
        42.0,
        JUDGED,
        "Days for which the word that a matter is closed binds.",
        "moves D05",
        ("001",),
    ),
    Constant(
        "face.closed_rung",
        7.0,
        6.0,
        9.0,
        JUDGED,
        "Least rung of a strike that breaks it.",
        "moves D05",
    ),
    Constant(
        "face.broken_word",
        0.012,
        0.006,
        0.02,
        JUDGED,
        "Standing that breaking it costs, a unit of S: twice what an act otherwise brings.",
        "moves D05",
    ),
    Constant(
        "face.victory",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Share of the standing it lacks that a wholly plausible claim of success brings.",
        "moves I03",
        ("001",),
    ),
    Constant(
        "face.pulling_back",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Standing that pulling back costs while a reply is owed.",
        "moves M21",
        ("002",),
    ),
    Constant(
        "face.pulling_back_debt",
        4.0,
        2.0,
        8.0,
        JUDGED,
        "Debt from which a reply counts as owed, S units.",
        "moves M21",
    ),
)

LEAST_CLAIM_RUNG = 7.0


def redeem_vows(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """An open act of some weight redeems what was vowed."""
    i = a.actor[n, k]
    heavy = a.rung[n, k] >= p.face_vow_rung and not a.going_on[n, k]
    if heavy and w.vows[i, k] > 0.0 and p.rivals[i, a.target[n, k]]:
        w.vows[i, k] = 0.0


def close_matter(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Give the word that a matter is closed."""
    w.closed_days[a.actor[n, k], a.target[n, k], k] = p.face_closed_days


def break_word(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A strike after that word costs standing, once."""
    i, j = a.actor[n, k], a.target[n, k]
    if w.closed_days[i, j, k] > 0.0 and a.rung[n, k] >= p.face_closed_rung and not a.going_on[n, k]:
        w.closed_days[i, j, k] = 0.0
        cost = p.face_broken_word * intensity(a.rung[n, k])
        w.face[i, k] = held(w.face[i, k] - cost, 0.0, 1.0)


def words_run_out(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Closed matters some days later."""
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            if w.closed_days[i, j, k] > 0.0:
                w.closed_days[i, j, k] = max(0.0, w.closed_days[i, j, k] - days)


def plausibility(p: Parameters, a: Acts, n: int, k: int) -> float:
    """How plausible a claim of success is, 0 to 1: own strikes that landed, defence that held.

    A claim about an earlier turn is half believed.
    """
    i, j = a.actor[n, k], a.target[n, k]
    best = -1.0
    for other in range(a.count[k]):
        if a.state[other, k] == DONE and a.rung[other, k] >= LEAST_CLAIM_RUNG:
            if a.actor[other, k] == i and a.target[other, k] == j:
                best = max(best, landed_share(p, a, other, k))
            elif a.actor[other, k] == j and a.target[other, k] == i:
                best = max(best, 1.0 - landed_share(p, a, other, k))
    return best if best >= 0.0 else 0.5


def claim_victory(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Standing by a claim of success: a share of what is lacking, as far as it is plausible."""
    i = a.actor[n, k]
    room = 1.0 - w.face[i, k]
    w.face[i, k] += p.face_victory * plausibility(p, a, n, k) * room


def pull_back(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Pulling back while a reply is owed costs standing, once."""
    i, j = a.actor[n, k], a.target[n, k]
    if a.going_on[n, k] or j < 0:
        return
    if w.debt[i, j, k] >= p.face_pulling_back_debt:
        w.face[i, k] = held(w.face[i, k] - p.face_pulling_back, 0.0, 1.0)
