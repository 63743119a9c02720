"""Truces: made when both sides accept, broken by force (S13).

A truce ends the fire that goes on along its front and settles much of what groups elsewhere fight
over, since they tie their fire to the one on the linked front. Carries M47, M48.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, STILLED, Acts
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tags import SHIPPING
from wargame.engine.law.talks import LONGEST_ACCEPTED, linked_truce, talks_front
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "talks.agreement",
        0.6,
        0.5,
        0.7,
        JUDGED,
        "Progress from which terms lie on the table that both can accept.",
        "MODEL D5.14, moves D08",
    ),
    Constant(
        "talks.acceptance_days",
        28.0,
        14.0,
        42.0,
        JUDGED,
        "Days after the turn for which an acceptance of terms stands.",
        "moves D08",
    ),
    Constant(
        "talks.truce_trust",
        0.1,
        0.0,
        0.2,
        JUDGED,
        "Trust in each other that a truce gives its sides, and that its breach takes.",
        "MODEL D5.14",
    ),
    Constant(
        "talks.breaking_rung",
        7.0,
        6.0,
        8.0,
        JUDGED,
        "Lowest rung of an act of force that breaks a truce on its front.",
        "MODEL D3, A8 S13",
    ),
    Constant(
        "talks.breach",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Progress that is lost when a truce is broken.",
        "MODEL D5.14",
    ),
)

EVENT = 0
HALF = 0.5
KNOWN_FROM = 0.5
"""Attribution from which an act of force counts as a breach."""


def accept_terms(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> bool:
    """Accept terms with the target; whether a truce begins because the other side has as well."""
    i, j = a.actor[n, k], a.target[n, k]
    f = talks_front(p, a, n, k)
    if j < 0 or w.talks[f, k] < p.talks_agreement:
        a.success[n, k] = 0
        return False
    if not w.accepted[j, i, k] > 0.0:
        w.accepted[i, j, k] = min(days + p.talks_acceptance_days, LONGEST_ACCEPTED)
        return False
    w.accepted[j, i, k] = 0.0
    w.truce[f, k] = 1.0
    w.trust[i, j, k] = min(1.0, w.trust[i, j, k] + p.talks_truce_trust)
    w.trust[j, i, k] = min(1.0, w.trust[j, i, k] + p.talks_truce_trust)
    return True


def reject_terms(w: WorldNumbers, a: Acts, n: int, k: int) -> None:
    """Whoever turns the terms down takes its own acceptance back (D09)."""
    if a.target[n, k] >= 0:
        w.accepted[a.actor[n, k], a.target[n, k], k] = 0.0


def still_fire(w: WorldNumbers, p: Parameters, a: Acts, k: int) -> None:
    """End the fire that would go on where a truce holds at the end of a turn."""
    for n in range(a.count[k]):
        if a.state[n, k] == DONE and is_stilled(w, p, a, n, k):
            a.state[n, k] = STILLED


def is_stilled(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether an act is lasting fire on a front where a truce holds now."""
    m = a.move[n, k]
    if p.move_lasting[m] == EVENT or a.target[n, k] < 0 or p.move_goldstein[m] >= 0.0:
        return False
    at_truce = w.truce[a.front[n, k], k] > 0.0
    if p.move_tag[m, SHIPPING] and p.state[a.actor[n, k]] == 0:
        # Ships are attacked for the sake of the linked front, and left alone with it (M47, M68).
        at_truce = at_truce or w.linkage[k] * linked_truce(w, p, k) >= HALF
    return bool(at_truce and p.move_rung[m] >= p.talks_breaking_rung)


def breaks_truce(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether a hostile act is one of force on a front under truce, and known for its author's."""
    force = a.rung[n, k] >= p.talks_breaking_rung and a.attribution[n, k] >= KNOWN_FROM
    return bool(force and w.truce[a.front[n, k], k] > 0.0)


def break_truce(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """End the truce on an act's front: progress and trust are lost."""
    i, j, f = a.actor[n, k], a.target[n, k], a.front[n, k]
    w.truce[f, k] = 0.0
    w.talks[f, k] = max(0.0, w.talks[f, k] - p.talks_breach)
    w.trust[j, i, k] = max(0.0, w.trust[j, i, k] - p.talks_truce_trust)
    w.accepted[i, j, k] = 0.0
    w.accepted[j, i, k] = 0.0
